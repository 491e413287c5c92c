//! One field of a letter as it is filled by hand.

use crate::error::Result;
use crate::office::Office;
use chrono::NaiveDate;
use complaint::Language;
use register::By;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks about a field of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldQuestion {
    /// Its name in the letter.
    pub name: String,
    /// What stands there; none where it is still to be filled in.
    pub value: Option<String>,
}

/// What belongs into a field: a day or words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldFilling {
    /// With a day. What names none, such as «конец недели», stays words.
    pub by_day: bool,
    /// The day that stands there.
    pub day: Option<NaiveDate>,
}

/// A day to be written into a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DayInLetter {
    pub day: NaiveDate,
    pub language: Language,
}

/// How a field of a letter is to be filled.
///
/// # Errors
/// None.
pub fn letter_field(_office: &Office, _by: &By, input: FieldQuestion) -> Result<FieldFilling> {
    let value = input.value.as_deref();
    let day = value
        .filter(|_| letter::is_day(&input.name))
        .and_then(letter::leading_day);
    Ok(FieldFilling {
        by_day: letter::is_day(&input.name) && (value.is_none() || day.is_some()),
        day,
    })
}

/// The day as a letter in that language names it.
///
/// # Errors
/// None.
pub fn letter_day(_office: &Office, _by: &By, input: DayInLetter) -> Result<String> {
    Ok(letter::date(input.day, input.language))
}
