//! The kind of a final letter against the decisions it tells.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;

const RULE: Rule = Rule::must("kind.mismatch");

/// Notes a final letter of another kind than the decisions, all taken, ask for.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    if !case.demands.is_empty()
        && case.demands.iter().all(|d| d.decision.is_some())
        && case.fitting_final() != letter.kind
    {
        found.note(
            RULE,
            Place::whole(),
            "Вид письма не отвечает решениям по требованиям; составьте письмо подходящего вида.",
            "The kind of the letter does not match the decisions; compose one of the kind that does.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::ready_letter;
    use complaint::LetterKind;

    #[test]
    fn the_kind_is_the_one_that_the_decisions_ask_for() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        letter.kind = LetterKind::FinalRefusal;
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["kind.mismatch"]);
        case.demands[0].decision = None;
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
    }
}
