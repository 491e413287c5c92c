//! Quotation: the words that the sender wrote, told from those of an earlier letter that is repeated
//! below or between them, and from the signature block.

use super::spelling::flat;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// How much of a text is searched for facts, in bytes. A complaint is a page
/// or ten; past this a text is a log or a book.
const SEARCHED_BYTES: usize = 96 * 1024;

/// The words that count for facts, and the signature block apart from them.
pub(super) struct Unquoted {
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
pub(super) fn split(text: &str) -> Unquoted {
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
    Unquoted {
        body: body.join("\n"),
        signature: signature.join("\n"),
    }
}

/// The first line of the header block that Outlook puts above a quoted letter;
/// it counts as one only in a text that has its «Sent» line too.
fn is_reply_head(line: &str) -> bool {
    line.starts_with("От:") || line.starts_with("From:")
}

#[cfg(test)]
mod tests {
    use super::split;

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
}
