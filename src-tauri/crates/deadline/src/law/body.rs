//! A body of law: packs laid over one another.

use super::fault::{PackFault, PackProblem};
use super::pack::Pack;
use super::penalty::Penalty;
use super::rule::Rule;
use super::span::{cut, meet};
use chrono::NaiveDate;
use complaint::Regime;
use std::collections::BTreeMap;

/// The rules of every regime, with all their versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Law {
    rules: Vec<Rule>,
    penalties: Vec<Penalty>,
    subsidiary: BTreeMap<Regime, Regime>,
}

impl Law {
    /// Adds a law pack over what is there, so that an office can change a rule or add one.
    ///
    /// A version with the same first day as one that is there replaces it. A version that begins later
    /// ends the one before it on the day before; one that would begin within the new one goes. Penalties
    /// likewise. Nothing changes when the pack is refused.
    ///
    /// # Errors
    /// [`PackFault`] with line 0.
    pub fn add(&mut self, pack: &Pack) -> Result<(), PackFault> {
        pack.check()?;
        self.join(pack, &[])
    }

    /// Adds a pack that is sound in itself; `lines` are those of its rules in a file, if it came from one.
    pub(super) fn join(&mut self, pack: &Pack, lines: &[u32]) -> Result<(), PackFault> {
        let mut next = self.clone();
        if let Some(other) = pack.subsidiary {
            next.subsidiary.insert(pack.regime, other);
        }
        for new in &pack.penalties {
            next.penalties.retain_mut(|old| {
                let together = old.id == new.id && meet(old.span(), new.span());
                !together || cut(old.valid_from, &mut old.valid_to, new.valid_from)
            });
        }
        next.penalties.extend(pack.penalties.iter().cloned());
        let mut rules = pack.rules.clone();
        for (at, rule) in rules.iter_mut().enumerate() {
            rule.regime = pack.regime;
            if let Some(id) = &rule.penalty
                && !next.penalties.iter().any(|penalty| &penalty.id == id)
            {
                let line = lines.get(at).copied().unwrap_or(0);
                let unknown = PackProblem::UnknownPenalty { id: id.clone() };
                return Err(PackFault::about(&rule.id, line, unknown));
            }
        }
        for new in &rules {
            next.rules.retain_mut(|old| {
                !old.overlaps(new) || cut(old.valid_from, &mut old.valid_to, new.valid_from)
            });
        }
        next.rules.extend(rules);
        let circle = Regime::ALL
            .iter()
            .any(|&regime| next.chain(regime).is_none());
        if circle {
            return Err(PackFault {
                line: u32::from(!lines.is_empty()),
                subject: None,
                problem: PackProblem::Circle,
            });
        }
        *self = next;
        Ok(())
    }

    /// The rules and penalties of one regime as they stand, to be written to a file.
    #[must_use]
    pub fn pack(&self, regime: Regime) -> Pack {
        let rules: Vec<Rule> = self
            .rules
            .iter()
            .filter(|rule| rule.regime == regime)
            .cloned()
            .collect();
        let named = |id: &str| rules.iter().any(|rule| rule.penalty.as_deref() == Some(id));
        let mut penalties: Vec<Penalty> = self
            .penalties
            .iter()
            .filter(|penalty| named(&penalty.id))
            .cloned()
            .collect();
        complaint::order::by_key(&mut penalties, |penalty| {
            (penalty.id.clone(), penalty.valid_from)
        });
        Pack {
            regime,
            subsidiary: self.subsidiary(regime),
            checked_on: rules
                .iter()
                .map(|rule| rule.checked_on)
                .max()
                .unwrap_or_default(),
            penalties,
            rules,
        }
    }

    /// The regime that applies where this one is silent.
    #[must_use]
    pub fn subsidiary(&self, regime: Regime) -> Option<Regime> {
        self.subsidiary.get(&regime).copied()
    }

    /// Every version of every rule, packs in the order in which they were added.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// Every version of every penalty, packs in the order in which they were added.
    #[must_use]
    pub fn penalties(&self) -> &[Penalty] {
        &self.penalties
    }

    /// The rules that may be used for an event of that day; of one regime, with those that apply
    /// subsidiarily behind its own, or of all.
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

    /// The regime and those that apply subsidiarily, nearest first; `None` for a circle.
    pub(super) fn chain(&self, regime: Regime) -> Option<Vec<Regime>> {
        let mut chain = vec![regime];
        let mut at = regime;
        while let Some(&next) = self.subsidiary.get(&at) {
            if chain.contains(&next) {
                return None;
            }
            chain.push(next);
            at = next;
        }
        Some(chain)
    }

    pub(super) fn penalty_on(&self, id: &str, day: NaiveDate) -> Option<&Penalty> {
        self.penalties
            .iter()
            .rev()
            .find(|penalty| penalty.id == id && penalty.in_force(day))
    }
}
