//! The one way to write: a named operation in one IMMEDIATE transaction,
//! together with its journal row. Rows are written through here, so that what
//! stood before and what stands after is known for the journal and for undo.

use crate::approvals;
use crate::clocks::{self, AnswerLaw, AnswerTerm, Asked, Counter};
use crate::error::{RegisterError, Result};
use crate::image::{Change, Columns, Image, Table, to_json};
use crate::journal::{self, Entry, Op};
use crate::listing;
use crate::register::Register;
use crate::text::blob;
use crate::values::{By, Done};
use crate::words;
use chrono::NaiveDate;
use complaint::ComplaintId;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params, params_from_iter};
use serde_json::{Value as Json, json};
use uuid::Uuid;

/// How open a complaint must be for a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gate {
    /// Neither closed nor in the trash.
    Open,
    /// Not in the trash.
    Kept,
    /// In any state.
    Any,
}

/// The complaint a change belongs to, as it stood before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub id: ComplaintId,
    pub serial: i64,
    pub version: i64,
    pub closed: bool,
    pub trashed: bool,
}

/// A change being made.
pub(crate) struct Work<'t> {
    pub tx: &'t Transaction<'t>,
    pub by: &'t By,
    pub changes: Vec<Change>,
    pub payload: Image,
    pub subject: Option<Subject>,
    /// Complaints whose searched words changed.
    pub reworded: Vec<i64>,
    /// Other complaints whose place in lists changed.
    pub moved: Vec<i64>,
    /// Whether before and after are kept for the journal and for undo.
    remembers: bool,
    /// How terms are counted, where the host has said so.
    counter: Option<&'t Counter>,
    /// What the law asks of a complaint without demands, where the host has
    /// said so.
    pub answers: Option<&'t AnswerLaw>,
    /// What it asks of the complaint at hand once the rules have changed.
    pub answer: Option<Option<AnswerTerm>>,
}

impl<'t> Work<'t> {
    fn new(tx: &'t Transaction<'t>, by: &'t By, remembers: bool) -> Self {
        Self {
            tx,
            by,
            changes: Vec::new(),
            payload: Image::new(),
            subject: None,
            reworded: Vec::new(),
            moved: Vec::new(),
            remembers,
            counter: None,
            answers: None,
            answer: None,
        }
    }

    /// For rows that are written by the thousand and can't be undone.
    pub(crate) fn unremembered(tx: &'t Transaction<'t>, by: &'t By) -> Self {
        Self::new(tx, by, false)
    }

    /// By what the host has said of the law and of counting.
    pub(crate) fn counting(mut self, register: &'t Register) -> Self {
        self.counter = register.counter.get().map(|counter| &**counter);
        self.answers = register.answers.get().map(|law| &**law);
        self
    }

    /// Counts a term; a day that is named needs no calendar.
    pub(crate) fn counted(&self, asked: &Asked) -> Option<(NaiveDate, NaiveDate)> {
        if asked.pauses.iter().any(|(_, to)| to.is_none()) {
            return None;
        }
        match (self.counter, asked.day) {
            (Some(counter), _) => counter(asked),
            (None, Some(day)) if asked.pauses.is_empty() => Some((day, day)),
            (None, _) => None,
        }
    }

    /// Names the complaint this change belongs to and sees that it may be changed.
    pub(crate) fn on(
        &mut self,
        id: ComplaintId,
        gate: Gate,
        expected: Option<i64>,
    ) -> Result<Subject> {
        let serial = self
            .tx
            .prepare_cached(include_str!("sql/serial_by_id.sql"))?
            .query_row([blob(id.0)], |row| row.get(0))
            .optional()?
            .ok_or(RegisterError::NotFound("complaint"))?;
        self.on_serial(serial, gate, expected)
    }

    pub(crate) fn on_serial(
        &mut self,
        serial: i64,
        gate: Gate,
        expected: Option<i64>,
    ) -> Result<Subject> {
        let subject = self
            .tx
            .prepare_cached(include_str!("sql/subject.sql"))?
            .query_row([serial], |row| {
                Ok(Subject {
                    id: ComplaintId(Uuid::from_bytes(row.get(0)?)),
                    serial,
                    version: row.get(1)?,
                    closed: row.get(2)?,
                    trashed: row.get(3)?,
                })
            })
            .optional()?
            .ok_or(RegisterError::NotFound("complaint"))?;
        if subject.trashed && gate != Gate::Any {
            return Err(RegisterError::Trashed);
        }
        if subject.closed && gate == Gate::Open {
            return Err(RegisterError::Closed);
        }
        if let Some(expected) = expected.filter(|&expected| expected != subject.version) {
            return Err(RegisterError::Conflict {
                expected,
                found: subject.version,
            });
        }
        self.subject = Some(subject);
        Ok(subject)
    }

    /// Names the complaint that a row of `table` belongs to.
    pub(crate) fn on_owner_of(
        &mut self,
        table: Table,
        id: Uuid,
        gate: Gate,
        expected: Option<i64>,
    ) -> Result<Subject> {
        let serial = self
            .tx
            .prepare_cached(&format!(
                "SELECT complaint FROM {} WHERE id = ?1",
                table.word()
            ))?
            .query_row([blob(id)], |row| row.get(0))
            .optional()?
            .ok_or(RegisterError::NotFound(table.word()))?;
        self.on_serial(serial, gate, expected)
    }

    /// Adds a row. Its serial, where the table has one, becomes part of the image.
    pub(crate) fn insert(&mut self, table: Table, id: Uuid, columns: Columns) -> Result<i64> {
        let mut sql = String::with_capacity(512);
        sql.push_str("INSERT INTO ");
        sql.push_str(table.word());
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
        if !self.remembers {
            return Ok(serial);
        }
        let mut after = Image::new();
        for (name, value) in &columns {
            after.insert((*name).to_owned(), to_json(value.into())?);
        }
        if matches!(table, Table::Person | Table::Complaint) {
            after.insert("serial".to_owned(), json!(serial));
        }
        self.changes.push(Change {
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
            .ok_or(RegisterError::NotFound(table.word()))?;
        let (mut before, mut after, mut differing) = (Image::new(), Image::new(), Vec::new());
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
        self.changes.push(Change {
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
            .ok_or(RegisterError::NotFound(table.word()))?;
        self.tx
            .prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", table.word()))?
            .execute([blob(id)])?;
        self.changes.push(Change {
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
                table.word(),
                sets.join(", ")
            ))?
            .execute(params_from_iter(
                std::iter::once(&blob(id)).chain(columns.iter().map(|(_, value)| value)),
            ))?;
        Ok(())
    }

    /// Says something of this change in the journal.
    pub(crate) fn tell(&mut self, name: &str, value: impl Into<Json>) {
        self.payload.insert(name.to_owned(), value.into());
    }
}

impl Register {
    /// Makes one change. Nothing is written when `make` fails or finds nothing to change.
    pub(crate) fn change<T, E: From<RegisterError>>(
        &self,
        by: &By,
        op: Op,
        make: impl FnOnce(&mut Work<'_>) -> Result<T, E>,
    ) -> Result<(T, Done), E> {
        let mut conn = self.writer();
        let tx = conn
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(RegisterError::from)?;
        let work = Work::new(&tx, by, true);
        let mut work = work.counting(self);
        let made = make(&mut work)?;
        if work.changes.is_empty() && work.payload.is_empty() {
            let version = work.subject.map_or(0, |subject| subject.version);
            return Ok((made, Done { seq: None, version }));
        }
        let done = seal(work, op)?;
        tx.commit().map_err(RegisterError::from)?;
        Ok((made, done))
    }
}

/// Brings what follows from the facts up to date and writes the journal row.
fn seal(mut work: Work<'_>, op: Op) -> Result<Done> {
    approvals::follow(&mut work)?;
    clocks::follow(&mut work)?;
    let mut version = 0;
    if let Some(subject) = work.subject {
        version = work
            .tx
            .prepare_cached(include_str!("sql/version_up.sql"))?
            .query_row([subject.serial], |row| row.get(0))?;
        listing::refresh(work.tx, subject.serial)?;
    }
    for serial in std::mem::take(&mut work.moved) {
        listing::refresh(work.tx, serial)?;
    }
    for serial in std::mem::take(&mut work.reworded) {
        words::rewrite(work.tx, serial)?;
    }
    if !work.changes.is_empty() {
        let outline = work.outline();
        work.tell("rows", outline);
    }
    let payload = serde_json::to_string(&work.payload)?;
    let changes = (op.is_reversible() && !work.changes.is_empty())
        .then(|| serde_json::to_string(&work.changes))
        .transpose()?;
    let entry = Entry {
        by: work.by,
        op,
        complaint: work.subject.map(|subject| subject.id),
        payload: &payload,
        changes: changes.as_deref(),
    };
    let head = journal::append_after(work.tx, journal::head(work.tx)?, &entry)?;
    journal::write_head(work.tx, &head)?;
    Ok(Done {
        seq: Some(head.0),
        version,
    })
}

/// The undone mark of a journal row.
pub(crate) fn mark_undone(tx: &Transaction<'_>, seq: i64, by: Option<i64>) -> Result<()> {
    tx.prepare_cached(include_str!("sql/change_mark.sql"))?
        .execute(params![seq, by])?;
    Ok(())
}
