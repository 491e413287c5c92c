//! Reading the journal.

use crate::database::value::{blob, hex, read_time, read_time_opt, variant};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::row_image::Table;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId, Regime};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde_json::Value as Json;
use std::ops::RangeInclusive;
use uuid::Uuid;

#[derive(Clone, Debug, PartialEq)]
pub struct JournalRow {
    /// Its place, from 1, without gaps.
    pub seq: i64,
    /// When the change was made.
    pub at: DateTime<FixedOffset>,
    /// The name of who made it, as it stood then.
    pub actor: Actor,
    /// What sort of change it was.
    pub op: Op,
    /// The complaint it belongs to; `None` for what is the office's, and for a
    /// change of several complaints, which the payload then names.
    pub complaint: Option<ComplaintId>,
    /// What changed, in short; never the words of a complaint. Of the step it
    /// is named after plainly, of steps beside that one by one under `steps`,
    /// of several complaints their ids under `complaints`. With what a person said of it, while that is kept.
    pub payload: Json,
    /// Before and after of each row that changed, where that is kept; hashes are not shown.
    pub changes: Option<Json>,
    /// The operation that undid it.
    pub undone_by: Option<i64>,
    /// SHA-256 over this row and the hash of the row before, lower-case hexadecimal.
    pub hash: String,
}

fn read_journal_row(row: &Row<'_>) -> Result<JournalRow> {
    let op: String = row.get("op")?;
    let complaint: Option<Vec<u8>> = row.get("complaint")?;
    let changes: Option<String> = row.get("body")?;
    let changes = changes
        .map(|body| serde_json::from_str::<Json>(&body))
        .transpose()?;
    let mut payload: Json = serde_json::from_str(&row.get::<_, String>("payload")?)?;
    let said = changes
        .as_ref()
        .and_then(|body| body.get("said")?.as_object());
    if let (Some(payload), Some(said)) = (payload.as_object_mut(), said) {
        payload.extend(said.clone());
    }
    Ok(JournalRow {
        seq: row.get("seq")?,
        at: read_time(&row.get::<_, String>("at")?)?,
        actor: Actor(row.get("actor")?),
        op: variant(Op::parse, &op)?,
        complaint: complaint
            .map(|bytes| Uuid::from_slice(&bytes).map(ComplaintId))
            .transpose()
            .map_err(|_| RegisterError::Corrupt("not an id in the journal".into()))?,
        payload,
        changes: changes.filter(Json::is_array),
        undone_by: row.get("undone_by")?,
        hash: hex(&row.get::<_, Vec<u8>>("hash")?),
    })
}

impl Register {
    /// Rows of the journal by place, oldest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal(&self, range: RangeInclusive<i64>) -> Result<Vec<JournalRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("journal_range.sql"))?;
        let mut rows = statement.query(params![range.start(), range.end()])?;
        let mut out = Vec::new();
        while let Some(found) = rows.next()? {
            out.push(read_journal_row(found)?);
        }
        Ok(out)
    }

    /// The journal of one complaint, newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_of(&self, complaint: ComplaintId, limit: u32) -> Result<Vec<JournalRow>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("journal_of.sql"))?;
        let mut rows = statement.query(params![&complaint.0.as_bytes()[..], limit])?;
        let mut out = Vec::new();
        while let Some(found) = rows.next()? {
            out.push(read_journal_row(found)?);
        }
        Ok(out)
    }

    /// The rules that were asked about in a case and left, the last time that was said.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn regime_kept(&self, complaint: ComplaintId) -> Result<Option<Regime>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("regime_kept.sql"))?;
        let mut rows = statement.query([&complaint.0.as_bytes()[..]])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let payload: Json = serde_json::from_str(&row.get::<_, String>("payload")?)?;
        Ok(payload["regime"].as_str().and_then(Regime::parse))
    }

    /// The names of the documents that a change wrote, as they are called now, or were when they came.
    /// `changes` is what a row of the journal keeps.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn documents_changed(&self, changes: Option<&Json>) -> Result<Vec<String>> {
        let rows = changes.and_then(Json::as_array);
        let mut out = Vec::new();
        for row in rows.into_iter().flatten() {
            if row.get("table").and_then(Json::as_str) != Some(Table::Document.as_str()) {
                continue;
            }
            let id = row.get("id").and_then(Json::as_str);
            let Some(id) = id.and_then(|id| Uuid::parse_str(id).ok()) else {
                continue;
            };
            let name: Option<String> = self
                .reader()
                .prepare_cached("SELECT name FROM document WHERE id = ?1")?
                .query_row([blob(id)], |row| row.get(0))
                .optional()?;
            out.extend(name);
        }
        Ok(out)
    }

    /// The place and the hash (lower-case hexadecimal) of the newest row of the journal.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_last(&self) -> Result<Option<(i64, String)>> {
        last_row(&self.reader())
    }

    /// When the newest row of the journal was written.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_last_at(&self) -> Result<Option<DateTime<FixedOffset>>> {
        self.time_of("SELECT at FROM journal ORDER BY seq DESC LIMIT 1")
    }

    /// When the office last changed the rules it counts by, or took such a change back.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn norms_changed_at(&self) -> Result<Option<DateTime<FixedOffset>>> {
        self.time_of(include_str!("norms_changed.sql"))
    }

    fn time_of(&self, sql: &str) -> Result<Option<DateTime<FixedOffset>>> {
        let conn = self.reader();
        let at: Option<String> = conn
            .prepare_cached(sql)?
            .query_row([], |row| row.get(0))
            .optional()?;
        read_time_opt(at)
    }

    /// The place of the newest row of the journal.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_length(&self) -> Result<i64> {
        Ok(self.journal_last()?.map_or(0, |(place, _)| place))
    }
}

impl Change<'_> {
    /// The place and the hash of the newest row of the journal before this change's own.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_last(&self) -> Result<Option<(i64, String)>> {
        last_row(self.tx)
    }
}

fn last_row(conn: &Connection) -> Result<Option<(i64, String)>> {
    Ok(conn
        .prepare_cached(include_str!("journal_head.sql"))?
        .query_row([], |row| Ok((row.get(0)?, hex(&row.get::<_, Vec<u8>>(1)?))))
        .optional()?)
}
