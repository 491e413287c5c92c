//! The fields of a complaint put right.

use crate::case::card::card;
use crate::case::doubt::is_business;
use crate::case::registration::{checked_fields, demand_for};
use crate::case::values::{Card, ComplaintEdit, NewDemand};
use crate::error::{OfficeError, Result};
use crate::office::Office;
use complaint::{ComplaintFields, DemandId};
use register::{By, Case, Op};

/// Changes the fields of a complaint, and with them the complainant's card and the forms of their name. A card that
/// other cases show stays as it is for them, unless all of them are meant.
/// When the regime or the day of receipt changes, the demands' terms are counted anew. All of it is one
/// change: it stands, falls and is undone as one.
///
/// # Errors
/// As [`crate::complaint_add`]; [`register::RegisterError::Conflict`] when somebody changed it since,
/// [`register::RegisterError::Closed`] and [`register::RegisterError::Trashed`].
pub fn complaint_edit(office: &Office, by: &By, input: ComplaintEdit) -> Result<Card> {
    let ComplaintEdit {
        id,
        version,
        fields,
        scope,
    } = input;
    office
        .register()
        .transact(by, Op::ComplaintEdit, |change| {
            let kept = change.case(id)?;
            let recorded_at = kept.contents.complaint.recorded_at;
            let mut faults = fields
                .faults_after(&kept.contents.complaint.fields, recorded_at)
                .into_iter();
            if let Some(fault) = faults.next() {
                return Err(fault.into());
            }
            let fields = checked_fields(fields, recorded_at)?;
            change.complaint_edit(id, Some(version), &fields, scope)?;
            let before = &kept.contents.complaint.fields;
            crate::person::names::keep_of_card(
                change,
                Some(&before.matter.complainant),
                &fields.matter.complainant,
            )?;
            let terms = terms_anew(office, &kept, &fields)?;
            if !terms.is_empty() {
                change.demand_terms(id, &terms)?;
            }
            Ok::<_, OfficeError>(())
        })?;
    card(office, by, id)
}

/// The terms of the demands where the new fields move them.
fn terms_anew(
    office: &Office,
    kept: &Case,
    fields: &ComplaintFields,
) -> Result<Vec<(DemandId, register::NewDemand)>> {
    let before = &kept.contents.complaint.fields;
    let old_day = before.received_at.date_naive();
    let received_on = fields.received_at.date_naive();
    let same_rules =
        before.matter.regime == fields.matter.regime && is_business(before) == is_business(fields);
    if same_rules && old_day == received_on {
        return Ok(Vec::new());
    }
    let mut terms = Vec::with_capacity(kept.demands.len());
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
        let pauses = crate::clock::case_clocks::pauses_of(kept, demand.id);
        let term = demand_for(office, values, fields, received_on, made_on, &pauses)
            .map_err(|fault| fault.within("demand"))?;
        terms.push((demand.id, term));
    }
    Ok(terms)
}
