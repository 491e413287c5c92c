//! Finding things by what people call them: an id or the number on the paper.

use crate::error::Result;
use crate::wire::LetterChoices;
use crate::{By, Office};
use complaint::{ComplaintId, ComplaintRow, LetterId, LetterKind, RegisterQuery};
use letter::{Finding, LetterText};
use register::RegisterError;

/// The complaint of that id or incoming number.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn complaint_named(office: &Office, name: &str) -> Result<ComplaintId> {
    if let Ok(id) = name.trim().parse() {
        return Ok(id);
    }
    let found = office.register().complaint_by_number(name.trim())?;
    Ok(found.ok_or(RegisterError::NotFound("complaint"))?)
}

/// The letter of that id or outgoing number.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn letter_named(office: &Office, name: &str) -> Result<LetterId> {
    if let Ok(id) = name.trim().parse() {
        return Ok(id);
    }
    let found = office.register().letter_by_number(name.trim())?;
    Ok(found.ok_or(RegisterError::NotFound("letter"))?)
}

/// Complaints in the order of their numbers, the newest first: those behind
/// the one named, or from the newest on.
///
/// # Errors
/// [`RegisterError::NotFound`] for a cursor that names no complaint.
pub fn complaints_after(
    office: &Office,
    by: &By,
    query: &RegisterQuery,
    after: Option<&str>,
    limit: u32,
) -> Result<Vec<ComplaintRow>> {
    let cursor = after
        .map(|name| complaint_named(office, name))
        .transpose()?
        .map(|id| id.to_string());
    let day = by.now.date_naive();
    let (rows, _) = office.register().complaints_after(
        query,
        cursor.as_deref(),
        limit.clamp(1, 10_000),
        day,
    )?;
    Ok(rows)
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
    let facts = crate::letters::case_for_letter(office, &case, &profile, &choices, day);
    if let Ok(mut letter) = serde_json::from_str::<LetterText>(text) {
        letter.kind = kind.unwrap_or(letter.kind);
        return Ok(letter::check(&letter, &facts));
    }
    let decided: Vec<_> = case
        .demands
        .iter()
        .filter_map(|demand| Some(demand.decision.as_ref()?.kind))
        .collect();
    Ok(letter::check_plain(
        text,
        kind.or_else(|| LetterKind::final_for(&decided)),
    ))
}
