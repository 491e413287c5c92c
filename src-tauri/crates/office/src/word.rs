//! A draft for a word processor.

use crate::error::Result;
use crate::letters::{case_for_letter, content, frame, images};
use crate::wire::LetterRef;
use crate::{By, Office};
use complaint::LetterState;

/// The draft as a DOCX file: its name and its bytes, with the content and the
/// order of the PDF.
///
/// Drafts only: an issued letter is its frozen PDF, and a second copy that
/// anybody can edit while it bears the same number and date would be mistaken
/// for it. Who wants to go on from an issued letter begins a new draft from it.
///
/// # Errors
/// [`register::RegisterError::Frozen`] for an issued letter.
pub fn letter_docx(office: &Office, by: &By, input: LetterRef) -> Result<(String, Vec<u8>)> {
    let register = office.register();
    let letter = register.letter(input.letter)?;
    if letter.summary.state != LetterState::Draft {
        return Err(register::RegisterError::Frozen.into());
    }
    let card = crate::letter_card(office, by, input)?;
    let case = register.case(letter.complaint)?;
    let profile = register.profile()?;
    let kept = content(&letter)?;
    let mut facts = case_for_letter(office, &case, &profile, &kept.choices, by.now.date_naive());
    facts.replaces = crate::particulars::replaced(&case, &letter.summary);
    let images = images(office, &profile, &case, &kept.text)?;
    let frame = frame(&letter, &case, &profile, images, None);
    let mut document = letter::document(&kept.text, &frame);
    let approved = crate::approval::printed(&profile, &letter, &kept, &facts)?;
    document.executor.splice(0..0, approved);
    let bytes = docx::docx(&document)?;
    let stem = card.file_name.trim_end_matches(".pdf");
    Ok((format!("{stem}.docx"), bytes))
}
