//! Sentences: where one ends and the next begins.

use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// Sentences of lower-case text. A list after a colon belongs to its sentence;
/// a full stop before a small letter or a figure is an abbreviation's.
pub(super) fn sentences(low: &str) -> Vec<String> {
    let mut joined = String::with_capacity(low.len());
    let mut in_list = false;
    for line in low.lines() {
        let line = line.trim();
        let item = list_item(line);
        if line.is_empty() {
            if !in_list {
                joined.push('\n');
            }
            continue;
        }
        let opens = joined.trim_end().ends_with([':', ';']);
        match item {
            Some(words) if in_list || opens => {
                in_list = true;
                let kept = joined.trim_end().trim_end_matches(['.', ';']).len();
                joined.truncate(kept);
                joined.push_str(if joined.ends_with(':') { " " } else { "; " });
                joined.push_str(words);
            }
            _ => {
                let ends = joined.trim_end().ends_with(['.', '!', '?', '…']);
                joined.push_str(if in_list || (ends && item.is_some()) {
                    "\n"
                } else {
                    " "
                });
                in_list = false;
                joined.push_str(line);
            }
        }
    }
    let mut sentences = Vec::new();
    for stretch in joined.split('\n') {
        let mut start = 0;
        for (at, mark) in stretch
            .char_indices()
            .filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…'))
        {
            let end = at + mark.len_utf8();
            let tail = &stretch[end..];
            let is_end = match mark {
                '.' => {
                    tail.is_empty()
                        || (tail.starts_with(' ') && !is_abbreviation(&stretch[start..at]))
                }
                _ => !tail.starts_with(['.', '!', '?', '…', ')']),
            };
            if is_end {
                sentences.push(stretch[start..end].trim().to_owned());
                start = end;
            }
        }
        sentences.push(stretch[start..].trim().to_owned());
    }
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

fn list_item(line: &str) -> Option<&str> {
    static MARK: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^(?:\d{1,2}[.)]\s*|[-–—•*·]\s+|[а-яa-z]\)\s*)(\D.*)$"));
    MARK.captures(line)
        .and_then(|found| found.get(1))
        .map(|rest| rest.as_str())
}

/// Whether the word before a full stop is one that people abbreviate.
pub(super) fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or("");
    // A rouble sign's full stop may end the sentence too; cutting there would
    // lose «и извиниться», going on costs nothing.
    matches!(
        word,
        "руб"
            | "р"
            | "тыс"
            | "г"
            | "гг"
            | "т"
            | "д"
            | "п"
            | "к"
            | "е"
            | "ул"
            | "стр"
            | "ст"
            | "им"
            | "тел"
            | "коп"
            | "шт"
            | "см"
            | "млн"
            | "др"
            | "кв"
            | "no"
            | "mr"
            | "mrs"
            | "dr"
    ) && !before.is_empty()
        || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word != "я")
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn lists_belong_to_their_sentence() {
        let found = sentences(
            "требую:\n1. вернуть 500 руб. за чай;\n2. извиниться.\n\nжду ответа. с уважением",
        );
        assert_eq!(
            found,
            [
                "требую: вернуть 500 руб. за чай; извиниться.",
                "жду ответа.",
                "с уважением"
            ]
        );
    }
}
