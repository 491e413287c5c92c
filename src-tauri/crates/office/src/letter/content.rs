//! What the register keeps of a letter besides its summary.

use crate::error::Result;
use crate::letter::values::LetterChoices;
use letter::LetterText;
use register::Letter;
use serde::{Deserialize, Serialize};

/// What the register keeps of a letter besides its summary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Content {
    pub text: LetterText,
    #[serde(default)]
    pub choices: LetterChoices,
    /// Fingerprint of the facts that the text was composed from, to tell when the case moved on.
    #[serde(default, rename = "case_mark")]
    pub case_fingerprint: String,
}

pub(crate) fn content(letter: &Letter) -> Result<Content> {
    serde_json::from_value(letter.content.clone())
        .map_err(|e| register::RegisterError::from(e).into())
}

pub(crate) fn to_json(content: &Content) -> Result<serde_json::Value> {
    serde_json::to_value(content).map_err(|e| register::RegisterError::from(e).into())
}
