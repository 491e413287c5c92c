//! A card is found while its name is typed, by whatever of it one remembers.

use crate::office::{Office, SingleSteps, by, kettle};
use complaint::*;
use proptest::prelude::*;

const DAY: &str = "2026-11-23T10:00:00+03:00";

fn card(office: &Office, name: &str, email: &str, phone: &str) -> PersonId {
    let mut new = kettle();
    new.fields.matter.complainant = Complainant {
        name: name.into(),
        email: email.into(),
        phone: phone.into(),
        ..Complainant::default()
    };
    office.complaint_add(&by(DAY), &new).unwrap().person
}

fn names(office: &Office, typed: &str, limit: u32) -> Vec<String> {
    let found = office.person_find(typed, limit).unwrap();
    found.into_iter().map(|(_, card)| card.name).collect()
}

#[test]
fn any_word_of_a_name_finds_the_card() {
    let office = Office::new();
    for (name, email, phone) in [
        ("ООО «Вектор»", "info@vector.example", "+74955550100"),
        (
            "Громова Мария Ивановна",
            "gromova@example.org",
            "+79161234567",
        ),
        ("Мария-Луиза Ёлкина", "", "+79031114567"),
        ("Марьина Роща", "", ""),
        ("Анонимный покупатель", "", ""),
    ] {
        card(&office, name, email, phone);
    }
    for (typed, expected) in [
        ("Вектор", vec!["ООО «Вектор»"]),
        ("«век", vec!["ООО «Вектор»"]),
        ("ооо вектор", vec!["ООО «Вектор»"]),
        ("Вектор ООО", vec!["ООО «Вектор»"]),
        (
            "мария",
            vec!["Мария-Луиза Ёлкина", "Громова Мария Ивановна"],
        ),
        ("мария ивановна гр", vec!["Громова Мария Ивановна"]),
        ("ЕЛК", vec!["Мария-Луиза Ёлкина"]),
        ("луиза", vec!["Мария-Луиза Ёлкина"]),
        ("мария нет", vec![]),
        ("ктор", vec![]),
        ("INFO@", vec!["ООО «Вектор»"]),
        ("8 916 12", vec!["Громова Мария Ивановна"]),
        ("(916) 123", vec!["Громова Мария Ивановна"]),
        ("+7 916", vec!["Громова Мария Ивановна"]),
        ("34567", vec!["Громова Мария Ивановна"]),
        (
            "45-67",
            vec!["Громова Мария Ивановна", "Мария-Луиза Ёлкина"],
        ),
        ("4568", vec![]),
        ("«»", vec![]),
        ("\"*\" OR", vec![]),
    ] {
        assert_eq!(names(&office, typed, 9), expected, "{typed}");
    }
    assert_eq!(names(&office, "мар", 2).len(), 2);
    assert_eq!(
        names(&office, "мар", 9),
        [
            "Мария-Луиза Ёлкина",
            "Марьина Роща",
            "Громова Мария Ивановна"
        ],
        "those that begin so come first"
    );
}

#[test]
fn a_name_that_changes_is_found_by_its_new_words_alone() {
    let office = Office::new();
    let who = by(DAY);
    let id = card(&office, "Громова Мария Ивановна", "g@example.org", "");
    let mut changed = office.person(id).unwrap();
    changed.name = "Орлова Мария Ивановна".into();
    let done = office.person_edit(&who, id, &changed).unwrap();
    assert_eq!(names(&office, "орлова", 9).len(), 1);
    assert_eq!(names(&office, "мария", 9).len(), 1);
    assert!(names(&office, "громова", 9).is_empty());
    office.undo(&who, done.seq.unwrap()).unwrap();
    assert!(names(&office, "орлова", 9).is_empty());
    assert_eq!(names(&office, "громова", 9).len(), 1);
    for row in office.list() {
        office.complaint_trash(&who, row.id).unwrap();
    }
    office.trash_empty(&who, &[]).unwrap();
    assert!(names(&office, "мария", 9).is_empty());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_beginning_of_every_word_finds_the_name(
        stored in prop::collection::vec(
            prop::collection::vec(("[а-яёА-ЯЁA-Za-z0-9]{1,7}", "[ «»\"'.,–№-]| «| - "), 1..4), 1..5),
        upper in any::<bool>(),
    ) {
        let office = Office::new();
        let cards: Vec<String> = stored
            .iter()
            .map(|parts| parts.iter().map(|(word, gap)| format!("{word}{gap}")).collect())
            .collect();
        for name in &cards {
            card(&office, name, "", "");
        }
        for (name, parts) in cards.iter().zip(&stored) {
            for (word, _) in parts {
                for (end, c) in word.char_indices() {
                    let begun = &word[..end + c.len_utf8()];
                    let typed = if upper { begun.to_uppercase() } else { begun.replace('ё', "е") };
                    let found = names(&office, &typed, 9);
                    prop_assert!(found.contains(name), "{typed} in {name}: {found:?}");
                    let starts = |name: &String| {
                        name.to_lowercase().replace('ё', "е").starts_with(&typed.to_lowercase().replace('ё', "е"))
                    };
                    let others = found.iter().skip_while(|name| starts(name));
                    prop_assert_eq!(others.filter(|name| starts(name)).count(), 0, "{}: {:?}", typed, &found);
                }
            }
        }
    }

    #[test]
    fn nothing_typed_breaks_the_finding(typed in "(\\PC|[\"*()^:+-]|AND|OR|NOT|NEAR| ){0,40}") {
        let office = Office::new();
        card(&office, &format!("{typed} Громова"), "g@example.org", "+79161234567");
        let found = names(&office, &typed, 9);
        prop_assert!(found.len() <= 1);
        prop_assert_eq!(names(&office, "громова", 9).len(), 1);
    }
}
