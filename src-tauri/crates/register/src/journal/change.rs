//! A change being made: what it wrote so far, which complaints it belongs to,
//! and what its row of the journal will say.

use crate::clock::term::{AnswerLaw, TermCounter, TermToCount};
use crate::database::row::serial_of;
use crate::database::value::blob;
use crate::error::{RegisterError, Result};
use crate::journal::op::{By, Op, Precondition};
use crate::journal::row_image::{RowChange, Table};
use crate::register::Register;
use chrono::NaiveDate;
use complaint::{ComplaintId, PersonId};
use rusqlite::{OptionalExtension, Transaction};
use serde_json::{Map, Value as Json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// A complaint that a change belongs to, as a step found it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Subject {
    pub id: ComplaintId,
    pub serial: i64,
    pub version: i64,
    pub closed: bool,
    pub trashed: bool,
}

/// What a step says of itself in the journal.
pub(crate) type Details = Map<String, Json>;

/// A change being made. Its steps write the records and may be joined: they
/// stand or fall together, under one row of the journal and one undo. A step
/// that reads sees what the steps before it wrote.
pub struct Change<'c> {
    pub(crate) register: &'c Register,
    pub(crate) tx: &'c Transaction<'c>,
    pub(crate) by: &'c By,
    pub(crate) op: Op,
    pub(crate) rows: Vec<RowChange>,
    /// The complaints it belongs to, in the order the steps came to them.
    pub(crate) subjects: Vec<Subject>,
    /// Complaints whose searched words changed.
    pub(crate) reindexed: BTreeSet<i64>,
    /// Complaints of others whose place in lists changed.
    pub(crate) relisted: BTreeSet<i64>,
    /// Cards that other complaints may show too.
    pub(crate) cards: BTreeSet<PersonId>,
    details: Vec<(Op, Details)>,
    notes: Details,
    said: Details,
    /// Whether before and after are kept for the journal and for undo.
    pub(crate) keeps_images: bool,
}

impl<'c> Change<'c> {
    pub(crate) fn new(register: &'c Register, tx: &'c Transaction<'c>, by: &'c By, op: Op) -> Self {
        Self {
            register,
            tx,
            by,
            op,
            rows: Vec::new(),
            subjects: Vec::new(),
            reindexed: BTreeSet::new(),
            relisted: BTreeSet::new(),
            cards: BTreeSet::new(),
            details: Vec::new(),
            notes: Details::new(),
            said: Details::new(),
            keeps_images: true,
        }
    }

    /// For rows that are written by the thousand and can't be undone.
    pub(crate) fn without_images(
        register: &'c Register,
        tx: &'c Transaction<'c>,
        by: &'c By,
        op: Op,
    ) -> Self {
        Self {
            keeps_images: false,
            ..Self::new(register, tx, by, op)
        }
    }

    pub fn by(&self) -> &'c By {
        self.by
    }

    /// Whether there is nothing to keep of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.details.is_empty() && self.notes.is_empty()
    }

    /// What the law asks of a complaint without demands, where the host has said so.
    pub(crate) fn answer_law(&self) -> Option<&'c AnswerLaw> {
        self.register.answers.get().map(|law| &**law)
    }

    /// Counts a term; a day that is named needs no calendar.
    pub(crate) fn counted(&self, asked: &TermToCount) -> Option<(NaiveDate, NaiveDate)> {
        if asked.pauses.iter().any(|(_, to)| to.is_none()) {
            return None;
        }
        let counter: Option<&TermCounter> = self.register.counter.get().map(|counter| &**counter);
        match (counter, asked.day) {
            (Some(counter), _) => counter(asked),
            (None, Some(day)) if asked.pauses.is_empty() => Some((day, day)),
            (None, _) => None,
        }
    }

    /// Names a complaint this change belongs to and sees that it may be changed.
    pub(crate) fn on(&mut self, id: ComplaintId, must: Precondition) -> Result<Subject> {
        let serial = serial_of(self.tx, id)?;
        self.on_serial(serial, must)
    }

    /// The same by rowid. The version is that of before the change, for it is
    /// raised once, when all steps are made.
    pub(crate) fn on_serial(&mut self, serial: i64, must: Precondition) -> Result<Subject> {
        let subject = self
            .tx
            .prepare_cached(include_str!("subject.sql"))?
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
        if subject.trashed && must != Precondition::Any {
            return Err(RegisterError::Trashed);
        }
        if subject.closed && must == Precondition::Open {
            return Err(RegisterError::Closed);
        }
        if !self.subjects.iter().any(|known| known.serial == serial) {
            self.subjects.push(subject);
        }
        Ok(subject)
    }

    /// Names the complaint that a row of `table` belongs to.
    pub(crate) fn on_owner_of(
        &mut self,
        table: Table,
        id: Uuid,
        must: Precondition,
    ) -> Result<Subject> {
        let serial = self
            .owner_of(table, id)?
            .ok_or(RegisterError::NotFound(table.as_str()))?;
        self.on_serial(serial, must)
    }

    /// The complaint that a row of `table` belongs to, by rowid.
    pub(crate) fn owner_of(&self, table: Table, id: Uuid) -> Result<Option<i64>> {
        Ok(self
            .tx
            .prepare_cached(&format!(
                "SELECT complaint FROM {} WHERE id = ?1",
                table.as_str()
            ))?
            .query_row([blob(id)], |row| row.get(0))
            .optional()?)
    }

    /// Sees that a step that can't be turned back is no part of a change that can.
    pub(crate) fn for_good(&self, step: Op) -> Result<()> {
        if self.op.is_reversible() {
            Err(RegisterError::NotReversible(step.as_str()))
        } else {
            Ok(())
        }
    }

    /// Says something of a step in the journal; never the words of a complaint.
    pub(crate) fn detail(&mut self, step: Op, details: Json) {
        if let Json::Object(details) = details {
            self.details.push((step, details));
        }
    }

    /// Says something of the whole change in the journal.
    pub(crate) fn note(&mut self, name: &str, value: impl Into<Json>) {
        self.notes.insert(name.to_owned(), value.into());
    }

    /// Says something in a person's own words, which may name people: it goes when the case is erased, and the
    /// chain holds its hash alone. For changes that are never undone.
    pub(crate) fn say(&mut self, name: &str, words: &str) {
        self.said.insert(name.to_owned(), words.into());
    }

    pub(crate) fn said(&self) -> &Details {
        &self.said
    }

    /// What the journal's row says: of the one step that the change is named
    /// after plainly, of steps beside it one by one under `steps`.
    pub(crate) fn payload(&self) -> Details {
        let mut payload = self.notes.clone();
        let own = |step: &Op| *step == self.op;
        let alone = self.details.iter().filter(|(step, _)| own(step)).count() == 1;
        let mut steps = Vec::new();
        for (step, details) in &self.details {
            if alone && own(step) {
                payload.extend(details.clone());
            } else {
                let mut said = details.clone();
                said.insert("step".to_owned(), step.as_str().into());
                steps.push(Json::Object(said));
            }
        }
        if !steps.is_empty() {
            payload.insert("steps".to_owned(), steps.into());
        }
        payload
    }
}
