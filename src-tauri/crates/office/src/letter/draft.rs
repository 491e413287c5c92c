//! Drafts of letters: composed from the case, edited, brought up to it, thrown away.

use crate::case::values::Card;
use crate::error::{OfficeError, Result};
use crate::letter::card::letter_card;
use crate::letter::choices::ahead;
use crate::letter::composing::{composed, refreshed};
use crate::letter::content::{Content, as_record, content, still};
use crate::letter::forwarding;
use crate::letter::gaps::written_back;
use crate::letter::values::{
    LetterCard, LetterChoices, LetterChoicesSave, LetterDraft, LetterRef, LetterTextSave,
};
use crate::office::Office;
use complaint::{Document, LetterId, LetterKind};
use register::{By, Change, Letter, Op, RegisterError};

/// Begins a letter, composed from the case as it stands.
///
/// # Errors
/// Those of the register.
pub fn letter_draft(office: &Office, by: &By, input: LetterDraft) -> Result<LetterCard> {
    letter_draft_choosing(office, by, input, |first, _| Ok::<_, OfficeError>(first))
}

/// Begins a letter with other choices than it would start with: `choose` gets these, and
/// the documents of the case.
///
/// # Errors
/// Those of `choose`, of [`letter_choices_save`] and of the register; no draft is left then.
pub fn letter_draft_choosing<E>(
    office: &Office,
    by: &By,
    input: LetterDraft,
    choose: impl FnOnce(LetterChoices, &[Document]) -> Result<LetterChoices, E>,
) -> Result<LetterCard, E>
where
    E: From<OfficeError> + From<RegisterError>,
{
    let today = by.now.date_naive();
    let (letter, _) = office
        .register()
        .transact(by, Op::LetterDraftAdd, |change| {
            let case = change.case(input.complaint)?;
            let profile = office.register().profile()?;
            let language = input.language.unwrap_or(profile.language);
            let first = crate::letter::choices::first(office, &case, &profile, input.kind, today)?;
            let choices = choose(first.clone(), &case.contents.documents)?;
            if choices != first {
                ahead(&choices, today)?;
                crate::letter::exhibits::check(office, &case, &choices)?;
                crate::letter::choices::check(&case, input.kind, &choices, today)?;
            }
            let content = composed(office, change, &case, input.kind, language, choices)?;
            let begun = change.letter_draft_add(input.complaint, &as_record(&content)?)?;
            if input.kind == LetterKind::Forwarding {
                forwarding::tell_too(office, change, &case, language, &content.choices)?;
            }
            Ok::<_, E>(begun)
        })?;
    Ok(letter_card(office, by, LetterRef { letter })?)
}

/// Keeps the text as the editor holds it.
///
/// # Errors
/// [`OfficeError::OtherContent`] where it is no longer of the version that is named;
/// [`register::RegisterError::Frozen`] for an issued letter.
pub fn letter_text_save(office: &Office, by: &By, input: LetterTextSave) -> Result<LetterCard> {
    let version = input.version.as_deref();
    saved(office, by, input.letter, version, |change, letter| {
        let typed = Content {
            text: input.text,
            ..content(letter)?
        };
        written_back(office, change, letter, typed)
    })
}

/// Keeps new choices and brings fields and unchanged composed blocks up to them;
/// the writer's own words stay.
///
/// # Errors
/// [`crate::FieldProblem::TooEarly`] for a promised date before the letter's own day; as [`letter_text_save`].
pub fn letter_choices_save(
    office: &Office,
    by: &By,
    input: LetterChoicesSave,
) -> Result<LetterCard> {
    ahead(&input.choices, by.now.date_naive())?;
    let version = input.version.as_deref();
    saved(office, by, input.letter, version, |change, letter| {
        refreshed(office, change, letter, input.text, input.choices)
    })
}

/// Brings a letter up to the case as it stands now.
///
/// # Errors
/// Those of the register.
pub fn letter_refresh(office: &Office, by: &By, input: LetterTextSave) -> Result<LetterCard> {
    let version = input.version.as_deref();
    saved(office, by, input.letter, version, |change, letter| {
        let choices = content(letter)?.choices;
        refreshed(office, change, letter, input.text, choices)
    })
}

/// Saves a draft: what is kept is read, made anew by `make` and written while nobody else writes.
pub(crate) fn saved(
    office: &Office,
    by: &By,
    letter: LetterId,
    version: Option<&str>,
    make: impl FnOnce(&mut Change<'_>, &Letter) -> Result<Content>,
) -> Result<LetterCard> {
    office
        .register()
        .transact(by, Op::LetterDraftSave, |change| {
            let kept = change.letter(letter)?;
            still(&kept, version)?;
            let made = make(change, &kept)?;
            change.letter_draft_save(letter, &as_record(&made)?)?;
            forwarding::tell_alike(office, change, &kept)
        })?;
    letter_card(office, by, LetterRef { letter })
}

/// Begins a letter that will replace an issued one, with its text and choices.
///
/// # Errors
/// [`register::RegisterError::NotIssued`].
pub fn letter_supersede(office: &Office, by: &By, input: LetterRef) -> Result<LetterCard> {
    let (letter, _) = office
        .register()
        .transact(by, Op::LetterSupersede, |change| {
            let added = change.letter_supersede(input.letter)?;
            // The new letter says which one it replaces.
            let begun = change.letter(added)?;
            let Content { text, choices, .. } = content(&begun)?;
            let made = refreshed(office, change, &begun, text, choices)?;
            change.letter_draft_save(added, &as_record(&made)?)?;
            Ok::<_, OfficeError>(added)
        })?;
    letter_card(office, by, LetterRef { letter })
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
