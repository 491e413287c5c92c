//! The term of an answer where nothing is demanded, and what older records get of it and of promised days.

use crate::clocks::{calendar_days, counting, day};
use crate::office::{Office, SingleSteps, at, by, kettle};
use chrono::Days;
use complaint::*;
use register::*;

/// What the law of the test asks: ten days of what is no matter of goods.
fn law(office: &Register) {
    let law = |about: &WithoutDemands| {
        (about.regime != Regime::Goods).then(|| AnswerTerm {
            term: calendar_days(10).unwrap(),
            citation: "ПП 416".into(),
        })
    };
    let now = at("2026-11-22T10:00:00+03:00");
    office.set_answer_law(Box::new(law), now).unwrap();
}

fn undemanding(regime: Regime) -> NewComplaint {
    let mut new = kettle();
    new.demands.clear();
    new.fields.matter.regime = regime;
    new
}

#[test]
fn open_cases_of_older_records_get_the_term_of_their_answer() {
    let office = Office::new();
    let who = by("2026-11-22T10:00:00+03:00");
    let [housing, goods, closed] = [Regime::Housing, Regime::Goods, Regime::Housing]
        .map(|regime| office.complaint_add(&who, &undemanding(regime)).unwrap().id);
    let closing = Closing::NoAnswer(NoAnswerReason::AnsweredOrally, String::new());
    office.complaint_close(&who, closed, &closing).unwrap();
    assert_eq!(office.case(housing).unwrap().clocks, []);
    let folder = office.shut();
    let journal = |office: &Register| office.journal_verify().unwrap().rows;
    let office = Register::open(folder.path(), who.now).unwrap();
    office.set_term_counter(Box::new(|asked| {
        let end = asked.start + Days::new(asked.term?.count.into());
        Some((end, end))
    }));
    let before = journal(&office);
    law(&office);
    let clocks = office.case(housing).unwrap().clocks;
    assert_eq!(clocks.len(), 1);
    assert_eq!(clocks[0].due_legal, Some(day("2026-11-30")));
    let today = day("2026-11-22");
    let page = office
        .complaints_page(&RegisterQuery::default(), 0, 9, today)
        .unwrap();
    let row = page.rows.iter().find(|row| row.id == housing).unwrap();
    assert_eq!(row.next_due_kind, Some(ClockKind::Answer));
    assert_eq!(office.case(goods).unwrap().clocks, []);
    assert_eq!(office.case(closed).unwrap().clocks, []);
    assert_eq!(journal(&office), before, "nobody changed anything");
    // Without somebody to say what the law asks, what is there stays.
    drop(office);
    let office = Register::open(folder.path(), who.now).unwrap();
    office.note_add(&who, housing, "заметка").unwrap();
    assert_eq!(office.case(housing).unwrap().clocks.len(), 1);
}

#[test]
fn what_an_older_program_took_for_settled_is_settled_again() {
    let clocks_after = |settled: Option<&str>| {
        let office = Office::new();
        let who = by("2026-11-22T10:00:00+03:00");
        let silent: Box<AnswerLaw> = Box::new(|_| None);
        office.set_answer_law(silent, who.now).unwrap();
        let new = undemanding(Regime::Housing);
        let id = office.complaint_add(&who, &new).unwrap().id;
        let folder = office.shut();
        let raw = rusqlite::Connection::open(folder.path().join("office.sqlite")).unwrap();
        if let Some(settled) = settled {
            let changed = raw.execute(
                "UPDATE fact SET value = ?1 WHERE name = 'answers'",
                [settled],
            );
            assert_eq!(changed.unwrap(), 1);
        }
        drop(raw);
        let office = Register::open(folder.path(), who.now).unwrap();
        counting(&office);
        law(&office);
        office.case(id).unwrap().clocks.len()
    };
    assert_eq!(clocks_after(Some("1")), 1);
    assert_eq!(clocks_after(None), 0, "settled by this program");
}

#[test]
fn an_upgrade_counts_promised_days_over_the_calendar_of_the_host() {
    let office = Office::new();
    counting(&office);
    law(&office);
    let who = by("2026-11-22T10:00:00+03:00");
    let id = office.complaint_add(&who, &kettle()).unwrap().id;
    let demand = office.case(id).unwrap().demands[0].id;
    let decision = Decision {
        kind: DecisionKind::Satisfy,
        reasons: "Недостаток подтверждён".into(),
        ground: String::new(),
        amount: "4590.00".parse().ok(),
        action: String::new(),
        due: Some(day("2026-12-10")),
        evidence: Vec::new(),
    };
    office.decide(&who, demand, Some(&decision)).unwrap();
    let safe = |office: &Register| {
        let case = office.case(id).unwrap();
        let payment = case
            .clocks
            .iter()
            .find(|c| c.fields.kind == ClockKind::Payment);
        payment.unwrap().due_safe
    };
    assert_eq!(safe(&office), Some(day("2026-12-09")));
    let folder = office.shut();
    let raw = rusqlite::Connection::open(folder.path().join("office.sqlite")).unwrap();
    raw.execute_batch("UPDATE fact SET value = 'an older one' WHERE name = 'vocabularies'")
        .unwrap();
    drop(raw);
    let office = Register::open(folder.path(), who.now).unwrap();
    counting(&office);
    office.set_answer_law(Box::new(|_| None), who.now).unwrap();
    assert_eq!(safe(&office), Some(day("2026-12-09")));
}

#[test]
fn many_at_once_have_the_same_terms_as_one_by_one() {
    let office = Office::new();
    counting(&office);
    law(&office);
    let who = by("2026-11-22T10:00:00+03:00");
    let one = office
        .complaint_add(&who, &undemanding(Regime::Housing))
        .unwrap()
        .id;
    let bulk = [Regime::Housing, Regime::Goods].map(|regime| BulkComplaint {
        complaint: undemanding(regime),
        recorded_at: who.now,
        acknowledged_at: None,
        decisions: Vec::new(),
        diary: Vec::new(),
        closed: None,
    });
    office
        .bulk_add(&who, bulk, &|_| std::ops::ControlFlow::Continue(()))
        .unwrap();
    let rows = office.list();
    let of = |number: &str| rows.iter().find(|row| row.number == number).unwrap();
    assert_eq!(of("ВХ-2026/0001").id, one);
    for number in ["ВХ-2026/0001", "ВХ-2026/0002"] {
        assert_eq!(of(number).next_due, Some(day("2026-11-30")));
        assert_eq!(of(number).next_due_kind, Some(ClockKind::Answer));
    }
    assert_eq!(of("ВХ-2026/0003").next_due, None);
}
