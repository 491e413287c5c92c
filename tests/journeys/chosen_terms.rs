//! Special cases of the rules and days that requests name: what the office says of a case runs in it.

use crate::day::{Shop, at, by, kettle};
use complaint::*;
use office::*;

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a day")
}

fn about(
    kind: Kind,
    regime: Regime,
    demands: &[DemandKind],
    terms: Vec<ChosenTerm>,
) -> NewComplaint {
    let kettle = kettle();
    let demand = |kind: &DemandKind| NewDemand {
        fields: DemandFields {
            kind: *kind,
            detail: "как написано".into(),
            amount: None,
        },
        made_on: None,
    };
    NewComplaint {
        fields: ComplaintFields {
            received_at: at(9, 11),
            matter: Matter {
                kind,
                regime,
                ..kettle.fields.matter
            },
            ..kettle.fields
        },
        demands: demands.iter().map(demand).collect(),
        terms,
        ..kettle
    }
}

fn special(variant: &str) -> ChosenTerm {
    ChosenTerm::Special {
        variant: variant.into(),
    }
}

fn chosen(shop: &Shop, complaint: ComplaintId, term: ChosenTerm) -> Card {
    office::term_choose(&shop.office, &by(10, 9), TermChoice { complaint, term }).expect("chosen")
}

/// The clocks that run, with their days.
fn running(card: &Card) -> Vec<(String, chrono::NaiveDate)> {
    let open = card.running.iter().filter(|clock| clock.ended.is_none());
    open.filter_map(|clock| Some((clock.fields.title.clone(), clock.legal?)))
        .collect()
}

#[test]
fn an_accident_runs_by_the_hour_beside_the_answer_and_one_undo_takes_it_back() {
    let shop = Shop::founded();
    let of = |terms| {
        about(
            Kind::Complaint,
            Regime::Housing,
            &[DemandKind::FixDefects],
            terms,
        )
    };
    let accident = [
        (
            "Авария: остановить её за 30 минут после заявки, до 11:30".to_owned(),
            day("2026-11-09"),
        ),
        (
            "Авария: устранить за 72 часа, до 11:00".to_owned(),
            day("2026-11-12"),
        ),
    ];

    let taken_in = shop.card(shop.takes(of(vec![special("accident")])));
    let shown = running(&taken_in);
    assert_eq!(shown[..2], accident, "{shown:?}");
    assert!(shown.len() > 2, "the answer's own term stays: {shown:?}");
    // Each is over by its hour, and is not offered again.
    let hours: Vec<_> = taken_in.running[..2]
        .iter()
        .map(|clock| clock.until)
        .collect();
    let at = |hour, minute| chrono::NaiveTime::from_hms_opt(hour, minute, 0);
    assert_eq!(hours, [at(11, 30), at(11, 0)]);
    let offered = |card: &Card| -> Vec<bool> {
        let clocks = card.demands.iter().flat_map(|view| &view.clocks);
        let accident = clocks.filter(|clock| clock.variant.as_deref() == Some("accident"));
        accident.map(|clock| clock.taken).collect()
    };
    let taken = offered(&taken_in);
    assert!(
        !taken.is_empty() && taken.iter().all(|taken| *taken),
        "{taken:?}"
    );

    let plain = shop.card(shop.takes(of(Vec::new())));
    assert_eq!(running(&plain), shown[2..]);
    assert!(offered(&plain).iter().all(|taken| !taken));
    let later = chosen(&shop, plain.contents.complaint.id, special("accident"));
    assert_eq!(running(&later), shown);
    assert_eq!(later.due, Some(day("2026-11-09")));
    let undo = Undo {
        complaint: plain.contents.complaint.id,
        seq: later.undo.expect("an offer").seq,
    };
    let undone = office::undo(&shop.office, &by(10, 9), undo).expect("undone");
    assert_eq!(running(&undone), shown[2..]);
}

#[test]
fn a_special_case_takes_the_place_of_the_usual_term_longer_or_shorter() {
    let shop = Shop::founded();
    let refund = &[DemandKind::Replacement];
    let id = shop.takes(about(Kind::Claim, Regime::Goods, refund, Vec::new()));
    assert_eq!(shop.card(id).due, Some(day("2026-11-16")));
    let card = chosen(&shop, id, special("extra_check"));
    assert_eq!(card.due, Some(day("2026-11-30")));
    let usual = card.running.iter().find(|clock| clock.demand.is_some());
    assert_eq!(usual.map(|clock| clock.state), Some(ClockState::Void));
    // Another choice takes the place of the first.
    let card = chosen(&shop, id, special("not_in_stock"));
    assert_eq!(card.due, Some(day("2026-12-09")));
    assert_eq!(running(&card).len(), 1);
    let refused = office::term_choose(
        &shop.office,
        &by(10, 9),
        TermChoice {
            complaint: id,
            term: special("accident"),
        },
    );
    assert!(refused.is_err(), "no rule of the case knows it");
}

#[test]
fn a_prosecutors_request_shows_the_heads_day_and_goes_by_the_day_it_names() {
    let shop = Shop::founded();
    let of = |terms| about(Kind::Authority, Regime::Prosecutor, &[], terms);
    let card = shop.card(shop.takes(of(Vec::new())));
    let days: Vec<_> = running(&card).into_iter().map(|(_, day)| day).collect();
    assert_eq!(days, [day("2026-11-10"), day("2026-11-16")]);
    assert_eq!(card.running[0].fields.kind, ClockKind::Goal);
    let today = office::today(&shop.office, &by(10, 9)).expect("today");
    assert_eq!(today.due_soon.rows[0].next_due, Some(day("2026-11-10")));

    for (named, days) in [
        ("2026-11-12", ["2026-11-10", "2026-11-12"]),
        ("2026-11-30", ["2026-11-10", "2026-11-30"]),
    ] {
        let named = ChosenTerm::Named { day: day(named) };
        let at_once = shop.card(shop.takes(of(vec![named.clone()])));
        let later = chosen(&shop, card.contents.complaint.id, named);
        for card in [at_once, later] {
            let found: Vec<_> = running(&card).into_iter().map(|(_, day)| day).collect();
            assert_eq!(found, days.map(day));
        }
    }
    let early = TermChoice {
        complaint: card.contents.complaint.id,
        term: ChosenTerm::Named {
            day: day("2026-11-08"),
        },
    };
    assert!(office::term_choose(&shop.office, &by(10, 9), early).is_err());
}

#[test]
fn a_firm_that_sells_on_a_marketplace_is_told_no_norm_for_consumers() {
    let shop = Shop::founded();
    let refund = &[DemandKind::Refund];
    let cited = |name: &str| -> Vec<String> {
        let mut new = about(Kind::Claim, Regime::Platform, refund, Vec::new());
        new.fields.matter.complainant.name = name.into();
        let card = shop.card(shop.takes(new));
        let asked = ClockQuestion {
            kind: Kind::Claim,
            regime: Regime::Platform,
            demands: refund.to_vec(),
            received: day("2026-11-09"),
            received_time: None,
            price: None,
            party: None,
            name: name.into(),
        };
        let foretold = office::clocks(&shop.office, &asked).remove(0).clocks;
        let of = |terms: &[TermView]| terms.iter().map(|term| term.citation.clone()).collect();
        let shown: Vec<String> = of(&card.demands[0].clocks);
        assert_eq!(shown, of(&foretold), "{name}");
        shown
    };
    assert_eq!(cited("ООО «Вектор»"), ["289-ФЗ"]);
    assert_eq!(cited("ИП Носов А. А."), ["289-ФЗ"]);
    assert!(cited("Соколова Марина Львовна")[0].contains("ЗоЗПП"));
}
