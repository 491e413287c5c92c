//! The incident diary.

use crate::database::row::{read_at, read_id, rows_of};
use crate::database::value::{text, time};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use complaint::{ComplaintId, DiaryEntry, DiaryFields, DiaryId};
use rusqlite::Connection;
use rusqlite::types::Value;

pub(crate) fn diary_columns(entry: &DiaryFields) -> Columns {
    let DiaryFields {
        at,
        text: words,
        source,
    } = entry;
    vec![
        ("at", text(time(*at))),
        ("body", text(words.clone())),
        ("source", text(source.clone())),
    ]
}

/// The incident diary of a complaint, by time.
pub(crate) fn diary_of(conn: &Connection, serial: i64) -> Result<Vec<DiaryEntry>> {
    let mut diary = rows_of(conn, include_str!("diary.sql"), serial, |row| {
        Ok(DiaryEntry {
            id: DiaryId(read_id(row, "id")?),
            fields: DiaryFields {
                at: read_at(row, "at")?,
                text: row.get("body")?,
                source: row.get("source")?,
            },
        })
    })?;
    complaint::order::by_key(&mut diary, |entry| (entry.fields.at, entry.id));
    Ok(diary)
}

impl Change<'_> {
    /// Writes an entry into the incident diary, on a closed case too.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`], [`crate::RegisterError::Trashed`].
    pub fn diary_add(&mut self, complaint: ComplaintId, entry: &DiaryFields) -> Result<DiaryId> {
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let id = DiaryId::new();
        let mut row = diary_columns(entry);
        row.push(("complaint", Value::Integer(serial)));
        self.insert(Table::Diary, id.0, row)?;
        Ok(id)
    }

    /// Changes a diary entry.
    ///
    /// # Errors
    /// As [`Change::diary_add`].
    pub fn diary_edit(&mut self, id: DiaryId, entry: &DiaryFields) -> Result<()> {
        self.on_owner_of(Table::Diary, id.0, Precondition::NotTrashed)?;
        self.update(Table::Diary, id.0, diary_columns(entry))?;
        Ok(())
    }

    /// Takes a diary entry away.
    ///
    /// # Errors
    /// As [`Change::diary_add`].
    pub fn diary_remove(&mut self, id: DiaryId) -> Result<()> {
        self.on_owner_of(Table::Diary, id.0, Precondition::NotTrashed)?;
        self.delete(Table::Diary, id.0)
    }
}
