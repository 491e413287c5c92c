//! A letter issued, and handed over.

use crate::case::values::Card;
use crate::error::{FieldProblem, OfficeError, Result, Unapproved, field};
use crate::letter::approved::{Subject, may_issue, subject, void_without_ground};
use crate::letter::card::letter_card;
use crate::letter::choices::receiver;
use crate::letter::content::still;
use crate::letter::frame::{frame, images};
use crate::letter::gaps::write_gaps_back;
use crate::letter::summary::Issuing;
use crate::letter::values::{LetterCard, LetterIssue, LetterRef, LetterSent};
use crate::office::Office;
use complaint::{AddressedTo, ApprovalState, Gate, LetterState};
use letter::{Finding, Severity};
use register::{By, Change, IssueError, Op, TypesetLetter};

/// Numbers, dates and freezes a letter.
///
/// # Errors
/// [`OfficeError::Gate`] where something comes before it, unless a reason is given; [`OfficeError::NotApproved`] where the head's word is missing, and
/// [`OfficeError::Unresolved`] while a fact is: no reason overrides these; [`OfficeError::Stopped`] for findings that must be mended, unless
/// a reason is given; those of typesetting and of the register. When it fails,
/// no number is used up. [`OfficeError::OtherContent`] where it is no longer of the version that is named. A head's word that the case no longer bears out is
/// withdrawn by the refusal itself, as a change of its own.
pub fn letter_issue(office: &Office, by: &By, input: LetterIssue) -> Result<LetterCard> {
    let this = LetterRef {
        letter: input.letter,
    };
    let reason = input
        .override_reason
        .as_deref()
        .map(str::trim)
        .filter(|r| !r.is_empty());
    let issued = office.register().transact(by, Op::LetterIssue, |change| {
        let draft = change.letter(input.letter)?;
        still(&draft, input.version.as_deref())?;
        // What the head approved is issued as it was read.
        let approval = draft.summary.approval.as_ref();
        if approval.is_none_or(|approval| approval.state != ApprovalState::Approved) {
            write_gaps_back(office, change, &draft)?;
        }
        let read = subject(office, change, input.letter)?;
        may_issue(&read)?;
        issue(office, change, read, reason)
    });
    if let Err(OfficeError::NotApproved(Unapproved::Changed)) = issued {
        void_without_ground(office, by, input.letter)?;
    }
    issued?;
    letter_card(office, by, this)
}

/// Issues a letter as it was read in the same change.
fn issue(
    office: &Office,
    change: &mut Change<'_>,
    read: Subject,
    reason: Option<&str>,
) -> Result<()> {
    let Subject {
        letter,
        content,
        case,
        facts,
        profile,
    } = read;
    let missing = letter::unresolved(&content.text);
    if !missing.is_empty() {
        return Err(OfficeError::Unresolved(
            missing.into_iter().map(|m| m.label).collect(),
        ));
    }
    let draft = letter.summary.state == LetterState::Draft;
    let shut = draft.then(|| crate::procedure::gate::before(letter.summary.kind, &case));
    let shut = shut.unwrap_or_default();
    if reason.is_none()
        && let Some(first) = shut.first()
    {
        return Err(OfficeError::Gate(first.clone()));
    }
    let stopping = stopping(&letter::check(&content.text, &facts));
    if !stopping.is_empty() && reason.is_none() {
        return Err(OfficeError::Stopped(stopping));
    }
    let approved = crate::letter::approved::printed(&profile, &letter, &content, &facts)?;
    let images = images(office, &profile, &case, &content.text)?;
    let overridden = reason.filter(|_| !stopping.is_empty() || !shut.is_empty());
    if !shut.is_empty() {
        let passed: Vec<Gate> = shut.iter().map(|one| one.gate).collect();
        change.gates_passed(&passed);
    }
    let who = receiver(&case, content.text.kind, &content.choices);
    // What the writer put in the place of a composed name serves that name from now on.
    if letter.summary.kind.addressed_to() == AddressedTo::Complainant {
        crate::person::names::keep_of_letter(change, &who, &content.text)?;
    }
    let last = change.journal_last()?;
    let journal = last.as_ref().map(|(row, hash)| (*row, hash.as_str()));
    let issued = change.letter_issue(letter.summary.id, |number, at| {
        let issuing = Issuing {
            number,
            at,
            journal,
        };
        let frame = frame(&letter, &case, &profile, images, Some(issuing));
        let mut document = letter::document(&content.text, &frame);
        document.executor.splice(0..0, approved);
        let printed = press::print(&document)?;
        Ok::<_, OfficeError>(TypesetLetter {
            pages: u32::try_from(printed.pages).unwrap_or(u32::MAX),
            pdf: printed.pdf,
            override_reason: overridden.map(str::to_owned),
        })
    });
    match issued {
        // What tells the complainant of it now knows its number and its day.
        Ok(_) => crate::letter::forwarding::tell_alike(office, change, &letter),
        Err(IssueError::Setting(error)) => Err(error),
        Err(IssueError::Register(error)) => Err(error.into()),
    }
}

fn stopping(findings: &[Finding]) -> Vec<String> {
    let mut rules: Vec<String> = findings
        .iter()
        .filter(|f| f.severity == Severity::Must)
        .map(|f| f.rule.clone())
        .collect();
    rules.dedup();
    rules
}

/// Records that a letter went out.
///
/// # Errors
/// [`FieldProblem::Future`]; [`register::RegisterError::NotIssued`].
pub fn letter_sent(office: &Office, by: &By, input: LetterSent) -> Result<Card> {
    if input.at > by.now {
        return field("at", FieldProblem::Future);
    }
    let complaint = office.register().letter(input.letter)?.complaint;
    office.register().transact(by, Op::LetterSent, |change| {
        change.letter_sent(input.letter, input.channel, input.at)
    })?;
    crate::case::card::card(office, by, complaint)
}
