//! Approval of letters: what its bar on the letter's screen shows and asks.

use complaint::{Approval, LetterId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Submits a draft to the head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterSubmit {
    /// The letter.
    pub letter: LetterId,
    /// A note to the head; may be empty.
    #[serde(default)]
    pub note: String,
}

/// Approves a draft as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterApprove {
    /// The letter.
    pub letter: LetterId,
    /// [`ApprovalView::mark`] of what the head has read; another content by now
    /// refuses the approval.
    pub mark: String,
}

/// Returns a draft with remarks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterReturn {
    /// The letter.
    pub letter: LetterId,
    /// What is to be changed.
    pub remarks: String,
}

/// Where a letter's approval stands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, TS)]
pub struct ApprovalView {
    /// Whether this letter can be issued only when it is approved.
    pub needed: bool,
    /// Whether it is approved with exactly the content it has now.
    pub stands: bool,
    /// Whether the person acting is the one who approves.
    pub approver_acts: bool,
    /// Who approves, by the office's settings: post and name.
    pub approver: String,
    /// The hash of the content it has now.
    pub mark: String,
    /// Every submission, the latest first.
    pub history: Vec<Approval>,
    /// What differs from what was approved last, where it was and differs.
    pub differences: Vec<letter::Difference>,
}
