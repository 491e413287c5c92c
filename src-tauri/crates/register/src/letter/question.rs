//! The answer to a request for information.

use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use complaint::ComplaintId;
use uuid::Uuid;

impl Change<'_> {
    /// Notes that the complainant answered the requests for information that
    /// were open.
    ///
    /// # Errors
    /// [`RegisterError::NoQuestion`], and as [`Change::letter_draft_add`].
    pub fn question_answered(&mut self, complaint: ComplaintId) -> Result<()> {
        let serial = self.on(complaint, Precondition::Open)?.serial;
        let open: Vec<[u8; 16]> = self
            .tx
            .prepare_cached(include_str!("questions_open.sql"))?
            .query_map([serial], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if open.is_empty() {
            return Err(RegisterError::NoQuestion);
        }
        for id in open {
            let answered = vec![("answered_at", text(time(self.by.now)))];
            self.update(Table::Letter, Uuid::from_bytes(id), answered)?;
        }
        Ok(())
    }
}
