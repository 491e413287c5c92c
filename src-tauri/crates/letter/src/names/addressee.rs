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

/// In which form a name stands on a paper that the post or its bearer looks at, where initials
/// are not enough to hand anything over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameInFull {
    /// To whom: on envelopes, labels and inventories.
    Dative,
    /// Who receives: on receipts.
    Nominative,
}

/// Lines of an address in which the person's name stands in full in the place of surname and
/// initials. Lines that name nobody else, or name the person in the office's own form, stay.
pub fn named_in_full(
    lines: &[String],
    who: &Complainant,
    language: Language,
    form: NameInFull,
) -> Vec<String> {
    let bare = |text: &str| text.replace('\u{a0}', " ");
    let short = bare(&addressee(who, language));
    let full = in_full(who, language, form);
    let mut lines = lines.to_vec();
    if let (Some(full), Some(line)) = (full, lines.iter_mut().find(|l| bare(l) == short)) {
        *line = full;
    }
    lines
}

fn in_full(who: &Complainant, language: Language, form: NameInFull) -> Option<String> {
    let name = clean_line(&who.name);
    if name.is_empty() {
        return None;
    }
    match (language, form) {
        (Language::En, _) => None,
        (Language::Ru, NameInFull::Nominative) => Some(name),
        // A form that the office gave is its own, and a firm stands in the nominative.
        (Language::Ru, NameInFull::Dative) => {
            let own = own_form(who.name_dative.as_deref(), language).is_some();
            if own || is_firm(who) && !is_sole_trader(&name) {
                return None;
            }
            if !speaks_of_a_person(who, &name) {
                return Some(decline_party(&name, gender(who), Case::Dative));
            }
            let full = FullName::parse(&name);
            let known = !full.last.is_empty() && !full.first.is_empty() && is_cyrillic(&name);
            known.then(|| {
                full.decline(gender(who), Case::Dative)
                    .in_order(Order::LastFirst)
            })
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
    fn the_post_reads_names_in_full_and_a_receipt_in_the_nominative() {
        let who = person("Соколова Марина Львовна");
        let lines = [
            "Соколовой М.\u{a0}Л.".to_owned(),
            "190000, г. Тула".to_owned(),
        ];
        let named = |form| named_in_full(&lines, &who, Language::Ru, form);
        assert_eq!(
            named(NameInFull::Dative),
            ["Соколовой Марине Львовне", "190000, г. Тула"]
        );
        assert_eq!(named(NameInFull::Nominative)[0], "Соколова Марина Львовна");
        let typed = Complainant {
            name_dative: Some("Соколовой М. Л.".into()),
            ..who
        };
        let kept = named_in_full(&lines, &typed, Language::Ru, NameInFull::Dative);
        assert_eq!(kept, lines);
        let firm = Complainant {
            kind: PartyKind::Organisation,
            ..person("ООО «Вектор»")
        };
        let lines = ["ООО «Вектор»".to_owned()];
        assert_eq!(
            named_in_full(&lines, &firm, Language::Ru, NameInFull::Dative),
            lines
        );
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
