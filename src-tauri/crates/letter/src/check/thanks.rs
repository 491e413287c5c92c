//! Thanks to somebody who asks for more.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use complaint::{Kind, LetterKind};

/// Notes a letter that only gives thanks where there is more to answer.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    if letter.kind == LetterKind::Thanks && thanks_for_trouble(case) {
        found.note(Rule::must("thanks.unsuitable"), Place::whole(), "Письмо только благодарит, а человек жалуется или требует: ответьте по существу письмом другого вида.", "The letter only gives thanks, but the person complains or demands: answer on the merits with another kind of letter.");
    }
}

/// Whether there is more to answer than kind words.
fn thanks_for_trouble(case: &CaseForLetter) -> bool {
    let troubled = match case.matter.kind {
        Kind::Claim | Kind::Complaint | Kind::Authority => true,
        Kind::Review | Kind::Request | Kind::Gratitude => false,
    };
    troubled || !case.demands.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, refund};

    #[test]
    fn thanks_are_no_answer_to_a_claim() {
        let (letter, mut case) = ready_letter(LetterKind::Thanks);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        for (kind, unsuitable) in [
            (Kind::Review, false),
            (Kind::Request, false),
            (Kind::Claim, true),
            (Kind::Complaint, true),
            (Kind::Authority, true),
        ] {
            case.matter.kind = kind;
            let found = Findings::of(|found| check(&letter, &case, found));
            assert_eq!(!found.list().is_empty(), unsuitable, "{kind:?}");
        }
        case.matter.kind = Kind::Gratitude;
        case.demands.push(refund(None));
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["thanks.unsuitable"]);
    }
}
