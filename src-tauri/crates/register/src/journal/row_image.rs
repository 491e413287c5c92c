//! Rows before and after a change, as the journal keeps them.

use crate::database::value::hex;
use crate::error::{RegisterError, Result};
use rusqlite::types::{Value, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// The tables whose rows are facts an office writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Table {
    Office,
    Person,
    Complaint,
    Demand,
    Diary,
    Note,
    Document,
    Letter,
    Template,
    Approval,
    Norm,
    Form,
    NameForm,
    Dispatch,
    DispatchEvent,
    Clock,
    ClockPause,
}

impl Table {
    /// Whether its rows are named by a rowid of their own, which undo must
    /// bring back for the rows that refer to it.
    pub(crate) fn has_serial(self) -> bool {
        match self {
            Self::Person | Self::Complaint => true,
            Self::Office
            | Self::Demand
            | Self::Diary
            | Self::Note
            | Self::Document
            | Self::Letter
            | Self::Template
            | Self::Approval
            | Self::Norm
            | Self::Form
            | Self::NameForm
            | Self::Dispatch
            | Self::DispatchEvent
            | Self::Clock
            | Self::ClockPause => false,
        }
    }

    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Person => "person",
            Self::Complaint => "complaint",
            Self::Demand => "demand",
            Self::Diary => "diary",
            Self::Note => "note",
            Self::Document => "document",
            Self::Letter => "letter",
            Self::Template => "template",
            Self::Approval => "approval",
            Self::Norm => "norm",
            Self::Form => "form",
            Self::NameForm => "name_form",
            Self::Dispatch => "dispatch",
            Self::DispatchEvent => "dispatch_event",
            Self::Clock => "clock",
            Self::ClockPause => "clock_pause",
        }
    }
}

/// Columns of a row with their values.
pub(crate) type Columns = Vec<(&'static str, Value)>;

/// The same as it stands in the journal.
pub(crate) type RowImage = Map<String, Json>;

/// One row that changed: `before` is absent for a new row, `after` for one
/// that is gone. Of a changed row only the columns that differ are named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct RowChange {
    pub table: Table,
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub before: Option<RowImage>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub after: Option<RowImage>,
}

pub(crate) fn to_json(value: ValueRef<'_>) -> Result<Json> {
    Ok(match value {
        ValueRef::Null => Json::Null,
        ValueRef::Integer(number) => json!(number),
        ValueRef::Text(bytes) => Json::String(
            std::str::from_utf8(bytes)
                .map_err(|_| RegisterError::Corrupt("text that is not UTF-8".into()))?
                .to_owned(),
        ),
        ValueRef::Blob(bytes) => json!({ "hex": hex(bytes) }),
        ValueRef::Real(_) => return Err(RegisterError::Corrupt("a broken number".into())),
    })
}

pub(crate) fn from_json(value: &Json) -> Result<Value> {
    let wrong = || RegisterError::Corrupt("not a value in a change".into());
    Ok(match value {
        Json::Null => Value::Null,
        Json::Number(number) => Value::Integer(number.as_i64().ok_or_else(wrong)?),
        Json::String(words) => Value::Text(words.clone()),
        Json::Object(map) => {
            let hex = map.get("hex").and_then(Json::as_str).ok_or_else(wrong)?;
            let bytes: Option<Vec<u8>> = (0..hex.len())
                .step_by(2)
                .map(|at| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok())
                .collect();
            Value::Blob(bytes.ok_or_else(wrong)?)
        }
        Json::Bool(_) | Json::Array(_) => return Err(wrong()),
    })
}

/// A column name that came from a stored change is used in a statement, so it
/// must be nothing but a name.
pub(crate) fn is_name(column: &str) -> bool {
    !column.is_empty()
        && column
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit())
}
