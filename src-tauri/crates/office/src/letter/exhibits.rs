//! Documents of a case in its letters: proofs referred to, photographs shown.

use crate::document::content::{IMAGE_LIMIT, content_bytes};
use crate::document::evidence::evidence;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::values::LetterChoices;
use crate::office::Office;
use complaint::{Document, Side};
use letter::{Content, LetterText};
use register::Case;

/// What the setting of a letter can show as a picture.
pub const PICTURE_TYPES: &[&str] = &["image/png", "image/jpeg"];

/// Photographs one letter may show.
const MOST_FIGURES: usize = 20;

/// Lets go of chosen documents that are in the trash by now: nobody could untick
/// what is not on the list.
///
/// # Errors
/// [`FieldProblem::Foreign`] for a document of no such case.
pub(crate) fn keep_present(case: &Case, choices: &mut LetterChoices) -> Result<()> {
    for (name, ids) in [
        ("enclosures", &mut choices.enclosures),
        ("figures", &mut choices.figures),
        ("findings_evidence", &mut choices.findings_evidence),
    ] {
        evidence(case, ids, name)?;
        ids.retain(|id| case.contents.documents.iter().any(|d| d.id == *id));
    }
    Ok(())
}

/// Encloses the complaint with a letter that sends it on and may name who complains: without it there is nothing
/// to look into. `before` is what the letter said until now.
pub(crate) fn enclose_complaint(
    case: &Case,
    before: Option<&LetterChoices>,
    now: &mut LetterChoices,
) {
    let may_name = |choices: &LetterChoices| {
        !choices
            .writer_words
            .particulars
            .disclosure
            .trim()
            .is_empty()
    };
    if !may_name(now) || before.is_some_and(may_name) || !now.enclosures.is_empty() {
        return;
    }
    let theirs = case.contents.documents.iter();
    let theirs = theirs.filter(|document| document.fields.provenance.side == Side::Complainant);
    now.enclosures = theirs.map(|document| document.id).collect();
}

/// Refuses choices that name no document of this case, and pictures that no
/// page can show.
///
/// # Errors
/// [`FieldProblem::Foreign`], [`FieldProblem::TooLong`]; [`OfficeError::Image`].
pub(crate) fn check(office: &Office, case: &Case, choices: &LetterChoices) -> Result<()> {
    if choices.figures.len() > MOST_FIGURES {
        return field("figures", FieldProblem::TooLong);
    }
    for (place, id) in choices.figures.iter().enumerate() {
        let Some(document) = case.contents.documents.iter().find(|d| d.id == *id) else {
            return field(format!("figures.{place}"), FieldProblem::Foreign);
        };
        picture(office, document)?;
    }
    Ok(())
}

/// The bytes of a document that is a picture.
fn picture(office: &Office, document: &Document) -> Result<Vec<u8>> {
    if usize::try_from(document.bytes).is_ok_and(|size| size > IMAGE_LIMIT) {
        return Err(OfficeError::Image);
    }
    let bytes = content_bytes(office, &document.sha256)?;
    press::dimensions(&bytes).map_err(|_| OfficeError::Image)?;
    Ok(bytes)
}

/// The photographs that a text shows. One that has left the case is left out;
/// its place says so, and the check stops the letter.
///
/// # Errors
/// [`register::RegisterError::MissingFile`].
pub(crate) fn pictures(
    office: &Office,
    case: &Case,
    text: &LetterText,
) -> Result<Vec<(u32, Vec<u8>)>> {
    let mut out: Vec<(u32, Vec<u8>)> = Vec::new();
    for block in &text.blocks {
        let Content::Figure { exhibit, .. } = block.content else {
            continue;
        };
        let known = out.iter().any(|(e, _)| *e == exhibit) || out.len() >= MOST_FIGURES;
        let document = case
            .contents
            .documents
            .iter()
            .find(|d| d.exhibit == exhibit);
        if let Some(document) = document.filter(|_| !known) {
            match picture(office, document) {
                Ok(bytes) => out.push((exhibit, bytes)),
                Err(OfficeError::Image) => {}
                Err(error) => return Err(error),
            }
        }
    }
    Ok(out)
}
