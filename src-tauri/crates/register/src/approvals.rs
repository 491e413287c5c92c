//! Approval of drafts by the head of the office.
//!
//! What the head approved is bound to its exact content. A change of the
//! letter, or of the case it is composed from, makes the approval void in the
//! same transaction, so that undoing the change brings the approval back.

use crate::error::{RegisterError, Result};
use crate::image::{Change, Table};
use crate::journal::Op;
use crate::list;
use crate::read::{self, whole_letter};
use crate::register::Register;
use crate::text::{blob, text, time};
use crate::values::{Added, ApprovedContent, By, Done};
use crate::work::{Gate, Subject, Work};
use complaint::{
    Approval, ApprovalId, ApprovalState, LetterId, LetterState, ToApprove, VoidReason,
};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

/// Columns of a complaint that a letter shows something of.
const SHOWN: &[&str] = &[
    "kind",
    "regime",
    "channel",
    "received_at",
    "person",
    "subject",
    "order_ref",
    "their_number",
    "their_date",
    "price",
];
/// Columns of a letter that are its content.
const CONTENT: &[&str] = &["kind", "language", "heading", "content", "promised"];

/// A draft with its latest submission.
fn latest(
    work: &mut Work<'_>,
    id: LetterId,
    expected: Option<i64>,
) -> Result<(Subject, Option<Approval>)> {
    let subject = work.on_owner_of(Table::Letter, id.0, Gate::Open, expected)?;
    let letter = whole_letter(work.tx, id)?;
    if letter.summary.state != LetterState::Draft {
        return Err(RegisterError::Frozen);
    }
    Ok((subject, letter.summary.approval))
}

fn add(work: &mut Work<'_>, subject: Subject, letter: LetterId, note: &str) -> Result<ApprovalId> {
    let id = ApprovalId::new();
    let row = vec![
        ("complaint", Value::Integer(subject.serial)),
        ("letter", blob(letter.0)),
        ("state", text(ApprovalState::Waiting.word())),
        ("asked_at", text(time(work.by.now))),
        ("asked_by", text(work.by.actor.0.clone())),
        ("note", text(note)),
    ];
    work.insert(Table::Approval, id.0, row)?;
    Ok(id)
}

/// The head's word on a submission.
fn told(
    work: &mut Work<'_>,
    id: ApprovalId,
    state: ApprovalState,
    remarks: &str,
    approved: Option<&ApprovedContent>,
) -> Result<()> {
    let mut row = vec![
        ("state", text(state.word())),
        ("told_at", text(time(work.by.now))),
        ("told_by", text(work.by.actor.0.clone())),
        ("remarks", text(remarks)),
    ];
    if let Some(approved) = approved {
        row.push(("mark", text(approved.mark.clone())));
        row.push(("content", text(serde_json::to_string(&approved.content)?)));
        work.tell("mark", approved.mark.clone());
    }
    work.update(Table::Approval, id.0, row)?;
    Ok(())
}

fn void(work: &mut Work<'_>, id: Uuid, why: VoidReason) -> Result<()> {
    let row = vec![
        ("state", text(ApprovalState::Void.word())),
        ("void_at", text(time(work.by.now))),
        ("void_by", text(work.by.actor.0.clone())),
        ("void_why", text(why.word())),
    ];
    work.update(Table::Approval, id, row)?;
    Ok(())
}

/// Whether a change touches what a letter is composed from.
fn touches_case(change: &Change) -> bool {
    match change.table {
        Table::Demand | Table::Person => true,
        Table::Complaint => names_any(change, SHOWN),
        _ => false,
    }
}

fn names_any(change: &Change, columns: &[&str]) -> bool {
    let after = change.after.iter().flat_map(|image| image.keys());
    after
        .chain(change.before.iter().flat_map(|image| image.keys()))
        .any(|name| columns.contains(&name.as_str()))
}

/// Makes void what this change takes the ground from. Approvals that the
/// change itself writes are left as it writes them.
pub(crate) fn follow(work: &mut Work<'_>) -> Result<()> {
    let Some(subject) = work.subject else {
        return Ok(());
    };
    let case_changed = work.changes.iter().any(touches_case);
    let letter_changed = |work: &Work<'_>, letter: Uuid| {
        work.changes
            .iter()
            .any(|c| c.table == Table::Letter && c.id == letter && names_any(c, CONTENT))
    };
    if !case_changed && !work.changes.iter().any(|c| c.table == Table::Letter) {
        return Ok(());
    }
    let standing: Vec<(Uuid, Uuid)> = work
        .tx
        .prepare_cached(include_str!("sql/approvals_standing.sql"))?
        .query_map([subject.serial], |row| {
            Ok((Uuid::from_bytes(row.get(0)?), Uuid::from_bytes(row.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut voided = Vec::new();
    for (id, letter) in standing {
        let own = |c: &Change| c.table == Table::Approval && c.id == id;
        if work.changes.iter().any(own) {
            continue;
        }
        let why = if letter_changed(work, letter) {
            VoidReason::Letter
        } else if case_changed {
            VoidReason::Case
        } else {
            continue;
        };
        void(work, id, why)?;
        voided.push(LetterId(letter).to_string());
    }
    if !voided.is_empty() {
        work.tell("approval_void", voided);
    }
    Ok(())
}

/// Takes back what still waits when its letter is issued without it, and tells
/// who approved what is issued.
pub(crate) fn at_issue(work: &mut Work<'_>, approval: Option<Approval>) -> Result<()> {
    match approval {
        Some(waiting) if waiting.state == ApprovalState::Waiting => {
            let row = vec![("state", text(ApprovalState::Recalled.word()))];
            work.update(Table::Approval, waiting.id.0, row)?;
        }
        Some(approved) if approved.state == ApprovalState::Approved => {
            work.tell("approval", approved.id.to_string());
            if let Some(by) = approved.told_by {
                work.tell("approved_by", by.0);
            }
        }
        _ => {}
    }
    Ok(())
}

/// Deletes the submissions of a draft that is thrown away; undo brings both back.
pub(crate) fn forget(work: &mut Work<'_>, letter: LetterId) -> Result<()> {
    for approval in of_letter(work.tx, letter)? {
        work.delete(Table::Approval, approval.id.0)?;
    }
    Ok(())
}

fn of_letter(conn: &Connection, letter: LetterId) -> Result<Vec<Approval>> {
    let mut statement = conn.prepare_cached(include_str!("sql/approvals_of.sql"))?;
    let mut rows = statement.query([blob(letter.0)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.extend(read::approval(row)?);
    }
    Ok(out)
}

impl Register {
    /// Submits a draft to the head, with a note.
    ///
    /// # Errors
    /// [`RegisterError::Waiting`] when it is submitted already,
    /// [`RegisterError::Frozen`] for an issued letter, and those of a change.
    pub fn letter_submit(
        &self,
        by: &By,
        letter: LetterId,
        note: &str,
    ) -> Result<Added<ApprovalId>> {
        let (id, done) = self.change(by, Op::LetterSubmit, |work| {
            let (subject, latest) = latest(work, letter, None)?;
            if latest.is_some_and(|a| a.state == ApprovalState::Waiting) {
                return Err(RegisterError::Waiting);
            }
            add(work, subject, letter, note)
        })?;
        Ok(Added { id, done })
    }

    /// Takes a submission back before the head has spoken.
    ///
    /// # Errors
    /// [`RegisterError::NotWaiting`], and as [`Register::letter_submit`].
    pub fn letter_recall(&self, by: &By, letter: LetterId) -> Result<Done> {
        let done = self.change(by, Op::LetterRecall, |work| {
            let waiting = latest(work, letter, None)?
                .1
                .filter(|a| a.state == ApprovalState::Waiting)
                .ok_or(RegisterError::NotWaiting)?;
            let row = vec![("state", text(ApprovalState::Recalled.word()))];
            work.update(Table::Approval, waiting.id.0, row)?;
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }

    /// Approves a draft with exactly this content. The head may approve what
    /// nobody submitted.
    ///
    /// # Errors
    /// [`RegisterError::Conflict`] when the complaint moved on from `expected`,
    /// and as [`Register::letter_submit`].
    pub fn letter_approve(
        &self,
        by: &By,
        letter: LetterId,
        expected: Option<i64>,
        approved: &ApprovedContent,
    ) -> Result<Done> {
        let done = self.change(by, Op::LetterApprove, |work| {
            let (subject, latest) = latest(work, letter, expected)?;
            let id = match latest.filter(|a| a.state == ApprovalState::Waiting) {
                Some(waiting) => waiting.id,
                None => add(work, subject, letter, "")?,
            };
            told(work, id, ApprovalState::Approved, "", Some(approved))
        })?;
        Ok(done.1)
    }

    /// Returns a draft with remarks; an approval that stands falls with it.
    ///
    /// # Errors
    /// [`RegisterError::NotWaiting`], and as [`Register::letter_submit`].
    pub fn letter_return(&self, by: &By, letter: LetterId, remarks: &str) -> Result<Done> {
        let done = self.change(by, Op::LetterReturn, |work| {
            let spoken_of = latest(work, letter, None)?
                .1
                .filter(|a| matches!(a.state, ApprovalState::Waiting | ApprovalState::Approved))
                .ok_or(RegisterError::NotWaiting)?;
            told(work, spoken_of.id, ApprovalState::Returned, remarks, None)
        })?;
        Ok(done.1)
    }

    /// Notes that an approval is void, for a reason this room can't see: the
    /// requisites changed, or a document.
    ///
    /// # Errors
    /// [`RegisterError::NotWaiting`] when no approval stands, and as
    /// [`Register::letter_submit`].
    pub fn letter_void(&self, by: &By, letter: LetterId, why: VoidReason) -> Result<Done> {
        let done = self.change(by, Op::LetterVoid, |work| {
            let standing = latest(work, letter, None)?
                .1
                .filter(|a| a.state == ApprovalState::Approved)
                .ok_or(RegisterError::NotWaiting)?;
            void(work, standing.id.0, why)
        })?;
        Ok(done.1)
    }

    /// All submissions of a letter, the latest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn approvals(&self, letter: LetterId) -> Result<Vec<Approval>> {
        of_letter(&self.reader(), letter)
    }

    /// What was approved at the latest approval of a letter.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn approved_content(&self, letter: LetterId) -> Result<Option<serde_json::Value>> {
        let content: Option<String> = self
            .reader()
            .prepare_cached(
                "SELECT content FROM approval WHERE letter = ?1 AND content IS NOT NULL ORDER BY rowid DESC LIMIT 1",
            )?
            .query_row([blob(letter.0)], |row| row.get(0))
            .optional()?;
        Ok(content.map(|c| serde_json::from_str(&c)).transpose()?)
    }

    /// Letters that wait for the head, the longest waiting first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn letters_to_approve(&self, limit: u32) -> Result<Vec<ToApprove>> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let found: Vec<(i64, [u8; 16])> = tx
            .prepare_cached(include_str!("sql/approvals_waiting.sql"))?
            .query_map([limit], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut out = Vec::with_capacity(found.len());
        for (serial, letter) in found {
            let letter = whole_letter(&tx, LetterId(Uuid::from_bytes(letter)))?.summary;
            for row in list::rows(&tx, &[serial])? {
                out.push(ToApprove {
                    row,
                    letter: letter.clone(),
                });
            }
        }
        Ok(out)
    }
}
