//! Searching in word forms, whatever the way the complaint came in.

use crate::office::{self, Office, SingleSteps, at, by, kettle, pdf};
use complaint::*;
use register::*;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn about(subject: &str, text: &str) -> NewComplaint {
    let mut new = kettle();
    new.fields.matter.subject = subject.into();
    new.fields.text = text.into();
    new
}

fn found(office: &Register, query: &str) -> Vec<String> {
    office
        .search(query, 100)
        .unwrap()
        .into_iter()
        .map(|hit| hit.row.number)
        .collect()
}

#[test]
fn any_form_of_a_word_finds_any_other() {
    let office = Office::new();
    office
        .complaint_add(&by(NOW), &about("Чайник", "Ещё ёлка и чёрные телефоны"))
        .unwrap();
    for query in [
        "чайники",
        "ЧАЙНИКОМ",
        "еще",
        "елками",
        "черный телефон",
        "телефоны чайники",
        "теле",
        "елк",
        "соколовой",
        "марине",
        "вх-2026/0001",
        "ВХ 2026 0001 ",
        "0001",
        "1",
        "вх20260001",
        "вх-2026/0001 чайник",
        "вх-2026/1",
        "ВХ-2026/001",
        "вх-2026/1 чайник",
    ] {
        let expected: &[&str] = &["ВХ-2026/0001"];
        assert_eq!(found(&office, query), expected, "{query}");
    }
    for other in ["вх-2026/2", "вх-2026/10", "вх-2025/1", "2026/"] {
        assert!(found(&office, other).is_empty(), "{other}");
    }
    for query in [
        "чайка",
        "телефон утюг",
        "2026/0002",
        "2",
        "",
        "  ",
        "\"",
        "*",
        "а",
    ] {
        assert_eq!(found(&office, query), [] as [&str; 0], "{query}");
    }
}

/// Whoever is known by a number or an address is found by it, however it is written; and so is a sum.
#[test]
fn cards_and_numbers_are_found_in_any_notation() {
    let office = Office::new();
    let mut new = about(
        "Возврат за день",
        "Купила у Петра Фёдорова и Петра Ильина чайник за 4 590,50 руб., всего 1 250 000. Окно треснуло. Звоните 8 (911) 555-01-42.",
    );
    new.fields.matter.complainant.email = "anna.zueva@post.example".into();
    new.fields.matter.complainant.phone = "+79215550177".into();
    new.fields.matter.complainant.address = "170100, Тверь, Садовая ул., д. 5".into();
    office.complaint_add(&by(NOW), &new).unwrap();
    let other = about(
        "Утюг",
        "Цена 4 руб. и 590 шт., звонить 8 (911) 555-01-43, окна целы",
    );
    let mut other = other;
    other.fields.matter.complainant.phone = "+79215550178".into();
    office.complaint_add(&by(NOW), &other).unwrap();
    for query in [
        "anna.zueva@post.example",
        "zueva",
        "+7 921 555-01-77",
        "89215550177",
        "9215550177",
        "(921) 555 01 77",
        "555-01-77",
        "5550177",
        "Тверь Садовая",
        "170100",
        "4590",
        "4 590,50",
        "4590,50",
        "1250000",
        "1 250 000",
        "+79115550142",
        "8 911 555 01 42",
        "911-555-01-42",
        "Петр",
        "Пётр Федорову",
        "Пётр Ильин",
        "Ильиным",
        "дня",
        "днями",
    ] {
        assert_eq!(found(&office, query), ["ВХ-2026/0001"], "{query}");
    }
    for (query, count) in [
        ("окон", 2),
        ("окнами", 2),
        ("921555", 2),
        ("911 555", 2),
        ("79215550199", 0),
    ] {
        assert_eq!(found(&office, query).len(), count, "{query}");
    }
    let hit = office.search("89215550177", 5).unwrap().remove(0);
    assert_eq!(hit.field, "complainant");
    assert!(
        hit.snippet.contains("+79215550177") && !hit.spans.is_empty(),
        "{hit:?}"
    );
    let hit = office.search("1250000", 5).unwrap().remove(0);
    assert_eq!(hit.field, "text");
    let chars: Vec<char> = hit.snippet.chars().collect();
    let span = &hit.spans[0];
    let marked: String = chars[span.start as usize..span.end as usize]
        .iter()
        .collect();
    assert_eq!(marked, "1 250 000");
}

#[test]
fn a_hit_shows_where_it_matched() {
    let office = Office::new();
    let long = format!(
        "{} Потом чайник потёк. {}",
        "Было лето. ".repeat(40),
        "Потом осень. ".repeat(40)
    );
    office
        .complaint_add(&by(NOW), &about("Возврат", &long))
        .unwrap();
    let hit = office.search("чайники потечь потек", 5).unwrap();
    assert!(hit.is_empty());
    let hit = office.search("чайники потёк", 5).unwrap().remove(0);
    assert_eq!(hit.field, "text");
    let chars: Vec<char> = hit.snippet.chars().collect();
    let marked: Vec<String> = hit
        .spans
        .iter()
        .map(|span| {
            chars[span.start as usize..span.end as usize]
                .iter()
                .collect()
        })
        .collect();
    assert_eq!(marked, ["чайник", "потёк"]);
    assert!(chars.len() <= 220, "{}", hit.snippet);
    assert!(
        hit.spans[0].start <= 24,
        "a short line shows it: {}",
        hit.snippet
    );
    assert_eq!(office.search("возвраты", 5).unwrap()[0].field, "subject");
    assert_eq!(
        office.search("соколова", 5).unwrap()[0].field,
        "complainant"
    );
    assert_eq!(office.search("1", 5).unwrap()[0].field, "number");
}

#[test]
fn a_number_is_found_as_people_write_it() {
    let office = Office::new();
    for day in ["2025-03-03", "2025-03-04", "2026-03-03", "2026-03-04"] {
        let by = by(&format!("{day}T10:00:00+03:00"));
        office
            .complaint_add(&by, &about("Чайник", "Слова"))
            .unwrap();
    }
    let new = NewLetter {
        kind: LetterKind::Acknowledgement,
        language: Language::Ru,
        heading: String::new(),
        content: serde_json::json!({}),
        promised: None,
    };
    let second = office.complaint_by_number("2026/2").unwrap().unwrap();
    let draft = office.letter_draft_add(&by(NOW), second, &new).unwrap().id;
    office
        .letter_issue(&by(NOW), draft, |n, _| office::no_error(pdf(n)))
        .unwrap();
    let outgoing = office.letter(draft).unwrap().summary.issued.unwrap().number;
    assert_eq!(outgoing, "ИСХ-2026/0001");
    for (query, expected) in [
        ("вх 2026/1", vec!["ВХ-2026/0001"]),
        ("ВХ № 2026 - 1", vec!["ВХ-2026/0001"]),
        ("BX-2026/1", vec!["ВХ-2026/0001"]),
        ("вх 2", vec!["ВХ-2026/0002", "ВХ-2025/0002"]),
        // The number of a letter leads to its case, behind the case's own.
        ("2026/1", vec!["ВХ-2026/0001", "ВХ-2026/0002"]),
        ("1", vec!["ВХ-2026/0001", "ВХ-2025/0001", "ВХ-2026/0002"]),
        ("исх 2026/1", vec!["ВХ-2026/0002"]),
        ("ИСХ-2026/0001", vec!["ВХ-2026/0002"]),
        ("2026/3", vec![]),
        ("чайник 2026/9", vec![]),
    ] {
        assert_eq!(found(&office, query), expected, "{query}");
        let asked = RegisterQuery {
            text: query.into(),
            ..RegisterQuery::default()
        };
        let today = "2026-11-22".parse().unwrap();
        let page = office.complaints_page(&asked, 0, 9, today).unwrap();
        assert_eq!(page.total as usize, expected.len(), "{query}");
    }
    let hit = office.search("исх-2026/1", 5).unwrap().remove(0);
    assert_eq!(
        (hit.field.as_str(), hit.snippet.as_str()),
        ("letter", "ИСХ-2026/0001")
    );

    assert_eq!(
        office.complaint_by_number("вх-2026/2").unwrap(),
        Some(second)
    );
    assert_eq!(office.complaint_by_number("2026/7").unwrap(), None);
    assert!(matches!(
        office.complaint_by_number("1"),
        Err(RegisterError::Ambiguous(numbers)) if numbers == "ВХ-2026/0001, ВХ-2025/0001"
    ));
    for typed in ["ИСХ-2026/0001", "исх 2026/1", "1"] {
        assert_eq!(
            office.letter_by_number(typed).unwrap(),
            Some(draft),
            "{typed}"
        );
    }
    assert_eq!(office.letter_by_number("вх-2026/1").unwrap(), None);
}

#[test]
fn the_index_follows_edits_and_is_rebuilt_when_its_form_changes() {
    let office = Office::new();
    let id = office
        .complaint_add(&by(NOW), &about("Чайник", "Слова"))
        .unwrap()
        .id;
    let fields = ComplaintFields {
        matter: Matter {
            subject: "Утюг".into(),
            ..office
                .case(id)
                .unwrap()
                .contents
                .complaint
                .fields
                .matter
                .clone()
        },
        ..office.case(id).unwrap().contents.complaint.fields.clone()
    };
    office.complaint_edit(&by(NOW), id, None, &fields).unwrap();
    assert!(found(&office, "чайник").is_empty());
    assert_eq!(found(&office, "утюги").len(), 1);
    let folder = office.shut();
    let raw = rusqlite::Connection::open(folder.path().join("office.sqlite")).unwrap();
    raw.execute_batch(
        "UPDATE fact SET value = 'an older form' WHERE name = 'normaliser';
         INSERT INTO words (words) VALUES ('delete-all'); DELETE FROM stem;",
    )
    .unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert!(office.opening().search_rebuilt);
    assert_eq!(found(&office, "утюги").len(), 1);
    assert_eq!(found(&office, "утю").len(), 1);
}

#[test]
fn many_at_once_are_the_same_records_as_one_by_one() {
    let one = Office::new();
    let many = Office::new();
    let all: Vec<NewComplaint> = (0..700)
        .map(|n| {
            about(
                ["Чайник", "Утюг", "Ёлка"][n % 3],
                &format!("Слова {n} и телефоны"),
            )
        })
        .collect();
    for new in &all {
        one.complaint_add(&by(NOW), new).unwrap();
    }
    let bulk = all.iter().map(|new| BulkComplaint {
        complaint: new.clone(),
        recorded_at: at(NOW),
        acknowledged_at: None,
        decisions: vec![None],
        diary: Vec::new(),
        closed: None,
    });
    let written = many
        .bulk_add(&by(NOW), bulk, &|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(written, 700);
    let rows = |office: &Office| -> Vec<ComplaintRow> {
        let any = ComplaintId(uuid::Uuid::nil());
        office
            .list()
            .into_iter()
            .map(|row| ComplaintRow { id: any, ..row })
            .collect()
    };
    assert!(rows(&one) == rows(&many));
    for query in ["чайники", "699", "утю", "ёлки телефон", "ВХ-2026/0500"] {
        assert_eq!(found(&one, query), found(&many, query), "{query}");
    }
    assert_eq!(many.journal_verify().unwrap().broken, None);
    assert_eq!(
        many.complaint_add(&by(NOW), &all[0]).unwrap().number,
        "ВХ-2026/0701"
    );
    let page = many.complaints_page(
        &RegisterQuery {
            text: "чайник".into(),
            ..RegisterQuery::default()
        },
        0,
        1,
        "2026-11-22".parse().unwrap(),
    );
    assert_eq!(page.unwrap().total, 235);
}

/// The stemmer's oracle beside the checkout: two words of one stem find each other.
#[test]
fn words_of_one_stem_find_each_other() {
    let Some(oracle) = prerequisites::shared("oracles/stemmer.tsv") else {
        return;
    };
    let mut forms: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in std::fs::read_to_string(oracle).unwrap().lines() {
        let (word, stem) = line.split_once('\t').unwrap();
        forms
            .entry(stem.to_owned())
            .or_default()
            .push(word.to_owned());
    }
    let families: Vec<&Vec<String>> = forms
        .values()
        .filter(|words| words.len() > 1)
        .step_by(7)
        .collect();
    assert!(families.len() > 20);
    let office = Office::new();
    let bulk = families.iter().map(|words| BulkComplaint {
        complaint: about("—", &words[0]),
        recorded_at: at(NOW),
        acknowledged_at: None,
        decisions: Vec::new(),
        diary: Vec::new(),
        closed: None,
    });
    office
        .bulk_add(&by(NOW), bulk, &|_| ControlFlow::Continue(()))
        .unwrap();
    for (nth, words) in (1..).zip(&families) {
        for word in words.iter() {
            let hits = office.search(&format!("{word} "), 100).unwrap();
            let number = format!("ВХ-2026/{nth:04}");
            assert!(
                hits.iter().any(|hit| hit.row.number == number),
                "{word} for {}",
                words[0]
            );
        }
    }
}

#[test]
fn what_the_office_decided_and_issued_is_found_until_it_is_taken_back() {
    let office = Office::new();
    let who = by(NOW);
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let demand = office.case(id).unwrap().demands[0].id;
    let decision = Decision {
        kind: DecisionKind::Satisfy,
        reasons: "Кухня сделана не по меркам".into(),
        ground: String::new(),
        amount: "4590.00".parse().ok(),
        action: String::new(),
        due: None,
        evidence: Vec::new(),
    };
    let decided = office.decide(&who, demand, Some(&decision)).unwrap();
    let hits = office.search("мерка", 5).unwrap();
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].field, "decision");
    office.undo(&who, decided.seq.unwrap()).unwrap();
    assert!(found(&office, "мерка").is_empty(), "undone, and found yet");

    let letter = NewLetter {
        kind: LetterKind::FinalSatisfied,
        language: Language::Ru,
        heading: "О замене насоса".into(),
        content: serde_json::json!({ "choices": {}, "text": { "heading": "О замене насоса", "blocks": [{ "content": { "spans": [
            { "type": "text", "text": "Мастер привезёт прокл" }, { "type": "text", "text": "адку" }
        ] } }] } }),
        promised: None,
    };
    let draft = office.letter_draft_add(&who, id, &letter).unwrap().id;
    assert!(
        found(&office, "насосы").is_empty(),
        "nobody has said it yet"
    );
    office
        .letter_issue(&who, draft, |number, _| office::no_error(pdf(number)))
        .unwrap();
    for words in ["насосы", "прокладки", "насосом мастера"] {
        let hits = office.search(words, 5).unwrap();
        assert_eq!(hits.len(), 1, "{words}");
        assert_eq!(hits[0].field, "letter_text", "{words}");
    }
}
