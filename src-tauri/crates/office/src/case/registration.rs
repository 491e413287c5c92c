//! Complaints taken into the register: every field looked at, every demand with its term.

use crate::case::values::{Added, NewComplaint, NewDemand};
use crate::clock::terms::leading;
use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ComplaintFields, FieldFault, FieldProblem, Regime};
use deadline::Pause;
use register::{By, Op};

/// Takes a complaint in and gives its number.
///
/// # Errors
/// A field's problem, with the field named as on the wire; those of the register.
pub fn complaint_add(office: &Office, by: &By, input: NewComplaint) -> Result<Added> {
    let new = checked(office, by, input)?;
    let goals = crate::clock::running::goals(office, &new);
    let (recorded, _) = office.register().transact(by, Op::ComplaintAdd, |change| {
        change.complaint_add(None, &new, &goals)
    })?;
    if new.person.is_none() {
        crate::person::names::keep_of_card(office, by, None, &new.fields.complainant)?;
    }
    Ok(Added {
        id: recorded.id,
        number: recorded.number,
    })
}

/// The complaint as the register takes it, every field looked at.
pub(crate) fn checked(
    office: &Office,
    by: &By,
    input: NewComplaint,
) -> Result<register::NewComplaint> {
    let fields = checked_fields(input.fields, by.now)?;
    let received_on = fields.received_at.date_naive();
    let mut demands = Vec::with_capacity(input.demands.len());
    for (place, demand) in input.demands.into_iter().enumerate() {
        let term = demand_for(office, demand, fields.regime, received_on, &[]);
        demands.push(term.map_err(|fault| fault.within(&format!("demands.{place}")))?);
    }
    Ok(register::NewComplaint {
        fields,
        person: input.person_id,
        demands,
    })
}

/// The fields as they are kept, the telephone number in E.164 where it can be read so.
pub(crate) fn checked_fields(
    fields: ComplaintFields,
    recorded_at: DateTime<FixedOffset>,
) -> Result<ComplaintFields> {
    let mut fields = fields.checked(recorded_at)?;
    fields.complainant.phone = normal_phone(&fields.complainant.phone);
    Ok(fields)
}

/// A demand as the register takes it, with the term that leads.
pub(crate) fn demand_for(
    office: &Office,
    demand: NewDemand,
    regime: Regime,
    received_on: NaiveDate,
    pauses: &[Pause],
) -> Result<register::NewDemand, FieldFault> {
    let fields = demand.fields.checked()?;
    let made_on = demand.made_on.unwrap_or(received_on);
    if made_on < received_on {
        return Err(FieldFault::of("made_on", FieldProblem::TooEarly));
    }
    let due = leading(&office.norms(), regime, fields.kind, made_on, pauses).unwrap_or_default();
    Ok(register::NewDemand {
        fields,
        made_on,
        due,
    })
}

/// A telephone number in E.164, or as it was typed where it can't be read so.
pub(crate) fn normal_phone(typed: &str) -> String {
    russian::requisites::phone(typed)
        .unwrap_or_else(|_| typed.split_whitespace().collect::<Vec<_>>().join(" "))
}
