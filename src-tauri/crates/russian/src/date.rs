//! Dates as letters write them. Plain spaces: where a line may not break is the typesetter's affair.

use chrono::{Datelike, NaiveDate};

const MONTHS_GENITIVE: [&str; 12] = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
];

const MONTHS_NOMINATIVE: [&str; 12] = [
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
];

const MONTHS_ENGLISH: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const WEEKDAYS: [&str; 7] = [
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
];

/// The genitive of a month, 1 to 12: «ноября». `None` for any other number.
#[must_use]
pub fn month_genitive(month: u32) -> Option<&'static str> {
    MONTHS_GENITIVE
        .get(usize::try_from(month.checked_sub(1)?).ok()?)
        .copied()
}

/// The nominative of a month, 1 to 12: «ноябрь». `None` for any other number.
#[must_use]
pub fn month_nominative(month: u32) -> Option<&'static str> {
    MONTHS_NOMINATIVE
        .get(usize::try_from(month.checked_sub(1)?).ok()?)
        .copied()
}

/// «22 ноября 2026 г.»
#[must_use]
pub fn long(date: NaiveDate) -> String {
    format!("{} г.", day_month_year(date))
}

/// «22 ноября 2026», for use where «года» or nothing follows.
#[must_use]
pub fn day_month_year(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        date.day(),
        MONTHS_GENITIVE[date.month0() as usize],
        date.year()
    )
}

/// «22.11.2026»
#[must_use]
pub fn short(date: NaiveDate) -> String {
    format!("{:02}.{:02}.{:04}", date.day(), date.month(), date.year())
}

/// «22.11», for a list of days within one year.
#[must_use]
pub fn day_month(date: NaiveDate) -> String {
    format!("{:02}.{:02}", date.day(), date.month())
}

/// "22 November 2026"
#[must_use]
pub fn english(date: NaiveDate) -> String {
    format!(
        "{} {} {}",
        date.day(),
        MONTHS_ENGLISH[date.month0() as usize],
        date.year()
    )
}

/// The name of the day of the week: «воскресенье».
#[must_use]
pub fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS[date.weekday().num_days_from_monday() as usize]
}

/// Reads «22.11.2026» (day and month may have one digit, spaces around are ignored).
///
/// Two-digit years are refused: guessing a century would put a wrong date into a letter.
#[must_use]
pub fn parse_short(text: &str) -> Option<NaiveDate> {
    let mut parts = text.trim().split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits =
        |s: &str, max: usize| (1..=max).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(day, 2) || !digits(month, 2) || year.len() != 4 {
        return None;
    }
    if !digits(year, 4) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
    }

    #[test]
    fn the_forms_of_one_day() {
        let d = day(2026, 11, 22);
        assert_eq!(long(d), "22 ноября 2026 г.");
        assert_eq!(short(d), "22.11.2026");
        assert_eq!(day_month(d), "22.11");
        assert_eq!(english(d), "22 November 2026");
        assert_eq!(weekday(d), "воскресенье");
        assert_eq!(long(day(2027, 5, 1)), "1 мая 2027 г.");
        assert_eq!(month_genitive(3), Some("марта"));
        assert_eq!(month_nominative(8), Some("август"));
        assert_eq!(month_genitive(0), None);
        assert_eq!(month_genitive(13), None);
    }

    #[test]
    fn what_is_not_a_date_is_refused() {
        for bad in [
            "",
            "22.11",
            "22.11.26",
            "31.02.2026",
            "22.11.2026.1",
            "a.b.cccc",
            "-1.1.2026",
        ] {
            assert_eq!(parse_short(bad), None, "{bad}");
        }
        assert_eq!(parse_short(" 1.2.2027 "), Some(day(2027, 2, 1)));
    }

    proptest! {
        #[test]
        fn short_reads_back(n in 693_596i32..803_168) {
            let d = NaiveDate::from_num_days_from_ce_opt(n).expect("in range");
            prop_assert_eq!(parse_short(&short(d)), Some(d));
        }

        #[test]
        fn nothing_panics(s in ".{0,20}") {
            let _ = parse_short(&s);
        }
    }
}
