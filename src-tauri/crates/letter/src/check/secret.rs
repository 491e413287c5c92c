//! Who complains, told to somebody else.
//!
//! That a person turned to the office, and at a clinic that they are its patient, is theirs to tell
//! (152-ФЗ ст. 7, 323-ФЗ ст. 13): without a consent or a duty that the case records, a letter to anybody
//! else speaks of the complaint by its number.

use super::finding::{Findings, Group, Place, Rule};
use crate::case::CaseForLetter;
use crate::names::latin::latin;
use crate::names::party::{gender, is_firm};
use crate::text::LetterText;
use crate::words::folded::folded;
use crate::words::pattern::chars;
use complaint::{AddressedTo, LetterKind};
use regex::Regex;
use russian::name::{Case, FullName, Part};

const NAMED: Rule = Rule::must("data.person_named").about(Group::Safe);

/// Notes the complainant's name, address and contacts in a letter to somebody else.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let to_other =
        letter.kind.addressed_to() == AddressedTo::Named || letter.kind == LetterKind::Statement;
    let who = &case.matter.complainant;
    let told = !case.writer_words.particulars.disclosure.trim().is_empty();
    if !to_other || told || who.is_anonymous() || is_firm(who) {
        return;
    }
    let Some(pattern) = telling(case) else {
        return;
    };
    let parts = [
        ("heading", &letter.heading),
        ("salutation", &letter.salutation),
    ];
    let parts = parts.map(|(id, text)| (id.to_owned(), text.clone()));
    let blocks = letter
        .blocks
        .iter()
        .map(|block| (block.id.clone(), block.reads()));
    let enclosed = letter
        .enclosures
        .iter()
        .map(|enclosed| ("enclosures".to_owned(), enclosed.name.clone()));
    for (id, text) in parts.into_iter().chain(blocks).chain(enclosed) {
        let low = folded(&text);
        for hit in pattern.find_iter(&low) {
            let place = (chars(&low, hit.start()), chars(&low, hit.end()));
            found.note(
                NAMED,
                Place::chars(Some(&id), place),
                "Письмо уходит не заявителю, а согласия или обязанности назвать его в деле нет: пишите по номеру обращения. Если основание есть, запишите его в настройках письма.",
                "The letter goes to somebody else, and the case records no consent or duty to name the complainant: write by the number of the complaint. If there is a ground, record it with the letter.",
            );
        }
    }
}

/// Whatever tells the complainant: the surname in every case, in Latin letters too, the address, the
/// electronic mail, the end of the telephone number. `None` when nothing is known that tells.
fn telling(case: &CaseForLetter) -> Option<Regex> {
    let who = &case.matter.complainant;
    let full = FullName::parse(&who.name);
    let surname = [full.last.as_str(), full.first.as_str()]
        .into_iter()
        .find(|word| !word.is_empty())
        .unwrap_or(&who.name);
    let mut words: Vec<String> = Vec::new();
    if surname.chars().count() > 1 {
        words.extend(
            [
                Case::Nominative,
                Case::Genitive,
                Case::Dative,
                Case::Accusative,
                Case::Instrumental,
                Case::Prepositional,
            ]
            .map(|form| russian::name::decline_part(Part::Last, surname, gender(who), form)),
        );
        words.push(latin(surname));
    }
    // Town and street are everybody's; what stands together is one person's.
    words.extend([who.address.clone(), who.email.clone()]);
    let mut parts: Vec<String> = words
        .iter()
        .map(|word| folded(word.trim()))
        .filter(|word| !word.is_empty())
        .map(|word| {
            let spaced: Vec<String> = word.split_whitespace().map(regex::escape).collect();
            format!(r"\b{}(?:\b|$)", spaced.join(r"\s+"))
        })
        .collect();
    let digits: String = who.phone.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 7 {
        let last = &digits[digits.len() - 7..];
        let apart: Vec<String> = last.chars().map(String::from).collect();
        parts.push(apart.join(r"[\s()-]*"));
    }
    parts.sort_unstable();
    parts.dedup();
    if parts.is_empty() {
        return None;
    }
    Regex::new(&parts.join("|")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::Regime;

    fn notes(kind: LetterKind, ground: &str, words: &str) -> usize {
        let (mut letter, mut case) = ready_letter(kind);
        case.matter.regime = Regime::Medical;
        case.matter.complainant.name = "Соколова Марина Львовна".into();
        case.matter.complainant.address = "190000, Санкт-Петербург, ул. Декабристов, д. 44".into();
        case.matter.complainant.phone = "+79525550163".into();
        case.matter.complainant.email = "sokolova@mail.example".into();
        case.writer_words.particulars.disclosure = ground.into();
        letter.heading = "О направлении обращения".into();
        letter.salutation = "Уважаемый коллега!".into();
        letter.enclosures.clear();
        letter.blocks.truncate(1);
        let id = letter.blocks[0].id.clone();
        reword(&mut letter, &id, words);
        Findings::of(|found| check(&letter, &case, found))
            .list()
            .len()
    }

    #[test]
    fn a_person_is_named_to_nobody_else_without_a_ground() {
        let telling = [
            "Пациентка Соколова жалуется на лечение.",
            "Обращение прислано Соколовой М. Л.",
            "Мы говорили с Мариной Львовной Соколовой.",
            "The patient Sokolova complains.",
            "Живёт: 190000, Санкт-Петербург,  ул. Декабристов, д. 44.",
            "Её почта sokolova@mail.example.",
            "Телефон 8 952 555-01-63.",
        ];
        for kind in [
            LetterKind::Forwarding,
            LetterKind::RegulatorReply,
            LetterKind::PlatformReply,
            LetterKind::OwnClaim,
            LetterKind::Statement,
        ] {
            for words in telling {
                assert!(notes(kind, "", words) > 0, "{kind:?}: {words}");
                assert_eq!(notes(kind, "согласие от 12.11.2026", words), 0, "{words}");
            }
            let by_number = "Обращение № ВХ-2026/0003 касается сроков приёма. Соколы ни при чём.";
            assert_eq!(notes(kind, "", by_number), 0, "{kind:?}");
        }
        // To the complainant the letter may say their own name.
        assert_eq!(notes(LetterKind::FinalRefusal, "", telling[0]), 0);
    }
}
