//! Dates as people write them, read out of a text.

use super::folded::folded;
use super::pattern::Pattern;
use chrono::NaiveDate;

macro_rules! english_months {
    ($first:literal $(, $next:literal)+) => {
        const ENGLISH: [&str; 12] = [$first $(, $next)+];
        /// The English months of a folded text as alternatives of a pattern.
        const ANY_ENGLISH: &str = concat!($first $(, "|", $next)+);
    };
}

english_months!(
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december"
);

/// The months of a folded text, in figures apart, as alternatives of a pattern.
pub const ANY_MONTH: [&str; 3] = [russian::date::ANY_MONTH_GENITIVE, "|", ANY_ENGLISH];

/// A day in a folded text, in figures or with the month's name; to be put together as it stands.
pub const A_DAY: [&str; 5] = [
    r"\b\d{1,2}\.\d{1,2}\.\d{2,4}\b|\b\d{1,2} (?:",
    ANY_MONTH[0],
    ANY_MONTH[1],
    ANY_MONTH[2],
    r")\b",
];

/// Dates named in a text, with their places in bytes.
pub fn named_dates(text: &str) -> Vec<(NaiveDate, usize, usize)> {
    static DATE: Pattern = Pattern::new(&[
        r"\b(\d{1,2})(?:\.(\d{1,2})\.(\d{4}|\d{2})|[ \u{a0}\u{202f}]+(\p{L}+)[ \u{a0}\u{202f}]+(\d{4}))\b",
    ]);
    let Some(pattern) = DATE.regex() else {
        return Vec::new();
    };
    pattern
        .captures_iter(text)
        .filter_map(|hit| {
            let number = |n: usize| hit.get(n)?.as_str().parse::<u32>().ok();
            let month = match hit.get(4) {
                Some(word) => month(&folded(word.as_str()))?,
                None => number(2)?,
            };
            let year = number(3).or(number(5))?;
            let year = if year < 100 { 2000 + year } else { year };
            let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, number(1)?)?;
            let whole = hit.get(0)?;
            Some((date, whole.start(), whole.end()))
        })
        .collect()
}

/// The day that a text begins with, as a value that is a day does.
pub fn leading_day(text: &str) -> Option<NaiveDate> {
    let first = named_dates(text.trim()).into_iter().next()?;
    (first.1 == 0).then_some(first.0)
}

/// The day that a text is, with nothing behind it but the mark of the year.
pub fn lone_day(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let (day, start, end) = named_dates(text).into_iter().next()?;
    let rest = text[end..].trim();
    (start == 0 && matches!(rest, "" | "г." | "г" | "года" | ".")).then_some(day)
}

/// The month of that name: in Russian in the genitive, in English as it is.
/// Lower case, with ё as е.
pub fn month(word: &str) -> Option<u32> {
    (1..=12).find(|&m| {
        russian::date::month_genitive(m).is_some_and(|ru| folded(ru) == word)
            || ENGLISH[m as usize - 1] == word
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_alone_is_told_from_one_with_more_behind_it() {
        for day in [
            "15.12.2026",
            "15 декабря 2026 г.",
            "15 декабря 2026 года",
            "15 December 2026",
        ] {
            assert_eq!(
                lone_day(day),
                NaiveDate::from_ymd_opt(2026, 12, 15),
                "{day}"
            );
        }
        for more in [
            "15.12.2026, после 18:00",
            "15 декабря 2026 г. утром",
            "до 15.12.2026",
        ] {
            assert_eq!(lone_day(more), None, "{more}");
        }
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let dates: Vec<String> = named_dates("до 27.11.2026, 3 мая 2026 г., 5.1.26, 12 July 2026")
            .iter()
            .map(|d| d.0.to_string())
            .collect();
        assert_eq!(
            dates,
            ["2026-11-27", "2026-05-03", "2026-01-05", "2026-07-12"]
        );
        let day = |text| leading_day(text).map(|day| day.to_string());
        assert_eq!(
            day(" 20\u{a0}ноября 2026\u{a0}г.").as_deref(),
            Some("2026-11-20")
        );
        assert_eq!(day("конец недели"), None);
        assert_eq!(day("до 27.11.2026"), None);
    }
}
