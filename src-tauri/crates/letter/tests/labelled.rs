//! The word rules on sets of labelled sentences: how much of what they say is
//! right, and how much of what there is they find.
//!
//! `labelled.*` are the sentences the rules were made with. The other sets were
//! written before the rules were looked at again, `others.*` by a person who had
//! not seen them; what the rules made of each at first sight stands at its head.
//! Later the rules were mended by what the misses had in common, and those sets
//! stay as tests. Since the weights of clues are learnt from all of them, none
//! is unseen any more: the honest figures stand with the blind batches.

use std::collections::BTreeMap;
use std::fmt::Write;

/// What only a whole letter can lack.
fn is_about_words(rule: &str) -> bool {
    !rule.contains("missing") && !rule.starts_with("rights.") && rule != "refusal.no_ground"
}

struct Score {
    all: u32,
    innocent: u32,
    precision: f64,
    recall: f64,
    faults: String,
}

/// Reads a set: a rule's id or `-`, a tab, a sentence. A second, related rule on
/// a guilty sentence is no false alarm; any finding on an innocent one is.
fn score(set: &str) -> Score {
    let (mut right, mut wrong, mut missed) = (0u32, 0u32, 0u32);
    let (mut all, mut innocent) = (0, 0);
    let mut faults: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for line in set.lines().filter(|l| !l.starts_with('#')) {
        let (label, sentence) = line.split_once('\t').expect("a label and a sentence");
        all += 1;
        let mut found: Vec<String> = letter::check_text(sentence, None)
            .into_iter()
            .map(|f| f.rule)
            .filter(|r| is_about_words(r))
            .collect();
        found.sort();
        found.dedup();
        if label == "-" {
            innocent += 1;
            if !found.is_empty() {
                wrong += 1;
                let note = format!("{found:?}: {sentence}");
                faults.entry("false").or_default().push(note);
            }
        } else if found.iter().any(|r| r == label) {
            right += 1;
        } else {
            missed += 1;
            let note = format!("{label}, not {found:?}: {sentence}");
            faults.entry("missed").or_default().push(note);
        }
    }
    let mut told = String::new();
    for (what, notes) in &faults {
        for note in notes {
            let _ = writeln!(told, "  {what}: {note}");
        }
    }
    Score {
        all,
        innocent,
        precision: f64::from(right) / f64::from(right + wrong),
        recall: f64::from(right) / f64::from(right + missed),
        faults: told,
    }
}

fn holds(name: &str, set: &str, at_least: u32) {
    let Score {
        all,
        innocent,
        precision,
        recall,
        faults,
    } = score(set);
    eprintln!(
        "{name}: {all} sentences, {innocent} innocent; precision {precision:.3}, recall {recall:.3}\n{faults}"
    );
    assert!(
        all >= at_least && innocent * 5 >= all * 2,
        "{all} {innocent}"
    );
    assert!(precision >= 0.95, "{name}: {precision}\n{faults}");
    assert!(recall >= 0.95, "{name}: {recall}\n{faults}");
}

#[test]
fn russian_precision_and_recall_are_kept() {
    holds("labelled.ru", include_str!("labelled.ru.tsv"), 150);
}

#[test]
fn english_precision_and_recall_are_kept() {
    holds("labelled.en", include_str!("labelled.en.tsv"), 150);
}

#[test]
fn the_first_russian_holdout_is_kept() {
    holds("holdout.ru", include_str!("holdout.ru.tsv"), 120);
}

#[test]
fn the_first_english_holdout_is_kept() {
    holds("holdout.en", include_str!("holdout.en.tsv"), 60);
}

#[test]
fn the_second_russian_holdout_is_kept() {
    holds("holdout2.ru", include_str!("holdout2.ru.tsv"), 60);
}

#[test]
fn the_second_english_holdout_is_kept() {
    holds("holdout2.en", include_str!("holdout2.en.tsv"), 30);
}

#[test]
fn the_third_russian_holdout_is_kept() {
    holds("unseen.ru", include_str!("unseen.ru.tsv"), 120);
}

#[test]
fn russian_sentences_of_another_hand_are_told_apart() {
    holds("others.ru", include_str!("others.ru.tsv"), 150);
}

#[test]
fn english_sentences_of_another_hand_are_told_apart() {
    holds("others.en", include_str!("others.en.tsv"), 75);
}

/// Sentences set aside until the weights of clues were learnt: before that the
/// rules stood at precision 0.955 and recall 0.727 in Russian, 1.000 and 0.775 in
/// English.
#[test]
fn sentences_set_aside_are_told_apart() {
    for (name, set, precision, recall) in [
        ("aside.ru", include_str!("aside.ru.tsv"), 0.95, 0.95),
        ("aside.en", include_str!("aside.en.tsv"), 0.97, 0.95),
    ] {
        let score = score(set);
        eprintln!(
            "{name}: {} sentences, {} innocent; precision {:.3}, recall {:.3}",
            score.all, score.innocent, score.precision, score.recall
        );
        assert!(score.all >= 80 && score.innocent * 5 >= score.all * 2);
        assert!(score.precision >= precision, "{name}: {}", score.precision);
        assert!(score.recall >= recall, "{name}: {}", score.recall);
    }
}

/// A letter of two pages is read in far less than the time of a keystroke;
/// the figure is printed, for a busy machine would make an assertion lie.
#[test]
fn two_pages_are_read_at_a_keystroke() {
    let text: String = include_str!("labelled.ru.tsv")
        .lines()
        .filter_map(|l| l.split_once('\t').map(|(_, s)| s))
        .take(75)
        .collect::<Vec<_>>()
        .join(" ");
    let first = std::time::Instant::now();
    let once = letter::check_text(&text, None).len();
    let first = first.elapsed();
    let again = std::time::Instant::now();
    assert_eq!(letter::check_text(&text, None).len(), once);
    let again = again.elapsed();
    letter::check_spelling(&text, &[], None);
    let spelling = std::time::Instant::now();
    letter::check_spelling(&text, &[], None);
    eprintln!(
        "{} characters: first {first:?}, then {again:?}; their spelling {:?}",
        text.chars().count(),
        spelling.elapsed()
    );
    assert!(once > 50);
}
