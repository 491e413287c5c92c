//! What a rule comes to for certain circumstances: a deadline, or the reason why there is no day.

use super::certainty::Certainty;
use super::penalty::ReckonedPenalty;
use super::rule::{Binds, IndefiniteTerm, Rule, StartEvent};
use crate::counting::{CountError, Counted, PartlyCounted};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a deadline has no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum NotCounted {
    /// The law gives no number.
    Open {
        /// What it says instead.
        open: IndefiniteTerm,
    },
    /// The day of the event is not known.
    NeedsEvent {
        /// Which event has to be dated.
        event: StartEvent,
    },
    /// The calendar of that year isn't loaded.
    MissingYear {
        /// The first year that was looked for in vain.
        year: i32,
    },
    /// A term of hours runs from a moment, and only the day is known.
    NeedsTime,
    /// The term ends beyond any date.
    TooFar,
}

impl From<CountError> for NotCounted {
    fn from(error: CountError) -> Self {
        match error {
            CountError::MissingYear { year } => Self::MissingYear { year },
            CountError::NeedsTime => Self::NeedsTime,
            CountError::TooFar => Self::TooFar,
        }
    }
}

/// One rule applied to certain circumstances. It is a date of law; a clock, which the office runs and
/// ends, is another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Deadline {
    /// The rule, in the version of the day of the event.
    pub rule: Rule,
    /// The day from whose next day it runs, when known.
    pub start: Option<NaiveDate>,
    /// The day of sending isn't known, so it runs from the day of receipt.
    pub assumed_start: bool,
    /// The days and the way to them.
    pub counted: Option<Counted>,
    /// Why there are none.
    pub not_counted: Option<NotCounted>,
    /// What is known all the same where the calendar of a year is missing.
    pub partly: Option<PartlyCounted>,
    pub penalty: Option<ReckonedPenalty>,
}

impl Deadline {
    /// Whether it binds the office without a special case to be confirmed first.
    #[must_use]
    pub fn binds_office(&self) -> bool {
        self.rule.binds == Binds::Office && self.rule.variant.is_none()
    }

    /// Whether it is a rule of law; an office goal isn't.
    #[must_use]
    pub fn is_law(&self) -> bool {
        self.rule.certainty != Certainty::OfficeGoal
    }

    /// Whether its day is one that the law sets for this demand: neither a goal nor a borrowed number.
    #[must_use]
    pub fn is_set_by_law(&self) -> bool {
        self.is_law() && !self.rule.caution
    }

    /// The law says "at once": there is no day, and none to wait for.
    #[must_use]
    pub fn is_at_once(&self) -> bool {
        self.not_counted
            == Some(NotCounted::Open {
                open: IndefiniteTerm::AtOnce,
            })
    }

    /// Law first, then cautions, then goals of the office.
    pub(super) fn standing(&self) -> u8 {
        match (self.is_law(), self.rule.caution) {
            (true, false) => 0,
            (_, true) => 1,
            (false, false) => 2,
        }
    }

    /// Whether the law gives the office a term in days here, be it that the calendar to count it over
    /// is missing.
    pub(super) fn names_a_day(&self) -> bool {
        let countable = match self.not_counted {
            None
            | Some(NotCounted::MissingYear { .. } | NotCounted::TooFar | NotCounted::NeedsTime) => {
                true
            }
            Some(NotCounted::Open { .. } | NotCounted::NeedsEvent { .. }) => false,
        };
        self.binds_office() && countable && !self.rule.caution
    }
}

/// The deadline that governs, which a register shows: the earliest legal day among those that bind the
/// office for sure; where the law names none, the earliest goal of the office; else the earliest of the
/// special cases. A caution never governs. `None` when none has a day, and where the law's own day
/// can't be counted, for no goal stands in for it.
#[must_use]
pub fn governing(deadlines: &[Deadline]) -> Option<&Deadline> {
    let earliest = |sure: bool, by_law: bool| {
        deadlines
            .iter()
            .filter(|one| one.rule.binds == Binds::Office && one.binds_office() == sure)
            .filter(|one| !one.rule.caution && one.is_law() == by_law)
            .filter_map(|one| one.counted.as_ref().map(|c| (c.legal, one)))
            .min_by_key(|(legal, _)| *legal)
            .map(|(_, one)| one)
    };
    earliest(true, true).or_else(|| {
        let uncounted = deadlines
            .iter()
            .any(|one| one.is_law() && one.names_a_day() && one.counted.is_none());
        if uncounted {
            return None;
        }
        earliest(true, false)
            .or_else(|| earliest(false, true))
            .or_else(|| earliest(false, false))
    })
}

/// The deadline that is reported first of those that stand in the order of
/// [`Law::deadlines`](super::Law::deadlines): what the law sets for this demand, be it without a day;
/// where it is silent, what governs. Penalties are taken from it.
#[must_use]
pub fn principal(deadlines: &[Deadline]) -> Option<&Deadline> {
    deadlines
        .iter()
        .find(|one| one.binds_office() && one.is_set_by_law())
        .or_else(|| governing(deadlines))
}
