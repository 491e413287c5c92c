//! Complaints taken into the register: every field looked at, every demand with its term.

use crate::case::values::{Added, NewComplaint, NewDemand};
use crate::clock::terms::leading;
use crate::document::content::hash;
use crate::document::incoming::Enclosed;
use crate::error::{OfficeError, Result};
use crate::office::Office;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ComplaintFields, FieldFault, FieldProblem, Regime};
use deadline::Pause;
use register::{By, Op, RegisterError};

/// Takes a complaint in and gives its number. Handed in again under the same id, as after an answer that
/// was lost, it is the same complaint with the same number.
///
/// # Errors
/// A field's problem, with the field named as on the wire; [`RegisterError::AlreadyRecorded`] where the
/// complaint of this id says something else; those of the register.
pub fn complaint_add(office: &Office, by: &By, input: NewComplaint) -> Result<Added> {
    take_in(office, by, input, &[])
}

/// Writes a complaint down with everything that comes with it, in one change: the clocks of the office's
/// goals, what is said of a complainant who has a card already, the forms of the name that were typed, the
/// documents.
pub(crate) fn take_in(
    office: &Office,
    by: &By,
    input: NewComplaint,
    enclosed: &[Enclosed],
) -> Result<Added> {
    let id = input.id;
    let digest = digest(&input, enclosed)?;
    let taken = office.register().transact(by, Op::ComplaintAdd, |change| {
        // Terms are counted while nobody else writes, so that none is left at its old day.
        let new = checked(office, by, input)?;
        let goals = crate::clock::case_clocks::goals(office, &new);
        let said = &new.fields.matter.complainant;
        let before = new.person.map(|card| change.person(card)).transpose()?;
        let recorded = change.complaint_add(id, &new, &goals)?;
        change.handed_in(&digest);
        if !said.is_anonymous() {
            if let Some(card) = new.person {
                change.person_edit(card, said)?;
            }
            crate::person::names::keep_of_card(change, before.as_ref(), said)?;
        }
        for (document, stored) in enclosed {
            change.document_add(recorded.id, document, stored)?;
        }
        Ok::<_, OfficeError>(recorded)
    });
    match (taken, id) {
        (Ok((recorded, _)), _) => Ok(Added {
            id: recorded.id,
            number: recorded.number,
        }),
        (Err(OfficeError::Register(RegisterError::AlreadyRecorded(number))), Some(id)) => {
            if office
                .register()
                .handed_in(id)?
                .is_some_and(|was| was == digest)
            {
                Ok(Added { id, number })
            } else {
                Err(RegisterError::AlreadyRecorded(number).into())
            }
        }
        (Err(refused), _) => Err(refused),
    }
}

/// What tells one handing in from another: every word of it, and the bytes and names of what comes with it.
fn digest(input: &NewComplaint, enclosed: &[Enclosed]) -> Result<String> {
    let enclosed: Vec<_> = enclosed
        .iter()
        .map(|(document, stored)| (&document.fields.name, &stored.sha256))
        .collect();
    let said = serde_json::to_vec(&(input, enclosed)).map_err(RegisterError::from)?;
    Ok(hash(&said))
}

/// The complaint as the register takes it, every field looked at.
pub(crate) fn checked(
    office: &Office,
    by: &By,
    input: NewComplaint,
) -> Result<register::NewComplaint> {
    let fields = checked_fields(input.fields, by.now)?;
    let received_on = fields.received_at.date_naive();
    let today = by.now.date_naive().max(received_on);
    let mut demands = Vec::with_capacity(input.demands.len());
    for (place, demand) in input.demands.into_iter().enumerate() {
        let term = demand_for(
            office,
            demand,
            fields.matter.regime,
            received_on,
            today,
            &[],
        );
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
    fields.matter.complainant.phone = normal_phone(&fields.matter.complainant.phone);
    Ok(fields)
}

/// A demand as the register takes it, with the term that leads.
pub(crate) fn demand_for(
    office: &Office,
    demand: NewDemand,
    regime: Regime,
    received_on: NaiveDate,
    today: NaiveDate,
    pauses: &[Pause],
) -> Result<register::NewDemand, FieldFault> {
    let fields = demand.fields.checked()?;
    let made_on = demand.made_on.unwrap_or(received_on);
    complaint::dated("made_on", made_on)?;
    if made_on < received_on {
        return Err(FieldFault::of("made_on", FieldProblem::TooEarly));
    }
    if made_on > today {
        return Err(FieldFault::of("made_on", FieldProblem::Future));
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
