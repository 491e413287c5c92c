//! The answer to a request for information.

use crate::database::row::{read_id, read_variant, rows_of};
use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use complaint::{ComplaintId, LetterKind};

impl Change<'_> {
    /// Notes that the complainant answered the requests for information that
    /// were open.
    ///
    /// # Errors
    /// [`RegisterError::NoQuestion`], and as [`Change::letter_draft_add`].
    pub fn question_answered(&mut self, complaint: ComplaintId) -> Result<()> {
        let serial = self.on(complaint, Precondition::Open)?.serial;
        let mut open = rows_of(
            self.tx,
            include_str!("letters_unanswered.sql"),
            serial,
            |row| {
                let kind = read_variant(row, "kind", LetterKind::parse)?;
                Ok((read_id(row, "id")?, kind))
            },
        )?;
        open.retain(|(_, kind)| kind.awaits_answer());
        if open.is_empty() {
            return Err(RegisterError::NoQuestion);
        }
        for (id, _) in open {
            let answered = vec![("answered_at", text(time(self.by.now)))];
            self.update(Table::Letter, id, answered)?;
        }
        Ok(())
    }
}
