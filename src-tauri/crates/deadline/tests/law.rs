//! The rules that ship: what they say of each demand, on each side of a change of law.

use chrono::NaiveDate;
use complaint::{DemandKind, Money, Regime};
use deadline::law::{Binds, Certainty, IndefiniteTerm, NotCounted, ReckonedPenalty, StartEvent};
use deadline::{Calendar, Circumstances, Deadline, Law, governing};

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
}

/// The deadlines by the rules that ship, nothing but the day of receipt known.
fn explain(regime: Regime, demand: Option<DemandKind>, received: NaiveDate) -> Vec<Deadline> {
    let about = Circumstances::new(regime, demand, received);
    Law::builtin().deadlines(&about, &Calendar::builtin())
}

fn deadlines(regime: Regime, demand: DemandKind, received: NaiveDate) -> Vec<Deadline> {
    explain(regime, Some(demand), received)
}

fn legal(deadline: &Deadline) -> NaiveDate {
    deadline.counted.as_ref().expect("counted").legal
}

#[test]
fn every_rule_says_where_it_comes_from() {
    let law = Law::builtin();
    assert!(law.rules().len() > 40);
    for rule in law.rules() {
        let id = &rule.id;
        assert!(!rule.citation.is_empty() && !rule.source.is_empty(), "{id}");
        assert!(rule.todo_ru.contains(|c| matches!(c, 'а'..='я')), "{id}");
        assert!(
            !rule.todo_en.contains(|c| matches!(c, 'а'..='я')),
            "{id}: {}",
            rule.todo_en
        );
        assert!(!rule.title_en.contains(|c| matches!(c, 'а'..='я')), "{id}");
        let checked = [day(2026, 11, 21), day(2026, 11, 29)];
        assert!(checked.contains(&rule.checked_on), "{id}");
        assert!(rule.valid_to.is_none_or(|to| rule.valid_from <= to), "{id}");
        assert_eq!(
            rule.certainty == Certainty::OfficeGoal,
            rule.citation.contains("не норма закона"),
            "{id}"
        );
        assert!(
            id.starts_with(rule.regime.as_str()),
            "{id} stands in {:?}",
            rule.regime
        );
    }
}

#[test]
fn every_regime_answers_every_demand_with_a_date() {
    for received in [day(2025, 6, 2), day(2026, 11, 22), day(2027, 3, 1)] {
        for &regime in Regime::ALL {
            let demands = DemandKind::ALL.iter().copied().map(Some).chain([None]);
            for demand in demands {
                let deadlines = explain(regime, demand, received);
                let first = governing(&deadlines)
                    .unwrap_or_else(|| panic!("{regime:?} {demand:?} has no date"));
                assert!(first.binds_office(), "{regime:?} {demand:?}");
                assert!(legal(first) > received);
                assert!(
                    deadlines
                        .iter()
                        .all(|c| c.counted.is_some() != c.not_counted.is_some())
                );
                assert!(
                    deadlines
                        .iter()
                        .all(|c| c.rule.in_force(c.start.unwrap_or(received)))
                );
            }
        }
    }
}

#[test]
fn the_terms_of_the_consumer_law() {
    let received = day(2026, 11, 9);
    let days = |regime, demand| -> Vec<(Option<String>, i64)> {
        deadlines(regime, demand, received)
            .iter()
            .filter(|c| c.rule.binds == Binds::Office && c.is_law())
            .filter_map(|c| {
                let counted = c.counted.as_ref()?;
                Some((
                    c.rule.variant.clone(),
                    (counted.unmoved - received).num_days(),
                ))
            })
            .collect()
    };
    let some = |s: &str| Some(s.to_owned());
    use DemandKind::*;
    assert_eq!(days(Regime::Goods, PriceReduction), [(None, 10)]);
    assert_eq!(days(Regime::Goods, LoanItem), [(None, 3)]);
    assert_eq!(
        days(Regime::Goods, Refund),
        [(None, 10), (some("paid_extra"), 3)]
    );
    assert_eq!(
        days(Regime::Goods, Replacement),
        [
            (None, 7),
            (some("extra_check"), 20),
            (some("not_in_stock"), 30)
        ]
    );
    assert!(days(Regime::Goods, Repair).contains(&(some("agreed_in_writing"), 45)));
    assert_eq!(days(Regime::PrepaidGoods, Refund), [(None, 10)]);
    // The caution of civil law: no other article's ten days.
    assert_eq!(days(Regime::PrepaidGoods, Delivery), [(None, 7)]);
    assert_eq!(days(Regime::Distance, ContractRefusal), [(None, 10)]);
    assert_eq!(days(Regime::Distance, Replacement)[0], (None, 7));
    assert_eq!(days(Regime::Services, Expenses), [(None, 10)]);
    assert_eq!(days(Regime::General, Refund), [(None, 7)]);
    assert_eq!(days(Regime::None, Payment), [(None, 7)]);
    assert_eq!(
        days(Regime::Carriage, Damages),
        [(None, 30), (some("by_air"), 30)]
    );
    assert_eq!(days(Regime::Tourism, Apology), [(None, 10)]);
}

#[test]
fn where_the_law_is_silent_it_is_said() {
    let received = day(2026, 11, 9);
    let goal = &deadlines(Regime::Goods, DemandKind::Apology, received)[0];
    assert_eq!(goal.rule.certainty, Certainty::OfficeGoal);
    assert!(!goal.is_law());
    let silent = deadlines(Regime::Goods, DemandKind::MoralDamages, received);
    let caution = &silent[0];
    assert!(caution.rule.caution && caution.is_law());
    assert!(caution.rule.citation.contains("314"));
    // It never governs: the office's own goal does, and is no law.
    assert!(governing(&silent).is_some_and(|one| !one.is_law()));
    let review = explain(Regime::None, None, received);
    assert_eq!(review[0].rule.id, "none.answer");
    let repair = deadlines(Regime::Goods, DemandKind::Repair, received);
    assert!(repair.iter().any(|c| {
        c.rule.id == "goods.repair"
            && c.not_counted
                == Some(NotCounted::Open {
                    open: IndefiniteTerm::AtOnce,
                })
    }));
}

#[test]
fn the_day_of_the_event_picks_the_version() {
    let calendar = Calendar::builtin();
    let mut q = Circumstances::new(Regime::Goods, Some(DemandKind::Refund), day(2026, 1, 31));
    q.price = Some("4590.00".parse::<Money>().expect("a sum"));
    q.paid = Some("4000.00".parse::<Money>().expect("a sum"));
    let penalty = |q: &Circumstances| {
        let deadlines = Law::builtin().deadlines(q, &calendar);
        deadlines[0].penalty.clone().expect("a penalty")
    };
    // Demanded on the day before the cap came, and late after it: what is owed is capped.
    let eve = penalty(&q);
    assert_eq!((eve.cap, eve.later_cap), (q.paid, None));
    q.received = day(2025, 12, 1);
    let old = penalty(&q);
    assert_eq!(old.per_day.map(|m| m.to_string()).as_deref(), Some("45.90"));
    assert_eq!((old.cap, old.later_cap), (None, q.paid));
    let accrued = |of: &ReckonedPenalty, due, day| of.accrued(due, day).map(|m| m.to_string());
    // 51 days until 31.01.2026, then 4000 at most.
    let due = day(2025, 12, 11);
    assert_eq!(
        accrued(&old, due, day(2026, 1, 31)).as_deref(),
        Some("2340.90")
    );
    assert_eq!(
        accrued(&old, due, day(2026, 2, 1)).as_deref(),
        Some("2386.80")
    );
    assert_eq!(
        accrued(&old, due, day(2027, 2, 1)).as_deref(),
        Some("6340.90")
    );
    q.received = day(2026, 2, 1);
    let new = penalty(&q);
    assert_eq!((new.cap, new.later_cap), (q.paid, None));
    let due = day(2026, 2, 11);
    assert_eq!(
        accrued(&new, due, day(2026, 2, 21)).as_deref(),
        Some("459.00")
    );
    assert_eq!(new.accrued(due, day(2096, 1, 1)), q.paid);
    assert_eq!(accrued(&new, due, due).as_deref(), Some("0.00"));
    q.price = None;
    q.paid = None;
    assert_eq!(penalty(&q).accrued(due, day(2026, 2, 21)), None);

    let id = |d, regime| -> Vec<String> {
        Law::builtin()
            .rules_on(d, Some(regime))
            .iter()
            .filter(|r| r.reference && r.regime == regime)
            .map(|r| r.citation.clone())
            .collect()
    };
    assert!(id(day(2026, 8, 31), Regime::Medical)[0].contains("736"));
    assert!(id(day(2026, 9, 1), Regime::Medical)[0].contains("659"));
    assert!(id(day(2026, 12, 31), Regime::Catering)[0].contains("1515"));
    assert_eq!(id(day(2027, 1, 1), Regime::Catering), Vec::<String>::new());
    let platform = deadlines(Regime::Platform, DemandKind::Other, day(2026, 9, 30));
    assert!(platform.iter().all(|c| c.rule.id != "platform.complaint"));
}

#[test]
fn terms_that_run_from_another_event() {
    let calendar = Calendar::builtin();
    let mut q = Circumstances::new(Regime::Goods, Some(DemandKind::Exchange), day(2026, 11, 20));
    let right = |q: &Circumstances| {
        let deadlines = Law::builtin().deadlines(q, &calendar);
        deadlines
            .into_iter()
            .find(|c| c.rule.id == "goods.exchange_right")
            .expect("the right")
    };
    assert_eq!(
        right(&q).not_counted,
        Some(NotCounted::NeedsEvent {
            event: StartEvent::ItemPurchased
        })
    );
    q.item_purchased = Some(day(2026, 11, 9));
    assert_eq!(
        right(&q).counted.expect("counted").unmoved,
        day(2026, 11, 23)
    );

    let mut firm = Circumstances::new(Regime::B2b, Some(DemandKind::Payment), day(2026, 11, 10));
    let assumed = Law::builtin().deadlines(&firm, &calendar);
    assert!(assumed[0].assumed_start && assumed.len() == 1);
    assert_eq!(legal(&assumed[0]), day(2026, 12, 10));
    firm.sent = Some(day(2026, 11, 3));
    let known = Law::builtin().deadlines(&firm, &calendar);
    assert!(!known[0].assumed_start);
    assert_eq!(legal(&known[0]), day(2026, 12, 3));

    let mut late = Circumstances::new(
        Regime::Services,
        Some(DemandKind::Delivery),
        day(2026, 11, 10),
    );
    late.named_day = Some(day(2026, 11, 22));
    let deadlines = Law::builtin().deadlines(&late, &calendar);
    assert_eq!(deadlines.len(), 1);
    let counted = deadlines[0].counted.as_ref().expect("counted");
    assert_eq!(
        (counted.legal, counted.safe),
        (day(2026, 11, 22), day(2026, 11, 20))
    );
}

#[test]
fn a_year_not_loaded_is_said_and_not_replaced_by_a_caution() {
    let deadlines = deadlines(Regime::Goods, DemandKind::Refund, day(2027, 12, 21));
    let partly = deadlines[0].partly.as_ref().expect("some of it is known");
    assert_eq!(
        (partly.unmoved, partly.safe),
        (day(2027, 12, 31), Some(day(2027, 12, 30)))
    );
    assert!(partly.steps[0].text_ru.contains("2028"));
    assert_eq!(
        deadlines[0].not_counted,
        Some(NotCounted::MissingYear { year: 2028 })
    );
    assert_eq!(governing(&deadlines), None);
}

const OWN: &str = r#"
regime = "goods"
leans_on = "general"
checked_on = "2027-01-15"
[[rule]]
id = "goods.money"
demands = ["refund"]
term = { count = 5, unit = "working_days" }
citation = "Приказ по магазину"
source = "приказ"
certainty = "office_goal"
valid_from = "2024-01-01"
title_ru = "Деньги за 5 рабочих дней"
title_en = "Money in 5 working days"
todo_ru = "Перечислить."
todo_en = "Pay."
"#;

#[test]
fn an_office_changes_the_law_it_counts_by() {
    let mut law = Law::builtin().clone();
    law.add_toml(OWN).expect("a good file");
    let q = Circumstances::new(Regime::Goods, Some(DemandKind::Refund), day(2026, 11, 9));
    let calendar = Calendar::builtin();
    assert_eq!(legal(&law.deadlines(&q, &calendar)[0]), day(2026, 11, 16));
    law.add_toml(&OWN.replace("[[rule]]", "[[rule]]\noff = true"))
        .expect("a rule switched off");
    assert_eq!(
        law.deadlines(&q, &calendar)[0].rule.id,
        "general.performance"
    );
    assert_eq!(
        Law::builtin().deadlines(&q, &calendar)[0].rule.id,
        "goods.money"
    );
}
