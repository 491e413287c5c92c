//! An answer on the merits where nothing is demanded.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use complaint::Kind;

const RULE: Rule = Rule::should("answer.thin");
/// Words of the shortest letter that can hold an answer.
const ANSWERS: usize = 25;

/// Notes a letter too short to answer anything.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    if !case.demands.is_empty() || case.matter.kind == Kind::Gratitude {
        return;
    }
    let words: usize = letter
        .blocks
        .iter()
        .map(|b| b.reads().split_whitespace().count())
        .sum();
    if words < ANSWERS {
        found.note(
            RULE,
            Place::whole(),
            "Ответа по существу не видно: напишите, что проверили и что сделали.",
            "There is no answer on the merits: say what was checked and what was done.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn a_letter_without_demands_still_answers() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalRefusal);
        letter.blocks.truncate(1);
        reword(&mut letter, "", "Спасибо, мы всё учли.");
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        case.demands.clear();
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["answer.thin"]);
        case.matter.kind = Kind::Gratitude;
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
    }
}
