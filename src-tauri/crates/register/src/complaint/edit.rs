//! Changing what a complaint says.

use crate::complaint::fields::complaint_columns;
use crate::database::value::{text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use complaint::{ComplaintFields, ComplaintId, PersonId};
use uuid::Uuid;

impl Change<'_> {
    /// Changes the fields of a complaint, what is said of the complainant
    /// among them: that stands on the card, and so on every complaint that
    /// shows it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Conflict`],
    /// [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn complaint_edit(
        &mut self,
        id: ComplaintId,
        expected: Option<i64>,
        fields: &ComplaintFields,
    ) -> Result<()> {
        let subject = self.on(id, Precondition::Open)?;
        if let Some(expected) = expected.filter(|&expected| expected != subject.version) {
            return Err(RegisterError::Conflict {
                expected,
                found: subject.version,
            });
        }
        if self.update(Table::Complaint, id.0, complaint_columns(fields))? {
            self.reindexed.insert(subject.serial);
        }
        let card = self
            .tx
            .prepare_cached(include_str!("complainant.sql"))?
            .query_row([subject.serial], |row| row.get(0))?;
        self.person_edit(PersonId(Uuid::from_bytes(card)), &fields.matter.complainant)
    }

    /// Notes that the receipt was confirmed otherwise than by a letter: a
    /// signed copy, a word on the telephone.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn complaint_acknowledge(&mut self, id: ComplaintId) -> Result<()> {
        self.on(id, Precondition::Open)?;
        self.update(
            Table::Complaint,
            id.0,
            vec![("acknowledged_at", text(time(self.by.now)))],
        )?;
        Ok(())
    }
}
