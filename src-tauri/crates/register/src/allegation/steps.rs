//! Writing allegations down, and what was established of them.

use crate::allegation::row::{allegation_columns, allegations_of};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::{Op, Precondition};
use crate::journal::row_image::Table;
use complaint::{AllegationFields, AllegationId, ComplaintId};
use rusqlite::types::Value;
use serde_json::json;

/// A place in the order of a case.
fn place(at: usize) -> Value {
    Value::Integer(i64::try_from(at).unwrap_or(i64::MAX))
}

impl Change<'_> {
    /// Writes a point down at a place of the order, from 0; at the end where there is no such place.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn allegation_add(
        &mut self,
        complaint: ComplaintId,
        fields: &AllegationFields,
        at: Option<usize>,
    ) -> Result<AllegationId> {
        let serial = self.on(complaint, Precondition::Open)?.serial;
        let mut order: Vec<AllegationId> = allegations_of(self.tx, serial)?
            .into_iter()
            .map(|kept| kept.id)
            .collect();
        let at = at.unwrap_or(order.len()).min(order.len());
        let id = AllegationId::new();
        let mut row = allegation_columns(fields)?;
        row.push(("complaint", Value::Integer(serial)));
        row.push(("position", place(at)));
        self.insert(Table::Allegation, id.0, row)?;
        self.reindexed.insert(serial);
        order.insert(at, id);
        self.placed(&order)?;
        Ok(id)
    }

    /// Changes a point, or what was established of it.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn allegation_edit(&mut self, id: AllegationId, fields: &AllegationFields) -> Result<()> {
        let case = self.on_owner_of(Table::Allegation, id.0, Precondition::Open)?;
        if self.update(Table::Allegation, id.0, allegation_columns(fields)?)? {
            self.reindexed.insert(case.serial);
            let verdict = fields.verdict.map(complaint::Verdict::as_str);
            self.detail(Op::AllegationEdit, json!({ "verdict": verdict }));
        }
        Ok(())
    }

    /// Takes a point away.
    ///
    /// # Errors
    /// As [`Change::complaint_edit`].
    pub fn allegation_remove(&mut self, id: AllegationId) -> Result<()> {
        let case = self.on_owner_of(Table::Allegation, id.0, Precondition::Open)?;
        self.reindexed.insert(case.serial);
        self.delete(Table::Allegation, id.0)
    }

    /// Puts the points of a case into this order.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`] where it does not name each of them once; as [`Change::complaint_edit`].
    pub fn allegations_order(
        &mut self,
        complaint: ComplaintId,
        order: &[AllegationId],
    ) -> Result<()> {
        let serial = self.on(complaint, Precondition::Open)?.serial;
        let mut kept: Vec<AllegationId> = allegations_of(self.tx, serial)?
            .into_iter()
            .map(|kept| kept.id)
            .collect();
        let mut named = order.to_vec();
        complaint::order::ascending(&mut kept);
        complaint::order::ascending(&mut named);
        if kept != named {
            return Err(RegisterError::NotFound("allegation"));
        }
        self.placed(order)
    }

    fn placed(&mut self, order: &[AllegationId]) -> Result<()> {
        for (at, id) in order.iter().enumerate() {
            self.update(Table::Allegation, id.0, vec![("position", place(at))])?;
        }
        Ok(())
    }
}
