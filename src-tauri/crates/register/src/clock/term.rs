//! How terms are counted: asked of the host, for the register knows no calendar
//! and no law.

use chrono::NaiveDate;
use complaint::{Kind, Regime};

/// A term to be counted: from the day of an event, or a named day, moved on by
/// the days in which it stands still.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermToCount {
    /// The day of the event.
    pub start: NaiveDate,
    /// How many of `unit`.
    pub count: Option<u32>,
    /// The word of a unit as the law packs have it.
    pub unit: Option<String>,
    /// The last day, where it is named instead.
    pub day: Option<NaiveDate>,
    /// First and last days of the stretches that don't count.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
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
    /// How many of `unit`.
    pub count: u32,
    /// The word of a unit as the law packs have it.
    pub unit: String,
    /// Act and article.
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
