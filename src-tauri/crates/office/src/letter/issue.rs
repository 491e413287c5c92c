//! A letter issued, and handed over.

use crate::case::values::Card;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::card::letter_card;
use crate::letter::choices::{receiver, replaced};
use crate::letter::content::content;
use crate::letter::facts::case_for_letter;
use crate::letter::frame::{frame, images};
use crate::letter::values::{LetterCard, LetterIssue, LetterRef, LetterSent};
use crate::office::Office;
use complaint::AddressedTo;
use letter::{Finding, Severity};
use register::{By, IssueError, Op, TypesetLetter};

/// Numbers, dates and freezes a letter.
///
/// # Errors
/// [`OfficeError::NotApproved`] where the head's word is missing, and
/// [`OfficeError::Unresolved`] while a fact is: no reason overrides these; [`OfficeError::Stopped`] for findings that must be mended, unless
/// a reason is given; those of typesetting and of the register. When it fails,
/// no number is used up.
pub fn letter_issue(office: &Office, by: &By, input: LetterIssue) -> Result<LetterCard> {
    let this = LetterRef {
        letter: input.letter,
    };
    // What is read from here on must be of the version that the head approved.
    let version = crate::letter::approved::may_issue(office, by, this)?;
    let letter = office.register().letter(input.letter)?;
    let content = content(&letter)?;
    let missing = letter::unresolved(&content.text);
    if !missing.is_empty() {
        return Err(OfficeError::Unresolved(
            missing.into_iter().map(|m| m.label).collect(),
        ));
    }
    let case = office.register().case(letter.complaint)?;
    let profile = office.register().profile()?;
    let mut facts = case_for_letter(
        office,
        &case,
        &profile,
        &content.choices,
        by.now.date_naive(),
    );
    facts.replaces = replaced(&case, &letter.summary);
    let reason = input
        .override_reason
        .as_deref()
        .map(str::trim)
        .filter(|r| !r.is_empty());
    let stopping = stopping(&letter::check(&content.text, &facts));
    if !stopping.is_empty() && reason.is_none() {
        return Err(OfficeError::Stopped(stopping));
    }
    let approved = crate::letter::approved::printed(&profile, &letter, &content, &facts)?;
    let images = images(office, &profile, &case, &content.text)?;
    let overridden = reason.filter(|_| !stopping.is_empty());
    let who = receiver(&case, content.text.kind, &content.choices);
    let to_complainant = letter.summary.kind.addressed_to() == AddressedTo::Complainant;
    let issued = office.register().transact(by, Op::LetterIssue, |change| {
        // What the writer put in the place of a composed name serves that name from now on.
        if to_complainant {
            crate::person::names::keep_of_letter(change, &who, &content.text)
                .map_err(IssueError::Setting)?;
        }
        change.letter_issue(input.letter, version, |number, at| {
            let frame = frame(&letter, &case, &profile, images, Some((number, at)));
            let mut document = letter::document(&content.text, &frame);
            document.executor.splice(0..0, approved);
            let printed = press::print(&document)?;
            Ok::<_, OfficeError>(TypesetLetter {
                pages: u32::try_from(printed.pages).unwrap_or(u32::MAX),
                pdf: printed.pdf,
                override_reason: overridden.map(str::to_owned),
            })
        })
    });
    match issued {
        Ok(_) => {}
        Err(IssueError::Setting(error)) => return Err(error),
        Err(IssueError::Register(error)) => return Err(error.into()),
    }
    letter_card(office, by, this)
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
