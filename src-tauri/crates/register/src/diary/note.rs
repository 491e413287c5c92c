//! Internal notes.

use crate::database::row::{read_at, read_id, rows_of};
use crate::database::value::{text, time};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use complaint::{ComplaintId, InternalNote, NoteId};
use rusqlite::Connection;
use rusqlite::types::Value;

/// The internal notes on a complaint, by time.
pub(crate) fn notes_of(conn: &Connection, serial: i64) -> Result<Vec<InternalNote>> {
    let mut notes = rows_of(conn, include_str!("notes.sql"), serial, |row| {
        Ok(InternalNote {
            id: NoteId(read_id(row, "id")?),
            at: read_at(row, "at")?,
            author: row.get("author")?,
            text: row.get("body")?,
        })
    })?;
    complaint::order::by_key(&mut notes, |note| (note.at, note.id));
    Ok(notes)
}

/// What a person writes down of a note.
pub(crate) fn note_fields(words: &str) -> Columns {
    vec![("body", text(words))]
}

impl Change<'_> {
    /// Writes an internal note, signed with the actor's name and the time.
    ///
    /// # Errors
    /// As [`Change::diary_add`].
    pub fn note_add(&mut self, complaint: ComplaintId, words: &str) -> Result<NoteId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let id = NoteId::new();
        self.insert(
            Table::Note,
            id.0,
            vec![
                ("complaint", Value::Integer(serial)),
                ("at", text(time(self.by.now))),
                ("author", text(self.by.actor.0.clone())),
                ("body", text(words)),
            ],
        )?;
        Ok(id)
    }

    /// Changes the words of a note; who wrote it and when stays.
    ///
    /// # Errors
    /// As [`Change::diary_edit`].
    pub fn note_edit(&mut self, id: NoteId, words: &str) -> Result<()> {
        self.on_owner_of(Table::Note, id.0, Precondition::NotTrashed)?;
        self.update(Table::Note, id.0, note_fields(words))?;
        Ok(())
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// As [`Change::diary_add`].
    pub fn note_remove(&mut self, id: NoteId) -> Result<()> {
        self.on_owner_of(Table::Note, id.0, Precondition::NotTrashed)?;
        self.delete(Table::Note, id.0)
    }
}
