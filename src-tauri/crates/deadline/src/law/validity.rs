//! Validity in time: whether a rule is in force on a day, about to expire, expired or replaced; and
//! whose it is.

use super::body::Law;
use super::rule::Rule;
use chrono::{Months, NaiveDate};
use complaint::Regime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How long before its end a rule without a successor is warned of.
const WARNED_MONTHS: u32 = 3;

/// The validity of a version of a rule on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Validity {
    /// It is counted by.
    InForce,
    /// Its first day is still to come.
    NotYet,
    /// It ends within three months, and nothing is known of what follows.
    ExpiresSoon,
    /// It has ended, and nothing is known of what followed.
    Expired,
    /// It has ended, and a later version is there.
    Replaced,
    /// The office has switched it off.
    Off,
}

/// Whose a version of a rule is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// It ships with the program.
    Shipped,
    /// The office has changed a rule that ships.
    Changed,
    /// The office has added it.
    Added,
}

impl Law {
    /// The validity of a version of a rule of this law on a day.
    #[must_use]
    pub fn validity(&self, rule: &Rule, today: NaiveDate) -> Validity {
        if rule.off {
            return Validity::Off;
        }
        if today < rule.valid_from {
            return Validity::NotYet;
        }
        let Some(last) = rule.valid_to else {
            return Validity::InForce;
        };
        let followed = self
            .rules()
            .iter()
            .any(|other| other.same_rule(rule) && !other.off && other.valid_from > last);
        let warned_from = last.checked_sub_months(Months::new(WARNED_MONTHS));
        match (last < today, followed) {
            (true, true) => Validity::Replaced,
            (true, false) => Validity::Expired,
            (false, false) if warned_from.is_none_or(|from| from <= today) => Validity::ExpiresSoon,
            (false, _) => Validity::InForce,
        }
    }

    /// How many rules that a trade goes by, those that apply subsidiarily among them, end within
    /// three months of that day with no successor known.
    #[must_use]
    pub fn ending_soon(&self, regime: Regime, today: NaiveDate) -> u64 {
        self.rules_on(today, Some(regime))
            .into_iter()
            .filter(|rule| self.validity(rule, today) == Validity::ExpiresSoon)
            .count() as u64
    }

    /// Whose a version of a rule of this law is.
    #[must_use]
    pub fn origin(&self, rule: &Rule) -> Origin {
        let shipped = Self::builtin().rules();
        if shipped.contains(rule) {
            Origin::Shipped
        } else if shipped.iter().any(|other| other.same_rule(rule)) {
            Origin::Changed
        } else {
            Origin::Added
        }
    }
}
