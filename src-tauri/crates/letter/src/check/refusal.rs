//! A refusal and what it stands on.

use super::answer::{answer_to, decision_block};
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;

/// Characters of the shortest reasons that explain anything.
const EXPLAINED: usize = 30;

/// Notes refusals, whole or in part, without a ground or hardly explained.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in case.demands.iter().filter(|d| d.is_refused()) {
        let Some(decision) = &demand.decision else {
            continue;
        };
        let block = decision_block(demand);
        // What the writer put into the letter by hand stands there, whatever the record says.
        let told = |part: &str| {
            let of = |(id, _): &&(&str, String)| id.contains(part);
            let answer = answer_to(letter, demand);
            let lengths = answer
                .iter()
                .filter(of)
                .map(|(_, text)| text.trim().chars().count());
            lengths.max().unwrap_or(0)
        };
        if decision.ground.trim().is_empty() && told("/ground") == 0 {
            found.note(
                Rule::must("refusal.no_ground"),
                Place::of(&block),
                "Отказ без основания: назовите пункт договора или статью закона.",
                "A refusal without its ground: name the clause or the article.",
            );
        }
        if decision.reasons.trim().chars().count() < EXPLAINED && told("/reasons") < EXPLAINED {
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
    use crate::cases::{bare, case, of_kind, ready_letter, refund};
    use crate::compose::compose;
    use complaint::{DecisionKind, Language, LetterKind};

    #[test]
    fn a_refusal_stands_on_a_ground_and_reasons() {
        let mut case = case(vec![refund(Some(bare(DecisionKind::Refuse)))]);
        let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        letter.blocks.clear();
        let found = |case: &_, letter: &_| -> Vec<String> {
            let found = Findings::of(|found| check(letter, case, found));
            found.into_list().into_iter().map(|f| f.rule).collect()
        };
        assert_eq!(
            found(&case, &letter),
            ["refusal.no_ground", "refusal.no_reasons"]
        );
        // What is written in the letter itself is as good.
        let (whole, _) = ready_letter(LetterKind::FinalRefusal);
        letter.blocks = whole.blocks;
        for block in &mut letter.blocks {
            if block.role.starts_with("demand:") {
                block.role = format!("demand:{}", case.demands[0].id);
            }
        }
        assert_eq!(found(&case, &letter), [] as [&str; 0]);
        letter.blocks.clear();
        case.demands[0].decision = Some(bare(DecisionKind::Satisfy));
        assert!(found(&case, &letter).is_empty());
        case.demands[0].decision = Some(of_kind(DecisionKind::Partly));
        assert!(found(&case, &letter).is_empty());
    }
}
