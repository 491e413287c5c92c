//! A length of time as the law names it: so many of a unit.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What a term is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Minutes, from the moment of the event to the minute.
    Minutes,
    /// Hours, from the moment of the event to the minute (ГК 190).
    Hours,
    /// Every day counts, days off too.
    CalendarDays,
    /// Only days count on which the calendar has people work.
    WorkingDays,
    /// Weeks: the same day of the week (ГК 192).
    Weeks,
    /// Half months: fifteen days each (ГК 192).
    HalfMonths,
    /// Months: the same number of the month, or its last day (ГК 192).
    Months,
    /// Years, counted as twelve months each.
    Years,
}

impl Unit {
    /// Every unit, the shortest first.
    pub const ALL: &'static [Self] = &[
        Self::Minutes,
        Self::Hours,
        Self::CalendarDays,
        Self::WorkingDays,
        Self::Weeks,
        Self::HalfMonths,
        Self::Months,
        Self::Years,
    ];

    /// Its name as it stands in files and on the wire.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Minutes => "minutes",
            Self::Hours => "hours",
            Self::CalendarDays => "calendar_days",
            Self::WorkingDays => "working_days",
            Self::Weeks => "weeks",
            Self::HalfMonths => "half_months",
            Self::Months => "months",
            Self::Years => "years",
        }
    }

    /// Whether a term of it runs by the clock, so that the time of the event must be known.
    #[must_use]
    pub fn is_by_the_clock(self) -> bool {
        matches!(self, Self::Minutes | Self::Hours)
    }
}

/// The word names no unit of [`Unit::ALL`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown unit of time")]
pub struct UnknownUnit;

impl std::str::FromStr for Unit {
    type Err = UnknownUnit;

    fn from_str(word: &str) -> Result<Self, UnknownUnit> {
        Self::ALL
            .iter()
            .copied()
            .find(|unit| unit.as_str() == word)
            .ok_or(UnknownUnit)
    }
}

/// So many of one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Nothing is a term too: it ends on the day of the event.
    pub count: u32,
    pub unit: Unit,
}
