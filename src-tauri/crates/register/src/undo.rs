//! Undo: turning one change back. It is a change of its own, with its own
//! journal row, and can be undone in turn.

use crate::dispatch;
use crate::error::{RegisterError, Result};
use crate::image::{Change, Table};
use crate::journal::Op;
use crate::norms;
use crate::person;
use crate::register::Register;
use crate::text::word;
use crate::values::{By, Done};
use crate::work::{Gate, Work, mark_undone};
use complaint::{ComplaintId, DemandId, PersonId};
use rusqlite::OptionalExtension;
use serde_json::json;
use uuid::Uuid;

/// A change as the journal keeps it.
struct Kept {
    op: Op,
    complaint: Option<ComplaintId>,
    changes: Vec<Change>,
    undone: bool,
    /// The change that this one, an undoing, turned back.
    undid: Option<i64>,
}

fn kept(work: &Work<'_>, seq: i64) -> Result<Kept> {
    type Found = (
        String,
        Option<[u8; 16]>,
        String,
        Option<String>,
        Option<i64>,
    );
    let (op, complaint, payload, body, undone_by): Found = work
        .tx
        .prepare_cached(include_str!("sql/change_of.sql"))?
        .query_row([seq], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })
        .optional()?
        .ok_or(RegisterError::NothingToUndo)?;
    let op = word(Op::from_word, &op)?;
    let body = body.ok_or(RegisterError::NotReversible(op.word()))?;
    let payload: serde_json::Value = serde_json::from_str(&payload)?;
    Ok(Kept {
        op,
        complaint: complaint.map(|id| ComplaintId(Uuid::from_bytes(id))),
        changes: serde_json::from_str(&body)?,
        undone: undone_by.is_some(),
        undid: payload.get("undoes").and_then(serde_json::Value::as_i64),
    })
}

/// Whether a change can be turned back on a closed case: those that closed it,
/// and those that a closed case takes anyway.
fn reaches_closed(op: Op) -> bool {
    matches!(
        op,
        Op::ComplaintClose
            | Op::ComplaintTrash
            | Op::ComplaintRestore
            | Op::DiaryAdd
            | Op::DiaryEdit
            | Op::DiaryRemove
            | Op::NoteAdd
            | Op::NoteEdit
            | Op::NoteRemove
            | Op::DocumentAdd
            | Op::DocumentEdit
            | Op::DocumentTrash
            | Op::DocumentRestore
            | Op::LetterSent
            | Op::FormSave
            | Op::FormRemove
            | Op::FormUsed
            | Op::DispatchAdd
            | Op::DispatchEdit
            | Op::DispatchRemove
            | Op::DeliveryAdd
            | Op::DeliveryRemove
            | Op::ClockAdd
            | Op::ClockEdit
            | Op::ClockRemove
            | Op::ClockEnd
            | Op::ClockReopen
            | Op::ClockPause
            | Op::ClockResume
            | Op::ClockPauseRemove
            | Op::PersonEdit
            | Op::Undo
    )
}

fn turn_back(work: &mut Work<'_>, seq: i64) -> Result<()> {
    let kept = kept(work, seq)?;
    if kept.undone {
        return Err(RegisterError::NothingToUndo);
    }
    if let Some(complaint) = kept.complaint {
        let gate = if reaches_closed(kept.op) {
            Gate::Any
        } else {
            Gate::Open
        };
        let subject = work.on(complaint, gate, None)?;
        let trashing = matches!(
            kept.op,
            Op::ComplaintTrash | Op::ComplaintRestore | Op::Undo
        );
        if subject.trashed && !trashing {
            return Err(RegisterError::Trashed);
        }
    }
    // Rows that refer to each other go in one by one; references are checked at the commit.
    work.tx.pragma_update(None, "defer_foreign_keys", true)?;
    for change in kept.changes.iter().rev() {
        let turned = work
            .revert(change)
            .map_err(|error| in_the_way(error, seq))?;
        if !turned {
            return Err(RegisterError::UndoConflict(seq));
        }
    }
    // What is repeated elsewhere may be among the rows turned back, so it
    // follows only when all of them stand as they stood.
    for change in kept.changes.iter().rev() {
        follow(work, change)?;
    }
    let head = crate::journal::head(work.tx)?.0;
    mark_undone(work.tx, seq, Some(head + 1))?;
    if let Some(undid) = kept.undid {
        mark_undone(work.tx, undid, None)?;
    }
    work.tell("undoes", json!(seq));
    work.tell("undoes_op", kept.op.word());
    Ok(())
}

/// A constraint that fails says that something later stands where an old row
/// was, or refers to what would go.
fn in_the_way(error: RegisterError, seq: i64) -> RegisterError {
    match error {
        RegisterError::Sqlite(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::ConstraintViolation =>
        {
            RegisterError::UndoConflict(seq)
        }
        other => other,
    }
}

/// Sees that lists and searches follow what was turned back.
fn follow(work: &mut Work<'_>, change: &Change) -> Result<()> {
    match change.table {
        Table::Complaint => {
            if let Some(subject) = work.subject {
                work.reworded.push(subject.serial);
            }
            Ok(())
        }
        // The terms of many cases change with a rule or with the calendar.
        Table::Demand if work.subject.is_none() => norms::relist(work, DemandId(change.id)),
        Table::Clock if work.subject.is_none() => {
            // A clock that is gone now still says whose it was.
            let row = change.after.as_ref().or(change.before.as_ref());
            match row.and_then(|row| row.get("complaint")?.as_i64()) {
                Some(serial) => work.moved.push(serial),
                None => norms::relist_of(work, Table::Clock, change.id)?,
            }
            Ok(())
        }
        Table::Person if change.before.is_some() => person::follow(work, PersonId(change.id)),
        Table::Dispatch | Table::DispatchEvent => dispatch::follow(work, change),
        _ => Ok(()),
    }
}

impl Register {
    /// Turns one change back, by its place in the journal.
    ///
    /// # Errors
    /// [`RegisterError::NothingToUndo`] when it was undone already or there is
    /// no such change, [`RegisterError::NotReversible`] for a change of a sort
    /// that is never undone, [`RegisterError::UndoConflict`] when later changes
    /// touched the same facts, [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn undo(&self, by: &By, seq: i64) -> Result<Done> {
        let done = self.change(by, Op::Undo, |work| turn_back(work, seq));
        Ok(done.map_err(|error| in_the_way(error, seq))?.1)
    }

    /// Turns back the latest change of a complaint that still stands; called
    /// again, the one before it. Gives the change it turned back.
    ///
    /// # Errors
    /// As [`Register::undo`]; [`RegisterError::NotReversible`] when the latest
    /// change is the issue of a letter or the giving of a number.
    pub fn undo_last(&self, by: &By, complaint: ComplaintId) -> Result<(i64, Done)> {
        let mut turned = 0;
        let done = self.change(by, Op::Undo, |work| {
            let latest: Option<i64> = work
                .tx
                .prepare_cached(include_str!("sql/change_latest.sql"))?
                .query_row([&complaint.0.as_bytes()[..]], |row| row.get(0))
                .optional()?;
            let seq = latest.ok_or(RegisterError::NothingToUndo)?;
            turned = seq;
            turn_back(work, seq)?;
            Ok(seq)
        });
        done.map_err(|error| in_the_way(error, turned))
    }
}
