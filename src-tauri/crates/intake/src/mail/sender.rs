//! Who sent a message, by its own line: names and addresses as programs and people write them.

use super::encoded_word::words_in;
use super::line::line;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// The longest line of senders that is read, in bytes.
const LONGEST: usize = 16 * 1024;

/// An address by itself. Letters of any script stand in it (RFC 6531).
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"[^\s<>()\[\]{}",:;@]+@[^\s<>()\[\]{}",:;@]+[^\s<>()\[\]{}",:;@.'’»]"#)
});
/// An address in its brackets, whatever they are.
static BRACKETED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"[<\[({]\s*(?:mailto:)?([^\s<>\[\](){}@]+@[^\s<>\[\](){}]+?)\s*[>\])}]")
});
/// What a list or a form of a site puts behind the name of whoever wrote.
static VIA: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)\s+\(?(?:via|через)\s+\S.*$"));
/// What a person says of themselves behind the name: in brackets, or in small letters behind a comma.
static BESIDE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\s*(?:\([^()]*\)|,\s*\p{Ll}[\p{Ll}\s-]*)$"));

/// The name and the address of the first sender of a line such as `Пётр <a@b>`, the name with or without
/// quotation marks and commas, the address with or without its brackets.
pub(crate) fn sender(value: &str) -> (Option<String>, Option<String>) {
    let value = line(&value[..value.floor_char_boundary(LONGEST)]);
    let (encoded, tail) = first(&value);
    let address = BRACKETED
        .captures(tail)
        .and_then(|found| found.get(1))
        .or_else(|| ADDRESS.find(tail))
        .map(|found| found.as_str().to_owned());
    let mut name = line(&words_in(encoded));
    // A name in words may hold the address, too, where a program encoded the whole line.
    let address = address.or_else(|| {
        let found = BRACKETED
            .captures(&name)
            .and_then(|found| found.get(1))
            .or_else(|| ADDRESS.find(&name))?
            .as_str()
            .to_owned();
        let at = name.find(&found).unwrap_or(name.len());
        name.truncate(at);
        Some(found)
    });
    (tidy(&name, address.as_deref()), address)
}

/// The words of the first sender, and the stretch with the address.
fn first(value: &str) -> (&str, &str) {
    if let Some(found) = BRACKETED.find(value) {
        let before = &value[..found.start()];
        // `a@b, Пётр <c@d>`: whoever stands first.
        match before.rsplit_once(',') {
            Some((head, _)) if !head.contains('"') && ADDRESS.is_match(head) => return first(head),
            _ if before.trim().is_empty() || !ADDRESS.is_match(before) => {}
            _ if before.contains('"') || before.contains("=?") => {}
            // «a@b <a@b>»
            _ => return (before, found.as_str()),
        }
        return (before, found.as_str());
    }
    match ADDRESS.find(value) {
        Some(found) => {
            let before = value[..found.start()].trim();
            let behind = value[found.end()..].trim_start_matches(['>', ' ']);
            // `a@b (Пётр)`, the old form.
            let comment = behind
                .strip_prefix('(')
                .map(|rest| rest.split(')').next().unwrap_or(rest));
            match comment {
                Some(comment) if before.is_empty() => (comment, found.as_str()),
                // `a@b Пётр`, the address first.
                None if before.is_empty() && !behind.contains([',', ';', '@']) => {
                    (behind, found.as_str())
                }
                _ if before.ends_with(':') => ("", found.as_str()),
                _ => (before, found.as_str()),
            }
        }
        None => (value, ""),
    }
}

fn tidy(name: &str, address: Option<&str>) -> Option<String> {
    let is_edge =
        |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '<' | '>' | '(' | '[' | '{' | '\\');
    let mut name = name.trim_matches(is_edge).replace("\\\"", "\"");
    for (opens, closes) in [('"', '"'), ('\'', '\''), ('«', '»'), ('“', '”'), ('„', '“')]
    {
        let bare = name.trim_matches(is_edge);
        if let Some(inner) = bare
            .strip_prefix(opens)
            .and_then(|rest| rest.strip_suffix(closes))
            && !inner.contains([opens, closes])
        {
            name = inner.trim().to_owned();
        }
    }
    if address.is_some() {
        name = VIA.replace(&name, "").into_owned();
        name = BESIDE.replace(&name, "").into_owned();
        name.truncate(name.trim_end_matches([' ', '-', '–', '—', '|']).len());
    }
    let name = name.trim_matches(is_edge).to_owned();
    let is_address = address.is_some_and(|address| name.eq_ignore_ascii_case(address))
        || (ADDRESS
            .find(&name)
            .is_some_and(|found| found.len() == name.len()));
    (!name.is_empty() && !is_address && name.chars().any(char::is_alphanumeric)).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::sender;

    #[test]
    fn senders_in_many_forms() {
        for (line, name, address) in [
            ("Иван Петров <i@p.example>", "Иван Петров", "i@p.example"),
            ("Петров, Иван <i@p.example>", "Петров, Иван", "i@p.example"),
            (
                "\"Петров, Иван\" <i@p.example>",
                "Петров, Иван",
                "i@p.example",
            ),
            ("'Иван Петров' <i@p.example>", "Иван Петров", "i@p.example"),
            ("Иван Петров i@p.example", "Иван Петров", "i@p.example"),
            ("Иван Петров [i@p.example]", "Иван Петров", "i@p.example"),
            ("Иван Петров (i@p.example)", "Иван Петров", "i@p.example"),
            ("i@p.example (Иван Петров)", "Иван Петров", "i@p.example"),
            (
                "Иван Петров <mailto:i@p.example>",
                "Иван Петров",
                "i@p.example",
            ),
            (
                "Иван Петров via Лавка <i@p.example>",
                "Иван Петров",
                "i@p.example",
            ),
            (
                "ООО \"Лавка\" <i@p.example>",
                "ООО \"Лавка\"",
                "i@p.example",
            ),
            (
                "=?utf-8?B?0JjQstCw0L0=?=<i@p.example>",
                "Иван",
                "i@p.example",
            ),
            (
                "\"=?utf-8?B?0JjQstCw0L0=?=\" <i@p.example>",
                "Иван",
                "i@p.example",
            ),
            (
                "=?utf-8?B?0J/QtdGC0YDQvtCyLCDQmNCy0LDQvQ==?= <i@p.example>",
                "Петров, Иван",
                "i@p.example",
            ),
            ("i@p.example <i@p.example>", "", "i@p.example"),
            ("<i@p.example>", "", "i@p.example"),
            ("i@p.example", "", "i@p.example"),
            ("a@p.example, b@p.example", "", "a@p.example"),
            ("a@p.example, Иван <b@p.example>", "", "a@p.example"),
            ("Клиенты: i@p.example, b@p.example;", "", "i@p.example"),
            ("Иван <иван@почта.рф>", "Иван", "иван@почта.рф"),
            ("Иван", "Иван", ""),
            ("", "", ""),
            ("Иван <>", "Иван", ""),
        ] {
            let found = sender(line);
            assert_eq!(found.0.unwrap_or_default(), name, "{line}");
            assert_eq!(found.1.unwrap_or_default(), address, "{line}");
        }
    }
}
