//! Paragraphs that are older than the record of the case they were written from.

use super::finding::{Finding, Findings, Place, Rule};
use crate::compose::Change;

const RULE: Rule = Rule::should("source.newer");

/// Paragraphs that the case has moved on from, each as a finding over its whole length.
pub fn outdated(behind: &[Change]) -> Vec<Finding> {
    let mut found = Findings::default();
    for change in behind {
        let length = u32::try_from(change.before.chars().count()).unwrap_or(u32::MAX);
        found.note(
            RULE,
            Place::chars(Some(&change.place), (0, length)),
            "Этот абзац старше записей дела: в деле теперь сказано иначе.",
            "This paragraph is older than the record of the case, which says otherwise by now.",
        );
    }
    found.into_list()
}
