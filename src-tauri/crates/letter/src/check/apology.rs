//! An apology where the demand for one was refused. Regret is no apology.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::pattern::Pattern;
use complaint::{DecisionKind, DemandKind};

/// Notes an apology that contradicts the decision.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let refused = case.demands.iter().any(|d| {
        d.fields.kind == DemandKind::Apology
            && d.decision
                .as_ref()
                .is_some_and(|given| given.kind == DecisionKind::Refuse)
    });
    if !refused {
        return;
    }
    for block in &letter.blocks {
        if let Some(place) = APOLOGISES.place(&block.reads()) {
            found.note(Rule::hint("apology.contradicts"), Place::chars(Some(&block.id), place), "В извинениях отказано, а письмо извиняется: оставьте сожаление («Нам жаль…») или измените решение.", "The apology was refused, and yet the letter apologises: keep to regret, or change the decision.");
        }
    }
}

static APOLOGISES: Pattern = Pattern::new(&[
    r"(?:приносим|примите|просим принять)(?: вам)?(?: наши| свои| искренние)* извинени\p{L}+|(?:просим|прошу)(?: у вас)? прощения|извините|простите|we apologi[sz]e|our apologies|please accept (?:our )?apolog",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::DemandForLetter;
    use crate::cases::{demand_id, of_kind, ready_for, refund, reword};
    use crate::compose::compose;
    use complaint::{DemandFields, Language, LetterKind};

    #[test]
    fn an_apology_after_a_refused_one_is_pointed_at_and_regret_is_not() {
        let mut case = ready_for(LetterKind::FinalRefusal);
        case.demands.push(DemandForLetter {
            id: demand_id(9),
            fields: DemandFields {
                kind: DemandKind::Apology,
                detail: String::new(),
                amount: None,
            },
            ..refund(Some(of_kind(DecisionKind::Refuse)))
        });
        let mut letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        let rules = |letter: &LetterText| {
            let found = Findings::of(|found| check(letter, &case, found));
            found
                .into_list()
                .into_iter()
                .map(|f| f.rule)
                .collect::<Vec<_>>()
        };
        assert!(rules(&letter).is_empty());
        reword(
            &mut letter,
            "regret",
            "Нам жаль, что так вышло. Спасибо, что написали.",
        );
        assert!(rules(&letter).is_empty());
        reword(
            &mut letter,
            "regret",
            "Приносим Вам извинения за случившееся.",
        );
        assert_eq!(rules(&letter), ["apology.contradicts"]);
    }

    #[test]
    fn the_pattern_builds() {
        assert!(APOLOGISES.regex().is_some());
    }
}
