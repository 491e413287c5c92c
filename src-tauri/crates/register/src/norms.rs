//! What an office has changed of the rules it counts by. The register keeps the texts; what they mean
//! is the affair of those who count.

use crate::clocks::{AnswerTerm, settle};
use crate::error::{RegisterError, Result};
use crate::image::Table;
use crate::journal::Op;
use crate::read::serial_of;
use crate::register::Register;
use crate::text::{blob, day_opt, read_day, read_day_opt, text, text_opt, word};
use crate::values::{By, Done};
use crate::work::Work;
use chrono::NaiveDate;
use complaint::{ClockId, ComplaintId, DemandId, DemandKind, Regime};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

/// What a kept text changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NormKind {
    /// Edits of the law pack of a regime; the name is the regime's word.
    Law,
    /// A year of the production calendar; the name is the year.
    Calendar,
    /// The hours of the places where papers are handed over.
    Hours,
    /// What the office assumes when it reckons the price of an answer.
    Stakes,
    /// The terms that the office sets itself.
    Goals,
}

impl NormKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Law,
        Self::Calendar,
        Self::Hours,
        Self::Stakes,
        Self::Goals,
    ];

    /// The word as it stands in the database and in the journal.
    pub fn word(self) -> &'static str {
        match self {
            Self::Law => "law",
            Self::Calendar => "calendar",
            Self::Hours => "hours",
            Self::Stakes => "stakes",
            Self::Goals => "goals",
        }
    }

    /// The kind a word stands for.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.word() == word)
    }
}

/// One text that changes the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Norm {
    /// What it changes.
    pub kind: NormKind,
    /// Which of its kind.
    pub name: String,
    /// The text; none takes the office's changes away, so that what ships stands again.
    pub body: Option<String>,
}

/// A demand of an open case with the term it was counted to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTerm {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Its number.
    pub number: String,
    /// Its subject.
    pub subject: String,
    /// Its regime.
    pub regime: Regime,
    /// The demand.
    pub demand: DemandId,
    /// What is demanded.
    pub kind: DemandKind,
    /// The day it was made.
    pub made_on: NaiveDate,
    /// What it was counted to.
    pub due: Due,
    /// Whether the term still runs: the final answer isn't issued yet, and
    /// nobody has ended it.
    pub runs: bool,
    /// The stretches in which it stood still.
    pub pauses: Vec<(NaiveDate, Option<NaiveDate>)>,
}

/// What a demand was counted to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Due {
    /// By which rule.
    pub rule: Option<String>,
    /// The last day by law.
    pub legal: Option<NaiveDate>,
    /// The safe day.
    pub safe: Option<NaiveDate>,
}

impl Register {
    /// What the office has changed.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn norms(&self) -> Result<Vec<Norm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/norm_all.sql"))?;
        let mut rows = statement.query([])?;
        let mut norms = Vec::new();
        while let Some(row) = rows.next()? {
            norms.push(Norm {
                kind: word(
                    NormKind::from_word,
                    row.get_ref(0)?.as_str().unwrap_or_default(),
                )?,
                name: row.get(1)?,
                body: Some(row.get(2)?),
            });
        }
        Ok(norms)
    }

    /// The demands of all open cases with the terms they were counted to, oldest case first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn open_terms(&self) -> Result<Vec<OpenTerm>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/terms_open.sql"))?;
        let mut rows = statement.query([])?;
        let mut terms = Vec::new();
        while let Some(row) = rows.next()? {
            terms.push(OpenTerm {
                complaint: ComplaintId(Uuid::from_bytes(row.get(0)?)),
                number: row.get(1)?,
                subject: row.get(2)?,
                regime: word(
                    Regime::from_word,
                    row.get_ref(3)?.as_str().unwrap_or_default(),
                )?,
                demand: DemandId(Uuid::from_bytes(row.get(4)?)),
                kind: word(
                    DemandKind::from_word,
                    row.get_ref(5)?.as_str().unwrap_or_default(),
                )?,
                made_on: read_day(row.get_ref(6)?.as_str().unwrap_or_default())?,
                due: Due {
                    rule: row.get(7)?,
                    legal: read_day_opt(row.get(8)?)?,
                    safe: read_day_opt(row.get(9)?)?,
                },
                runs: row.get(10)?,
                pauses: stretches(
                    &conn,
                    include_str!("sql/term_pauses.sql"),
                    Uuid::from_bytes(row.get(4)?),
                )?,
            });
        }
        Ok(terms)
    }

    /// Keeps changes of the rules, together with the terms of open cases that follow from them:
    /// `answers` are cases without demands, with the term of their answer.
    ///
    /// # Errors
    /// Those of writing the database; [`RegisterError::NotFound`] for a demand that is gone.
    pub fn norms_save(
        &self,
        by: &By,
        norms: &[Norm],
        recounted: &[(DemandId, Due)],
        clocks: &[(ClockId, Due)],
        answers: &[(ComplaintId, Option<AnswerTerm>)],
    ) -> Result<Done> {
        let resets = norms.iter().all(|norm| norm.body.is_none());
        let op = if resets { Op::NormReset } else { Op::NormSave };
        let done = self.change(by, op, |work| {
            for norm in norms {
                put(work, norm)?;
            }
            for (complaint, term) in answers {
                let serial = serial_of(work.tx, *complaint)?;
                work.answer = Some(term.clone());
                settle(work, serial)?;
                if !work.moved.contains(&serial) {
                    work.moved.push(serial);
                }
            }
            work.answer = None;
            for (demand, due) in recounted {
                recount(work, *demand, due)?;
            }
            for (clock, due) in clocks {
                let row = vec![
                    ("due_legal", day_opt(due.legal)),
                    ("due_safe", day_opt(due.safe)),
                ];
                work.update(Table::Clock, clock.0, row)?;
                relist_of(work, Table::Clock, clock.0)?;
            }
            if !work.changes.is_empty() {
                let told: Vec<String> = norms
                    .iter()
                    .map(|norm| format!("{}/{}", norm.kind.word(), norm.name))
                    .collect();
                work.tell("norms", told);
                let count = recounted.len() + clocks.len() + answers.len();
                work.tell("recounted", count);
            }
            Ok::<_, RegisterError>(())
        })?;
        Ok(done.1)
    }
}

/// The first and last days of the pauses that a statement finds by an id.
pub(crate) fn stretches(
    conn: &Connection,
    sql: &str,
    id: Uuid,
) -> Result<Vec<(NaiveDate, Option<NaiveDate>)>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([blob(id)])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push((
            read_day(row.get_ref(0)?.as_str().unwrap_or_default())?,
            read_day_opt(row.get(1)?)?,
        ));
    }
    Ok(out)
}

fn put(work: &mut Work<'_>, norm: &Norm) -> Result<()> {
    let there: Option<[u8; 16]> = work
        .tx
        .prepare_cached(include_str!("sql/norm_id.sql"))?
        .query_row([norm.kind.word(), norm.name.as_str()], |row| row.get(0))
        .optional()?;
    match (there.map(Uuid::from_bytes), &norm.body) {
        (Some(id), Some(body)) => {
            work.update(Table::Norm, id, vec![("body", text(body.clone()))])?;
        }
        (Some(id), None) => work.delete(Table::Norm, id)?,
        (None, Some(body)) => {
            let row = vec![
                ("kind", text(norm.kind.word())),
                ("name", text(norm.name.clone())),
                ("body", text(body.clone())),
            ];
            work.insert(Table::Norm, Uuid::now_v7(), row)?;
        }
        (None, None) => {}
    }
    Ok(())
}

fn recount(work: &mut Work<'_>, demand: DemandId, due: &Due) -> Result<()> {
    let row = vec![
        ("rule", text_opt(due.rule.clone())),
        ("due_legal", day_opt(due.legal)),
        ("due_safe", day_opt(due.safe)),
    ];
    work.update(Table::Demand, demand.0, row)?;
    relist(work, demand)
}

/// Sees that the lists follow a demand whose terms changed.
pub(crate) fn relist(work: &mut Work<'_>, demand: DemandId) -> Result<()> {
    relist_of(work, Table::Demand, demand.0)
}

/// Sees that the lists follow a row of a complaint whose days changed.
pub(crate) fn relist_of(work: &mut Work<'_>, table: Table, id: Uuid) -> Result<()> {
    let serial: Option<i64> = work
        .tx
        .prepare_cached(&format!(
            "SELECT complaint FROM {} WHERE id = ?1",
            table.word()
        ))?
        .query_row([blob(id)], |row| row.get(0))
        .optional()?;
    if let Some(serial) = serial.filter(|serial| !work.moved.contains(serial)) {
        work.moved.push(serial);
    }
    Ok(())
}
