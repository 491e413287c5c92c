//! What a letter says of the points of the complaint.

use crate::cases::{pointed, ready_for};
use complaint::{Language, LetterKind};
use letter::{CaseForLetter, compose};

/// The first point's paragraph.
fn first(language: Language, case: &CaseForLetter) -> String {
    let letter = compose(LetterKind::FinalRefusal, language, case);
    let id = case.points[0].block();
    let block = letter.blocks.iter().find(|b| b.id == id);
    block.expect("a paragraph of the point").reads()
}

/// The case with enclosures of these exhibits.
fn enclosing(exhibits: &[u32]) -> CaseForLetter {
    let mut case = pointed();
    let one = ready_for(LetterKind::FinalRefusal).enclosures.remove(0);
    case.enclosures = exhibits
        .iter()
        .map(|&exhibit| letter::EnclosureChoice {
            exhibit,
            ..one.clone()
        })
        .collect();
    case
}

#[test]
fn documents_carry_the_finding_and_not_the_statement() {
    let of = |language, exhibits: &[u32]| first(language, &enclosing(exhibits));
    for (language, exhibits, told) in [
        (
            Language::Ru,
            &[2][..],
            "Документы, на которых основан вывод: приложение к письму.",
        ),
        (
            Language::Ru,
            &[7, 2],
            "Документы, на которых основан вывод: приложение 2.",
        ),
        (Language::En, &[2], "This finding rests on: the enclosure."),
        (Language::En, &[7, 2], "This finding rests on: enclosure 2."),
    ] {
        let said = of(language, exhibits);
        assert!(said.contains(told), "{said}");
    }
}

#[test]
fn a_shortened_word_ends_its_sentence_itself() {
    let mut case = pointed();
    for point in &mut case.points {
        point.fields.phrases.clear();
        point.fields.text = "Чайник куплен 12 ноября 2026 г.".into();
        point.fields.check = "Журнал кассы\nзаписи за 2026 г.".into();
        point.fields.checked_by.clear();
        point.fields.checked_on = None;
        point.fields.ground = "договор от 1 мая 2026 г.".into();
    }
    let said = first(Language::Ru, &case);
    assert!(!said.contains(".."), "{said}");
    assert!(said.contains("12 ноября 2026 г. Как проверяли:"), "{said}");
    assert!(said.contains("кассы; записи за 2026 г. Вывод:"), "{said}");
}

#[test]
fn one_point_has_no_number_and_no_letter_tells_of_checks_that_nobody_recorded() {
    let mut case = pointed();
    for point in &mut case.points {
        point.fields.check.clear();
    }
    assert!(first(Language::Ru, &case).starts_with("Довод 1. "));
    case.points.truncate(1);
    assert!(first(Language::Ru, &case).starts_with("Вы пишете: "));
    case.demands.push(case.demands[0].clone());
    for (language, claim) in [
        (Language::Ru, "проверили кажд"),
        (Language::En, "checked each"),
    ] {
        for kind in [LetterKind::FinalRefusal, LetterKind::FinalGoodwill] {
            let letter = compose(kind, language, &case);
            let said: Vec<String> = letter.blocks.iter().map(letter::Block::reads).collect();
            let said = said.join("\n");
            assert!(!said.contains(claim), "{said}");
        }
    }
}
