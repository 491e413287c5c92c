//! A case closed and opened again, thrown away and taken back, and its last change undone.

use crate::case::card::card;
use crate::case::values::{Card, CloseCase, ComplaintRef, ComplaintTrash, Undo};
use crate::error::{Result, field, within};
use crate::office::Office;
use crate::retention::person::is_kept_by_law;
use complaint::{FieldProblem, LONGEST_LINE};
use register::{By, Change, Closing, Op};

/// Closes a case: answered, or with a recorded reason why no answer is due.
///
/// # Errors
/// [`register::RegisterError::NotAnswered`] while neither holds.
pub fn complaint_close(office: &Office, by: &By, input: CloseCase) -> Result<Card> {
    let closing = match input.reason {
        None => Closing::Answered,
        Some((reason, words)) => Closing::NoAnswer(reason, words.trim().to_owned()),
    };
    office
        .register()
        .transact(by, Op::ComplaintClose, |change| {
            change.complaint_close(input.complaint, &closing)
        })?;
    card(office, by, input.complaint)
}

/// Opens a closed case again.
///
/// # Errors
/// [`register::RegisterError::NotClosed`].
pub fn complaint_reopen(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::ComplaintReopen, |change| {
            change.complaint_reopen(input.complaint)
        })?;
    card(office, by, input.complaint)
}

/// Puts a complaint into the trash; its number stays used. One that an act has kept needs a reason, which goes
/// into the record.
///
/// # Errors
/// The field `reason` where it is missing or too long; [`register::RegisterError::Held`] while an order keeps the case.
pub fn complaint_trash(office: &Office, by: &By, input: ComplaintTrash) -> Result<Card> {
    let reason = input.reason.trim();
    within("reason", reason, LONGEST_LINE)?;
    let norms = office.norms();
    let today = by.now.date_naive();
    office
        .register()
        .transact(by, Op::ComplaintTrash, |change| {
            let case = change.kept_case(input.complaint)?;
            let is_kept = is_kept_by_law(&norms.retention, &case, today);
            if is_kept && !says_something(reason) && case.held(today).is_none() {
                return field("reason", FieldProblem::Missing);
            }
            Ok(change.complaint_trash(input.complaint, reason)?)
        })?;
    card(office, by, input.complaint)
}

/// Whether a reason is a word at least, and no dot that only fills the field.
fn says_something(reason: &str) -> bool {
    reason.chars().filter(|sign| sign.is_alphabetic()).count() > 2
}

/// Takes a complaint out of the trash.
///
/// # Errors
/// [`register::RegisterError::NotTrashed`].
pub fn complaint_restore(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::ComplaintRestore, |change| {
            change.complaint_restore(input.complaint)
        })?;
    card(office, by, input.complaint)
}

/// Records that the receipt was confirmed otherwise than by a letter: on a second copy, by telephone.
///
/// # Errors
/// Those of the register.
pub fn complaint_acknowledge(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    let op = Op::ComplaintAcknowledge;
    let acknowledged = |change: &mut Change<'_>| change.complaint_acknowledge(input.complaint);
    office.register().transact(by, op, acknowledged)?;
    card(office, by, input.complaint)
}

/// Records that the complainant answered an open request for information.
///
/// # Errors
/// [`register::RegisterError::NoQuestion`].
pub fn question_answered(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::QuestionAnswered, |change| {
            change.question_answered(input.complaint)
        })?;
    card(office, by, input.complaint)
}

/// Records that the rules of a case were asked about and stay, so that they are not asked about again.
///
/// # Errors
/// Those of the register.
pub fn regime_keep(office: &Office, by: &By, input: ComplaintRef) -> Result<Card> {
    let kept = |change: &mut Change<'_>| {
        let case = change.case(input.complaint)?;
        let regime = case.contents.complaint.fields.matter.regime;
        change.regime_keep(input.complaint, regime)
    };
    office.register().transact(by, Op::RegimeKeep, kept)?;
    card(office, by, input.complaint)
}

/// Takes a change of the case back; that is a change of its own, in the journal.
///
/// # Errors
/// [`register::RegisterError::NothingToUndo`], also for a change of another case;
/// [`register::RegisterError::UndoConflict`] when later changes stand in the way.
pub fn undo(office: &Office, by: &By, input: Undo) -> Result<Card> {
    office
        .register()
        .undo_in_case(by, input.complaint, input.seq)?;
    card(office, by, input.complaint)
}
