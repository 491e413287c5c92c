//! Terms that stand still for a while.
//!
//! A term stands still only where a rule lets it, for one while the complainant keeps the thing from
//! an inspection that the answer depends on (ГК 405 п. 3, 406). The days of such a stretch don't
//! count; what is left of the term runs on behind it. It is called a pause and not a suspension, for
//! that is the Civil Code's word for another thing, the limitation period (приостановление, ГК 202).

use super::count::{CountError, Counted, Step, count, last_day};
use super::dates::{dmy, iso};
use crate::calendar::Calendar;
use chrono::NaiveDate;
use complaint::{Term, Unit};

/// A stretch of days that don't count: the first and the last of them, or none while it lasts.
pub type Pause = (NaiveDate, Option<NaiveDate>);

/// Days that are walked over before a term is given up as endless: some hundred years.
const FARTHEST: u32 = 36_600;

/// Counts a term like [`count`], leaving out the days of the pauses. `None` while it stands still:
/// then it has no last day.
///
/// # Errors
/// Those of [`count`].
pub fn count_paused(
    start: NaiveDate,
    term: Term,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Option<Counted>, CountError> {
    let unmoved = last_day(start, term, calendar)?;
    let Some(end) = walked(start, unmoved, term.unit, pauses, calendar)? else {
        return Ok(None);
    };
    if end == unmoved {
        return count(start, term, calendar).map(Some);
    }
    let mut counted = count(start, term, calendar)?;
    counted.steps.truncate(1);
    counted.steps.extend(said(start, end, pauses));
    // What is said of the last day is said of the day that the pauses lead to.
    let nothing = Term {
        count: 0,
        unit: Unit::CalendarDays,
    };
    let moved = count(end, nothing, calendar)?;
    counted.steps.extend(moved.steps.into_iter().skip(1));
    Ok(Some(Counted {
        unmoved: end,
        legal: moved.legal,
        safe: moved.safe,
        until: None,
        steps: counted.steps,
    }))
}

/// Moves a day that somebody named by the days of the pauses. A named day doesn't move off holidays;
/// only the safe one keeps clear of them. `None` while it stands still.
///
/// # Errors
/// [`CountError::MissingYear`], [`CountError::TooFar`].
pub fn named_day_paused(
    start: NaiveDate,
    day: NaiveDate,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Option<Counted>, CountError> {
    let Some(end) = walked(start.min(day), day, Unit::CalendarDays, pauses, calendar)? else {
        return Ok(None);
    };
    let safe = calendar.working_on_or_before(end)?;
    let mut steps = vec![Step {
        text_ru: format!("назван день: {}; названный день не переносится", dmy(day)),
        text_en: format!("the day was named: {}; a named day does not move", iso(day)),
        date: day,
    }];
    if end != day {
        steps.extend(said(start.min(day), end, pauses));
    }
    Ok(Some(Counted {
        unmoved: end,
        legal: end,
        safe,
        until: None,
        steps,
    }))
}

/// The day on which as many days have passed outside the pauses as pass until `unmoved` without
/// them. `None` while the term stands still.
fn walked(
    start: NaiveDate,
    unmoved: NaiveDate,
    unit: Unit,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<Option<NaiveDate>, CountError> {
    if pauses.is_empty() || unmoved <= start {
        return Ok(Some(unmoved));
    }
    let counts = |day: NaiveDate| -> Result<bool, CountError> {
        Ok(unit != Unit::WorkingDays || calendar.is_working(day)?)
    };
    let mut left = 0u32;
    for day in start.iter_days().skip(1).take_while(|day| *day <= unmoved) {
        left += u32::from(counts(day)?);
    }
    let mut day = start;
    for _ in 0..FARTHEST {
        if left == 0 {
            return Ok(Some(day));
        }
        day = day.succ_opt().ok_or(CountError::TooFar)?;
        let inside = |(from, to): &Pause| *from <= day && to.is_none_or(|to| day <= to);
        match pauses.iter().find(|pause| inside(pause)) {
            Some((_, None)) => return Ok(None),
            Some(_) => {}
            None => left -= u32::from(counts(day)?),
        }
    }
    Err(CountError::TooFar)
}

/// A step for each pause that the term met.
fn said(start: NaiveDate, end: NaiveDate, pauses: &[Pause]) -> Vec<Step> {
    let mut met: Vec<(NaiveDate, NaiveDate)> = pauses
        .iter()
        .filter_map(|(from, to)| Some((*from, (*to)?)))
        .filter(|(from, to)| *to > start && *from <= end)
        .collect();
    complaint::order::ascending(&mut met);
    let mut steps: Vec<Step> = met
        .into_iter()
        .map(|(from, to)| Step {
            text_ru: format!("срок стоял {} … {}: эти дни не считаем", dmy(from), dmy(to)),
            text_en: format!(
                "the term stood still {} … {}: these days don't count",
                iso(from),
                iso(to)
            ),
            date: to,
        })
        .collect();
    steps.push(Step {
        text_ru: format!("с учётом остановок срок истекает {}", dmy(end)),
        text_en: format!("with these stops the term ends on {}", iso(end)),
        date: end,
    });
    steps
}
