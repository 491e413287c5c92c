//! The decision on one demand.

use crate::field::{FieldFault, FieldProblem, dated, no_later, no_longer};
use crate::{DecisionKind, DemandFields, DocumentId, LONGEST_TERM, Money};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of the reasons, of the ground and of what happens next.
const PROSE: usize = 100_000;

/// What the office decides on one demand, and why. These words go into the
/// letter, so they are written for the complainant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Decision {
    /// Yes, partly, no, or of good will.
    pub kind: DecisionKind,
    /// What was checked and found, and why it leads to this decision.
    #[serde(default)]
    pub reasons: String,
    /// The clause of the contract or the article of law it rests on.
    #[serde(default)]
    pub ground: String,
    /// The sum granted, for a demand of money.
    #[serde(default)]
    pub amount: Option<Money>,
    /// What happens next: what the office does, how it pays, where to come.
    #[serde(default)]
    pub action: String,
    /// The last day by which the office promises to do it.
    #[serde(default)]
    pub due: Option<NaiveDate>,
    /// The documents of the case that the finding rests on, in the order they
    /// are referred to.
    #[serde(default)]
    pub evidence: Vec<DocumentId>,
}

impl Decision {
    /// Everything for which it can't be taken on a demand made on that day, none where it can: reasons missing where
    /// something is refused, no sum or one of nothing where money is granted, a part larger than the whole or a whole smaller than what was asked, a day before
    /// the demand was made or longer after it than any term, more words than fit. Whether the documents are the case's
    /// only the case can tell.
    pub fn faults(&self, demand: &DemandFields, made_on: NaiveDate) -> Vec<FieldFault> {
        let decision = self.clone().normalised(demand);
        let mut found = Vec::new();
        for (name, value) in [
            ("reasons", &decision.reasons),
            ("ground", &decision.ground),
            ("action", &decision.action),
        ] {
            found.extend(no_longer(name, value, PROSE).err());
        }
        if decision.kind.refuses() && decision.reasons.is_empty() {
            let problem = FieldProblem::NeededForDecision;
            found.push(FieldFault::of("reasons", problem));
        }
        let sum = decision.sum_problem(demand);
        found.extend(sum.map(|problem| FieldFault::of("amount", problem)));
        if let Some(due) = decision.due {
            match dated("due", due) {
                Err(mistyped) => found.push(mistyped),
                Ok(()) if due < made_on => {
                    found.push(FieldFault::of("due", FieldProblem::TooEarly));
                }
                Ok(()) => found.extend(no_later("due", due, made_on, LONGEST_TERM).err()),
            }
        }
        found
    }

    fn sum_problem(&self, demand: &DemandFields) -> Option<FieldProblem> {
        let missing = self.amount.is_none() && self.kind.wants_sum() && demand.kind.asks_money();
        let missing = missing.then_some(FieldProblem::NeededForDecision);
        let nothing = (self.amount == Some(Money::default())).then_some(FieldProblem::Zero);
        match self.kind {
            DecisionKind::Refuse => None,
            DecisionKind::Goodwill => missing.or(nothing),
            DecisionKind::Satisfy => {
                let given = self.amount.zip(demand.amount);
                let less = given.is_some_and(|(given, asked)| given < asked);
                let less = less.then_some(FieldProblem::LessThanAsked);
                missing.or(nothing).or(less)
            }
            DecisionKind::Partly => {
                let more = demand.amount.is_some_and(|asked| self.amount > Some(asked));
                let more = more.then_some(FieldProblem::MoreThanAsked);
                missing.or(nothing).or(more)
            }
        }
    }

    /// It as it is kept on such a demand: trimmed, a refusal without sum and day, and a sum where money is asked alone.
    pub fn normalised(self, demand: &DemandFields) -> Self {
        let grants = self.kind.grants();
        Self {
            reasons: self.reasons.trim().to_owned(),
            ground: self.ground.trim().to_owned(),
            action: self.action.trim().to_owned(),
            amount: self.amount.filter(|_| grants && demand.kind.asks_money()),
            due: self.due.filter(|_| grants),
            ..self
        }
    }

    /// What is given and would not be [normalised](Self::normalised), as [`DemandFields::out_of_place`] tells it.
    pub fn out_of_place(&self, demand: &DemandFields) -> Option<FieldFault> {
        let normalised = self.clone().normalised(demand);
        let stray = [
            (
                "amount",
                self.amount.is_some() && normalised.amount.is_none(),
            ),
            ("due", self.due.is_some() && normalised.due.is_none()),
        ];
        let (field, _) = stray.into_iter().find(|(_, stray)| *stray)?;
        Some(FieldFault::of(field, FieldProblem::OutOfPlace))
    }

    /// It as it is [normalised](Self::normalised).
    ///
    /// # Errors
    /// The first of [`Self::faults`].
    pub fn checked(self, demand: &DemandFields, made_on: NaiveDate) -> Result<Self, FieldFault> {
        match self.faults(demand, made_on).into_iter().next() {
            Some(first) => Err(first),
            None => Ok(self.normalised(demand)),
        }
    }

    /// The sum granted on a demand for `asked`: where it is granted in full, the sum
    /// asked will do.
    pub fn granted(&self, asked: Option<Money>) -> Option<Money> {
        match self.kind {
            DecisionKind::Refuse => None,
            DecisionKind::Satisfy => self.amount.or(asked),
            DecisionKind::Partly | DecisionKind::Goodwill => self.amount,
        }
    }
}
