//! The goals of an office: terms that it sets itself, where the law names none or leaves more time.

use crate::counting::{Term, Unit};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The longest goal, in days: a year.
pub const LONGEST_GOAL: u32 = 366;

/// The goals that an office may have; each is none until the office sets it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Goals {
    /// To confirm the receipt, for which the law names no term.
    pub acknowledge: Option<Term>,
    /// To answer sooner than the law asks.
    pub answer: Option<Term>,
}

impl Goals {
    /// The name of the first goal that can't be kept: of no day, longer than a year, or by the clock.
    #[must_use]
    pub fn first_flaw(&self) -> Option<&'static str> {
        let flawed = |term: &Term| {
            let most = match term.unit {
                Unit::Minutes | Unit::Hours => 0,
                Unit::CalendarDays | Unit::WorkingDays => LONGEST_GOAL,
                Unit::Weeks => 52,
                Unit::HalfMonths => 24,
                Unit::Months => 12,
                Unit::Years => 1,
            };
            term.count == 0 || term.count > most
        };
        [("acknowledge", self.acknowledge), ("answer", self.answer)]
            .into_iter()
            .find(|(_, term)| term.as_ref().is_some_and(flawed))
            .map(|(name, _)| name)
    }
}
