//! How terms are counted: asked of the host, for the register knows no calendar
//! and no law.

use chrono::NaiveDate;
use complaint::{ClockFields, Kind, Regime, Term};

/// A term to be counted: from the day of an event, or a named day, moved on by
/// the days in which it stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermToCount {
    /// The day of the event.
    pub start: NaiveDate,
    pub term: Option<Term>,
    /// The last day, where it is named instead.
    pub day: Option<NaiveDate>,
    /// First and last days of the stretches that don't count.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

impl TermToCount {
    /// The term of a clock whose fact was on the day `start`.
    pub fn of(
        clock: &ClockFields,
        start: NaiveDate,
        pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
    ) -> Self {
        Self {
            start,
            term: clock.term,
            day: clock.day,
            pauses,
        }
    }
}

/// Counts a term: the legal and the safe last day, or none. The register knows
/// no calendar; who opens it says how to count.
pub type TermCounter = dyn Fn(&TermToCount) -> Option<(NaiveDate, NaiveDate)> + Send + Sync;

/// A complaint that demands nothing, as far as the law asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WithoutDemands {
    /// What sort of message it is.
    pub kind: Kind,
    /// The body of rules that applies.
    pub regime: Regime,
    pub received: NaiveDate,
}

/// The term that a rule gives for answering it, from its receipt on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerTerm {
    pub term: Term,
    /// Act and article the term is taken from.
    pub citation: String,
}

/// Says what the law asks, or nothing where it names no term.
pub type AnswerLaw = dyn Fn(&WithoutDemands) -> Option<AnswerTerm> + Send + Sync;

/// What a demand was counted to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// The id of the rule in its law pack; none where no rule gives a term.
    pub rule: Option<String>,
    /// The last day by law.
    pub legal: Option<NaiveDate>,
    /// The day by which to act to be on the safe side of readings of the rule.
    pub safe: Option<NaiveDate>,
}
