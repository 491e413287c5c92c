//! One change: a named operation in one IMMEDIATE transaction, together with its
//! row in the journal.

use crate::clock::follow::clocks_reconcile;
use crate::database::connection::closes_log;
use crate::database::page_sums::PageSums;
use crate::database::row::id_of;
use crate::error::{RegisterError, Result};
use crate::journal::chain::{Entry, append_after, journal_head, write_journal_head};
use crate::journal::change::Change;
use crate::journal::fingerprint::{fingerprints, hashed};
use crate::journal::head::head_of;
use crate::journal::op::{By, Op};
use crate::letter::approval::void_where_changed;
use crate::list::summary::summary_refresh;
use crate::person::card::complaints_of_card;
use crate::register::Register;
use crate::search::index::reindex;
use complaint::ComplaintId;
use rusqlite::{Connection, TransactionBehavior, params};
use std::collections::BTreeSet;
use std::fs::File;
use std::sync::PoisonError;

/// What the journal's row calls the complaints that show a card it changed without being about them.
pub(crate) const ON_CARD: &str = "on_card";

/// A change that was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Done {
    /// Its row in the journal; `None` when nothing differed and so nothing was written.
    pub seq: Option<i64>,
    /// The version of the complaint it belongs to, after it; 0 for a change
    /// that belongs to none, and to more than one.
    pub version: i64,
}

impl Register {
    /// Makes one change: what the user did, named by `op`. There is no other
    /// way to write records. The steps that `make` takes of the [`Change`]
    /// become one transaction with one row of the journal, turned back by one
    /// undo if `op` is of a reversible sort. The versions of the complaints
    /// they belong to go up once, and a version that a step expects is that of
    /// before the change. Nothing is written when `make` fails or finds
    /// nothing to change.
    ///
    /// Other writers wait while `make` works, so what it reads still stands
    /// when it writes: what a use case decides on is read there. It must not
    /// begin another change, for that would wait for itself.
    ///
    /// # Errors
    /// What `make` gives; [`RegisterError::RowsLost`], [`RegisterError::Locked`], [`RegisterError::DiskFull`]
    /// and others of the database. After an error nothing of the change is kept.
    pub fn transact<T, E: From<RegisterError>>(
        &self,
        by: &By,
        op: Op,
        make: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<(T, Done), E> {
        self.writable()?;
        if let Some(lost) = self.lost_rows() {
            return Err(RegisterError::RowsLost(lost.clone()).into());
        }
        self.transact_as_they_are(by, op, make)
    }

    /// Makes a change though rows may be lost.
    pub(crate) fn transact_as_they_are<T, E: From<RegisterError>>(
        &self,
        by: &By,
        op: Op,
        make: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<(T, Done), E> {
        if self.opening().copy_of.is_some() {
            return Err(RegisterError::ACopy.into());
        }
        let mut conn = self.writer();
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(RegisterError::from)?;
        let mut change = Change::new(self, &tx, by, op);
        let made = make(&mut change)?;
        if change.is_empty() {
            let version = match change.subjects.as_slice() {
                [subject] => subject.version,
                _ => 0,
            };
            return Ok((made, Done { seq: None, version }));
        }
        let (head, version) = finish(&mut change)?;
        drop(change);
        if let Err(error) = tx.commit() {
            // Whatever failed: what is kept is told from the records
            // themselves, so that no change that stands is answered with an error.
            if journal_head(&conn).ok().as_ref() != Some(&head) {
                return Err(RegisterError::from(error).into());
            }
        }
        self.store_head(&conn);
        let seq = Some(head.0);
        Ok((made, Done { seq, version }))
    }
}

impl Register {
    /// Writes down a second time where the journal ends now; from time to time
    /// it also brings the database's log into the database.
    pub(crate) fn store_head(&self, conn: &Connection) {
        let written = head_of(conn).and_then(|head| {
            let mut file = self
                .head_file
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            file.write(&head)
        });
        // The change stands. A file left behind tells less, and nothing wrong.
        let is_long = self.sums.as_ref().is_some_and(PageSums::log_is_long);
        if is_long || matches!(written, Ok(true)) {
            self.log_bring_in(conn);
        }
    }

    /// Brings what stands in the log into the database. Says whether it was done.
    pub(crate) fn log_bring_in(&self, conn: &Connection) -> bool {
        let Some(sums) = &self.sums else { return false };
        let head_file = self
            .head_file
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        // What stays in the log is brought in another time.
        let done = head_file.alone(|| {
            sums.around(|| {
                let _ = conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
            })
        });
        matches!(done, Some(Ok(())))
    }
}

impl Drop for Register {
    fn drop(&mut self) {
        if self.unwritable.is_none() {
            let writer = self.writer();
            if self.log_bring_in(&writer) {
                // Nothing is left for it to bring in; it is removed.
                let _ = closes_log(&writer, true);
            }
        }
        // Copies that other programs opened are in plain text. While another
        // program has the office open they may be that program's.
        let alone = |lock: &File| lock.try_lock().is_ok();
        if self.cipher.is_locked() && self.lock.as_ref().is_none_or(alone) {
            self.scratch.wipe();
        }
    }
}

/// Brings what follows from the facts up to date and writes the journal row.
/// Gives the journal's new end and the version after.
fn finish(change: &mut Change<'_>) -> Result<((i64, Vec<u8>), i64)> {
    void_where_changed(change)?;
    let subjects: BTreeSet<i64> = change.subjects.iter().map(|s| s.serial).collect();
    for serial in &subjects {
        clocks_reconcile(change, *serial, None)?;
    }
    let mut shown = BTreeSet::new();
    for card in &change.cards {
        shown.extend(complaints_of_card(change.tx, *card)?);
    }
    let mut version = 0;
    for serial in subjects.union(&shown) {
        let raised = change
            .tx
            .prepare_cached(include_str!("version_up.sql"))?
            .query_row([serial], |row| row.get(0))?;
        if subjects.len() == 1 && subjects.contains(serial) {
            version = raised;
        }
    }
    for serial in &(&(&subjects | &shown) | &change.relisted) {
        summary_refresh(change.tx, *serial)?;
    }
    for serial in &(&change.reindexed | &shown) {
        reindex(change.tx, *serial)?;
    }
    let beside = beside_subjects(change, &shown, &subjects)?;
    if !change.rows.is_empty() {
        let outline = change.outline();
        change.note("rows", outline);
    }
    let complaint = match change.subjects.as_slice() {
        [] => None,
        [subject] => Some(subject.id),
        several => {
            let ids: Vec<String> = several.iter().map(|s| s.id.to_string()).collect();
            change.note("complaints", ids);
            None
        }
    };
    let payload = serde_json::to_string(&change.payload())?;
    let changes = kept_of(change)?;
    let entry = Entry {
        by: change.by,
        op: change.op,
        complaint,
        payload: &payload,
        changes: changes.as_deref(),
    };
    let head = append_after(change.tx, journal_head(change.tx)?, &entry)?;
    write_journal_head(change.tx, &head)?;
    let several = change.subjects.iter().filter(|_| complaint.is_none());
    for id in several.map(|subject| subject.id).chain(beside) {
        change
            .tx
            .prepare_cached(include_str!("subject_add.sql"))?
            .execute(params![&id.0.as_bytes()[..], head.0])?;
    }
    Ok((head, version))
}

/// What is kept of the rows that a change wrote, where it wrote any: before and
/// after of what can be undone, hashes of what can't.
pub(crate) fn kept_of(change: &Change<'_>) -> Result<Option<String>> {
    if change.op.is_reversible() {
        let written = !change.rows.is_empty();
        let images = written.then(|| serde_json::to_string(&change.rows));
        return Ok(images.transpose()?);
    }
    let rows = change.rows.iter().map(|row| (row.table, row.id));
    fingerprints(change.tx, &hashed(rows), change.said())
}

/// The complaints that show a card which this change of others wrote on; the journal's row names them apart.
fn beside_subjects(
    change: &mut Change<'_>,
    shown: &BTreeSet<i64>,
    subjects: &BTreeSet<i64>,
) -> Result<Vec<ComplaintId>> {
    let mut beside = Vec::new();
    for serial in shown.difference(subjects) {
        beside.push(id_of(change.tx, *serial)?);
    }
    if !beside.is_empty() {
        let ids: Vec<String> = beside.iter().map(ToString::to_string).collect();
        change.note(ON_CARD, ids);
    }
    Ok(beside)
}
