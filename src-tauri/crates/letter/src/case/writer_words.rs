//! What the writer of a letter says in it besides the record.

use super::particulars::Particulars;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the writer says in a letter besides the record of the case: the screen
/// asks for it, the register keeps it, the letter speaks of it. Former names are
/// those of facts that were kept with approvals.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct WriterWords {
    /// The date an interim reply promises.
    pub expected: Option<NaiveDate>,
    /// Why an interim reply puts the answer off.
    #[serde(alias = "interim_reason")]
    pub holding_reason: String,
    /// What a request for information asks, a line each.
    pub questions: Vec<String>,
    /// The day by which the complainant is asked to answer.
    #[serde(alias = "questions_due")]
    pub answer_by: Option<NaiveDate>,
    /// What was checked and found, where there is no demand to say it at.
    pub findings: String,
    /// What the office has done or will do, where there is no demand to say it at.
    pub measures: String,
    /// What a letter of this kind says besides: to whom it goes, when an
    /// inspection is, what is offered, what an act records.
    pub particulars: Particulars,
}
