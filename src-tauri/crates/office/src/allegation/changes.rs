//! Points written down, changed, joined, cut, put in order and taken away.

use crate::allegation::values::{
    AllegationRef, AllegationSave, AllegationSplit, AllegationsJoin, AllegationsOrder,
    AllegationsTake,
};
use crate::case::Card;
use crate::case::card::card;
use crate::document::evidence::evidence_fault;
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::office::Office;
use complaint::{Allegation, AllegationFields, AllegationId, DemandId, FieldFault};
use register::{By, Case, Op};

/// Points that one case may have.
const MOST_ALLEGATIONS: usize = 300;

/// Adds or changes a point, with what was checked and established of it.
///
/// # Errors
/// A field's problem, [`FieldProblem::Foreign`] for what is another case's; those of the register.
pub fn allegation_save(office: &Office, by: &By, input: AllegationSave) -> Result<Card> {
    let op = match input.allegation {
        None => Op::AllegationAdd,
        Some(_) => Op::AllegationEdit,
    };
    office.register().transact(by, op, |change| {
        let case = change.case(input.complaint)?;
        let kept = input.allegation.map(|id| its(&case, id)).transpose()?;
        let fields = checked(&case, kept, input.fields, by)?;
        match kept {
            None => {
                room(&case, 1)?;
                change.allegation_add(input.complaint, &fields, None)?;
            }
            Some(kept) => change.allegation_edit(kept.id, &fields)?,
        }
        Ok::<_, OfficeError>(())
    })?;
    card(office, by, input.complaint)
}

/// Adds points at once, in this order.
///
/// # Errors
/// As [`allegation_save`]; a field is named behind the place of its point.
pub fn allegations_take(office: &Office, by: &By, input: AllegationsTake) -> Result<Card> {
    if input.allegations.is_empty() {
        return field("allegations", FieldProblem::Missing);
    }
    office
        .register()
        .transact(by, Op::AllegationAdd, |change| {
            let case = change.case(input.complaint)?;
            room(&case, input.allegations.len())?;
            for (at, fields) in input.allegations.into_iter().enumerate() {
                let fields = checked_fields(&case, None, fields, by)
                    .map_err(|fault| fault.within(&format!("allegations.{at}")))?;
                change.allegation_add(input.complaint, &fields, None)?;
            }
            Ok::<_, OfficeError>(())
        })?;
    card(office, by, input.complaint)
}

/// Takes a point off the case.
///
/// # Errors
/// [`FieldProblem::Foreign`] for another case's; those of the register.
pub fn allegation_remove(office: &Office, by: &By, input: AllegationRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::AllegationRemove, |change| {
            its(&change.case(input.complaint)?, input.allegation)?;
            Ok::<_, OfficeError>(change.allegation_remove(input.allegation)?)
        })?;
    card(office, by, input.complaint)
}

/// Puts the points into another order, in which the letter goes through them.
///
/// # Errors
/// [`FieldProblem::Foreign`] where it does not name each point of the case once; those of the register.
pub fn allegations_order(office: &Office, by: &By, input: AllegationsOrder) -> Result<Card> {
    office
        .register()
        .transact(by, Op::AllegationsOrder, |change| {
            let case = change.case(input.complaint)?;
            for id in &input.order {
                its(&case, *id)?;
            }
            let each_once = |id: &Allegation| input.order.iter().filter(|o| **o == id.id).count();
            let kept = &case.contents.allegations;
            if kept.iter().any(|one| each_once(one) != 1) {
                return field("order", FieldProblem::Foreign);
            }
            Ok::<_, OfficeError>(change.allegations_order(input.complaint, &input.order)?)
        })?;
    card(office, by, input.complaint)
}

/// Makes two points of one: the first keeps what was established, the second begins anew behind it.
///
/// # Errors
/// [`FieldProblem::OutOfPlace`] where one of them would state nothing; as [`allegation_save`].
pub fn allegation_split(office: &Office, by: &By, input: AllegationSplit) -> Result<Card> {
    office
        .register()
        .transact(by, Op::AllegationSplit, |change| {
            let case = change.case(input.complaint)?;
            let kept = its(&case, input.allegation)?;
            room(&case, 1)?;
            let at = usize::try_from(input.at).unwrap_or(usize::MAX);
            let Some((first, second)) = kept.fields.clone().split(at) else {
                return field("at", FieldProblem::OutOfPlace);
            };
            let place = case
                .contents
                .allegations
                .iter()
                .position(|a| a.id == kept.id);
            change.allegation_edit(kept.id, &first)?;
            change.allegation_add(input.complaint, &second, place.map(|place| place + 1))?;
            Ok::<_, OfficeError>(())
        })?;
    card(office, by, input.complaint)
}

/// Makes one point of two.
///
/// # Errors
/// As [`allegation_save`].
pub fn allegations_join(office: &Office, by: &By, input: AllegationsJoin) -> Result<Card> {
    office
        .register()
        .transact(by, Op::AllegationsJoin, |change| {
            let case = change.case(input.complaint)?;
            let (first, second) = (its(&case, input.allegation)?, its(&case, input.with)?);
            if first.id == second.id {
                return field("with", FieldProblem::OutOfPlace);
            }
            let joined = first.fields.clone().joined(second.fields.clone());
            let joined = checked(&case, Some(first), joined, by)?;
            change.allegation_remove(second.id)?;
            change.allegation_edit(first.id, &joined)?;
            Ok::<_, OfficeError>(())
        })?;
    card(office, by, input.complaint)
}

/// The point, if it is this case's.
fn its(case: &Case, id: AllegationId) -> Result<&Allegation> {
    match case.contents.allegations.iter().find(|kept| kept.id == id) {
        Some(kept) => Ok(kept),
        None => field("allegation", FieldProblem::Foreign),
    }
}

fn room(case: &Case, more: usize) -> Result<()> {
    if case.contents.allegations.len() + more > MOST_ALLEGATIONS {
        field("allegations", FieldProblem::TooMany)
    } else {
        Ok(())
    }
}

fn checked(
    case: &Case,
    kept: Option<&Allegation>,
    fields: AllegationFields,
    by: &By,
) -> Result<AllegationFields> {
    Ok(checked_fields(case, kept, fields, by)?)
}

/// The fields as they are kept. A demand that was taken off the case since the point named it drops out.
fn checked_fields(
    case: &Case,
    kept: Option<&Allegation>,
    fields: AllegationFields,
    by: &By,
) -> std::result::Result<AllegationFields, FieldFault> {
    let mut fields = fields.checked(by.now)?;
    let there = |id: &DemandId| case.demands.iter().any(|demand| demand.id == *id);
    let named_before = |id: &DemandId| kept.is_some_and(|kept| kept.fields.demands.contains(id));
    fields.demands.retain(|id| there(id) || !named_before(id));
    if let Some(at) = fields.demands.iter().position(|id| !there(id)) {
        let name = format!("demands.{at}");
        return Err(FieldFault::of(name, FieldProblem::Foreign));
    }
    match evidence_fault(case, &fields.evidence, "evidence") {
        Some(fault) => Err(fault),
        None => Ok(fields),
    }
}
