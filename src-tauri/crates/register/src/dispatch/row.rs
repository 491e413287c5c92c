//! Reading dispatches from rows.

use crate::database::value::{blob, read_day, read_day_opt, read_time, variant};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::register::Register;
use complaint::{
    ComplaintId, DeliveryFields, DeliveryState, Dispatch, DispatchEvent, DispatchEventId,
    DispatchFields, DispatchId, DispatchWay, DocumentId, InventoryLine, LetterId, Money,
};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

pub(crate) fn first_dispatch(
    conn: &Connection,
    letter: LetterId,
) -> Result<Option<(DispatchId, DispatchWay, String)>> {
    let found: Option<([u8; 16], String, String)> = conn
        .prepare_cached(include_str!("dispatch_first.sql"))?
        .query_row([blob(letter.0)], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    found
        .map(|(id, way, at)| {
            let way = variant(DispatchWay::parse, &way)?;
            Ok((DispatchId(Uuid::from_bytes(id)), way, at))
        })
        .transpose()
}

fn kept_document(row: &Row<'_>, column: &str, kept: &str) -> Result<Option<DocumentId>> {
    let id: Option<[u8; 16]> = row.get(column)?;
    let kept: bool = row.get(kept)?;
    Ok(id
        .filter(|_| kept)
        .map(|id| DocumentId(Uuid::from_bytes(id))))
}

fn read_event(row: &Row<'_>) -> Result<DispatchEvent> {
    Ok(DispatchEvent {
        id: DispatchEventId(Uuid::from_bytes(row.get("id")?)),
        fields: DeliveryFields {
            state: variant(
                DeliveryState::parse,
                row.get_ref("state")?.as_str().unwrap_or_default(),
            )?,
            on: read_day(row.get_ref("on_day")?.as_str().unwrap_or_default())?,
            until: read_day_opt(row.get("until")?)?,
            reason: row.get("reason")?,
            source: row.get("source")?,
            document: kept_document(row, "document", "document_kept")?,
        },
        recorded_at: read_time(row.get_ref("recorded_at")?.as_str().unwrap_or_default())?,
    })
}

fn read_dispatch(conn: &Connection, row: &Row<'_>) -> Result<Dispatch> {
    let id = DispatchId(Uuid::from_bytes(row.get("id")?));
    let cost: Option<i64> = row.get("cost")?;
    let mut statement = conn.prepare_cached(include_str!("dispatch_events.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let mut events = Vec::new();
    while let Some(found) = rows.next()? {
        events.push(read_event(found)?);
    }
    Ok(Dispatch {
        id,
        letter: LetterId(Uuid::from_bytes(row.get("letter")?)),
        fields: DispatchFields {
            way: variant(
                DispatchWay::parse,
                row.get_ref("way")?.as_str().unwrap_or_default(),
            )?,
            sent_at: read_time(row.get_ref("sent_at")?.as_str().unwrap_or_default())?,
            tracking: row.get("tracking")?,
            address: serde_json::from_str(row.get_ref("address")?.as_str().unwrap_or_default())?,
            cost: cost
                .map(Money::from_kopecks)
                .transpose()
                .map_err(|_| RegisterError::Corrupt("not a sum".into()))?,
            expected: read_day_opt(row.get("expected")?)?,
            inventory: serde_json::from_str::<Vec<InventoryLine>>(
                row.get_ref("inventory")?.as_str().unwrap_or_default(),
            )?,
            note: row.get("note")?,
            receipt: kept_document(row, "receipt", "receipt_kept")?,
        },
        events,
    })
}

/// One dispatch, with the serial of its complaint.
pub(crate) fn dispatch_by_id(conn: &Connection, id: DispatchId) -> Result<(i64, Dispatch)> {
    let mut statement = conn.prepare_cached(include_str!("dispatch_by_id.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("dispatch"))?;
    Ok((row.get("complaint")?, read_dispatch(conn, row)?))
}

pub(crate) fn dispatches_of(conn: &Connection, letter: LetterId) -> Result<Vec<Dispatch>> {
    let mut statement = conn.prepare_cached(include_str!("dispatches.sql"))?;
    let mut rows = statement.query([blob(letter.0)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read_dispatch(conn, row)?);
    }
    Ok(out)
}

impl Change<'_> {
    /// The dispatches of a letter, the earliest first, with those this change
    /// wrote down.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn dispatches(&self, letter: LetterId) -> Result<Vec<Dispatch>> {
        dispatches_of(self.tx, letter)
    }
}

impl Register {
    /// The dispatches of a letter, the earliest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn dispatches(&self, letter: LetterId) -> Result<Vec<Dispatch>> {
        let conn = self.reader();
        dispatches_of(&conn, letter)
    }

    /// One dispatch and the complaint it belongs to.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn dispatch(&self, id: DispatchId) -> Result<(ComplaintId, Dispatch)> {
        let conn = self.reader();
        let (serial, found) = dispatch_by_id(&conn, id)?;
        let complaint: [u8; 16] = conn
            .prepare_cached("SELECT id FROM complaint WHERE serial = ?1")?
            .query_row([serial], |row| row.get(0))?;
        Ok((ComplaintId(Uuid::from_bytes(complaint)), found))
    }

    /// The dispatch a step of a delivery belongs to.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn dispatch_of_event(&self, event: DispatchEventId) -> Result<DispatchId> {
        let found: Option<[u8; 16]> = self
            .reader()
            .prepare_cached("SELECT dispatch FROM dispatch_event WHERE id = ?1")?
            .query_row([blob(event.0)], |row| row.get(0))
            .optional()?;
        found
            .map(|id| DispatchId(Uuid::from_bytes(id)))
            .ok_or(RegisterError::NotFound("dispatch_event"))
    }
}
