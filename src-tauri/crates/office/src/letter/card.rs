//! A letter as its screen shows it.

use crate::clock::terms::answer_due;
use crate::error::Result;
use crate::letter::choices::{correctable, receiver, replaced};
use crate::letter::content::{Content, content, version};
use crate::letter::facts::case_for_letter;
use crate::letter::fingerprint::case_fingerprint;
use crate::letter::values::{LetterCard, LetterRef};
use crate::office::Office;
use complaint::{LetterId, LetterState};
use register::{By, Letter, RegisterError};

/// A letter with its text, findings and choices.
///
/// # Errors
/// Those of the register.
pub fn letter_card(office: &Office, by: &By, input: LetterRef) -> Result<LetterCard> {
    let letter = office.register().letter(input.letter)?;
    let content = content(&letter)?;
    card(office, by, &letter, content)
}

pub(crate) fn card(
    office: &Office,
    by: &By,
    letter: &Letter,
    content: Content,
) -> Result<LetterCard> {
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
    let behind = if draft {
        crate::letter::behind::behind(office, &content.text, &facts)?
    } else {
        Vec::new()
    };
    let findings = if draft {
        let mut found = letter::check(&content.text, &facts);
        found.extend(letter::outdated(&behind));
        found.extend(crate::letter::preview::unread(&content.text));
        found
    } else {
        Vec::new()
    };
    let awaited = case.contents.complaint.status.awaits_answer();
    let due = answer_due(&office.norms(), &case).filter(|_| awaited);
    let number = letter
        .summary
        .issued
        .as_ref()
        .map(|issued| issued.number.as_str());
    let gates = if draft {
        crate::procedure::gate::before(letter.summary.kind, &case)
    } else {
        Vec::new()
    };
    let approval =
        crate::letter::approved::view(office, by, letter, &content, &case, &profile, &facts)?;
    Ok(LetterCard {
        version: version(letter)?,
        approval,
        stale: draft && content.case_fingerprint != case_fingerprint(&facts),
        behind,
        file_name: letter::file_name(
            content.text.kind,
            content.text.language,
            number,
            &case.contents.complaint.number,
            &receiver(&case, content.text.kind, &content.choices),
        ),
        correctable: correctable(&case).into_iter().cloned().collect(),
        summary: letter.summary.clone(),
        complaint: letter.complaint,
        template: draft
            .then(|| {
                crate::template::versions::of_letter(
                    office,
                    &content.text,
                    case.contents.complaint.fields.matter.regime,
                )
            })
            .transpose()?,
        complaint_number: case.contents.complaint.number,
        text: content.text,
        choices: content.choices,
        documents: case.contents.documents,
        findings,
        gates,
        due,
    })
}

/// The letter of that id or outgoing number.
///
/// # Errors
/// [`RegisterError::NotFound`].
pub fn letter_named(office: &Office, name: &str) -> Result<LetterId> {
    if let Ok(id) = name.trim().parse() {
        return Ok(id);
    }
    let found = office.register().letter_by_number(name.trim())?;
    Ok(found.ok_or(RegisterError::NotFound("letter"))?)
}
