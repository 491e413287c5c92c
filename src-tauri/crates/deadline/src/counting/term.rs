//! A term in words.

use complaint::{Term, Unit};

/// «10 календарных дней», «1 месяц».
#[must_use]
pub fn term_ru(term: Term) -> String {
    let forms = match term.unit {
        Unit::Minutes => ["минуту", "минуты", "минут"],
        Unit::Hours => ["час", "часа", "часов"],
        Unit::Weeks => ["неделю", "недели", "недель"],
        Unit::CalendarDays => ["календарный день", "календарных дня", "календарных дней"],
        Unit::WorkingDays => ["рабочий день", "рабочих дня", "рабочих дней"],
        Unit::HalfMonths => ["полмесяца по 15 дней"; 3],
        Unit::Months => ["месяц", "месяца", "месяцев"],
        Unit::Years => ["год", "года", "лет"],
    };
    let form = match (term.count % 10, term.count % 100) {
        (_, 11..=14) => forms[2],
        (1, _) => forms[0],
        (2..=4, _) => forms[1],
        _ => forms[2],
    };
    format!("{} {form}", term.count)
}

/// "10 calendar days", "1 month".
#[must_use]
pub fn term_en(term: Term) -> String {
    let (one, many) = match term.unit {
        Unit::Minutes => ("minute", "minutes"),
        Unit::Hours => ("hour", "hours"),
        Unit::Weeks => ("week", "weeks"),
        Unit::CalendarDays => ("calendar day", "calendar days"),
        Unit::WorkingDays => ("working day", "working days"),
        Unit::HalfMonths => ("half month of 15 days", "half months of 15 days"),
        Unit::Months => ("month", "months"),
        Unit::Years => ("year", "years"),
    };
    format!(
        "{} {}",
        term.count,
        if term.count == 1 { one } else { many }
    )
}
