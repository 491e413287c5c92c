//! The incident diary and the internal notes of a case.

use crate::case::card::card;
use crate::case::values::{Card, DiaryRef, DiarySave, NoteRef, NoteSave};
use crate::error::{FieldProblem, OfficeError, Result, field, within};
use crate::office::Office;
use complaint::{DiaryId, NoteId};
use register::{By, Case, Op};

/// Adds or changes an entry of the incident diary.
///
/// # Errors
/// A field's problem, [`FieldProblem::Foreign`] for what is another case's; those of the register.
pub fn diary_save(office: &Office, by: &By, input: DiarySave) -> Result<Card> {
    let entry = input.fields.checked(by.now)?;
    match input.entry {
        None => drop(office.register().transact(by, Op::DiaryAdd, |change| {
            change.diary_add(input.complaint, &entry)
        })?),
        Some(id) => drop(office.register().transact(by, Op::DiaryEdit, |change| {
            its_entry(&change.case(input.complaint)?, id)?;
            Ok::<_, OfficeError>(change.diary_edit(id, &entry)?)
        })?),
    }
    card(office, by, input.complaint)
}

/// Removes an entry of the incident diary.
///
/// # Errors
/// [`FieldProblem::Foreign`] for what is another case's; those of the register.
pub fn diary_remove(office: &Office, by: &By, input: DiaryRef) -> Result<Card> {
    office.register().transact(by, Op::DiaryRemove, |change| {
        its_entry(&change.case(input.complaint)?, input.entry)?;
        Ok::<_, OfficeError>(change.diary_remove(input.entry)?)
    })?;
    card(office, by, input.complaint)
}

/// Adds or changes an internal note.
///
/// # Errors
/// A field's problem, [`FieldProblem::Foreign`] for what is another case's; those of the register.
pub fn note_save(office: &Office, by: &By, input: NoteSave) -> Result<Card> {
    let text = prose("text", &input.text)?;
    match input.note {
        None => drop(office.register().transact(by, Op::NoteAdd, |change| {
            change.note_add(input.complaint, &text)
        })?),
        Some(id) => drop(office.register().transact(by, Op::NoteEdit, |change| {
            its_note(&change.case(input.complaint)?, id)?;
            Ok::<_, OfficeError>(change.note_edit(id, &text)?)
        })?),
    }
    card(office, by, input.complaint)
}

/// Removes an internal note.
///
/// # Errors
/// [`FieldProblem::Foreign`] for what is another case's; those of the register.
pub fn note_remove(office: &Office, by: &By, input: NoteRef) -> Result<Card> {
    office.register().transact(by, Op::NoteRemove, |change| {
        its_note(&change.case(input.complaint)?, input.note)?;
        Ok::<_, OfficeError>(change.note_remove(input.note)?)
    })?;
    card(office, by, input.complaint)
}

/// Refuses an entry of another case's diary.
fn its_entry(case: &Case, id: DiaryId) -> Result<()> {
    if case.contents.diary.iter().any(|entry| entry.id == id) {
        Ok(())
    } else {
        field("entry", FieldProblem::Foreign)
    }
}

/// Refuses a note on another case.
fn its_note(case: &Case, id: NoteId) -> Result<()> {
    if case.contents.notes.iter().any(|note| note.id == id) {
        Ok(())
    } else {
        field("note", FieldProblem::Foreign)
    }
}

/// Characters of a note.
const LONGEST_NOTE: usize = 100_000;

fn prose(name: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return field(name, FieldProblem::Missing);
    }
    within(name, text, LONGEST_NOTE)?;
    Ok(text.to_owned())
}
