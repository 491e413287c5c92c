//! Everything that ships, told to a reader of English: acts, articles, steps and advice.

use chrono::NaiveDate;
use complaint::{ClockKind, DemandKind, Regime};
use deadline::{Calendar, Circumstances, Law, in_english, pause_ground, proposed_terms};

fn is_english(text: &str) -> bool {
    !text.chars().any(|c| ('\u{400}'..'\u{530}').contains(&c))
}

#[test]
fn whatever_ships_is_cited_in_english() {
    let law = Law::builtin();
    let rules = law.rules().iter();
    let pauses = rules.clone().filter_map(|rule| rule.pause.as_deref());
    let norms = ClockKind::ALL.iter().filter_map(|kind| pause_ground(*kind));
    let all = rules
        .map(|rule| rule.citation.as_str())
        .chain(law.penalties().iter().map(|p| p.citation.as_str()))
        .chain(proposed_terms().iter().map(|term| term.citation.as_str()))
        .chain(pauses)
        .chain(norms);
    for citation in all {
        let english = in_english(citation);
        assert!(is_english(&english), "{citation}: {english}");
    }
}

#[test]
fn each_step_of_a_count_is_told_in_english() {
    let calendar = Calendar::builtin();
    let received = NaiveDate::from_ymd_opt(2026, 12, 25).unwrap();
    for &regime in Regime::ALL {
        let demands = DemandKind::ALL.iter().copied().map(Some);
        for demand in demands.chain([None]) {
            let about = Circumstances::new(regime, demand, received);
            for deadline in Law::builtin().deadlines(&about, &calendar) {
                for step in deadline.counted.iter().flat_map(|counted| &counted.steps) {
                    assert!(is_english(&step.text_en), "{}", step.text_en);
                }
            }
        }
    }
}

#[test]
fn rules_speak_english_to_who_reads_it() {
    for rule in Law::builtin().rules() {
        for text in [&rule.title_en, &rule.todo_en] {
            assert!(is_english(text), "{}: {text}", rule.id);
        }
    }
    for term in proposed_terms() {
        assert!(is_english(&term.title_en), "{}", term.title_en);
    }
    for penalty in Law::builtin().penalties() {
        assert!(
            is_english(&penalty.note_en),
            "{}: {}",
            penalty.id,
            penalty.note_en
        );
    }
}
