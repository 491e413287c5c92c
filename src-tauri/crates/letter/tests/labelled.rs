//! The word rules on a set of labelled sentences: how much of what they say is
//! right, and how much of what there is they find.

use std::collections::BTreeMap;

const SET: &str = include_str!("labelled.tsv");

/// What only a whole letter can lack.
fn is_about_words(rule: &str) -> bool {
    !rule.contains("missing") && !rule.starts_with("rights.") && rule != "refusal.no_ground"
}

#[test]
fn precision_and_recall_are_kept() {
    let (mut right, mut wrong, mut missed) = (0u32, 0u32, 0u32);
    let mut faults: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    let (mut all, mut innocent) = (0, 0);
    for line in SET.lines().filter(|l| !l.starts_with('#')) {
        let (label, sentence) = line.split_once('\t').expect("a label and a sentence");
        all += 1;
        let mut found: Vec<String> = letter::check_plain(sentence, None)
            .into_iter()
            .map(|f| f.rule)
            .filter(|r| is_about_words(r))
            .collect();
        found.sort();
        found.dedup();
        if label == "-" {
            innocent += 1;
        } else if found.iter().any(|r| r == label) {
            right += 1;
        } else {
            missed += 1;
            faults
                .entry("missed")
                .or_default()
                .push(format!("{label}: {sentence}"));
        }
        // A second, related rule on a guilty sentence is no false alarm; any
        // finding on an innocent one is.
        if label == "-" && !found.is_empty() {
            wrong += 1;
            faults
                .entry("false")
                .or_default()
                .push(format!("{found:?}: {sentence}"));
        }
    }
    let precision = f64::from(right) / f64::from(right + wrong);
    let recall = f64::from(right) / f64::from(right + missed);
    eprintln!("{all} sentences, {innocent} innocent; precision {precision:.3}, recall {recall:.3}");
    eprintln!("{faults:#?}");
    assert!(all >= 150 && innocent * 5 >= all * 2, "{all} {innocent}");
    assert!(precision >= 0.95, "{precision}: {faults:#?}");
    assert!(recall >= 0.95, "{recall}: {faults:#?}");
}

/// A letter of two pages is read in far less than the time of a keystroke;
/// the figure is printed, for a busy machine would make an assertion lie.
#[test]
fn two_pages_are_read_at_a_keystroke() {
    let text: String = SET
        .lines()
        .filter_map(|l| l.split_once('\t').map(|(_, s)| s))
        .take(75)
        .collect::<Vec<_>>()
        .join(" ");
    let first = std::time::Instant::now();
    let once = letter::check_plain(&text, None).len();
    let first = first.elapsed();
    let again = std::time::Instant::now();
    assert_eq!(letter::check_plain(&text, None).len(), once);
    eprintln!(
        "{} characters: first {first:?}, then {:?}",
        text.chars().count(),
        again.elapsed()
    );
    assert!(once > 50);
}
