//! What the office counts by: its own rules and calendar, the cases that follow, and the way back.

use crate::day::{Shop, at, by, code, kettle};
use complaint::Regime;
use office::{Failure, NormChange, NormUndo, NormsView, PriceQuestion, RegimeNorms, RegimeRef};
use serde_json::{Value, json};

fn change(value: Value) -> NormChange {
    serde_json::from_value(value).expect("a change")
}

fn norms(shop: &Shop) -> NormsView {
    office::norms(&shop.office, &by(10, 9)).expect("norms")
}

fn goods(norms: &NormsView) -> &RegimeNorms {
    let found = norms
        .regimes
        .iter()
        .find(|r| r.regime == complaint::Regime::Goods);
    found.expect("goods")
}

/// The shipped rule on money for goods, as the form gets it.
fn money(shop: &Shop) -> Value {
    let norms = norms(shop);
    let rule = goods(&norms)
        .rules
        .iter()
        .find(|v| v.rule.id == "goods.money");
    serde_json::to_value(&rule.expect("the rule").rule).expect("a value")
}

fn year_2026(shop: &Shop, off: &str) -> Value {
    let norms = norms(shop);
    let year = norms
        .years
        .iter()
        .find(|y| y.entry.year == 2026)
        .expect("2026");
    let mut year = serde_json::to_value(&year.entry).expect("a value");
    year["weekday_off"]
        .as_array_mut()
        .expect("a list")
        .push(json!(off));
    year
}

#[test]
fn a_day_taken_off_moves_the_open_cases_and_comes_back() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let due = |shop: &Shop| shop.card(id).demands[0].demand.due_legal.expect("a day");
    assert_eq!(due(&shop), at(19, 0).date_naive());

    let off = change(json!({ "what": "year", "year": year_2026(&shop, "2026-11-19") }));
    let preview = office::norm_preview(&shop.office, &by(10, 9), off.clone()).expect("a preview");
    assert_eq!(
        (preview.fault.clone(), preview.years.clone()),
        (None, vec![2026])
    );
    // Every demand of the case ran to that day.
    let demands = shop.card(id).demands.len() as u64;
    assert_eq!(preview.moved_total, demands);
    let moved = &preview.moved[0];
    assert_eq!(
        (moved.case.complaint, moved.was, moved.becomes),
        (
            id,
            Some(at(19, 0).date_naive()),
            Some(at(20, 0).date_naive())
        )
    );
    assert_eq!(
        due(&shop),
        at(19, 0).date_naive(),
        "a preview changes nothing"
    );

    let done = office::norm_apply(&shop.office, &by(10, 10), off.clone()).expect("applied");
    assert_eq!(done.moved, demands);
    assert!(
        done.norms
            .years
            .iter()
            .any(|y| y.entry.year == 2026 && y.own)
    );
    assert_eq!(due(&shop), at(20, 0).date_naive());
    // Another program on the same folder counts by it too, and the lists follow.
    let other = shop.reopened(10);
    let row = office::today(&other, &by(20, 9)).expect("today");
    assert_eq!(row.overdue.total, 0);
    let again = office::norm_apply(&shop.office, &by(10, 10), off).expect("nothing to do");
    assert_eq!((again.moved, again.seq), (0, None));

    let seq = done.seq.expect("a change");
    let back = office::norm_undo(&shop.office, &by(10, 11), NormUndo { seq }).expect("undone");
    assert!(back.years.iter().all(|y| !y.own));
    assert_eq!(due(&shop), at(19, 0).date_naive());
    let late = office::today(&shop.office, &by(20, 9)).expect("today");
    assert_eq!(late.overdue.total, 1, "the list was brought back as well");
    let check = office::journal_verify(&shop.office, &by(20, 9)).expect("verified");
    assert!(check.is_whole(), "{check:?}");
    // What is no change of norms is not undone here.
    let founding = NormUndo { seq: 1 };
    let refused = office::norm_undo(&shop.office, &by(20, 10), founding);
    assert_eq!(code(refused), "nothing_to_undo");
}

#[test]
fn a_rule_is_edited_shown_as_own_exported_and_reset() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let mut rule = money(&shop);
    rule["term"] = json!({ "count": 5, "unit": "working_days" });
    rule["citation"] = json!("Приказ по магазину");
    let edit = change(json!({ "what": "rule", "rule": rule, "instead": null }));
    let done = office::norm_apply(&shop.office, &by(10, 10), edit).expect("applied");
    assert!(goods(&done.norms).own);
    let clock = shop.card(id).demands[0].clocks[0].clone();
    assert_eq!(clock.citation, "Приказ по магазину");
    assert_eq!(clock.legal, Some(at(16, 0).date_naive()));
    assert_eq!(
        clock.last, None,
        "paying is no writing that the post could carry"
    );

    // The pack goes out with the edit; an office beside takes it in.
    let asked = RegimeRef {
        regime: complaint::Regime::Goods,
    };
    let text = office::law_pack_text(&shop.office, &by(10, 10), asked).expect("a pack");
    assert!(text.contains("Приказ по магазину"));
    let beside = Shop::founded();
    let import = change(json!({ "what": "pack", "text": text }));
    let preview = office::norm_preview(&beside.office, &by(10, 9), import.clone()).expect("seen");
    assert_eq!(
        (preview.fault, preview.rules),
        (None, 1),
        "only what differs is its own"
    );
    office::norm_apply(&beside.office, &by(10, 10), import).expect("applied");
    assert!(goods(&norms(&beside)).own);

    let reset = change(json!({ "what": "pack_reset", "regime": "goods" }));
    let done = office::norm_apply(&shop.office, &by(10, 11), reset).expect("reset");
    assert!(!goods(&done.norms).own);
    assert_eq!(
        shop.card(id).demands[0].demand.due_legal,
        Some(at(19, 0).date_naive())
    );
}

#[test]
fn rules_that_end_soon_are_counted_for_the_usual_trade_alone() {
    let shop = Shop::founded();
    let ending = |usual_regime| {
        let profile = complaint::OfficeProfile {
            usual_regime,
            ..crate::day::profile()
        };
        office::profile_save(&shop.office, &by(10, 9), &profile).expect("saved");
        let today = office::today(&shop.office, &by(10, 9)).expect("today");
        today.rules_ending
    };
    // At a distance the rules on goods apply subsidiarily, to services they don't.
    let trades = [Regime::Goods, Regime::Distance, Regime::Services];
    let before = trades.map(ending);
    let mut rule = money(&shop);
    rule["valid_to"] = json!("2027-01-31");
    let edit = change(json!({ "what": "rule", "rule": rule, "instead": null }));
    office::norm_apply(&shop.office, &by(10, 10), edit).expect("applied");
    let after = trades.map(ending);
    assert_eq!(after, [before[0] + 1, before[1] + 1, before[2]]);
}

#[test]
fn the_year_to_add_begins_with_its_holidays() {
    let shop = Shop::founded();
    let next = norms(&shop).next_year;
    assert!(
        next.weekday_off
            .iter()
            .all(|day| day.to_string().starts_with(&next.year.to_string()))
    );
    let mut year = serde_json::to_value(&next).expect("a value");
    year["act"] = json!("Проект");
    let add = change(json!({ "what": "year", "year": year }));
    let done = office::norm_apply(&shop.office, &by(10, 9), add).expect("added");
    let added = done.norms.years.iter().find(|y| y.entry.year == next.year);
    assert_eq!(added.map(|y| y.entry.working_days), Some(next.working_days));
    assert_eq!(done.norms.next_year.year, next.year + 1);
}

#[test]
fn a_rule_switched_off_and_its_reset() {
    let shop = Shop::founded();
    let mut rule = money(&shop);
    let of = json!({
        "regime": "goods", "id": "goods.money", "variant": null, "valid_from": rule["valid_from"],
    });
    rule["off"] = json!(true);
    let off = change(json!({ "what": "rule", "rule": rule, "instead": of }));
    office::norm_apply(&shop.office, &by(8, 10), off).expect("applied");
    let id = shop.takes(kettle());
    assert_eq!(
        shop.card(id).demands[0].clocks[0].rule,
        "general.performance"
    );
    let reset = change(json!({ "what": "rule_reset", "of": of }));
    office::norm_apply(&shop.office, &by(10, 11), reset).expect("reset");
    assert_eq!(shop.card(id).demands[0].clocks[0].rule, "goods.money");
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    let shop = Shop::founded();
    let before = norms(&shop);
    for (value, line, problem, detail) in [
        (
            json!({ "what": "pack", "text": "regime = \"goods\"\nchecked_on = \"2026-11-22\"\nlaw = 1\n" }),
            3,
            "unknown_key",
            "law",
        ),
        (
            json!({ "what": "calendar", "text": "{}" }),
            0,
            "not_a_calendar",
            "",
        ),
        (
            json!({ "what": "year", "year": year_2026(&shop, "2026-11-21") }),
            0,
            "misplaced_day",
            "2026-11-21",
        ),
        (
            json!({ "what": "hours", "places": {
            "post": [{"opens": "09:00:00", "closes": "08:00:00"}, null, null, null, null, null, null],
            "office": [null, null, null, null, null, null, null],
        } }),
            0,
            "hours",
            "0",
        ),
    ] {
        let change = change(value);
        let preview = office::norm_preview(&shop.office, &by(10, 9), change.clone()).expect("told");
        let fault = preview.fault.expect(problem);
        assert_eq!((fault.line, fault.problem.as_str()), (line, problem));
        assert!(fault.detail.contains(detail), "{fault:?}");
        let refused = office::norm_apply(&shop.office, &by(10, 9), change).expect_err(problem);
        assert_eq!(Failure::from(refused).code, "norm");
    }
    assert_eq!(norms(&shop), before);
}

#[test]
fn the_price_of_each_answer_follows_the_case_and_the_assumptions() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let demand = shop.card(id).demands[0].demand.clone();
    let mut ask = PriceQuestion {
        complaint: id,
        demand: demand.id,
        asked: None,
        offered: None,
        paid: None,
        excused: false,
        contract_day: None,
        contract: None,
        assumptions: None,
    };
    let prices = |ask: &PriceQuestion| office::answer_prices(&shop.office, &by(10, 9), ask.clone());
    let view = prices(&ask).expect("priced");
    assert_eq!(view.asked, demand.fields.amount);
    assert_eq!(view.answers.len(), 4);
    assert_eq!(
        Some(view.answers[0].total),
        demand.fields.amount,
        "in time it costs what is asked"
    );
    let lost = view.answers[3].total;
    assert!(lost > view.answers[0].total);
    let fine = |view: &office::PriceView| {
        let value = serde_json::to_value(&view.answers[3].figures).expect("a value");
        let figures = value.as_array().expect("figures").clone();
        figures
            .into_iter()
            .find(|f| f["head"] == "fine")
            .expect("a fine")["sum"]
            .clone()
    };
    assert_ne!(fine(&view), "0.00");
    ask.excused = true;
    assert_eq!(fine(&prices(&ask).expect("priced")), "0.00");
    for (contract, field) in [
        (
            json!({ "basis_points_per_day": 10_001 }),
            "contract.basis_points_per_day",
        ),
        (
            json!({ "basis_points_per_day": 10, "cap_percent": 1_001 }),
            "contract.cap_percent",
        ),
    ] {
        let dear = PriceQuestion {
            contract: serde_json::from_value(contract).expect("a penalty"),
            ..ask.clone()
        };
        let refused = office::Failure::from(prices(&dear).expect_err("refused"));
        assert_eq!(
            refused,
            office::Failure::of("field").at(field).with("too_much")
        );
    }
    // The office's own assumptions hold from then on.
    let mut assumptions = serde_json::to_value(view.assumptions).expect("a value");
    assumptions["expertise"] = json!("99000.00");
    let set = change(json!({ "what": "assumptions", "assumptions": assumptions }));
    office::norm_apply(&shop.office, &by(10, 9), set).expect("set");
    ask.excused = false;
    assert_eq!(
        prices(&ask).expect("priced").answers[3].total.kopecks() - lost.kopecks(),
        (99_000 - 15_000) * 100
    );
    ask.offered = Some("999999".parse().expect("a sum"));
    assert_eq!(
        Failure::from(prices(&ask).expect_err("more than asked"))
            .detail
            .as_deref(),
        Some("more_than_asked")
    );
}

#[test]
fn the_dates_go_into_a_calendar_and_names_do_not() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let demands = shop.card(id).demands.len();
    let ask = |complaint| office::CalendarFile {
        complaint,
        language: complaint::Language::Ru,
    };
    let file = |complaint| {
        office::calendar_file(&shop.office, &by(10, 9), ask(complaint)).expect("a file")
    };
    let text = file(Some(id));
    assert_eq!(text, file(None));
    // Every line ends as the standard asks and is no longer than it allows.
    assert!(
        text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n'])
    );
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let lines: Vec<&str> = unfolded.split_terminator("\r\n").collect();
    let mut open = Vec::new();
    for line in &lines {
        let (name, value) = line.split_once(':').expect("name and value");
        match name {
            "BEGIN" => open.push(value),
            "END" => assert_eq!(open.pop(), Some(value)),
            _ => assert!(!open.is_empty()),
        }
    }
    assert!(open.is_empty());
    let starting = |with: &str| lines.iter().filter(|l| l.starts_with(with)).count();
    assert_eq!(starting("BEGIN:VEVENT"), demands);
    assert_eq!(starting("DTSTART;VALUE=DATE:20261119"), demands);
    assert_eq!(starting("DTEND;VALUE=DATE:20261120"), demands);
    assert_eq!(starting("SUMMARY:ВХ-2026/0001. "), demands);
    let uids: std::collections::BTreeSet<&&str> =
        lines.iter().filter(|l| l.starts_with("UID:")).collect();
    assert_eq!(uids.len(), demands);
    for word in ["Соколова", "Чайник", "протекает", "Садовая"] {
        assert!(!unfolded.contains(word), "{word} went out");
    }
    let held = office::last_call(&shop.office, &by(19, 10)).expect("counts");
    assert_eq!((held.overdue, held.due_today, held.due_soon), (0, 1, 1));
    assert_eq!(
        held.branch_closes.map(|t| t.to_string()).as_deref(),
        Some("20:00:00")
    );
    let sunday = office::last_call(&shop.office, &by(22, 10)).expect("counts");
    assert_eq!((sunday.overdue, sunday.branch_closes), (1, None));
}
