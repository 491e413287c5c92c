//! The sum that was decided, named in the answer.

use super::answer::{answer_to, decision_block};
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::figures::figures;
use crate::words::named_sums::named_sums;
use complaint::{DecisionKind, Language};

const RULE: Rule = Rule::must("sum.differs");

/// Notes answers that do not name the sum of their decision.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in case.demands.iter().filter(|d| d.fields.kind.asks_money()) {
        let decision = demand.decision.as_ref();
        let granted = decision.filter(|d| d.kind != DecisionKind::Refuse);
        let Some(sum) = granted.and_then(|d| d.amount) else {
            continue;
        };
        let answer: String = answer_to(letter, demand)
            .into_iter()
            .map(|(_, text)| text)
            .collect();
        if answer.trim().is_empty() || named_sums(&answer).iter().any(|named| named.sum == sum) {
            continue;
        }
        found.note(
            RULE,
            Place::of(&decision_block(demand)),
            format!(
                "Сумма решения, {}, в ответе не названа.",
                figures(sum, Language::Ru)
            ),
            format!(
                "The sum decided, {}, is not named in the answer.",
                figures(sum, Language::En)
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn the_sum_decided_is_named() {
        let (mut letter, case) = ready_letter(LetterKind::FinalPartial);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        let first = format!("demand:{}", case.demands[0].id);
        letter
            .blocks
            .retain(|b| b.role != first || b.id.ends_with("/decision"));
        reword(
            &mut letter,
            "/decision",
            "Мы удовлетворяем требование частично.",
        );
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["sum.differs"]);
        reword(&mut letter, "/decision", "Вернём 2 000 руб. 50 коп.");
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
    }
}
