//! What the journal forgets of what went: the rows it keeps as they were. Its own rows stay.

use crate::database::value::{blob, name_key};
use crate::erasure::cases::in_json;
use crate::error::Result;
use crate::journal::change::Change;
use crate::journal::row_image::{RowChange, Table};
use crate::journal::transact::ON_CARD;
use complaint::ComplaintId;
use rusqlite::params;
use serde_json::Value as Json;
use std::collections::BTreeSet;
use uuid::Uuid;

/// A change as the journal keeps it.
struct Kept {
    seq: i64,
    complaint: Option<[u8; 16]>,
    payload: String,
    body: String,
}

impl Change<'_> {
    /// Forgets what changes of a case wrote, `rows` of which went. What concerned cases, too, that are there
    /// yet is kept for them, unless it names such a row. Gives the names that its complainant bore.
    pub(crate) fn case_changes_forget(
        &self,
        id: ComplaintId,
        rows: &[String],
    ) -> Result<BTreeSet<String>> {
        let kept: Vec<Kept> = self
            .tx
            .prepare_cached(include_str!("changes_kept_of_case.sql"))?
            .query_map([blob(id.0)], |row| {
                Ok(Kept {
                    seq: row.get(0)?,
                    complaint: row.get(1)?,
                    payload: row.get(2)?,
                    body: row.get(3)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        let mut names = BTreeSet::new();
        for change in kept {
            for row in rows_of(&change.body) {
                if row.table == Table::Person {
                    let images = [&row.before, &row.after].into_iter().flatten();
                    let borne = images.filter_map(|image| image.get("name")?.as_str());
                    names.extend(borne.map(str::to_owned));
                }
            }
            let of_gone = || rows.iter().any(|row| change.body.contains(row.as_str()));
            if !self.concerns_others(&change)? || of_gone() {
                self.tx
                    .prepare_cached("DELETE FROM change WHERE seq = ?1")?
                    .execute([change.seq])?;
            }
        }
        Ok(names)
    }

    /// Whether a change concerned a case that is there yet.
    fn concerns_others(&self, change: &Kept) -> Result<bool> {
        let payload: Json = serde_json::from_str(&change.payload)?;
        let named = ["complaints", ON_CARD].into_iter();
        let named = named
            .filter_map(|key| payload.get(key)?.as_array())
            .flatten();
        let named = named.filter_map(|id| Uuid::try_parse(id.as_str()?).ok());
        let mut there = self
            .tx
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM complaint WHERE id = ?1)")?;
        for id in change
            .complaint
            .map(Uuid::from_bytes)
            .into_iter()
            .chain(named)
        {
            if there.query_row([blob(id)], |row| row.get(0))? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Forgets the forms of a name that no card bears any more, and what the journal keeps of them: of one
    /// that was changed it names the row alone.
    pub(crate) fn name_forms_forget(&mut self, name: &str) -> Result<()> {
        let key = name_key(name);
        let borne: bool = self
            .tx
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM person WHERE name_key = ?1)")?
            .query_row([&key], |row| row.get(0))?;
        if borne || key.is_empty() {
            return Ok(());
        }
        let mut forms: BTreeSet<Uuid> = self
            .tx
            .prepare_cached("DELETE FROM name_form WHERE name_key = ?1 RETURNING id")?
            .query_map([&key], |row| Ok(Uuid::from_bytes(row.get(0)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let image = format!("\"name_key\":\"{}\"", in_json(&key));
        let mut of_name = self
            .tx
            .prepare_cached(include_str!("changes_of_name.sql"))?;
        let bodies = of_name.query_map([image], |row| row.get::<_, String>(0))?;
        for body in bodies {
            let rows = rows_of(&body?).into_iter();
            forms.extend(rows.filter(|row| is_of_name(row, &key)).map(|row| row.id));
        }
        for form in forms {
            self.tx
                .prepare_cached(include_str!("images_of_name.sql"))?
                .execute(params![form.to_string()])?;
        }
        Ok(())
    }
}

/// The rows in the body of a change; none of one that keeps hashes alone.
fn rows_of(body: &str) -> Vec<RowChange> {
    serde_json::from_str(body).unwrap_or_default()
}

fn is_of_name(row: &RowChange, key: &str) -> bool {
    let mut images = [&row.before, &row.after].into_iter().flatten();
    row.table == Table::NameForm
        && images.any(|image| image.get("name_key").and_then(Json::as_str) == Some(key))
}
