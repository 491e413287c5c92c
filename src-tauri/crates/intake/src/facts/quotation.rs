//! Quotation: the words that the sender wrote, told from those of an earlier letter that is repeated
//! below or between them, and from the signature block.

use super::quoted_head::{self, Head};
use super::spelling::flat;
use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// How much of a text is searched for facts, in bytes. A complaint is a page
/// or ten; past this a text is a log or a book.
const SEARCHED_BYTES: usize = 96 * 1024;

/// A text taken apart.
#[derive(Debug, Default)]
pub(super) struct Parted {
    /// The words above, between and below what is repeated.
    pub own: String,
    pub signature: String,
    /// The earlier letter, without the marks of quotation.
    pub earlier: String,
    /// What stands above the earlier letter; none where only marks of quotation show it.
    pub head: Option<Head>,
}

static DEVICE_LINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^\s*(?:отправлено (?:с|из)|послано с|sent (?:from|with|via)|get outlook|скачать outlook)\b.{0,80}$",
    )
});
/// What stands around a text that is signed with a key.
static ARMOUR: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^-----BEGIN PGP SIGNED MESSAGE-----$|^Hash: SHA\d+$"));
static KEY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^-----BEGIN PGP SIGNATURE-----$"));

/// Takes a text apart.
pub(super) fn parted(text: &str) -> Parted {
    let text = flat(&text[..text.floor_char_boundary(SEARCHED_BYTES)]);
    let lines = quoted_head::lines(&text);
    let mut own: Vec<&str> = Vec::new();
    let mut earlier: Vec<&str> = Vec::new();
    let mut signature: Vec<&str> = Vec::new();
    let mut found = None;
    let mut in_signature = false;
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some((head, taken)) = quoted_head::head(&lines[at..]) {
            found = Some(head);
            at += taken;
            break;
        }
        if KEY.is_match(line) {
            break;
        }
        if line.starts_with('>') {
            earlier.push(quoted_head::unquoted(line));
        } else if in_signature || line == "--" {
            in_signature = true;
            signature.push(line);
        } else if !DEVICE_LINE.is_match(line) && !ARMOUR.is_match(line) {
            own.push(line);
        }
        at += 1;
    }
    if let Some(head) = &found {
        let below = &lines[at.min(lines.len())..];
        let has_marks = below
            .iter()
            .find(|line| !line.is_empty())
            .is_some_and(|line| line.starts_with('>'));
        for line in below {
            if quoted_head::is_end(line) {
                break;
            }
            if has_marks && !head.passes_on && !line.starts_with('>') {
                // The answer stands below or between what it answers.
                own.push(line);
            } else if has_marks {
                earlier.push(quoted_head::unquoted(line));
            } else {
                earlier.push(line);
            }
        }
    }
    Parted {
        own: own.join("\n"),
        signature: signature.join("\n"),
        earlier: earlier.join("\n"),
        head: found,
    }
}

/// How many letters there are, for a greeting alone is no letter.
pub(super) fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphabetic()).count()
}

#[cfg(test)]
mod tests {
    use super::parted;

    #[test]
    fn quotations_and_signatures_stand_apart() {
        let words = parted("Верните деньги.\n> 05.05.2025 вы писали\n-- \nИван\n+7 911 555-01-42");
        assert_eq!(words.own, "Верните деньги.");
        assert!(words.signature.contains("Иван"));
        let reply = parted(
            "Не согласен.\n\nпн, 9 нояб. 2026 г. в 19:42, Лавка <a@b.example> пишет:\nВам отказано",
        );
        assert_eq!(reply.own.trim(), "Не согласен.");
        let below = parted(
            "11.11.2026, 15:19, Лавка <a@b.example>:\n> Вам отказано\n\nНе согласен.\n> Ждите\nНе буду.",
        );
        assert_eq!(below.own.trim(), "Не согласен.\nНе буду.");
        assert_eq!(below.earlier.trim(), "Вам отказано\nЖдите");
        let device = parted(
            "Верните.\n--\nОтправлено из Mail для Android\nсреда, 11 ноября 2026г., 15:19 +03:00 от Лавка  s@l.example:\nвы должны 500 рублей",
        );
        assert_eq!(device.own.trim(), "Верните.");
    }

    #[test]
    fn an_earlier_letter_ends_where_it_says() {
        let text = "-------- Пересылаемое сообщение --------\n12.11.2026, 19:42, Анна <a@b.example>:\n\nПрошу вернуть деньги.\n-------- Конец пересылаемого сообщения --------\nне отсюда";
        assert_eq!(parted(text).earlier.trim(), "Прошу вернуть деньги.");
    }
}
