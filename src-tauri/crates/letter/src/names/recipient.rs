//! The lines that address a body or firm, or a person there.

use super::addressee::addressee;
use super::own_form::{own_form, with_own_forms};
use crate::case::{CaseForLetter, Recipient};
use crate::words::clean::clean_line;
use complaint::Language;
use russian::name::{Case, decline_organisation, decline_post};

/// The lines that name a recipient: the person with post and body, or the body alone. Its name stands in the
/// nominative, as offices of the state write it by their own rules of records; that ГОСТ Р 7.0.97-2025, now in
/// force, asks for it is not confirmed. Posts and people stand in the dative. A form that was typed goes before.
pub fn recipient_addressee(
    who: &Recipient,
    case: &CaseForLetter,
    language: Language,
) -> Vec<String> {
    let organisation = clean_line(&who.organisation);
    let post = clean_line(&who.post);
    let Some(person) = who.person() else {
        let typed = own_form(who.dative.as_deref(), language);
        return vec![typed.unwrap_or(organisation)];
    };
    let name = addressee(&with_own_forms(&person, case, language), language);
    match language {
        Language::En => vec![name, post, organisation],
        Language::Ru if post.is_empty() => vec![organisation, name],
        Language::Ru => vec![
            format!(
                "{} {}",
                decline_post(&post, Case::Dative),
                decline_organisation(&organisation, Case::Genitive)
            )
            .trim()
            .to_owned(),
            name,
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::ready_letter;
    use complaint::LetterKind;

    #[test]
    fn a_body_alone_is_addressed_by_its_name_or_as_somebody_typed_it() {
        let (_, case) = ready_letter(LetterKind::RegulatorReply);
        let of = |organisation: &str, dative: Option<&str>, language| {
            let who = Recipient {
                organisation: organisation.into(),
                dative: dative.map(Into::into),
                ..Recipient::default()
            };
            recipient_addressee(&who, &case, language)
        };
        for name in [
            "Прокуратура Центрального района г. Москвы",
            "Государственная жилищная инспекция",
            "ООО «Площадка»",
            "Ростелеком",
            "Яндекс Маркет",
        ] {
            assert_eq!(of(name, None, Language::Ru), [name]);
            assert_eq!(of(name, None, Language::En), [name]);
        }
        let typed = of("Горпрокуратура", Some("Горпрокуратуре"), Language::Ru);
        assert_eq!(typed, ["Горпрокуратуре"]);
    }
}
