//! Phrases that turn on what exactly the case says.

use crate::cases::{case, granted, refund, refused};
use complaint::{DemandKind, Language, LetterKind, PartyKind, Regime};
use letter::{CaseForLetter, compose, plain_text};

fn said(kind: LetterKind, language: Language, case: &CaseForLetter) -> String {
    plain_text(&compose(kind, language, case)).replace('\u{a0}', " ")
}

fn refusal(case: &CaseForLetter) -> String {
    said(LetterKind::FinalRefusal, Language::Ru, case)
}

#[test]
fn an_outcry_in_the_subject_stays_the_complainants() {
    let mut case = case(vec![refund(Some(refused()))]);
    case.matter.subject = "Опять обман!".into();
    case.matter.order = "4417".into();
    assert!(refusal(&case).contains("Предмет обращения: «Опять обман!» (№ 4417)."));
    case.matter.subject = "Чайник протекает.".into();
    assert!(refusal(&case).contains("Предмет обращения: чайник протекает (№ 4417)."));
    case.matter.subject = "Where is my money?".into();
    let letter = said(LetterKind::FinalRefusal, Language::En, &case);
    assert!(letter.contains("the following: “Where is my money?” (No. 4417)."));
}

#[test]
fn an_order_that_the_subject_names_is_not_named_again() {
    let mut case = case(vec![refund(Some(refused()))]);
    case.matter.subject = "Претензия по туру № 4471".into();
    case.matter.order = "4471".into();
    assert!(refusal(&case).contains("Предмет обращения: претензия по туру № 4471."));
    case.matter.subject = String::new();
    assert!(refusal(&case).contains("Предмет обращения: № 4471."));
}

#[test]
fn a_firm_is_not_sent_to_those_who_protect_consumers() {
    for regime in Regime::ALL {
        let mut case = case(vec![refund(Some(refused()))]);
        case.matter.regime = *regime;
        case.matter.complainant.kind = PartyKind::Organisation;
        case.matter.complainant.name = "ООО «Вектор»".into();
        let letter = refusal(&case);
        match regime {
            Regime::Housing | Regime::Communal | Regime::Medical | Regime::PersonalData => {}
            Regime::Goods
            | Regime::Services
            | Regime::PrepaidGoods
            | Regime::Distance
            | Regime::Hotel
            | Regime::Catering
            | Regime::Household
            | Regime::Tourism
            | Regime::Carriage
            | Regime::Passenger
            | Regime::Telecom
            | Regime::Finance
            | Regime::CarService
            | Regime::Education
            | Regime::FitnessBeauty
            | Regime::Veterinary
            | Regime::Tickets
            | Regime::Delivery
            | Regime::Prosecutor
            | Regime::Rospotrebnadzor
            | Regime::Roskomnadzor
            | Regime::HousingInspection
            | Regime::LabourInspection
            | Regime::B2b
            | Regime::Platform
            | Regime::Neighbour
            | Regime::General
            | Regime::None => assert!(letter.contains("арбитражный суд"), "{regime:?}: {letter}"),
        }
        if *regime != Regime::Medical {
            assert!(!letter.contains("Роспотребнадзор"), "{regime:?}: {letter}");
        }
        case.matter.complainant.kind = PartyKind::Person;
        case.matter.complainant.name = "Соколова Марина Львовна".into();
        if *regime != Regime::B2b {
            assert!(!refusal(&case).contains("арбитражный суд"), "{regime:?}");
        }
    }
}

#[test]
fn an_apology_granted_in_part_apologises() {
    let mut demand = refund(Some(granted("500")));
    demand.fields.kind = DemandKind::Apology;
    demand.fields.amount = None;
    if let Some(decision) = &mut demand.decision {
        decision.kind = complaint::DecisionKind::Partly;
    }
    let case = case(vec![demand]);
    let letter = said(LetterKind::FinalPartial, Language::Ru, &case);
    assert!(
        letter.contains(
            "приносим Вам извинения; кроме того, выплатим 500 (пятьсот) рублей 00 копеек"
        ),
        "{letter}"
    );
    let letter = said(LetterKind::FinalPartial, Language::En, &case);
    assert!(letter.contains("please accept our apologies for what has been confirmed"));
}
