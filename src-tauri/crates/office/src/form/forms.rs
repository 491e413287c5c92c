//! One decision, many forms: composed, read against the decisions, kept, and
//! noted where they went out.

use crate::case::values::ComplaintRef;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::form::values::{
    FormCard, FormCheck, FormChecked, FormRef, FormSave, FormUse, FormUsed, FormsCompose,
};
use crate::letter::content::content;
use crate::letter::facts::case_for_letter;
use crate::letter::values::LetterChoices;
use crate::office::Office;
use crate::texts::texts;
use complaint::{ComplaintId, DiaryFields, FormKind, Language, LetterState};
use letter::{CaseForLetter, Form, LetterBeside};
use register::{By, NewForm, Op, StoredForm};
use serde::Serialize;

/// Characters that a public reply has where nobody says otherwise.
const PUBLIC_LIMIT: u32 = 500;

/// Characters of a text message: three messages in Russian.
const SMS_LIMIT: u32 = 201;

/// The lengths that a person chooses among, in characters. Review pages take so
/// many; a text message takes 70 when it is alone, and 67 each when it is cut.
pub fn lengths(kind: FormKind) -> &'static [u32] {
    match kind {
        FormKind::Public => &[300, PUBLIC_LIMIT, 1000],
        FormKind::Call => &[],
        FormKind::Sms => &[70, 134, SMS_LIMIT, 1000],
    }
}

/// Characters a part of a form may have.
const PART_LIMIT: usize = 50_000;

/// Parts a form may have.
const MOST_PARTS: usize = 40;

/// Characters of a place and of a link.
const LINE_LIMIT: usize = 1_000;

/// The case as its forms may know it, and the letter they go beside.
fn read(office: &Office, by: &By, complaint: ComplaintId) -> Result<(CaseForLetter, LetterBeside)> {
    let register = office.register();
    let case = register.case(complaint)?;
    let profile = register.profile()?;
    // The latest answer lends its choices; an issued one its number and way.
    let latest = case
        .contents
        .letters
        .iter()
        .rev()
        .filter(|l| l.state != LetterState::Superseded)
        .find(|l| l.kind.is_final() || l.kind.answers(case.contents.complaint.fields.matter.kind));
    let choices = match latest {
        Some(letter) => content(&register.letter(letter.id)?)?.choices,
        None => LetterChoices::default(),
    };
    let facts = case_for_letter(office, &case, &profile, &choices, by.now.date_naive());
    let issued = latest.and_then(|l| l.issued.as_ref());
    let beside = LetterBeside {
        number: issued.map(|i| i.number.clone()),
        date: issued.map(|i| i.at.date_naive()),
        sent: latest.and_then(|l| l.sent.as_ref()).map(|s| s.0),
    };
    Ok((facts, beside))
}

fn usual_limit(kind: FormKind) -> Option<u32> {
    match kind {
        FormKind::Public => Some(PUBLIC_LIMIT),
        FormKind::Sms => Some(SMS_LIMIT),
        FormKind::Call => None,
    }
}

/// Writes a form from the case as it stands now; nothing is kept.
///
/// # Errors
/// Those of the register.
pub fn forms_compose(office: &Office, by: &By, input: FormsCompose) -> Result<FormCard> {
    let (facts, beside) = read(office, by, input.complaint)?;
    let language = input.language.unwrap_or(facts.office.language);
    let limit = input.limit.or(usual_limit(input.kind));
    let form = letter::compose_form(input.kind, language, limit, &facts, &beside);
    Ok(FormCard {
        id: None,
        changed_at: None,
        used: Vec::new(),
        findings: letter::check_form(&form, &facts, &beside),
        length: form.length(),
        form,
    })
}

/// Reads a form as it is typed.
///
/// # Errors
/// A part's problem; those of the register.
pub fn forms_check(office: &Office, by: &By, input: FormCheck) -> Result<FormChecked> {
    within(&input.form)?;
    let (facts, beside) = read(office, by, input.complaint)?;
    let mut findings = letter::check_form(&input.form, &facts, &beside);
    if input.to_take {
        findings.extend(letter::left_names(&input.form));
    }
    Ok(FormChecked {
        findings,
        length: input.form.length(),
    })
}

/// The forms kept with a case, each read against it as it stands now.
///
/// # Errors
/// Those of the register.
pub fn forms_of_case(office: &Office, by: &By, input: ComplaintRef) -> Result<Vec<FormCard>> {
    let (facts, beside) = read(office, by, input.complaint)?;
    office
        .register()
        .forms(input.complaint)?
        .into_iter()
        .map(|kept| card(kept, &facts, &beside))
        .collect()
}

fn card(kept: StoredForm, facts: &CaseForLetter, beside: &LetterBeside) -> Result<FormCard> {
    let form: Form = from_json(kept.content)?;
    Ok(FormCard {
        id: Some(kept.id),
        changed_at: Some(kept.changed_at),
        used: from_json(kept.used)?,
        findings: letter::check_form(&form, facts, beside),
        length: form.length(),
        form,
    })
}

fn from_json<T: serde::de::DeserializeOwned>(json: serde_json::Value) -> Result<T> {
    serde_json::from_value(json).map_err(|e| register::RegisterError::from(e).into())
}

fn to_json(value: &impl Serialize) -> Result<serde_json::Value> {
    serde_json::to_value(value).map_err(|e| register::RegisterError::from(e).into())
}

fn within(form: &Form) -> Result<()> {
    if form.parts.len() > MOST_PARTS {
        return field("parts", FieldProblem::TooMany);
    }
    for (place, part) in form.parts.iter().enumerate() {
        if part.text.chars().count() > PART_LIMIT || part.title.chars().count() > LINE_LIMIT {
            return field(format!("parts.{place}"), FieldProblem::TooLong);
        }
    }
    Ok(())
}

/// Keeps a form with its case.
///
/// # Errors
/// [`FieldProblem::Missing`] without any words, [`FieldProblem::TooLong`],
/// [`FieldProblem::Foreign`] for another complaint's form; those of the register.
pub fn form_save(office: &Office, by: &By, input: FormSave) -> Result<FormCard> {
    within(&input.form)?;
    if input.form.parts.iter().all(|p| p.text.trim().is_empty()) {
        return field("parts.0", FieldProblem::Missing);
    }
    let register = office.register();
    let form = NewForm {
        kind: input.form.kind,
        language: input.form.language,
        content: to_json(&input.form)?,
    };
    let (id, _) = register.transact(by, Op::FormSave, |change| match input.id {
        None => Ok::<_, OfficeError>(change.form_add(input.complaint, &form)?),
        Some(id) => {
            if register.form(id)?.complaint != input.complaint {
                return field("form", FieldProblem::Foreign);
            }
            change.form_save(id, &form)?;
            Ok(id)
        }
    })?;
    let (facts, beside) = read(office, by, input.complaint)?;
    card(register.form(id)?, &facts, &beside)
}

/// Takes a form off its case.
///
/// # Errors
/// Those of the register.
pub fn form_remove(office: &Office, by: &By, input: FormRef) -> Result<Vec<FormCard>> {
    let complaint = office.register().form(input.form)?.complaint;
    office
        .register()
        .transact(by, Op::FormRemove, |change| change.form_remove(input.form))?;
    forms_of_case(office, by, ComplaintRef { complaint })
}

/// Notes where and when a form went out; it goes into the diary of the case too.
///
/// # Errors
/// [`FieldProblem::Missing`] without a place, [`FieldProblem::Future`],
/// [`FieldProblem::TooLong`]; those of the register.
pub fn form_used(office: &Office, by: &By, input: FormUsed) -> Result<FormCard> {
    let place = input.place.trim();
    let link = input.link.trim();
    if place.is_empty() {
        return field("place", FieldProblem::Missing);
    }
    for (name, text) in [("place", place), ("link", link)] {
        if text.chars().count() > LINE_LIMIT {
            return field(name, FieldProblem::TooLong);
        }
    }
    if input.at > by.now {
        return field("at", FieldProblem::Future);
    }
    let register = office.register();
    let language = register.profile()?.language;
    let (complaint, _) = register.transact(by, Op::FormUsed, |change| {
        let kept = register.form(input.form)?;
        let form: Form = from_json(kept.content)?;
        let mut used: Vec<FormUse> = from_json(kept.used)?;
        used.push(FormUse {
            at: input.at,
            place: place.to_owned(),
            link: link.to_owned(),
            text: form.text(),
        });
        let entry = DiaryFields {
            at: input.at,
            text: entry_text(kept.kind, language, place, link, &form),
            source: by.actor.0.clone(),
        };
        change.form_used(input.form, &to_json(&used)?, &entry)?;
        Ok::<_, OfficeError>(kept.complaint)
    })?;
    let (facts, beside) = read(office, by, complaint)?;
    card(register.form(input.form)?, &facts, &beside)
}

/// The diary's words: what went out, where, and how it read.
fn entry_text(kind: FormKind, language: Language, place: &str, link: &str, form: &Form) -> String {
    let what = (texts(language).form_used)(kind);
    let link = if link.is_empty() {
        String::new()
    } else {
        format!(", {link}")
    };
    // The script is a help for the caller; what was said is written by hand.
    let words = if kind == FormKind::Call {
        String::new()
    } else {
        format!("\n{}", form.text())
    };
    format!("{what}: {place}{link}.{words}")
}
