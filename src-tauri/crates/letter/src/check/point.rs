//! The points of the complaint, and whether each of them is answered.

use super::finding::{Findings, Place, Rule};
use crate::case::{CaseForLetter, is_of_point};
use crate::text::LetterText;
use complaint::{DecisionKind, LetterKind, Verdict};

/// Notes points of which nothing is established, that the letter leaves out, and those it answers with nothing to
/// stand on; paragraphs of points that are no longer in the case, and an order that is not the case's.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    gone(letter, case, found);
    order(letter, case, found);
    decisions(letter, case, found);
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
        if proofless && verdict.is_against() {
            found.note(
                Rule::should("point.no_proof"),
                place(),
                format!("Довод {n} отклонён, но не видно, на чём это стоит: назовите основание или документ."),
                format!("Point {n} is answered in the negative with nothing to stand on: name the ground or a document."),
            );
        }
    }
}

/// Notes findings that say otherwise than what was decided, and those that admit what a gesture of goodwill does not.
fn decisions(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    const RULE: Rule = Rule::should("point.contradicts");
    for demand in &case.demands {
        let rest: Vec<_> = case
            .points
            .iter()
            .filter(|p| p.fields.demands.contains(&demand.id))
            .collect();
        let all = |verdict| rest.iter().all(|p| p.fields.verdict == Some(verdict));
        let Some(first) = rest.first() else { continue };
        match demand.decided() {
            Some(DecisionKind::Refuse) if all(Verdict::Confirmed) => found.note(
                RULE,
                Place::of(&first.block()),
                "Все доводы, на которых стоит требование, подтвердились, а в нём отказано: проверьте, что из этого верно.",
                "All the points that the demand rests on are confirmed, but it is refused: see which of the two is right.",
            ),
            Some(DecisionKind::Satisfy) if all(Verdict::NotConfirmed) => found.note(
                RULE,
                Place::of(&first.block()),
                "Ни один довод, на котором стоит требование, не подтвердился, а оно удовлетворено полностью: проверьте, что из этого верно.",
                "None of the points that the demand rests on is confirmed, but it is accepted in full: see which of the two is right.",
            ),
            Some(
                DecisionKind::Refuse
                | DecisionKind::Satisfy
                | DecisionKind::Partly
                | DecisionKind::Goodwill,
            )
            | None => {}
        }
    }
    if letter.kind != LetterKind::FinalGoodwill {
        return;
    }
    for (id, at) in answered(letter, case).filter_map(|(id, at)| Some((id, at?))) {
        if case.points[at].fields.verdict == Some(Verdict::Confirmed) {
            let n = at + 1;
            found.note(
                RULE,
                Place::of(id),
                format!("Довод {n} признан верным, а письмо говорит, что нарушения не признаёт: проверьте, тот ли это ответ."),
                format!("Point {n} is found to be so, while the letter says that it admits nothing: see whether this is the right reply."),
            );
        }
    }
}

/// The letter's blocks that answer points as they stand, each with its place among the case's where it has one.
fn answered<'a>(
    letter: &'a LetterText,
    case: &'a CaseForLetter,
) -> impl Iterator<Item = (&'a str, Option<usize>)> {
    let own = letter.blocks.iter().map(|block| block.id.as_str());
    own.filter(|id| is_of_point(id) && !id.contains('/'))
        .map(|id| (id, case.points.iter().position(|p| p.block() == id)))
}

fn gone(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    for (id, _) in answered(letter, case).filter(|(_, at)| at.is_none()) {
        found.note(
            Rule::must("point.gone"),
            Place::of(id),
            "Довода, на который отвечает этот абзац, в деле больше нет: уберите абзац или верните довод.",
            "The point that this paragraph answers is no longer in the case: take the paragraph out or bring the point back.",
        );
    }
}

fn order(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let mut last = 0;
    for (id, at) in answered(letter, case).filter_map(|(id, at)| Some((id, at?))) {
        if at < last {
            found.note(
                Rule::should("point.order"),
                Place::of(id),
                "Доводы стоят не в том порядке, что в деле: их номера идут не подряд.",
                "The points stand in another order than in the case: their numbers do not follow each other.",
            );
            return;
        }
        last = at;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{of_kind, pointed, ready_letter};
    use crate::compose::compose;
    use complaint::Language;

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
    fn a_paragraph_of_a_point_that_is_gone_stops_the_letter() {
        let mut case = pointed();
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        let taken = case.points.remove(1);
        assert_eq!(rules(&letter, &case), ["point.gone"]);
        let all = crate::check(&letter, &case);
        let gone = all.iter().find(|f| f.rule == "point.gone").unwrap();
        assert_eq!(gone.block, Some(taken.block()));
        assert_eq!(gone.severity, crate::Severity::Must);
    }

    #[test]
    fn points_in_another_order_than_the_case_are_told() {
        let mut case = pointed();
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        case.points.reverse();
        assert_eq!(rules(&letter, &case), ["point.order"]);
    }

    #[test]
    fn findings_that_say_otherwise_than_the_decision_are_told() {
        let mut case = pointed();
        let all = |case: &mut CaseForLetter, verdict| {
            for point in &mut case.points {
                point.fields.verdict = Some(verdict);
            }
        };
        all(&mut case, Verdict::Confirmed);
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        assert_eq!(rules(&letter, &case), ["point.contradicts"]);
        let letter = compose(LetterKind::FinalGoodwill, Language::Ru, &case);
        case.demands[0].decision = Some(of_kind(DecisionKind::Goodwill));
        let told = vec!["point.contradicts"; case.points.len()];
        assert_eq!(rules(&letter, &case), told);
        all(&mut case, Verdict::NotConfirmed);
        assert!(rules(&letter, &case).is_empty());
        case.demands[0].decision = Some(of_kind(DecisionKind::Satisfy));
        let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &case);
        assert_eq!(rules(&letter, &case), ["point.contradicts"]);
    }

    #[test]
    fn where_nothing_is_stated_nothing_is_asked() {
        let (letter, case) = ready_letter(LetterKind::FinalRefusal);
        assert!(case.points.is_empty());
        assert!(rules(&letter, &case).is_empty());
    }
}
