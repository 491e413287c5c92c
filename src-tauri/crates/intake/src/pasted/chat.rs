//! A chat copied out of a messenger: who spoke first, and that person's words.

use crate::pattern::pattern;
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use regex::Regex;
use std::sync::LazyLock;

/// The words of the person who began the chat.
pub(crate) struct Chat {
    pub name: String,
    pub words: String,
    /// When the first message came, by the clock of whoever copied the chat.
    pub began: Option<NaiveDateTime>,
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
    let first = text.lines().find(|line| !line.trim().is_empty())?;
    let (name, own) = start(first)?;
    let began = moment(first.trim().strip_suffix(own).unwrap_or(first));
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
    Some(Chat { name, words, began })
}

static DAY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(\d{1,2})([./])(\d{1,2})[./](\d{4}|\d{2})\b"));
static TIME: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s?([AaPp])[Mm])?"));

/// The day and time that stand in the head of a message; none without a day. With a slash and a clock of twelve
/// hours the month stands first.
fn moment(head: &str) -> Option<NaiveDateTime> {
    let (day, time) = (DAY.captures(head)?, TIME.captures(head)?);
    let number = |found: Option<regex::Match<'_>>| found?.as_str().parse::<u32>().ok();
    let half = time.get(3).map(|half| half.as_str().to_lowercase());
    let (first, second) = (number(day.get(1))?, number(day.get(3))?);
    let american = half.is_some() && day.get(2)?.as_str() == "/";
    let (d, m) = if american {
        (second, first)
    } else {
        (first, second)
    };
    let year = number(day.get(4))?;
    let year = i32::try_from(if year < 100 { 2000 + year } else { year }).ok()?;
    let hour = match (number(time.get(1))?, half.as_deref()) {
        (12, Some("a")) => 0,
        (hour, Some("p")) if hour < 12 => hour + 12,
        (hour, _) => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, number(time.get(2))?, 0)?;
    Some(NaiveDate::from_ymd_opt(year, m, d)?.and_time(time))
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
            let began = chat.began.map(|at| at.to_string());
            assert_eq!(began.as_deref(), Some("2026-11-12 10:15:00"), "{text}");
            assert_eq!(
                chat.words.split_whitespace().collect::<Vec<_>>().join(" "),
                "Верните деньги за чайник Нет",
                "{text}"
            );
        }
        assert!(first_speaker("Здравствуйте: прошу вернуть деньги").is_none());
    }

    #[test]
    fn the_head_tells_when_the_chat_began() {
        for (text, began) in [
            (
                "[10:15, 12.11.2026] Анна: Верните",
                Some("2026-11-12 10:15:00"),
            ),
            (
                "12/11/26, 22:15 - Анна: Верните",
                Some("2026-11-12 22:15:00"),
            ),
            (
                "11/12/26, 10:15 PM - Anna: Refund",
                Some("2026-11-12 22:15:00"),
            ),
            ("Анна [10:15]\nВерните за 01.10.2026", None),
            (
                "Анна, [12.11.2026 в 10:15]\nВерните",
                Some("2026-11-12 10:15:00"),
            ),
        ] {
            let chat = first_speaker(text).expect(text);
            let found = chat.began.map(|at| at.to_string());
            assert_eq!(found.as_deref(), began, "{text}");
        }
    }
}
