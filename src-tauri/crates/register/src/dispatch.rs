//! The dispatch log: each time an issued letter left the office, and what
//! became of it. The letter itself keeps the way and time of the first.

use crate::error::{RegisterError, Result};
use crate::image::{Change, Columns, Table, from_json};
use crate::journal::Op;
use crate::letters::in_state;
use crate::register::Register;
use crate::text::{blob, day_opt, read_day, read_day_opt, read_time, text, time, word};
use crate::values::{Added, By, Done};
use crate::work::{Gate, Work};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{
    Channel, ComplaintId, DeliveryState, Dispatch, DispatchEvent, DispatchEventId, DispatchId,
    DispatchWay, DocumentId, InventoryLine, LetterId, LetterState, Money, delivery_state,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::json;
use uuid::Uuid;

/// A dispatch to be written down; see [`Dispatch`] for the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDispatch {
    /// The way.
    pub way: DispatchWay,
    /// When it left the office.
    pub sent_at: DateTime<FixedOffset>,
    /// The carrier's number; empty where there is none.
    pub tracking: String,
    /// The address on the envelope, or where it was sent to.
    pub address: Vec<String>,
    /// What it cost.
    pub cost: Option<Money>,
    /// The day by which it should be delivered.
    pub expected: Option<NaiveDate>,
    /// What lay in the envelope.
    pub inventory: Vec<InventoryLine>,
    /// Anything else worth knowing.
    pub note: String,
    /// The carrier's receipt, a document of the same complaint.
    pub receipt: Option<DocumentId>,
}

/// A step of a delivery to be written down; see [`DispatchEvent`] for the fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDispatchEvent {
    /// How far it had come.
    pub state: DeliveryState,
    /// The day.
    pub on: NaiveDate,
    /// The last day it is kept for the addressee.
    pub until: Option<NaiveDate>,
    /// Why it came back or was refused.
    pub reason: String,
    /// How that is known.
    pub source: String,
    /// The paper that shows it, a document of the same complaint.
    pub document: Option<DocumentId>,
}

fn columns(new: &NewDispatch) -> Result<Columns> {
    Ok(vec![
        ("way", text(new.way.word())),
        ("sent_at", text(time(new.sent_at))),
        ("tracking", text(new.tracking.clone())),
        ("address", text(serde_json::to_string(&new.address)?)),
        (
            "cost",
            new.cost
                .map_or(Value::Null, |m| Value::Integer(m.kopecks())),
        ),
        ("expected", day_opt(new.expected)),
        ("inventory", text(serde_json::to_string(&new.inventory)?)),
        ("note", text(new.note.clone())),
        ("receipt", document_value(new.receipt)),
    ])
}

fn document_value(document: Option<DocumentId>) -> Value {
    document.map_or(Value::Null, |id| blob(id.0))
}

/// Sees that a paper belongs to the complaint it is put beside.
fn see_document(work: &Work<'_>, serial: i64, document: Option<DocumentId>) -> Result<()> {
    let Some(id) = document else { return Ok(()) };
    let owner: Option<i64> = work
        .tx
        .prepare_cached("SELECT complaint FROM document WHERE id = ?1")?
        .query_row([blob(id.0)], |row| row.get(0))
        .optional()?;
    if owner == Some(serial) {
        Ok(())
    } else {
        Err(RegisterError::NotFound("document"))
    }
}

fn insert(
    work: &mut Work<'_>,
    serial: i64,
    letter: LetterId,
    new: &NewDispatch,
) -> Result<DispatchId> {
    let id = DispatchId::new();
    let mut row = columns(new)?;
    row.extend([
        ("complaint", Value::Integer(serial)),
        ("letter", blob(letter.0)),
        ("state", text(delivery_state(new.way, None).word())),
    ]);
    work.insert(Table::Dispatch, id.0, row)?;
    Ok(id)
}

/// Brings the state that a dispatch repeats up to its latest step.
fn follow_state(work: &mut Work<'_>, id: DispatchId) -> Result<()> {
    let dispatch = whole(work.tx, id)?.1;
    let state = vec![("state", text(dispatch.state().word()))];
    work.update(Table::Dispatch, id.0, state)?;
    Ok(())
}

/// Brings the way and time that a letter repeats up to its first dispatch.
fn follow_letter(work: &mut Work<'_>, letter: LetterId) -> Result<()> {
    let first = first_of(work.tx, letter)?;
    let (channel, at) = match first {
        Some((_, way, at)) => (text(way.channel().word()), text(at)),
        None => (Value::Null, Value::Null),
    };
    let sent = vec![("sent_channel", channel), ("sent_at", at)];
    work.update(Table::Letter, letter.0, sent)?;
    Ok(())
}

/// Sees that what is repeated elsewhere follows a change that was turned back.
pub(crate) fn follow(work: &mut Work<'_>, change: &Change) -> Result<()> {
    let named = |column: &str| -> Option<Uuid> {
        let image = change.after.as_ref().or(change.before.as_ref())?;
        match from_json(image.get(column)?).ok()? {
            Value::Blob(bytes) => Uuid::from_slice(&bytes).ok(),
            _ => None,
        }
    };
    match change.table {
        Table::DispatchEvent => {
            let Some(dispatch) = named("dispatch") else {
                return Ok(());
            };
            // It may be gone or still to come back in the same undoing.
            match whole(work.tx, DispatchId(dispatch)) {
                Ok(_) => follow_state(work, DispatchId(dispatch)),
                Err(RegisterError::NotFound(_)) => Ok(()),
                Err(error) => Err(error),
            }
        }
        _ => {
            let letter = match whole(work.tx, DispatchId(change.id)) {
                Ok((_, dispatch)) => Some(dispatch.letter),
                Err(RegisterError::NotFound(_)) => named("letter").map(LetterId),
                Err(error) => return Err(error),
            };
            letter.map_or(Ok(()), |letter| follow_letter(work, letter))
        }
    }
}

fn first_of(
    conn: &Connection,
    letter: LetterId,
) -> Result<Option<(DispatchId, DispatchWay, String)>> {
    let found: Option<([u8; 16], String, String)> = conn
        .prepare_cached(include_str!("sql/dispatch_first.sql"))?
        .query_row([blob(letter.0)], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    found
        .map(|(id, way, at)| {
            let way = word(DispatchWay::from_word, &way)?;
            Ok((DispatchId(Uuid::from_bytes(id)), way, at))
        })
        .transpose()
}

/// The first dispatch of a letter put to this channel and time, or a new one.
pub(crate) fn mark_first(
    work: &mut Work<'_>,
    serial: i64,
    letter: LetterId,
    channel: Channel,
    at: DateTime<FixedOffset>,
) -> Result<()> {
    match first_of(work.tx, letter)? {
        None => {
            let new = NewDispatch {
                way: DispatchWay::of_channel(channel),
                sent_at: at,
                tracking: String::new(),
                address: Vec::new(),
                cost: None,
                expected: None,
                inventory: Vec::new(),
                note: String::new(),
                receipt: None,
            };
            insert(work, serial, letter, &new)?;
        }
        Some((id, way, _)) => {
            // A registered letter stays one when its mark says "by post".
            let way = if way.channel() == channel {
                way
            } else {
                DispatchWay::of_channel(channel)
            };
            let put = vec![("way", text(way.word())), ("sent_at", text(time(at)))];
            work.update(Table::Dispatch, id.0, put)?;
            follow_state(work, id)?;
        }
    }
    Ok(())
}

fn document(row: &Row<'_>, column: &str, kept: &str) -> Result<Option<DocumentId>> {
    let id: Option<[u8; 16]> = row.get(column)?;
    let kept: bool = row.get(kept)?;
    Ok(id
        .filter(|_| kept)
        .map(|id| DocumentId(Uuid::from_bytes(id))))
}

fn event(row: &Row<'_>) -> Result<DispatchEvent> {
    Ok(DispatchEvent {
        id: DispatchEventId(Uuid::from_bytes(row.get("id")?)),
        state: word(
            DeliveryState::from_word,
            row.get_ref("state")?.as_str().unwrap_or_default(),
        )?,
        on: read_day(row.get_ref("on_day")?.as_str().unwrap_or_default())?,
        until: read_day_opt(row.get("until")?)?,
        reason: row.get("reason")?,
        source: row.get("source")?,
        document: document(row, "document", "document_kept")?,
        recorded_at: read_time(row.get_ref("recorded_at")?.as_str().unwrap_or_default())?,
    })
}

fn dispatch(conn: &Connection, row: &Row<'_>) -> Result<Dispatch> {
    let id = DispatchId(Uuid::from_bytes(row.get("id")?));
    let cost: Option<i64> = row.get("cost")?;
    let mut statement = conn.prepare_cached(include_str!("sql/dispatch_events.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let mut events = Vec::new();
    while let Some(found) = rows.next()? {
        events.push(event(found)?);
    }
    Ok(Dispatch {
        id,
        letter: LetterId(Uuid::from_bytes(row.get("letter")?)),
        way: word(
            DispatchWay::from_word,
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
        receipt: document(row, "receipt", "receipt_kept")?,
        events,
    })
}

/// One dispatch, with the serial of its complaint.
fn whole(conn: &Connection, id: DispatchId) -> Result<(i64, Dispatch)> {
    let mut statement = conn.prepare_cached(include_str!("sql/dispatch_by_id.sql"))?;
    let mut rows = statement.query([blob(id.0)])?;
    let row = rows.next()?.ok_or(RegisterError::NotFound("dispatch"))?;
    Ok((row.get("complaint")?, dispatch(conn, row)?))
}

impl Register {
    /// Writes down that an issued letter left the office. A letter that was
    /// superseded meanwhile may still be noted, for it may have gone before.
    ///
    /// # Errors
    /// [`RegisterError::NotIssued`] for a draft, [`RegisterError::Trashed`],
    /// [`RegisterError::NotFound`], also for a receipt of another complaint.
    pub fn dispatch_add(
        &self,
        by: &By,
        letter: LetterId,
        new: &NewDispatch,
    ) -> Result<Added<DispatchId>> {
        let (id, done) = self.change(by, Op::DispatchAdd, |work| {
            let serial = work
                .on_owner_of(Table::Letter, letter.0, Gate::Kept, None)?
                .serial;
            if in_state(work, letter, LetterState::Issued).is_err() {
                in_state(work, letter, LetterState::Superseded)?;
            }
            see_document(work, serial, new.receipt)?;
            let id = insert(work, serial, letter, new)?;
            follow_letter(work, letter)?;
            work.tell("letter", letter.to_string());
            work.tell("way", new.way.word());
            work.tell("tracking", new.tracking.clone());
            Ok::<_, RegisterError>(id)
        })?;
        Ok(Added { id, done })
    }

    /// Puts right what is said of a dispatch.
    ///
    /// # Errors
    /// As [`Register::dispatch_add`].
    pub fn dispatch_edit(&self, by: &By, id: DispatchId, new: &NewDispatch) -> Result<Done> {
        let done = self.change(by, Op::DispatchEdit, |work| {
            let serial = work
                .on_owner_of(Table::Dispatch, id.0, Gate::Kept, None)?
                .serial;
            see_document(work, serial, new.receipt)?;
            let letter = whole(work.tx, id)?.1.letter;
            work.update(Table::Dispatch, id.0, columns(new)?)?;
            follow_state(work, id)?;
            follow_letter(work, letter)
        })?;
        Ok(done.1)
    }

    /// Takes a dispatch off the log, with what is known of its delivery.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn dispatch_remove(&self, by: &By, id: DispatchId) -> Result<Done> {
        let done = self.change(by, Op::DispatchRemove, |work| {
            work.on_owner_of(Table::Dispatch, id.0, Gate::Kept, None)?;
            let kept = whole(work.tx, id)?.1;
            // Undo puts the rows back the other way round: the dispatch first.
            for event in &kept.events {
                work.delete(Table::DispatchEvent, event.id.0)?;
            }
            work.delete(Table::Dispatch, id.0)?;
            follow_letter(work, kept.letter)
        })?;
        Ok(done.1)
    }

    /// Writes down a step of a delivery.
    ///
    /// # Errors
    /// As [`Register::dispatch_add`].
    pub fn delivery_add(
        &self,
        by: &By,
        id: DispatchId,
        new: &NewDispatchEvent,
    ) -> Result<Added<DispatchEventId>> {
        let (id, done) = self.change(by, Op::DeliveryAdd, |work| {
            let serial = work
                .on_owner_of(Table::Dispatch, id.0, Gate::Kept, None)?
                .serial;
            see_document(work, serial, new.document)?;
            let event = DispatchEventId::new();
            work.insert(
                Table::DispatchEvent,
                event.0,
                vec![
                    ("complaint", Value::Integer(serial)),
                    ("dispatch", blob(id.0)),
                    ("state", text(new.state.word())),
                    ("on_day", text(new.on.to_string())),
                    ("until", day_opt(new.until)),
                    ("reason", text(new.reason.clone())),
                    ("source", text(new.source.clone())),
                    ("document", document_value(new.document)),
                    ("recorded_at", text(time(by.now))),
                ],
            )?;
            follow_state(work, id)?;
            work.tell("state", new.state.word());
            work.tell("on", new.on.to_string());
            Ok::<_, RegisterError>(event)
        })?;
        Ok(Added { id, done })
    }

    /// Takes a step of a delivery away.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn delivery_remove(&self, by: &By, event: DispatchEventId) -> Result<Done> {
        let done = self.change(by, Op::DeliveryRemove, |work| {
            work.on_owner_of(Table::DispatchEvent, event.0, Gate::Kept, None)?;
            let dispatch: [u8; 16] = work
                .tx
                .prepare_cached("SELECT dispatch FROM dispatch_event WHERE id = ?1")?
                .query_row([blob(event.0)], |row| row.get(0))?;
            work.delete(Table::DispatchEvent, event.0)?;
            follow_state(work, DispatchId(Uuid::from_bytes(dispatch)))
        })?;
        Ok(done.1)
    }

    /// The dispatches of a letter, the earliest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn dispatches(&self, letter: LetterId) -> Result<Vec<Dispatch>> {
        let conn = self.reader();
        dispatches(&conn, letter)
    }

    /// One dispatch and the complaint it belongs to.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn dispatch(&self, id: DispatchId) -> Result<(ComplaintId, Dispatch)> {
        let conn = self.reader();
        let (serial, found) = whole(&conn, id)?;
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

    /// Notes in the journal that a pack was made that proves an answer: what
    /// it holds by its hash, and why it was made in spite of contradictions.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::NotIssued`].
    pub fn proof_made(
        &self,
        by: &By,
        letter: LetterId,
        sha256: &str,
        contradictions: &[String],
        reason: Option<&str>,
    ) -> Result<Done> {
        let done = self.change(by, Op::ProofMade, |work| {
            work.on_owner_of(Table::Letter, letter.0, Gate::Any, None)?;
            work.tell("letter", letter.to_string());
            work.tell("sha256", sha256);
            work.tell("contradictions", json!(contradictions));
            if let Some(reason) = reason {
                work.tell("override_reason", reason);
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }
}

pub(crate) fn dispatches(conn: &Connection, letter: LetterId) -> Result<Vec<Dispatch>> {
    let mut statement = conn.prepare_cached(include_str!("sql/dispatches.sql"))?;
    let mut rows = statement.query([blob(letter.0)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(dispatch(conn, row)?);
    }
    Ok(out)
}
