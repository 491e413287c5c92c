//! A template tried on a case, and a letter taken over to another template.

use crate::error::Result;
use crate::letter::content::Content;
use crate::letter::facts::case_for_letter;
use crate::letter::frame::head_images;
use crate::letter::values::{LetterTaken, LetterTemplateChange, TemplatePreview, TemplateTry};
use crate::office::Office;
use complaint::{ComplaintId, LetterKind, OfficeProfile};
use letter::{CaseForLetter, CaseReference, Frame, Template};
use register::{By, RegisterError};

/// Shows a template as the letter it makes of a case: the very pages, what the
/// check finds in them, and what is wrong with the template.
///
/// # Errors
/// Those of the register and of typesetting.
pub fn template_preview(office: &Office, by: &By, input: &TemplateTry) -> Result<TemplatePreview> {
    let standalone = &input.standalone;
    let faults = letter::faults(standalone);
    let profile = office.register().profile()?;
    let (facts, case_number) = case(office, by, standalone.kind, input)?;
    let template = Template::of(standalone.clone(), standalone.version, None);
    let text = letter::compose_from(&template, standalone.kind, standalone.language, &facts);
    let printed = press::print(&letter::document(
        &text,
        &Frame {
            number: None,
            date: None,
            office: &profile,
            case: CaseReference {
                number: facts.number.clone(),
                received_on: Some(facts.received_on),
                their_number: facts.matter.their_number.clone(),
                their_date: facts.matter.their_date,
            },
            images: head_images(office, &profile)?,
            draft: true,
            created: by.now,
            seed: "template".into(),
            summary: None,
        },
    ))?;
    Ok(TemplatePreview {
        of_demand: letter::DemandScopes::of(&standalone.text),
        used: letter::used_blocks(&standalone.text, standalone.language, &facts),
        preview: crate::letter::preview::shown(
            office,
            printed.pdf,
            letter::check(&text, &facts),
            crate::letter::preview::missing(&printed.warnings),
        )?,
        faults,
        case_number,
    })
}

/// The facts of the case asked for, with the choices of its latest letter of
/// that kind; those of the made-up case when none is asked for.
fn case(
    office: &Office,
    by: &By,
    kind: LetterKind,
    input: &TemplateTry,
) -> Result<(CaseForLetter, String)> {
    let profile = office.register().profile()?;
    match input.complaint {
        Some(complaint) => real_case(office, by, kind, complaint, &profile),
        None => {
            let example = letter::example_case(kind, input.standalone.language, &profile);
            let example = example.ok_or(RegisterError::NotFound("complaint"))?;
            Ok((example, String::new()))
        }
    }
}

fn real_case(
    office: &Office,
    by: &By,
    kind: LetterKind,
    complaint: ComplaintId,
    profile: &OfficeProfile,
) -> Result<(CaseForLetter, String)> {
    let case = office.register().case(complaint)?;
    let latest = case.contents.letters.iter().rev().find(|l| l.kind == kind);
    let choices = match latest {
        Some(latest) => {
            crate::letter::content::content(&office.register().letter(latest.id)?)?.choices
        }
        None => crate::letter::choices::first(office, &case, profile, kind, by.now.date_naive())?,
    };
    let facts = case_for_letter(office, &case, profile, &choices, by.now.date_naive());
    Ok((facts, case.contents.complaint.number))
}

/// Takes a draft over to a template's present version; the writer's own words
/// stay.
///
/// # Errors
/// [`RegisterError::NotFound`], [`RegisterError::Frozen`] for an issued letter.
pub fn letter_template(
    office: &Office,
    by: &By,
    input: LetterTemplateChange,
) -> Result<LetterTaken> {
    let mut changes = Vec::new();
    let version = input.version.as_deref();
    let card = crate::letter::draft::saved(office, by, input.letter, version, |change, letter| {
        let typed = Content {
            text: input.text,
            ..crate::letter::content::content(letter)?
        };
        let Content {
            text,
            choices,
            filled,
            ..
        } = crate::letter::gaps::written_back(office, change, letter, typed)?;
        let case = change.case(letter.complaint)?;
        let profile = office.register().profile()?;
        let mut facts = case_for_letter(office, &case, &profile, &choices, by.now.date_naive());
        facts.replaces = crate::letter::choices::replaced(&case, &letter.summary);
        let (kind, language) = (text.kind, text.language);
        let template = crate::template::versions::named(office, kind, language, input.template)?;
        let taken = letter::take_over(&template, &text, &facts);
        crate::template::versions::keep(change, kind, language, &template)?;
        changes = taken.changes;
        Ok(Content {
            case_fingerprint: crate::letter::fingerprint::case_fingerprint(&facts),
            text: taken.letter,
            choices,
            filled,
        })
    })?;
    Ok(LetterTaken { card, changes })
}
