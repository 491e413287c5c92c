//! Forms of names that an office put in the place of the program's own.

use super::latin::is_cyrillic;
use crate::case::CaseForLetter;
use crate::words::clean::clean_line;
use complaint::{Complainant, Language, NameForm};

/// The office's own form, if it is one for letters in that language: a form in
/// Cyrillic has no place in an English letter, nor "Dear …" in a Russian one.
pub fn own_form(text: Option<&str>, language: Language) -> Option<String> {
    let fits = |t: &String| match language {
        Language::En => !is_cyrillic(t),
        Language::Ru => !t.starts_with("Dear "),
    };
    text.map(clean_line).filter(|t| !t.is_empty()).filter(fits)
}

/// The same person with the office's own forms of this name, where the card
/// itself gives none.
pub fn with_own_forms(who: &Complainant, case: &CaseForLetter, language: Language) -> Complainant {
    let ours = |form: NameForm| {
        case.own_name_forms
            .iter()
            .find(|k| k.form == form && k.language == language && k.name == who.name)
            .map(|k| k.words.clone())
    };
    Complainant {
        name_dative: own_form(who.name_dative.as_deref(), language)
            .or_else(|| ours(NameForm::Dative)),
        salutation: own_form(who.salutation.as_deref(), language)
            .or_else(|| ours(NameForm::Salutation)),
        ..who.clone()
    }
}
