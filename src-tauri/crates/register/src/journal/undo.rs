//! Undo: turning one change back. It is a change of its own, with its own
//! journal row, and can be undone in turn.

use crate::database::value::variant;
use crate::dispatch::steps::dispatch_follows;
use crate::error::{RegisterError, Result};
use crate::journal::chain::journal_head;
use crate::journal::change::Change;
use crate::journal::op::{By, Op};
use crate::journal::row_image::{RowChange, RowImage, Table};
use crate::journal::transact::{Done, ON_CARD};
use crate::register::Register;
use complaint::{ComplaintId, PersonId};
use rusqlite::{OptionalExtension, Transaction, params};
use uuid::Uuid;

/// A change as the journal keeps it.
struct RecordedChange {
    op: Op,
    complaints: Vec<ComplaintId>,
    /// Complaints that show a card it changed.
    on_card: Vec<ComplaintId>,
    rows: Vec<RowChange>,
    undone: bool,
    /// The change that this one, an undoing, turned back.
    undid: Option<i64>,
}

fn recorded_change(change: &Change<'_>, seq: i64) -> Result<RecordedChange> {
    type Found = (
        String,
        Option<[u8; 16]>,
        String,
        Option<String>,
        Option<i64>,
        bool,
    );
    let (op, complaint, payload, body, undone_by, kept): Found = change
        .tx
        .prepare_cached(include_str!("change_of.sql"))?
        .query_row([seq], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
                row.get(5)?,
            ))
        })
        .optional()?
        .ok_or(RegisterError::NothingToUndo)?;
    let op = variant(Op::parse, &op)?;
    if op.is_reversible() && kept && body.is_none() {
        return Err(RegisterError::Erased);
    }
    let images = body.filter(|_| op.is_reversible());
    let body = images.ok_or(RegisterError::NotReversible(op.as_str()))?;
    let payload: serde_json::Value = serde_json::from_str(&payload)?;
    let named = |key: &str| -> Result<Vec<ComplaintId>> {
        let ids = payload.get(key);
        let ids = ids.map(|ids| serde_json::from_value(ids.clone()));
        Ok(ids.transpose()?.unwrap_or_default())
    };
    let complaints = match complaint {
        Some(id) => vec![ComplaintId(Uuid::from_bytes(id))],
        None => named("complaints")?,
    };
    Ok(RecordedChange {
        op,
        complaints,
        on_card: named(ON_CARD)?,
        rows: serde_json::from_str(&body)?,
        undone: undone_by.is_some(),
        undid: payload.get("undoes").and_then(serde_json::Value::as_i64),
    })
}

fn turn_back(change: &mut Change<'_>, seq: i64) -> Result<()> {
    let recorded = recorded_change(change, seq)?;
    turn_recorded_back(change, seq, recorded)
}

fn turn_recorded_back(change: &mut Change<'_>, seq: i64, recorded: RecordedChange) -> Result<()> {
    if recorded.undone {
        return Err(RegisterError::NothingToUndo);
    }
    let must = recorded
        .op
        .undo_needs()
        .ok_or(RegisterError::NotReversible(recorded.op.as_str()))?;
    for complaint in recorded.complaints {
        if let Err(error) = change.on(complaint, must) {
            // Of a case that was erased it is kept for another that it concerned.
            let gone = matches!(error, RegisterError::NotFound(_));
            return Err(if gone { RegisterError::Erased } else { error });
        }
    }
    // Rows that refer to each other go in one by one; references are checked at the commit.
    change.tx.pragma_update(None, "defer_foreign_keys", true)?;
    for row in recorded.rows.iter().rev() {
        let turned = change.revert(row).map_err(|error| in_the_way(error, seq))?;
        if !turned {
            return Err(RegisterError::UndoConflict(seq));
        }
    }
    // What is repeated elsewhere may be among the rows turned back, so it
    // follows only when all of them stand as they stood.
    for row in recorded.rows.iter().rev() {
        follow(change, row)?;
    }
    let head = journal_head(change.tx)?.0;
    mark_undone(change.tx, seq, Some(head + 1))?;
    if let Some(undid) = recorded.undid {
        mark_undone(change.tx, undid, None)?;
    }
    change.note("undoes", seq);
    change.note("undoes_op", recorded.op.as_str());
    Ok(())
}

/// A constraint that fails says that something later stands where an old row
/// was, or refers to what would go.
fn in_the_way(error: RegisterError, seq: i64) -> RegisterError {
    if let RegisterError::Sqlite(rusqlite::Error::SqliteFailure(failure, _)) = &error
        && failure.code == rusqlite::ErrorCode::ConstraintViolation
    {
        return RegisterError::UndoConflict(seq);
    }
    error
}

/// Sees that lists and searches follow a row that was turned back.
fn follow(change: &mut Change<'_>, row: &RowChange) -> Result<()> {
    match row.table {
        Table::Complaint => {
            let subjects = change.subjects.iter();
            let serial = subjects.filter(|s| s.id.0 == row.id).map(|s| s.serial);
            change.reindexed.extend(serial.collect::<Vec<_>>());
        }
        // The terms of many cases change with a rule or with the calendar.
        Table::Demand | Table::Clock => {
            // What was decided is searched.
            let decided = |image: Option<&RowImage>| {
                image.is_some_and(|image| image.get("decision").is_some_and(|one| !one.is_null()))
            };
            if decided(row.before.as_ref()) || decided(row.after.as_ref()) {
                let owner = change.complaint_of(row)?;
                change.reindexed.extend(owner);
            }
            // A row that is gone now still says whose it was.
            let image = row.after.as_ref().or(row.before.as_ref());
            match image.and_then(|image| image.get("complaint")?.as_i64()) {
                Some(serial) => {
                    change.relisted.insert(serial);
                }
                None => change.relist(row.table, row.id)?,
            }
        }
        // What was established is searched, and what was not says what to do next.
        Table::Allegation => {
            let owner = change.complaint_of(row)?;
            change.reindexed.extend(owner);
        }
        Table::Person => {
            if row.before.is_some() {
                change.cards.insert(PersonId(row.id));
            }
        }
        Table::Dispatch | Table::DispatchEvent => dispatch_follows(change, row)?,
        // Nothing is repeated of these, or it is brought up to date with the
        // complaint they belong to.
        Table::Office
        | Table::Diary
        | Table::Note
        | Table::Document
        | Table::Letter
        | Table::Template
        | Table::Approval
        | Table::Norm
        | Table::Form
        | Table::NameForm
        | Table::ClockPause
        | Table::LegalHold
        | Table::Routine
        | Table::CaseList
        | Table::CaseStep => {}
    }
    Ok(())
}

/// The undone mark of a journal row.
fn mark_undone(tx: &Transaction<'_>, seq: i64, by: Option<i64>) -> Result<()> {
    tx.prepare_cached(include_str!("change_mark.sql"))?
        .execute(params![seq, by])?;
    Ok(())
}

impl Register {
    /// Turns one change back, by its place in the journal.
    ///
    /// # Errors
    /// [`RegisterError::NothingToUndo`] when it was undone already or there is
    /// no such change, [`RegisterError::NotReversible`] for a change of a sort
    /// that is never undone, [`RegisterError::UndoConflict`] when later changes
    /// touched the same facts, [`RegisterError::Erased`] when what it wrote was erased since,
    /// [`RegisterError::Closed`], [`RegisterError::Trashed`].
    pub fn undo(&self, by: &By, seq: i64) -> Result<Done> {
        let done = self.transact(by, Op::Undo, |change| turn_back(change, seq));
        Ok(done.map_err(|error| in_the_way(error, seq))?.1)
    }

    /// Turns one change of this complaint back.
    ///
    /// # Errors
    /// As [`Register::undo`]; [`RegisterError::NothingToUndo`] also for a
    /// change that does not belong to the complaint.
    pub fn undo_in_case(&self, by: &By, complaint: ComplaintId, seq: i64) -> Result<Done> {
        let done = self.transact(by, Op::Undo, |change| {
            let recorded = recorded_change(change, seq)?;
            let mut concerned = recorded.complaints.iter().chain(&recorded.on_card);
            if !concerned.any(|id| *id == complaint) {
                return Err(RegisterError::NothingToUndo);
            }
            turn_recorded_back(change, seq, recorded)
        });
        Ok(done.map_err(|error| in_the_way(error, seq))?.1)
    }
}
