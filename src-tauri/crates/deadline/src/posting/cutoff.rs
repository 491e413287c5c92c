//! Cut-off times: the last moment at which something can still be handed over in time, to the post, over
//! the counter of its branch, or from hand to hand (ГК 194).

use crate::calendar::Calendar;
use crate::counting::dates::{dmy, hm, iso};
use crate::counting::{CountError, Step};
use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The opening hours of one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Hours {
    /// Local time of the place.
    pub opens: NaiveTime,
    /// Local time of the place, on the same day.
    pub closes: NaiveTime,
}

/// When a place is open in a week, Monday first; `None` is a day on which it is closed.
///
/// A day from Monday to Friday that the calendar takes off is closed whatever is said here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(transparent)]
pub struct Week(pub [Option<Hours>; 7]);

/// The opening hours of the places where papers are handed over. They are assumptions of the office:
/// nobody publishes them as law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpeningHours {
    /// The post branch that the office uses.
    pub post: Week,
    /// The office, for papers that are brought to it.
    pub office: Week,
}

impl Week {
    /// The same hours from Monday to Friday, others on Saturday, closed on Sunday.
    #[must_use]
    pub fn of(workdays: Hours, saturday: Option<Hours>) -> Self {
        let day = Some(workdays);
        Self([day, day, day, day, day, saturday, None])
    }

    /// The first day of the week whose closing isn't after its opening, Monday being 0.
    #[must_use]
    pub fn first_flaw(&self) -> Option<usize> {
        self.0
            .iter()
            .position(|day| day.is_some_and(|hours| hours.closes <= hours.opens))
    }

    fn on(&self, day: NaiveDate, calendar: &Calendar) -> Result<Option<Hours>, CountError> {
        let place = day.weekday().num_days_from_monday() as usize;
        if place < 5 && !calendar.is_working(day)? {
            return Ok(None);
        }
        Ok(self.0[place])
    }
}

impl Default for OpeningHours {
    /// Post on weekdays 8 to 20 and on Saturdays 9 to 18, the office on weekdays 9 to 18.
    fn default() -> Self {
        let hours = |opens, closes| Hours {
            opens: NaiveTime::from_hms_opt(opens, 0, 0).unwrap_or_default(),
            closes: NaiveTime::from_hms_opt(closes, 0, 0).unwrap_or_default(),
        };
        Self {
            post: Week::of(hours(8, 20), Some(hours(9, 18))),
            office: Week::of(hours(9, 18), None),
        }
    }
}

/// A cut-off time with its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Moment {
    /// The last day on which the place is open.
    pub day: NaiveDate,
    /// When it closes on that day.
    pub time: NaiveTime,
}

/// Until when each way of handing over is in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Cutoffs {
    /// Handed to the post before 24:00 of this day is in time by law.
    pub post_until_midnight_of: NaiveDate,
    /// When the branch closes for the last time before that; `None` if it isn't open in the month before.
    pub branch: Option<Moment>,
    /// When the office closes for the last time before that.
    pub by_hand: Option<Moment>,
    /// Each of them said in words, in this order.
    pub steps: Vec<Step>,
}

/// The cut-off times of a term whose last day is `last`.
///
/// # Errors
/// [`CountError::MissingYear`] when a day that must be looked at lies in a year that isn't loaded.
pub fn cutoffs(
    last: NaiveDate,
    hours: &OpeningHours,
    calendar: &Calendar,
) -> Result<Cutoffs, CountError> {
    let branch = last_open(last, &hours.post, calendar)?;
    let by_hand = last_open(last, &hours.office, calendar)?;
    let mut steps = vec![Step {
        text_ru: format!(
            "почтой: сданное до 24:00 {} сдано в срок (ГК 194 п. 2); сохраните квитанцию",
            dmy(last)
        ),
        text_en: format!(
            "by post: what is handed in before 24:00 on {} is in time (Civil Code 194 para. 2); keep the receipt",
            iso(last)
        ),
        date: last,
    }];
    if let Some(at) = branch {
        let (why_ru, why_en) = if at.day < last {
            (
                format!("; {} отделение закрыто", dmy(last)),
                format!("; on {} the branch is closed", iso(last)),
            )
        } else {
            Default::default()
        };
        steps.push(Step {
            text_ru: format!(
                "сдать до закрытия отделения: {}, {}{why_ru} (часы отделения — допущение офиса)",
                dmy(at.day),
                hm(at.time)
            ),
            text_en: format!(
                "hand in before the branch closes: {}, {}{why_en} (its hours are an assumption of the office)",
                iso(at.day),
                hm(at.time)
            ),
            date: at.day,
        });
    }
    if let Some(at) = by_hand {
        steps.push(Step {
            text_ru: format!(
                "лично, в рабочие часы: {}, до {} (ГК 194 п. 1)",
                dmy(at.day),
                hm(at.time)
            ),
            text_en: format!(
                "by hand, in business hours: {}, until {} (Civil Code 194 para. 1)",
                iso(at.day),
                hm(at.time)
            ),
            date: at.day,
        });
    }
    Ok(Cutoffs {
        post_until_midnight_of: last,
        branch,
        by_hand,
        steps,
    })
}

/// The last closing time on or before a day, looked for over one month.
fn last_open(
    last: NaiveDate,
    week: &Week,
    calendar: &Calendar,
) -> Result<Option<Moment>, CountError> {
    for back in 0..31 {
        let Some(day) = last.checked_sub_days(Days::new(back)) else {
            break;
        };
        if let Some(hours) = week.on(day, calendar)? {
            return Ok(Some(Moment {
                day,
                time: hours.closes,
            }));
        }
        if week.0.iter().all(Option::is_none) {
            break;
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
    }

    fn at(day: NaiveDate, hour: u32) -> Option<Moment> {
        let time = NaiveTime::from_hms_opt(hour, 0, 0).expect("an hour");
        Some(Moment { day, time })
    }

    #[test]
    fn an_ordinary_day() {
        let monday = day(2027, 1, 11);
        let last =
            cutoffs(monday, &OpeningHours::default(), &Calendar::builtin()).expect("covered");
        assert_eq!(last.post_until_midnight_of, monday);
        assert_eq!(
            (last.branch, last.by_hand),
            (at(monday, 20), at(monday, 18))
        );
        assert_eq!(
            last.steps[1].text_ru,
            "сдать до закрытия отделения: 11.01.2027, 20:00 (часы отделения — допущение офиса)"
        );
    }

    #[test]
    fn a_worked_saturday_and_a_named_sunday() {
        let (calendar, places) = (Calendar::builtin(), OpeningHours::default());
        let saturday = day(2027, 2, 20);
        let last = cutoffs(saturday, &places, &calendar).expect("covered");
        assert_eq!(last.branch, at(saturday, 18));
        assert_eq!(last.by_hand, at(day(2027, 2, 19), 18));
        let sunday = day(2026, 11, 22);
        let last = cutoffs(sunday, &places, &calendar).expect("covered");
        assert_eq!(last.branch, at(day(2026, 11, 21), 18));
        assert!(
            last.steps[1]
                .text_ru
                .contains("22.11.2026 отделение закрыто")
        );
    }

    #[test]
    fn holidays_close_the_branch_and_a_closed_place_gives_no_moment() {
        let calendar = Calendar::builtin();
        let mut places = OpeningHours::default();
        places.post.0[5] = None;
        let last = cutoffs(day(2027, 1, 10), &places, &calendar).expect("covered");
        assert_eq!(last.branch, at(day(2026, 12, 30), 20));
        places.post = Week([None; 7]);
        let last = cutoffs(day(2027, 1, 11), &places, &calendar).expect("covered");
        assert_eq!(last.branch, None);
        assert_eq!(last.steps.len(), 2);
        assert_eq!(
            cutoffs(day(2028, 1, 3), &places, &calendar),
            Err(CountError::MissingYear { year: 2028 })
        );
    }

    #[test]
    fn hours_that_end_before_they_begin_are_found() {
        let mut week = OpeningHours::default().post;
        assert_eq!(week.first_flaw(), None);
        let noon = NaiveTime::from_hms_opt(12, 0, 0).expect("noon");
        week.0[2] = Some(Hours {
            opens: noon,
            closes: noon,
        });
        assert_eq!(week.first_flaw(), Some(2));
    }
}
