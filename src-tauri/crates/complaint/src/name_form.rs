//! Forms of names that an office puts in the program's place.

use crate::{Gender, Language, NameForm, NameFormId};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One form of a name, as an office wants it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NameFormFields {
    /// The name as it was written, in the nominative.
    pub name: String,
    /// The gender the form belongs to; `Auto` where nothing tells it.
    pub gender: Gender,
    /// Which of the forms that letters need.
    pub form: NameForm,
    /// The language of the letters it serves.
    pub language: Language,
    pub words: String,
}

/// A form of a name that the office keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RecordedNameForm {
    /// Given when it was first kept.
    pub id: NameFormId,
    #[serde(flatten)]
    pub fields: NameFormFields,
    /// When its present words were kept.
    pub kept_at: DateTime<FixedOffset>,
}
