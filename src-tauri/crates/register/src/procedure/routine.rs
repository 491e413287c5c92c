//! Checklists and own wordings of procedures, with their versions.

use crate::database::row::{read_at, read_id, read_variant};
use crate::database::value::{blob, read_time_opt, text, text_opt, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::row_image::Table;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, RoutineId, RoutineKind, RoutineVersionId};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params};
use serde_json::json;

/// A version of a routine; it never changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutineVersion {
    pub id: RoutineVersionId,
    /// From 1 on.
    pub number: u32,
    /// JSON that `office` writes; the register does not read it.
    pub content: String,
    pub made_at: DateTime<FixedOffset>,
    pub actor: Actor,
}

/// A routine with the version it uses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRoutine {
    pub id: RoutineId,
    pub kind: RoutineKind,
    /// The branch of a procedure, the title of a checklist.
    pub name: String,
    pub current: RoutineVersion,
    /// When it was put aside: the program's own stands in its place.
    pub retired_at: Option<DateTime<FixedOffset>>,
}

fn read_version(row: &Row<'_>) -> Result<RoutineVersion> {
    Ok(RoutineVersion {
        id: RoutineVersionId(read_id(row, "version_id")?),
        number: row.get("version")?,
        content: row.get("content")?,
        made_at: read_at(row, "made_at")?,
        actor: Actor(row.get("actor")?),
    })
}

fn all_routines(conn: &Connection) -> Result<Vec<StoredRoutine>> {
    let mut statement = conn.prepare_cached(include_str!("routines.sql"))?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(StoredRoutine {
            id: RoutineId(read_id(row, "id")?),
            kind: read_variant(row, "kind", RoutineKind::parse)?,
            name: row.get("name")?,
            current: read_version(row)?,
            retired_at: read_time_opt(row.get("retired_at")?)?,
        });
    }
    Ok(out)
}

/// Adds a version. It is no part of what can be undone: undoing takes the routine back to the one before.
fn add_version(
    change: &Change<'_>,
    routine: RoutineId,
    number: u32,
    content: &str,
) -> Result<RoutineVersionId> {
    let id = RoutineVersionId::new();
    change
        .tx
        .prepare_cached(
            "INSERT INTO routine_version (id, routine, version, content, made_at, actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            blob(id.0),
            blob(routine.0),
            number,
            content,
            time(change.by.now),
            change.by.actor.0,
        ])?;
    Ok(id)
}

impl Change<'_> {
    /// Every routine of the office, with what this change wrote of them.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn routines(&self) -> Result<Vec<StoredRoutine>> {
        all_routines(self.tx)
    }

    /// Saves a new version of a routine, or with its first version a new one; it is in use from then on. `expected`
    /// is the version that was read. What says nothing new is not saved again.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Conflict`] when somebody saved meanwhile.
    pub fn routine_save(
        &mut self,
        id: Option<RoutineId>,
        expected: Option<u32>,
        kind: RoutineKind,
        name: &str,
        content: &str,
    ) -> Result<RoutineId> {
        let op = match kind {
            RoutineKind::Checklist => Op::ChecklistSave,
            RoutineKind::Procedure => Op::ProcedureSave,
        };
        let Some(id) = id else {
            let id = RoutineId::new();
            let current = add_version(self, id, 1, content)?;
            self.insert(
                Table::Routine,
                id.0,
                vec![
                    ("kind", text(kind.as_str())),
                    ("name", text(name)),
                    ("current", blob(current.0)),
                    ("retired_at", Value::Null),
                ],
            )?;
            self.detail(op, json!({ "routine": id.to_string(), "version": 1 }));
            return Ok(id);
        };
        let all = all_routines(self.tx)?;
        let known = all.into_iter().find(|one| one.id == id && one.kind == kind);
        let known = known.ok_or(RegisterError::NotFound("routine"))?;
        if let Some(expected) = expected.filter(|e| *e != known.current.number) {
            return Err(RegisterError::Conflict {
                expected: expected.into(),
                found: known.current.number.into(),
            });
        }
        let mut columns = vec![("name", text(name)), ("retired_at", Value::Null)];
        if known.current.content != content {
            let last: u32 = self
                .tx
                .prepare_cached("SELECT max(version) FROM routine_version WHERE routine = ?1")?
                .query_row([blob(id.0)], |row| row.get(0))?;
            let current = add_version(self, id, last + 1, content)?;
            columns.push(("current", blob(current.0)));
            self.detail(
                op,
                json!({ "routine": id.to_string(), "version": last + 1 }),
            );
        }
        self.update(Table::Routine, id.0, columns)?;
        Ok(id)
    }

    /// Puts a routine aside, or takes it back. Cases on which a checklist was put stay with it.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn routine_retire(&mut self, id: RoutineId, retired: bool) -> Result<()> {
        let at = retired.then(|| time(self.by.now));
        self.update(Table::Routine, id.0, vec![("retired_at", text_opt(at))])?;
        Ok(())
    }
}

impl Register {
    /// Every routine of the office, with the version it uses, those put aside among them.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn routines(&self) -> Result<Vec<StoredRoutine>> {
        all_routines(&self.reader())
    }

    /// The versions of a routine, the newest first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn routine_versions(&self, id: RoutineId) -> Result<Vec<RoutineVersion>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("routine_versions.sql"))?;
        let mut rows = statement.query([blob(id.0)])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(read_version(row)?);
        }
        Ok(out)
    }
}
