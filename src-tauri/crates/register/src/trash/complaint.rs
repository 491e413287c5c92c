//! Putting complaints into the trash and taking them out.

use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use complaint::ComplaintId;
use rusqlite::types::Value;

impl Change<'_> {
    /// Puts a complaint into the trash; its number stays used. `reason` says why it may go though an act has it
    /// kept; empty where nobody says so.
    ///
    /// # Errors
    /// [`RegisterError::Held`] while an order keeps it; [`RegisterError::Trashed`], [`RegisterError::NotFound`].
    pub fn complaint_trash(&mut self, id: ComplaintId, reason: &str) -> Result<()> {
        self.on(id, Precondition::NotTrashed)?;
        let case = self.kept_case(id)?;
        if case.held(self.by.now.date_naive()).is_some() {
            return Err(RegisterError::Held(case.number));
        }
        let reason = match reason {
            "" => Value::Null,
            words => text(words),
        };
        self.update(
            Table::Complaint,
            id.0,
            vec![
                ("trashed_at", text(time(self.by.now))),
                ("trash_reason", reason),
            ],
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
        let columns = ["trashed_at", "trash_reason"].map(|column| (column, Value::Null));
        self.update(Table::Complaint, id.0, columns.into())?;
        Ok(())
    }
}
