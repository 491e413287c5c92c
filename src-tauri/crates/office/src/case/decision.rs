//! Decisions on demands: what one can't be without, and what looks odd in it.

use crate::case::card::card;
use crate::case::demand::its;
use crate::case::values::{Card, Decide};
use crate::document::evidence::evidence_fault;
use crate::error::{Failure, OfficeError, Result};
use crate::office::Office;
use chrono::NaiveDate;
use complaint::{Decision, DecisionKind, Demand, FieldFault};
use register::{By, Case, Op};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Words of reasons below which a refusal is thin. The office's own measure, not a rule of law.
const THIN_REASONS: usize = 8;

/// What looks odd in a decision; nothing is stopped by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DecisionOddity {
    /// A part is granted that is the whole.
    AmountWhole,
    /// More is granted than was asked.
    AmountMore,
    /// A refusal in a few words.
    ReasonsShort,
    /// A refusal that rests on no clause or article.
    GroundMissing,
    /// The ground is one of the program's list that nobody read in the act.
    GroundUnread,
    /// Nothing is said of what happens next.
    ActionMissing,
    /// A promise without a day.
    DueMissing,
    /// The day promised is past.
    DuePast,
    /// The day promised lies behind the legal term.
    DueLate,
}

/// What looks odd, at its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionWarning {
    /// The name it has in the JSON of [`Decision`].
    pub field: String,
    pub oddity: DecisionOddity,
}

/// What is to be said of a decision as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DecisionCheck {
    /// What keeps it from being taken.
    pub faults: Vec<Failure>,
    pub warnings: Vec<DecisionWarning>,
}

/// Looks at a decision before it is taken.
///
/// The faults are those of [`Decision::faults`], and [`FieldProblem::Foreign`](complaint::FieldProblem::Foreign) for proofs of another case.
///
/// # Errors
/// [`FieldProblem::Foreign`](complaint::FieldProblem::Foreign); those of the register.
pub fn decision_check(office: &Office, by: &By, input: Decide) -> Result<DecisionCheck> {
    let case = office.register().case(input.complaint)?;
    let demand = its(&case, input.demand)?;
    let Some(decision) = input.decision else {
        return Ok(DecisionCheck::default());
    };
    let faults = faults(&case, demand, &decision).into_iter();
    let decision = decision.normalised(&demand.fields);
    Ok(DecisionCheck {
        faults: faults
            .map(|fault| Failure::from(OfficeError::from(fault)))
            .collect(),
        warnings: warnings(office, demand, &decision, by.now.date_naive()),
    })
}

/// Decides on a demand, or takes the decision back.
///
/// # Errors
/// The first fault that [`decision_check`] tells.
pub fn decide(office: &Office, by: &By, input: Decide) -> Result<Card> {
    office.register().transact(by, Op::DemandDecide, |change| {
        let case = change.case(input.complaint)?;
        let demand = its(&case, input.demand)?;
        let decision = input
            .decision
            .map(|decision| checked(&case, demand, decision))
            .transpose()?;
        Ok::<_, OfficeError>(change.decide(input.demand, decision.as_ref())?)
    })?;
    card(office, by, input.complaint)
}

fn faults(case: &Case, demand: &Demand, decision: &Decision) -> Vec<FieldFault> {
    let mut found = decision.faults(&demand.fields, demand.made_on);
    found.extend(evidence_fault(case, &decision.evidence, "evidence"));
    found
}

/// The decision as it is kept, or the first of its faults.
fn checked(case: &Case, demand: &Demand, decision: Decision) -> Result<Decision> {
    match faults(case, demand, &decision).into_iter().next() {
        Some(fault) => Err(fault.into()),
        None => Ok(decision.normalised(&demand.fields)),
    }
}

fn warnings(
    office: &Office,
    demand: &Demand,
    decision: &Decision,
    today: NaiveDate,
) -> Vec<DecisionWarning> {
    use DecisionOddity as O;
    let mut found = Vec::new();
    let mut odd = |field: &str, oddity| {
        found.push(DecisionWarning {
            field: field.to_owned(),
            oddity,
        });
    };
    if let (Some(granted), Some(asked)) = (decision.amount, demand.fields.amount) {
        match decision.kind {
            DecisionKind::Partly if granted == asked => odd("amount", O::AmountWhole),
            DecisionKind::Satisfy | DecisionKind::Goodwill if granted > asked => {
                odd("amount", O::AmountMore);
            }
            DecisionKind::Satisfy
            | DecisionKind::Partly
            | DecisionKind::Goodwill
            | DecisionKind::Refuse => {}
        }
    }
    if !deadline::unread_grounds(&decision.ground).is_empty() {
        odd("ground", O::GroundUnread);
    }
    if !decision.kind.grants() {
        if !decision.reasons.is_empty() {
            if decision.reasons.split_whitespace().count() < THIN_REASONS {
                odd("reasons", O::ReasonsShort);
            }
            if decision.ground.is_empty() {
                odd("ground", O::GroundMissing);
            }
        }
        return found;
    }
    match (
        decision.due,
        crate::clock::terms::legal_day(&office.norms(), demand),
    ) {
        (None, _) => odd("due", O::DueMissing),
        (Some(due), _) if due < today => odd("due", O::DuePast),
        (Some(due), Some(legal)) if due > legal => odd("due", O::DueLate),
        _ => {}
    }
    if decision.action.is_empty() {
        odd("action", O::ActionMissing);
    }
    found
}
