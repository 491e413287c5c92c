//! The decision on one demand.

use crate::{DecisionKind, DocumentId, Money};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the office decides on one demand, and why. These words go into the
/// letter, so they are written for the complainant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// Yes, partly, no, or of good will.
    pub kind: DecisionKind,
    /// What was checked and found, and why it leads to this decision.
    #[serde(default)]
    pub reasons: String,
    /// The clause of the contract or the article of law it rests on.
    #[serde(default)]
    pub ground: String,
    /// The sum granted, for a demand of money.
    #[serde(default)]
    pub amount: Option<Money>,
    /// What happens next: what the office does, how it pays, where to come.
    #[serde(default)]
    pub action: String,
    /// The last day by which the office promises to do it.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// The documents of the case that the finding rests on, in the order they
    /// are referred to.
    #[serde(default)]
    pub evidence: Vec<DocumentId>,
}

impl Decision {
    /// The sum granted on a demand for `asked`: where it is granted in full, the sum
    /// asked will do.
    pub fn granted(&self, asked: Option<Money>) -> Option<Money> {
        match self.kind {
            DecisionKind::Refuse => None,
            DecisionKind::Satisfy => self.amount.or(asked),
            DecisionKind::Partly | DecisionKind::Goodwill => self.amount,
        }
    }
}
