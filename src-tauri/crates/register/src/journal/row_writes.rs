//! Writing rows within a change, so that what stood before and what stands after
//! is known for the journal and for undo.

use crate::database::value::blob;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::row_image::{Columns, RowChange, RowImage, Table, from_json, is_name, to_json};
use rusqlite::params_from_iter;
use rusqlite::types::Value;
use serde_json::{Value as Json, json};
use uuid::Uuid;

impl Change<'_> {
    /// Adds a row. Its serial, where the table has one, becomes part of the image.
    pub(crate) fn insert(&mut self, table: Table, id: Uuid, columns: Columns) -> Result<i64> {
        let mut sql = String::with_capacity(512);
        sql.push_str("INSERT INTO ");
        sql.push_str(table.as_str());
        sql.push_str(" (id");
        for (name, _) in &columns {
            sql.push_str(", ");
            sql.push_str(name);
        }
        sql.push_str(") VALUES (?");
        for _ in &columns {
            sql.push_str(", ?");
        }
        sql.push(')');
        self.tx.prepare_cached(&sql)?.execute(params_from_iter(
            std::iter::once(&blob(id)).chain(columns.iter().map(|(_, value)| value)),
        ))?;
        let serial = self.tx.last_insert_rowid();
        if !self.keeps_images {
            return Ok(serial);
        }
        let mut after = RowImage::new();
        for (name, value) in &columns {
            after.insert((*name).to_owned(), to_json(value.into())?);
        }
        if table.has_serial() {
            after.insert("serial".to_owned(), json!(serial));
        }
        self.rows.push(RowChange {
            table,
            id,
            before: None,
            after: Some(after),
        });
        Ok(serial)
    }

    /// Puts values into a row; what already stands there is no change.
    pub(crate) fn update(&mut self, table: Table, id: Uuid, columns: Columns) -> Result<bool> {
        let columns: Vec<(String, Value)> = columns
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let old = self
            .image(table, id, &names)?
            .ok_or(RegisterError::NotFound(table.as_str()))?;
        let (mut before, mut after, mut differing) = (RowImage::new(), RowImage::new(), Vec::new());
        for (name, value) in columns {
            let new = to_json((&value).into())?;
            let was = old.get(&name).cloned().unwrap_or(Json::Null);
            if was != new {
                before.insert(name.clone(), was);
                after.insert(name.clone(), new);
                differing.push((name, value));
            }
        }
        if differing.is_empty() {
            return Ok(false);
        }
        self.write_columns(table, id, &differing)?;
        self.rows.push(RowChange {
            table,
            id,
            before: Some(before),
            after: Some(after),
        });
        Ok(true)
    }

    /// Takes a row away.
    pub(crate) fn delete(&mut self, table: Table, id: Uuid) -> Result<()> {
        let before = self
            .whole_image(table, id)?
            .ok_or(RegisterError::NotFound(table.as_str()))?;
        self.tx
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.as_str()))?
            .execute([blob(id)])?;
        self.rows.push(RowChange {
            table,
            id,
            before: Some(before),
            after: None,
        });
        Ok(())
    }

    pub(crate) fn write_columns(
        &self,
        table: Table,
        id: Uuid,
        columns: &[(String, Value)],
    ) -> Result<()> {
        let sets: Vec<String> = columns
            .iter()
            .enumerate()
            .map(|(at, (name, _))| format!("{name} = ?{}", at + 2))
            .collect();
        self.tx
            .prepare_cached(&format!(
                "UPDATE {} SET {} WHERE id = ?1",
                table.as_str(),
                sets.join(", ")
            ))?
            .execute(params_from_iter(
                std::iter::once(&blob(id)).chain(columns.iter().map(|(_, value)| value)),
            ))?;
        Ok(())
    }

    pub(crate) fn image(&self, table: Table, id: Uuid, names: &[&str]) -> Result<Option<RowImage>> {
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
            table.as_str()
        ))?;
        let columns: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([blob(id)])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let mut image = RowImage::new();
        for (at, name) in columns.into_iter().enumerate() {
            if name != "id" {
                image.insert(name, to_json(row.get_ref(at)?)?);
            }
        }
        Ok(Some(image))
    }

    pub(crate) fn whole_image(&self, table: Table, id: Uuid) -> Result<Option<RowImage>> {
        self.image(table, id, &[])
    }

    /// Turns one change back, if what it left still stands.
    pub(crate) fn revert(&mut self, row: &RowChange) -> Result<bool> {
        let RowChange {
            table,
            id,
            before,
            after,
        } = row;
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
                self.rows.push(RowChange {
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

    fn stands(&self, table: Table, id: Uuid, image: &RowImage) -> Result<bool> {
        let names: Vec<&str> = image.keys().map(String::as_str).collect();
        Ok(self.image(table, id, &names)?.as_ref() == Some(image))
    }

    fn insert_image(&mut self, table: Table, id: Uuid, image: &RowImage) -> Result<()> {
        if !image.keys().all(|name| is_name(name)) {
            return Err(RegisterError::Corrupt("not a column in a change".into()));
        }
        let names: Vec<&str> = image.keys().map(String::as_str).collect();
        let marks: Vec<String> = (2..names.len() + 2).map(|at| format!("?{at}")).collect();
        let values = image.values().map(from_json).collect::<Result<Vec<_>>>()?;
        self.tx
            .prepare_cached(&format!(
                "INSERT INTO {} (id, {}) VALUES (?1, {})",
                table.as_str(),
                names.join(", "),
                marks.join(", ")
            ))?
            .execute(params_from_iter(
                std::iter::once(&blob(id)).chain(values.iter()),
            ))?;
        self.rows.push(RowChange {
            table,
            id,
            before: None,
            after: Some(image.clone()),
        });
        Ok(())
    }

    /// Which rows changed and how, without their content.
    pub(crate) fn outline(&self) -> Json {
        self.rows
            .iter()
            .map(|row| {
                let how = match (&row.before, &row.after) {
                    (None, _) => "added",
                    (_, None) => "removed",
                    _ => "changed",
                };
                let mut told = json!({ "table": row.table.as_str(), "id": row.id, "how": how });
                if how == "changed"
                    && let Some(after) = &row.after
                {
                    told["fields"] = after.keys().cloned().collect::<Vec<_>>().into();
                }
                told
            })
            .collect::<Vec<_>>()
            .into()
    }

    /// Sees that the lists follow a row of a complaint whose days changed.
    pub(crate) fn relist(&mut self, table: Table, id: Uuid) -> Result<()> {
        let owner = self.owner_of(table, id)?;
        self.relisted.extend(owner);
        Ok(())
    }

    /// The complaint that a row which changed belongs to, by rowid; `None` for
    /// what is the office's.
    pub(crate) fn complaint_of(&self, row: &RowChange) -> Result<Option<i64>> {
        match row.table {
            Table::Office
            | Table::Person
            | Table::Template
            | Table::Norm
            | Table::NameForm
            | Table::Routine => Ok(None),
            Table::Complaint => Ok(self
                .subjects
                .iter()
                .find(|subject| subject.id.0 == row.id)
                .map(|subject| subject.serial)),
            Table::Demand
            | Table::Allegation
            | Table::Diary
            | Table::Note
            | Table::Document
            | Table::Letter
            | Table::Approval
            | Table::Form
            | Table::Dispatch
            | Table::DispatchEvent
            | Table::Clock
            | Table::ClockPause
            | Table::LegalHold
            | Table::CaseList
            | Table::CaseStep => {
                // A row that is gone says it itself.
                let image = row.after.as_ref().or(row.before.as_ref());
                match image.and_then(|image| image.get("complaint")?.as_i64()) {
                    Some(serial) => Ok(Some(serial)),
                    None => self.owner_of(row.table, row.id),
                }
            }
        }
    }
}
