//! The lines that address a body or firm, or a person there.

use super::addressee::addressee;
use super::own_form::{own_form, with_own_forms};
use crate::case::{CaseForLetter, Recipient};
use crate::words::clean::clean_line;
use complaint::Language;
use russian::name::{Case, decline_firm, decline_organisation, decline_post};

/// The lines that name a recipient: the person with post and body, or the body alone, in the dative as the
/// complainant is named, or in the form that was typed.
pub fn recipient_addressee(
    who: &Recipient,
    case: &CaseForLetter,
    language: Language,
) -> Vec<String> {
    let organisation = clean_line(&who.organisation);
    let post = clean_line(&who.post);
    let Some(person) = who.person() else {
        let typed = own_form(who.dative.as_deref(), language);
        return vec![typed.unwrap_or_else(|| match language {
            Language::En => organisation,
            Language::Ru => decline_firm(&organisation, None, Case::Dative),
        })];
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
    fn a_body_alone_is_addressed_in_the_dative_or_as_somebody_typed_it() {
        let (_, case) = ready_letter(LetterKind::RegulatorReply);
        let of = |organisation: &str, dative: Option<&str>, language| {
            let who = Recipient {
                organisation: organisation.into(),
                dative: dative.map(Into::into),
                ..Recipient::default()
            };
            recipient_addressee(&who, &case, language)
        };
        let ru = Language::Ru;
        for (name, to) in [
            (
                "Прокуратура Центрального района г. Москвы",
                "Прокуратуре Центрального района г. Москвы",
            ),
            (
                "Государственная жилищная инспекция",
                "Государственной жилищной инспекции",
            ),
            ("ООО «Площадка»", "ООО «Площадка»"),
        ] {
            assert_eq!(of(name, None, ru), [to]);
            assert_eq!(of(name, None, Language::En), [name]);
        }
        let typed = of("Горпрокуратура", Some("Горпрокуратуре"), ru);
        assert_eq!(typed, ["Горпрокуратуре"]);
    }
}
