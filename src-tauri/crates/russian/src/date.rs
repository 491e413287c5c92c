//! Dates as letters write them. Plain spaces: where a line may not break is the typesetter's affair.

use chrono::{Datelike, NaiveDate};

macro_rules! months_genitive {
    ($first:literal $(, $next:literal)+) => {
        const MONTHS_GENITIVE: [&str; 12] = [$first $(, $next)+];
        /// The genitives of the months as alternatives of a pattern.
        pub const ANY_MONTH_GENITIVE: &str = concat!($first $(, "|", $next)+);
    };
}

months_genitive!(
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
    "декабря"
);

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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
    }

    #[test]
    fn the_forms_of_one_day() {
        let d = day(2026, 11, 22);
        assert_eq!(long(d), "22 ноября 2026 г.");
        assert_eq!(short(d), "22.11.2026");
        assert_eq!(english(d), "22 November 2026");
        assert_eq!(weekday(d), "воскресенье");
        assert_eq!(long(day(2027, 5, 1)), "1 мая 2027 г.");
        assert_eq!(month_genitive(3), Some("марта"));
        assert_eq!(month_genitive(0), None);
        assert_eq!(month_genitive(13), None);
    }
}
