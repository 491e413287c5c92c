//! A chat copied out of a messenger: who spoke first, and that person's words.

use crate::pattern::pattern;
use regex::Regex;
use std::sync::LazyLock;

/// The words of the person who began the chat.
pub(crate) struct Chat {
    pub name: String,
    pub words: String,
}

/// A line that starts a message: `[12.11.2026, 10:15] Имя: слова`,
/// `12.11.2026, 10:15 - Имя: слова` (with the words behind), or
/// `Имя, [12.11.2026 10:15]` and `Имя [10:15]` (with the words below).
static WITH_WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\[?(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp][Mm])?(?:,\s*\d{1,2}[./]\d{1,2}[./]\d{2,4})?\]?\s*(?:[-–—]\s*)?([^\d:\[\]][^:\[\]]{0,60}):\s+(.*)$",
    )
});
static NAME_ALONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^([^\d:\[\]][^:\[\]]{0,60}?),?\s*\[(?:\d{1,2}[./]\d{1,2}[./]\d{2,4},?\s+(?:в\s+)?)?\d{1,2}:\d{2}(?::\d{2})?\]:?\s*(.*)$",
    )
});

/// Recognises a chat by its first line being one of those that start a message.
pub(crate) fn first_speaker(text: &str) -> Option<Chat> {
    let (name, _) = start(text.lines().find(|line| !line.trim().is_empty())?)?;
    let name = name.to_owned();
    let mut words = String::new();
    let mut is_first = false;
    for line in text.lines() {
        let own = match start(line) {
            Some((speaker, own)) => {
                is_first = speaker == name;
                own
            }
            None => line,
        };
        if is_first {
            words.push_str(own);
            words.push('\n');
        }
    }
    Some(Chat { name, words })
}

fn start(line: &str) -> Option<(&str, &str)> {
    let line = line.trim().trim_start_matches(['\u{200e}', '\u{200f}']);
    // Only a short head is looked at, so no line is searched twice over.
    let found = [&WITH_WORDS, &NAME_ALONE]
        .into_iter()
        .find_map(|form| form.captures(line))?;
    Some((found.get(1)?.as_str().trim(), found.get(2)?.as_str()))
}

#[cfg(test)]
mod tests {
    use super::first_speaker;

    #[test]
    fn only_the_first_speaker_counts() {
        for text in [
            "[12.11.2026, 10:15] Анна Зуева: Верните деньги\nза чайник\n[12.11.2026, 10:20] Магазин: Заменим?\n[12.11.2026, 10:21] Анна Зуева: Нет",
            "Анна Зуева, [12.11.2026 10:15]\nВерните деньги\nза чайник\n\nМагазин, [12.11.2026 10:20]\nЗаменим?\nАнна Зуева, [12.11.2026 10:21]\nНет",
            "12.11.2026, 10:15 - Анна Зуева: Верните деньги\nза чайник\n12.11.2026, 10:20 - Магазин: Заменим?\n12.11.2026, 10:21 - Анна Зуева: Нет",
        ] {
            let chat = first_speaker(text).expect(text);
            assert_eq!(chat.name, "Анна Зуева");
            assert_eq!(
                chat.words.split_whitespace().collect::<Vec<_>>().join(" "),
                "Верните деньги за чайник Нет",
                "{text}"
            );
        }
        assert!(first_speaker("Здравствуйте: прошу вернуть деньги").is_none());
    }
}
