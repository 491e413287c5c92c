//! Letters: composed from the case, edited, checked, issued, sent.

use crate::error::{FieldProblem, OfficeError, Result, field};
pub(crate) use crate::facts::{case_for_letter, mark};
use crate::particulars::{self, receiver, replaced};
use crate::wire::{
    Card, LetterCard, LetterChoices, LetterChoicesSave, LetterDraft, LetterIssue, LetterRef,
    LetterSent, LetterTextSave,
};
use crate::{By, Office, templates};
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ComplaintId, Goes, LetterKind, LetterState, OfficeProfile};
use letter::{CaseReference, Finding, Frame, Images, LetterText, Severity};
use register::{Case, IssueError, Letter, NewLetter, SetLetter};
use serde::{Deserialize, Serialize};
use std::io::Read;

/// What the register keeps of a letter besides its summary.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Content {
    pub text: LetterText,
    #[serde(default)]
    pub choices: LetterChoices,
    /// A mark of the case the text was composed from, to tell when it moved on.
    #[serde(default)]
    pub case_mark: String,
}

/// Begins a letter, composed from the case as it stands.
///
/// # Errors
/// Those of the register.
pub fn letter_draft(office: &Office, by: &By, input: LetterDraft) -> Result<LetterCard> {
    let case = office.register().case(input.complaint)?;
    let profile = office.register().profile()?;
    let language = input.language.unwrap_or(profile.language);
    let choices = particulars::first(office, &case, &profile, input.kind, by.now.date_naive())?;
    let facts = case_for_letter(office, &case, &profile, &choices, by.now.date_naive());
    let regime = case.complaint.regime;
    let template = templates::for_new(office, input.kind, language, regime)?;
    let text = letter::compose_from(&template, input.kind, language, &facts);
    templates::keep(office, by, input.kind, language, &template)?;
    let content = Content {
        case_mark: mark(&facts),
        text,
        choices,
    };
    let added = office.register().letter_draft_add(
        by,
        input.complaint,
        &NewLetter {
            kind: input.kind,
            language,
            heading: content.text.heading.clone(),
            promised: promised(input.kind, &content.choices),
            content: to_json(&content)?,
        },
    )?;
    letter_card(office, by, LetterRef { letter: added.id })
}

/// A letter with its text, findings and choices.
///
/// # Errors
/// Those of the register.
pub fn letter_card(office: &Office, by: &By, input: LetterRef) -> Result<LetterCard> {
    let letter = office.register().letter(input.letter)?;
    let content = content(&letter)?;
    card(office, by, &letter, content)
}

fn card(office: &Office, by: &By, letter: &Letter, content: Content) -> Result<LetterCard> {
    let case = office.register().case(letter.complaint)?;
    let profile = office.register().profile()?;
    let draft = letter.summary.state == LetterState::Draft;
    let day = letter
        .summary
        .issued
        .as_ref()
        .map_or(by.now, |i| i.at)
        .date_naive();
    let mut facts = case_for_letter(office, &case, &profile, &content.choices, day);
    facts.replaces = replaced(&case, &letter.summary);
    let findings = if draft {
        letter::check(&content.text, &facts)
    } else {
        Vec::new()
    };
    let number = letter
        .summary
        .issued
        .as_ref()
        .map(|issued| issued.number.as_str());
    let approval = crate::approval::view(office, by, letter, &content, &case, &profile, &facts)?;
    Ok(LetterCard {
        approval,
        stale: draft && content.case_mark != mark(&facts),
        file_name: letter::file_name(
            content.text.kind,
            content.text.language,
            number,
            &case.complaint.number,
            &receiver(&case, content.text.kind, &content.choices),
        ),
        summary: letter.summary.clone(),
        complaint: letter.complaint,
        template: draft
            .then(|| templates::of_letter(office, &content.text, case.complaint.regime))
            .transpose()?,
        complaint_number: case.complaint.number,
        text: content.text,
        choices: content.choices,
        documents: case.documents,
        findings,
        due: case.next_due,
    })
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
    crate::exhibits::keep_present(&case, &mut choices)?;
    crate::exhibits::check(office, &case, &choices)?;
    particulars::check(&case, letter.summary.kind, &choices, by.now.date_naive())?;
    let profile = office.register().profile()?;
    let mut facts = case_for_letter(office, &case, &profile, &choices, by.now.date_naive());
    facts.replaces = replaced(&case, &letter.summary);
    let template = templates::made_from(office, &text)?;
    let text = letter::refresh_from(&template, &text, &facts).letter;
    // A letter from before templates were kept begins to follow one now.
    templates::keep(office, by, text.kind, text.language, &template)?;
    save(
        office,
        by,
        letter,
        Content {
            case_mark: mark(&facts),
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
        .letter_draft_save(by, letter.summary.id, None, &kept)?;
    let letter = office.register().letter(letter.summary.id)?;
    card(office, by, &letter, content)
}

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
    let version = crate::approval::may_issue(office, by, this)?;
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
    let approved = crate::approval::printed(&profile, &letter, &content, &facts)?;
    let images = images(office, &profile, &case, &content.text)?;
    let overridden = reason.filter(|_| !stopping.is_empty());
    let issued = office
        .register()
        .letter_issue(by, input.letter, version, |number, at| {
            let frame = frame(&letter, &case, &profile, images, Some((number, at)));
            let mut document = letter::document(&content.text, &frame);
            document.executor.splice(0..0, approved);
            let printed = press::print(&document)?;
            Ok::<_, OfficeError>(SetLetter {
                pages: u32::try_from(printed.pages).unwrap_or(u32::MAX),
                pdf: printed.pdf,
                override_reason: overridden.map(str::to_owned),
            })
        });
    match issued {
        Ok(_) => {}
        Err(IssueError::Setting(error)) => return Err(error),
        Err(IssueError::Register(error)) => return Err(error.into()),
    }
    // What the writer put in the place of a composed name serves that name from now on.
    let who = receiver(&case, content.text.kind, &content.choices);
    if letter.summary.kind.goes() == Goes::ToComplainant {
        crate::names::keep_of_letter(office, by, &who, &content.text)?;
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

/// Begins a letter that will replace an issued one, with its text and choices.
///
/// # Errors
/// [`register::RegisterError::NotIssued`].
pub fn letter_supersede(office: &Office, by: &By, input: LetterRef) -> Result<LetterCard> {
    let added = office.register().letter_supersede(by, input.letter)?;
    // The new letter says which one it replaces.
    let letter = office.register().letter(added.id)?;
    let Content { text, choices, .. } = content(&letter)?;
    refreshed(office, by, &letter, text, choices)
}

/// Deletes a draft.
///
/// # Errors
/// [`register::RegisterError::Frozen`] for an issued letter.
pub fn letter_delete(office: &Office, by: &By, input: LetterRef) -> Result<Card> {
    let complaint = office.register().letter(input.letter)?.complaint;
    office.register().letter_draft_delete(by, input.letter)?;
    crate::case::card(office, by, complaint)
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
    office
        .register()
        .letter_sent(by, input.letter, input.channel, input.at)?;
    crate::case::card(office, by, complaint)
}

/// The frozen PDF of an issued letter.
///
/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub fn letter_pdf(office: &Office, by: &By, input: LetterRef) -> Result<(String, Vec<u8>)> {
    let card = letter_card(office, by, input)?;
    let Some(issued) = &card.summary.issued else {
        return Err(register::RegisterError::NotIssued.into());
    };
    let bytes = content_bytes(office, &issued.sha256)?;
    Ok((card.file_name, bytes))
}

/// A message with the issued letter attached, for the user's own mail program:
/// file name and bytes of an `.eml`.
///
/// # Errors
/// [`register::RegisterError::NotIssued`] for a draft.
pub fn letter_mail(office: &Office, by: &By, input: LetterRef) -> Result<(String, Vec<u8>)> {
    let card = letter_card(office, by, input)?;
    let (file_name, pdf) = letter_pdf(office, by, input)?;
    let profile = office.register().profile()?;
    let case = office.register().case(card.complaint)?;
    let who = receiver(&case, card.text.kind, &card.choices);
    let requisites = &profile.requisites;
    let text = letter::plain_text(&card.text);
    let eml = letter::mail_draft(&letter::MailDraft {
        from: (
            &requisites.name,
            requisites.email.as_deref().unwrap_or_default(),
        ),
        to: (&who.name, &who.email),
        subject: &card.summary.heading,
        text: &text,
        file_name: &file_name,
        pdf: &pdf,
        date: by.now,
    });
    Ok((file_name.trim_end_matches(".pdf").to_owned() + ".eml", eml))
}

fn promised(kind: LetterKind, choices: &LetterChoices) -> Option<NaiveDate> {
    match kind {
        LetterKind::Interim => choices.expected,
        LetterKind::InspectionInvitation => choices.particulars.inspection.on,
        _ => None,
    }
}

pub(crate) fn content(letter: &Letter) -> Result<Content> {
    serde_json::from_value(letter.content.clone())
        .map_err(|e| register::RegisterError::from(e).into())
}

fn to_json(content: &Content) -> Result<serde_json::Value> {
    serde_json::to_value(content).map_err(|e| register::RegisterError::from(e).into())
}

/// What stands around the text. A draft carries no number and no date.
pub(crate) fn frame<'a>(
    letter: &Letter,
    case: &Case,
    profile: &'a OfficeProfile,
    images: Images,
    issued: Option<(&str, DateTime<FixedOffset>)>,
) -> Frame<'a> {
    let complaint = &case.complaint;
    let incoming = CaseReference {
        number: complaint.number.clone(),
        received_on: Some(complaint.received_at.date_naive()),
        their_number: complaint.their_number.clone(),
        their_date: complaint.their_date,
    };
    let inquiry = content(letter)
        .map(|kept| kept.choices.particulars.inquiry)
        .unwrap_or_default();
    Frame {
        number: issued.map(|(number, _)| number.to_owned()),
        date: issued.map(|(_, at)| at.date_naive()),
        office: profile,
        case: CaseReference::of(letter.summary.kind, incoming, &inquiry),
        images,
        draft: issued.is_none(),
        created: issued.map_or(letter.summary.changed_at, |(_, at)| at),
        seed: letter.summary.id.to_string(),
        summary: profile
            .letterhead
            .summary
            .then(|| crate::summary::summary(letter, case, issued)),
    }
}

/// The images of the letterhead and the photographs of the text, from the
/// document store.
///
/// # Errors
/// [`register::RegisterError::MissingFile`].
pub(crate) fn images(
    office: &Office,
    profile: &OfficeProfile,
    case: &Case,
    text: &LetterText,
) -> Result<Images> {
    Ok(Images {
        figures: crate::exhibits::pictures(office, case, text)?,
        ..head_images(office, profile)?
    })
}

/// The images of the letterhead, from the document store.
///
/// # Errors
/// [`register::RegisterError::MissingFile`].
pub(crate) fn head_images(office: &Office, profile: &OfficeProfile) -> Result<Images> {
    let head = &profile.letterhead;
    let read = |sha: &Option<String>| -> Result<Option<Vec<u8>>> {
        sha.as_deref()
            .map(|sha| content_bytes(office, sha))
            .transpose()
    };
    Ok(Images {
        logo: read(&head.logo)?,
        stamp: if head.use_images {
            read(&head.stamp)?
        } else {
            None
        },
        signature: if head.use_images {
            read(&head.signature)?
        } else {
            None
        },
        figures: Vec::new(),
    })
}

/// All bytes of a content that is small: a letter, an image.
pub(crate) fn content_bytes(office: &Office, sha256: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = office.register().content_read(sha256)?;
    file.read_to_end(&mut bytes)
        .map_err(register::RegisterError::from)?;
    Ok(bytes)
}

/// The complaint a letter answers.
///
/// # Errors
/// Those of the register.
pub fn letter_complaint(office: &Office, input: LetterRef) -> Result<ComplaintId> {
    Ok(office.register().letter(input.letter)?.complaint)
}
