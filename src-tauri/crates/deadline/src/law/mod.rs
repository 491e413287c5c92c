//! The law as data: rules by regime, chosen by the day of the event.
//!
//! A regime may lean on another (a distance sale on the sale of goods, that on civil law in general):
//! what its own rules do not say, the other's do.

mod answer;
mod pack;
mod pack_writing;
mod rule;
mod standing;

pub use answer::{Clock, NotCounted, PenaltyFigure, Question, principal};
pub use pack::{LONGEST_FILE, LONGEST_TEXT, Pack, PackFault, PackProblem, cure};
pub use rule::{Binds, Certainty, OpenTerm, Penalty, Rule, StartEvent, Sum};
pub use standing::{Origin, Standing};

use crate::calendar::Calendar;
use chrono::NaiveDate;
use complaint::{DemandKind, Regime};
use std::collections::BTreeMap;
use std::sync::LazyLock;

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

    /// Adds a law pack as its file (TOML), as [`Law::add`].
    ///
    /// # Errors
    /// [`PackFault`] with the line.
    pub fn add_toml(&mut self, text: &str) -> Result<(), PackFault> {
        let read = pack::read(text)?;
        self.join(&read.pack, &read.rule_lines)
    }

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

    fn join(&mut self, pack: &Pack, lines: &[u32]) -> Result<(), PackFault> {
        let mut next = self.clone();
        if let Some(other) = pack.leans_on {
            next.leans_on.insert(pack.regime, other);
        }
        for new in &pack.penalties {
            next.penalties.retain_mut(|old| {
                let together = old.id == new.id
                    && pack::meet(
                        (old.valid_from, old.valid_to),
                        (new.valid_from, new.valid_to),
                    );
                !together || cut(old.valid_from, &mut old.valid_to, new.valid_from)
            });
        }
        next.penalties.extend(pack.penalties.iter().cloned());
        let mut rules = pack.rules.clone();
        for (at, rule) in rules.iter_mut().enumerate() {
            rule.regime = pack.regime;
            let line = lines.get(at).copied().unwrap_or(0);
            if let Some(id) = &rule.penalty
                && !next.penalties.iter().any(|penalty| &penalty.id == id)
            {
                let id = id.clone();
                return Err(pack::about(
                    &rule.id,
                    line,
                    PackProblem::UnknownPenalty { id },
                ));
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
        penalties.sort_by_key(|penalty| (penalty.id.clone(), penalty.valid_from));
        Pack {
            regime,
            leans_on: self.leans_on.get(&regime).copied(),
            checked_on: rules
                .iter()
                .map(|rule| rule.checked_on)
                .max()
                .unwrap_or_default(),
            penalties,
            rules,
        }
    }

    /// The regime that speaks where this one is silent.
    #[must_use]
    pub fn leans_on(&self, regime: Regime) -> Option<Regime> {
        self.leans_on.get(&regime).copied()
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
}

/// Ends an old version the day before a new one begins; `false` when nothing of it is left.
fn cut(from: NaiveDate, to: &mut Option<NaiveDate>, new_from: NaiveDate) -> bool {
    if from >= new_from {
        return false;
    }
    *to = new_from.pred_opt();
    true
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
