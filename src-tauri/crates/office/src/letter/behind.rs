//! Paragraphs of a draft that are older than what they were written from.

use crate::error::Result;
use crate::office::Office;
use letter::{CaseForLetter, Change, Finding, Group, LetterText, Severity};

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

/// The same as findings of the check, each at its paragraph.
pub(crate) fn found(behind: &[Change]) -> Vec<Finding> {
    let length = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    behind
        .iter()
        .map(|change| Finding {
            rule: "source.newer".to_owned(),
            severity: Severity::Should,
            group: Group::Complete,
            block: Some(change.place.clone()),
            start: 0,
            end: length(&change.before),
            message_ru: "Этот абзац старше записей дела: в деле теперь сказано иначе.".to_owned(),
            message_en:
                "This paragraph is older than the record of the case, which says otherwise by now."
                    .to_owned(),
            suggestion: None,
            others: Vec::new(),
            word: None,
            mend: None,
        })
        .collect()
}
