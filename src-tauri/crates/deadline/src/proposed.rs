//! Terms that are proposed when somebody starts a clock, and what lets such a clock stand still, as data.

use crate::counting::Term;
use crate::law::Certainty;
use chrono::NaiveDate;
use complaint::{ClockKind, ClockStart};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// A term that most offices give clocks of a kind; the person who starts the clock may change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposedTerm {
    pub kind: ClockKind,
    /// The fact from whose next day it runs.
    pub start: ClockStart,
    /// What is put into the form.
    pub term: Term,
    /// Act and article; empty for what no law says.
    pub citation: String,
    /// How sure we are that the act says so.
    pub certainty: Certainty,
    /// The term in one line of Russian, as it stands in the list of proposals.
    pub title_ru: String,
    /// [`Self::title_ru`] for a reader of English.
    pub title_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    term: Vec<ProposedTerm>,
    pause: Vec<PauseGround>,
}

/// The norm by which clocks of some kinds may stand still.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PauseGround {
    kinds: Vec<ClockKind>,
    citation: String,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    packed::table(include_str!("../data/proposed_terms.toml"))
        .expect("the file that ships is well-formed: a test reads it")
});

#[must_use]
pub fn proposed_terms() -> &'static [ProposedTerm] {
    &FILE.term
}

/// The norm that lets a clock of this kind stand still, where one does. The terms of demands have
/// theirs with their rules.
#[must_use]
pub fn pause_ground(kind: ClockKind) -> Option<&'static str> {
    let ground = FILE
        .pause
        .iter()
        .find(|ground| ground.kinds.contains(&kind))?;
    Some(&ground.citation)
}

/// When they were last compared with their sources.
#[must_use]
pub fn checked_on() -> NaiveDate {
    FILE.checked_on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_can_be_started_and_names_its_source() {
        assert!(proposed_terms().len() >= 6);
        assert!(checked_on().to_string().starts_with("2026"));
        assert_eq!(pause_ground(ClockKind::Interim), None);
        assert!(pause_ground(ClockKind::Payment).is_some_and(|norm| norm.contains("406")));
        for term in proposed_terms() {
            assert!(term.kind.is_free(), "{:?}", term.kind);
            assert!(term.term.count > 0 && !term.term.unit.is_by_the_clock());
            let of_office = term.certainty == Certainty::OfficeGoal;
            assert_eq!(of_office, term.citation.is_empty(), "{}", term.title_en);
            assert!(!term.title_ru.is_empty() && !term.title_en.is_empty());
        }
    }
}
