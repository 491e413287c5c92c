//! The line that names the complainant in the address.

use super::latin::is_cyrillic;
use super::latin_name::latin_name;
use super::own_form::own_form;
use super::party::{gender, is_firm, speaks_of_a_person};
use crate::words::clean::clean_line;
use complaint::{Complainant, Language};
use russian::name::{Case, FullName, Order, decline_party, is_sole_trader};

/// The addressee's first line: a citizen's surname and initials in the dative,
/// a firm's name in the nominative, as a body's stands; in English the name in Latin letters. Empty when nobody is named.
pub fn addressee(who: &Complainant, language: Language) -> String {
    if let Some(own) = own_form(who.name_dative.as_deref(), language) {
        return own;
    }
    let name = clean_line(&who.name);
    match language {
        Language::En => latin_name(who, &name).for_address(),
        Language::Ru if is_firm(who) && !is_sole_trader(&name) => name,
        Language::Ru if !speaks_of_a_person(who, &name) => {
            decline_party(&name, gender(who), Case::Dative)
        }
        Language::Ru => {
            let full = FullName::parse(&name);
            if full.last.is_empty() || full.first.is_empty() || !is_cyrillic(&name) {
                return decline_party(&name, gender(who), Case::Dative);
            }
            let name = full
                .decline(gender(who), Case::Dative)
                .initials(Order::LastFirst);
            // Without a patronymic a bare surname sounds curt.
            let title = match gender(who).or_else(|| full.gender()) {
                Some(russian::name::Gender::Male) if full.middle.is_empty() => "г-ну\u{a0}",
                Some(russian::name::Gender::Female) if full.middle.is_empty() => "г-же\u{a0}",
                _ => "",
            };
            format!("{title}{name}")
        }
    }
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
    fn people_are_addressed_as_an_office_would() {
        for (name, to) in [
            ("Соколова Марина Львовна", "Соколовой М. Л."),
            ("Николай Петрович Черных", "Черных Н. П."),
            ("", ""),
        ] {
            let said = addressee(&person(name), Language::Ru).replace('\u{a0}', " ");
            assert_eq!(said, to);
        }
        for name in ["ООО «Вектор»", "Управляющая компания «Уют»", "Ростелеком"]
        {
            let firm = Complainant {
                kind: PartyKind::Organisation,
                ..person(name)
            };
            assert_eq!(addressee(&firm, Language::Ru), name);
        }
        assert_eq!(
            addressee(&person("Соколова Марина Львовна"), Language::En),
            "Ms\u{a0}Marina Sokolova"
        );
    }

    #[test]
    fn who_has_no_patronymic_is_mister_or_madam() {
        for (name, to) in [
            ("Мюллер Анна", "г-же Мюллер А."),
            ("Петров Иван", "г-ну Петрову И."),
            ("Петрова-Водкина Мария Ильинична", "Петровой-Водкиной М. И."),
            ("ИП Соколова Марина Львовна", "ИП Соколовой М. Л."),
            ("ООО «Ромашка»", "ООО «Ромашка»"),
        ] {
            let said = addressee(&person(name), Language::Ru).replace('\u{a0}', " ");
            assert_eq!(said, to, "{name}");
        }
    }

    #[test]
    fn the_offices_own_form_wins() {
        let who = Complainant {
            name_dative: Some("Дюма Александру".into()),
            ..person("Дюма Александр")
        };
        assert_eq!(addressee(&who, Language::Ru), "Дюма Александру");
        // A Russian form has no place in an English letter.
        assert_eq!(addressee(&who, Language::En), "Mr\u{a0}Aleksandr Diuma");
    }
}
