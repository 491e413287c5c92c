//! A letter as the customer, the inspector and the judge will read it.

use crate::error::Result;
use crate::letters::{case_for_letter, content};
use crate::wire::ReadingsQuestion;
use crate::{By, Office};
use letter::Reading;

/// Three readings of a letter: of the text as the editor holds it, or as it
/// is kept; an issued letter is read as it stood on its day.
///
/// # Errors
/// Those of the register.
pub fn letter_readings(office: &Office, by: &By, input: ReadingsQuestion) -> Result<Vec<Reading>> {
    let register = office.register();
    let letter = register.letter(input.letter)?;
    let kept = content(&letter)?;
    let case = register.case(letter.complaint)?;
    let profile = register.profile()?;
    let issued = letter.summary.issued.as_ref();
    let day = issued.map_or(by.now, |i| i.at).date_naive();
    let facts = case_for_letter(office, &case, &profile, &kept.choices, day);
    let text = input.text.filter(|_| issued.is_none()).unwrap_or(kept.text);
    Ok(letter::readings(&text, &facts))
}
