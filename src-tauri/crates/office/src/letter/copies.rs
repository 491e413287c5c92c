//! Copies of a letter that leave the office: the PDF, a message with it, a file for a word processor.

use crate::document::content::content_bytes;
use crate::error::Result;
use crate::letter::card::letter_card;
use crate::letter::choices::receiver;
use crate::letter::content::content;
use crate::letter::preview::laid_out;
use crate::letter::values::LetterRef;
use crate::office::Office;
use complaint::LetterState;
use register::By;

/// The frozen PDF of an issued letter.
///
/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub fn letter_pdf(office: &Office, by: &By, input: LetterRef) -> Result<(String, Vec<u8>)> {
    let card = letter_card(office, by, input)?;
    let Some(issued) = &card.summary.issued else {
        return Err(register::RegisterError::NotIssued.into());
    };
    let bytes = content_bytes(office, &issued.sha256)?;
    Ok((card.file_name, bytes))
}

/// A message with the issued letter attached, for the user's own mail program:
/// file name and bytes of an `.eml`.
///
/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub fn letter_mail(office: &Office, by: &By, input: LetterRef) -> Result<(String, Vec<u8>)> {
    let card = letter_card(office, by, input)?;
    let (file_name, pdf) = letter_pdf(office, by, input)?;
    let profile = office.register().profile()?;
    let case = office.register().case(card.complaint)?;
    let who = receiver(&case, card.text.kind, &card.choices);
    let requisites = &profile.requisites;
    let text = letter::plain_text(&card.text);
    let eml = letter::mail_draft(&letter::MailDraft {
        from: (
            &requisites.name,
            requisites.email.as_deref().unwrap_or_default(),
        ),
        to: (&who.name, &who.email),
        subject: &card.summary.heading,
        text: &text,
        file_name: &file_name,
        pdf: &pdf,
        date: by.now,
    });
    Ok((file_name.trim_end_matches(".pdf").to_owned() + ".eml", eml))
}

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
    let card = letter_card(office, by, input)?;
    let (document, _) = laid_out(office, by, &letter, &content(&letter)?.text)?;
    let bytes = docx::docx(&document)?;
    let stem = card.file_name.trim_end_matches(".pdf");
    Ok((format!("{stem}.docx"), bytes))
}
