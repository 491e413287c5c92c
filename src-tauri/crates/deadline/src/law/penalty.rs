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

/// From when a penalty runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PenaltyStart {
    /// After the last legal day of the demand (ЗоЗПП 23 п. 1, 31 п. 3).
    #[default]
    LegalDay,
    /// After the day by the contract, or the new one that the consumer set (ЗоЗПП 23.1 п. 3, 28 п. 5).
    ContractDay,
}

impl PenaltyStart {
    fn is_legal_day(&self) -> bool {
        *self == Self::LegalDay
    }
}

/// A penalty for each day of lateness, in force for certain days of lateness.
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
    /// What the days of lateness after [`Self::valid_to`] can't exceed, be the demand older.
    #[serde(default)]
    pub later_cap: Option<PenaltyBase>,
    #[serde(default, skip_serializing_if = "PenaltyStart::is_legal_day")]
    pub runs_from: PenaltyStart,
    /// Act and article the rate is taken from.
    pub citation: String,
    /// Where it was read, when that isn't where its rules were.
    #[serde(default)]
    pub source: String,
    /// How sure we are that the act says so.
    pub certainty: Certainty,
    /// First day of lateness for which this version is vouched for.
    pub valid_from: NaiveDate,
    /// Last day of lateness, if it has one.
    #[serde(default)]
    pub valid_to: Option<NaiveDate>,
    /// What to know before relying on it, in Russian.
    pub note_ru: String,
    /// [`Self::note_ru`] for a reader of English.
    pub note_en: String,
}

impl Penalty {
    /// Whether this version is the one for lateness on that day.
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
    /// The most that the days of lateness after this version come to.
    pub later_cap: Option<Money>,
}

impl ReckonedPenalty {
    /// The penalty for the days after `due` up to `day`, each part within the cap of the days it falls
    /// in. `None` without a known price.
    #[must_use]
    pub fn accrued(&self, due: NaiveDate, day: NaiveDate) -> Option<Money> {
        let late = (day - due).num_days().max(0);
        let after = self.days_after_this_version(due, day);
        let part = |days: i64, cap: Option<Money>| -> Option<i128> {
            let sum = i128::from(self.per_day?.kopecks()) * i128::from(days);
            Some(cap.map_or(sum, |cap| sum.min(i128::from(cap.kopecks()))))
        };
        let sum = if after == 0 {
            part(late, self.cap)?
        } else {
            part(late - after, self.cap)? + part(after, self.later_cap)?
        };
        Money::from_kopecks(i64::try_from(sum).ok()?).ok()
    }

    /// Whether lateness from `due` to `day` lies on both sides of the day on which the cap came.
    #[must_use]
    pub fn straddles(&self, due: NaiveDate, day: NaiveDate) -> bool {
        let after = self.days_after_this_version(due, day);
        after > 0 && after < (day - due).num_days()
    }

    /// How many of the late days the later cap holds for.
    fn days_after_this_version(&self, due: NaiveDate, day: NaiveDate) -> i64 {
        match (self.penalty.valid_to, self.later_cap) {
            (Some(last), Some(_)) => (day - last.max(due)).num_days().max(0),
            _ => 0,
        }
    }
}
