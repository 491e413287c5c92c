//! Emptying the trash.

use crate::database::value::{blob, read_time};
use crate::erasure::cases::Doomed;
use crate::erasure::content::named_in_journal;
use crate::error::{RegisterError, Result};
use crate::journal::op::{By, Op};
use crate::journal::transact::Done;
use crate::office::profile::images_in_use;
use crate::register::Register;
use chrono::{DateTime, FixedOffset, NaiveDate};
use complaint::{ComplaintId, DocumentId, ErasureGround, Kind};
use rusqlite::Connection;
use std::collections::HashSet;
use uuid::Uuid;

/// What emptying the trash erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Numbers of the complaints whose content is gone; they stay used.
    pub numbers: Vec<String>,
    /// Documents that lay in the trash of cases that stay.
    pub single: Vec<TrashedDocument>,
    /// Complaints that stay in the trash because they were answered or closed.
    pub kept: u64,
    /// Complaints, and documents of others, that stay in the trash because an order keeps the case.
    pub held: u64,
    /// Complaints that stay in the trash because an act has them kept, and nobody said why they may go.
    pub by_law: u64,
    /// Documents, those of erased complaints among them.
    pub documents: u64,
    /// Bytes of content that nothing names any more.
    pub bytes: u64,
}

/// A document in the trash of a case that stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrashedDocument {
    pub complaint: ComplaintId,
    /// The number of its case.
    pub number: String,
    pub document: DocumentId,
    /// The name it came with, made harmless.
    pub name: String,
    pub bytes: u64,
    pub trashed_at: DateTime<FixedOffset>,
    /// Whether an order keeps its case.
    pub held: bool,
}

/// Kinds of complaints that an act has kept, as the statements take them.
fn listed(kinds: &[Kind]) -> String {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    serde_json::json!(words).to_string()
}

/// What emptying would erase on a day, and the complaints themselves; bytes are not counted.
fn doomed(
    conn: &Connection,
    today: NaiveDate,
    by_law: &[Kind],
) -> Result<(Erased, Vec<ComplaintId>)> {
    let mut erased = Erased::default();
    let mut ids = Vec::new();
    let mut statement = conn.prepare_cached(include_str!("trash_complaints.sql"))?;
    let mut rows = statement.query([today.to_string(), listed(by_law)])?;
    while let Some(row) = rows.next()? {
        let (held, answered): (bool, bool) = (row.get("held")?, row.get("answered")?);
        if held {
            erased.held += 1;
        } else if answered {
            erased.kept += 1;
        } else if row.get("by_law")? {
            erased.by_law += 1;
        } else {
            ids.push(ComplaintId(Uuid::from_bytes(row.get("id")?)));
            erased.numbers.push(row.get("number")?);
            erased.documents += row.get::<_, i64>("documents")?.unsigned_abs();
        }
    }
    for document in single_trashed(conn, today)? {
        if ids.contains(&document.complaint) {
            continue;
        }
        if document.held {
            erased.held += 1;
        } else {
            erased.documents += 1;
            erased.single.push(document);
        }
    }
    Ok((erased, ids))
}

/// Which changes the journal loses with what emptying would erase: given their places and their rows.
fn changes_going(
    conn: &Connection,
    erased: &Erased,
    complaints: &[ComplaintId],
) -> Result<impl Fn(i64, &str) -> bool> {
    let mut of_case = conn.prepare_cached(include_str!("../erasure/changes_of_case.sql"))?;
    let mut going = HashSet::new();
    for id in complaints {
        let seqs = of_case.query_map([blob(id.0)], |row| row.get::<_, i64>(0))?;
        going.extend(seqs.collect::<rusqlite::Result<Vec<_>>>()?);
    }
    let single = erased.single.iter();
    let single: Vec<String> = single.map(|found| found.document.to_string()).collect();
    Ok(move |seq, body: &str| {
        let mut single = single.iter();
        going.contains(&seq) || single.any(|document| body.contains(document.as_str()))
    })
}

/// The documents in the trash, in the order of their cases.
fn single_trashed(conn: &Connection, today: NaiveDate) -> Result<Vec<TrashedDocument>> {
    let mut statement = conn.prepare_cached(include_str!("trash_documents.sql"))?;
    let mut rows = statement.query([today.to_string()])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(TrashedDocument {
            complaint: ComplaintId(Uuid::from_bytes(row.get("complaint_id")?)),
            number: row.get("number")?,
            document: DocumentId(Uuid::from_bytes(row.get("id")?)),
            name: row.get("name")?,
            bytes: u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or(0),
            trashed_at: read_time(&row.get::<_, String>("trashed_at")?)?,
            held: row.get("held")?,
        });
    }
    Ok(out)
}

impl Register {
    /// What emptying the trash would erase on a day; told where nothing can be written, too. Of the kinds that an
    /// act has kept only what somebody gave a reason for goes.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn trash_contents(&self, today: NaiveDate, by_law: &[Kind]) -> Result<Erased> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let (mut erased, complaints) = doomed(&tx, today, by_law)?;
        let used = images_in_use(&tx)?;
        let unused: Vec<(String, i64)> = tx
            .prepare_cached(include_str!("content_unused_then.sql"))?
            .query_map([today.to_string(), listed(by_law)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        let undoable = match unused.is_empty() {
            true => HashSet::new(),
            false => named_in_journal(&tx, changes_going(&tx, &erased, &complaints)?)?,
        };
        for (sha256, bytes) in unused {
            if !used.contains(&sha256)
                && !undoable.contains(&sha256)
                && !self.drafts_mention(&sha256)?
            {
                erased.bytes += u64::try_from(bytes).unwrap_or(0);
            }
        }
        Ok(erased)
    }

    /// The documents in the trash of cases that stay or go, those that an order keeps among them.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn documents_trashed(&self, today: NaiveDate) -> Result<Vec<TrashedDocument>> {
        single_trashed(&self.reader(), today)
    }

    /// Erases what lies in the trash: documents, and complaints on which no
    /// letter was issued, with everything on them and what the journal keeps
    /// of their words; what an order keeps stays, and of the kinds that an act has kept what
    /// nobody gave a reason for. Numbers stay used. It can't be undone.
    ///
    /// # Errors
    /// Those of the database and the disk.
    pub fn trash_empty(&self, by: &By, by_law: &[Kind]) -> Result<(Erased, Done)> {
        self.trash_empty_where(by, by_law, |_| true)
    }

    /// The same, where what goes is still what somebody saw of it.
    ///
    /// # Errors
    /// [`RegisterError::TrashChanged`]; those of the database and the disk.
    pub fn trash_empty_as_seen(
        &self,
        by: &By,
        by_law: &[Kind],
        seen: &Erased,
    ) -> Result<(Erased, Done)> {
        self.trash_empty_where(by, by_law, |erased| erased == seen)
    }

    fn trash_empty_where(
        &self,
        by: &By,
        by_law: &[Kind],
        agreed: impl Fn(&Erased) -> bool,
    ) -> Result<(Erased, Done)> {
        let (erased, done) = self.transact(by, Op::TrashEmpty, |change| {
            let (mut erased, complaints) = doomed(change.tx, by.now.date_naive(), by_law)?;
            let wiped = change.erase(&Doomed {
                ground: ErasureGround::Trash,
                complaints,
                documents: erased.single.iter().map(|found| found.document).collect(),
                by_itself: false,
                repeats: Vec::new(),
            })?;
            erased.bytes = wiped.bytes;
            if agreed(&erased) {
                Ok(erased)
            } else {
                Err(RegisterError::TrashChanged)
            }
        })?;
        // The change is made. What can't be removed now goes when the office is opened next.
        let _ = self.traces_remove();
        Ok((erased, done))
    }
}
