//! What may be wrong with a requisite.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is wrong with a requisite. A code for the screen to word, not a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    #[error("empty")]
    Empty,
    /// A character that this requisite can't have.
    #[error("wrong character")]
    WrongCharacter,
    /// Too short or too long.
    #[error("wrong length")]
    WrongLength,
    /// A part of the number that says what it belongs to is impossible here.
    #[error("impossible part")]
    ImpossiblePart,
    /// The check digit does not agree: most likely a slip of one digit.
    #[error("check digit does not agree")]
    WrongCheckDigit,
}
