//! A complaint looked at while it is typed, before it is taken in.

use crate::case::values::NewComplaint;
use crate::error::{Failure, OfficeError, Result};
use crate::office::Office;
use register::By;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What is to be said of a complaint that is being typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ComplaintChecked {
    /// All that would refuse it now, by field.
    pub faults: Vec<Failure>,
    /// The subject it would be kept under.
    pub subject: String,
    /// Nothing could be sent to its e-mail; it is kept all the same.
    pub email_doubtful: bool,
}

/// Looks at a complaint as [`crate::complaint_add`] would, and writes nothing.
///
/// # Errors
/// None; what is wrong is what it gives.
pub fn complaint_check(_office: &Office, by: &By, input: NewComplaint) -> Result<ComplaintChecked> {
    let mut faults = input.fields.faults(by.now);
    for (place, demand) in input.demands.into_iter().enumerate() {
        let fault = demand.fields.checked().err();
        faults.extend(fault.map(|fault| fault.within(&format!("demands.{place}"))));
    }
    Ok(ComplaintChecked {
        faults: faults
            .into_iter()
            .map(|fault| Failure::from(OfficeError::from(fault)))
            .collect(),
        subject: input.fields.kept_subject(),
        email_doubtful: input.fields.matter.complainant.email_doubtful(),
    })
}
