//! Settling paragraphs that are older than what they were written from.

use crate::error::{FieldProblem, Result, field};
use crate::letter::content::{Content, content};
use crate::letter::draft::saved;
use crate::letter::facts::case_for_letter;
use crate::letter::fingerprint::case_fingerprint;
use crate::letter::gaps::written_back;
use crate::letter::values::{LetterCard, LetterParagraphSettle};
use crate::office::Office;
use register::By;

/// Writes a paragraph that is older than its source anew from the case, or keeps it as it stands for good.
///
/// # Errors
/// [`FieldProblem::OutOfPlace`] for a paragraph that is not older than its source; as [`crate::letter_text_save`].
pub fn letter_paragraph_settle(
    office: &Office,
    by: &By,
    input: LetterParagraphSettle,
) -> Result<LetterCard> {
    let version = input.version.as_deref();
    saved(office, by, input.letter, version, |change, letter| {
        let typed = Content {
            text: input.text,
            ..content(letter)?
        };
        let kept = written_back(office, change, letter, typed)?;
        let case = change.case(letter.complaint)?;
        let profile = office.register().profile()?;
        let mut facts =
            case_for_letter(office, &case, &profile, &kept.choices, by.now.date_naive());
        facts.replaces = crate::letter::choices::replaced(&case, &letter.summary);
        let template = crate::template::versions::made_from(office, &kept.text)?;
        let older = letter::behind(&template, &kept.text, &facts);
        if !older.iter().any(|change| change.place == input.block) {
            return field("block", FieldProblem::OutOfPlace);
        }
        let text = letter::settle_block(&template, &kept.text, &facts, &input.block, input.take);
        let nothing_left = letter::recompose_from(&template, &text, &facts)
            .changes
            .is_empty();
        Ok(Content {
            case_fingerprint: if nothing_left {
                case_fingerprint(&facts)
            } else {
                kept.case_fingerprint
            },
            text,
            choices: kept.choices,
            filled: kept.filled,
        })
    })
}
