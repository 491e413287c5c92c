//! What is written down of a clock, its end and its pauses.

use chrono::NaiveDate;
use complaint::{
    CaseClock, ClockEnd, ClockId, ClockKind, ClockStart, ComplaintId, DemandId, Proof,
};
use uuid::Uuid;

/// A clock to be started, or put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClock {
    /// What it is for.
    pub kind: ClockKind,
    /// In the office's own words.
    pub title: String,
    /// It binds the office.
    pub ours: bool,
    /// From which fact it runs.
    pub start: ClockStart,
    /// Which letter, dispatch, step or entry.
    pub start_ref: Option<Uuid>,
    /// The day of the fact.
    pub start_on: NaiveDate,
    /// How many units.
    pub count: Option<u32>,
    /// Of what.
    pub unit: Option<String>,
    /// The last day, where it is named.
    pub day: Option<NaiveDate>,
    /// What it rests on.
    pub citation: String,
    /// Anything else worth knowing.
    pub note: String,
}

/// What ends: a clock of its own, or the term of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timed {
    /// A clock.
    Clock(ClockId),
    /// The term of a demand.
    Demand(DemandId),
}

/// The end of a clock, to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnding {
    /// How.
    pub how: ClockEnd,
    /// The day.
    pub on: NaiveDate,
    /// Why, in words.
    pub why: String,
    /// What proves it.
    pub proof: Option<Proof>,
}

/// A stretch in which something stands still, to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPause {
    /// The first day that doesn't count.
    pub from: NaiveDate,
    /// The last one; none while it still stands.
    pub to: Option<NaiveDate>,
    /// What happened.
    pub ground: String,
    /// The rule that lets it.
    pub citation: String,
    /// What proves it.
    pub proof: Option<Proof>,
}

/// A running clock of an open case, as lists and calendars of dates show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenClock {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// The clock.
    pub clock: CaseClock,
    /// The stretches in which it stood still.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}
