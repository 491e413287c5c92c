//! Who complains, told to somebody else.
//!
//! That a person turned to the office, and at a clinic that they are its patient, is theirs to tell
//! (152-ФЗ ст. 7, 323-ФЗ ст. 13): without a consent or a duty that the case records, a letter to anybody
//! else speaks of the complaint by its number.

use super::finding::{Findings, Group, Place, Rule};
use super::telling::{address, illnesses_told, phone, together};
use crate::case::CaseForLetter;
use crate::names::latin::latin;
use crate::names::party::{gender, is_firm};
use crate::text::LetterText;
use crate::words::folded::folded;
use crate::words::pattern::chars;
use complaint::{Kind, LetterKind};
use regex::Regex;
use russian::name::{Case, FullName, Part, decline_part, without_style};

const HEALTH: Rule = Rule::must("data.health").about(Group::Safe);

const NAMED: Rule = Rule::must("data.person_named").about(Group::Safe);

/// Their own paper may name them, or may not.
const OWN_PAPER: Rule = Rule::should("data.person_named").about(Group::Safe);

/// Notes the complainant's name, address and contacts in a letter to somebody else, and their own papers
/// among its enclosures.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let to_other = letter.kind.is_read_by_others();
    let who = &case.matter.complainant;
    let told = !case.writer_words.particulars.disclosure.trim().is_empty();
    // A state body that asks stands as the complainant itself, and reads the answer; letters to anybody else
    // about its request keep a patient's secret like all others.
    let by_authority = case.matter.kind == Kind::Authority;
    let to_itself = by_authority && letter.kind == LetterKind::RegulatorReply;
    if !to_other || told || to_itself {
        return;
    }
    illness(letter, case, found);
    if by_authority {
        papers_of_body(case, found);
        return;
    }
    if who.is_anonymous() {
        return;
    }
    let firm = is_firm(who);
    let person = if firm {
        Person::behind_firm(case)
    } else {
        Person::of(case)
    };
    let body = pattern(&person.tell());
    let greeting = pattern(&person.surname);
    let parts = [
        ("heading", &letter.heading, &body),
        ("salutation", &letter.salutation, &greeting),
    ];
    let parts = parts.map(|(id, text, pattern)| (id.to_owned(), text.clone(), pattern));
    let blocks = letter
        .blocks
        .iter()
        .map(|block| (block.id.clone(), block.reads(), &body));
    let enclosed = letter
        .enclosures
        .iter()
        .map(|enclosed| ("enclosures".to_owned(), enclosed.name.clone(), &body));
    for (id, text, pattern) in parts.into_iter().chain(blocks).chain(enclosed) {
        let low = folded(&text);
        for hit in pattern.iter().flat_map(|pattern| pattern.find_iter(&low)) {
            let place = (chars(&low, hit.start()), chars(&low, hit.end()));
            let length = place.1.saturating_sub(place.0) as usize;
            let words: String = text.chars().skip(place.0 as usize).take(length).collect();
            if firm {
                found.note(
                    OWN_PAPER,
                    Place::chars(Some(&id), place),
                    format!("«{words}» — это данные человека, который действует за организацию. Письмо уходит не ей, а согласия или обязанности назвать его в деле нет: обойдитесь без них или запишите основание на вкладке «Детали»."),
                    format!("“{words}” tells of a person who acts for the firm. The letter goes to somebody else, and the case records no consent or duty to name them: leave it out, or record the ground under “Details”."),
                );
                continue;
            }
            found.note(
                NAMED,
                Place::chars(Some(&id), place),
                format!("«{words}» — по этим словам узнают заявителя. Письмо уходит не ему, а согласия или обязанности назвать его в деле нет: пишите по номеру обращения. Если основание есть, запишите его на вкладке «Детали», в поле «Основание назвать заявителя»."),
                format!("“{words}” tells who complains. The letter goes to somebody else, and the case records no consent or duty to name them: write by the number of the complaint. If there is a ground, record it under “Details”."),
            );
        }
    }
    if firm {
        return;
    }
    // What is forwarded is the complaint itself, with the name on it.
    let rule = if letter.kind == LetterKind::Forwarding {
        NAMED
    } else {
        OWN_PAPER
    };
    for own in case.enclosures.iter().filter(|one| one.of_complainant) {
        found.note(
            rule,
            Place::of("enclosures"),
            format!("«{}» приложил сам заявитель, и по этому документу его узнают, а согласия или обязанности назвать его в деле нет. Уберите приложение или запишите основание на вкладке «Детали».", own.name),
            format!("“{}” comes from the complainant and may tell who they are, and the case records no consent or duty to name them. Take it out or record the ground with the letter.", own.name),
        );
    }
}

/// Notes papers of a state body that asks, enclosed to anybody else: they name those it asks about.
fn papers_of_body(case: &CaseForLetter, found: &mut Findings) {
    for own in case.enclosures.iter().filter(|one| one.of_complainant) {
        found.note(
            OWN_PAPER,
            Place::of("enclosures"),
            format!("«{}» прислал орган, который обратился с запросом, а письмо уходит не ему. Основания показывать этот документ другим в деле нет: уберите приложение или запишите основание на вкладке «Детали».", own.name),
            format!("“{}” comes from the body that made the request, and the letter goes to somebody else. The case records no ground to show it: take it out or record the ground under “Details”.", own.name),
        );
    }
}

/// Notes where the letter names an illness that is not for its reader.
fn illness(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let heading = ("heading", letter.heading.clone());
    let blocks = letter.blocks.iter();
    let blocks = blocks.map(|block| (block.id.as_str(), block.reads()));
    let enclosed = letter.enclosures.iter();
    let enclosed = enclosed.map(|enclosed| ("enclosures", enclosed.name.clone()));
    for (id, text) in [heading].into_iter().chain(blocks).chain(enclosed) {
        for place in illnesses_told(&text, case) {
            found.note(
                HEALTH,
                Place::chars(Some(id), place),
                "Письмо уходит не заявителю, а согласия или обязанности сообщить о болезни в деле нет (323-ФЗ ст. 13, 152-ФЗ ст. 10): обойдитесь без диагноза. Если основание есть, запишите его в настройках письма.",
                "The letter goes to somebody else, and the case records no consent or duty to tell of an illness (323-FZ article 13, 152-FZ article 10): leave the diagnosis out. If there is a ground, record it with the letter.",
            );
        }
    }
}

/// What tells a person.
struct Person {
    /// The surname in every case, in Latin letters too; empty where only a first name is known, which is
    /// many people's.
    surname: Vec<String>,
    /// First name and patronymic together; a first name alone where nothing else is known.
    names: Vec<String>,
    /// The surname of who acts for them.
    representative: Vec<String>,
    /// Patterns of the address, the electronic mail and the telephone.
    contacts: Vec<String>,
}

impl Person {
    fn of(case: &CaseForLetter) -> Self {
        let who = &case.matter.complainant;
        let full = FullName::parse(without_style(&who.name));
        let gender = gender(who).or_else(|| full.gender());
        let shown = |text: &str| text.chars().count() > 1 && !text.ends_with('.');
        let surname = if shown(&full.last) {
            forms(
                |form| decline_part(Part::Last, &full.last, gender, form),
                &full.last,
            )
        } else {
            Vec::new()
        };
        let names = match (shown(&full.first), shown(&full.middle)) {
            (true, true) => forms(
                |form| {
                    let first = decline_part(Part::First, &full.first, gender, form);
                    let middle = decline_part(Part::Middle, &full.middle, gender, form);
                    format!("{first} {middle}")
                },
                &format!("{} {}", full.first, full.middle),
            ),
            (true, false) if surname.is_empty() => forms(
                |form| decline_part(Part::First, &full.first, gender, form),
                &full.first,
            ),
            _ if surname.is_empty() => vec![who.name.clone()],
            _ => Vec::new(),
        };
        let contacts = [
            address(&who.address),
            phone(&who.phone),
            together(&who.email),
        ];
        Self {
            surname: surname.iter().filter_map(|word| together(word)).collect(),
            names: names.iter().filter_map(|word| together(word)).collect(),
            representative: representative(case),
            contacts: contacts.into_iter().flatten().collect(),
        }
    }

    /// Of a firm: who acts for it. Its name and address are no secret, its people's contacts are.
    fn behind_firm(case: &CaseForLetter) -> Self {
        let who = &case.matter.complainant;
        let contacts = [phone(&who.phone), together(&who.email)];
        Self {
            surname: Vec::new(),
            names: Vec::new(),
            representative: representative(case),
            contacts: contacts.into_iter().flatten().collect(),
        }
    }

    /// Patterns of whatever tells them.
    fn tell(&self) -> Vec<String> {
        [
            &self.surname,
            &self.names,
            &self.representative,
            &self.contacts,
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect()
    }
}

/// Patterns of the surname of who acts for the complainant, unless the letter goes to them.
fn representative(case: &CaseForLetter) -> Vec<String> {
    let recipient = folded(&case.writer_words.particulars.recipient.name);
    let Some(surname) = surname_in(&case.matter.complainant.representative)
        .filter(|surname| !recipient.contains(&folded(surname)))
    else {
        return Vec::new();
    };
    let declined = |form| decline_part(Part::Last, &surname, None, form);
    let forms = forms(declined, &surname);
    forms.iter().filter_map(|word| together(word)).collect()
}

/// One pattern of several; none of none.
fn pattern(parts: &[String]) -> Option<Regex> {
    let mut parts = parts.to_vec();
    complaint::order::ascending(&mut parts);
    parts.dedup();
    if parts.is_empty() {
        return None;
    }
    Regex::new(&parts.join("|")).ok()
}

/// A word in every case, and in Latin letters.
fn forms(decline: impl Fn(Case) -> String, word: &str) -> Vec<String> {
    Case::ALL
        .into_iter()
        .map(decline)
        .chain([latin(word)])
        .collect()
}

/// The surname in «адвокат Петрова И. И. по доверенности»; none where the words show no name.
fn surname_in(representative: &str) -> Option<String> {
    representative
        .split([',', ';', '(', '\n'])
        .find_map(|piece| {
            let person = without_style(piece);
            let styled = person != piece.trim();
            let capital = |word: &&str| word.starts_with(char::is_uppercase);
            let name: Vec<&str> = person
                .split_whitespace()
                .skip_while(|word| !capital(word))
                .take_while(capital)
                .collect();
            let full = FullName::parse(&name.join(" "));
            let a_name = styled || !full.middle.is_empty() || full.first.ends_with('.');
            (a_name && full.last.chars().count() > 2).then_some(full.last)
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::Regime;

    fn notes(kind: LetterKind, ground: &str, words: &str) -> usize {
        notes_of(kind, ground, words, |_, _| ())
    }

    fn notes_of(
        kind: LetterKind,
        ground: &str,
        words: &str,
        change: impl Fn(&mut LetterText, &mut CaseForLetter),
    ) -> usize {
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
        case.enclosures
            .iter_mut()
            .for_each(|own| own.of_complainant = false);
        letter.blocks.truncate(1);
        let id = letter.blocks[0].id.clone();
        reword(&mut letter, &id, words);
        change(&mut letter, &mut case);
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
            "Пациентка Марина Львовна жалуется на лечение.",
            "Мы говорили с Мариной Львовной.",
            "Живёт на ул. Декабристов, д. 44.",
            "Живёт: улица Декабристов, дом 44.",
            "Квартира на улице Декабристов, в доме 44, сырая.",
            "Мы были на Декабристов, 44.",
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

    #[test]
    fn a_style_before_the_name_and_a_representative_hide_nobody() {
        for (name, words) in [
            ("гражданка Соколова", "Обращение Соколовой мы получили."),
            ("ИП Носов", "Пациент Носов жалуется."),
            ("г-жа Соколова М. Л.", "Обращение прислано Соколовой."),
        ] {
            let named = |_: &mut LetterText, case: &mut CaseForLetter| {
                case.matter.complainant.name = name.into();
            };
            let found = notes_of(LetterKind::Forwarding, "", words, named);
            assert_eq!(found, 1, "{name}: {words}");
        }
        for representative in [
            "адвокат Черных И. И. по доверенности от 01.11.2026",
            "по доверенности, Черных Инна Ивановна",
            "Адвокат Черных",
        ] {
            let represented = |_: &mut LetterText, case: &mut CaseForLetter| {
                case.matter.complainant.representative = representative.into();
            };
            let words = "Нам звонила Черных.";
            let found = notes_of(LetterKind::Forwarding, "", words, represented);
            assert_eq!(found, 1, "{representative}");
        }
        for nobody in [
            "мать",
            "Доверенность 78 АБ 1234567",
            "сын, Законный представитель",
        ] {
            let represented = |_: &mut LetterText, case: &mut CaseForLetter| {
                case.matter.complainant.representative = nobody.into();
            };
            let words = "Доверенность мы проверили: законный представитель, мать или сын.";
            assert_eq!(notes_of(LetterKind::Forwarding, "", words, represented), 0);
        }
    }

    #[test]
    fn what_is_everybodys_tells_nobody() {
        let words = "Обращение зарегистрировано в Санкт-Петербурге, ул. Садовая, д. 44.";
        assert_eq!(notes(LetterKind::Forwarding, "", words), 0);
        // A first name alone, and the recipient's namesake.
        let greeted = |letter: &mut LetterText, case: &mut CaseForLetter| {
            letter.salutation = "Уважаемая Мария Ивановна!".into();
            case.matter.complainant.name = "Мария".into();
        };
        assert_eq!(notes_of(LetterKind::Forwarding, "", words, greeted), 0);
        let said = "Обращение прислала Мария.";
        assert_eq!(notes_of(LetterKind::Forwarding, "", said, greeted), 1);
        let namesake = |letter: &mut LetterText, _: &mut CaseForLetter| {
            letter.salutation = "Уважаемая Марина Львовна!".into();
        };
        assert_eq!(notes_of(LetterKind::Forwarding, "", words, namesake), 0);
    }

    #[test]
    fn a_state_body_that_asks_is_no_third_party_to_its_own_request() {
        let request = |letter: &mut LetterText, case: &mut CaseForLetter| {
            case.matter.kind = Kind::Authority;
            case.matter.complainant.name = "Белых Ирина Олеговна".into();
            letter.salutation = "Уважаемая Ирина Олеговна Белых!".into();
        };
        let words = "На запрос Белых И. О. сообщаем.";
        assert_eq!(notes_of(LetterKind::RegulatorReply, "", words, request), 0);
        // A supplier reads no diagnosis of a patient the body asked about.
        let ill = "У пациента пульпит.";
        assert_eq!(notes_of(LetterKind::RegulatorReply, "", ill, request), 0);
        assert_eq!(notes_of(LetterKind::OwnClaim, "", ill, request), 1);
        // Nor the body's own paper.
        let enclosed = |letter: &mut LetterText, case: &mut CaseForLetter| {
            request(letter, case);
            case.enclosures[0].of_complainant = true;
        };
        let words = "Просим возместить расходы.";
        assert_eq!(notes_of(LetterKind::OwnClaim, "", words, enclosed), 1);
        assert_eq!(notes_of(LetterKind::RegulatorReply, "", words, enclosed), 0);
    }

    #[test]
    fn a_firm_is_named_and_who_acts_for_it_is_not() {
        let firm = |_: &mut LetterText, case: &mut CaseForLetter| {
            let who = &mut case.matter.complainant;
            who.kind = complaint::PartyKind::Organisation;
            who.name = "ООО «Вектор»".into();
            who.representative = "Черных Инна Ивановна, по доверенности".into();
            case.enclosures[0].of_complainant = true;
        };
        for (words, notes) in [
            ("ООО «Вектор» просит заменить товар.", 0),
            ("Нам звонила Черных.", 1),
            ("Телефон 8 952 555-01-63.", 1),
            ("Её почта sokolova@mail.example.", 1),
        ] {
            let found = notes_of(LetterKind::OwnClaim, "", words, firm);
            assert_eq!(found, notes, "{words}");
            assert_eq!(notes_of(LetterKind::OwnClaim, "согласие", words, firm), 0);
        }
    }

    #[test]
    fn the_complaint_itself_goes_to_nobody_else_without_a_ground() {
        let words = "Обращение касается сроков приёма.";
        let own = |_: &mut LetterText, case: &mut CaseForLetter| {
            case.enclosures[0].of_complainant = true;
        };
        for kind in [LetterKind::Forwarding, LetterKind::OwnClaim] {
            assert_eq!(notes_of(kind, "", words, own), 1, "{kind:?}");
            assert_eq!(notes_of(kind, "согласие", words, own), 0, "{kind:?}");
            assert_eq!(notes(kind, "", words), 0, "{kind:?}");
        }
    }
}
