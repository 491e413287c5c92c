//! Texts of templates, parsed into pieces and printed again.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How deep optional parts may stand within each other.
const DEPTH: u8 = 8;

/// A piece of a taken-apart text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "type", content = "of", rename_all = "snake_case")]
pub enum Piece {
    Words {
        text: String,
        #[serde(default)]
        bold: bool,
        #[serde(default)]
        italic: bool,
    },
    Value {
        name: String,
        /// Whether it is put in as words, not as an atom.
        #[serde(default)]
        inline: bool,
        #[serde(default)]
        bold: bool,
        #[serde(default)]
        italic: bool,
    },
    Snippet(String),
    /// Falls away when anything within is unknown.
    Optional(Vec<Piece>),
}

/// Why a text does not come apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParseError {
    /// A brace or a pair of brackets is not closed, or closed and never opened.
    Unclosed,
    /// Optional parts stand too deep within each other.
    TooDeep,
}

type Style = (bool, bool);

/// Takes a text apart.
///
/// # Errors
/// A brace or bracket that does not close, or parts too deep within each other.
pub fn parse(text: &str) -> Result<Vec<Piece>, ParseError> {
    let mut style = (false, false);
    let (pieces, _) = run(text, &mut style, 0)?;
    Ok(pieces)
}

fn run<'a>(
    mut text: &'a str,
    style: &mut Style,
    depth: u8,
) -> Result<(Vec<Piece>, &'a str), ParseError> {
    let mut out = Vec::new();
    let mut words = String::new();
    let flush = |words: &mut String, out: &mut Vec<Piece>, (bold, italic): Style| {
        if !words.is_empty() {
            out.push(Piece::Words {
                text: std::mem::take(words),
                bold,
                italic,
            });
        }
    };
    loop {
        if let Some(rest) = text.strip_prefix('\\') {
            // A backslash before anything without a meaning is itself.
            match rest.chars().next().filter(|c| is_sign(*c)) {
                Some(sign) => {
                    words.push(sign);
                    text = &rest[sign.len_utf8()..];
                }
                None => {
                    words.push('\\');
                    text = rest;
                }
            }
        } else if let Some(rest) = text.strip_prefix("**") {
            flush(&mut words, &mut out, *style);
            style.0 = !style.0;
            text = rest;
        } else if let Some(rest) = text.strip_prefix('*') {
            flush(&mut words, &mut out, *style);
            style.1 = !style.1;
            text = rest;
        } else if let Some(rest) = text.strip_prefix("[[") {
            flush(&mut words, &mut out, *style);
            if depth >= DEPTH {
                return Err(ParseError::TooDeep);
            }
            let mut within = *style;
            let (inner, rest) = run(rest, &mut within, depth + 1)?;
            out.push(Piece::Optional(inner));
            text = rest;
        } else if let Some(rest) = text.strip_prefix("]]") {
            flush(&mut words, &mut out, *style);
            return if depth > 0 {
                Ok((out, rest))
            } else {
                Err(ParseError::Unclosed)
            };
        } else if let Some(rest) = text.strip_prefix('{') {
            flush(&mut words, &mut out, *style);
            let (name, rest) = rest.split_once('}').ok_or(ParseError::Unclosed)?;
            out.push(if let Some(snippet) = name.strip_prefix('>') {
                Piece::Snippet(snippet.to_owned())
            } else {
                Piece::Value {
                    name: name.trim_start_matches('=').to_owned(),
                    inline: name.starts_with('='),
                    bold: style.0,
                    italic: style.1,
                }
            });
            text = rest;
        } else if let Some(c) = text.chars().next() {
            words.push(c);
            text = &text[c.len_utf8()..];
        } else {
            flush(&mut words, &mut out, *style);
            return if depth == 0 {
                Ok((out, ""))
            } else {
                Err(ParseError::Unclosed)
            };
        }
    }
}

/// Signs of the template language, which a backslash makes plain.
fn is_sign(c: char) -> bool {
    matches!(c, '\\' | '{' | '}' | '[' | ']' | '*')
}

/// Puts a text together, so that taking it apart gives these pieces again, but
/// for neighbouring words of one style, which become one piece.
pub fn print(pieces: &[Piece]) -> String {
    let mut out = String::new();
    print_into(pieces, (false, false), &mut out);
    out
}

fn print_into(pieces: &[Piece], mut style: Style, out: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Words { text, .. } if text.is_empty() => {}
            Piece::Words { text, bold, italic } => {
                turn(&mut style, (*bold, *italic), out);
                for c in text.chars() {
                    if is_sign(c) {
                        out.push('\\');
                    }
                    out.push(c);
                }
            }
            Piece::Value {
                name,
                inline,
                bold,
                italic,
            } => {
                turn(&mut style, (*bold, *italic), out);
                out.push_str(if *inline { "{=" } else { "{" });
                out.push_str(name);
                out.push('}');
            }
            Piece::Snippet(name) => {
                out.push_str("{>");
                out.push_str(name);
                out.push('}');
            }
            Piece::Optional(inner) => {
                // Within, the style goes on from here; what it becomes there
                // ends with the part.
                out.push_str("[[");
                print_into(inner, style, out);
                out.push_str("]]");
            }
        }
    }
}

fn turn(style: &mut Style, to: Style, out: &mut String) {
    if style.0 != to.0 {
        out.push_str("**");
    }
    if style.1 != to.1 {
        out.push('*');
    }
    *style = to;
}

/// Calls `see` with every piece, those of optional parts included.
pub fn walk(pieces: &[Piece], see: &mut impl FnMut(&Piece)) {
    for piece in pieces {
        see(piece);
        if let Piece::Optional(inner) = piece {
            walk(inner, see);
        }
    }
}

/// Adds the names of the snippets in a text, each once.
pub fn snippets_in(pieces: &[Piece], names: &mut Vec<String>) {
    walk(pieces, &mut |piece| {
        if let Piece::Snippet(name) = piece
            && !names.contains(name)
        {
            names.push(name.clone());
        }
    });
}

/// The same pieces as taking apart gives them: no empty words, neighbours of
/// one style joined.
#[cfg(test)]
pub fn normalised(pieces: &[Piece]) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (piece, out.last_mut()) {
            (Piece::Words { text, .. }, _) if text.is_empty() => {}
            (
                Piece::Words { text, bold, italic },
                Some(Piece::Words {
                    text: before,
                    bold: b,
                    italic: i,
                }),
            ) if b == bold && i == italic => before.push_str(text),
            (Piece::Optional(inner), _) => out.push(Piece::Optional(normalised(inner))),
            _ => out.push(piece.clone()),
        }
    }
    out
}

#[cfg(test)]
pub mod made_up {
    //! Texts for property tests.

    use super::Piece;
    use proptest::prelude::*;

    /// Pieces of any words, with fields, snippets and optional parts.
    pub fn pieces() -> impl Strategy<Value = Vec<Piece>> {
        let leaf = prop_oneof![
            4 => (r"[\\\[\]{}*=>a-zж .«»]{0,12}", any::<bool>(), any::<bool>())
                .prop_map(|(text, bold, italic)| Piece::Words { text, bold, italic }),
            2 => (prop::sample::select(vec!["number", "received", "demand.due", "phone"]), any::<bool>(), any::<bool>(), any::<bool>())
                .prop_map(|(name, inline, bold, italic)| Piece::Value { name: name.into(), inline, bold, italic }),
            1 => prop::sample::select(vec!["lead", "bodies"]).prop_map(|name| Piece::Snippet(name.into())),
        ];
        let piece = leaf.prop_recursive(3, 12, 4, |inner| {
            prop::collection::vec(inner, 0..4).prop_map(Piece::Optional)
        });
        prop::collection::vec(piece, 0..6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_comes_parse() {
        let words = |text: &str, bold| Piece::Words {
            text: text.into(),
            bold,
            italic: false,
        };
        assert_eq!(
            parse("Ваше **[[от {their_date}]]**").unwrap(),
            vec![
                words("Ваше ", false),
                Piece::Optional(vec![
                    words("от ", true),
                    Piece::Value {
                        name: "their_date".into(),
                        inline: false,
                        bold: true,
                        italic: false
                    }
                ]),
            ]
        );
        for broken in ["[[", "]]", "{a", "a [[ {b} "] {
            assert_eq!(parse(broken), Err(ParseError::Unclosed), "{broken}");
        }
        assert_eq!(parse(&"[[".repeat(100_000)), Err(ParseError::TooDeep));
        assert_eq!(
            parse(r"\{5\} \*\\ \x").unwrap(),
            vec![words(r"{5} *\ \x", false)]
        );
    }

    proptest! {
        #[test]
        fn no_text_panics(text in r"[\[\]{}*=>a-zж\\ ]{0,40}") {
            let _ = parse(&text);
        }

        #[test]
        fn what_is_put_together_comes_apart_the_same(pieces in made_up::pieces()) {
            let text = print(&pieces);
            prop_assert_eq!(parse(&text).unwrap(), normalised(&pieces), "{}", text);
        }

        #[test]
        fn what_came_apart_is_put_together_the_same(text in r"[\[\]{}*=>a-zж\\ ]{0,40}") {
            if let Ok(pieces) = parse(&text) {
                prop_assert_eq!(parse(&print(&pieces)).unwrap(), normalised(&pieces));
            }
        }
    }
}
