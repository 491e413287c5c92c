//! A letter as the customer, the inspector and the judge will read it.

use crate::error::Result;
use crate::letter::content::content;
use crate::letter::facts::case_for_letter;
use crate::letter::values::{LetterChoices, ReadingsQuestion};
use crate::office::Office;
use complaint::{ComplaintId, LetterKind};
use letter::{Finding, LetterText, Reading};
use register::By;

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

/// Checks a text that answers this complaint: a letter in JSON against the
/// case, any other text by its wording, as the letter the decisions ask for.
///
/// # Errors
/// Those of the register.
pub fn case_text_check(
    office: &Office,
    by: &By,
    complaint: ComplaintId,
    text: &str,
    kind: Option<LetterKind>,
) -> Result<Vec<Finding>> {
    let case = office.register().case(complaint)?;
    let profile = office.register().profile()?;
    let choices = LetterChoices::default();
    let day = by.now.date_naive();
    let facts = crate::letter::facts::case_for_letter(office, &case, &profile, &choices, day);
    if let Ok(mut letter) = serde_json::from_str::<LetterText>(text) {
        letter.kind = kind.unwrap_or(letter.kind);
        let mut found = letter::check(&letter, &facts);
        found.extend(crate::letter::preview::unread(&letter));
        return Ok(found);
    }
    let decided: Vec<_> = case
        .demands
        .iter()
        .filter_map(|demand| Some(demand.decision.as_ref()?.kind))
        .collect();
    let kind = kind.or_else(|| LetterKind::final_for(&decided));
    let mut found = letter::check_text(text, kind);
    found.extend(letter::check_spelling(text, &[], Some(&facts)));
    complaint::order::by_key(&mut found, |f| (f.start, f.severity));
    Ok(found)
}
