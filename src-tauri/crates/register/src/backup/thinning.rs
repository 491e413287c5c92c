//! Which backups stay on a shelf, by their dates alone.

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use ts_rs::TS;

/// For how many days, weeks and months a backup stays, counted over those that
/// have any: an office that rests for a year loses nothing by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Keep {
    /// So long every one stays, however many a day brings.
    #[ts(type = "number")]
    pub hours: i64,
    pub days: usize,
    pub weeks: usize,
    pub months: usize,
}

impl Default for Keep {
    fn default() -> Self {
        Self {
            hours: 48,
            days: 14,
            weeks: 8,
            months: 24,
        }
    }
}

impl Keep {
    /// The last day that a backup of that moment may be kept, while others go on being made; `all` are the
    /// moments of all of them. One that is the last of its month stays longest.
    pub fn latest_day(
        &self,
        at: DateTime<FixedOffset>,
        all: &[DateTime<FixedOffset>],
    ) -> NaiveDate {
        let month = |at: DateTime<FixedOffset>| (at.year(), at.month());
        let superseded = all.iter().any(|one| *one > at && month(*one) == month(at));
        let day = at.date_naive();
        let longest = if superseded {
            let weeks = i64::try_from(self.weeks).unwrap_or(i64::MAX);
            day.checked_add_signed(TimeDelta::weeks(weeks.saturating_add(1)))
        } else {
            let months = u32::try_from(self.months).unwrap_or(u32::MAX);
            day.checked_add_months(Months::new(months.saturating_add(1)))
        };
        longest.unwrap_or(NaiveDate::MAX)
    }
}

/// A backup as the rule sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dated {
    pub at: DateTime<FixedOffset>,
    /// Whether it holds all that its records name.
    pub whole: bool,
}

/// Says of each backup whether it stays. Of each day, week and month the last
/// whole one stands for it, where there is one; days, weeks and months without
/// a whole one don't count against those that have one. The last of all stays,
/// so does the last whole one, what is young, and what bears a date to come.
pub fn staying(backups: &[Dated], now: DateTime<FixedOffset>, keep: Keep) -> Vec<bool> {
    let young = |at: DateTime<FixedOffset>| now - at < TimeDelta::hours(keep.hours);
    let mut stays: Vec<bool> = backups.iter().map(|backup| young(backup.at)).collect();
    let is_past = |n: &usize| backups[*n].at <= now;
    let mut past: Vec<usize> = (0..backups.len()).filter(is_past).collect();
    complaint::order::by_key(&mut past, |&n| Reverse((backups[n].at, n)));
    let last = past.first().copied();
    let last_whole = past.iter().copied().find(|&n| backups[n].whole);
    let day = |at: DateTime<FixedOffset>| (at.year(), at.ordinal());
    let week = |at: DateTime<FixedOffset>| (at.iso_week().year(), at.iso_week().week());
    let month = |at: DateTime<FixedOffset>| (at.year(), at.month());
    let mut standing: Vec<usize> = last.into_iter().chain(last_whole).collect();
    standing.extend(of_periods(backups, &past, keep.days, day));
    standing.extend(of_periods(backups, &past, keep.weeks, week));
    standing.extend(of_periods(backups, &past, keep.months, month));
    for n in standing {
        stays[n] = true;
    }
    stays
}

/// The backups that stand for the last `most` periods; `past` is newest first.
fn of_periods(
    backups: &[Dated],
    past: &[usize],
    most: usize,
    period: impl Fn(DateTime<FixedOffset>) -> (i32, u32),
) -> Vec<usize> {
    let mut best: BTreeMap<Reverse<(i32, u32)>, usize> = BTreeMap::new();
    for &n in past {
        let standing = best.entry(Reverse(period(backups[n].at))).or_insert(n);
        if backups[n].whole && !backups[*standing].whole {
            *standing = n;
        }
    }
    let mut whole = 0;
    best.into_values()
        .enumerate()
        .filter(|&(place, n)| {
            let among = if backups[n].whole { whole } else { place };
            whole += usize::from(backups[n].whole);
            among < most
        })
        .map(|(_, n)| n)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Duration, NaiveDate};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn start() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2026-01-01T12:00:00+03:00").unwrap()
    }

    fn backups() -> impl Strategy<Value = Vec<Dated>> {
        prop::collection::vec((0i64..2_000_000, any::<bool>()), 0..120).prop_map(|found| {
            let dated = |(minutes, whole)| Dated {
                at: start() + Duration::minutes(minutes),
                whole,
            };
            found.into_iter().map(dated).collect()
        })
    }

    fn remaining(backups: &[Dated], now: DateTime<FixedOffset>) -> Vec<Dated> {
        let stays = staying(backups, now, Keep::default());
        let both = backups.iter().zip(stays);
        both.filter(|(_, stays)| *stays).map(|(b, _)| *b).collect()
    }

    proptest! {
        #[test]
        fn none_is_kept_beyond_its_latest_day(minutes in 0i64..1_000_000, days in 0i64..1400) {
            // One a day is made, before and after it.
            let at = start() + Duration::minutes(minutes);
            let now = at + Duration::days(days);
            let daily = (-30..=days).map(|n| Dated { at: at + Duration::days(n), whole: true });
            let all: Vec<Dated> = daily.collect();
            let times: Vec<_> = all.iter().map(|one| one.at).collect();
            let known = &times[..=30.min(times.len() - 1)];
            let stays = remaining(&all, now).iter().any(|one| one.at == at);
            prop_assert!(!stays || now.date_naive() <= Keep::default().latest_day(at, known));
        }

        #[test]
        fn the_last_and_the_last_whole_one_always_stay(all in backups(), days in 0i64..1400) {
            let now = start() + Duration::days(days);
            let remaining = remaining(&all, now);
            let past = || all.iter().filter(|b| b.at <= now);
            if let Some(last) = past().map(|b| b.at).max() {
                prop_assert!(remaining.iter().any(|b| b.at == last));
            }
            if let Some(last) = past().filter(|b| b.whole).map(|b| b.at).max() {
                prop_assert!(remaining.iter().any(|b| b.whole && b.at == last));
            }
            let young = |b: &&Dated| b.at > now - Duration::hours(48);
            prop_assert!(all.iter().filter(young).all(|b| remaining.contains(b)));
        }

        #[test]
        fn whole_ones_are_never_pushed_out_by_others(all in backups()) {
            let now = start() + Duration::days(2000);
            let whole: Vec<Dated> = all.iter().copied().filter(|b| b.whole).collect();
            let among_all: BTreeSet<_> =
                remaining(&all, now).into_iter().filter(|b| b.whole).map(|b| b.at).collect();
            for alone in remaining(&whole, now) {
                prop_assert!(among_all.contains(&alone.at));
            }
        }

        #[test]
        fn thinning_again_removes_nothing_more(all in backups(), days in 0i64..1400) {
            let now = start() + Duration::days(days);
            let once = remaining(&all, now);
            prop_assert_eq!(remaining(&once, now), once);
        }

        #[test]
        fn no_more_stay_than_the_rule_names(all in backups()) {
            let now = start() + Duration::days(2000);
            // Whole ones and others each fill their places at most once.
            prop_assert!(remaining(&all, now).len() <= 2 * (14 + 8 + 24) + 2);
            let whole: Vec<Dated> = all.iter().copied().filter(|b| b.whole).collect();
            prop_assert!(remaining(&whole, now).len() <= 14 + 8 + 24);
        }
    }

    #[test]
    fn three_years_of_daily_backups_leave_each_day_week_and_month_that_was_promised() {
        let mut shelf: Vec<Dated> = Vec::new();
        for day in 0..3 * 365 {
            let now = start() + Duration::days(day);
            shelf.push(Dated {
                at: now,
                whole: true,
            });
            shelf = remaining(&shelf, now);
            assert!(shelf.len() <= 14 + 8 + 24, "{} on day {day}", shelf.len());
            let days: BTreeSet<NaiveDate> = shelf.iter().map(|b| b.at.date_naive()).collect();
            for back in 0..14.min(day + 1) {
                assert!(days.contains(&(now - Duration::days(back)).date_naive()));
            }
            let weeks: BTreeSet<_> = shelf.iter().map(|b| b.at.iso_week()).collect();
            for back in (0..8).take_while(|back| back * 7 <= day) {
                assert!(weeks.contains(&(now - Duration::days(back * 7)).iso_week()));
            }
            let months: BTreeSet<_> = shelf.iter().map(|b| (b.at.year(), b.at.month())).collect();
            let begun = usize::try_from(now.year() - 2026).unwrap() * 12 + now.month() as usize;
            assert!(months.len() >= begun.min(24));
        }
    }

    #[test]
    fn a_rest_of_years_loses_nothing() {
        let shelf: Vec<Dated> = (0..14)
            .map(|day| Dated {
                at: start() + Duration::days(day),
                whole: true,
            })
            .collect();
        assert_eq!(remaining(&shelf, start() + Duration::days(4000)).len(), 14);
    }
}
