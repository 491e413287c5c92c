//! What the file of a letter is called.

use crate::names::latin::latin;
use crate::names::party::short;
use crate::template::shipped;
use crate::words::clean::clean_line;
use crate::words::phrases::phrases;
use complaint::{Complainant, Language, LetterKind};

/// A file name for the letter: «ИСХ-2026-0001 Ответ на ВХ-2026-0001 Соколова.pdf».
/// Holds no sign that a file system or a mail program refuses, and at most 120
/// characters before the ending.
pub fn file_name(
    kind: LetterKind,
    language: Language,
    number: Option<&str>,
    incoming: &str,
    complainant: &Complainant,
) -> String {
    let words = phrases(language);
    let what = &shipped(kind, language).kind.file_name;
    let mut name = short(complainant);
    if language == Language::En {
        name = latin(&name);
    }
    let name: String = name.chars().take(40).collect();
    let parts = [
        number.unwrap_or(words.frame("file_draft")),
        what,
        incoming,
        &name,
    ];
    let joined: Vec<String> = parts
        .into_iter()
        .map(safe)
        .filter(|p| !p.is_empty())
        .collect();
    let stem: String = joined.join(" ").chars().take(120).collect();
    let stem = stem.trim_matches([' ', '.']);
    format!("{}.pdf", if stem.is_empty() { "letter" } else { stem })
}

fn safe(part: &str) -> String {
    let replaced: String = clean_line(part)
        .chars()
        .map(|c| match c {
            '/' | '\\' | ':' | '|' => '-',
            '<' | '>' | '"' | '?' | '*' | '«' | '»' | '%' => ' ',
            '\u{a0}' => ' ',
            c => c,
        })
        .collect();
    let words: Vec<&str> = replaced.split_whitespace().collect();
    words.join(" ").trim_matches(['.', ' ']).to_owned()
}
