//! The incident diary and the internal notes.

use crate::error::{RegisterError, Result};
use crate::image::{Columns, Table};
use crate::journal::Op;
use crate::register::Register;
use crate::text::{text, time};
use crate::values::{Added, By, Done, NewDiaryEntry};
use crate::work::Gate;
use complaint::{ComplaintId, DiaryId, NoteId};
use rusqlite::types::Value;

pub(crate) fn columns(entry: &NewDiaryEntry) -> Columns {
    vec![
        ("at", text(time(entry.at))),
        ("body", text(entry.text.clone())),
        ("source", text(entry.source.clone())),
    ]
}

impl Register {
    /// Writes an entry into the incident diary, on a closed case too.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn diary_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        entry: &NewDiaryEntry,
    ) -> Result<Added<DiaryId>> {
        let (id, done) = self.change(by, Op::DiaryAdd, |work| {
            let serial = work.on(complaint, Gate::Kept, None)?.serial;
            let id = DiaryId::new();
            let mut row = columns(entry);
            row.push(("complaint", Value::Integer(serial)));
            work.insert(Table::Diary, id.0, row)?;
            Ok::<_, RegisterError>(id)
        })?;
        Ok(Added { id, done })
    }

    /// Changes a diary entry.
    ///
    /// # Errors
    /// As [`Register::diary_add`], and [`RegisterError::Conflict`].
    pub fn diary_edit(
        &self,
        by: &By,
        id: DiaryId,
        expected: Option<i64>,
        entry: &NewDiaryEntry,
    ) -> Result<Done> {
        let done = self.change(by, Op::DiaryEdit, |work| {
            work.on_owner_of(Table::Diary, id.0, Gate::Kept, expected)?;
            work.update(Table::Diary, id.0, columns(entry))
        })?;
        Ok(done.1)
    }

    /// Takes a diary entry away.
    ///
    /// # Errors
    /// As [`Register::diary_add`].
    pub fn diary_remove(&self, by: &By, id: DiaryId) -> Result<Done> {
        let done = self.change(by, Op::DiaryRemove, |work| {
            work.on_owner_of(Table::Diary, id.0, Gate::Kept, None)?;
            work.delete(Table::Diary, id.0)
        })?;
        Ok(done.1)
    }

    /// Writes an internal note, signed with the actor's name and the time.
    ///
    /// # Errors
    /// As [`Register::diary_add`].
    pub fn note_add(&self, by: &By, complaint: ComplaintId, words: &str) -> Result<Added<NoteId>> {
        let (id, done) = self.change(by, Op::NoteAdd, |work| {
            let serial = work.on(complaint, Gate::Kept, None)?.serial;
            let id = NoteId::new();
            work.insert(
                Table::Note,
                id.0,
                vec![
                    ("complaint", Value::Integer(serial)),
                    ("at", text(time(by.now))),
                    ("author", text(by.actor.0.clone())),
                    ("body", text(words)),
                ],
            )?;
            Ok::<_, RegisterError>(id)
        })?;
        Ok(Added { id, done })
    }

    /// Changes the words of a note; who wrote it and when stays.
    ///
    /// # Errors
    /// As [`Register::diary_edit`].
    pub fn note_edit(
        &self,
        by: &By,
        id: NoteId,
        expected: Option<i64>,
        words: &str,
    ) -> Result<Done> {
        let done = self.change(by, Op::NoteEdit, |work| {
            work.on_owner_of(Table::Note, id.0, Gate::Kept, expected)?;
            work.update(Table::Note, id.0, vec![("body", text(words))])
        })?;
        Ok(done.1)
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// As [`Register::diary_add`].
    pub fn note_remove(&self, by: &By, id: NoteId) -> Result<Done> {
        let done = self.change(by, Op::NoteRemove, |work| {
            work.on_owner_of(Table::Note, id.0, Gate::Kept, None)?;
            work.delete(Table::Note, id.0)
        })?;
        Ok(done.1)
    }
}
