//! The points of the complaint, and whether each of them is answered.

use super::finding::{Findings, Place, Rule};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use complaint::Verdict;

/// Notes points of which nothing is established, that the letter leaves out, and those it answers with nothing to
/// stand on.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for (at, point) in case.points.iter().enumerate() {
        let (n, id, fields) = (at + 1, point.block(), &point.fields);
        let told = letter.blocks.iter().any(|block| block.id == id);
        let place = || if told { Place::of(&id) } else { Place::whole() };
        let Some(verdict) = fields.verdict else {
            found.note(
                Rule::must("point.unestablished"),
                place(),
                format!("По доводу {n} нет вывода: проверьте его и запишите в деле, подтвердился ли он."),
                format!("Point {n} has no finding: look into it and record in the case whether it is so."),
            );
            continue;
        };
        if !told {
            found.note(
                Rule::should("point.unanswered"),
                Place::whole(),
                format!("Письмо ничего не говорит о доводе {n}, хотя вывод по нему есть."),
                format!(
                    "The letter says nothing of point {n}, though a finding on it is recorded."
                ),
            );
        }
        if fields.check.trim().is_empty() {
            found.note(
                Rule::should("point.unchecked"),
                place(),
                format!("По доводу {n} не сказано, что и как проверили."),
                format!("Of point {n} nothing says what was checked, and how."),
            );
        }
        let proofless = fields.ground.trim().is_empty() && point.exhibits.is_empty();
        if proofless && is_against(verdict) {
            found.note(
                Rule::should("point.no_proof"),
                place(),
                format!("Довод {n} отклонён, но не видно, на чём это стоит: назовите основание или документ."),
                format!("Point {n} is answered in the negative with nothing to stand on: name the ground or a document."),
            );
        }
    }
}

/// Whether a verdict goes against the complainant, be it in part.
fn is_against(verdict: Verdict) -> bool {
    match verdict {
        Verdict::NotConfirmed | Verdict::Partly => true,
        Verdict::Confirmed | Verdict::Unestablished => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{pointed, ready_letter};
    use crate::compose::compose;
    use complaint::{Language, LetterKind};

    fn rules(letter: &LetterText, case: &CaseForLetter) -> Vec<String> {
        let found = Findings::of(|found| check(letter, case, found));
        found.into_list().into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn a_point_without_a_finding_stops_the_letter() {
        let mut case = pointed();
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        assert!(rules(&letter, &case).is_empty());
        case.points[0].fields.verdict = None;
        assert_eq!(rules(&letter, &case), ["point.unestablished"]);
        // The open field of the paragraph says it by itself.
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        let all = crate::check(&letter, &case);
        let of = |rule: &str| all.iter().filter(|f| f.rule == rule).count();
        assert_eq!((of("field.unresolved"), of("point.unestablished")), (1, 0));
    }

    #[test]
    fn a_point_is_answered_and_stands_on_something() {
        let mut case = pointed();
        let (bare, _) = ready_letter(LetterKind::FinalRefusal);
        let unanswered = vec!["point.unanswered"; case.points.len()];
        assert_eq!(rules(&bare, &case), unanswered);
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        for point in &mut case.points {
            point.fields.check.clear();
            point.fields.ground.clear();
            point.exhibits.clear();
        }
        let found = rules(&letter, &case);
        assert!(found.contains(&"point.unchecked".to_owned()), "{found:?}");
        assert!(found.contains(&"point.no_proof".to_owned()), "{found:?}");
    }

    #[test]
    fn where_nothing_is_stated_nothing_is_asked() {
        let (letter, case) = ready_letter(LetterKind::FinalRefusal);
        assert!(case.points.is_empty());
        assert!(rules(&letter, &case).is_empty());
    }
}
