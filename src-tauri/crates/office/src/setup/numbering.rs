//! How register numbers will look, told before their patterns are kept.

use chrono::Datelike;
use complaint::Numbering;
use register::By;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the numbers of a pattern look like.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberExample {
    /// The first number of this year.
    pub number: String,
    /// Whether they start anew each year.
    pub yearly: bool,
}

/// What the numbers of each pattern look like; none for a pattern that gives no number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NumberingExamples {
    pub incoming: Option<NumberExample>,
    pub outgoing: Option<NumberExample>,
    pub paper: Option<NumberExample>,
}

/// What register numbers of these patterns look like this year. It needs no office.
pub fn numbering_examples(by: &By, numbering: &Numbering) -> NumberingExamples {
    let example = |pattern: &str| {
        let number = register::first_number(pattern, by.now.date_naive().year()).ok()?;
        let yearly = register::starts_anew(pattern).ok()?;
        Some(NumberExample { number, yearly })
    };
    NumberingExamples {
        incoming: example(&numbering.incoming),
        outgoing: example(&numbering.outgoing),
        paper: example(&numbering.paper),
    }
}
