//! Another sum promised than was decided.

use super::answer::answer_to;
use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::figures::figures;
use crate::words::folded::folded;
use crate::words::named_sums::named_sums;
use crate::words::pattern::{Pattern, chars};
use crate::words::sentence::sentence;
use complaint::{Language, Money};

const RULE: Rule = Rule::must("sum.other");

/// Notes sums that the answer to a demand promises and nobody granted.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in case.demands.iter().filter(|d| d.fields.kind.asks_money()) {
        let decided = demand.decision.as_ref();
        let Some(granted) = decided.and_then(|d| d.amount.or(demand.fields.amount)) else {
            continue;
        };
        for (id, text) in answer_to(letter, demand) {
            for (sum, place) in paid_sums(&text) {
                if sum == granted {
                    continue;
                }
                found.note(
                    RULE,
                    Place::chars(Some(id), place),
                    sentence(&format!(
                        "Обещана другая сумма, чем решено: {}",
                        figures(granted, Language::Ru)
                    )),
                    format!(
                        "Another sum is promised than was decided: {}.",
                        figures(granted, Language::En)
                    ),
                );
                found.suggest(figures(granted, letter.language));
            }
        }
    }
}

/// Sums that the text promises to pay, with their places.
fn paid_sums(text: &str) -> Vec<(Money, (u32, u32))> {
    named_sums(text)
        .into_iter()
        .filter(|named| PAYS.fits(&folded(&text[..named.place.start])))
        .map(|named| {
            let (from, to) = (named.place.start, named.place.end);
            (named.sum, (chars(text, from), chars(text, to)))
        })
        .collect()
}

/// What stands before a sum that is promised.
static PAYS: Pattern = Pattern::new(&[
    r"(?:вернем|выплатим|возместим|перечислим|переведем|компенсируем)(?: вам)? $|we will (?:refund|pay|transfer|reimburse)(?: you)? $",
]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn the_sum_promised_is_the_sum_decided() {
        let (mut letter, case) = ready_letter(LetterKind::FinalPartial);
        assert!(
            Findings::of(|found| check(&letter, &case, found))
                .list()
                .is_empty()
        );
        let words = "Вернём Вам 3 000 руб. не позднее 27 ноября 2026 г.";
        reword(
            &mut letter,
            &format!("demand:{}/next", case.demands[0].id),
            words,
        );
        let found = Findings::of(|found| check(&letter, &case, found));
        assert_eq!(found.place(words), "3 000 руб.");
        let better = found.list()[0].suggestion.as_deref().unwrap_or_default();
        assert_eq!(better.replace('\u{a0}', " "), "2 000 руб. 50 коп.");
    }

    #[test]
    fn the_pattern_builds() {
        assert!(PAYS.regex().is_some());
    }
}
