//! Orders that a case be kept.

use crate::case::card::card;
use crate::case::values::Card;
use crate::error::Result;
use crate::office::Office;
use crate::retention::values::{HoldRef, HoldSave};
use register::{By, Op};

/// Writes an order down that a case be kept, or changes one: while it binds, neither the trash nor a
/// term nor a request erases the case.
///
/// # Errors
/// Those of [`complaint::LegalHoldFields::checked`] and of the register.
pub fn complaint_hold(office: &Office, by: &By, input: HoldSave) -> Result<Card> {
    let fields = input.fields.checked(by.now.date_naive())?;
    let register = office.register();
    match input.hold {
        None => {
            register.transact(by, Op::HoldPlace, |change| {
                change.hold_place(input.complaint, &fields).map(drop)
            })?;
        }
        Some(hold) => {
            register.transact(by, Op::HoldEdit, |change| {
                change.hold_edit(input.complaint, hold, &fields)
            })?;
        }
    }
    card(office, by, input.complaint)
}

/// Lifts an order.
///
/// # Errors
/// [`register::RegisterError::NotFound`], for one that is lifted already too.
pub fn complaint_hold_lift(office: &Office, by: &By, input: HoldRef) -> Result<Card> {
    office.register().transact(by, Op::HoldLift, |change| {
        change.hold_lift(input.complaint, input.hold)
    })?;
    card(office, by, input.complaint)
}
