//! Putting complaints into the trash and taking them out.

use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use complaint::ComplaintId;
use rusqlite::types::Value;

impl Change<'_> {
    /// Puts a complaint into the trash; its number stays used.
    ///
    /// # Errors
    /// [`RegisterError::Trashed`], [`RegisterError::NotFound`].
    pub fn complaint_trash(&mut self, id: ComplaintId) -> Result<()> {
        self.on(id, Precondition::NotTrashed)?;
        self.update(
            Table::Complaint,
            id.0,
            vec![("trashed_at", text(time(self.by.now)))],
        )?;
        Ok(())
    }

    /// Takes a complaint out of the trash.
    ///
    /// # Errors
    /// [`RegisterError::NotTrashed`], [`RegisterError::NotFound`].
    pub fn complaint_restore(&mut self, id: ComplaintId) -> Result<()> {
        if !self.on(id, Precondition::Any)?.trashed {
            return Err(RegisterError::NotTrashed);
        }
        self.update(Table::Complaint, id.0, vec![("trashed_at", Value::Null)])?;
        Ok(())
    }
}
