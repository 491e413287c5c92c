//! A refusal and what it stands on.

use super::answer::decision_block;
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;

/// Characters of the shortest reasons that explain anything.
const EXPLAINED: usize = 30;

/// Notes refusals, whole or in part, without a ground or hardly explained.
pub fn check(case: &CaseForLetter, found: &mut Findings) {
    for demand in case.demands.iter().filter(|d| d.is_refused()) {
        let Some(decision) = &demand.decision else {
            continue;
        };
        let block = decision_block(demand);
        if decision.ground.trim().is_empty() {
            found.note(
                Rule::must("refusal.no_ground"),
                Place::of(&block),
                "Отказ без основания: назовите пункт договора или статью закона.",
                "A refusal without its ground: name the clause or the article.",
            );
        }
        if decision.reasons.trim().chars().count() < EXPLAINED {
            found.note(
                Rule::should("refusal.no_reasons"),
                Place::of(&block),
                "Отказ почти не объяснён: напишите, что проверили, кто, когда и что установили.",
                "The refusal is hardly explained: say what was checked, by whom, when, and what was found.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{bare, case, of_kind, refund};
    use complaint::DecisionKind;

    #[test]
    fn a_refusal_stands_on_a_ground_and_reasons() {
        let mut case = case(vec![refund(Some(bare(DecisionKind::Refuse)))]);
        let found = Findings::of(|found| check(&case, found));
        assert_eq!(found.rules(), ["refusal.no_ground", "refusal.no_reasons"]);
        case.demands[0].decision = Some(bare(DecisionKind::Satisfy));
        assert!(Findings::of(|found| check(&case, found)).list().is_empty());
        case.demands[0].decision = Some(of_kind(DecisionKind::Partly));
        assert!(Findings::of(|found| check(&case, found)).list().is_empty());
    }
}
