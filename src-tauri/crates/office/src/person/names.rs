//! Forms of names: how letters address somebody, and the office's own forms,
//! kept for the name.

use crate::error::Result;
use crate::office::Office;
use complaint::{
    Complainant, Gender, Language, NameForm, NameFormFields, NameFormId, PartyKind,
    RecordedNameForm,
};
use letter::{LetterText, OwnNameForm};
use register::{By, Change, Op};
use russian::name::FullName;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How a letter will address a complainant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameForms {
    /// The addressee line in the dative.
    pub dative: String,
    pub salutation: String,
    /// The gender that was told from the name: `m`, `f`, or absent.
    pub gender: Option<complaint::Gender>,
}

/// Names a kept form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameFormRef {
    pub id: NameFormId,
}

/// How a letter will address this complainant.
pub fn name_forms(complainant: &Complainant) -> NameForms {
    NameForms {
        dative: letter::addressee(complainant, Language::Ru),
        salutation: letter::salutation(complainant, Language::Ru),
        gender: guessed(complainant),
    }
}

/// The same, with the forms this office kept for the name.
///
/// # Errors
/// Those of the register.
pub fn name_forms_known(office: &Office, complainant: &Complainant) -> Result<NameForms> {
    let mut who = complainant.clone();
    for kept in forms_of(office, &who.name, who.kind, who.gender)? {
        if kept.language != Language::Ru {
            continue;
        }
        let form = match kept.form {
            NameForm::Dative => &mut who.name_dative,
            NameForm::Salutation => &mut who.salutation,
        };
        if form.as_deref().is_none_or(|f| f.trim().is_empty()) {
            *form = Some(kept.words);
        }
    }
    Ok(name_forms(&who))
}

fn guessed(who: &Complainant) -> Option<Gender> {
    if who.kind == PartyKind::Organisation {
        return None;
    }
    FullName::parse(&who.name).gender().map(|g| match g {
        russian::name::Gender::Male => Gender::M,
        russian::name::Gender::Female => Gender::F,
    })
}

/// The gender a form of this name belongs to.
fn gender_of(who: &Complainant) -> Gender {
    match who.gender {
        Gender::Auto => guessed(who).unwrap_or(Gender::Auto),
        own @ (Gender::M | Gender::F) => own,
    }
}

/// The kept forms of a name, for letters.
pub(crate) fn forms_of(
    office: &Office,
    name: &str,
    kind: PartyKind,
    gender: Gender,
) -> Result<Vec<OwnNameForm>> {
    if name.trim().is_empty() {
        return Ok(Vec::new());
    }
    let who = Complainant {
        kind,
        name: name.to_owned(),
        gender,
        ..Complainant::default()
    };
    let found = office.register().name_forms_of(name, gender_of(&who))?;
    Ok(found
        .into_iter()
        .map(|f| OwnNameForm {
            name: name.to_owned(),
            form: f.fields.form,
            language: f.fields.language,
            words: f.fields.words,
        })
        .collect())
}

fn keep(
    change: &mut Change<'_>,
    who: &Complainant,
    form: NameForm,
    language: Language,
    words: &str,
) -> Result<()> {
    if who.is_anonymous() {
        return Ok(());
    }
    let new = NameFormFields {
        name: who.name.clone(),
        gender: gender_of(who),
        form,
        language,
        words: words.trim().to_owned(),
    };
    change.name_form_keep(&new)?;
    Ok(())
}

/// Keeps the forms that were typed on a complainant's card. One that was taken
/// away from the card again is forgotten.
pub(crate) fn keep_of_card(
    change: &mut Change<'_>,
    before: Option<&Complainant>,
    now: &Complainant,
) -> Result<()> {
    type Part = fn(&Complainant) -> Option<&str>;
    let parts: [(NameForm, Part); 2] = [
        (NameForm::Dative, |c| c.name_dative.as_deref()),
        (NameForm::Salutation, |c| c.salutation.as_deref()),
    ];
    for (form, part) in parts {
        match (before.and_then(part), part(now)) {
            (was, Some(words)) if was != Some(words) => {
                let language = if words.starts_with("Dear ") {
                    Language::En
                } else {
                    Language::Ru
                };
                keep(change, now, form, language, words)?;
            }
            (Some(_), None) => {
                for language in [Language::Ru, Language::En] {
                    keep(change, now, form, language, "")?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Keeps the forms that were typed into a letter: a salutation or a first line
/// of the addressee other than those composed. Part of issuing the letter.
pub(crate) fn keep_of_letter(
    change: &mut Change<'_>,
    who: &Complainant,
    text: &LetterText,
) -> Result<()> {
    let salutation = text.salutation.trim();
    if !salutation.is_empty() && text.salutation != text.composed.salutation {
        keep(change, who, NameForm::Salutation, text.language, salutation)?;
    }
    let line = |lines: &[String], at: usize| lines.get(at).map(|l| l.trim().to_owned());
    // The person's line is the first one of a citizen's addressee.
    let (now, made) = (line(&text.addressee, 0), line(&text.composed.addressee, 0));
    if let Some(now) = now.filter(|n| !n.is_empty() && made.is_some_and(|m| m != *n)) {
        keep(change, who, NameForm::Dative, text.language, &now)?;
    }
    Ok(())
}

/// Every form the office keeps, by name.
///
/// # Errors
/// Those of the register.
pub fn own_name_forms(office: &Office, _by: &By) -> Result<Vec<RecordedNameForm>> {
    Ok(office.register().name_forms()?)
}

/// Removes a kept form; says what is kept now.
///
/// # Errors
/// [`register::RegisterError::NotFound`].
pub fn name_form_forget(
    office: &Office,
    by: &By,
    input: NameFormRef,
) -> Result<Vec<RecordedNameForm>> {
    office
        .register()
        .transact(by, Op::NameFormForget, |change| {
            change.name_form_forget(input.id)
        })?;
    own_name_forms(office, by)
}
