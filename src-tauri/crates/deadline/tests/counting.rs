//! Counting against an independent answer, and against a slow count that walks day by day.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use deadline::{Calendar, CountError, Term, Unit, count, count_from};
use proptest::prelude::*;
use std::collections::HashSet;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
}

#[test]
fn every_row_of_the_independent_answer() {
    let Some(path) = prerequisites::shared("oracles/deadlines.json") else {
        return;
    };
    let text = std::fs::read_to_string(path).expect("the oracle is readable");
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).expect("an array");
    let calendar = Calendar::builtin();
    assert!(rows.len() >= 400);
    for row in &rows {
        let date = |key: &str| -> NaiveDate {
            row[key]
                .as_str()
                .and_then(|s| s.parse().ok())
                .expect("a date")
        };
        let term = Term {
            count: u32::try_from(row["count"].as_u64().expect("a number")).expect("small"),
            unit: row["unit"]
                .as_str()
                .and_then(|s| s.parse().ok())
                .expect("a unit"),
        };
        let ours = count(date("start"), term, &calendar).expect("a covered year");
        assert_eq!(
            (ours.unmoved, ours.legal, ours.safe),
            (date("unmoved"), date("legal"), date("safe")),
            "{row}"
        );
    }
}

#[test]
fn rows_of_our_own() {
    let calendar = Calendar::builtin();
    let of = |start, n, unit| {
        let c = count(start, Term { count: n, unit }, &calendar).expect("covered");
        (c.unmoved, c.legal, c.safe)
    };
    // Into the new year's holidays and out of them.
    assert_eq!(
        of(day(2026, 12, 21), 10, Unit::CalendarDays),
        (day(2026, 12, 31), day(2027, 1, 11), day(2026, 12, 30))
    );
    // A Saturday that is worked.
    let worked = day(2027, 2, 20);
    assert_eq!(
        of(day(2027, 2, 10), 10, Unit::CalendarDays),
        (worked, worked, worked)
    );
    // The same day of the week; half a month is fifteen days whatever the month.
    assert_eq!(of(day(2026, 11, 4), 2, Unit::Weeks).0, day(2026, 11, 18));
    assert_eq!(of(day(2024, 2, 20), 1, Unit::HalfMonths).0, day(2024, 3, 6));
    // The month is too short for the day: ГК 192.
    assert_eq!(of(day(2025, 1, 31), 1, Unit::Months).0, day(2025, 2, 28));
    assert_eq!(of(day(2024, 1, 31), 1, Unit::Months).0, day(2024, 2, 29));
    assert_eq!(of(day(2024, 2, 29), 1, Unit::Years).0, day(2025, 2, 28));
    assert_eq!(
        of(day(2026, 3, 10), 1, Unit::HalfMonths).0,
        day(2026, 3, 25)
    );
    assert_eq!(
        of(day(2026, 4, 29), 3, Unit::WorkingDays).0,
        day(2026, 5, 5)
    );
    assert_eq!(
        of(day(2026, 3, 10), 0, Unit::CalendarDays).0,
        day(2026, 3, 10)
    );
}

#[test]
fn the_steps_tell_the_way() {
    let counted = count(
        day(2026, 12, 21),
        Term {
            count: 10,
            unit: Unit::CalendarDays,
        },
        &Calendar::builtin(),
    )
    .expect("covered");
    let ru: Vec<&str> = counted.steps.iter().map(|s| s.text_ru.as_str()).collect();
    assert_eq!(
        ru,
        [
            "10 календарных дней считаем со следующего дня (ГК 191): 22.12.2026 … 31.12.2026",
            "31.12.2026 — нерабочий день (четверг); последний день переходит на следующий рабочий: 11.01.2027 (ГК 193)",
            "без опоры на перенос: последний рабочий день не позже 31.12.2026 — 30.12.2026",
            "успеть до 24:00 11.01.2027; письмо, сданное на почту до полуночи, отправлено в срок, но выплату не заменяет (ГК 194)",
        ]
    );
    assert_eq!(counted.steps[1].date, counted.legal);
    let json = serde_json::to_value(&counted).expect("serialises");
    assert_eq!(json["legal"], "2027-01-11");
    assert!(
        json["steps"][0]["text_en"]
            .as_str()
            .is_some_and(|s| s.starts_with("10 calendar days"))
    );
}

#[test]
fn hours_run_from_a_moment() {
    let calendar = Calendar::builtin();
    let term = |count, unit| Term { count, unit };
    let friday = day(2026, 11, 20).and_hms_opt(17, 30, 0).expect("a time");
    let c = count_from(friday, term(24, Unit::Hours), &calendar).expect("covered");
    assert_eq!(
        (c.legal, c.safe, c.until),
        (
            day(2026, 11, 21),
            day(2026, 11, 20),
            NaiveTime::from_hms_opt(17, 30, 0)
        )
    );
    assert_eq!(
        c.steps[0].text_ru,
        "24 часа считаем с момента события, 20.11.2026 17:30, подряд и по нерабочим дням: до 21.11.2026 17:30"
    );
    // From a day alone nobody can tell the hour.
    assert_eq!(
        count(friday.date(), term(24, Unit::Hours), &calendar),
        Err(CountError::NeedsTime)
    );
    // Longer terms run from the day of the moment.
    assert_eq!(
        count_from(friday, term(10, Unit::CalendarDays), &calendar),
        count(friday.date(), term(10, Unit::CalendarDays), &calendar)
    );
    // The first days of the first year that is loaded have no working day before them.
    let first = day(2023, 1, 1).and_hms_opt(0, 10, 0).expect("a time");
    let c = count_from(first, term(30, Unit::Minutes), &calendar).expect("covered");
    assert_eq!(
        (c.safe, c.until),
        (day(2023, 1, 1), NaiveTime::from_hms_opt(0, 40, 0))
    );
}

#[test]
fn a_year_not_loaded_and_a_term_too_long() {
    let calendar = Calendar::builtin();
    let of = |start, n, unit| count(start, Term { count: n, unit }, &calendar);
    let missing = Err(CountError::MissingYear { year: 2028 });
    assert_eq!(of(day(2027, 12, 30), 10, Unit::CalendarDays), missing);
    assert_eq!(of(day(2027, 12, 30), 1, Unit::CalendarDays), missing);
    assert_eq!(of(day(2027, 12, 20), 10, Unit::WorkingDays), missing);
    assert_eq!(
        of(day(2026, 1, 1), u32::MAX, Unit::CalendarDays),
        Err(CountError::TooFar)
    );
    assert_eq!(
        of(day(2026, 1, 1), u32::MAX, Unit::Months),
        Err(CountError::TooFar)
    );
    assert_eq!(
        of(day(2026, 1, 1), u32::MAX, Unit::Years),
        Err(CountError::TooFar)
    );
    assert_eq!(
        of(day(2026, 1, 1), u32::MAX, Unit::HalfMonths),
        Err(CountError::TooFar)
    );
    assert_eq!(of(day(2026, 1, 1), u32::MAX, Unit::WorkingDays), missing);
    assert_eq!(
        of(NaiveDate::MAX, 1, Unit::CalendarDays),
        Err(CountError::TooFar)
    );
}

/// The slow answer: sets of days, one step at a time, nothing shared with the crate but the lists.
struct Slow {
    off: HashSet<NaiveDate>,
    worked: HashSet<NaiveDate>,
}

impl Slow {
    fn new() -> Self {
        let calendar = Calendar::builtin();
        Self {
            off: calendar
                .entries()
                .flat_map(|y| y.weekday_off.clone())
                .collect(),
            worked: calendar
                .entries()
                .flat_map(|y| y.working_weekend.clone())
                .collect(),
        }
    }

    fn is_working(&self, d: NaiveDate) -> bool {
        let weekend = d.weekday() == Weekday::Sat || d.weekday() == Weekday::Sun;
        (weekend && self.worked.contains(&d)) || (!weekend && !self.off.contains(&d))
    }

    fn unmoved(&self, start: NaiveDate, n: u32, unit: Unit) -> NaiveDate {
        let mut d = start;
        match unit {
            Unit::CalendarDays => (0..n).for_each(|_| d = d.succ_opt().expect("in range")),
            Unit::Weeks => {
                let weekday = start.weekday();
                let mut left = n;
                while left > 0 {
                    d = d.succ_opt().expect("in range");
                    if d.weekday() == weekday {
                        left -= 1;
                    }
                }
            }
            Unit::Minutes | Unit::Hours => unreachable!("counted by the clock"),
            Unit::HalfMonths => (0..n * 15).for_each(|_| d = d.succ_opt().expect("in range")),
            Unit::WorkingDays => {
                let mut left = n;
                while left > 0 {
                    d = d.succ_opt().expect("in range");
                    if self.is_working(d) {
                        left -= 1;
                    }
                }
            }
            Unit::Months | Unit::Years => {
                let months = if unit == Unit::Years { n * 12 } else { n };
                let (mut y, mut m) = (start.year(), start.month());
                for _ in 0..months {
                    m += 1;
                    if m == 13 {
                        (y, m) = (y + 1, 1);
                    }
                }
                d = (1..=start.day())
                    .rev()
                    .find_map(|number| NaiveDate::from_ymd_opt(y, m, number))
                    .expect("some day of the month");
            }
        }
        d
    }
}

fn any_start() -> impl Strategy<Value = NaiveDate> {
    (0u64..1090).prop_map(|n| day(2024, 1, 10) + chrono::Days::new(n))
}

fn any_term() -> impl Strategy<Value = Term> {
    prop_oneof![
        (0u32..200).prop_map(|count| Term {
            count,
            unit: Unit::CalendarDays
        }),
        (0u32..120).prop_map(|count| Term {
            count,
            unit: Unit::WorkingDays
        }),
        (0u32..10).prop_map(|count| Term {
            count,
            unit: Unit::Months
        }),
        (0u32..12).prop_map(|count| Term {
            count,
            unit: Unit::HalfMonths
        }),
        (0u32..25).prop_map(|count| Term {
            count,
            unit: Unit::Weeks
        }),
        (0u32..1).prop_map(|count| Term {
            count,
            unit: Unit::Years
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn as_the_slow_count(start in any_start(), term in any_term()) {
        let slow = Slow::new();
        let unmoved = slow.unmoved(start, term.count, term.unit);
        let ours = count(start, term, &Calendar::builtin()).expect("covered");
        prop_assert_eq!(ours.unmoved, unmoved);
        let mut legal = unmoved;
        while !slow.is_working(legal) {
            legal = legal.succ_opt().expect("in range");
        }
        let mut safe = unmoved;
        while !slow.is_working(safe) {
            safe = safe.pred_opt().expect("in range");
        }
        prop_assert_eq!((ours.legal, ours.safe), (legal, safe));
        prop_assert!(ours.steps.len() >= 3);
    }

    /// Years over the leap day and the year change, by the slow walk over months.
    #[test]
    fn years_as_the_slow_count(start in (0u64..700).prop_map(|n| day(2024, 1, 10) + chrono::Days::new(n)), n in 0u32..2) {
        let ours = count(start, Term { count: n, unit: Unit::Years }, &Calendar::builtin()).expect("covered");
        prop_assert_eq!(ours.unmoved, Slow::new().unmoved(start, n, Unit::Years));
    }

    /// Hours and minutes, by walking minute by minute.
    #[test]
    fn hours_as_the_slow_count(start in any_start(), minute in 0u32..1440, n in 0u32..200) {
        let time = NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).expect("a time");
        for (unit, minutes) in [(Unit::Hours, n * 60), (Unit::Minutes, n)] {
            let (mut d, mut m) = (start, minute);
            for _ in 0..minutes {
                m += 1;
                if m == 1440 {
                    (d, m) = (d.succ_opt().expect("in range"), 0);
                }
            }
            let ours = count_from(start.and_time(time), Term { count: n, unit }, &Calendar::builtin())
                .expect("covered");
            prop_assert_eq!(ours.legal, d);
            prop_assert_eq!(ours.until, NaiveTime::from_hms_opt(m / 60, m % 60, 0));
            prop_assert!(ours.safe >= start && ours.safe <= d);
            prop_assert!(ours.safe == start || Slow::new().is_working(ours.safe));
        }
    }

    #[test]
    fn working_days_add_up(start in any_start(), n in 0i64..150) {
        let calendar = Calendar::builtin();
        let end = calendar.add_working_days(start, n).expect("covered");
        prop_assert_eq!(calendar.working_days_between(start, end), Ok(n));
        if n > 0 {
            prop_assert!(Slow::new().is_working(end));
        }
    }

    #[test]
    fn nothing_panics(
        n in any::<u32>(),
        days in -95_000_000i32..95_000_000,
        unit in proptest::sample::select(Unit::ALL),
        second in 0u32..86_400,
    ) {
        if let Some(start) = NaiveDate::from_num_days_from_ce_opt(days) {
            let term = Term { count: n, unit };
            let _ = count(start, term, &Calendar::builtin());
            let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0).expect("a time");
            let _ = count_from(start.and_time(time), term, &Calendar::builtin());
        }
    }
}
