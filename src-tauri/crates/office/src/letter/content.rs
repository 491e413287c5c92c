//! What the register keeps of a letter besides its summary.

use crate::document::content::hash;
use crate::error::{OfficeError, Result};
use crate::letter::values::LetterChoices;
use chrono::NaiveDate;
use complaint::{ClockKind, LetterKind};
use letter::LetterText;
use register::{Letter, NewLetter};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the register keeps of a letter besides its summary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Content {
    pub text: LetterText,
    #[serde(default)]
    pub choices: LetterChoices,
    /// Fingerprint of the facts that the text was composed from, to tell when the case moved on.
    #[serde(default, rename = "case_mark")]
    pub case_fingerprint: String,
    /// What was filled into gaps of the letter and written into the record from there, by the field's name. While the
    /// record says just that, it follows the field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub filled: BTreeMap<String, String>,
}

pub(crate) fn content(letter: &Letter) -> Result<Content> {
    serde_json::from_value(letter.content.clone())
        .map_err(|e| register::RegisterError::from(e).into())
}

/// Names a content, to tell whether a letter is still as it was read.
pub(crate) fn version(letter: &Letter) -> Result<String> {
    let content = serde_json::to_vec(&letter.content).map_err(register::RegisterError::from)?;
    Ok(hash(&content))
}

/// Sees that a letter still is of that version, where one is named.
///
/// # Errors
/// [`OfficeError::OtherContent`].
pub(crate) fn still(letter: &Letter, of: Option<&str>) -> Result<()> {
    match of {
        Some(of) if of != version(letter)? => Err(OfficeError::OtherContent),
        Some(_) | None => Ok(()),
    }
}

fn to_json(content: &Content) -> Result<serde_json::Value> {
    serde_json::to_value(content).map_err(|e| register::RegisterError::from(e).into())
}

/// The letter as the register holds it.
pub(crate) fn as_record(content: &Content) -> Result<NewLetter> {
    let text = &content.text;
    Ok(NewLetter {
        kind: text.kind,
        language: text.language,
        heading: text.heading.clone(),
        promised: promised(text.kind, &content.choices),
        content: to_json(content)?,
    })
}

/// The day that a letter names, which the clock of its kind runs to.
fn promised(kind: LetterKind, choices: &LetterChoices) -> Option<NaiveDate> {
    match kind.clock()? {
        ClockKind::Interim => choices.writer_words.expected,
        ClockKind::Inspection => choices.writer_words.particulars.inspection.on,
        ClockKind::Demand
        | ClockKind::Answer
        | ClockKind::Acknowledgement
        | ClockKind::Expertise
        | ClockKind::GoodsReturn
        | ClockKind::Payment
        | ClockKind::Commitment
        | ClockKind::DataRequest
        | ClockKind::Goal
        | ClockKind::Other => None,
    }
}
