//! The exposure of each answer, against sums reckoned by hand.

use chrono::{Days, NaiveDate};
use complaint::{DemandKind, Money, Regime};
use deadline::exposure::{HeadOfLoss, Scenario};
use deadline::{
    Calendar, Circumstances, ContractPenalty, CourtAssumptions, Dispute, Exposure, Law, estimate,
};
use proptest::prelude::*;

fn day(y: i32, m: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(y, m, d).expect("a real day")
}

fn money(text: &str) -> Money {
    text.parse().expect("a sum")
}

/// A refund of 10 000 for an item of that price, demanded on a day, its term over ten days later.
fn dispute(event: NaiveDate, paid: &str) -> Dispute {
    let mut about = Circumstances::new(Regime::Goods, Some(DemandKind::Refund), event);
    about.price = Some(money("10000"));
    about.paid = Some(money(paid));
    let deadlines = Law::builtin().deadlines(&about, &Calendar::builtin());
    Dispute {
        regime: Regime::Goods,
        event,
        today: event,
        due: deadlines[0].counted.as_ref().map(|c| c.legal),
        contract_day: None,
        asked: money("10000"),
        offered: money("4000"),
        penalty: deadlines[0].penalty.clone(),
        money: true,
        contract: None,
        excused: false,
    }
}

fn exposures(dispute: &Dispute) -> Vec<Exposure> {
    estimate(Law::builtin(), dispute, &CourtAssumptions::default())
}

fn head(priced: &Exposure, head: HeadOfLoss) -> Option<(String, Option<String>)> {
    let figure = priced.figures.iter().find(|f| f.head == head)?;
    Some((
        figure.sum.to_string(),
        figure.if_later_law.map(|m| m.to_string()),
    ))
}

#[test]
fn in_time_it_costs_what_is_demanded() {
    let all = exposures(&dispute(day(2026, 11, 9), "10000"));
    let answers: Vec<Scenario> = all.iter().map(|p| p.scenario).collect();
    assert_eq!(
        answers,
        [
            Scenario::SettleNow,
            Scenario::Partly,
            Scenario::RefuseAndWin,
            Scenario::RefuseAndLose
        ]
    );
    assert_eq!(all[0].total, money("10000"));
    assert_eq!(all[1].total, money("4000"));
    // Own lawyer and the expertise.
    assert_eq!(all[2].total, money("35000"));
    assert_eq!(head(&all[0], HeadOfLoss::Penalty), None);
}

#[test]
fn a_lost_case_by_hand() {
    // Demanded 09.11.2026, due 19.11.2026, judged 180 days after: 170 days late.
    let all = exposures(&dispute(day(2026, 11, 9), "10000"));
    let lost = &all[3];
    // 100 a day for 170 days is 17 000, and the cap of 2026 is what was paid.
    assert_eq!(
        head(lost, HeadOfLoss::Penalty),
        Some(("10000.00".into(), None))
    );
    assert_eq!(
        head(lost, HeadOfLoss::Moral),
        Some(("5000.00".into(), None))
    );
    assert_eq!(
        head(lost, HeadOfLoss::Fine),
        Some(("12500.00".into(), None))
    );
    // 10 000 + 10 000 + 5 000 + 12 500 + 15 000 + 35 000 + 4 000.
    assert_eq!(lost.total, money("91500"));
    assert_eq!(lost.total_if_later_law, None);
    let fine = lost
        .figures
        .iter()
        .find(|f| f.head == HeadOfLoss::Fine)
        .expect("a fine");
    assert!(fine.citation.contains("13 п. 6"));
    assert!(
        fine.formula_ru.contains("25\u{a0}000\u{a0}₽"),
        "{}",
        fine.formula_ru
    );
}

/// The cap of 2026 holds for the days of lateness from 01.02.2026 on, whenever the demand was made.
#[test]
fn the_cap_holds_for_the_days_of_lateness_on_its_side() {
    let lost = |d: &Dispute| exposures(d).remove(3);
    // Demanded on the day before and on the day itself, late from 11.02. and 12.02.: capped both.
    let (eve, new) = (
        dispute(day(2026, 1, 31), "6000"),
        dispute(day(2026, 2, 1), "6000"),
    );
    for of in [&eve, &new] {
        assert_eq!(
            head(&lost(of), HeadOfLoss::Penalty),
            Some(("6000.00".into(), None))
        );
    }
    // Demanded 01.12.2025, due 11.12.: 51 days at 100 until 31.01.2026 without a cap, and 6000 for the
    // days after; should the cap cover the earlier days too, 6000 in all.
    let old = dispute(day(2025, 12, 1), "6000");
    assert_eq!(
        head(&lost(&old), HeadOfLoss::Penalty),
        Some(("11100.00".into(), Some("6000.00".into())))
    );
    let words = &lost(&old).figures[1].formula_ru;
    assert!(words.contains("за дни после 31.01.2026"), "{words}");
    // All of its lateness before the cap came.
    let mut past = dispute(day(2025, 6, 2), "600");
    past.today = past.due.expect("a term") + Days::new(30);
    assert_eq!(
        head(&exposures(&past)[0], HeadOfLoss::Penalty),
        Some(("3000.00".into(), None))
    );
}

#[test]
fn the_exceptions_from_the_fine_are_sure_for_later_events_alone() {
    let lost = |d: &Dispute| exposures(d).remove(3);
    let mut old = dispute(day(2026, 1, 31), "6000");
    assert_eq!(
        head(&lost(&old), HeadOfLoss::Fine),
        Some(("10500.00".into(), None))
    );
    old.excused = true;
    assert_eq!(
        head(&lost(&old), HeadOfLoss::Fine),
        Some(("10500.00".into(), Some("0.00".into())))
    );
    let excused = Dispute {
        excused: true,
        ..dispute(day(2026, 2, 1), "6000")
    };
    assert_eq!(
        head(&lost(&excused), HeadOfLoss::Fine),
        Some(("0.00".into(), None))
    );
}

#[test]
fn a_penalty_of_the_contract_s_day_runs_from_it() {
    let mut about = Circumstances::new(
        Regime::PrepaidGoods,
        Some(DemandKind::Refund),
        day(2026, 10, 12),
    );
    about.price = Some(money("10000"));
    let deadlines = Law::builtin().deadlines(&about, &Calendar::builtin());
    let mut prepaid = Dispute {
        regime: Regime::PrepaidGoods,
        penalty: deadlines[0].penalty.clone(),
        ..dispute(day(2026, 10, 12), "10000")
    };
    prepaid.due = deadlines[0].counted.as_ref().map(|c| c.legal);
    prepaid.today = day(2026, 10, 12);
    // In time by the demand, but 20 days after the day of delivery: 0.5 % of 10 000 is 50 a day.
    prepaid.contract_day = Some(day(2026, 9, 22));
    assert_eq!(
        head(&exposures(&prepaid)[0], HeadOfLoss::Penalty),
        Some(("1000.00".into(), None))
    );
    prepaid.contract_day = None;
    assert_eq!(head(&exposures(&prepaid)[0], HeadOfLoss::Penalty), None);
    prepaid.today = prepaid.due.expect("a term") + Days::new(2);
    let unknown = exposures(&prepaid);
    assert_eq!(
        head(&unknown[0], HeadOfLoss::Penalty),
        Some(("100.00".into(), None))
    );
    assert!(unknown[0].figures[1].formula_ru.contains("он не указан"));
}

#[test]
fn lateness_so_far_is_in_every_settlement() {
    let mut late = dispute(day(2026, 11, 9), "10000");
    late.today = day(2026, 11, 29);
    let all = exposures(&late);
    assert_eq!(
        head(&all[0], HeadOfLoss::Penalty),
        Some(("1000.00".into(), None))
    );
    // Four tenths of the demand bear four tenths of the penalty.
    assert_eq!(
        head(&all[1], HeadOfLoss::Penalty),
        Some(("400.00".into(), None))
    );
    assert!(all[1].at_risk.is_some_and(|risk| risk > money("6000")));
    late.due = None;
    assert_eq!(head(&exposures(&late)[0], HeadOfLoss::Penalty), None);
}

#[test]
fn between_firms_there_is_no_fine_and_no_moral_harm() {
    let firms = Dispute {
        regime: Regime::B2b,
        penalty: None,
        ..dispute(day(2026, 11, 9), "10000")
    };
    let lost = exposures(&firms).remove(3);
    assert_eq!(
        (
            head(&lost, HeadOfLoss::Fine),
            head(&lost, HeadOfLoss::Moral)
        ),
        (None, None)
    );
}

proptest! {
    #[test]
    fn the_sums_hold_together(
        asked in 0i64..100_000_000, offered in 0i64..100_000_000, price_of in 1i64..100_000_000,
        after in 0u64..400, days_to_judgment in 0u32..2000, excused: bool,
    ) {
        let sum = |k| Money::from_kopecks(k).expect("in range");
        let mut d = dispute(day(2026, 3, 2), "10000");
        d.asked = sum(asked);
        d.offered = sum(offered);
        d.excused = excused;
        d.today = d.event + Days::new(after);
        if let Some(p) = &mut d.penalty {
            p.per_day = Some(sum(price_of / 100));
            p.cap = Some(sum(price_of));
        }
        let assumptions = CourtAssumptions { days_to_judgment, ..CourtAssumptions::default() };
        for priced in estimate(Law::builtin(), &d, &assumptions) {
            let added: i64 = priced.figures.iter().map(|f| f.sum.kopecks()).sum();
            prop_assert_eq!(priced.total.kopecks(), added);
            for figure in &priced.figures {
                if figure.head == HeadOfLoss::Penalty {
                    prop_assert!(figure.sum <= sum(price_of), "over the cap");
                }
            }
            prop_assert!(priced.curve.is_sorted_by_key(|p| p.day));
            prop_assert!(priced.curve.is_sorted_by_key(|p| p.total), "waiting never gets cheaper");
            prop_assert_eq!(priced.curve.first().map(|p| p.day), Some(d.today));
            prop_assert_eq!(
                priced.curve.last().map(|p| p.day),
                Some(d.today + Days::new(days_to_judgment.into()))
            );
        }
        let all = estimate(Law::builtin(), &d, &assumptions);
        prop_assert!(all[3].total >= all[0].total, "losing costs at least as much as settling");
        prop_assert!(all[1].total <= all[0].total, "a part costs no more than the whole");
    }
}

/// A claim between firms for 100 000, its term over on 30.11.2027.
fn between_firms(contract: Option<ContractPenalty>) -> Dispute {
    Dispute {
        regime: Regime::B2b,
        event: day(2027, 10, 31),
        today: day(2028, 1, 30),
        due: Some(day(2027, 11, 30)),
        contract_day: None,
        asked: money("100000"),
        offered: money("0"),
        penalty: None,
        money: true,
        contract,
        excused: false,
    }
}

#[test]
fn money_that_no_penalty_covers_bears_interest_at_the_assumed_rate() {
    let all = exposures(&between_firms(None));
    // 31 days of 2027 and 30 of the leap year 2028 at 16 %: 100000 × 0.16 × (31/365 + 30/366).
    let (sum, later) = head(&all[0], HeadOfLoss::Interest).expect("interest");
    assert_eq!((sum.as_str(), later), ("2670.38", None));
    assert_eq!(head(&all[0], HeadOfLoss::Penalty), None);
    let figure = all[0]
        .figures
        .iter()
        .find(|f| f.head == HeadOfLoss::Interest);
    let words = &figure.expect("there").formula_ru;
    assert!(
        words.contains("16\u{a0}%") && words.contains("22.12.2025"),
        "{words}"
    );
    // A thing that is not money bears none.
    let thing = Dispute {
        money: false,
        ..between_firms(None)
    };
    assert_eq!(head(&exposures(&thing)[0], HeadOfLoss::Interest), None);
}

#[test]
fn the_contract_penalty_takes_the_place_of_interest_up_to_its_limit() {
    let agreed = ContractPenalty {
        basis_points_per_day: 10,
        cap_percent: Some(5),
    };
    let all = exposures(&between_firms(Some(agreed)));
    // 0.1 % a day for 61 days would be 6100; the contract stops it at 5 %.
    assert_eq!(
        head(&all[0], HeadOfLoss::Penalty),
        Some(("5000.00".into(), None))
    );
    assert_eq!(head(&all[0], HeadOfLoss::Interest), None);
    let free = ContractPenalty {
        cap_percent: None,
        ..agreed
    };
    let all = exposures(&between_firms(Some(free)));
    assert_eq!(
        head(&all[0], HeadOfLoss::Penalty),
        Some(("6100.00".into(), None))
    );
}

#[test]
fn of_law_and_contract_the_greater_penalty_is_shown() {
    let mut late = dispute(day(2026, 11, 9), "10000");
    late.today = late.due.expect("a term") + Days::new(10);
    let law = head(&exposures(&late)[0], HeadOfLoss::Penalty);
    assert_eq!(law, Some(("1000.00".into(), None)));
    late.contract = Some(ContractPenalty {
        basis_points_per_day: 50,
        cap_percent: None,
    });
    assert_eq!(head(&exposures(&late)[0], HeadOfLoss::Penalty), law);
    late.contract = Some(ContractPenalty {
        basis_points_per_day: 200,
        cap_percent: None,
    });
    let more = head(&exposures(&late)[0], HeadOfLoss::Penalty);
    assert_eq!(more, Some(("2000.00".into(), None)));
}
