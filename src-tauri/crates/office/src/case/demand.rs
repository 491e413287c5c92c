//! Demands of a case and the decisions on them.

use crate::case::card::card;
use crate::case::registration::demand_for;
use crate::case::values::{Card, Decide, DemandRef, DemandSave};
use crate::error::{FieldProblem, OfficeError, Result, field, within};
use crate::office::Office;
use complaint::{Decision, DecisionKind, Demand, DemandId};
use register::{By, Case, Op};

/// Characters of a reason, a diary entry or a note.
pub(crate) const PROSE_LIMIT: usize = 100_000;

/// Adds or changes a demand; its term is counted anew.
///
/// # Errors
/// A field's problem; those of the register.
pub fn demand_save(office: &Office, by: &By, input: DemandSave) -> Result<Card> {
    let op = match input.demand {
        None => Op::DemandAdd,
        Some(_) => Op::DemandEdit,
    };
    office.register().transact(by, op, |change| {
        let case = change.case(input.complaint)?;
        let received_on = case.complaint.fields.received_at.date_naive();
        let pauses = input
            .demand
            .map(|id| crate::clock::case_clocks::pauses_of(&case, id))
            .unwrap_or_default();
        let regime = case.complaint.fields.regime;
        let demand = demand_for(office, input.values, regime, received_on, &pauses)
            .map_err(|fault| fault.within("values"))?;
        match input.demand {
            None => drop(change.demand_add(input.complaint, &demand)?),
            Some(id) => {
                its(&case, id)?;
                change.demand_edit(id, &demand)?;
            }
        }
        Ok::<_, OfficeError>(())
    })?;
    card(office, by, input.complaint)
}

/// Takes a demand off the case.
///
/// # Errors
/// Those of the register.
pub fn demand_remove(office: &Office, by: &By, input: DemandRef) -> Result<Card> {
    office.register().transact(by, Op::DemandRemove, |change| {
        its(&change.case(input.complaint)?, input.demand)?;
        Ok::<_, OfficeError>(change.demand_remove(input.demand)?)
    })?;
    card(office, by, input.complaint)
}

/// Decides on a demand, or takes the decision back.
///
/// # Errors
/// [`FieldProblem::NeededForDecision`]: a refusal and a partial answer need
/// reasons, money granted needs its sum.
pub fn decide(office: &Office, by: &By, input: Decide) -> Result<Card> {
    office.register().transact(by, Op::DemandDecide, |change| {
        let case = change.case(input.complaint)?;
        let demand = its(&case, input.demand)?;
        let decision = input
            .decision
            .map(|decision| weighed(demand, decision))
            .transpose()?;
        if let Some(decision) = &decision {
            crate::document::evidence::evidence(&case, &decision.evidence, "evidence")?;
        }
        Ok::<_, OfficeError>(change.decide(input.demand, decision.as_ref())?)
    })?;
    card(office, by, input.complaint)
}

/// The decision trimmed, or what it lacks.
fn weighed(demand: &Demand, decision: Decision) -> Result<Decision> {
    let decision = Decision {
        reasons: decision.reasons.trim().to_owned(),
        ground: decision.ground.trim().to_owned(),
        action: decision.action.trim().to_owned(),
        amount: decision
            .amount
            .filter(|_| decision.kind != DecisionKind::Refuse),
        ..decision
    };
    for (name, value) in [
        ("reasons", &decision.reasons),
        ("ground", &decision.ground),
        ("action", &decision.action),
    ] {
        within(name, value, PROSE_LIMIT)?;
    }
    let needs_reasons = matches!(decision.kind, DecisionKind::Refuse | DecisionKind::Partly);
    if needs_reasons && decision.reasons.is_empty() {
        return field("reasons", FieldProblem::NeededForDecision);
    }
    let grants = matches!(decision.kind, DecisionKind::Satisfy | DecisionKind::Partly);
    if grants && demand.fields.kind.asks_money() && decision.amount.is_none() {
        return field("amount", FieldProblem::NeededForDecision);
    }
    if let (DecisionKind::Partly, Some(granted), Some(asked)) =
        (decision.kind, decision.amount, demand.fields.amount)
        && granted > asked
    {
        return field("amount", FieldProblem::MoreThanAsked);
    }
    if let Some(due) = decision.due {
        complaint::dated("due", due)?;
    }
    if decision.due.is_some_and(|due| due < demand.made_on) {
        return field("due", FieldProblem::TooEarly);
    }
    Ok(decision)
}

/// The demand, if it is this case's.
fn its(case: &Case, demand: DemandId) -> Result<&Demand> {
    match case.demands.iter().find(|d| d.id == demand) {
        Some(demand) => Ok(demand),
        None => field("demand", FieldProblem::Foreign),
    }
}
