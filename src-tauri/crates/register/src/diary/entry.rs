//! The incident diary.

use crate::database::value::{text, time};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, DiaryId};
use rusqlite::types::Value;

/// An entry of the incident diary to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDiaryEntry {
    /// When it happened, not when it was written down; the diary goes by it.
    pub at: DateTime<FixedOffset>,
    /// What happened, in words that a letter may take over.
    pub text: String,
    /// Who it is known from.
    pub source: String,
}

pub(crate) fn diary_columns(entry: &NewDiaryEntry) -> Columns {
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
    pub fn diary_add(&mut self, complaint: ComplaintId, entry: &NewDiaryEntry) -> Result<DiaryId> {
        let serial = self.on(complaint, Precondition::NotTrashed, None)?.serial;
        let id = DiaryId::new();
        let mut row = diary_columns(entry);
        row.push(("complaint", Value::Integer(serial)));
        self.insert(Table::Diary, id.0, row)?;
        Ok(id)
    }

    /// Changes a diary entry.
    ///
    /// # Errors
    /// As [`Change::diary_add`], and [`crate::RegisterError::Conflict`].
    pub fn diary_edit(
        &mut self,
        id: DiaryId,
        expected: Option<i64>,
        entry: &NewDiaryEntry,
    ) -> Result<()> {
        self.on_owner_of(Table::Diary, id.0, Precondition::NotTrashed, expected)?;
        self.update(Table::Diary, id.0, diary_columns(entry))?;
        Ok(())
    }

    /// Takes a diary entry away.
    ///
    /// # Errors
    /// As [`Change::diary_add`].
    pub fn diary_remove(&mut self, id: DiaryId) -> Result<()> {
        self.on_owner_of(Table::Diary, id.0, Precondition::NotTrashed, None)?;
        self.delete(Table::Diary, id.0)
    }
}
