//! The incident diary.

use crate::database::value::{text, time};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use complaint::{ComplaintId, DiaryFields, DiaryId};
use rusqlite::types::Value;

pub(crate) fn diary_columns(entry: &DiaryFields) -> Columns {
    vec![
        ("at", text(time(entry.at))),
        ("body", text(entry.text.clone())),
        ("source", text(entry.source.clone())),
    ]
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
