//! An answer that says otherwise than was decided.

use super::answer::answer_to;
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::pattern::Pattern;
use complaint::DecisionKind;

const RULE: Rule = Rule::must("demand.contradicts");

/// Notes a refusal that grants, and a grant that refuses.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in &case.demands {
        let Some(decided) = demand.decided() else {
            continue;
        };
        let (pattern, ru, en) = match decided {
            DecisionKind::Refuse => (
                &GRANTS,
                "Решено отказать, а в ответе обещано исполнить.",
                "The decision is a refusal, but the answer promises performance.",
            ),
            DecisionKind::Satisfy => (
                &REFUSES,
                "Решено удовлетворить, а в ответе отказано.",
                "The decision is to accept, but the answer refuses.",
            ),
            DecisionKind::Partly | DecisionKind::Goodwill => continue,
        };
        for (id, text) in answer_to(letter, demand) {
            if id.ends_with("/decision")
                && let Some(place) = pattern.place(&text)
            {
                found.note(RULE, Place::chars(Some(id), place), ru, en);
            }
        }
    }
}

static GRANTS: Pattern = Pattern::new(&[
    r"(?:мы |полностью |^)удовлетворяем|(?:вернем|выплатим|возместим|заменим|отремонтируем|перечислим) вам|we accept (?:this|your)|we will (?:refund|pay|replace|repair)",
]);
static REFUSES: Pattern = Pattern::new(&[
    r"удовлетворить [^.]{0,40}не можем|отказываем (?:вам|в удовлетворении)|в удовлетворении [^.]{0,30}отказ|мы отклоняем|unable to accept|we (?:decline|refuse|reject)",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn an_answer_must_not_say_otherwise_than_was_decided() {
        let (mut letter, case) = ready_letter(LetterKind::FinalPartial);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        // The second demand is refused.
        let block = format!("demand:{}/decision", case.demands[1].id);
        reword(
            &mut letter,
            &block,
            "Вы просите возместить расходы. Мы удовлетворяем это требование полностью.",
        );
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["demand.contradicts"]);
    }

    #[test]
    fn a_grant_must_not_refuse() {
        let (mut letter, case) = ready_letter(LetterKind::FinalSatisfied);
        reword(
            &mut letter,
            "/decision",
            "Удовлетворить это требование не можем.",
        );
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["demand.contradicts"]);
    }

    #[test]
    fn both_patterns_build() {
        assert!(GRANTS.regex().is_some() && REFUSES.regex().is_some());
    }
}
