//! Terms that stand still, against a slow count that walks day by day.

use chrono::{Days, NaiveDate};
use deadline::{
    Calendar, CountError, Goals, Pause, Term, Unit, count, count_paused, named_day_paused,
};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
}

fn term(count: u32, unit: Unit) -> Term {
    Term { count, unit }
}

#[test]
fn what_is_left_runs_on_behind_the_pause() {
    let calendar = Calendar::builtin();
    // Ten days from 09.11.2026 end on 19.11; four of them stand still.
    let pauses = [(day(2026, 11, 12), Some(day(2026, 11, 15)))];
    let counted = count_paused(
        day(2026, 11, 9),
        term(10, Unit::CalendarDays),
        &pauses,
        &calendar,
    )
    .expect("covered")
    .expect("it runs");
    assert_eq!(counted.unmoved, day(2026, 11, 23));
    assert_eq!(counted.legal, day(2026, 11, 23));
    let words: Vec<&str> = counted.steps.iter().map(|s| s.text_ru.as_str()).collect();
    assert!(words[1].contains("12.11.2026 … 15.11.2026"), "{words:?}");
    assert!(words[2].contains("23.11.2026"), "{words:?}");
    // The same pause with its end not known leaves no last day.
    let open = [(day(2026, 11, 12), None)];
    let standing = count_paused(
        day(2026, 11, 9),
        term(10, Unit::CalendarDays),
        &open,
        &calendar,
    );
    assert_eq!(standing, Ok(None));
    // What begins after the last day changes nothing.
    let after = [(day(2026, 11, 20), None)];
    let plain = count(day(2026, 11, 9), term(10, Unit::CalendarDays), &calendar);
    let counted = count_paused(
        day(2026, 11, 9),
        term(10, Unit::CalendarDays),
        &after,
        &calendar,
    );
    assert_eq!(counted, plain.map(Some));
}

#[test]
fn a_named_day_moves_by_the_days_that_stood_still_and_not_off_holidays() {
    let calendar = Calendar::builtin();
    let sunday = day(2026, 11, 22);
    let plain = named_day_paused(day(2026, 11, 9), sunday, &[], &calendar)
        .expect("covered")
        .expect("it runs");
    assert_eq!((plain.legal, plain.safe), (sunday, day(2026, 11, 20)));
    let pauses = [(day(2026, 11, 10), Some(day(2026, 11, 10)))];
    let moved = named_day_paused(day(2026, 11, 9), sunday, &pauses, &calendar)
        .expect("covered")
        .expect("it runs");
    assert_eq!(moved.legal, day(2026, 11, 23));
}

#[test]
fn a_year_that_is_missing_and_hours_are_refused() {
    let calendar = Calendar::builtin();
    let far = [(day(2027, 12, 1), Some(day(2028, 2, 1)))];
    let start = day(2027, 11, 30);
    let counted = count_paused(start, term(10, Unit::WorkingDays), &far, &calendar);
    assert_eq!(counted, Err(CountError::MissingYear { year: 2028 }));
    let hours = count_paused(start, term(10, Unit::Hours), &[], &calendar);
    assert_eq!(hours, Err(CountError::NeedsTime));
}

#[test]
fn goals_that_cannot_be_kept_are_found() {
    let mut goals = Goals::default();
    assert_eq!(goals.first_flaw(), None);
    goals.answer = Some(term(0, Unit::CalendarDays));
    assert_eq!(goals.first_flaw(), Some("answer"));
    goals.acknowledge = Some(term(24, Unit::Hours));
    assert_eq!(goals.first_flaw(), Some("acknowledge"));
    goals = Goals {
        acknowledge: Some(term(3, Unit::WorkingDays)),
        answer: Some(term(1, Unit::Months)),
    };
    assert_eq!(goals.first_flaw(), None);
}

/// The last day by hand: a day counts when no pause holds it, and it is worked where that is asked.
fn naive(
    start: NaiveDate,
    term: Term,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Result<NaiveDate, CountError> {
    let mut needed = match term.unit {
        Unit::WorkingDays | Unit::CalendarDays => term.count,
        Unit::Weeks => term.count * 7,
        Unit::Minutes | Unit::Hours | Unit::HalfMonths | Unit::Months | Unit::Years => {
            u32::try_from((count(start, term, calendar)?.unmoved - start).num_days())
                .expect("forwards")
        }
    };
    let mut at = start;
    while needed > 0 {
        at = at + Days::new(1);
        let still = pauses
            .iter()
            .any(|(from, to)| *from <= at && to.is_some_and(|to| at <= to));
        let worked = term.unit != Unit::WorkingDays || calendar.is_working(at)?;
        if worked && !still {
            needed -= 1;
        }
    }
    Ok(at)
}

proptest! {
    #[test]
    fn it_agrees_with_a_slow_count(
        from in 0u64..900,
        length in 0u32..60,
        unit in prop::sample::select(vec![
            Unit::CalendarDays, Unit::WorkingDays, Unit::Weeks, Unit::Months,
        ]),
        stretches in prop::collection::vec((0u64..90, 0u64..25), 0..4),
    ) {
        let calendar = Calendar::builtin();
        let start = day(2024, 1, 9) + Days::new(from);
        let length = if unit == Unit::Months { length % 6 } else if unit == Unit::Weeks { length % 9 } else { length };
        let term = term(length, unit);
        let pauses: Vec<Pause> = stretches
            .into_iter()
            .map(|(after, days)| {
                let first = start + Days::new(after);
                (first, Some(first + Days::new(days)))
            })
            .collect();
        let ours = count_paused(start, term, &pauses, &calendar);
        match naive(start, term, &pauses, &calendar) {
            Ok(end) => {
                let ours = ours.expect("covered as well").expect("no pause is open");
                prop_assert_eq!(ours.unmoved, end);
                prop_assert!(ours.legal >= end && ours.safe <= end);
                prop_assert!(calendar.is_working(ours.legal).expect("covered"));
                prop_assert!(!ours.steps.is_empty());
            }
            Err(error) => prop_assert_eq!(ours, Err(error)),
        }
        // Without pauses it is the plain count.
        prop_assert_eq!(count_paused(start, term, &[], &calendar), count(start, term, &calendar).map(Some));
    }
}
