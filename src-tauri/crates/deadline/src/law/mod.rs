//! The law as data: rules by regime, chosen by the day of the event.
//!
//! A regime may lean on another (a distance sale on the sale of goods, that on civil law in general):
//! what its own rules do not say, the other's do.

mod answer;
mod rule;

pub use answer::{Clock, NotCounted, PenaltyFigure, Question, principal};
pub use rule::{Binds, Certainty, OpenTerm, Penalty, Rule, StartEvent, Sum};

use crate::calendar::Calendar;
use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Why a law file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LawError {
    /// The text does not have the shape of a law file.
    #[error("not a law file: {0}")]
    NotALawFile(String),
    /// A rule says too little or contradicts itself.
    #[error("rule {id}: {flaw}")]
    BadRule {
        /// Which rule or penalty.
        id: String,
        /// What is wrong with it, for the person who edits law files.
        flaw: String,
    },
    /// The regimes lean on each other in a circle.
    #[error("the regimes lean on each other in a circle")]
    Circle,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LawFile {
    regime: Regime,
    #[serde(default)]
    leans_on: Option<Regime>,
    checked_on: NaiveDate,
    #[serde(default)]
    penalty: Vec<Penalty>,
    #[serde(default)]
    rule: Vec<Rule>,
}

/// A set of rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Law {
    rules: Vec<Rule>,
    penalties: Vec<Penalty>,
    leans_on: BTreeMap<Regime, Regime>,
}

const FILES: [&str; 18] = [
    include_str!("../../data/law/general.toml"),
    include_str!("../../data/law/goods.toml"),
    include_str!("../../data/law/services.toml"),
    include_str!("../../data/law/prepaid_goods.toml"),
    include_str!("../../data/law/distance.toml"),
    include_str!("../../data/law/housing.toml"),
    include_str!("../../data/law/communal.toml"),
    include_str!("../../data/law/medical.toml"),
    include_str!("../../data/law/hotel.toml"),
    include_str!("../../data/law/catering.toml"),
    include_str!("../../data/law/household.toml"),
    include_str!("../../data/law/tourism.toml"),
    include_str!("../../data/law/carriage.toml"),
    include_str!("../../data/law/personal_data.toml"),
    include_str!("../../data/law/b2b.toml"),
    include_str!("../../data/law/platform.toml"),
    include_str!("../../data/law/neighbour.toml"),
    include_str!("../../data/law/none.toml"),
];

static BUILTIN: LazyLock<Law> = LazyLock::new(|| {
    let mut law = Law::default();
    for file in FILES {
        law.add_toml(file)
            .expect("the law files that ship are well-formed: a test reads them");
    }
    law
});

impl Law {
    /// The rules that ship with the program.
    #[must_use]
    pub fn builtin() -> &'static Self {
        &BUILTIN
    }

    /// Adds a law file (TOML). A rule of a known id replaces the versions it overlaps in time, so an
    /// office can change a rule or add one. Nothing changes when the file is refused.
    ///
    /// # Errors
    /// [`LawError`]
    pub fn add_toml(&mut self, text: &str) -> Result<(), LawError> {
        let file: LawFile =
            toml::from_str(text).map_err(|error| LawError::NotALawFile(error.to_string()))?;
        let mut next = self.clone();
        if let Some(other) = file.leans_on {
            next.leans_on.insert(file.regime, other);
        }
        for penalty in &file.penalty {
            check_dates(&penalty.id, penalty.valid_from, penalty.valid_to)?;
            check_words(
                &penalty.id,
                [&penalty.citation, &penalty.note_ru, &penalty.note_en],
            )?;
        }
        next.penalties.extend(file.penalty);
        let mut rules = file.rule;
        for rule in &mut rules {
            rule.regime = file.regime;
            rule.checked_on = file.checked_on;
            next.check(rule)?;
        }
        for (at, rule) in rules.iter().enumerate() {
            if rules[..at].iter().any(|other| overlap(rule, other)) {
                return Err(flaw(&rule.id, "two versions are in force on one day"));
            }
        }
        next.rules
            .retain(|old| !rules.iter().any(|new| overlap(old, new)));
        next.rules.extend(rules);
        if Regime::ALL
            .iter()
            .any(|&regime| next.chain(regime).is_none())
        {
            return Err(LawError::Circle);
        }
        *self = next;
        Ok(())
    }

    /// The same law without the rules of these ids: what an office has switched off.
    #[must_use]
    pub fn without(&self, ids: &[&str]) -> Self {
        let mut law = self.clone();
        law.rules.retain(|rule| !ids.contains(&rule.id.as_str()));
        law
    }

    /// Every version of every rule.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Every version of every penalty.
    #[must_use]
    pub fn penalties(&self) -> &[Penalty] {
        &self.penalties
    }

    /// The rules that may be used for an event of that day; of one regime, with those it leans on
    /// behind its own, or of all.
    #[must_use]
    pub fn rules_on(&self, day: NaiveDate, regime: Option<Regime>) -> Vec<&Rule> {
        let in_force = self.rules.iter().filter(|rule| rule.in_force(day));
        match regime {
            None => in_force.collect(),
            Some(regime) => {
                let all: Vec<&Rule> = in_force.collect();
                self.chain(regime)
                    .unwrap_or_default()
                    .into_iter()
                    .flat_map(|level| all.iter().copied().filter(move |rule| rule.regime == level))
                    .collect()
            }
        }
    }

    /// Rules of the regime whose last day has passed with no later version in force: the screens say
    /// that the successor is not known.
    #[must_use]
    pub fn expired_on(&self, day: NaiveDate, regime: Regime) -> Vec<&Rule> {
        let levels = self.chain(regime).unwrap_or_default();
        self.rules
            .iter()
            .filter(|rule| levels.contains(&rule.regime))
            .filter(|rule| rule.valid_to.is_some_and(|to| to < day))
            .filter(|rule| {
                !self
                    .rules
                    .iter()
                    .any(|other| other.id == rule.id && other.valid_from > rule.valid_from)
            })
            .collect()
    }

    /// The clocks that a question starts, the office's binding ones first; see [`Clock`].
    ///
    /// There is always at least one clock bound to the office for a day on or after the first the
    /// rules vouch for: where the law names no term, a caution or an office goal says so.
    #[must_use]
    pub fn explain(&self, question: &Question, calendar: &Calendar) -> Vec<Clock> {
        answer::explain(self, question, calendar)
    }

    /// The regime and those it leans on, nearest first; `None` for a circle.
    fn chain(&self, regime: Regime) -> Option<Vec<Regime>> {
        let mut chain = vec![regime];
        let mut at = regime;
        while let Some(&next) = self.leans_on.get(&at) {
            if chain.contains(&next) {
                return None;
            }
            chain.push(next);
            at = next;
        }
        Some(chain)
    }

    fn penalty_on(&self, id: &str, day: NaiveDate) -> Option<&Penalty> {
        self.penalties
            .iter()
            .rev()
            .find(|penalty| penalty.id == id && penalty.in_force(day))
    }

    fn check(&self, rule: &Rule) -> Result<(), LawError> {
        let id = &rule.id;
        check_dates(id, rule.valid_from, rule.valid_to)?;
        check_words(
            id,
            [
                &rule.citation,
                &rule.source,
                &rule.title_ru,
                &rule.title_en,
                &rule.todo_ru,
                &rule.todo_en,
            ],
        )?;
        let kinds = [rule.term.is_some(), rule.open.is_some(), rule.reference];
        if kinds.iter().filter(|&&k| k).count() != 1 {
            return Err(flaw(id, "needs exactly one of: term, open, reference"));
        }
        let speaks = !rule.demands.is_empty() || rule.every_demand || rule.answer;
        if speaks == rule.reference {
            return Err(flaw(
                id,
                "a reference covers no demand, any other rule covers some",
            ));
        }
        if let Some(penalty) = &rule.penalty
            && !self.penalties.iter().any(|p| &p.id == penalty)
        {
            return Err(flaw(id, "names a penalty that no file has"));
        }
        Ok(())
    }
}

fn flaw(id: &str, flaw: &str) -> LawError {
    LawError::BadRule {
        id: id.to_owned(),
        flaw: flaw.to_owned(),
    }
}

fn check_dates(id: &str, from: NaiveDate, to: Option<NaiveDate>) -> Result<(), LawError> {
    if to.is_some_and(|to| to < from) {
        return Err(flaw(id, "ends before it begins"));
    }
    Ok(())
}

fn check_words<const N: usize>(id: &str, words: [&String; N]) -> Result<(), LawError> {
    if id.trim().is_empty() || words.iter().any(|word| word.trim().is_empty()) {
        return Err(flaw(id, "an empty text"));
    }
    Ok(())
}

fn overlap(a: &Rule, b: &Rule) -> bool {
    let starts_in = |x: &Rule, y: &Rule| y.valid_to.is_none_or(|to| x.valid_from <= to);
    a.id == b.id && a.variant == b.variant && starts_in(a, b) && starts_in(b, a)
}

/// [`Law::rules_on`] of the rules that ship.
#[must_use]
pub fn rules_on(day: NaiveDate, regime: Regime) -> Vec<&'static Rule> {
    Law::builtin().rules_on(day, Some(regime))
}

/// [`Law::explain`] of the rules that ship, for a demand received on a day and nothing more known.
#[must_use]
pub fn explain(
    regime: Regime,
    demand: Option<DemandKind>,
    received: NaiveDate,
    calendar: &Calendar,
) -> Vec<Clock> {
    Law::builtin().explain(&Question::new(regime, demand, received), calendar)
}
