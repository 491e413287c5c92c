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
    /// A mark of the case the text was composed from, to tell when it moved on.
    #[serde(default)]
    pub case_mark: String,
}

pub(crate) fn content(letter: &Letter) -> Result<Content> {
    serde_json::from_value(letter.content.clone())
        .map_err(|e| register::RegisterError::from(e).into())
}

pub(crate) fn to_json(content: &Content) -> Result<serde_json::Value> {
    serde_json::to_value(content).map_err(|e| register::RegisterError::from(e).into())
}
