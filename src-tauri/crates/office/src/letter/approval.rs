//! Approval of letters by the head: submitted, approved, returned.

use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::letter::approved::{Approved, subject, to_json};
use crate::letter::card::letter_card;
use crate::letter::content::content;
use crate::letter::values::{LetterApprove, LetterCard, LetterRef, LetterReturn, LetterSubmit};
use crate::office::Office;
use complaint::OfficeProfile;
use register::{ApprovedContent, By, Change, Op};

/// Characters of a note or of remarks.
const WORDS_LIMIT: usize = 10_000;

/// Submits a draft to the head.
///
/// # Errors
/// [`FieldProblem::TooLong`]; [`OfficeError::Unresolved`] while a fact is
/// missing; those of the register.
pub fn letter_submit(office: &Office, by: &By, input: LetterSubmit) -> Result<LetterCard> {
    let note = words("note", &input.note)?;
    let letter = LetterRef {
        letter: input.letter,
    };
    office.register().transact(by, Op::LetterSubmit, |change| {
        let kept = content(&change.letter(input.letter)?)?;
        let missing = letter::unresolved(&kept.text);
        if !missing.is_empty() {
            return Err(OfficeError::Unresolved(
                missing.into_iter().map(|m| m.label).collect(),
            ));
        }
        change.letter_submit(input.letter, &note)?;
        Ok(())
    })?;
    letter_card(office, by, letter)
}

/// Takes a submission back before the head has spoken.
///
/// # Errors
/// Those of the register.
pub fn letter_recall(office: &Office, by: &By, input: LetterRef) -> Result<LetterCard> {
    office.register().transact(by, Op::LetterRecall, |change| {
        change.letter_recall(input.letter)
    })?;
    letter_card(office, by, input)
}

/// Approves a draft with exactly the content that was read. Where the office
/// names who approves, the person acting must bear that name; the name is what
/// the journal records, it is not proved.
///
/// # Errors
/// [`OfficeError::NotApprover`], [`OfficeError::OtherContent`]; those of the register.
pub fn letter_approve(office: &Office, by: &By, input: LetterApprove) -> Result<LetterCard> {
    let letter = LetterRef {
        letter: input.letter,
    };
    office
        .register()
        .transact(by, Op::LetterApprove, |change| {
            let read = subject(office, change, input.letter)?;
            acts(&read.profile, by)?;
            let approved = Approved::of(&read.content, &read.facts)?;
            let fingerprint = approved.fingerprint()?;
            if fingerprint != input.fingerprint {
                return Err(OfficeError::OtherContent);
            }
            let content = ApprovedContent {
                fingerprint,
                content: to_json(&approved)?,
            };
            Ok(change.letter_approve(input.letter, &content)?)
        })?;
    letter_card(office, by, letter)
}

/// Returns a draft with remarks.
///
/// # Errors
/// [`FieldProblem::Missing`] without remarks, [`OfficeError::NotApprover`];
/// those of the register.
pub fn letter_return(office: &Office, by: &By, input: LetterReturn) -> Result<LetterCard> {
    let remarks = words("remarks", &input.remarks)?;
    if remarks.is_empty() {
        return field("remarks", FieldProblem::Missing);
    }
    office.register().transact(by, Op::LetterReturn, |change| {
        acts(&office.register().profile()?, by)?;
        Ok::<_, OfficeError>(change.letter_return(input.letter, &remarks)?)
    })?;
    let letter = LetterRef {
        letter: input.letter,
    };
    letter_card(office, by, letter)
}

fn words(name: &str, text: &str) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > WORDS_LIMIT {
        return field(name, FieldProblem::TooLong);
    }
    Ok(text.to_owned())
}

fn acts(profile: &OfficeProfile, by: &By) -> Result<()> {
    if profile.approval.is_approver(&by.actor) {
        Ok(())
    } else {
        Err(OfficeError::NotApprover(profile.approval.name.clone()))
    }
}

/// Takes back every submission that waits: nobody is asked to approve any more.
pub(crate) fn let_go(office: &Office, change: &mut Change<'_>) -> Result<()> {
    for waiting in office.register().letters_to_approve(u32::MAX)? {
        change.letter_recall(waiting.letter.id)?;
    }
    Ok(())
}
