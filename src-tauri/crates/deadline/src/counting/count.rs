//! Counting a term by articles 191 to 194 of the Civil Code (ГК РФ), with every step said in words.

use super::dates::{dmy, iso};
use super::term::{term_en, term_ru};
use crate::calendar::{Calendar, CalendarError};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use complaint::{Term, Unit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One step of an explanation, which leads from what is known to the last day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Step {
    /// What was done and by which article, in Russian.
    pub text_ru: String,
    /// [`Self::text_ru`] for a reader of English.
    pub text_en: String,
    /// The day the step arrives at.
    pub date: NaiveDate,
}

/// A term counted from a certain day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Counted {
    /// The last day as the term runs, worked or not.
    pub unmoved: NaiveDate,
    /// The last day by law: moved to the next working day if need be (ГК 193).
    pub legal: NaiveDate,
    /// The last working day on or before the unmoved one: safe whatever is said of the move.
    pub safe: NaiveDate,
    /// The moment of the last day at which a term of hours or minutes ends; other terms end with the day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveTime>,
    /// The way to these days, in the order in which a person would count.
    pub steps: Vec<Step>,
}

/// Why a term can't be counted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// The term reaches a year whose calendar isn't loaded.
    #[error("the calendar of {year} is not loaded")]
    MissingYear {
        /// The first one that was looked for in vain.
        year: i32,
    },
    /// A term of hours or minutes runs from a moment, and only the day of the event is known.
    #[error("a term of hours needs the time of the event")]
    NeedsTime,
    /// The term ends beyond any date.
    #[error("the term is too long")]
    TooFar,
}

impl From<CalendarError> for CountError {
    fn from(error: CalendarError) -> Self {
        match error {
            CalendarError::MissingYear { year } => Self::MissingYear { year },
            CalendarError::NotACalendar(_)
            | CalendarError::MisplacedDay(_)
            | CalendarError::WrongTotal { .. } => Self::TooFar,
        }
    }
}

/// Counts a term from the day of the event. The day itself isn't counted (ГК 191); a term of nothing
/// ends on the day itself.
///
/// # Errors
/// [`CountError::MissingYear`] when any of the three days lies in a year that isn't loaded,
/// [`CountError::NeedsTime`] for hours and minutes: see [`count_from`](super::count_from).
pub fn count(start: NaiveDate, term: Term, calendar: &Calendar) -> Result<Counted, CountError> {
    let unmoved = last_day(start, term, calendar)?;
    let legal = calendar.working_on_or_after(unmoved)?;
    let safe = calendar.working_on_or_before(unmoved)?;
    let mut steps = vec![term_step(start, term, unmoved, calendar)?];
    if legal == unmoved {
        steps.push(Step {
            text_ru: format!("{} — рабочий день, переноса нет", dmy(unmoved)),
            text_en: format!("{} is a working day, so nothing moves", iso(unmoved)),
            date: legal,
        });
    } else {
        steps.push(Step {
            text_ru: format!(
                "{} — нерабочий день ({}); последний день переходит на следующий рабочий: {} (ГК 193)",
                dmy(unmoved),
                WEEKDAYS_RU[unmoved.weekday().num_days_from_monday() as usize],
                dmy(legal)
            ),
            text_en: format!(
                "{} is not a working day ({}); the last day moves to the next working day, {} (Civil Code 193)",
                iso(unmoved),
                WEEKDAYS_EN[unmoved.weekday().num_days_from_monday() as usize],
                iso(legal)
            ),
            date: legal,
        });
        steps.push(Step {
            text_ru: format!(
                "без опоры на перенос: последний рабочий день не позже {} — {}",
                dmy(unmoved),
                dmy(safe)
            ),
            text_en: format!(
                "without relying on the move: the last working day up to {} is {}",
                iso(unmoved),
                iso(safe)
            ),
            date: safe,
        });
    }
    steps.push(handing_in(legal));
    Ok(Counted {
        unmoved,
        legal,
        safe,
        until: None,
        steps,
    })
}

/// Until when: a writing may be handed to the post (ГК 194).
fn handing_in(legal: NaiveDate) -> Step {
    Step {
        text_ru: format!(
            "успеть до 24:00 {}; письмо, сданное на почту до полуночи, отправлено в срок, но выплату не заменяет (ГК 194)",
            dmy(legal)
        ),
        text_en: format!(
            "to be done by 24:00 on {}; a letter handed to the post before midnight is in time, but stands for no payment (Civil Code 194)",
            iso(legal)
        ),
        date: legal,
    }
}

impl Counted {
    /// The same term of something to be paid or done: what is handed to the post does not meet it.
    #[must_use]
    pub fn of_performance(mut self) -> Self {
        let posted = handing_in(self.legal);
        if let Some(last) = self.steps.last_mut()
            && *last == posted
        {
            *last = Step {
                text_ru: format!("исполнить до 24:00 {}", dmy(self.legal)),
                text_en: format!("to be performed by 24:00 on {}", iso(self.legal)),
                date: self.legal,
            };
        }
        self
    }
}

/// The last day as the term runs, before any move.
///
/// # Errors
/// [`CountError`]; only working days need the calendar.
pub fn last_day(
    start: NaiveDate,
    term: Term,
    calendar: &Calendar,
) -> Result<NaiveDate, CountError> {
    let days = |n: u64| {
        start
            .checked_add_days(Days::new(n))
            .ok_or(CountError::TooFar)
    };
    let months = |n: Option<u32>| {
        n.and_then(|n| start.checked_add_months(Months::new(n)))
            .ok_or(CountError::TooFar)
    };
    match term.unit {
        Unit::CalendarDays => days(u64::from(term.count)),
        Unit::Weeks => days(u64::from(term.count) * 7),
        Unit::HalfMonths => days(u64::from(term.count) * 15),
        Unit::Minutes | Unit::Hours => Err(CountError::NeedsTime),
        Unit::Months => months(Some(term.count)),
        Unit::Years => months(term.count.checked_mul(12)),
        Unit::WorkingDays => Ok(calendar.add_working_days(start, i64::from(term.count))?),
    }
}

fn term_step(
    start: NaiveDate,
    term: Term,
    end: NaiveDate,
    calendar: &Calendar,
) -> Result<Step, CountError> {
    let length_ru = term_ru(term);
    let length_en = term_en(term);
    if term.count == 0 {
        return Ok(Step {
            text_ru: format!("в тот же день: {}", dmy(end)),
            text_en: format!("on the same day: {}", iso(end)),
            date: end,
        });
    }
    let first = start.succ_opt().ok_or(CountError::TooFar)?;
    let (text_ru, text_en) = match term.unit {
        Unit::Weeks => (
            format!(
                "{length_ru} от {}: тот же день недели, {} (ГК 192)",
                dmy(start),
                dmy(end)
            ),
            format!(
                "{length_en} from {}: the same day of the week, {} (Civil Code 192)",
                iso(start),
                iso(end)
            ),
        ),
        Unit::Minutes | Unit::Hours => return Err(CountError::NeedsTime),
        Unit::CalendarDays | Unit::HalfMonths => (
            format!(
                "{length_ru} считаем со следующего дня (ГК 191): {} … {}",
                dmy(first),
                dmy(end)
            ),
            format!(
                "{length_en} run from the next day (Civil Code 191): {} … {}",
                iso(first),
                iso(end)
            ),
        ),
        Unit::WorkingDays => {
            let days = (end - start).num_days();
            let skipped = days - calendar.working_days_between(start, end)?;
            (
                format!(
                    "{length_ru} считаем со следующего дня (ГК 191): {} … {}, нерабочих дней пропущено: {skipped}",
                    dmy(first),
                    dmy(end)
                ),
                format!(
                    "{length_en} run from the next day (Civil Code 191): {} … {}, non-working days skipped: {skipped}",
                    iso(first),
                    iso(end)
                ),
            )
        }
        Unit::Months | Unit::Years if end.day() == start.day() => (
            format!(
                "{length_ru} от {}: то же число, {} (ГК 192)",
                dmy(start),
                dmy(end)
            ),
            format!(
                "{length_en} from {}: the same day of the month, {} (Civil Code 192)",
                iso(start),
                iso(end)
            ),
        ),
        Unit::Months | Unit::Years => (
            format!(
                "{length_ru} от {}: числа {} в этом месяце нет, поэтому последний его день, {} (ГК 192)",
                dmy(start),
                start.day(),
                dmy(end)
            ),
            format!(
                "{length_en} from {}: the month has no day {}, so its last day, {} (Civil Code 192)",
                iso(start),
                start.day(),
                iso(end)
            ),
        ),
    };
    Ok(Step {
        text_ru,
        text_en,
        date: end,
    })
}

const WEEKDAYS_RU: [&str; 7] = [
    "понедельник",
    "вторник",
    "среда",
    "четверг",
    "пятница",
    "суббота",
    "воскресенье",
];
const WEEKDAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
