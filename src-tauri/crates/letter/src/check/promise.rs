//! Days that are promised: late, past or missing.

use super::finding::{Findings, Group, Place, Rule, Severity};
use crate::case::CaseForLetter;
use crate::text::LetterText;
use crate::words::figures::date;
use crate::words::folded::folded;
use crate::words::named_dates::named_dates;
use crate::words::pattern::{Pattern, chars};
use crate::words::sentence::sentence;
use chrono::NaiveDate;
use complaint::{Language, LetterKind};

const LATE: Rule = Rule::must("promise.late").about(Group::Safe);

/// Notes promises that are late, past or missing.
pub fn check(letter: &LetterText, case: &CaseForLetter, found: &mut Findings) {
    let late = |found: &mut Findings,
                block: Option<&str>,
                place,
                promised: NaiveDate,
                due: NaiveDate| {
        // Once the legal day has passed, no promise can be in time: then
        // what counts is the earliest day.
        let passed = due < case.today;
        let (severity, ru, en) = if passed {
            (
                Severity::Should,
                ", он уже прошёл, и неустойка идёт за каждый день: обещайте самый ранний возможный день и извинитесь за задержку",
                ", which has passed, and the penalty runs by the day: promise the earliest day possible and apologise for the delay",
            )
        } else {
            (Severity::Must, "", "")
        };
        found.note(
            Rule { severity, ..LATE },
            Place::chars(block, place),
            sentence(&format!(
                "Обещан срок {} — позже законного, {}{ru}",
                date(promised, Language::Ru),
                date(due, Language::Ru)
            )),
            format!(
                "The date promised, {}, is later than the legal one, {}{en}.",
                date(promised, Language::En),
                date(due, Language::En)
            ),
        );
    };
    if letter.kind == LetterKind::Interim
        && letter.expected.is_none()
        && case.writer_words.expected.is_none()
    {
        found.note(
            Rule::must("promise.none"),
            Place::whole(),
            "Промежуточный ответ не называет дня, к которому будет ответ.",
            "A holding reply must name the day of the answer.",
        );
    }
    if let (Some(promised), Some(due)) = (letter.expected, case.answer_due)
        && promised > due
    {
        late(found, None, (0, 0), promised, due);
    }
    for demand in &case.demands {
        let promised = demand.decision.as_ref().and_then(|d| d.due);
        if let (Some(promised), Some(due), true) =
            (promised, demand.due_legal, letter.kind.is_final())
            && promised > due
        {
            let block = format!("demand:{}/next", demand.id);
            late(found, Some(&block), (0, 0), promised, due);
        }
    }
    // Dates typed by hand: whatever stands behind «не позднее» or «до».
    let last = case
        .demands
        .iter()
        .filter_map(|d| d.due_legal)
        .chain(case.answer_due)
        .max();
    for block in &letter.blocks {
        // What the mended letter had said is no promise any more, and the day
        // by which we await an answer is none of ours.
        let not_ours = [
            (LetterKind::Correction, "said"),
            (LetterKind::OwnClaim, "until"),
        ];
        if not_ours.contains(&(letter.kind, block.id.as_str())) {
            continue;
        }
        let text = block.reads();
        for (promised, start, end) in promised_dates(&text) {
            let known = case.writer_words.expected == Some(promised)
                || case
                    .demands
                    .iter()
                    .any(|d| d.decision.as_ref().is_some_and(|d| d.due == Some(promised)));
            if let Some(due) = last
                && promised > due
                && !known
            {
                late(found, Some(&block.id), (start, end), promised, due);
            }
            if promised < case.today && !block.role.is_empty() {
                // What is to come can't have come already; elsewhere a day may be told of as well.
                let ours = block.role == "next" || block.id.ends_with("/next");
                let past = if ours { Rule::must } else { Rule::should };
                found.note(
                    past("promise.past"),
                    Place::chars(Some(&block.id), (start, end)),
                    "Обещанный день уже прошёл.",
                    "The day promised is already past.",
                );
            }
        }
    }
}

/// Dates promised in the text, with their places in `char`s.
pub fn promised_dates(text: &str) -> Vec<(NaiveDate, u32, u32)> {
    let low = folded(text);
    let Some(pattern) = PROMISE.regex() else {
        return Vec::new();
    };
    named_dates(&low)
        .into_iter()
        .filter_map(|(date, from, to)| {
            let lead = pattern.find(&low[..from])?;
            Some((date, chars(&low, lead.start()), chars(&low, to)))
        })
        .collect()
}

/// What stands before a date that is promised.
static PROMISE: Pattern =
    Pattern::new(&[r"(?:не позднее|не позже|\bдо|в срок до|no later than|\bby|until)\s+$"]);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::{day, ready_for, ready_letter, reword};
    use crate::check::finding::Finding;
    use crate::compose::compose;

    fn found(letter: &LetterText, case: &CaseForLetter) -> Vec<Finding> {
        Findings::of(|found| check(letter, case, found)).into_list()
    }

    fn rules(letter: &LetterText, case: &CaseForLetter) -> Vec<String> {
        found(letter, case).into_iter().map(|f| f.rule).collect()
    }

    #[test]
    fn a_promise_later_than_the_law_stops_the_letter() {
        let mut late = ready_for(LetterKind::FinalSatisfied);
        late.demands[0].decision.as_mut().unwrap().due = Some(day(2026, 12, 5));
        let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &late);
        let found = found(&letter, &late);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].severity, Severity::Must);
        assert!(
            found[0].message_ru.contains("5 декабря 2026 г."),
            "{found:?}"
        );
    }

    #[test]
    fn a_date_typed_by_hand_is_a_promise_too() {
        let (mut letter, case) = ready_letter(LetterKind::FinalPartial);
        assert!(rules(&letter, &case).is_empty());
        reword(&mut letter, "/ground", "Переведём до 15 декабря 2026 г.");
        assert_eq!(rules(&letter, &case), ["promise.late"]);
        reword(&mut letter, "/ground", "Переведём до 15 ноября 2026 г.");
        assert_eq!(rules(&letter, &case), ["promise.past"]);
    }

    #[test]
    fn nothing_is_promised_for_a_day_that_is_past() {
        let mut late = ready_for(LetterKind::Acknowledgement);
        let due = late.answer_due.expect("a day");
        let letter = compose(LetterKind::Acknowledgement, Language::Ru, &late);
        assert!(!rules(&letter, &late).contains(&"promise.past".to_owned()));
        late.today = due + chrono::Days::new(21);
        let stale = found(&letter, &late);
        let past = stale.iter().find(|f| f.rule == "promise.past");
        assert_eq!(past.map(|f| f.severity), Some(Severity::Must), "{stale:?}");
        // Composed anew, the letter leaves the day to be named and can't be issued without it.
        late.writer_words.expected = None;
        let anew = compose(LetterKind::Acknowledgement, Language::Ru, &late);
        let missing = crate::unresolved(&anew);
        assert!(missing.iter().any(|m| m.field == "expected"), "{missing:?}");
    }

    #[test]
    fn a_promise_after_the_legal_day_has_passed_is_told_but_not_stopped() {
        let mut late = ready_for(LetterKind::FinalSatisfied);
        late.today = day(2026, 12, 10);
        for demand in &mut late.demands {
            demand.decision.as_mut().unwrap().due = Some(day(2026, 12, 12));
        }
        let letter = compose(LetterKind::FinalSatisfied, Language::Ru, &late);
        let found = found(&letter, &late);
        assert!(found.iter().any(|f| f.rule == "promise.late"), "{found:?}");
        assert!(
            found.iter().all(|f| f.severity != Severity::Must),
            "{found:?}"
        );
        assert!(
            found[0]
                .message_ru
                .contains("неустойка идёт за каждый день")
        );
    }

    #[test]
    fn a_holding_reply_names_its_day_in_time() {
        let (mut letter, mut case) = ready_letter(LetterKind::Interim);
        letter.expected = None;
        case.writer_words.expected = None;
        assert_eq!(rules(&letter, &case), ["promise.none"]);
        case.writer_words.expected = Some(day(2026, 12, 1));
        let letter = compose(LetterKind::Interim, Language::Ru, &case);
        assert!(rules(&letter, &case).contains(&"promise.late".to_owned()));
    }

    #[test]
    fn the_pattern_builds() {
        assert!(PROMISE.regex().is_some());
    }
}
