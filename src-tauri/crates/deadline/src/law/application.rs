//! Applying the law: which rules answer certain circumstances, counted and explained.

use super::body::Law;
use super::circumstances::Circumstances;
use super::deadline::{Deadline, NotCounted};
use super::penalty::{Penalty, ReckonedPenalty};
use super::rule::{Binds, IndefiniteTerm, Rule, StartEvent};
use crate::calendar::Calendar;
use crate::counting::dates::{dmy, iso};
use crate::counting::{
    CountError, Counted, Step, count, count_from, count_partly, count_round_the_clock,
};
use chrono::NaiveDate;
use complaint::Money;

impl Law {
    /// The deadlines that certain circumstances have, the office's binding ones first; see [`Deadline`].
    ///
    /// There is always at least one bound to the office for a day on or after the first the rules vouch
    /// for: where the law names no day, a goal of the office does, and a caution says what would hold
    /// if contract and law were silent. Law stands before cautions, and those before goals.
    #[must_use]
    pub fn deadlines(&self, about: &Circumstances, calendar: &Calendar) -> Vec<Deadline> {
        let levels = self.chain(about.regime).unwrap_or_default();
        let mut deadlines: Vec<Deadline> = Vec::new();
        let mut settled = false;
        for (depth, &level) in levels.iter().enumerate() {
            // The last level is civil law in general: it speaks only where nothing nearer names a day.
            let last_resort = depth > 0 && depth + 1 == levels.len();
            let silent = if last_resort {
                deadlines.iter().any(Deadline::names_a_day)
            } else {
                settled
            };
            if silent {
                continue;
            }
            let one_is_enough = deadlines.iter().any(|one| one.rule.caution);
            let here = self
                .rules()
                .iter()
                .filter(|rule| rule.regime == level && !rule.reference && rule.covers(about.demand))
                .filter(|rule| !(rule.caution && one_is_enough))
                .filter_map(|rule| applied(self, rule, about, calendar));
            deadlines.extend(here);
            // A rule that names the demand settles it; a general term for answering does not.
            settled = deadlines
                .iter()
                .any(|one| one.binds_office() && !one.rule.every_demand);
        }
        complaint::order::by_key(&mut deadlines, |one| {
            (
                one.rule.binds == Binds::Complainant,
                one.rule.variant.is_some(),
                one.standing(),
                !one.is_at_once(),
                one.counted.is_none(),
                one.counted.as_ref().map(|c| c.legal),
            )
        });
        deadlines
    }
}

/// `None` when the rule was not in force on the day of its event.
fn applied(law: &Law, rule: &Rule, about: &Circumstances, calendar: &Calendar) -> Option<Deadline> {
    let known = about.day_of(rule.start);
    let assumed_start = known.is_none() && rule.start == StartEvent::DemandSent;
    let start = known.or(assumed_start.then_some(about.received));
    let event_day = start.unwrap_or(about.received);
    if !rule.in_force(event_day) {
        return None;
    }
    let outcome = match (rule.term, rule.open, start) {
        (None, Some(IndefiniteTerm::NamedByComplainant), _) if about.named_day.is_some() => {
            named(about.named_day.unwrap_or(event_day), calendar).map_err(Into::into)
        }
        (None, Some(open), _) => Err(NotCounted::Open { open }),
        (Some(_), _, None) => Err(NotCounted::NeedsEvent { event: rule.start }),
        (Some(term), _, Some(start)) => {
            let time = about
                .received_time
                .filter(|_| rule.start == StartEvent::DemandReceived);
            match time.filter(|_| term.unit.is_by_the_clock()) {
                Some(time) => count_from(start.and_time(time), term, calendar),
                None => count_round_the_clock(start, term, calendar)
                    .unwrap_or_else(|| count(start, term, calendar)),
            }
            .map_err(Into::into)
        }
        (None, None, _) => return None,
    };
    let (counted, not_counted) = match outcome {
        Ok(counted) if rule.is_met_by_writing(about.demand) => (Some(counted), None),
        Ok(counted) => (Some(counted.of_performance()), None),
        Err(reason) => (None, Some(reason)),
    };
    let partly = match (not_counted, rule.term, start) {
        (Some(NotCounted::MissingYear { year }), Some(term), Some(start)) => {
            count_partly(start, term, year, calendar)
        }
        _ => None,
    };
    // The version is that of the days of lateness, whenever the demand was made.
    let late_from = match (&counted, &partly) {
        (Some(counted), _) => counted.legal.succ_opt(),
        (None, Some(partly)) => partly.unmoved.succ_opt(),
        (None, None) => None,
    };
    let penalty = rule
        .penalty
        .as_deref()
        .and_then(|id| law.penalty_on(id, late_from.unwrap_or(event_day)))
        .map(|penalty| reckoned(penalty, about));
    Some(Deadline {
        rule: rule.clone(),
        start,
        assumed_start,
        counted,
        not_counted,
        partly,
        penalty,
    })
}

/// A day that somebody named is that day; only the safe one keeps clear of holidays.
fn named(day: NaiveDate, calendar: &Calendar) -> Result<Counted, CountError> {
    let safe = calendar.working_on_or_before(day)?;
    Ok(Counted {
        unmoved: day,
        legal: day,
        safe,
        until: None,
        steps: vec![Step {
            text_ru: format!(
                "срок назвал заявитель: {}; названный день не переносится",
                dmy(day)
            ),
            text_en: format!(
                "the complainant named the day, {}; a named day does not move",
                iso(day)
            ),
            date: day,
        }],
    })
}

fn reckoned(penalty: &Penalty, about: &Circumstances) -> ReckonedPenalty {
    let per_day = about.sum(penalty.of).and_then(|sum| {
        let thousandths = i128::from(sum.kopecks()) * i128::from(penalty.per_mille_per_day);
        Money::from_kopecks(i64::try_from((thousandths + 500) / 1000).ok()?).ok()
    });
    ReckonedPenalty {
        per_day,
        cap: penalty.cap.and_then(|cap| about.sum(cap)),
        later_cap: penalty.later_cap.and_then(|cap| about.sum(cap)),
        penalty: penalty.clone(),
    }
}
