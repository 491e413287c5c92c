//! For how long the records of closed cases are kept: what ships as dated data, and what an office sets instead.

use crate::law::Certainty;
use chrono::{Datelike, NaiveDate, TimeDelta};
use complaint::Kind;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use ts_rs::TS;

/// The longest term, in years: that of papers of staff, which lawyers know as the longest.
pub const LONGEST_RETENTION: u32 = 75;

/// The most days that something lies in the trash before it is put before a person.
pub const LONGEST_TRASH: u32 = 366;

/// How long cases of one kind are kept, and by what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    pub kind: Kind,
    /// Years from 1 January of the year after the case was closed.
    pub years: u32,
    /// The fewest that an act asks, where one does.
    #[serde(default)]
    pub fixed_years: Option<u32>,
    /// The act.
    pub citation: String,
    /// Where it was read.
    pub source: String,
    pub certainty: Certainty,
    /// The rule in one line of Russian.
    pub title_ru: String,
    /// [`Self::title_ru`] for a reader of English.
    pub title_en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    checked_on: NaiveDate,
    trash_days: u32,
    rule: Vec<RetentionRule>,
}

static FILE: LazyLock<File> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/retention.toml"))
        .expect("the file that ships is well-formed: a test reads it")
});

/// What ships, one rule of each kind.
#[must_use]
pub fn retention_rules() -> &'static [RetentionRule] {
    &FILE.rule
}

/// When the rules were last compared with their sources.
#[must_use]
pub fn retention_checked_on() -> NaiveDate {
    FILE.checked_on
}

/// Another term than ships for cases of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RetentionTerm {
    pub kind: Kind,
    /// As in [`RetentionRule::years`].
    pub years: u32,
    /// Why; it must be said where an act asks for more.
    #[serde(default)]
    pub word: String,
}

/// How an office keeps its records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Retention {
    /// Days in the trash before what lies there is due to be erased.
    pub trash_days: u32,
    /// Kinds that are kept for another term than ships.
    pub terms: Vec<RetentionTerm>,
    /// Whether what is due goes without a person having seen it.
    pub by_itself: bool,
}

impl Default for Retention {
    fn default() -> Self {
        Self {
            trash_days: FILE.trash_days,
            terms: Vec::new(),
            by_itself: false,
        }
    }
}

/// What is wrong with the terms of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetentionFlaw {
    /// The trash is emptied at once, or after more than a year.
    Trash,
    /// No year, or more than anybody keeps papers for; or the kind is named twice.
    Years(Kind),
    /// Less than an act asks, without a word why.
    Short(Kind),
}

impl Retention {
    #[must_use]
    pub fn first_flaw(&self) -> Option<RetentionFlaw> {
        if self.trash_days == 0 || self.trash_days > LONGEST_TRASH {
            return Some(RetentionFlaw::Trash);
        }
        self.terms.iter().enumerate().find_map(|(at, term)| {
            let again = self.terms[..at].iter().any(|one| one.kind == term.kind);
            let fixed = rule(term.kind).and_then(|rule| rule.fixed_years);
            if again || term.years == 0 || term.years > LONGEST_RETENTION {
                Some(RetentionFlaw::Years(term.kind))
            } else if fixed.is_some_and(|fixed| term.years < fixed) && term.word.trim().is_empty() {
                Some(RetentionFlaw::Short(term.kind))
            } else {
                None
            }
        })
    }

    /// Without the terms that ship anyway.
    #[must_use]
    pub fn own(mut self) -> Self {
        let ships = |term: &RetentionTerm| rule(term.kind).is_some_and(|r| r.years == term.years);
        self.terms.retain(|term| !ships(term));
        for term in &mut self.terms {
            term.word = term.word.trim().to_owned();
        }
        self
    }

    /// For how many years cases of a kind are kept.
    #[must_use]
    pub fn years(&self, kind: Kind) -> u32 {
        let own = self.terms.iter().find(|term| term.kind == kind);
        own.map(|term| term.years)
            .or_else(|| rule(kind).map(|rule| rule.years))
            .unwrap_or(LONGEST_RETENTION)
    }

    /// For how many years an act forbids to erase cases of a kind, as far as the office holds itself to it.
    #[must_use]
    pub fn fixed_years(&self, kind: Kind) -> Option<u32> {
        let fixed = rule(kind)?.fixed_years?;
        Some(fixed.min(self.years(kind)))
    }

    /// The kinds that an act forbids to erase for some time.
    #[must_use]
    pub fn kept_kinds(&self) -> Vec<Kind> {
        let kept = |kind: &&Kind| self.fixed_years(**kind).is_some();
        Kind::ALL.iter().filter(kept).copied().collect()
    }

    /// The first day on which a case of a kind that ended then may go.
    #[must_use]
    pub fn goes_on(&self, kind: Kind, ended: NaiveDate) -> NaiveDate {
        after_years(ended, self.years(kind))
    }

    /// The first day on which no act keeps it any more; none where none does.
    #[must_use]
    pub fn fixed_until(&self, kind: Kind, ended: NaiveDate) -> Option<NaiveDate> {
        Some(after_years(ended, self.fixed_years(kind)?))
    }

    /// The first day on which something may go that was put into the trash then.
    #[must_use]
    pub fn leaves_trash(&self, trashed: NaiveDate) -> NaiveDate {
        trashed + TimeDelta::days(i64::from(self.trash_days))
    }
}

/// The rule that ships for a kind.
fn rule(kind: Kind) -> Option<&'static RetentionRule> {
    FILE.rule.iter().find(|rule| rule.kind == kind)
}

/// Terms of records begin with the year after the one they ended in.
fn after_years(ended: NaiveDate, years: u32) -> NaiveDate {
    let year = ended
        .year()
        .saturating_add(1)
        .saturating_add_unsigned(years);
    NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn term(years: u32, word: &str) -> Retention {
        Retention {
            terms: vec![RetentionTerm {
                kind: Kind::Claim,
                years,
                word: word.into(),
            }],
            ..Retention::default()
        }
    }

    #[test]
    fn each_kind_has_a_rule_that_says_where_it_comes_from() {
        for kind in Kind::ALL {
            let rules = retention_rules().iter().filter(|rule| rule.kind == *kind);
            let [rule] = rules.collect::<Vec<_>>()[..] else {
                panic!("{kind:?}")
            };
            assert!(!rule.citation.is_empty() && !rule.source.is_empty());
            assert!(!rule.title_ru.is_empty() && !rule.title_en.is_empty());
            assert!(rule.fixed_years.is_none_or(|fixed| fixed <= rule.years));
            // Nobody has read the acts themselves.
            assert_ne!(rule.certainty, Certainty::Act);
        }
        assert_eq!(retention_checked_on(), day("2026-11-30"));
    }

    #[test]
    fn years_run_from_the_one_after_the_case_ended() {
        let shipped = Retention::default();
        assert_eq!(shipped.first_flaw(), None);
        assert_eq!(
            shipped.goes_on(Kind::Claim, day("2021-01-01")),
            day("2027-01-01")
        );
        assert_eq!(
            shipped.goes_on(Kind::Claim, day("2021-12-31")),
            day("2027-01-01")
        );
        assert_eq!(shipped.fixed_until(Kind::Review, day("2021-12-31")), None);
        assert_eq!(shipped.leaves_trash(day("2026-11-01")), day("2026-12-01"));
        assert_eq!(shipped.goes_on(Kind::Claim, NaiveDate::MAX), NaiveDate::MAX);
    }

    #[test]
    fn less_than_an_act_asks_needs_a_word() {
        assert_eq!(
            term(3, " ").first_flaw(),
            Some(RetentionFlaw::Short(Kind::Claim))
        );
        let agreed = term(3, "юрист согласовал");
        assert_eq!(agreed.first_flaw(), None);
        let ended = day("2021-05-05");
        assert_eq!(
            agreed.fixed_until(Kind::Claim, ended),
            Some(day("2025-01-01"))
        );
        // What the office keeps beyond the act keeps nobody from having it erased.
        assert_eq!(
            term(10, "").fixed_until(Kind::Claim, ended),
            Some(day("2027-01-01"))
        );
        assert_eq!(
            term(0, "").first_flaw(),
            Some(RetentionFlaw::Years(Kind::Claim))
        );
        assert_eq!(term(5, "").own(), Retention::default());
        let trash = Retention {
            trash_days: 0,
            ..Retention::default()
        };
        assert_eq!(trash.first_flaw(), Some(RetentionFlaw::Trash));
    }
}
