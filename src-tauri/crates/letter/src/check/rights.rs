//! What a refusal must say of the complainant's rights.

use super::finding::{Findings, Place, Rule};
use crate::case::{CaseForLetter, DemandForLetter};
use crate::text::LetterText;
use crate::words::folded::folded;
use complaint::Language;

/// Notes a refusal that does not name the court, or the expert examination
/// where the quality of a thing is in dispute.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    if !case.demands.iter().any(DemandForLetter::is_refused) {
        return;
    }
    let text: String = letter
        .blocks
        .iter()
        .map(|b| folded(&b.reads()) + "\n")
        .collect();
    let has = |ru: &str, en: &str| {
        text.contains(if letter.language == Language::Ru {
            ru
        } else {
            en
        })
    };
    if !has(" суд", "court") {
        found.note(
            Rule::must("rights.court"),
            Place::whole(),
            "При отказе надо сказать о праве обратиться в суд.",
            "A refusal must mention the right to go to court.",
        );
    }
    let quality = |d: &DemandForLetter| d.is_refused() && d.turns_on_quality();
    if case.matter.regime.is_consumer_sale()
        && case.demands.iter().any(quality)
        && !has("эксперти", "expert examination")
        && !has("эксперти", "independent examination")
    {
        found.note(Rule::must("rights.expertise"), Place::whole(), "При отказе надо сказать о праве присутствовать при экспертизе, оспорить её и провести свою.", "A refusal must mention the right to attend and contest the expert examination and to commission one's own.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::ready_letter;
    use complaint::{LetterKind, Regime};

    #[test]
    fn a_refusal_names_the_rights_of_whom_it_refuses() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        letter.blocks.retain(|b| b.id != "rights");
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["rights.court", "rights.expertise"]);
        // Where no thing was sold there is none to examine.
        case.matter.regime = Regime::Services;
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.rules(), ["rights.court"]);
    }
}
