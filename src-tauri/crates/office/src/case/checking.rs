//! A complaint looked at while it is typed, before it is taken in.

use crate::case::doubt::{RegimeQuestion, regime_question};
use crate::case::registration::demand_for;
use crate::case::values::NewComplaint;
use crate::error::{Failure, OfficeError, Result};
use crate::office::Office;
use register::{By, RegisterError};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be said of a complaint that is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintChecked {
    /// All that would refuse it now, by field.
    pub faults: Vec<Failure>,
    /// The subject it would be kept under.
    pub subject: String,
    /// It is recorded on a later day than it came, for which a reason is asked.
    pub backdated: bool,
    /// Nothing could be sent to its e-mail; it is kept all the same.
    pub email_doubtful: bool,
    /// Digits seem to be missing from its telephone; it is kept all the same.
    pub phone_doubtful: bool,
    /// What is to be asked about the body of rules.
    pub regime_question: Option<RegimeQuestion>,
    /// Its price is one that hardly anybody means; it is kept all the same.
    pub price_doubtful: bool,
    /// What is said of the complainant contradicts the card that was chosen: the complaint gets one of its own.
    pub own_card: bool,
}

/// Looks at a complaint as [`crate::complaint_add`] would, and writes nothing. One that is kept under its id is
/// looked at as [`crate::complaint_edit`] would, from the moment it was recorded.
///
/// # Errors
/// Those of the register; what is wrong with the complaint is what it gives.
pub fn complaint_check(office: &Office, by: &By, input: NewComplaint) -> Result<ComplaintChecked> {
    let kept = match input.id.map(|id| office.register().case(id)) {
        Some(Ok(case)) => Some(case.contents.complaint),
        None | Some(Err(RegisterError::NotFound(_))) => None,
        Some(Err(error)) => return Err(error.into()),
    };
    let recorded_at = kept.as_ref().map_or(by.now, |kept| kept.recorded_at);
    let mut faults = match &kept {
        Some(kept) => input.fields.faults_after(&kept.fields, recorded_at),
        None => input.fields.faults(recorded_at),
    };
    let said = &input.fields.matter.complainant;
    let chosen = input.person_id.filter(|_| !said.is_anonymous());
    let own_card = match chosen.map(|card| office.register().person(card)) {
        Some(Ok(card)) => !register::agree(&card, said),
        None | Some(Err(RegisterError::NotFound(_))) => false,
        Some(Err(error)) => return Err(error.into()),
    };
    let received_on = input.fields.received_at.date_naive();
    let today = by.now.date_naive().max(received_on);
    let regime_question = regime_question(
        &input.fields,
        input.demands.iter().map(|demand| demand.fields.kind),
    );
    for (place, demand) in input.demands.into_iter().enumerate() {
        let fault = demand_for(office, demand, &input.fields, received_on, today, &[]).err();
        faults.extend(fault.map(|fault| fault.within(&format!("demands.{place}"))));
    }
    Ok(ComplaintChecked {
        faults: faults
            .into_iter()
            .map(|fault| Failure::from(OfficeError::from(fault)))
            .collect(),
        subject: input.fields.registered_subject(),
        backdated: input.fields.backdated(recorded_at),
        email_doubtful: input.fields.matter.complainant.email_doubtful(),
        phone_doubtful: input.fields.matter.complainant.phone_doubtful(),
        regime_question,
        price_doubtful: input.fields.price_doubtful(),
        own_card,
    })
}
