//! The text of a template written out: its values, snippets and optional parts.

use crate::facts::Facts;
use crate::template::{Piece, Template};
use crate::text::{Line, Span, after_stop};

/// How deep snippets may stand within snippets.
const DEPTH: u8 = 4;
/// Paragraphs that one value may become; what is more stays in the last one.
const PARAGRAPHS: usize = 40;

/// The text written out as one line; further paragraphs of a value follow
/// after a break.
pub fn first_line(template: &Template, text: &[Piece], facts: Facts<'_>) -> Line {
    let mut joined = Line::new();
    for (at, mut line) in lines(template, text, facts).into_iter().enumerate() {
        if at > 0 {
            joined.push(Span::Break);
        }
        joined.append(&mut line);
    }
    joined
}

/// The text written out; a `\n` in a value starts a new line.
pub fn lines(template: &Template, text: &[Piece], facts: Facts<'_>) -> Vec<Line> {
    let mut flat = Line::new();
    write(template, text, facts, &mut flat, &mut false, DEPTH);
    let mut lines = vec![Line::new()];
    for span in flat {
        if span == Span::Break && lines.len() < PARAGRAPHS {
            lines.push(Line::new());
        } else if let Some(line) = lines.last_mut() {
            line.push(span);
        }
    }
    for line in &mut lines {
        trim(line);
    }
    lines.retain(|l| !l.is_empty());
    lines
}

/// `behind` tells whether what was written last is the end of an inline value.
fn write(
    template: &Template,
    pieces: &[Piece],
    facts: Facts<'_>,
    out: &mut Line,
    behind: &mut bool,
    depth: u8,
) {
    for piece in pieces {
        match piece {
            Piece::Words { text, bold, italic } => {
                let ended = std::mem::take(behind) && ends_itself(out);
                let text = match text.strip_prefix('.') {
                    Some(rest) if ended && !rest.starts_with('.') => rest,
                    Some(_) | None => text,
                };
                add_words(out, text, *bold, *italic);
            }
            Piece::Value {
                name,
                inline,
                bold,
                italic,
            } => match (facts.value(name), inline) {
                (Some(value), true) => {
                    for (at, line) in value.split('\n').enumerate() {
                        if at > 0 {
                            out.push(Span::Break);
                        }
                        add_words(out, line, *bold, *italic);
                    }
                    *behind = true;
                }
                (value, _) => {
                    out.push(Span::Field {
                        name: facts.field_name(name),
                        label: facts.label(name),
                        value: value.map(|v| v.replace('\n', " ")),
                        by_hand: false,
                        bold: *bold,
                        italic: *italic,
                    });
                    *behind = false;
                }
            },
            Piece::Snippet(name) => {
                let variants = template.snippets.get(name).into_iter().flatten();
                let fitting = variants.into_iter().find(|v| facts.hold(&v.when));
                if let Some(variant) = fitting.filter(|_| depth > 0) {
                    write(template, &variant.text, facts, out, behind, depth - 1);
                }
            }
            Piece::Optional(inner) => {
                if all_known(inner, facts) {
                    write(template, inner, facts, out, behind, depth);
                }
            }
        }
    }
}

/// Whether the last words bring the stop of their sentence with them: «… 2026 г.», «и так далее…».
fn ends_itself(out: &Line) -> bool {
    matches!(out.last(), Some(Span::Text { text, .. }) if text.ends_with(['.', '…']))
}

fn all_known(pieces: &[Piece], facts: Facts<'_>) -> bool {
    pieces.iter().all(|p| match p {
        Piece::Value { name, .. } => facts.value(name).is_some(),
        Piece::Words { .. } | Piece::Snippet(_) | Piece::Optional(_) => true,
    })
}

/// Adds words, joined to the last run when it has the same style.
pub fn add_words(out: &mut Line, words: &str, is_bold: bool, is_italic: bool) {
    // «… 2026 г.» closes the sentence with its own full stop.
    let words = match out.last() {
        Some(Span::Field {
            value: Some(value), ..
        }) => after_stop(value, words),
        _ => words,
    };
    if words.is_empty() {
        return;
    }
    if let Some(Span::Text { text, bold, italic }) = out.last_mut()
        && *bold == is_bold
        && *italic == is_italic
    {
        text.push_str(words);
    } else {
        out.push(Span::Text {
            text: words.to_owned(),
            bold: is_bold,
            italic: is_italic,
        });
    }
}

/// Takes blanks off both ends of a line.
fn trim(line: &mut Line) {
    while let Some(Span::Text { text, .. }) = line.first_mut() {
        *text = text.trim_start().to_owned();
        if !text.is_empty() {
            break;
        }
        line.remove(0);
    }
    while let Some(Span::Text { text, .. }) = line.last_mut() {
        *text = text.trim_end().to_owned();
        if !text.is_empty() {
            break;
        }
        line.pop();
    }
}
