//! Reading a letter before it goes out: is it complete, is it safe, is its
//! tone right.

use crate::{CaseForLetter, LetterText};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Stops issuing, unless overridden with a written reason.
    Must,
    /// Ought to be mended.
    Should,
    /// Worth a look.
    Hint,
}

/// What a finding is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Something is missing or does not agree.
    Complete,
    /// Something may be turned against the office.
    Safe,
    /// The tone.
    Tone,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Finding {
    /// The rule's id: «admission.guilt».
    pub rule: String,
    /// How much it weighs.
    pub severity: Severity,
    /// What it is about.
    pub group: Group,
    /// Where: a block's id, or «heading», «salutation», «addressee»,
    /// «closing», «enclosures», «signatory»; `None` for the letter as a whole.
    pub block: Option<String>,
    /// Start of the place, in `char`s (Unicode scalar values, not bytes and
    /// not UTF-16 units) of [`crate::Block::reads`] or of the named part; for
    /// [`check_plain`], of the whole text.
    pub start: u32,
    /// End of the place, exclusive. Equal to `start` where there is no place.
    pub end: u32,
    /// Why, in one Russian sentence.
    pub message_ru: String,
    /// Why, in one English sentence.
    pub message_en: String,
    /// A better wording for the place, in the letter's language. An empty one
    /// proposes to strike the place out.
    pub suggestion: Option<String>,
}

/// Reads a letter against its case.
pub fn check(letter: &LetterText, case: &CaseForLetter) -> Vec<Finding> {
    let _ = (letter, case);
    Vec::new()
}

/// Reads a plain text, as far as that can be done without a case.
pub fn check_plain(text: &str) -> Vec<Finding> {
    let _ = text;
    Vec::new()
}
