//! An answer to each demand that says yes, in part or no.

use super::answer::{answer_to, decision_block};
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::folded::folded;
use crate::words::pattern::Pattern;
use crate::words::phrases::phrases;
use complaint::Language;

/// Notes demands that are undecided, unanswered, or answered without a decision.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in &case.demands {
        let title =
            |language| phrases(language).demand(demand.fields.kind, case.matter.regime, "title");
        let what = title(Language::Ru).unwrap_or_default();
        if demand.decision.is_none() {
            found.note(
                Rule::must("demand.undecided"),
                Place::whole(),
                format!("По требованию «{what}» нет решения."),
                format!("A demand is not decided: {}.", demand.fields.kind.as_str()),
            );
            continue;
        }
        let answer = answer_to(letter, demand);
        if answer.iter().all(|(_, text)| text.trim().is_empty()) {
            found.note(
                Rule::must("demand.unanswered"),
                Place::whole(),
                format!("На требование «{what}» в письме нет ответа."),
                format!(
                    "The letter does not answer a demand: {}.",
                    demand.fields.kind.as_str()
                ),
            );
            continue;
        }
        // The block that states the decision, if the letter still has it.
        let block = decision_block(demand);
        let stated = letter.blocks.iter().find(|b| b.id == block);
        let said = match stated {
            Some(stated) => stated.reads(),
            None => answer.into_iter().map(|(_, text)| text + "\n").collect(),
        };
        if !says_decision(&said) {
            found.note(
                Rule::must("demand.unclear"),
                Place::of(&block),
                format!("Из ответа на требование «{what}» не видно решения: да, частично или нет."),
                "The answer to a demand does not say yes, in part or no.",
            );
        }
    }
}

/// Whether the text says yes, in part or no.
pub fn says_decision(text: &str) -> bool {
    SAYS.fits(&folded(text))
}

static SAYS: Pattern = Pattern::new(&[
    r"удовлетвор|отказ(?:ано|ать|ываем)\b|не можем|не вправе|вынуждены отклонить|отклон(?:яем|ено)|соглас(?:ны|ились|овали)|выплатим|верн[её]м\b|вернули|возместим|заменим|обменяем|отремонтируем|исправим|добровольно|приносим|прекратим|удалим|пересчитаем|принимаем|we accept|unable to accept|we (?:cannot|can not|decline|refuse)|we will (?:\w+ )?(?:refund|pay|replace|repair|transfer|reimburse|deliver|stop|delete|erase|provide|recalculate|correct|fix|reduce|return|send|perform|exchange|give|hand|make|carry|remove|meet|fulfil|compensate|put|remedy|apologi|do|lend|cease|eliminate)|goodwill",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn each_demand_is_decided_answered_and_told_so() {
        let (letter, case) = ready_letter(LetterKind::FinalPartial);
        let rules = |letter: &LetterText, case: &CaseForLetter| -> Vec<String> {
            let found = Findings::of(|found| check(letter, case, found));
            found.into_list().into_iter().map(|f| f.rule).collect()
        };
        assert!(rules(&letter, &case).is_empty());
        let mut undecided = case.clone();
        undecided.demands[0].decision = None;
        assert_eq!(rules(&letter, &undecided), ["demand.undecided"]);
        let mut silent = letter.clone();
        let second = format!("demand:{}", case.demands[1].id);
        silent.blocks.retain(|b| b.role != second);
        assert_eq!(rules(&silent, &case), ["demand.unanswered"]);
        let mut vague = letter.clone();
        reword(
            &mut vague,
            "/decision",
            "Вы просите вернуть деньги. Спасибо за обращение.",
        );
        assert_eq!(rules(&vague, &case), ["demand.unclear"]);
    }

    #[test]
    fn where_the_deciding_block_is_gone_the_whole_answer_counts() {
        let (mut letter, case) = ready_letter(LetterKind::FinalSatisfied);
        letter.blocks.retain(|b| !b.id.ends_with("/decision"));
        let found = Findings::of(|found| check(&letter, &case, found));
        assert!(found.list().is_empty(), "{found:?}");
    }
}
