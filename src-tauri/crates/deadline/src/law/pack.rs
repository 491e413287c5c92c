//! A law pack: the rules and penalties of one regime, and what makes them sound.

use super::fault::{LONGEST_TEXT, PackFault, PackProblem};
use super::penalty::Penalty;
use super::rule::Rule;
use super::span::meet;
use chrono::NaiveDate;
use complaint::Regime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The rules and penalties of one regime.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Whose rules they are.
    pub regime: Regime,
    /// The regime that applies where this one is silent. Packs written before 2026-12 call it `leans_on`.
    #[serde(default, alias = "leans_on")]
    pub subsidiary: Option<Regime>,
    /// When its rules were last compared with their sources, unless a rule says otherwise.
    pub checked_on: NaiveDate,
    /// All versions of its penalties for lateness.
    #[serde(default, rename = "penalty")]
    pub penalties: Vec<Penalty>,
    /// All versions of its rules.
    #[serde(default, rename = "rule")]
    pub rules: Vec<Rule>,
}

/// The lines of a file on which the tables of a pack begin; none for a pack that came from no file.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub rules: Vec<u32>,
    pub penalties: Vec<u32>,
}

impl Pack {
    /// Sees that every rule says enough and none contradicts itself.
    ///
    /// # Errors
    /// [`PackFault`] with line 0.
    pub fn check(&self) -> Result<(), PackFault> {
        self.check_at(&Lines::default())
    }

    pub(super) fn check_at(&self, lines: &Lines) -> Result<(), PackFault> {
        for (at, penalty) in self.penalties.iter().enumerate() {
            let line = lines.penalties.get(at).copied().unwrap_or(0);
            let texts = [
                ("id", &penalty.id),
                ("citation", &penalty.citation),
                ("note_ru", &penalty.note_ru),
                ("note_en", &penalty.note_en),
            ];
            check_texts(&penalty.id, line, &texts)?;
            check_days(&penalty.id, line, penalty.valid_from, penalty.valid_to)?;
            let twice = self.penalties[..at]
                .iter()
                .any(|other| other.id == penalty.id && meet(other.span(), penalty.span()));
            if twice {
                return Err(PackFault::about(
                    &penalty.id,
                    line,
                    PackProblem::TwoVersions,
                ));
            }
        }
        for (at, rule) in self.rules.iter().enumerate() {
            let line = lines.rules.get(at).copied().unwrap_or(0);
            check_rule(rule, line)?;
            if self.rules[..at].iter().any(|other| rule.overlaps(other)) {
                return Err(PackFault::about(&rule.id, line, PackProblem::TwoVersions));
            }
        }
        Ok(())
    }
}

fn check_rule(rule: &Rule, line: u32) -> Result<(), PackFault> {
    let texts = [
        ("id", &rule.id),
        ("citation", &rule.citation),
        ("source", &rule.source),
        ("title_ru", &rule.title_ru),
        ("title_en", &rule.title_en),
        ("todo_ru", &rule.todo_ru),
        ("todo_en", &rule.todo_en),
    ];
    check_texts(&rule.id, line, &texts)?;
    if let Some(pause) = &rule.pause {
        check_texts(&rule.id, line, &[("pause", pause)])?;
    }
    check_days(&rule.id, line, rule.valid_from, rule.valid_to)?;
    let outcomes = [rule.term.is_some(), rule.open.is_some(), rule.reference];
    if outcomes.iter().filter(|&&there| there).count() != 1 {
        return Err(PackFault::about(&rule.id, line, PackProblem::NotOneOutcome));
    }
    let speaks = !rule.demands.is_empty() || rule.every_demand || rule.answer;
    match (speaks, rule.reference) {
        (false, false) => Err(PackFault::about(&rule.id, line, PackProblem::CoversNothing)),
        (true, true) => Err(PackFault::about(
            &rule.id,
            line,
            PackProblem::ReferenceCovers,
        )),
        _ => Ok(()),
    }
}

fn check_texts(id: &str, line: u32, texts: &[(&str, &String)]) -> Result<(), PackFault> {
    for (key, text) in texts {
        let key = (*key).to_owned();
        if text.trim().is_empty() {
            return Err(PackFault::about(id, line, PackProblem::EmptyText { key }));
        }
        if text.chars().count() > LONGEST_TEXT {
            return Err(PackFault::about(id, line, PackProblem::TooLong { key }));
        }
    }
    Ok(())
}

fn check_days(
    id: &str,
    line: u32,
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Result<(), PackFault> {
    if to.is_some_and(|to| to < from) {
        return Err(PackFault::about(id, line, PackProblem::EndsBeforeItBegins));
    }
    Ok(())
}
