//! What is disputed, and what is assumed of a court that would decide it.

use super::figure::kopecks;
use crate::law::penalty::ReckonedPenalty;
use chrono::NaiveDate;
use complaint::{Money, Regime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the office assumes of a court case. Nobody publishes these, so the owner edits them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct CourtAssumptions {
    /// Counted from today, days off among them.
    pub days_to_judgment: u32,
    /// The fee of an expert.
    pub expertise: Money,
    /// The fee of the office's own lawyer; the loser's side bears its own.
    pub own_lawyer: Money,
    /// The fee of the other side's lawyer, which the loser pays.
    pub their_lawyer: Money,
    /// The state fee, which the loser pays.
    pub court_fee: Money,
    /// What courts of the place award for moral harm.
    pub moral: Money,
    /// The key rate of the Bank of Russia, in hundredths of a per cent a year: 1650 is 16.5 %.
    pub key_rate: u32,
    /// Since when the office knows it to be so.
    pub key_rate_on: NaiveDate,
}

impl Default for CourtAssumptions {
    fn default() -> Self {
        Self {
            days_to_judgment: 180,
            expertise: kopecks(1_500_000),
            own_lawyer: kopecks(2_000_000),
            their_lawyer: kopecks(1_500_000),
            court_fee: kopecks(400_000),
            moral: kopecks(500_000),
            key_rate: 1_600,
            key_rate_on: NaiveDate::from_ymd_opt(2025, 12, 22).unwrap_or_default(),
        }
    }
}

/// One demand with the days and sums that its cost hangs on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dispute {
    /// Decides whether the consumer law with its fine applies.
    pub regime: Regime,
    /// The day of the demand: it picks the version of each rule.
    pub event: NaiveDate,
    /// The day on which a settlement would be paid, and from which the curves begin.
    pub today: NaiveDate,
    /// The last legal day of the demand; without one no penalty that runs from it is reckoned.
    pub due: Option<NaiveDate>,
    /// The day of the contract, or the new one that the consumer set, from which other penalties run.
    pub contract_day: Option<NaiveDate>,
    pub asked: Money,
    /// The sum that the office would pay of it.
    pub offered: Money,
    /// The penalty for lateness, as the deadline of the demand has it.
    pub penalty: Option<ReckonedPenalty>,
    /// Money is demanded, so that its lateness bears interest where no penalty does.
    pub money: bool,
    /// Taken instead of the law's penalty where it is more.
    pub contract: Option<ContractPenalty>,
    /// The consumer was at fault or evaded, a counterparty chosen in good faith failed, or mediation succeeded.
    pub excused: bool,
}

/// A penalty that the contract itself names for each day of lateness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ContractPenalty {
    /// Hundredths of a per cent of the sum for each day: 10 is 0.1 % a day.
    pub basis_points_per_day: u32,
    /// The most it comes to, in per cent of the sum; none where the contract sets no limit.
    #[serde(default)]
    pub cap_percent: Option<u32>,
}
