//! Terms that are proposed when somebody starts a clock, as data.

use crate::count::Term;
use crate::law::Certainty;
use chrono::NaiveDate;
use complaint::{ClockKind, ClockStart};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// A term that is usual for clocks of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Usual {
    /// The kind of clock.
    pub kind: ClockKind,
    /// From which fact it runs.
    pub start: ClockStart,
    /// The term.
    pub term: Term,
    /// Act and article; empty for what no law says.
    pub citation: String,
    /// How sure we are.
    pub certainty: Certainty,
    /// What it is, in Russian.
    pub title_ru: String,
    /// What it is, in English.
    pub title_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    usual: Vec<Usual>,
    pause: Vec<Norm>,
}

/// A norm that lets clocks of some kinds stand still.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Norm {
    kinds: Vec<ClockKind>,
    citation: String,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/usual.toml"))
        .expect("the file that ships is well-formed: a test reads it")
});

/// The terms that ship.
#[must_use]
pub fn usual() -> &'static [Usual] {
    &FILE.usual
}

/// The norm that lets a clock of this kind stand still, where one does. The terms of demands have
/// theirs with their rules.
#[must_use]
pub fn pause_norm(kind: ClockKind) -> Option<&'static str> {
    let norm = FILE.pause.iter().find(|norm| norm.kinds.contains(&kind))?;
    Some(&norm.citation)
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
        assert!(usual().len() >= 6);
        assert!(checked_on().to_string().starts_with("2026"));
        assert_eq!(pause_norm(ClockKind::Interim), None);
        assert!(pause_norm(ClockKind::Payment).is_some_and(|norm| norm.contains("406")));
        for term in usual() {
            assert!(term.kind.is_free(), "{:?}", term.kind);
            assert!(term.term.count > 0 && !term.term.unit.is_by_the_clock());
            let of_office = term.certainty == Certainty::OfficeGoal;
            assert_eq!(of_office, term.citation.is_empty(), "{}", term.title_en);
            assert!(!term.title_ru.is_empty() && !term.title_en.is_empty());
        }
    }
}
