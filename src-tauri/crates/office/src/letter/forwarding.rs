//! A complaint sent on to the body it was meant for: the letter there and the one that tells the complainant of it
//! are drafted together, and the complaint goes along.

use crate::error::Result;
use crate::letter::composing::{composed, refreshed};
use crate::letter::content::{Content, as_record, content};
use crate::letter::values::LetterChoices;
use crate::office::Office;
use complaint::{Language, LetterKind, LetterState, LetterSummary};
use register::{Case, Change, Letter};

/// The draft that tells the complainant. Where it changes, an approval of it is void.
fn draft_of(case: &Case) -> Option<&LetterSummary> {
    let notices = case.contents.letters.iter();
    let mut drafts =
        notices.filter(|l| l.kind == LetterKind::ForwardingNotice && l.state == LetterState::Draft);
    drafts.next()
}

/// What both letters say alike.
fn shared(from: &LetterChoices, into: &mut LetterChoices) {
    let said = &from.writer_words.particulars;
    let own = &mut into.writer_words.particulars;
    own.recipient = said.recipient.clone();
    own.forwarding_reason.clone_from(&said.forwarding_reason);
    own.disclosure.clone_from(&said.disclosure);
}

/// Begins the letter that tells the complainant, beside the one that was just begun, unless there is one.
pub(crate) fn tell_too(
    office: &Office,
    change: &mut Change<'_>,
    case: &Case,
    language: Language,
    choices: &LetterChoices,
) -> Result<()> {
    let told = |l: &LetterSummary| {
        l.kind == LetterKind::ForwardingNotice && l.state != LetterState::Superseded
    };
    if case.contents.letters.iter().any(told) {
        return Ok(());
    }
    let mut own = LetterChoices::default();
    shared(choices, &mut own);
    let kind = LetterKind::ForwardingNotice;
    let notice = composed(office, change, case, kind, language, own)?;
    let complaint = case.contents.complaint.id;
    change.letter_draft_add(complaint, &as_record(&notice)?)?;
    Ok(())
}

/// Brings the draft that tells the complainant up to the letter that sends the complaint on: whom it goes to and why,
/// and once that is issued its number and date.
pub(crate) fn tell_alike(
    office: &Office,
    change: &mut Change<'_>,
    forwarding: &Letter,
) -> Result<()> {
    if forwarding.summary.kind != LetterKind::Forwarding {
        return Ok(());
    }
    let case = change.case(forwarding.complaint)?;
    let Some(notice) = draft_of(&case) else {
        return Ok(());
    };
    let notice = change.letter(notice.id)?;
    let sent_on = change.letter(forwarding.summary.id)?;
    let said = content(&sent_on)?.choices;
    let Content { text, choices, .. } = content(&notice)?;
    let mut own = choices.clone();
    shared(&said, &mut own);
    // Each pause in typing saves the text: of that the other letter repeats nothing.
    if own == choices && sent_on.summary.state == LetterState::Draft {
        return Ok(());
    }
    let made = refreshed(office, change, &notice, text, own)?;
    change.letter_draft_save(notice.summary.id, &as_record(&made)?)?;
    Ok(())
}
