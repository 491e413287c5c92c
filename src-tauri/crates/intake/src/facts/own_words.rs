//! The sender's own words: the text without quotations and signature block.

use super::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// How much of a text is searched for facts, in bytes. A complaint is a page
/// or ten; past this a text is a log or a book.
const SEARCHED_BYTES: usize = 96 * 1024;

/// The words that count for facts, and the signature block apart from them.
pub(super) struct OwnWords {
    pub body: String,
    pub signature: String,
}

/// A line after which an earlier letter is repeated.
static REPLY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^\s*(?:-{2,}\s*(?:original message|исходное сообщение)|_{10,}$",
        r"|.{0,120}\d{4}.{0,80}(?:пишет|писал\(?а?\)?|написал\(?а?\)?|wrote):?\s*$",
        r"|(?:on|в) .{5,150} (?:wrote|написал\(?а?\)?|пишет):\s*$)"
    ))
});
/// A line that announces a forwarded letter, and the header lines after it.
static FORWARD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*-{2,}.*(?:forwarded|пересыла|пересланн|перенаправлен).*$|^\s*начало переадресованного сообщения",
    )
});
static FORWARD_FIELD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*\**(?:from|to|cc|date|sent|subject|от|кому|копия|дата|отправлено|тема)\**\s*:.*$",
    )
});
static DEVICE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^\s*(?:отправлено (?:с|из)|послано с|sent (?:from|with)|get outlook)\b.{0,80}$")
});

/// Splits a text. When nothing but a quotation is there, the quotation counts:
/// a letter passed on without a word of one's own is still that letter.
pub(super) fn split(text: &str) -> OwnWords {
    let text = flat(&text[..text.floor_char_boundary(SEARCHED_BYTES)]);
    let mut body: Vec<&str> = Vec::new();
    let mut quoted: Vec<&str> = Vec::new();
    let mut signature: Vec<&str> = Vec::new();
    let mut after_reply = false;
    let mut in_signature = false;
    let mut in_forward_head = false;
    let has_sent_line = text
        .lines()
        .map(str::trim)
        .any(|line| line.starts_with("Отправлено:") || line.starts_with("Sent:"));
    for line in text.lines() {
        let bare = line.trim();
        if after_reply {
            quoted.push(bare);
        } else if let Some(inner) = bare.strip_prefix('>') {
            quoted.push(inner.trim_start_matches(['>', ' ']));
        } else if FORWARD.is_match(bare) {
            in_forward_head = true;
            in_signature = false;
        } else if in_forward_head && (bare.is_empty() || FORWARD_FIELD.is_match(bare)) {
            in_forward_head = !bare.is_empty() || body.is_empty();
        } else if REPLY.is_match(bare) || (has_sent_line && is_reply_head(bare)) {
            after_reply = true;
        } else if in_signature || bare == "--" {
            in_signature = true;
            signature.push(bare);
        } else if !DEVICE_LINE.is_match(bare) {
            in_forward_head = false;
            body.push(bare);
        }
    }
    let letters = |lines: &[&str]| -> usize {
        lines
            .iter()
            .flat_map(|line| line.chars())
            .filter(|c| c.is_alphabetic())
            .count()
    };
    if letters(&body) < 12 && letters(&quoted) > 12 {
        body.extend(quoted);
    }
    OwnWords {
        body: body.join("\n"),
        signature: signature.join("\n"),
    }
}

/// The first line of the header block that Outlook puts above a quoted letter;
/// it counts as one only in a text that has its «Sent» line too.
fn is_reply_head(line: &str) -> bool {
    line.starts_with("От:") || line.starts_with("From:")
}

/// Every blank but the line end becomes a space; marks without width go.
pub(super) fn flat(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'))
        .map(|c| match c {
            '\n' => '\n',
            '\u{2010}' | '\u{2011}' | '\u{2212}' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        })
        .collect()
}

/// The form that the tables speak of: small letters, and `ё` as `е`.
pub(super) fn lower(text: &str) -> String {
    text.to_lowercase().replace('ё', "е")
}

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
fn is_abbreviation(before: &str) -> bool {
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
    use super::{sentences, split};

    #[test]
    fn quotations_and_signatures_stand_apart() {
        let words = split("Верните деньги.\n> 05.05.2025 вы писали\n-- \nИван\n+7 911 555-01-42");
        assert_eq!(words.body, "Верните деньги.");
        assert!(words.signature.contains("Иван"));
        let reply = split(
            "Не согласен.\n\nпн, 9 нояб. 2026 г. в 19:42, Лавка <a@b.example> пишет:\nВам отказано",
        );
        assert_eq!(reply.body.trim(), "Не согласен.");
    }

    #[test]
    fn a_forwarded_letter_counts() {
        let text = "---------- Forwarded message ---------\nОт: Иван <a@b.example>\nТема: чайник\n\nПрошу вернуть деньги.";
        assert_eq!(split(text).body.trim(), "Прошу вернуть деньги.");
        assert_eq!(
            split("> Прошу вернуть деньги за чайник").body.trim(),
            "Прошу вернуть деньги за чайник"
        );
    }

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
