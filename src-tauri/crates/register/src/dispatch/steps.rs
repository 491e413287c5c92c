//! The dispatch log: each time an issued letter left the office, and what
//! became of it. The letter itself keeps the way and time of the first.

use crate::database::value::{blob, day_opt, text, time};
use crate::dispatch::fields::{dispatch_columns, document_value};
use crate::dispatch::row::{dispatch_by_id, first_dispatch};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::{RowChange, Table, from_json};
use crate::letter::row::letter_in_state;
use chrono::{DateTime, FixedOffset};
use complaint::{
    Channel, DeliveryFields, DispatchEventId, DispatchFields, DispatchId, DispatchWay, DocumentId,
    LetterId, LetterState, delivery_state,
};
use rusqlite::OptionalExtension;
use rusqlite::types::Value;
use serde_json::json;
use uuid::Uuid;

/// Sees that a paper belongs to the complaint it is put beside.
fn see_document(change: &Change<'_>, serial: i64, document: Option<DocumentId>) -> Result<()> {
    let Some(id) = document else { return Ok(()) };
    let owner: Option<i64> = change
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

fn dispatch_insert(
    change: &mut Change<'_>,
    serial: i64,
    letter: LetterId,
    new: &DispatchFields,
) -> Result<DispatchId> {
    let id = DispatchId::new();
    let mut row = dispatch_columns(new)?;
    row.extend([
        ("complaint", Value::Integer(serial)),
        ("letter", blob(letter.0)),
        ("state", text(delivery_state(new.way, None).as_str())),
    ]);
    change.insert(Table::Dispatch, id.0, row)?;
    Ok(id)
}

/// Brings the state that a dispatch repeats up to its latest step.
fn follow_state(change: &mut Change<'_>, id: DispatchId) -> Result<()> {
    let dispatch = dispatch_by_id(change.tx, id)?.1;
    let state = vec![("state", text(dispatch.state().as_str()))];
    change.update(Table::Dispatch, id.0, state)?;
    Ok(())
}

/// Brings the way and time that a letter repeats up to its first dispatch.
fn follow_letter(change: &mut Change<'_>, letter: LetterId) -> Result<()> {
    let first = first_dispatch(change.tx, letter)?;
    let (channel, at) = match first {
        Some((_, way, at)) => (text(way.channel().as_str()), text(at)),
        None => (Value::Null, Value::Null),
    };
    let sent = vec![("sent_channel", channel), ("sent_at", at)];
    change.update(Table::Letter, letter.0, sent)?;
    Ok(())
}

/// Sees that what is repeated elsewhere follows a change that was turned back.
pub(crate) fn dispatch_follows(change: &mut Change<'_>, row: &RowChange) -> Result<()> {
    let named = |column: &str| -> Option<Uuid> {
        let image = row.after.as_ref().or(row.before.as_ref())?;
        let Value::Blob(bytes) = from_json(image.get(column)?).ok()? else {
            return None;
        };
        Uuid::from_slice(&bytes).ok()
    };
    if row.table == Table::DispatchEvent {
        let Some(dispatch) = named("dispatch") else {
            return Ok(());
        };
        // It may be gone or still to come back in the same undoing.
        return match dispatch_by_id(change.tx, DispatchId(dispatch)) {
            Ok(_) => follow_state(change, DispatchId(dispatch)),
            Err(RegisterError::NotFound(_)) => Ok(()),
            Err(error) => Err(error),
        };
    }
    let letter = match dispatch_by_id(change.tx, DispatchId(row.id)) {
        Ok((_, dispatch)) => Some(dispatch.letter),
        Err(RegisterError::NotFound(_)) => named("letter").map(LetterId),
        Err(error) => return Err(error),
    };
    letter.map_or(Ok(()), |letter| follow_letter(change, letter))
}

/// The first dispatch of a letter put to this channel and time, or a new one.
pub(crate) fn mark_first(
    change: &mut Change<'_>,
    serial: i64,
    letter: LetterId,
    channel: Channel,
    at: DateTime<FixedOffset>,
) -> Result<()> {
    match first_dispatch(change.tx, letter)? {
        None => {
            let new = DispatchFields::sent(DispatchWay::of_channel(channel), at);
            dispatch_insert(change, serial, letter, &new)?;
        }
        Some((id, way, _)) => {
            // A registered letter stays one when its mark says "by post".
            let way = if way.channel() == channel {
                way
            } else {
                DispatchWay::of_channel(channel)
            };
            let put = vec![("way", text(way.as_str())), ("sent_at", text(time(at)))];
            change.update(Table::Dispatch, id.0, put)?;
            follow_state(change, id)?;
        }
    }
    Ok(())
}

impl Change<'_> {
    /// Writes down that an issued letter left the office. A letter that was
    /// superseded meanwhile may still be noted, for it may have gone before.
    ///
    /// # Errors
    /// [`RegisterError::NotIssued`] for a draft, [`RegisterError::Trashed`],
    /// [`RegisterError::NotFound`], also for a receipt of another complaint.
    pub fn dispatch_add(&mut self, letter: LetterId, new: &DispatchFields) -> Result<DispatchId> {
        let serial = self
            .on_owner_of(Table::Letter, letter.0, Precondition::NotTrashed)?
            .serial;
        if letter_in_state(self, letter, LetterState::Issued).is_err() {
            letter_in_state(self, letter, LetterState::Superseded)?;
        }
        see_document(self, serial, new.receipt)?;
        let id = dispatch_insert(self, serial, letter, new)?;
        follow_letter(self, letter)?;
        self.detail(
            Op::DispatchAdd,
            json!({ "letter": letter.to_string(), "way": new.way.as_str() }),
        );
        Ok(id)
    }

    /// Puts right what is said of a dispatch.
    ///
    /// # Errors
    /// As [`Change::dispatch_add`].
    pub fn dispatch_edit(&mut self, id: DispatchId, new: &DispatchFields) -> Result<()> {
        let serial = self
            .on_owner_of(Table::Dispatch, id.0, Precondition::NotTrashed)?
            .serial;
        see_document(self, serial, new.receipt)?;
        let letter = dispatch_by_id(self.tx, id)?.1.letter;
        self.update(Table::Dispatch, id.0, dispatch_columns(new)?)?;
        follow_state(self, id)?;
        follow_letter(self, letter)
    }

    /// Takes a dispatch off the log, with what is known of its delivery.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn dispatch_remove(&mut self, id: DispatchId) -> Result<()> {
        self.on_owner_of(Table::Dispatch, id.0, Precondition::NotTrashed)?;
        let kept = dispatch_by_id(self.tx, id)?.1;
        // Undo puts the rows back the other way round: the dispatch first.
        for event in &kept.events {
            self.delete(Table::DispatchEvent, event.id.0)?;
        }
        self.delete(Table::Dispatch, id.0)?;
        follow_letter(self, kept.letter)
    }

    /// Writes down a step of a delivery.
    ///
    /// # Errors
    /// As [`Change::dispatch_add`].
    pub fn delivery_add(
        &mut self,
        id: DispatchId,
        new: &DeliveryFields,
    ) -> Result<DispatchEventId> {
        let serial = self
            .on_owner_of(Table::Dispatch, id.0, Precondition::NotTrashed)?
            .serial;
        see_document(self, serial, new.document)?;
        let event = DispatchEventId::new();
        self.insert(
            Table::DispatchEvent,
            event.0,
            vec![
                ("complaint", Value::Integer(serial)),
                ("dispatch", blob(id.0)),
                ("state", text(new.state.as_str())),
                ("on_day", text(new.on.to_string())),
                ("until", day_opt(new.until)),
                ("reason", text(new.reason.clone())),
                ("source", text(new.source.clone())),
                ("document", document_value(new.document)),
                ("recorded_at", text(time(self.by.now))),
            ],
        )?;
        follow_state(self, id)?;
        self.detail(
            Op::DeliveryAdd,
            json!({ "state": new.state.as_str(), "on": new.on.to_string() }),
        );
        Ok(event)
    }

    /// Takes a step of a delivery away.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn delivery_remove(&mut self, event: DispatchEventId) -> Result<()> {
        self.on_owner_of(Table::DispatchEvent, event.0, Precondition::NotTrashed)?;
        let dispatch: [u8; 16] = self
            .tx
            .prepare_cached("SELECT dispatch FROM dispatch_event WHERE id = ?1")?
            .query_row([blob(event.0)], |row| row.get(0))?;
        self.delete(Table::DispatchEvent, event.0)?;
        follow_state(self, DispatchId(Uuid::from_bytes(dispatch)))
    }

    /// Notes in the journal that a pack was made that proves an answer: what
    /// it holds by its hash, and why it was made in spite of contradictions.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::NotIssued`].
    pub fn proof_made(
        &mut self,
        letter: LetterId,
        sha256: &str,
        contradictions: &[String],
        reason: Option<&str>,
    ) -> Result<()> {
        self.for_good(Op::ProofMade)?;
        self.on_owner_of(Table::Letter, letter.0, Precondition::Any)?;
        let mut details = json!({
            "letter": letter.to_string(),
            "sha256": sha256,
            "contradictions": contradictions,
        });
        if let Some(reason) = reason {
            details["overridden"] = true.into();
            self.say("override_reason", reason);
        }
        self.detail(Op::ProofMade, details);
        Ok(())
    }
}
