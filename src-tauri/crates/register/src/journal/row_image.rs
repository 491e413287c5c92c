//! Rows before and after a change, as the journal keeps them.

use crate::database::value::{blob, hex};
use crate::error::{RegisterError, Result};
use rusqlite::Connection;
use rusqlite::types::{Value, ValueRef};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// The tables whose rows are facts an office writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Table {
    Office,
    Person,
    Complaint,
    Demand,
    Allegation,
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
    LegalHold,
    Routine,
    CaseList,
    CaseStep,
}

impl Table {
    pub(crate) const ALL: [Self; 22] = [
        Self::Office,
        Self::Person,
        Self::Complaint,
        Self::Demand,
        Self::Allegation,
        Self::Diary,
        Self::Note,
        Self::Document,
        Self::Letter,
        Self::Template,
        Self::Approval,
        Self::Norm,
        Self::Form,
        Self::NameForm,
        Self::Dispatch,
        Self::DispatchEvent,
        Self::Clock,
        Self::ClockPause,
        Self::LegalHold,
        Self::Routine,
        Self::CaseList,
        Self::CaseStep,
    ];

    /// Whether its rows are named by a rowid of their own, which undo must
    /// bring back for the rows that refer to it.
    pub(crate) fn has_serial(self) -> bool {
        match self {
            Self::Person | Self::Complaint => true,
            Self::Office
            | Self::Demand
            | Self::Allegation
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
            | Self::ClockPause
            | Self::LegalHold
            | Self::Routine
            | Self::CaseList
            | Self::CaseStep => false,
        }
    }

    /// Whether its rows belong to a complaint, which their column `complaint` names by rowid.
    pub(crate) fn is_of_case(self) -> bool {
        match self {
            Self::Demand
            | Self::Allegation
            | Self::Diary
            | Self::Note
            | Self::Document
            | Self::Letter
            | Self::Approval
            | Self::Form
            | Self::Dispatch
            | Self::DispatchEvent
            | Self::Clock
            | Self::ClockPause
            | Self::LegalHold
            | Self::CaseList
            | Self::CaseStep => true,
            Self::Office
            | Self::Person
            | Self::Complaint
            | Self::Template
            | Self::Norm
            | Self::NameForm
            | Self::Routine => false,
        }
    }

    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Person => "person",
            Self::Complaint => "complaint",
            Self::Demand => "demand",
            Self::Allegation => "allegation",
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
            Self::LegalHold => "legal_hold",
            Self::Routine => "routine",
            Self::CaseList => "case_list",
            Self::CaseStep => "case_step",
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

/// Whether a column, or with no name a whole table, changes beside the journal:
/// a complaint's count of exhibits and its version, and the clocks, which are
/// reckoned anew whenever the program reckons them otherwise.
pub(crate) fn beside_the_journal(table: Table, column: &str) -> bool {
    match table {
        Table::Complaint => matches!(column, "version" | "exhibits"),
        Table::Clock | Table::ClockPause => true,
        Table::Office
        | Table::Person
        | Table::Demand
        | Table::Allegation
        | Table::Diary
        | Table::Note
        | Table::Document
        | Table::Letter
        | Table::Template
        | Table::Approval
        | Table::Norm
        | Table::Form
        | Table::NameForm
        | Table::Dispatch
        | Table::DispatchEvent
        | Table::LegalHold
        | Table::Routine
        | Table::CaseList
        | Table::CaseStep => false,
    }
}

/// A whole row, its id too, if it is there.
pub(crate) fn row_image(conn: &Connection, table: Table, id: Uuid) -> Result<Option<RowImage>> {
    let mut statement =
        conn.prepare_cached(&format!("SELECT * FROM {} WHERE id = ?1", table.as_str()))?;
    let mut image = RowImage::new();
    let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
    let mut rows = statement.query([blob(id)])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    for (at, name) in columns.into_iter().enumerate() {
        image.insert(name, to_json(row.get_ref(at)?)?);
    }
    Ok(Some(image))
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
