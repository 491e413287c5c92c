//! Reading a letter before it goes out: is it complete, is it safe, is its
//! tone right.

mod agree;
mod complete;
mod exhibits;
mod figures;
mod marks;
mod office;
mod plain;
mod rules;
mod seen;
mod wording;

pub(crate) use complete::says_decision;
pub(crate) use seen::folded;

use crate::{CaseForLetter, Content, LetterText};
use complaint::{DecisionKind, LetterKind};
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
    /// The place that the better wording stands for, where that is more than
    /// the finding's own: the sentence around a word.
    #[serde(default)]
    pub mend: Option<(u32, u32)>,
}

/// Reads a letter against its case. The gravest findings of a place come first.
pub fn check(letter: &LetterText, case: &CaseForLetter) -> Vec<Finding> {
    let mut found = complete::findings(letter, case);
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
        ("closing", &letter.closing),
    ];
    for (part, text) in parts {
        found.extend(wording::findings(text, letter.language, Some(part)));
    }
    for block in &letter.blocks {
        // The complainant's words are quoted, not said.
        if matches!(block.content, Content::Quote { .. }) {
            continue;
        }
        let text = block.reads();
        found.extend(wording::findings(&text, letter.language, Some(&block.id)));
        found.extend(marks::cards(&text, Some(&block.id)));
    }
    found.extend(marks::exclamations(letter));
    found.extend(agree::thicket(&found));
    if case.demands.iter().any(|d| d.decision.is_some())
        && case.decisions().iter().all(|&d| d == DecisionKind::Satisfy)
    {
        // Where everything is granted, a plain word about one's own part is a
        // choice, not a slip.
        for finding in &mut found {
            if finding.rule == "admission.guilt" {
                finding.severity = Severity::Should;
            }
        }
    }
    let order = |f: &Finding| {
        let block = letter
            .blocks
            .iter()
            .position(|b| Some(&b.id) == f.block.as_ref());
        (block.map_or(0, |b| b + 1), f.start, f.severity)
    };
    found.sort_by_key(order);
    found
}

/// Reads a plain text, as far as that can be done without a case. Without a
/// kind it is taken for a final answer. Places count the `char`s of the text.
pub fn check_plain(text: &str, kind: Option<LetterKind>) -> Vec<Finding> {
    plain::findings(text, kind)
}
