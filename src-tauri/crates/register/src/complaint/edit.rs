//! Changing what a complaint says.

use crate::complaint::fields::{ComplaintFields, complaint_columns};
use crate::database::value::{text, time};
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use crate::person::card::PersonRef;
use crate::person::matching::match_or_add;
use complaint::ComplaintId;
use rusqlite::types::Value;

impl Change<'_> {
    /// Changes the fields of a complaint and, if `person` is given, whose it is.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotFound`], [`crate::RegisterError::Conflict`],
    /// [`crate::RegisterError::Closed`], [`crate::RegisterError::Trashed`].
    pub fn complaint_edit(
        &mut self,
        id: ComplaintId,
        expected: Option<i64>,
        fields: &ComplaintFields,
        person: Option<&PersonRef>,
    ) -> Result<()> {
        let subject = self.on(id, Precondition::Open, expected)?;
        let mut row = complaint_columns(fields);
        if let Some(who) = person {
            row.push(("person", Value::Integer(match_or_add(self, who)?.0)));
        }
        if self.update(Table::Complaint, id.0, row)? {
            self.reworded.insert(subject.serial);
        }
        Ok(())
    }

    /// Notes that the receipt was confirmed otherwise than by a letter: a
    /// signed copy, a word on the telephone.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn complaint_acknowledge(&mut self, id: ComplaintId) -> Result<()> {
        self.on(id, Precondition::Open, None)?;
        self.update(
            Table::Complaint,
            id.0,
            vec![("acknowledged_at", text(time(self.by.now)))],
        )?;
        Ok(())
    }
}
