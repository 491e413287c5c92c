//! A complaint that demands nothing: the rule of its regime gives the answer a term like any other, and
//! where no rule does, the case says so and no day is made up.

use crate::day::{Shop, asked, at, by, kettle};
use complaint::*;
use office::*;
use serde_json::json;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn undemanding(kind: Kind, regime: Regime) -> NewComplaint {
    let kettle = kettle();
    NewComplaint {
        fields: ComplaintFields {
            matter: Matter {
                kind,
                regime,
                ..kettle.fields.matter
            },
            ..kettle.fields
        },
        demands: Vec::new(),
        ..kettle
    }
}

fn answer(card: &Card) -> Option<CaseClockView> {
    let found = card
        .running
        .iter()
        .find(|c| c.fields.kind == ClockKind::Answer);
    found.cloned()
}

fn row(shop: &Shop, id: ComplaintId) -> ComplaintRow {
    let page = office::register_page(
        &shop.office,
        &by(10, 9),
        PageQuery {
            query: RegisterQuery::default(),
            offset: 0,
            limit: 50,
        },
    );
    let rows = page.expect("a page").rows;
    rows.into_iter().find(|row| row.id == id).expect("a row")
}

/// The terms that the form of intake shows beside it.
fn foretold(shop: &Shop, kind: Kind, demands: Vec<DemandKind>) -> Vec<Option<chrono::NaiveDate>> {
    let question = ClockQuestion {
        kind,
        regime: Regime::Housing,
        demands,
        received: day("2026-11-09"),
        received_time: None,
        price: None,
        party: None,
        name: String::new(),
    };
    let found = office::clocks(&shop.office, &question);
    let clocks = found.into_iter().flat_map(|group| group.clocks);
    clocks.map(|clock| clock.legal).collect()
}

#[test]
fn intake_foretells_no_term_for_what_needs_no_answer() {
    let shop = Shop::founded();
    let asked = foretold(&shop, Kind::Complaint, Vec::new());
    assert!(asked.contains(&Some(day("2026-11-23"))), "{asked:?}");
    for kind in [Kind::Review, Kind::Gratitude, Kind::Authority] {
        assert!(foretold(&shop, kind, Vec::new()).is_empty(), "{kind:?}");
        let demanded = foretold(&shop, kind, vec![DemandKind::Recalculation]);
        assert!(!demanded.is_empty(), "{kind:?} with a demand");
    }
}

#[test]
fn a_rule_for_the_answer_itself_runs_as_any_other_term() {
    let shop = Shop::founded();
    for (regime, legal, law) in [
        (Regime::Housing, "2026-11-23", "416"),
        (Regime::Tourism, "2026-11-19", "132-ФЗ"),
        (Regime::PersonalData, "2026-11-23", "152-ФЗ"),
        (Regime::Carriage, "2026-12-09", "259-ФЗ"),
    ] {
        let id = shop.takes(undemanding(Kind::Complaint, regime));
        let clock = answer(&shop.card(id)).expect("a clock");
        assert_eq!(clock.legal, Some(day(legal)), "{regime:?}");
        assert!(
            clock.fields.citation.contains(law),
            "{}",
            clock.fields.citation
        );
        assert_eq!(clock.state, ClockState::Open);
        assert!(clock.of_facts && clock.fields.ours && !clock.steps.is_empty());
        assert!(clock.last.is_some(), "until when it can be posted");
        let listed = row(&shop, id);
        assert_eq!(listed.next_due, clock.legal);
        assert_eq!(listed.next_due_safe, clock.safe);
        assert_eq!(listed.next_due_kind, Some(ClockKind::Answer));
    }
    let late = office::today(&shop.office, &by(24, 9)).expect("today");
    assert_eq!(late.overdue.total, 3);
    let soon = office::today(&shop.office, &by(18, 9)).expect("today");
    assert_eq!(soon.due_soon.rows[0].next_due, Some(day("2026-11-19")));
    let calendar = office::calendar_file(
        &shop.office,
        &by(10, 9),
        CalendarFile {
            complaint: None,
            language: Language::En,
        },
    );
    let calendar = calendar.expect("a calendar");
    assert!(
        calendar.contains("DTSTART;VALUE=DATE:20261119"),
        "{calendar}"
    );
    assert!(calendar.contains("Answer the complaint"), "{calendar}");
}

#[test]
fn where_no_rule_speaks_no_day_is_made_up_and_a_goal_is_the_offices_own() {
    let shop = Shop::founded();
    let silent = [
        (Kind::Complaint, Regime::Goods),
        (Kind::Complaint, Regime::Hotel),
        (Kind::Complaint, Regime::Medical),
        (Kind::Gratitude, Regime::Housing),
        (Kind::Review, Regime::Housing),
        (Kind::Authority, Regime::Housing),
    ];
    for (kind, regime) in silent {
        let id = shop.takes(undemanding(kind, regime));
        let card = shop.card(id);
        assert!(
            card.running.is_empty() && card.clocks.is_empty(),
            "{kind:?} {regime:?}"
        );
        assert_eq!(row(&shop, id).next_due, None);
    }
    let goals =
        json!({ "what": "goals", "goals": { "answer": { "count": 5, "unit": "working_days" } } });
    let goals = serde_json::from_value(goals).expect("goals");
    office::norm_apply(&shop.office, &by(8, 9), goals).expect("set");
    let id = shop.takes(undemanding(Kind::Complaint, Regime::Goods));
    let running = shop.card(id).running;
    assert_eq!(running.len(), 1);
    assert_eq!(
        (running[0].fields.kind, running[0].legal),
        (ClockKind::Goal, Some(day("2026-11-16")))
    );
    // Its passing presses, but nobody is late with anything.
    let passed = office::today(&shop.office, &by(23, 9)).expect("today");
    assert!(passed.overdue.rows.iter().all(|row| row.id != id));
    assert!(passed.due_soon.rows.iter().any(|row| row.id == id));
    let query = RegisterQuery {
        due: Some(DueFilter::Overdue),
        ..RegisterQuery::default()
    };
    let page = PageQuery {
        query,
        offset: 0,
        limit: 50,
    };
    let late = office::register_page(&shop.office, &by(23, 9), page).expect("a page");
    assert!(late.rows.iter().all(|row| row.id != id));
}

#[test]
fn a_prosecutors_request_runs_by_its_usual_term_and_not_by_the_shortest_case() {
    let shop = Shop::founded();
    let id = shop.takes(undemanding(Kind::Authority, Regime::Prosecutor));
    let card = shop.card(id);
    let clock = answer(&card).expect("a clock");
    assert_eq!(clock.legal, Some(day("2026-11-16")), "5 working days");
    assert_eq!(card.no_term, None);
    // The head is to see it before.
    let head = |card: &Card| {
        let goal = card.running.first().expect("a goal");
        assert_eq!(goal.fields.kind, ClockKind::Goal);
        assert_eq!(
            (goal.legal, card.due),
            (Some(day("2026-11-10")), goal.legal)
        );
    };
    head(&card);
    let listed = row(&shop, id);
    assert_eq!(listed.next_due, Some(day("2026-11-10")));
    assert_eq!(listed.next_due_kind, Some(ClockKind::Goal));
    let dangers = card.clocks.iter().filter(|term| term.variant.is_some());
    assert!(
        dangers.count() >= 2,
        "the shorter cases are told all the same"
    );
    // Other bodies name the day in the request.
    for regime in [Regime::LabourInspection, Regime::Rospotrebnadzor] {
        let card = shop.card(shop.takes(undemanding(Kind::Authority, regime)));
        assert_eq!(answer(&card), None, "{regime:?}");
        head(&card);
    }
}

#[test]
fn the_term_follows_the_case_until_it_is_answered() {
    let shop = Shop::founded();
    let id = shop.takes(undemanding(Kind::Request, Regime::PersonalData));
    let before = shop.card(id);
    // A demand brings its own term, and the answer's comes back with its removal.
    let save = DemandSave {
        complaint: id,
        demand: None,
        values: asked(DemandKind::Erasure, None),
    };
    let card = office::demand_save(&shop.office, &by(10, 9), save).expect("saved");
    assert_eq!(answer(&card), None);
    assert_eq!(row(&shop, id).next_due_kind, Some(ClockKind::Demand));
    let remove = DemandRef {
        complaint: id,
        demand: card.demands[0].demand.id,
    };
    let card = office::demand_remove(&shop.office, &by(10, 9), remove).expect("removed");
    assert_eq!(answer(&card).and_then(|c| c.legal), Some(day("2026-11-23")));
    // Undone twice, all is as it was, its clock the same row.
    for _ in 0..2 {
        let seq = shop.card(id).undo.expect("something to undo").seq;
        office::undo(&shop.office, &by(10, 9), Undo { complaint: id, seq }).expect("undone");
    }
    assert_eq!(answer(&shop.card(id)), answer(&before));
    // A promise behind the last day names the article.
    let asked = InterimQuestion {
        complaint: id,
        promised: day("2026-11-30"),
    };
    let late = office::interim_check(&shop.office, &by(10, 9), asked).expect("checked");
    assert_eq!(
        (late.len(), late[0].demand, late[0].late_days),
        (1, None, 7)
    );
    assert!(late[0].text_ru.contains("152-ФЗ"), "{}", late[0].text_ru);
    let near = ComplaintRef { complaint: id };
    let near = office::complaint_card(&shop.office, &by(20, 9), near).expect("a card");
    let advice = near.interim.expect("an advice");
    assert_eq!((advice.demand, advice.legal), (None, day("2026-11-23")));
    // The reply ends it, and proves it.
    let mut choices = LetterChoices::default();
    choices.writer_words.particulars.data.none = true;
    let reply = shop.drafts(id, LetterKind::PersonalDataReply, choices);
    shop.issues(&reply);
    let drawer = answer(&shop.card(id)).expect("still there");
    assert_eq!(drawer.state, ClockState::Open, "it has not left");
    shop.sends(&reply);
    let met = answer(&shop.card(id)).expect("still there");
    assert_eq!(met.state, ClockState::Met);
    assert_eq!(
        met.ended.and_then(|end| end.proof).map(|proof| proof.id),
        Some(reply.summary.id.0)
    );
    assert_eq!(row(&shop, id).next_due, None);
}

#[test]
fn another_regime_or_rule_moves_the_term_and_undoing_brings_it_back() {
    let shop = Shop::founded();
    let id = shop.takes(undemanding(Kind::Complaint, Regime::Housing));
    let other = shop.takes(undemanding(Kind::Complaint, Regime::Goods));
    let legal = |id| answer(&shop.card(id)).and_then(|clock| clock.legal);
    let first = shop.card(id).contents.complaint;
    let edit = |regime| {
        let now = shop.card(id).contents.complaint;
        let edit = ComplaintEdit {
            id,
            version: now.version,
            fields: ComplaintFields {
                matter: Matter {
                    regime,
                    ..now.fields.matter
                },
                ..now.fields
            },
            scope: complaint::CardScope::ThisCase,
        };
        office::complaint_edit(&shop.office, &by(10, 9), edit).expect("edited");
    };
    edit(Regime::Goods);
    assert_eq!(legal(id), None);
    edit(Regime::Tourism);
    assert_eq!(legal(id), Some(day("2026-11-19")));
    edit(first.fields.matter.regime);
    assert_eq!(legal(id), Some(day("2026-11-23")));

    // The office changes the rule, and writes one where the law has none.
    let norms = office::norms(&shop.office, &by(10, 9)).expect("norms");
    let rules = norms.regimes.iter().flat_map(|regime| &regime.rules);
    let housing = rules
        .map(|view| &view.rule)
        .find(|rule| rule.id == "housing.answer")
        .expect("the rule");
    let mut rule = serde_json::to_value(housing).expect("a value");
    rule["term"] = json!({ "count": 5, "unit": "working_days" });
    let change = |rule: &serde_json::Value| -> NormChange {
        let change = json!({ "what": "rule", "rule": rule, "instead": null });
        serde_json::from_value(change).expect("a change")
    };
    let preview = office::norm_preview(&shop.office, &by(10, 9), change(&rule)).expect("seen");
    assert_eq!(preview.moved_total, 1);
    assert_eq!(preview.moved[0].clock, Some(ClockKind::Answer));
    assert_eq!(preview.moved[0].becomes, Some(day("2026-11-16")));
    let done = office::norm_apply(&shop.office, &by(10, 9), change(&rule)).expect("applied");
    assert_eq!((done.moved, legal(id)), (1, Some(day("2026-11-16"))));
    rule["id"] = json!("goods.answer");
    rule["regime"] = json!("goods");
    let done = office::norm_apply(&shop.office, &by(10, 9), change(&rule)).expect("applied");
    assert_eq!(done.moved, 1);
    assert_eq!(legal(other), Some(day("2026-11-16")));
    assert_eq!(row(&shop, other).next_due, legal(other));
    let undo = NormUndo {
        seq: done.seq.expect("a change"),
    };
    office::norm_undo(&shop.office, &by(10, 10), undo).expect("undone");
    assert_eq!((legal(other), row(&shop, other).next_due), (None, None));
    assert_eq!(legal(id), Some(day("2026-11-16")));
    let check = office::journal_verify(&shop.office, &by(20, 9)).expect("verified");
    assert!(check.is_whole(), "{check:?}");
    // Closed without an answer, the term falls away.
    let close = CloseCase {
        complaint: id,
        reason: Some((NoAnswerReason::AnsweredOrally, String::new())),
    };
    office::complaint_close(&shop.office, &by(11, 9), close).expect("closed");
    assert_eq!(
        answer(&shop.card(id)).map(|c| c.state),
        Some(ClockState::Void)
    );
    assert_eq!(at(11, 9).date_naive(), day("2026-11-11"));
}

#[test]
fn a_penalty_from_the_day_of_the_contract_is_named_without_a_sum() {
    let shop = Shop::founded();
    let mut prepaid = kettle();
    prepaid.fields.matter.regime = Regime::PrepaidGoods;
    let id = shop.takes(prepaid);
    let asked = InterimQuestion {
        complaint: id,
        promised: day("2026-11-24"),
    };
    let late = office::interim_check(&shop.office, &by(10, 9), asked).expect("checked");
    let money = &late[0];
    assert_eq!(
        (money.demand, money.late_days),
        (Some(DemandKind::Refund), 5)
    );
    assert!(
        money
            .penalty_citation
            .as_deref()
            .is_some_and(|cited| cited.contains("23.1"))
    );
    assert_eq!(money.total, None, "nobody knows the day of the contract");
    assert!(!money.text_ru.contains("₽"), "{}", money.text_ru);
}
