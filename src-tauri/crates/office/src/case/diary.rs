//! The incident diary and the internal notes of a case.

use crate::case::card::card;
use crate::case::demand::PROSE_LIMIT;
use crate::case::values::{Card, DiaryRef, DiarySave, NoteRef, NoteSave};
use crate::error::{FieldProblem, Result, field, within};
use crate::office::Office;
use complaint::DiaryFields;
use register::{By, Op};

/// Adds or changes an entry of the incident diary.
///
/// # Errors
/// A field's problem; those of the register.
pub fn diary_save(office: &Office, by: &By, input: DiarySave) -> Result<Card> {
    let text = prose("text", &input.fields.text)?;
    if input.fields.at > by.now {
        return field("at", FieldProblem::Future);
    }
    let entry = DiaryFields {
        text,
        source: input.fields.source.trim().to_owned(),
        ..input.fields
    };
    match input.entry {
        None => drop(office.register().transact(by, Op::DiaryAdd, |change| {
            change.diary_add(input.complaint, &entry)
        })?),
        Some(id) => drop(office.register().transact(by, Op::DiaryEdit, |change| {
            change.diary_edit(id, None, &entry)
        })?),
    }
    card(office, by, input.complaint)
}

/// Removes an entry of the incident diary.
///
/// # Errors
/// Those of the register.
pub fn diary_remove(office: &Office, by: &By, input: DiaryRef) -> Result<Card> {
    office.register().transact(by, Op::DiaryRemove, |change| {
        change.diary_remove(input.entry)
    })?;
    card(office, by, input.complaint)
}

/// Adds or changes an internal note.
///
/// # Errors
/// A field's problem; those of the register.
pub fn note_save(office: &Office, by: &By, input: NoteSave) -> Result<Card> {
    let text = prose("text", &input.text)?;
    match input.note {
        None => drop(office.register().transact(by, Op::NoteAdd, |change| {
            change.note_add(input.complaint, &text)
        })?),
        Some(id) => drop(
            office
                .register()
                .transact(by, Op::NoteEdit, |change| change.note_edit(id, None, &text))?,
        ),
    }
    card(office, by, input.complaint)
}

/// Removes an internal note.
///
/// # Errors
/// Those of the register.
pub fn note_remove(office: &Office, by: &By, input: NoteRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::NoteRemove, |change| change.note_remove(input.note))?;
    card(office, by, input.complaint)
}

fn prose(name: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.is_empty() {
        return field(name, FieldProblem::Missing);
    }
    within(name, text, PROSE_LIMIT)?;
    Ok(text.to_owned())
}
