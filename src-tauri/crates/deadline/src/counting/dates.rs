//! Days and times as they stand in the words of a step.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

/// ЧЧ:ММ
pub(crate) fn hm(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// ДД.ММ.ГГГГ
pub(crate) fn dmy(day: NaiveDate) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// An unambiguous date for the English text.
pub(crate) fn iso(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", day.year(), day.month(), day.day())
}
