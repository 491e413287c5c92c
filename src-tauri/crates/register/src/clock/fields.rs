//! What is written down of a clock, its end and its pauses.

use chrono::NaiveDate;
use complaint::{CaseClock, ClockEnd, ClockId, ClockKind, ClockStart, DemandId, NamedCase, Proof};
use uuid::Uuid;

/// A clock to be started, or put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClock {
    /// What runs out with it; decides what facts can end it.
    pub kind: ClockKind,
    /// What the office calls it; empty where the kind says it all.
    pub title: String,
    /// Whether the office must keep it; one that binds the other side presses nobody in
    /// lists.
    pub ours: bool,
    /// From which fact it runs; the day follows that fact while it stands.
    pub start: ClockStart,
    /// The row of that fact: a letter, a dispatch, a step of a delivery, a diary entry.
    pub start_ref: Option<Uuid>,
    /// The day of the fact, which itself is not counted.
    pub start_on: NaiveDate,
    /// How many of `unit`; none where the last day is named.
    pub count: Option<u32>,
    /// The word of a unit as the law packs have it: calendar days, working days, …
    pub unit: Option<String>,
    /// The last day, where it is named.
    pub day: Option<NaiveDate>,
    /// The act and article or the clause of a contract that it rests on.
    pub citation: String,
    /// The office's remark, shown beside the clock and nowhere else.
    pub note: String,
}

/// What ends: a clock of its own, or the term of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermRef {
    /// A clock that is kept as a row of its own.
    Clock(ClockId),
    /// The term of a demand, which the demand itself keeps.
    Demand(DemandId),
}

/// The end of a clock, to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnding {
    /// Met, or void.
    pub how: ClockEnd,
    /// The day on which it was met or fell away.
    pub on: NaiveDate,
    /// In words; empty where the proof says enough.
    pub why: String,
    /// A paper or an entry of the same case that shows it.
    pub proof: Option<Proof>,
}

/// A stretch in which something stands still, to be written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPause {
    /// The first day that doesn't count.
    pub from: NaiveDate,
    /// The last one; none while it still stands.
    pub to: Option<NaiveDate>,
    /// What made it stand still.
    pub ground: String,
    /// The act and article or the clause of a contract that it rests on.
    pub citation: String,
    /// A paper or an entry of the same case that shows it.
    pub proof: Option<Proof>,
}

/// A running clock of an open case, as lists and calendars of dates show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenClock {
    /// The open case that it runs on.
    pub case: NamedCase,
    /// The clock with its days as last counted.
    pub clock: CaseClock,
    /// The stretches in which it stood still.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}
