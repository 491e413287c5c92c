//! Paragraphs of a draft that are older than what they were written from.

use crate::error::Result;
use crate::office::Office;
use letter::{CaseForLetter, Change, LetterText};

/// The paragraphs of this text that its case has moved on from.
///
/// # Errors
/// Those of reading the template it was made from.
pub(crate) fn behind(
    office: &Office,
    text: &LetterText,
    facts: &CaseForLetter,
) -> Result<Vec<Change>> {
    let template = crate::template::versions::made_from(office, text)?;
    Ok(letter::behind(&template, text, facts))
}
