//! A decision looked at before it is taken: what keeps it from being taken, and what only looks odd.

use crate::day::{Shop, asked, at, by, decision, kettle};
use complaint::{Decision, DecisionKind, DemandKind, FieldProblem};
use office::{Decide, DecisionCheck, DecisionOddity, Failure};

/// Where the refund of the kettle is decided on.
struct Refund {
    shop: Shop,
    decide: Decide,
}

impl Refund {
    fn demanded() -> Self {
        let shop = Shop::founded();
        let complaint = shop.takes(kettle());
        let demand = shop.card(complaint).demands[0].demand.id;
        let decision = None;
        let decide = Decide {
            complaint,
            demand,
            decision,
        };
        Self { shop, decide }
    }

    fn asked(&self, decision: Decision) -> Decide {
        Decide {
            decision: Some(decision),
            ..self.decide.clone()
        }
    }

    fn check(&self, decision: Decision) -> DecisionCheck {
        office::decision_check(&self.shop.office, &by(10, 9), self.asked(decision))
            .expect("a check")
    }

    fn faults(&self, decision: Decision) -> Vec<Failure> {
        self.check(decision).faults
    }

    fn odd(&self, decision: Decision) -> Vec<(String, DecisionOddity)> {
        let found = self.check(decision).warnings.into_iter();
        found.map(|odd| (odd.field, odd.oddity)).collect()
    }
}

const WHY: &str =
    "Мастер осмотрел чайник 9 ноября и нашёл трещину дна, которой не было в день продажи.";

#[test]
fn what_a_decision_lacks_is_told_at_once_and_keeps_it_from_being_taken() {
    use DecisionKind::{Goodwill, Partly, Refuse, Satisfy};
    use FieldProblem::{LessThanAsked, MoreThanAsked, NeededForDecision, Zero};
    let refund = Refund::demanded();
    let amount = |problem| vec![("amount".to_owned(), problem)];
    let reasons = || ("reasons".to_owned(), NeededForDecision);
    for (given, faults) in [
        (decision(Refuse, " \n", None), vec![reasons()]),
        (decision(Refuse, WHY, None), vec![]),
        (decision(Satisfy, "", None), amount(NeededForDecision)),
        (decision(Satisfy, "", Some("0.00")), amount(Zero)),
        (
            decision(Satisfy, "", Some("4589.99")),
            amount(LessThanAsked),
        ),
        (
            decision(Partly, WHY, Some("4590.01")),
            amount(MoreThanAsked),
        ),
        (
            decision(Partly, "", None),
            vec![reasons(), ("amount".to_owned(), NeededForDecision)],
        ),
        (decision(Goodwill, "", None), vec![]),
        (decision(Goodwill, "", Some("0.00")), amount(Zero)),
    ] {
        let said = |(field, problem): &(String, FieldProblem)| {
            Failure::of("field")
                .at(field.as_str())
                .with(problem.as_str())
        };
        let faults: Vec<Failure> = faults.iter().map(said).collect();
        assert_eq!(refund.faults(given.clone()), faults, "{given:?}");
        let taken = office::decide(&refund.shop.office, &by(10, 9), refund.asked(given.clone()));
        let refused = taken.err().map(Failure::from);
        assert_eq!(refused.as_ref(), faults.first(), "{given:?}");
    }
}

#[test]
fn a_refusal_promises_neither_money_nor_a_day_and_where_no_money_is_asked_none_is_kept() {
    use DecisionKind::{Refuse, Satisfy};
    let refund = Refund::demanded();
    let (shop, complaint) = (&refund.shop, refund.decide.complaint);
    let refused = Decision {
        due: Some(at(19, 0).date_naive()),
        amount: "10.00".parse().ok(),
        ..decision(Refuse, WHY, None)
    };
    assert_eq!(refund.check(refused.clone()).faults, []);
    let kept = shop.decides(complaint, 0, refused);
    let kept = kept.demands[0].demand.decision.as_ref().expect("decided");
    assert_eq!((kept.due, kept.amount), (None, None));

    let mut sorry = kettle();
    sorry.demands = vec![asked(DemandKind::Apology, Some("10.00"))];
    let sorry = shop.takes(sorry);
    let demand = |card: &office::Card| card.demands[0].demand.clone();
    assert_eq!(demand(&shop.card(sorry)).fields.amount, None);
    let granted = decision(Satisfy, WHY, Some("10.00"));
    let kept = demand(&shop.decides(sorry, 0, granted));
    assert_eq!(kept.decision.expect("decided").amount, None);
}

#[test]
fn proofs_of_another_case_are_told_before_they_are_refused() {
    let refund = Refund::demanded();
    let strange = Decision {
        evidence: vec![complaint::DocumentId::new()],
        ..decision(DecisionKind::Refuse, WHY, None)
    };
    let faults = refund.faults(strange.clone());
    let refused = office::decide(&refund.shop.office, &by(10, 9), refund.asked(strange));
    let refused = Failure::from(refused.expect_err("refused"));
    assert_eq!(faults, std::slice::from_ref(&refused));
    assert_eq!(refused.field.as_deref(), Some("evidence.0"));
}

#[test]
fn a_demand_made_before_the_receipt_is_told_while_the_complaint_is_typed() {
    let shop = Shop::founded();
    let mut early = kettle();
    early.demands[0].made_on = Some(at(8, 0).date_naive());
    let checked = office::complaint_check(&shop.office, &by(9, 12), early.clone());
    let faults = checked.expect("a check").faults;
    let refused = office::complaint_add(&shop.office, &by(9, 12), early);
    assert_eq!(faults, [Failure::from(refused.expect_err("refused"))]);
    assert_eq!(faults[0].field.as_deref(), Some("demands.0.made_on"));
}

#[test]
fn what_looks_odd_is_only_spoken_of() {
    use DecisionKind::{Partly, Refuse, Satisfy};
    use DecisionOddity as O;
    let refund = Refund::demanded();
    let amount = |oddity| vec![("amount".to_owned(), oddity)];
    let whole = || decision(Satisfy, WHY, Some("4590.00"));
    assert_eq!(refund.odd(whole()), []);
    assert_eq!(
        refund.odd(decision(Satisfy, WHY, Some("45900.00"))),
        amount(O::AmountMore)
    );
    assert_eq!(
        refund.odd(decision(Partly, WHY, Some("4590.00"))),
        amount(O::AmountWhole)
    );
    let by_day = |due: Option<u32>| {
        let due = due.map(|day| at(day, 0).date_naive());
        refund.odd(Decision { due, ..whole() })
    };
    let due = |oddity| vec![("due".to_owned(), oddity)];
    assert_eq!(by_day(None), due(O::DueMissing));
    // Asked on the tenth, the demand made on the ninth has ten days.
    assert_eq!(by_day(Some(9)), due(O::DuePast));
    assert_eq!(by_day(Some(19)), []);
    assert_eq!(by_day(Some(20)), due(O::DueLate));
    let thin = Decision {
        ground: String::new(),
        ..decision(Refuse, "Не наша вина.", None)
    };
    let told = refund.odd(thin);
    let said: Vec<_> = told
        .iter()
        .map(|(field, odd)| (field.as_str(), *odd))
        .collect();
    assert_eq!(
        said,
        [("reasons", O::ReasonsShort), ("ground", O::GroundMissing)]
    );
    let silent = Decision {
        action: String::new(),
        ..whole()
    };
    assert_eq!(
        refund.odd(silent),
        [("action".to_owned(), O::ActionMissing)]
    );
}
