//! Parameters of a header field, and the file name among them (RFC 2045, 2183, 2231).

use super::encoded_word::words_in;
use crate::charset;

/// More parameters than any field has.
const MOST: usize = 200;

/// A parameter as it is written: its name in lower case, its value without quotation marks.
type Parameter = (String, String);

/// The parameters behind the first semicolon of a field's value.
fn parameters(value: &str) -> Vec<Parameter> {
    let mut found = Vec::new();
    let mut rest = match value.find(';') {
        Some(at) => &value[at + 1..],
        None => return found,
    };
    while !rest.trim().is_empty() && found.len() < MOST {
        let Some(sign) = rest.find(['=', ';']) else {
            break;
        };
        if rest[sign..].starts_with(';') {
            rest = &rest[sign + 1..];
            continue;
        }
        let name = rest[..sign].trim().to_ascii_lowercase();
        rest = rest[sign + 1..].trim_start();
        let value;
        if let Some(quoted) = rest.strip_prefix('"') {
            let mut content = String::new();
            let mut end = quoted.len();
            let mut escaped = false;
            for (at, c) in quoted.char_indices() {
                if escaped {
                    // A folder of Windows is written without doubling its strokes as a rule.
                    if !matches!(c, '"' | '\\') {
                        content.push('\\');
                    }
                    content.push(c);
                    escaped = false;
                } else if c == '\\' {
                    escaped = true;
                } else if c == '"' {
                    end = at + 1;
                    break;
                } else {
                    content.push(c);
                }
            }
            rest = &quoted[end..];
            value = content;
        } else {
            // Some programs write a name of several words without quotation marks.
            let end = rest.find(';').unwrap_or(rest.len());
            value = rest[..end].trim().to_owned();
            rest = &rest[end..];
        }
        found.push((name, unfolded(&value)));
        rest = rest.find(';').map_or("", |at| &rest[at + 1..]);
    }
    found
}

fn unfolded(value: &str) -> String {
    value.replace(['\r', '\n'], "")
}

/// The file name that the two fields of a part say, the clearest of several.
pub(super) fn file_name(disposition: Option<&str>, content_type: Option<&str>) -> Option<String> {
    let of = |field: Option<&str>, name: &str| {
        let parameters = parameters(field?);
        extended(&parameters, name).or_else(|| plain(&parameters, name))
    };
    let named = of(disposition, "filename");
    let other = of(content_type, "name");
    match (named, other) {
        // A program that has no letters for the name leaves marks in their place.
        (Some(named), Some(other)) if is_effaced(&named) && !is_effaced(&other) => Some(other),
        (named, other) => named.or(other),
    }
    .filter(|name| !name.trim().is_empty())
}

fn is_effaced(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.contains(['_', '?', '\u{fffd}'])
        && stem
            .chars()
            .all(|c| matches!(c, '_' | '?' | '\u{fffd}' | '-' | ' '))
}

fn plain(parameters: &[Parameter], name: &str) -> Option<String> {
    let (_, value) = parameters.iter().find(|(own, _)| own == name)?;
    let value = words_in(value);
    Some(percents(&value).unwrap_or(value))
}

/// The value of a parameter in pieces, or with a charset of its own (RFC 2231). The pieces are joined before
/// anything is decoded, for many programs cut letters and escapes in two.
fn extended(parameters: &[Parameter], name: &str) -> Option<String> {
    let mut pieces: Vec<(u32, bool, &str)> = Vec::new();
    for (own, value) in parameters {
        let Some(mark) = own
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('*'))
        else {
            continue;
        };
        let encoded = mark.is_empty() || mark.ends_with('*');
        let number = mark.trim_end_matches('*');
        let number = if number.is_empty() {
            Some(0)
        } else {
            number.parse().ok()
        };
        if let Some(number) = number {
            pieces.push((number, encoded, value));
        }
    }
    complaint::order::by_key(&mut pieces, |(number, ..)| *number);
    let (_, encoded, first) = pieces.first()?;
    if !encoded && pieces.iter().all(|(_, encoded, _)| !encoded) {
        let joined: String = pieces.iter().map(|(.., value)| *value).collect();
        let value = words_in(&joined);
        return Some(percents(&value).unwrap_or(value));
    }
    let (charset, first) = match first.splitn(3, '\'').collect::<Vec<_>>()[..] {
        [charset, _, rest] => (Some(charset).filter(|name| !name.is_empty()), rest),
        _ => (None, *first),
    };
    let mut joined = first.to_owned();
    for (.., value) in &pieces[1..] {
        joined.push_str(value);
    }
    let bytes = unescaped(&joined);
    Some(charset::decode(&bytes, charset).text)
}

fn unescaped(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let digit = |at: usize| {
        let byte = *bytes.get(at)?;
        char::from(byte)
            .to_digit(16)
            .and_then(|digit| u8::try_from(digit).ok())
    };
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, digit(at + 1), digit(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 3;
            }
            _ => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    out
}

/// A name written with escapes though nothing says so; only letters outside ASCII are believed.
fn percents(name: &str) -> Option<String> {
    if name.matches('%').count() < 2 || !name.is_ascii() {
        return None;
    }
    let text = String::from_utf8(unescaped(name)).ok()?;
    (!text.is_ascii()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn names_in_pieces_are_whole() {
        for (field, name) in [
            (
                "attachment; filename*0*=UTF-8''%D0%A7%D0%; filename*1*=B5%D0%BA.pdf",
                "Чек.pdf",
            ),
            (
                "attachment; filename*1*=%D0%BA.pdf; filename*0*=UTF-8''%D0%A7%D0%B5",
                "Чек.pdf",
            ),
            (
                "attachment; filename*0=\"=?utf-8?Q?=D0=A7=D0\"; filename*1=\"=B5=D0=BA.pdf?=\"",
                "Чек.pdf",
            ),
            (
                "attachment; filename*0*=koi8-r''%FE%C5; filename*1*=%CB; filename*2=.pdf",
                "Чек.pdf",
            ),
            (
                "attachment; filename*=windows-1251''%D7%E5%EA.pdf",
                "Чек.pdf",
            ),
            ("attachment; filename*=%D0%A7%D0%B5%D0%BA.pdf", "Чек.pdf"),
            (
                "attachment; filename=\"=?UTF-8?Q?bad?=\"; filename*=UTF-8''%D0%A7%D0%B5%D0%BA.pdf",
                "Чек.pdf",
            ),
            ("attachment; filename=\"%D0%A7%D0%B5%D0%BA.pdf\"", "Чек.pdf"),
            ("attachment; filename=100%25.pdf", "100%25.pdf"),
            ("attachment; filename=мой чек.pdf; size=5", "мой чек.pdf"),
            (
                "attachment; filename=\"Счёт №5; копия.pdf\"",
                "Счёт №5; копия.pdf",
            ),
            ("attachment; filename=\"a\\\"b.pdf\"", "a\"b.pdf"),
            (
                "attachment; size=1; filename*0=che; filename*1=k.pdf",
                "chek.pdf",
            ),
        ] {
            assert_eq!(
                file_name(Some(field), None).as_deref(),
                Some(name),
                "{field}"
            );
        }
        let (gaps, whole) = (
            "attachment; filename=\"___.pdf\"",
            "application/pdf; name=\"=?UTF-8?B?0KfQtdC6LnBkZg==?=\"",
        );
        assert_eq!(
            file_name(Some(gaps), Some(whole)).as_deref(),
            Some("Чек.pdf")
        );
        assert_eq!(
            file_name(Some("attachment"), Some(whole)).as_deref(),
            Some("Чек.pdf")
        );
        assert_eq!(file_name(Some("attachment; filename="), None), None);
    }
}
