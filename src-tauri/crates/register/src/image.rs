//! Rows before and after a change, as the journal keeps them, and turning a
//! change back by them.

use crate::error::{RegisterError, Result};
use crate::journal;
use crate::text::blob;
use crate::work::Work;
use rusqlite::params_from_iter;
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
    pub(crate) fn word(self) -> &'static str {
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
pub(crate) type Image = Map<String, Json>;

/// One row that changed: `before` is absent for a new row, `after` for one
/// that is gone. Of a changed row only the columns that differ are named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Change {
    pub table: Table,
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub before: Option<Image>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub after: Option<Image>,
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
        ValueRef::Blob(bytes) => json!({ "hex": journal::hex(bytes) }),
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
fn is_name(column: &str) -> bool {
    !column.is_empty()
        && column
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b == b'_' || b.is_ascii_digit())
}

impl Work<'_> {
    pub(crate) fn image(&self, table: Table, id: Uuid, names: &[&str]) -> Result<Option<Image>> {
        if !names.iter().all(|name| is_name(name)) {
            return Err(RegisterError::Corrupt("not a column in a change".into()));
        }
        let list = if names.is_empty() {
            "*".to_owned()
        } else {
            names.join(", ")
        };
        let mut statement = self.tx.prepare_cached(&format!(
            "SELECT {list} FROM {} WHERE id = ?1",
            table.word()
        ))?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([blob(id)])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let mut image = Image::new();
        for (at, name) in columns.into_iter().enumerate() {
            if name != "id" {
                image.insert(name, to_json(row.get_ref(at)?)?);
            }
        }
        Ok(Some(image))
    }

    pub(crate) fn whole_image(&self, table: Table, id: Uuid) -> Result<Option<Image>> {
        self.image(table, id, &[])
    }

    /// Turns one change back, if what it left still stands.
    pub(crate) fn revert(&mut self, change: &Change) -> Result<bool> {
        let Change {
            table,
            id,
            before,
            after,
        } = change;
        match (before, after) {
            (None, Some(after)) => {
                if !self.stands(*table, *id, after)? {
                    return Ok(false);
                }
                self.delete(*table, *id)?;
            }
            (Some(before), None) => {
                if self.whole_image(*table, *id)?.is_some() {
                    return Ok(false);
                }
                self.insert_image(*table, *id, before)?;
            }
            (Some(before), Some(after)) => {
                if !self.stands(*table, *id, after)? {
                    return Ok(false);
                }
                let columns = before
                    .iter()
                    .map(|(name, value)| Ok((name.clone(), from_json(value)?)))
                    .collect::<Result<Vec<_>>>()?;
                self.write_columns(*table, *id, &columns)?;
                self.changes.push(Change {
                    table: *table,
                    id: *id,
                    before: Some(after.clone()),
                    after: Some(before.clone()),
                });
            }
            (None, None) => {}
        }
        Ok(true)
    }

    fn stands(&self, table: Table, id: Uuid, image: &Image) -> Result<bool> {
        let names: Vec<&str> = image.keys().map(String::as_str).collect();
        Ok(self.image(table, id, &names)?.as_ref() == Some(image))
    }

    fn insert_image(&mut self, table: Table, id: Uuid, image: &Image) -> Result<()> {
        if !image.keys().all(|name| is_name(name)) {
            return Err(RegisterError::Corrupt("not a column in a change".into()));
        }
        let names: Vec<&str> = image.keys().map(String::as_str).collect();
        let marks: Vec<String> = (2..names.len() + 2).map(|at| format!("?{at}")).collect();
        let values = image.values().map(from_json).collect::<Result<Vec<_>>>()?;
        self.tx
            .prepare_cached(&format!(
                "INSERT INTO {} (id, {}) VALUES (?1, {})",
                table.word(),
                names.join(", "),
                marks.join(", ")
            ))?
            .execute(params_from_iter(
                std::iter::once(&blob(id)).chain(values.iter()),
            ))?;
        self.changes.push(Change {
            table,
            id,
            before: None,
            after: Some(image.clone()),
        });
        Ok(())
    }

    /// Which rows changed and how, without their content.
    pub(crate) fn outline(&self) -> Json {
        self.changes
            .iter()
            .map(|change| {
                let how = match (&change.before, &change.after) {
                    (None, _) => "added",
                    (_, None) => "removed",
                    _ => "changed",
                };
                let mut told = json!({ "table": change.table.word(), "id": change.id, "how": how });
                if how == "changed"
                    && let Some(after) = &change.after
                {
                    told["fields"] = after.keys().cloned().collect::<Vec<_>>().into();
                }
                told
            })
            .collect::<Vec<_>>()
            .into()
    }
}
