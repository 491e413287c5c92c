//! What is known of a term that reaches a year whose calendar isn't loaded.

use super::count::{Step, last_day};
use super::dates::{dmy, iso};
use crate::calendar::{Calendar, HOLIDAYS, WEEKEND};
use chrono::{Datelike, NaiveDate};
use complaint::Term;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A term of which the last legal day isn't known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PartlyCounted {
    /// The last day as the term runs, worked or not.
    pub unmoved: NaiveDate,
    /// The last working day on or before it, if the loaded years and the fixed holidays tell.
    pub safe: Option<NaiveDate>,
    /// What is known and what is missing.
    pub steps: Vec<Step>,
}

/// What is known all the same when a year is missing; nothing of a term in working days.
pub fn count_partly(
    start: NaiveDate,
    term: Term,
    missing: i32,
    calendar: &Calendar,
) -> Option<PartlyCounted> {
    let unmoved = last_day(start, term, calendar).ok()?;
    let safe = worked_on_or_before(unmoved, calendar);
    let mut steps = vec![Step {
        text_ru: format!(
            "без переноса срок кончается {}; календаря {missing} года нет, поэтому не известно, на какой день он переходит: загрузите календарь",
            dmy(unmoved)
        ),
        text_en: format!(
            "unmoved the term ends on {}; the calendar of {missing} is missing, so nobody knows to which day it moves: load the calendar",
            iso(unmoved)
        ),
        date: unmoved,
    }];
    if let Some(safe) = safe {
        steps.push(Step {
            text_ru: format!("наверняка в срок: {}", dmy(safe)),
            text_en: format!("in time for sure: {}", iso(safe)),
            date: safe,
        });
    }
    Some(PartlyCounted {
        unmoved,
        safe,
        steps,
    })
}

/// The last day on or before that is surely worked: weekends and fixed holidays of a year that isn't
/// loaded are passed over, and any other of its days leaves it open.
fn worked_on_or_before(day: NaiveDate, calendar: &Calendar) -> Option<NaiveDate> {
    let mut day = day;
    for _ in 0..31 {
        match calendar.is_working(day) {
            Ok(true) => return Some(day),
            Ok(false) => {}
            Err(_) => {
                let off = WEEKEND.contains(&day.weekday())
                    || HOLIDAYS.contains(&(day.month(), day.day()));
                if !off {
                    return None;
                }
            }
        }
        day = day.pred_opt()?;
    }
    None
}
