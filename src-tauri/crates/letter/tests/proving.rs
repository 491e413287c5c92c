//! The cross-check before a proof is made: a case for every contradiction.

use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::*;
use letter::*;
use russian::requisites::Problem;

fn at(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn event(state: DeliveryState, on: &str) -> DispatchEvent {
    DispatchEvent {
        id: DispatchEventId::new(),
        fields: DeliveryFields {
            state,
            on: day(on),
            until: None,
            reason: String::new(),
            source: String::new(),
            document: None,
        },
        recorded_at: at("2026-11-30T10:00:00+03:00"),
    }
}

fn line(name: &str, sheets: u32, copies: u32) -> InventoryLine {
    InventoryLine {
        name: name.into(),
        sheets: Some(sheets),
        copies,
        value: None,
    }
}

/// An answer of which everything agrees.
fn sound() -> ProofFacts {
    let address: Vec<String> = vec![
        "Тимофееву О. Д.".into(),
        "101000, г. Москва, ул. Мясницкая, д. 1, кв. 5".into(),
    ];
    ProofFacts {
        issued: at("2026-11-22T10:00:00+03:00"),
        pages: 3,
        letter_address: address.clone(),
        enclosures: vec![EnclosureLine {
            exhibit: Some(1),
            name: "Акт осмотра".into(),
            pages: Some(2),
            copies: 1,
        }],
        sha256: "ab".repeat(32),
        file_sha256: Some("ab".repeat(32)),
        journal_sha256: Some("ab".repeat(32)),
        superseded: false,
        card_name: "Тимофееву О. Д.".into(),
        card_address: "101000, г. Москва, ул. Мясницкая, д. 1, кв. 5".into(),
        due: Some(day("2026-11-24")),
        dispatch: Some(ProofDispatch {
            way: DispatchWay::PostRegistered,
            sent_at: at("2026-11-23T12:00:00+03:00"),
            address: address.clone(),
            envelope: Some(address),
            tracking: "62009147017544".into(),
            tracking_problem: None,
            inventory: vec![line("Письмо", 3, 1), line("Акт осмотра", 2, 1)],
            events: vec![event(DeliveryState::Delivered, "2026-11-27")],
            papers: true,
        }),
    }
}

fn found(change: impl FnOnce(&mut ProofFacts, &mut ProofDispatch)) -> Vec<(String, Severity)> {
    let mut facts = sound();
    let mut dispatch = facts.dispatch.take().unwrap();
    change(&mut facts, &mut dispatch);
    facts.dispatch = Some(dispatch);
    rules(&facts)
}

fn rules(facts: &ProofFacts) -> Vec<(String, Severity)> {
    let all = proof_check(facts);
    for one in &all {
        for text in [&one.message_ru, &one.message_en, &one.cure_ru, &one.cure_en] {
            assert!(text.ends_with('.'), "{}: {text}", one.rule);
        }
    }
    assert!(all.windows(2).all(|w| w[0].severity <= w[1].severity));
    assert_eq!(
        contradicts(&all),
        all.iter().any(|f| f.severity == Severity::Must)
    );
    all.into_iter().map(|f| (f.rule, f.severity)).collect()
}

fn one(rule: &str, severity: Severity) -> Vec<(String, Severity)> {
    vec![(rule.to_owned(), severity)]
}

#[test]
fn where_everything_agrees_nothing_is_found() {
    assert_eq!(rules(&sound()), []);
    // Printed on both sides, the letter takes half as many sheets.
    assert_eq!(found(|_, d| d.inventory[0].sheets = Some(2)), []);
    // Signs between the words do not make another address.
    let same = found(|_, d| d.address[1] = "101000 Москва г ул Мясницкая".into());
    assert_ne!(same, []);
    let spelt = "101000, Г. МОСКВА; ул. Мясницкая д.1 кв.5";
    assert_eq!(found(|_, d| d.address[1] = spelt.into()), []);
}

#[test]
fn files_and_journal() {
    use Severity::{Must, Should};
    let hash = "cd".repeat(32);
    assert_eq!(
        found(|f, _| f.file_sha256 = None),
        one("file.missing", Must)
    );
    assert_eq!(
        found(|f, _| f.file_sha256 = Some(hash.clone())),
        one("file.altered", Must)
    );
    assert_eq!(
        found(|f, _| f.journal_sha256 = None),
        one("journal.missing", Must)
    );
    assert_eq!(
        found(|f, _| f.journal_sha256 = Some(hash)),
        one("journal.differs", Must)
    );
    assert_eq!(
        found(|f, _| f.superseded = true),
        one("letter.superseded", Should)
    );
    let mut unsent = sound();
    unsent.dispatch = None;
    assert_eq!(rules(&unsent), one("dispatch.none", Must));
}

#[test]
fn addresses_and_names() {
    use Severity::{Must, Should};
    let has = |found: &[(String, Severity)], rule: &str, severity| {
        assert!(
            found.contains(&(rule.to_owned(), severity)),
            "{rule} not in {found:?}"
        );
    };
    let other = "190000, Санкт-Петербург, Невский пр., д. 1";
    let dispatch = found(|_, d| d.address[1] = other.into());
    has(&dispatch, "address.dispatch", Must);
    let envelope = found(|_, d| {
        d.envelope = Some(vec!["Тимофееву О. Д.".into(), other.into()]);
    });
    assert_eq!(envelope, one("address.envelope", Must));
    let name = found(|_, d| {
        d.envelope.as_mut().unwrap()[0] = "Тимофеевой О. Д.".into();
    });
    assert_eq!(name, one("name.envelope", Must));
    let name = found(|_, d| d.address[0] = "Тимофеевой О. Д.".into());
    has(&name, "name.dispatch", Must);
    assert_eq!(
        found(|f, _| f.card_address = other.into()),
        one("address.card", Should)
    );
    assert_eq!(
        found(|f, _| f.card_name = "Тимофеевой О. Д.".into()),
        one("name.card", Should)
    );
    let none = found(|f, d| {
        f.letter_address.truncate(1);
        d.envelope = None;
    });
    has(&none, "address.none", Must);
    // A letter by mail has no envelope whose address could differ.
    let mail = found(|f, d| {
        d.way = DispatchWay::Email;
        d.address = vec!["timofeev@post.example".into()];
        d.envelope = None;
        d.tracking = String::new();
        d.papers = false;
        f.card_address = other.into();
    });
    assert_eq!(mail, []);
}

#[test]
fn sheets_and_enclosures() {
    use Severity::{Must, Should};
    assert_eq!(
        found(|_, d| d.inventory[0].sheets = Some(4)),
        one("sheets.letter", Must)
    );
    assert_eq!(
        found(|_, d| d.inventory.truncate(1)),
        one("enclosure.missing", Must)
    );
    assert_eq!(
        found(|_, d| d.inventory[1].sheets = Some(5)),
        one("enclosure.sheets", Must)
    );
    assert_eq!(
        found(|_, d| d.inventory[1].copies = 2),
        one("enclosure.sheets", Must)
    );
    assert_eq!(
        found(|_, d| d.inventory.push(line("Буклет", 1, 1))),
        one("enclosure.extra", Should)
    );
    let none = found(|_, d| {
        d.way = DispatchWay::PostValued;
        d.inventory.clear();
    });
    assert_eq!(none, one("inventory.none", Should));
}

#[test]
fn days() {
    use Severity::{Must, Should};
    let early = found(|_, d| d.sent_at = at("2026-11-22T09:00:00+03:00"));
    assert_eq!(early, one("date.sent_before_issue", Must));
    let before = found(|_, d| d.events[0].fields.on = day("2026-11-20"));
    assert_eq!(before, one("date.event_before_sent", Must));
    let late = found(|_, d| d.sent_at = at("2026-11-26T12:00:00+03:00"));
    assert_eq!(late, one("term.late", Should));
    let mut facts = sound();
    facts.dispatch.as_mut().unwrap().sent_at = at("2026-11-26T12:00:00+03:00");
    let said = &proof_check(&facts)[0];
    assert!(said.message_ru.contains("на 2 дн.") && said.message_ru.contains("24.11.2026"));
    // On the very last day it is in time.
    assert_eq!(
        found(|_, d| d.sent_at = at("2026-11-24T23:50:00+03:00")),
        []
    );
    let after = found(|_, d| d.events.push(event(DeliveryState::InTransit, "2026-11-28")));
    assert!(
        after.contains(&("delivery.after_end".into(), Should)),
        "{after:?}"
    );
}

#[test]
fn numbers_receipts_and_delivery() {
    use Severity::{Hint, Must, Should};
    let wrong = found(|_, d| {
        d.tracking = "62009147017545".into();
        d.tracking_problem = Some(Problem::WrongCheckDigit);
    });
    assert_eq!(wrong, one("tracking.wrong", Must));
    let none = found(|_, d| d.tracking.clear());
    assert_eq!(none, one("tracking.none", Should));
    assert_eq!(found(|_, d| d.papers = false), one("receipt.none", Should));
    assert_eq!(
        found(|_, d| d.events.clear()),
        one("delivery.unknown", Hint)
    );
    for state in [DeliveryState::Returned, DeliveryState::Refused] {
        let back = found(|_, d| d.events[0].fields.state = state);
        assert_eq!(back, one("delivery.not_taken", Hint));
    }
    let lost = found(|_, d| d.events[0].fields.state = DeliveryState::Lost);
    assert_eq!(lost, one("delivery.lost", Should));
    // A courier's own number follows nobody's check digit.
    let courier = found(|_, d| {
        d.way = DispatchWay::Courier;
        d.tracking_problem = Some(Problem::WrongLength);
    });
    assert_eq!(courier, []);
    let by_hand = found(|_, d| {
        d.way = DispatchWay::ByHand;
        d.events.clear();
        d.papers = false;
    });
    assert_eq!(by_hand, one("receipt.none", Should));
}
