//! Complaints taken into the register: every field looked at, every demand with its term.

use crate::canonical::Canonical;
use crate::case::doubt::law_asked;
use crate::case::values::{Added, NewComplaint, NewDemand};
use crate::clock::terms::leading;
use crate::document::content::hash;
use crate::document::incoming::Enclosed;
use crate::error::{OfficeError, Result};
use crate::office::Office;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ComplaintFields, FieldFault, FieldProblem};
use deadline::Pause;
use register::{By, HandedIn, Op, RegisterError};
use russian::requisites::{phone, phone_as_written};
use serde_json::Value;

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
    let handed_in = HandedOver::of(&input, enclosed)?;
    let taken = office.register().transact(by, Op::ComplaintAdd, |change| {
        let terms = input.terms.clone();
        // Terms are counted while nobody else writes, so that none is left at its old day.
        let new = checked(office, by, input)?;
        let goals = crate::clock::case_clocks::goals(office, &new, change.profile()?.language);
        let said = &new.fields.matter.complainant;
        let before = new.person.map(|card| change.person(card)).transpose()?;
        let recorded = change.complaint_add(id, &new, &goals)?;
        change.handed_in(&HandedIn::Canonical(handed_in.digest("")?));
        if !said.is_anonymous() {
            // A form that is not typed again is not thereby forgotten.
            let before = before.filter(|_| new.person == Some(recorded.person));
            let now = match before {
                Some(_) => change.person(recorded.person)?,
                None => said.clone(),
            };
            crate::person::names::keep_of_card(change, before.as_ref(), &now)?;
        }
        for (document, stored) in enclosed {
            change.document_add(recorded.id, document, stored)?;
        }
        for term in &terms {
            crate::clock::chosen::choose(office, by, change, recorded.id, term)?;
        }
        Ok::<_, OfficeError>(recorded)
    });
    match (taken, id) {
        (Ok((recorded, _)), _) => Ok(Added {
            id: recorded.id,
            number: recorded.number,
        }),
        (Err(OfficeError::Register(RegisterError::AlreadyRecorded(number))), Some(id)) => {
            let same = match office.register().handed_in(id)? {
                Some(HandedIn::Canonical(was)) => was == handed_in.digest("")?,
                Some(HandedIn::InFirstOrder(was)) => was == handed_in.digest(FIRST_ORDER)?,
                None => false,
            };
            if same {
                Ok(Added { id, number })
            } else {
                Err(RegisterError::AlreadyRecorded(number).into())
            }
        }
        (Err(refused), _) => Err(refused),
    }
}

/// The order in which the first programs wrote what was handed in: the complaint, then what came with it.
const FIRST_ORDER: &str = "\
id
kind
regime
channel
received_at
backdating_reason
complainant
subject
text
order
their_number
their_date
price
person_id
demands
complainant.kind
complainant.name
complainant.gender
complainant.name_dative
complainant.salutation
complainant.address
complainant.email
complainant.phone
complainant.representative
demands.kind
demands.detail
demands.amount
demands.made_on
";

/// What tells one handing in from another: every word of it, and the bytes and names of what comes with it.
struct HandedOver(Value);

impl HandedOver {
    fn of(input: &NewComplaint, enclosed: &[Enclosed]) -> Result<Self> {
        let enclosed: Vec<_> = enclosed
            .iter()
            .map(|(document, stored)| (&document.fields.name, &stored.sha256))
            .collect();
        let said = serde_json::to_value((input, enclosed)).map_err(RegisterError::from)?;
        Ok(Self(said))
    }

    /// Over the fields of that order, and then those that say something beside them.
    fn digest(&self, first: &str) -> Result<String> {
        let said = Canonical::of(&self.0, first, &Value::Null);
        let said = serde_json::to_vec(&said).map_err(RegisterError::from)?;
        Ok(hash(&said))
    }
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
        let term = demand_for(office, demand, &fields, received_on, today, &[]);
        demands.push(term.map_err(|fault| fault.within(&format!("demands.{place}")))?);
    }
    Ok(register::NewComplaint {
        fields,
        person: input.person_id,
        demands,
    })
}

/// The fields as they are kept, the telephone number in E.164 where it can be read so, and beside it as they wrote it.
pub(crate) fn checked_fields(
    fields: ComplaintFields,
    recorded_at: DateTime<FixedOffset>,
) -> Result<ComplaintFields> {
    let mut fields = fields.checked(recorded_at)?;
    let who = &mut fields.matter.complainant;
    let written = [&who.phone, &who.phone_written]
        .into_iter()
        .filter(|typed| normal_phone(typed) == normal_phone(&who.phone))
        .filter_map(|typed| phone_as_written(typed).ok())
        .find(|written| phone(written).as_ref() != Ok(written))
        .unwrap_or_default();
    who.phone_written = written;
    who.phone = normal_phone(&who.phone);
    Ok(fields)
}

/// A demand as the register takes it, with the term that leads.
pub(crate) fn demand_for(
    office: &Office,
    demand: NewDemand,
    about: &ComplaintFields,
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
    let kind = law_asked(about, fields.kind);
    let due = leading(&office.norms(), about.matter.regime, kind, made_on, pauses);
    let due = due.unwrap_or_default();
    Ok(register::NewDemand {
        fields,
        made_on,
        due,
    })
}

/// A telephone number in E.164, or as it was typed where it can't be read so.
pub(crate) fn normal_phone(typed: &str) -> String {
    phone(typed).unwrap_or_else(|_| typed.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use complaint::Actor;
    use register::Recorded;
    use serde_json::json;

    /// Taken at e900782 over the complaint below, when the fields stood in another order.
    const TAKEN_THEN: &str = "2d3a35dc29ae053e4ab38fb7ea90c09e02024b6e1b9882b62bc917b4dfe8fd1a";

    #[test]
    fn what_an_earlier_program_took_in_is_the_same_complaint_handed_in_again() {
        let folder = tempfile::tempdir().unwrap();
        let now = "2026-11-09T12:00:00+03:00".parse().unwrap();
        let by = By {
            actor: Actor::named("Крылова М. И."),
            now,
        };
        let profile = json!({ "name": "Север", "requisites": {}, "language": "ru" });
        let profile = serde_json::from_value(profile).unwrap();
        let office = Office::create(&folder.path().join("office"), &by, &profile).unwrap();
        let input: NewComplaint = serde_json::from_value(json!({
            "id": "01890000-0000-7000-8000-00000000000a", "kind": "claim", "regime": "goods", "channel": "email",
            "received_at": "2026-11-09T11:40:00+03:00", "backdating_reason": null,
            "complainant": { "name": "Соколова Марина Львовна", "email": "sokolova@mail.example" },
            "subject": "", "text": "Чайник течёт.", "their_number": "7", "price": "4590.00",
            "demands": [{ "kind": "refund", "amount": "4590.00" }],
        }))
        .unwrap();
        let then = |change: &mut register::Change<'_>| -> Result<Recorded> {
            let new = checked(&office, &by, input.clone())?;
            let recorded = change.complaint_add(input.id, &new, &[])?;
            change.handed_in(&HandedIn::InFirstOrder(TAKEN_THEN.to_owned()));
            Ok(recorded)
        };
        let (then, _) = office
            .register()
            .transact(&by, Op::ComplaintAdd, then)
            .unwrap();

        let again = complaint_add(&office, &by, input.clone()).unwrap();
        assert_eq!((again.id, again.number), (then.id, then.number));
        let mut other = input.clone();
        other.fields.text = "Чайник не греет.".into();
        let refused = complaint_add(&office, &by, other).unwrap_err();
        assert!(matches!(
            refused,
            OfficeError::Register(RegisterError::AlreadyRecorded(_))
        ));
        assert_eq!(office.register().complaints_total().unwrap(), 1);
    }
}
