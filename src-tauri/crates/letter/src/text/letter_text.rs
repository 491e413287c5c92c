//! The text of a letter: what the editor edits, the check reads and the
//! typesetter sets.

use super::block::{Block, EnclosureLine, Span};
use super::composed::Composed;
use chrono::NaiveDate;
use complaint::{Executor, Language, LetterKind, Signatory};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A letter's text. It maps onto a ProseMirror document without loss: blocks
/// are top-level nodes, text runs carry marks, fields are atoms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LetterText {
    pub kind: LetterKind,
    pub language: Language,
    /// What it is about: «О рассмотрении претензии …».
    #[serde(default)]
    pub heading: String,
    /// The greeting with its sign: «Уважаемая Марина Львовна!»
    #[serde(default)]
    pub salutation: String,
    /// To whom, one string a line: name in the dative, then the address.
    #[serde(default)]
    pub addressee: Vec<String>,
    /// The body, in reading order.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// The words above the signature: «С уважением,»
    #[serde(default)]
    pub closing: String,
    #[serde(default)]
    pub enclosures: Vec<EnclosureLine>,
    /// The office's signatory, as composed or as the user put it.
    #[serde(default)]
    pub signatory: Signatory,
    /// Who signs a paper, when more than one does or somebody else; empty for
    /// a letter.
    #[serde(default)]
    pub signers: Vec<Signer>,
    /// Who answers questions about it; stands at the foot.
    #[serde(default)]
    pub executor: Option<Executor>,
    /// The day by which an interim reply or an acknowledgement promises the answer.
    #[serde(default)]
    pub expected: Option<NaiveDate>,
    /// What composing wrote, by which [`crate::recompose`] tells the user's words
    /// from its own. The editor hands it back as it came. Kept letters call it
    /// `made`.
    #[serde(default, rename = "made")]
    pub composed: Composed,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Signer {
    /// Post, or in what capacity.
    pub role: String,
    /// Full name; empty leaves a blank.
    pub name: String,
}

/// A place where a fact is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Unresolved {
    /// The id of the block that waits for it.
    pub block: String,
    /// As templates name it: «demand.due».
    pub field: String,
    /// What is missing, in the letter's language.
    pub label: String,
}

/// Every field without a value, in reading order. A value of blanks alone
/// counts as none. As long as there is one, the letter can't be issued.
pub fn unresolved(letter: &LetterText) -> Vec<Unresolved> {
    let mut missing = Vec::new();
    for block in &letter.blocks {
        for span in block.content.lines().into_iter().flatten() {
            if let Span::Field {
                name, label, value, ..
            } = span
                && value.as_deref().is_none_or(|v| v.trim().is_empty())
            {
                missing.push(Unresolved {
                    block: block.id.clone(),
                    field: name.clone(),
                    label: label.clone(),
                });
            }
        }
    }
    missing
}
