//! The fields of a complaint put right.

use crate::case::card::card;
use crate::case::registration::{
    CLOCK_SLACK, TEXT_LIMIT, demand_for, filled, one_line, subject_of, tidy,
};
use crate::case::values::{Card, ComplaintEdit, NewDemand};
use crate::error::{FieldProblem, Result, field, within};
use crate::office::Office;
use complaint::DemandId;
use register::{By, ComplaintFields, Op};

/// Changes the fields of a complaint. When the regime or the day of receipt
/// changes, the demands' terms are counted anew.
///
/// # Errors
/// As [`complaint_add`]; [`register::RegisterError::Conflict`] when somebody changed it since.
pub fn complaint_edit(office: &Office, by: &By, input: ComplaintEdit) -> Result<Card> {
    let kept = office.register().case(input.id)?;
    let received_on = input.received_at.date_naive();
    if input.received_at > kept.complaint.recorded_at + CLOCK_SLACK {
        return field("received_at", FieldProblem::Future);
    }
    let backdating_reason = filled(input.backdating_reason);
    if received_on < kept.complaint.recorded_at.date_naive() && backdating_reason.is_none() {
        return field("backdating_reason", FieldProblem::Missing);
    }
    within("text", &input.text, TEXT_LIMIT)?;
    let subject = subject_of(&input.subject, &input.text);
    if subject.is_empty() {
        return field("text", FieldProblem::Missing);
    }
    let fields = ComplaintFields {
        kind: input.kind,
        regime: input.regime,
        channel: input.channel,
        received_at: input.received_at,
        backdating_reason,
        subject,
        text: input.text.trim().to_owned(),
        order: one_line(&input.order),
        their_number: one_line(&input.their_number),
        their_date: input.their_date,
        price: input.price,
    };
    let complainant = tidy(input.complainant)?;
    if complainant != kept.complaint.complainant {
        office.register().transact(by, Op::PersonEdit, |change| {
            change.person_edit(kept.complaint.person_id, &complainant)
        })?;
        crate::person::names::keep_of_card(
            office,
            by,
            Some(&kept.complaint.complainant),
            &complainant,
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
            change.complaint_edit(input.id, Some(expected), &fields, None)
        })?;
    let old_day = kept.complaint.received_at.date_naive();
    if kept.complaint.regime != input.regime || old_day != received_on {
        let mut terms: Vec<(DemandId, register::NewDemand)> = Vec::new();
        for demand in &kept.demands {
            let made_on = if demand.made_on == old_day {
                received_on
            } else {
                demand.made_on.max(received_on)
            };
            let values = NewDemand {
                kind: demand.kind,
                detail: demand.detail.clone(),
                amount: demand.amount,
                made_on: Some(made_on),
            };
            let pauses = crate::clock::running::pauses_of(&kept, demand.id);
            terms.push((
                demand.id,
                demand_for(office, "demand", values, input.regime, received_on, &pauses)?,
            ));
        }
        office.register().transact(by, Op::DemandEdit, |change| {
            change.demand_terms(input.id, &terms)
        })?;
    }
    card(office, by, input.id)
}
