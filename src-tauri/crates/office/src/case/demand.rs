//! Demands of a case.

use crate::case::card::card;
use crate::case::registration::demand_for;
use crate::case::values::{Card, DemandRef, DemandSave};
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::office::Office;
use complaint::{Demand, DemandId};
use register::{By, Case, Op};

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
        let received_on = case.contents.complaint.fields.received_at.date_naive();
        let pauses = input
            .demand
            .map(|id| crate::clock::case_clocks::pauses_of(&case, id))
            .unwrap_or_default();
        let about = &case.contents.complaint.fields;
        let today = by.now.date_naive();
        let demand = demand_for(office, input.values, about, received_on, today, &pauses)
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

/// The demand, if it is this case's.
pub(super) fn its(case: &Case, demand: DemandId) -> Result<&Demand> {
    match case.demands.iter().find(|d| d.id == demand) {
        Some(demand) => Ok(demand),
        None => field("demand", FieldProblem::Foreign),
    }
}
