//! Approval of drafts by the head of the office.
//!
//! What the head approved is bound to its exact content. A change of the
//! letter, or of the case it is composed from, makes the approval void in the
//! same transaction, so that undoing the change brings the approval back.

use crate::complaint::fields::columns_in_letters;
use crate::database::value::{blob, text, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::{Change, Subject};
use crate::journal::op::{Op, Precondition};
use crate::journal::row_image::{RowChange, Table};
use crate::letter::row::letter_by_id;
use crate::letter::row::read_approval;
use crate::person::card::complaints_of_card;
use crate::register::Register;
use complaint::{Approval, ApprovalId, ApprovalState, LetterId, LetterState, VoidReason};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// What the head approved, to be kept with the approval.
#[derive(Clone, Debug, PartialEq)]
pub struct ApprovedContent {
    /// SHA-256 of the content, lower-case hexadecimal: what the head saw is known by it.
    pub fingerprint: String,
    /// The content itself, as the office wrote it.
    pub content: serde_json::Value,
}

/// Columns of a letter that are its content.
const CONTENT: &[&str] = &["kind", "language", "heading", "content", "promised"];

fn latest_submission(change: &mut Change<'_>, id: LetterId) -> Result<(Subject, Option<Approval>)> {
    let subject = change.on_owner_of(Table::Letter, id.0, Precondition::Open)?;
    let letter = letter_by_id(change.tx, id)?;
    if letter.summary.state != LetterState::Draft {
        return Err(RegisterError::Frozen);
    }
    Ok((subject, letter.summary.approval))
}

fn submission_add(
    change: &mut Change<'_>,
    subject: Subject,
    letter: LetterId,
    note: &str,
) -> Result<ApprovalId> {
    let id = ApprovalId::new();
    let row = vec![
        ("complaint", Value::Integer(subject.serial)),
        ("letter", blob(letter.0)),
        ("state", text(ApprovalState::Waiting.as_str())),
        ("asked_at", text(time(change.by.now))),
        ("asked_by", text(change.by.actor.0.clone())),
        ("note", text(note)),
    ];
    change.insert(Table::Approval, id.0, row)?;
    Ok(id)
}

/// The head's word on a submission.
fn submission_answer(
    change: &mut Change<'_>,
    id: ApprovalId,
    state: ApprovalState,
    remarks: &str,
    approved: Option<&ApprovedContent>,
) -> Result<()> {
    let mut row = vec![
        ("state", text(state.as_str())),
        ("told_at", text(time(change.by.now))),
        ("told_by", text(change.by.actor.0.clone())),
        ("remarks", text(remarks)),
    ];
    if let Some(approved) = approved {
        row.push(("mark", text(approved.fingerprint.clone())));
        row.push(("content", text(serde_json::to_string(&approved.content)?)));
        change.detail(Op::LetterApprove, json!({ "mark": approved.fingerprint }));
    }
    change.update(Table::Approval, id.0, row)?;
    Ok(())
}

fn approval_void(change: &mut Change<'_>, id: Uuid, why: VoidReason) -> Result<()> {
    let row = vec![
        ("state", text(ApprovalState::Void.as_str())),
        ("void_at", text(time(change.by.now))),
        ("void_by", text(change.by.actor.0.clone())),
        ("void_why", text(why.as_str())),
    ];
    change.update(Table::Approval, id, row)?;
    Ok(())
}

/// Whether a change touches what a letter is composed from.
fn touches_case(row: &RowChange) -> bool {
    match row.table {
        Table::Demand | Table::Allegation | Table::Person => true,
        Table::Complaint => names_any(row, &columns_in_letters()),
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
        | Table::Dispatch
        | Table::DispatchEvent
        | Table::Clock
        | Table::ClockPause
        | Table::LegalHold
        | Table::Routine
        | Table::CaseList
        | Table::CaseStep => false,
    }
}

fn names_any(row: &RowChange, columns: &[&str]) -> bool {
    let after = row.after.iter().flat_map(|image| image.keys());
    after
        .chain(row.before.iter().flat_map(|image| image.keys()))
        .any(|name| columns.contains(&name.as_str()))
}

/// Makes void what this change takes the ground from. Approvals that the
/// change itself writes are left as it writes them.
pub(crate) fn void_where_changed(change: &mut Change<'_>) -> Result<()> {
    let mut changed_cases = BTreeSet::new();
    let mut serials: BTreeSet<i64> = change.subjects.iter().map(|s| s.serial).collect();
    for row in change.rows.iter().filter(|row| touches_case(row)) {
        if row.table == Table::Person {
            let shown = complaints_of_card(change.tx, complaint::PersonId(row.id))?;
            serials.extend(&shown);
            changed_cases.extend(shown);
        } else {
            changed_cases.extend(change.complaint_of(row)?);
        }
    }
    let letters: BTreeSet<Uuid> = (change.rows.iter())
        .filter(|row| row.table == Table::Letter && names_any(row, CONTENT))
        .map(|row| row.id)
        .collect();
    let mut voided = Vec::new();
    for serial in serials {
        let case_changed = changed_cases.contains(&serial);
        if case_changed || !letters.is_empty() {
            voided.extend(void_of(change, serial, case_changed, &letters)?);
        }
    }
    if !voided.is_empty() {
        change.note("approval_void", voided);
    }
    Ok(())
}

fn void_of(
    change: &mut Change<'_>,
    serial: i64,
    case_changed: bool,
    letters: &BTreeSet<Uuid>,
) -> Result<Vec<String>> {
    let in_force: Vec<(Uuid, Uuid)> = change
        .tx
        .prepare_cached(include_str!("approvals_in_force.sql"))?
        .query_map([serial], |row| {
            Ok((Uuid::from_bytes(row.get(0)?), Uuid::from_bytes(row.get(1)?)))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut voided = Vec::new();
    for (id, letter) in in_force {
        let own = |c: &RowChange| c.table == Table::Approval && c.id == id;
        if change.rows.iter().any(own) {
            continue;
        }
        let why = if letters.contains(&letter) {
            VoidReason::Letter
        } else if case_changed {
            VoidReason::Case
        } else {
            continue;
        };
        approval_void(change, id, why)?;
        voided.push(LetterId(letter).to_string());
    }
    Ok(voided)
}

/// Takes back what still waits when its letter is issued without it, and says
/// in the details who approved what is issued.
pub(crate) fn at_issue(
    change: &mut Change<'_>,
    approval: Option<Approval>,
    details: &mut Json,
) -> Result<()> {
    let Some(approval) = approval else {
        return Ok(());
    };
    match approval.state {
        ApprovalState::Waiting => {
            let row = vec![("state", text(ApprovalState::Recalled.as_str()))];
            change.update(Table::Approval, approval.id.0, row)?;
        }
        ApprovalState::Approved => {
            details["approval"] = approval.id.to_string().into();
            if let Some(by) = approval.told_by {
                details["approved_by"] = by.0.into();
            }
        }
        ApprovalState::Recalled | ApprovalState::Returned | ApprovalState::Void => {}
    }
    Ok(())
}

/// Whether the head can still return what stands in this state.
fn is_before_the_head(state: ApprovalState) -> bool {
    match state {
        ApprovalState::Waiting | ApprovalState::Approved => true,
        ApprovalState::Recalled | ApprovalState::Returned | ApprovalState::Void => false,
    }
}

/// Deletes the submissions of a draft that is thrown away; undo brings both back.
pub(crate) fn submissions_remove(change: &mut Change<'_>, letter: LetterId) -> Result<()> {
    for approval in approvals_of(change.tx, letter)? {
        change.delete(Table::Approval, approval.id.0)?;
    }
    Ok(())
}

fn approvals_of(conn: &Connection, letter: LetterId) -> Result<Vec<Approval>> {
    let mut statement = conn.prepare_cached(include_str!("approvals_of.sql"))?;
    let mut rows = statement.query([blob(letter.0)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.extend(read_approval(row)?);
    }
    Ok(out)
}

impl Change<'_> {
    /// Submits a draft to the head, with a note.
    ///
    /// # Errors
    /// [`RegisterError::Waiting`] when it is submitted already,
    /// [`RegisterError::Frozen`] for an issued letter, and those of a change.
    pub fn letter_submit(&mut self, letter: LetterId, note: &str) -> Result<ApprovalId> {
        let (subject, latest) = latest_submission(self, letter)?;
        if latest.is_some_and(|a| a.state == ApprovalState::Waiting) {
            return Err(RegisterError::Waiting);
        }
        submission_add(self, subject, letter, note)
    }

    /// Takes a submission back before the head has spoken.
    ///
    /// # Errors
    /// [`RegisterError::NotWaiting`], and as [`Change::letter_submit`].
    pub fn letter_recall(&mut self, letter: LetterId) -> Result<()> {
        let waiting = latest_submission(self, letter)?
            .1
            .filter(|a| a.state == ApprovalState::Waiting)
            .ok_or(RegisterError::NotWaiting)?;
        let row = vec![("state", text(ApprovalState::Recalled.as_str()))];
        self.update(Table::Approval, waiting.id.0, row)?;
        Ok(())
    }

    /// Approves a draft with exactly this content. The head may approve what
    /// nobody submitted.
    ///
    /// # Errors
    /// As [`Change::letter_submit`].
    pub fn letter_approve(&mut self, letter: LetterId, approved: &ApprovedContent) -> Result<()> {
        let (subject, latest) = latest_submission(self, letter)?;
        let id = match latest.filter(|a| a.state == ApprovalState::Waiting) {
            Some(waiting) => waiting.id,
            None => submission_add(self, subject, letter, "")?,
        };
        submission_answer(self, id, ApprovalState::Approved, "", Some(approved))
    }

    /// Returns a draft with remarks; an approval that stands falls with it.
    ///
    /// # Errors
    /// [`RegisterError::NotWaiting`], and as [`Change::letter_submit`].
    pub fn letter_return(&mut self, letter: LetterId, remarks: &str) -> Result<()> {
        let spoken_of = latest_submission(self, letter)?
            .1
            .filter(|a| is_before_the_head(a.state))
            .ok_or(RegisterError::NotWaiting)?;
        submission_answer(self, spoken_of.id, ApprovalState::Returned, remarks, None)
    }

    /// Notes that an approval is void, for a reason this room can't see: the
    /// requisites changed, or a document.
    ///
    /// # Errors
    /// [`RegisterError::NotWaiting`] when no approval stands, and as
    /// [`Change::letter_submit`].
    pub fn letter_void(&mut self, letter: LetterId, why: VoidReason) -> Result<()> {
        let approved = latest_submission(self, letter)?
            .1
            .filter(|a| a.state == ApprovalState::Approved)
            .ok_or(RegisterError::NotWaiting)?;
        approval_void(self, approved.id.0, why)
    }
}

impl Register {
    /// All submissions of a letter, the latest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn approvals(&self, letter: LetterId) -> Result<Vec<Approval>> {
        approvals_of(&self.reader(), letter)
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
}
