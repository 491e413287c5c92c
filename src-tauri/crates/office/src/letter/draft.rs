//! Drafts of letters: composed from the case, edited, brought up to it, thrown away.

use crate::case::values::Card;
use crate::error::{FieldProblem, Result, field};
use crate::letter::card::{card, letter_card};
use crate::letter::choices::replaced;
use crate::letter::content::{Content, content, to_json};
use crate::letter::facts::{case_for_letter, fingerprint};
use crate::letter::values::{
    LetterCard, LetterChoices, LetterChoicesSave, LetterDraft, LetterRef, LetterTextSave,
};
use crate::office::Office;
use chrono::NaiveDate;
use complaint::LetterKind;
use letter::LetterText;
use register::{By, Letter, NewLetter, Op};

/// Begins a letter, composed from the case as it stands.
///
/// # Errors
/// Those of the register.
pub fn letter_draft(office: &Office, by: &By, input: LetterDraft) -> Result<LetterCard> {
    let case = office.register().case(input.complaint)?;
    let profile = office.register().profile()?;
    let language = input.language.unwrap_or(profile.language);
    let choices =
        crate::letter::choices::first(office, &case, &profile, input.kind, by.now.date_naive())?;
    let facts = case_for_letter(office, &case, &profile, &choices, by.now.date_naive());
    let regime = case.complaint.fields.regime;
    let template = crate::template::versions::for_new(office, input.kind, language, regime)?;
    let text = letter::compose_from(&template, input.kind, language, &facts);
    crate::template::versions::keep(office, by, input.kind, language, &template)?;
    let content = Content {
        case_mark: fingerprint(&facts),
        text,
        choices,
    };
    let new = NewLetter {
        kind: input.kind,
        language,
        heading: content.text.heading.clone(),
        promised: promised(input.kind, &content.choices),
        content: to_json(&content)?,
    };
    let (letter, _) = office
        .register()
        .transact(by, Op::LetterDraftAdd, |change| {
            change.letter_draft_add(input.complaint, &new)
        })?;
    letter_card(office, by, LetterRef { letter })
}

/// Keeps the text as the editor holds it.
///
/// # Errors
/// [`register::RegisterError::Frozen`] for an issued letter.
pub fn letter_text_save(office: &Office, by: &By, input: LetterTextSave) -> Result<LetterCard> {
    let letter = office.register().letter(input.letter)?;
    let mut content = content(&letter)?;
    content.text = input.text;
    save(office, by, &letter, content)
}

/// Keeps new choices and brings fields and unchanged composed blocks up to them;
/// the writer's own words stay.
///
/// # Errors
/// [`FieldProblem::TooEarly`] for a promised date before the letter's own day.
pub fn letter_choices_save(
    office: &Office,
    by: &By,
    input: LetterChoicesSave,
) -> Result<LetterCard> {
    let today = by.now.date_naive();
    if input.choices.expected.is_some_and(|day| day < today) {
        return field("expected", FieldProblem::TooEarly);
    }
    if input.choices.answer_by.is_some_and(|day| day < today) {
        return field("answer_by", FieldProblem::TooEarly);
    }
    let letter = office.register().letter(input.letter)?;
    refreshed(office, by, &letter, input.text, input.choices)
}

/// Brings a letter up to the case as it stands now.
///
/// # Errors
/// Those of the register.
pub fn letter_refresh(office: &Office, by: &By, input: LetterTextSave) -> Result<LetterCard> {
    let letter = office.register().letter(input.letter)?;
    let choices = content(&letter)?.choices;
    refreshed(office, by, &letter, input.text, choices)
}

fn refreshed(
    office: &Office,
    by: &By,
    letter: &Letter,
    text: LetterText,
    mut choices: LetterChoices,
) -> Result<LetterCard> {
    let case = office.register().case(letter.complaint)?;
    crate::letter::exhibits::keep_present(&case, &mut choices)?;
    crate::letter::exhibits::check(office, &case, &choices)?;
    crate::letter::choices::check(&case, letter.summary.kind, &choices, by.now.date_naive())?;
    let profile = office.register().profile()?;
    let mut facts = case_for_letter(office, &case, &profile, &choices, by.now.date_naive());
    facts.replaces = replaced(&case, &letter.summary);
    let template = crate::template::versions::made_from(office, &text)?;
    let text = letter::recompose_from(&template, &text, &facts).letter;
    // A letter from before templates were kept begins to follow one now.
    crate::template::versions::keep(office, by, text.kind, text.language, &template)?;
    save(
        office,
        by,
        letter,
        Content {
            case_mark: fingerprint(&facts),
            text,
            choices,
        },
    )
}

pub(crate) fn save(
    office: &Office,
    by: &By,
    letter: &Letter,
    content: Content,
) -> Result<LetterCard> {
    let kept = NewLetter {
        kind: content.text.kind,
        language: content.text.language,
        heading: content.text.heading.clone(),
        promised: promised(content.text.kind, &content.choices),
        content: to_json(&content)?,
    };
    office
        .register()
        .transact(by, Op::LetterDraftSave, |change| {
            change.letter_draft_save(letter.summary.id, None, &kept)
        })?;
    let letter = office.register().letter(letter.summary.id)?;
    card(office, by, &letter, content)
}

/// Begins a letter that will replace an issued one, with its text and choices.
///
/// # Errors
/// [`register::RegisterError::NotIssued`].
pub fn letter_supersede(office: &Office, by: &By, input: LetterRef) -> Result<LetterCard> {
    let (added, _) = office
        .register()
        .transact(by, Op::LetterSupersede, |change| {
            change.letter_supersede(input.letter)
        })?;
    // The new letter says which one it replaces.
    let letter = office.register().letter(added)?;
    let Content { text, choices, .. } = content(&letter)?;
    refreshed(office, by, &letter, text, choices)
}

/// Deletes a draft.
///
/// # Errors
/// [`register::RegisterError::Frozen`] for an issued letter.
pub fn letter_delete(office: &Office, by: &By, input: LetterRef) -> Result<Card> {
    let complaint = office.register().letter(input.letter)?.complaint;
    office
        .register()
        .transact(by, Op::LetterDraftDelete, |change| {
            change.letter_draft_delete(input.letter)
        })?;
    crate::case::card::card(office, by, complaint)
}

fn promised(kind: LetterKind, choices: &LetterChoices) -> Option<NaiveDate> {
    match kind {
        LetterKind::Interim => choices.expected,
        LetterKind::InspectionInvitation => choices.particulars.inspection.on,
        LetterKind::Acknowledgement
        | LetterKind::InformationRequest
        | LetterKind::FinalSatisfied
        | LetterKind::FinalPartial
        | LetterKind::FinalGoodwill
        | LetterKind::FinalRefusal
        | LetterKind::PersonalDataReply
        | LetterKind::Thanks
        | LetterKind::SettlementOffer
        | LetterKind::SettlementAgreement
        | LetterKind::Correction
        | LetterKind::Forwarding
        | LetterKind::ForwardingNotice
        | LetterKind::RegulatorReply
        | LetterKind::PlatformReply
        | LetterKind::OwnClaim
        | LetterKind::InspectionAct
        | LetterKind::NoShowAct
        | LetterKind::Statement => None,
    }
}
