//! The three readings: what customer, inspector and judge look for and find.

use crate::cases::{day, every_answer, every_ready_letter, ready_for};
use complaint::{Language, LetterKind};
use letter::{CaseForLetter, Content, LetterText, Presence, Reader, Span, compose, readings};

/// Ids of the points that are seen so.
fn points(letter: &LetterText, case: &CaseForLetter, seen: Presence) -> Vec<String> {
    readings(letter, case)
        .into_iter()
        .flat_map(|r| r.points)
        .filter(|p| p.seen == seen)
        .map(|p| p.id)
        .collect()
}

fn missing(letter: &LetterText, case: &CaseForLetter) -> Vec<String> {
    points(letter, case, Presence::Missing)
}

#[test]
fn a_letter_composed_from_a_complete_case_lacks_nothing() {
    every_ready_letter(|what, case, letter| {
        let lacks = missing(letter, case);
        assert!(lacks.is_empty(), "{what}: {lacks:?}");
    });
}

#[test]
fn every_demand_and_decision_satisfies_the_three() {
    every_answer(|what, case, letter| {
        let lacks = missing(letter, case);
        assert!(lacks.is_empty(), "{what}: {lacks:?}");
    });
}

#[test]
fn what_does_not_apply_is_not_asked() {
    let case = ready_for(LetterKind::Acknowledgement);
    let letter = compose(LetterKind::Acknowledgement, Language::Ru, &case);
    let spared = points(&letter, &case, Presence::NotApplicable);
    for id in [
        "customer.gets",
        "judge.contest",
        "inspector.norm",
        "judge.goodwill",
    ] {
        assert!(spared.iter().any(|s| s == id), "{id}: {spared:?}");
    }
    let found = points(&letter, &case, Presence::Found);
    for id in [
        "customer.heard",
        "customer.when",
        "customer.contact",
        "inspector.reference",
    ] {
        assert!(found.iter().any(|s| s == id), "{id}: {found:?}");
    }
}

#[test]
fn what_is_found_is_shown_at_its_place() {
    let case = ready_for(LetterKind::FinalPartial);
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let mut placed = 0;
    for point in readings(&letter, &case).into_iter().flat_map(|r| r.points) {
        let Some(block) = point
            .block
            .as_ref()
            .and_then(|id| letter.blocks.iter().find(|b| &b.id == id))
        else {
            continue;
        };
        placed += 1;
        let text: Vec<char> = block.reads().chars().collect();
        assert!(
            point.start <= point.end && point.end as usize <= text.len(),
            "{point:?}"
        );
        let place: String = text[point.start as usize..point.end as usize]
            .iter()
            .collect();
        match point.id.as_str() {
            "judge.contest" => assert_eq!(place, "суд"),
            "customer.when" => assert!(place.starts_with("не позднее 27 ноября"), "{place}"),
            "inspector.reference" => assert_eq!(place, "ВХ-2026/0001"),
            "judge.received" => assert_eq!(place, "16 ноября 2026 г."),
            _ => {}
        }
    }
    assert!(placed > 12, "{placed}");
}

#[test]
fn each_thing_taken_away_is_missed_by_its_reader() {
    let good = ready_for(LetterKind::FinalPartial);
    let letter = compose(LetterKind::FinalPartial, Language::Ru, &good);
    let lacks = |change: &dyn Fn(&mut LetterText)| {
        let mut letter = letter.clone();
        change(&mut letter);
        missing(&letter, &good)
    };
    let drop = |letter: &mut LetterText, part: &str| letter.blocks.retain(|b| !b.id.contains(part));
    let add = |letter: &mut LetterText, words: &str| {
        letter.blocks[0].content = Content::Paragraph {
            spans: vec![Span::text(format!("{} {words}", letter.blocks[0].reads()))],
        };
    };
    assert_eq!(lacks(&|_| {}), Vec::<String>::new());
    type Change<'a> = &'a dyn Fn(&mut LetterText);
    let cases: &[(Change<'_>, &[&str])] = &[
        (&|l| l.salutation.clear(), &["customer.name"]),
        (&|l| l.signatory.post.clear(), &["inspector.signatory"]),
        (&|l| l.addressee.truncate(1), &["inspector.address"]),
        (&|l| drop(l, "contact"), &["customer.contact"]),
        (
            &|l| drop(l, "rights"),
            &["inspector.authority", "judge.contest", "judge.expertise"],
        ),
        (&|l| drop(l, "/next"), &["customer.when", "customer.how"]),
        (
            &|l| drop(l, &format!("{}", good.demands[1].id)),
            &[
                "customer.heard",
                "customer.gets",
                "inspector.each_demand",
                "judge.ground",
            ],
        ),
        (&|l| add(l, "Мы виноваты."), &["judge.no_admission"]),
        (&|l| add(l, "Вы мошенник."), &["judge.no_harm"]),
        (&|l| add(l, "Вы якобы ждали."), &["customer.plain"]),
        (
            &|l| add(l, "Сделаем в кратчайшие сроки."),
            &["inspector.no_evasion"],
        ),
        (
            &|l| add(l, "Карта 4111 1111 1111 1111."),
            &["inspector.privacy"],
        ),
        (
            &|l| add(l, "Вернём до 15 января 2027 г."),
            &["judge.consistent"],
        ),
    ];
    for (change, expected) in cases {
        let found = lacks(change);
        for id in *expected {
            assert!(found.iter().any(|f| f == id), "{id} not in {found:?}");
        }
    }
    let mut late = good.clone();
    late.today = day(2026, 12, 20);
    assert!(missing(&letter, &late).contains(&"inspector.term".to_owned()));
}

#[test]
fn the_boilerplate_disappoints_all_three() {
    let case = ready_for(LetterKind::FinalRefusal);
    let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    letter.salutation = "Уважаемый клиент!".into();
    letter.enclosures.clear();
    letter.blocks.truncate(1);
    letter.blocks[0].content = Content::Paragraph {
        spans: vec![Span::text(
            "Ваше обращение очень важно для нас. Обратитесь повторно по официальным каналам.",
        )],
    };
    for reading in readings(&letter, &case) {
        let lacks = reading
            .points
            .iter()
            .filter(|p| p.seen == Presence::Missing);
        let asked = reading
            .points
            .iter()
            .filter(|p| p.seen != Presence::NotApplicable);
        let (lacks, asked) = (lacks.count(), asked.count());
        assert!(
            lacks * 2 > asked,
            "{:?}: {lacks} of {asked}",
            reading.reader
        );
        assert!(
            reading
                .points
                .iter()
                .all(|p| (p.seen == Presence::Missing) != p.cure_ru.is_empty())
        );
    }
    let readers: Vec<Reader> = readings(&letter, &case).iter().map(|r| r.reader).collect();
    assert_eq!(
        readers,
        [Reader::Customer, Reader::Inspector, Reader::Judge]
    );
}
