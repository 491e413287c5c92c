//! When a point is looked for at all.

use super::subject::Subject;
use crate::case::DemandForLetter;
use complaint::{AddressedTo, DecisionKind, DemandKind, LetterKind, Regime};

impl Subject<'_> {
    /// Whether a condition of the data holds.
    pub fn is(&self, condition: &str) -> bool {
        let kind = self.letter.kind;
        let decisions = self.case.decisions();
        let has = |kind: DecisionKind| decisions.contains(&kind);
        let grants = decisions.iter().any(|&d| d != DecisionKind::Refuse);
        match condition {
            "letter" => kind.addressed_to() == AddressedTo::Complainant,
            "to_other" => kind.addressed_to() == AddressedTo::Named,
            "paper" => kind.is_paper(),
            "final" => kind.is_final(),
            "not_final" => !kind.is_final() && kind != LetterKind::Acknowledgement,
            "acknowledgement" => kind == LetterKind::Acknowledgement,
            "holding" => kind == LetterKind::Interim,
            "demands" => !self.case.demands.is_empty(),
            "no_demands" => self.case.demands.is_empty(),
            "decided" => !decisions.is_empty(),
            "refuses" => has(DecisionKind::Refuse) || has(DecisionKind::Partly),
            "goodwill" => has(DecisionKind::Goodwill),
            "promises" => {
                kind == LetterKind::Interim
                    || kind == LetterKind::Acknowledgement && self.case.answer_due.is_some()
                    || kind.is_final() && grants && self.promises_later()
            }
            "money" => self.case.demands.iter().any(|d| {
                d.fields.kind.asks_money()
                    && d.decision.as_ref().is_some_and(|given| {
                        given.kind != DecisionKind::Refuse
                            && (given.amount.is_some() || d.fields.amount.is_some())
                    })
            }),
            "due" => self.case.answer_due.is_some(),
            "order" => !self.case.matter.order.trim().is_empty(),
            "consumer" => self.case.matter.regime != Regime::B2b,
            "quality_goods" => {
                let refused = |d: &DemandForLetter| d.is_refused() && d.turns_on_quality();
                self.case.matter.regime.is_consumer_sale() && self.case.demands.iter().any(refused)
            }
            _ => false,
        }
    }

    /// Whether something granted is still to be done, not done by the letter itself.
    fn promises_later(&self) -> bool {
        self.case.demands.iter().any(|d| {
            !is_done_by_saying(d.fields.kind)
                && d.decided()
                    .is_some_and(|given| given != DecisionKind::Refuse)
        })
    }
}

/// Whether the letter that grants the demand thereby meets it.
fn is_done_by_saying(demand: DemandKind) -> bool {
    match demand {
        DemandKind::Apology | DemandKind::ContractRefusal | DemandKind::Information => true,
        DemandKind::Refund
        | DemandKind::Replacement
        | DemandKind::Repair
        | DemandKind::FixDefects
        | DemandKind::Exchange
        | DemandKind::PriceReduction
        | DemandKind::Expenses
        | DemandKind::Damages
        | DemandKind::Penalty
        | DemandKind::MoralDamages
        | DemandKind::Delivery
        | DemandKind::LoanItem
        | DemandKind::Recalculation
        | DemandKind::Erasure
        | DemandKind::StopNuisance
        | DemandKind::StopCharging
        | DemandKind::Payment
        | DemandKind::Other => false,
    }
}
