//! Penalties for lateness (неустойка, ГК 330), as rules name them and as a sum.

use super::certainty::Certainty;
use super::span;
use chrono::NaiveDate;
use complaint::Money;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The sum that a penalty is reckoned from, or can't exceed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PenaltyBase {
    /// The price of the goods.
    Price,
    /// Paid before the goods were handed over.
    Prepayment,
    /// Of the service or work.
    ServicePrice,
    PaidUnderContract,
}

/// A penalty for each day of lateness, in force for certain days of the event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Penalty {
    /// The name by which rules refer to it; several versions may share one.
    pub id: String,
    /// Thousandths of the base for each day: 10 is one per cent.
    pub per_mille_per_day: u32,
    /// What the thousandths are taken of.
    pub of: PenaltyBase,
    /// What it can't exceed.
    #[serde(default)]
    pub cap: Option<PenaltyBase>,
    /// A later law may cap it; whether for earlier events too is not settled, so both figures are shown.
    #[serde(default)]
    pub later_cap: Option<PenaltyBase>,
    /// Act and article the rate is taken from.
    pub citation: String,
    /// Where it was read, when that isn't where its rules were.
    #[serde(default)]
    pub source: String,
    /// How sure we are that the act says so.
    pub certainty: Certainty,
    /// First day of the event for which this version is vouched for.
    pub valid_from: NaiveDate,
    /// Last day of the event, if it has one.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// What to know before relying on it, in Russian.
    pub note_ru: String,
    /// [`Self::note_ru`] for a reader of English.
    pub note_en: String,
}

impl Penalty {
    /// Whether this version is the one for an event of that day.
    #[must_use]
    pub fn in_force(&self, day: NaiveDate) -> bool {
        span::holds(self.span(), day)
    }

    pub(super) fn span(&self) -> span::Span {
        (self.valid_from, self.valid_to)
    }
}

/// A penalty in money, by the sums that are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReckonedPenalty {
    /// The version that is in force.
    pub penalty: Penalty,
    /// For each day of lateness, rounded to a kopeck; `None` without a known price.
    pub per_day: Option<Money>,
    /// The most it can come to.
    pub cap: Option<Money>,
    /// The most it would come to if the later law covers this event as well.
    pub later_cap: Option<Money>,
}

impl ReckonedPenalty {
    /// The penalty for so many days of lateness, within the cap. `None` without a known price.
    #[must_use]
    pub fn after_days(&self, days: u32) -> Option<Money> {
        let total = i128::from(self.per_day?.kopecks()) * i128::from(days);
        let capped = self
            .cap
            .map_or(total, |cap| total.min(i128::from(cap.kopecks())));
        Money::from_kopecks(i64::try_from(capped).ok()?).ok()
    }
}
