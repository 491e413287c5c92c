//! Terms that run by the clock: minutes and hours, through days off.

use super::count::{CountError, Counted, Step, count};
use super::dates::{dmy, hm, iso};
use super::term::{term_en, term_ru};
use crate::calendar::Calendar;
use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};
use complaint::{Term, Unit};

/// Counts a term from the moment of the event. Hours and minutes run at once and through days off: no
/// rule moves them, so the safe day alone keeps to working days, and never lies before the event.
/// Longer terms run from the day of the moment, as in [`count`].
///
/// # Errors
/// Those of [`count`] but for [`CountError::NeedsTime`].
pub fn count_from(
    moment: NaiveDateTime,
    term: Term,
    calendar: &Calendar,
) -> Result<Counted, CountError> {
    let length = match term.unit {
        Unit::Minutes => TimeDelta::try_minutes(term.count.into()),
        Unit::Hours => TimeDelta::try_hours(term.count.into()),
        Unit::CalendarDays
        | Unit::WorkingDays
        | Unit::Weeks
        | Unit::HalfMonths
        | Unit::Months
        | Unit::Years => return count(moment.date(), term, calendar),
    };
    let end = length
        .and_then(|length| moment.checked_add_signed(length))
        .ok_or(CountError::TooFar)?;
    let day = end.date();
    let working = calendar.working_on_or_before(day);
    let safe = match working {
        Ok(working) => working.max(moment.date()),
        // The event itself may lie on the first days of a loaded year.
        Err(_) if calendar.is_working(moment.date()).is_ok() => moment.date(),
        Err(error) => return Err(error.into()),
    };
    let mut steps = vec![Step {
        text_ru: format!(
            "{} считаем с момента события, {} {}, подряд и по нерабочим дням: до {} {}",
            term_ru(term),
            dmy(moment.date()),
            hm(moment.time()),
            dmy(day),
            hm(end.time())
        ),
        text_en: format!(
            "{} run from the moment of the event, {} {}, through days off as well: until {} {}",
            term_en(term),
            iso(moment.date()),
            hm(moment.time()),
            iso(day),
            hm(end.time())
        ),
        date: day,
    }];
    if safe < day {
        steps.push(Step {
            text_ru: format!(
                "{} — нерабочий день; чтобы успеть в рабочее время, закончите {}",
                dmy(day),
                dmy(safe)
            ),
            text_en: format!(
                "{} is not a working day; to be done in working time, finish on {}",
                iso(day),
                iso(safe)
            ),
            date: safe,
        });
    }
    Ok(Counted {
        unmoved: day,
        legal: day,
        safe,
        until: Some(end.time()),
        steps,
    })
}

/// Counts hours that make whole days (сутки) from a day whose hour isn't known: they end at the same
/// hour of a day that is known, and nothing moves it. `None` for any other term.
pub fn count_round_the_clock(
    start: NaiveDate,
    term: Term,
    calendar: &Calendar,
) -> Option<Result<Counted, CountError>> {
    let whole = term.unit == Unit::Hours && term.count > 0 && term.count.is_multiple_of(24);
    whole.then(|| {
        let day = start
            .checked_add_days(Days::new(u64::from(term.count / 24)))
            .ok_or(CountError::TooFar)?;
        let safe = calendar.working_on_or_before(day)?.max(start);
        Ok(Counted {
            unmoved: day,
            legal: day,
            safe,
            until: None,
            steps: vec![Step {
                text_ru: format!(
                    "{} подряд, и по нерабочим дням, от {}: до того же часа {}; срок не переносится",
                    term_ru(term),
                    dmy(start),
                    dmy(day)
                ),
                text_en: format!(
                    "{} on end, through days off as well, from {}: until the same hour of {}; the term does not move",
                    term_en(term),
                    iso(start),
                    iso(day)
                ),
                date: day,
            }],
        })
    })
}
