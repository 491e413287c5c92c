//! Letters composed from the cases.

use super::case::{case, of_kind, refund};
use super::ready::ready_for;
use complaint::{DecisionKind, DemandKind, Language, LetterKind, Regime};
use letter::CaseForLetter;

/// Every kind of letter from a complete case, in every regime and language, with
/// what it is.
pub fn every_ready_letter(mut see: impl FnMut(&str, &CaseForLetter, &letter::LetterText)) {
    for &kind in LetterKind::ALL {
        for &regime in Regime::ALL {
            for &language in Language::ALL {
                let mut case = ready_for(kind);
                case.matter.regime = regime;
                if matches!(regime, Regime::B2b | Regime::Platform) {
                    by_civil_law(&mut case);
                }
                let letter = letter::compose(kind, language, &case);
                see(&format!("{kind:?} {regime:?} {language:?}"), &case, &letter);
            }
        }
    }
}

/// Decided by the code, as the claims of firms are, and not by the law of consumers.
fn by_civil_law(case: &mut CaseForLetter) {
    for demand in &mut case.demands {
        demand.citation = None;
        demand.citation_en = None;
        let by_consumer_law = |ground: &str| ground.contains("потребителей");
        if let Some(decision) = &mut demand.decision
            && by_consumer_law(&decision.ground)
        {
            decision.ground = "ст. 475 ГК РФ".into();
        }
    }
}

/// The answer to every demand with every decision, in every language.
pub fn every_answer(mut see: impl FnMut(&str, &CaseForLetter, &letter::LetterText)) {
    for &kind in DemandKind::ALL {
        for &decided in DecisionKind::ALL {
            let mut demand = refund(Some(of_kind(decided)));
            demand.fields.kind = kind;
            demand.fields.detail = "набор ножей".into();
            let case = case(vec![demand]);
            for &language in Language::ALL {
                let letter = letter::compose(case.fitting_final(), language, &case);
                see(
                    &format!("{kind:?} {decided:?} {language:?}"),
                    &case,
                    &letter,
                );
            }
        }
    }
}

/// Puts other words in the place of the first block whose id ends so.
pub fn reword(letter: &mut letter::LetterText, id: &str, words: &str) {
    let block = letter.blocks.iter_mut().find(|b| b.id.ends_with(id));
    block.unwrap().content = letter::Content::Paragraph {
        spans: vec![letter::Span::text(words)],
    };
}

/// A complete letter in Russian, with its case.
pub fn ready_letter(kind: LetterKind) -> (letter::LetterText, CaseForLetter) {
    let case = ready_for(kind);
    (letter::compose(kind, Language::Ru, &case), case)
}
