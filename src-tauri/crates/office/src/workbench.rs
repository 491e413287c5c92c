//! What only the developer's workbench asks of an office.

use crate::case::registration::checked;
use crate::case::values::NewComplaint;
use crate::error::Result;
use crate::letter::preview::laid_out;
use crate::letter::values::LetterTextSave;
use crate::office::Office;
use register::{By, Register};

/// The records, without the use cases before them.
pub fn records(office: &Office) -> &Register {
    office.register()
}

/// The complaint as the register takes it, with the terms of its demands.
///
/// # Errors
/// A field's problem, as when the complaint is taken in.
pub fn complaint_checked(
    office: &Office,
    by: &By,
    input: NewComplaint,
) -> Result<register::NewComplaint> {
    checked(office, by, input)
}

/// A draft with this text as the press takes it, before it is set.
///
/// # Errors
/// Those of the register.
pub fn letter_document(
    office: &Office,
    by: &By,
    input: &LetterTextSave,
) -> Result<press::Document> {
    let letter = office.register().letter(input.letter)?;
    Ok(laid_out(office, by, &letter, &input.text)?.0)
}
