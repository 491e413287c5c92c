//! What is written down of a clock, its end and its pauses.

use chrono::NaiveDate;
use complaint::{CaseClock, ClockEnd, ClockFields, ClockId, DemandId, NamedCase, Proof};

/// A clock to be started, or put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewClock {
    pub fields: ClockFields,
    /// The day of the fact, which itself is not counted.
    pub start_on: NaiveDate,
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
    /// Met or void; whether in time the days tell.
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

/// A running clock of a case, as lists and calendars of dates show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenClock {
    /// The case that it runs on.
    pub case: NamedCase,
    /// The clock with its days as last counted.
    pub clock: CaseClock,
    /// The stretches in which it stood still.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}
