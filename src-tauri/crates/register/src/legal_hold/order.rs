//! Writing down that a case must be kept, and that it need not be any more.

use crate::database::row::{read_actor, read_at, read_id, rows_of};
use crate::database::value::{day_opt, read_day_opt, read_time_opt, text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Precondition;
use crate::journal::row_image::{Columns, Table};
use complaint::{Actor, ComplaintId, LegalHold, LegalHoldFields, LegalHoldId};
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

/// The orders on a complaint, the earliest first, those that are lifted among them.
pub(crate) fn holds_of(conn: &Connection, serial: i64) -> Result<Vec<LegalHold>> {
    rows_of(conn, include_str!("holds_of.sql"), serial, read_hold)
}

fn read_hold(row: &Row<'_>) -> Result<LegalHold> {
    Ok(LegalHold {
        id: LegalHoldId(read_id(row, "id")?),
        fields: LegalHoldFields {
            reason: row.get("reason")?,
            ordered_by: row.get("ordered_by")?,
            until: read_day_opt(row.get("until")?)?,
        },
        placed_at: read_at(row, "placed_at")?,
        placed_by: Actor(row.get("placed_by")?),
        lifted_at: read_time_opt(row.get("lifted_at")?)?,
        lifted_by: read_actor(row, "lifted_by")?,
    })
}

pub(crate) fn hold_columns(order: &LegalHoldFields) -> Columns {
    vec![
        ("reason", text(order.reason.clone())),
        ("ordered_by", text(order.ordered_by.clone())),
        ("until", day_opt(order.until)),
    ]
}

impl Change<'_> {
    /// Writes an order down that a case be kept, in the trash or closed too.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn hold_place(
        &mut self,
        complaint: ComplaintId,
        order: &LegalHoldFields,
    ) -> Result<LegalHoldId> {
        let serial = self.on(complaint, Precondition::Any)?.serial;
        let id = LegalHoldId::new();
        let mut row = hold_columns(order);
        row.extend([
            ("complaint", Value::Integer(serial)),
            ("placed_at", text(time(self.by.now))),
            ("placed_by", text(self.by.actor.0.clone())),
        ]);
        self.insert(Table::LegalHold, id.0, row)?;
        Ok(id)
    }

    /// Changes an order that is not lifted.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], for one that is lifted or of another case too.
    pub fn hold_edit(
        &mut self,
        complaint: ComplaintId,
        id: LegalHoldId,
        order: &LegalHoldFields,
    ) -> Result<()> {
        self.standing(complaint, id)?;
        self.update(Table::LegalHold, id.0, hold_columns(order))?;
        Ok(())
    }

    /// Lifts an order; it stays written down.
    ///
    /// # Errors
    /// As [`Change::hold_edit`].
    pub fn hold_lift(&mut self, complaint: ComplaintId, id: LegalHoldId) -> Result<()> {
        self.standing(complaint, id)?;
        let lifted = vec![
            ("lifted_at", text(time(self.by.now))),
            ("lifted_by", text(self.by.actor.0.clone())),
        ];
        self.update(Table::LegalHold, id.0, lifted)?;
        Ok(())
    }

    fn standing(&mut self, complaint: ComplaintId, id: LegalHoldId) -> Result<()> {
        let serial = self.on(complaint, Precondition::Any)?.serial;
        let stands = |hold: &LegalHold| hold.id == id && hold.lifted_at.is_none();
        if holds_of(self.tx, serial)?.iter().any(stands) {
            Ok(())
        } else {
            Err(RegisterError::NotFound("legal_hold"))
        }
    }
}
