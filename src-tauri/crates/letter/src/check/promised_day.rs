//! Another day promised than was decided.

use super::answer::answer_to;
use super::finding::{Findings, Place, Rule};
use super::promise::promised_dates;
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::figures::date;
use crate::words::sentence::sentence;
use complaint::Language;

const RULE: Rule = Rule::must("promise.other");

/// Notes days by which the answer to a demand promises what was decided for another day: the clock runs to
/// the day of the decision, the complainant goes by the letter's.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for demand in &case.demands {
        let Some(decided) = demand.decision.as_ref().and_then(|d| d.due) else {
            continue;
        };
        for (id, text) in answer_to(letter, demand) {
            let promised = promised_dates(&text);
            // What follows is told in one block; days elsewhere are those of the contract or of the law.
            if !id.ends_with("/next") || promised.iter().any(|(day, ..)| *day == decided) {
                continue;
            }
            for (_, from, to) in promised {
                found.note(
                    RULE,
                    Place::chars(Some(id), (from, to)),
                    sentence(&format!(
                        "Обещан другой день, чем в решении: там {}",
                        date(decided, Language::Ru)
                    )),
                    format!(
                        "Another day is promised than was decided: the decision says {}.",
                        date(decided, Language::En)
                    ),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{day, ready_letter, reword};
    use complaint::LetterKind;

    #[test]
    fn the_day_promised_is_the_day_decided() {
        let (mut letter, mut case) = ready_letter(LetterKind::FinalPartial);
        let found = |letter: &_, case: &_| Findings::of(|found| check(letter, case, found));
        assert!(found(&letter, &case).list().is_empty());
        // The decision is changed after the letter was composed.
        let decided = case.demands[0].decision.as_mut().unwrap();
        decided.due = Some(day(2026, 11, 24));
        let late = found(&letter, &case);
        let [finding] = late.list() else {
            panic!("{:?}", late.list());
        };
        assert!(finding.message_ru.contains("24 ноября 2026 г."));
        // Both days in one sentence: the decided one stands.
        let next = format!("demand:{}/next", case.demands[0].id);
        reword(
            &mut letter,
            &next,
            "Вернём деньги не позднее 24 ноября 2026 г., не дожидаясь 27 ноября 2026 г.",
        );
        assert!(found(&letter, &case).list().is_empty());
    }
}
