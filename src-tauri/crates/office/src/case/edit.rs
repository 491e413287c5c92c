//! The fields of a complaint put right.

use crate::case::card::card;
use crate::case::registration::{checked_fields, demand_for};
use crate::case::values::{Card, ComplaintEdit, NewDemand};
use crate::error::Result;
use crate::office::Office;
use complaint::DemandId;
use register::{By, Op};

/// Changes the fields of a complaint. When the regime or the day of receipt
/// changes, the demands' terms are counted anew.
///
/// # Errors
/// As [`crate::complaint_add`]; [`register::RegisterError::Conflict`] when somebody changed it since.
pub fn complaint_edit(office: &Office, by: &By, input: ComplaintEdit) -> Result<Card> {
    let kept = office.register().case(input.id)?;
    let fields = checked_fields(input.fields, kept.complaint.recorded_at)?;
    let (received_on, regime) = (fields.received_at.date_naive(), fields.regime);
    if fields.complainant != kept.complaint.fields.complainant {
        office.register().transact(by, Op::PersonEdit, |change| {
            change.person_edit(kept.complaint.person_id, &fields.complainant)
        })?;
        crate::person::names::keep_of_card(
            office,
            by,
            Some(&kept.complaint.fields.complainant),
            &fields.complainant,
        )?;
    }
    let version = office.register().case(input.id)?.complaint.version;
    let expected = if input.version == kept.complaint.version {
        version
    } else {
        input.version
    };
    office
        .register()
        .transact(by, Op::ComplaintEdit, |change| {
            change.complaint_edit(input.id, Some(expected), &fields)
        })?;
    let old_day = kept.complaint.fields.received_at.date_naive();
    if kept.complaint.fields.regime != regime || old_day != received_on {
        let mut terms: Vec<(DemandId, register::NewDemand)> = Vec::new();
        for demand in &kept.demands {
            let made_on = if demand.made_on == old_day {
                received_on
            } else {
                demand.made_on.max(received_on)
            };
            let values = NewDemand {
                fields: demand.fields.clone(),
                made_on: Some(made_on),
            };
            let pauses = crate::clock::running::pauses_of(&kept, demand.id);
            let term = demand_for(office, values, regime, received_on, &pauses)
                .map_err(|fault| fault.within("demand"))?;
            terms.push((demand.id, term));
        }
        office.register().transact(by, Op::DemandEdit, |change| {
            change.demand_terms(input.id, &terms)
        })?;
    }
    card(office, by, input.id)
}
