//! The salutation of a letter.

use super::latin_name::latin_name;
use super::own_form::{own_form, with_own_forms};
use super::party::{gender, speaks_of_a_person};
use crate::case::{CaseForLetter, Recipient};
use crate::words::clean::clean_line;
use complaint::{Complainant, Language};
use russian::name::FullName;

/// The salutation, with its closing sign.
pub fn salutation(who: &Complainant, language: Language) -> String {
    if let Some(own) = own_form(who.salutation.as_deref(), language) {
        return own;
    }
    let name = clean_line(&who.name);
    if name.is_empty() || !speaks_of_a_person(who, &name) {
        return match (language, name.is_empty()) {
            (Language::Ru, true) => "Здравствуйте!",
            (Language::Ru, false) => "Уважаемые коллеги!",
            (Language::En, _) => "Dear Sir or Madam,",
        }
        .to_owned();
    }
    match language {
        Language::En => format!("Dear {},", latin_name(who, &name).for_salutation()),
        Language::Ru => {
            let full = FullName::parse(&name);
            let known = gender(who).or_else(|| full.gender());
            match known {
                None if full.first.chars().count() < 2 || full.first.ends_with('.') => {
                    "Здравствуйте!".to_owned()
                }
                // Nothing shows the gender, and a wrong one offends: the
                // greeting without it is as polite.
                None => format!("Здравствуйте, {}!", plainly(&full)),
                Some(_) => format!("{}!", full.salutation(known)),
            }
        }
    }
}

/// The salutation to a recipient, with its closing sign.
pub fn recipient_salutation(who: &Recipient, case: &CaseForLetter, language: Language) -> String {
    if let Some(own) = own_form(who.salutation.as_deref(), language) {
        return own;
    }
    match (who.person(), language) {
        (Some(person), _) => salutation(&with_own_forms(&person, case, language), language),
        (None, Language::Ru) => "Здравствуйте!".to_owned(),
        (None, Language::En) => "Dear colleagues,".to_owned(),
    }
}

fn plainly(full: &FullName) -> String {
    [full.first.as_str(), full.middle.as_str()]
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use complaint::PartyKind;

    fn person(name: &str) -> Complainant {
        Complainant {
            name: name.into(),
            ..Complainant::default()
        }
    }

    #[test]
    fn people_are_greeted_by_name_and_patronymic() {
        let plain = |text: String| text.replace('\u{a0}', " ");
        for (name, hello) in [
            ("Соколова Марина Львовна", "Уважаемая Марина Львовна!"),
            ("Николай Петрович Черных", "Уважаемый Николай Петрович!"),
            ("", "Здравствуйте!"),
        ] {
            assert_eq!(plain(salutation(&person(name), Language::Ru)), hello);
        }
        let firm = Complainant {
            kind: PartyKind::Organisation,
            ..person("ООО «Вектор»")
        };
        assert_eq!(salutation(&firm, Language::Ru), "Уважаемые коллеги!");
    }

    #[test]
    fn english_letters_greet_in_latin_letters() {
        let who = person("Соколова Марина Львовна");
        assert_eq!(salutation(&who, Language::En), "Dear Ms\u{a0}Sokolova,");
        assert_eq!(
            salutation(&person("John Smith"), Language::En),
            "Dear John Smith,"
        );
    }

    #[test]
    fn the_offices_own_greeting_wins() {
        let who = Complainant {
            salutation: Some("Дорогой Александр!".into()),
            ..person("Дюма Александр")
        };
        assert_eq!(salutation(&who, Language::Ru), "Дорогой Александр!");
    }
}
