//! Other forms of an answer: what their screen shows and asks.

use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, FormId, FormKind, Language};
use letter::{Finding, Form, FormLength};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormUse {
    pub at: DateTime<FixedOffset>,
    /// Where: a platform, a telephone, a messenger.
    pub place: String,
    /// A link to it, or the number that was called; kept as text.
    pub link: String,
    /// The words as they were then.
    pub text: String,
}

/// A form as its screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormCard {
    /// Its id; none while it is not kept.
    pub id: Option<FormId>,
    pub form: Form,
    /// When it was last changed, where it is kept.
    pub changed_at: Option<DateTime<FixedOffset>>,
    pub used: Vec<FormUse>,
    pub findings: Vec<Finding>,
    pub length: FormLength,
}

/// Writes a form from the case as it stands now; nothing is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormsCompose {
    pub complaint: ComplaintId,
    pub kind: FormKind,
    /// Its language; the office's own when absent.
    #[serde(default)]
    pub language: Option<Language>,
    /// Characters it may have; what is usual for its kind when absent.
    #[serde(default)]
    pub limit: Option<u32>,
}

/// Reads a form as it is typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormCheck {
    pub complaint: ComplaintId,
    pub form: Form,
    /// Whether its words are to go into somebody else's letter: then whatever may be a name is told.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub to_take: bool,
}

/// What reading a form found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct FormChecked {
    pub findings: Vec<Finding>,
    pub length: FormLength,
}

/// Keeps a form with the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormSave {
    pub complaint: ComplaintId,
    /// The form to change; a new one when absent.
    #[serde(default)]
    pub id: Option<FormId>,
    pub form: Form,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormRef {
    pub form: FormId,
}

/// Notes that a form went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FormUsed {
    pub form: FormId,
    pub at: DateTime<FixedOffset>,
    /// Where: a platform, a telephone, a messenger.
    pub place: String,
    /// A link to it, kept as text and never opened.
    #[serde(default)]
    pub link: String,
}
