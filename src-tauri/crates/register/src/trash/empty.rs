//! Emptying the trash.

use crate::database::value::{read_time, time};
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::{By, Op};
use crate::journal::transact::Done;
use crate::office::profile::images_in_use;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, DocumentId};
use rusqlite::{Connection, TransactionBehavior, params};
use serde_json::json;
use std::collections::BTreeMap;
use uuid::Uuid;

/// What emptying the trash erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Numbers of the complaints whose content is gone; they stay used.
    pub numbers: Vec<String>,
    /// Documents that lay in the trash of cases that stay.
    pub single: Vec<TrashedDocument>,
    /// Complaints that stay in the trash because a letter was issued on them.
    pub kept: u64,
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
}

/// How many documents of each case, by its number.
fn documents_of(single: &[TrashedDocument]) -> BTreeMap<&str, u64> {
    let mut of = BTreeMap::new();
    for document in single {
        *of.entry(document.number.as_str()).or_default() += 1;
    }
    of
}

impl Change<'_> {
    /// Erases what lies in the trash. Gives with it the content that no record
    /// names any more, to be removed once the change is made.
    fn trash_empty(&mut self) -> Result<(Erased, Vec<String>)> {
        self.for_good(Op::TrashEmpty)?;

        let tx = self.tx;
        let mut erased = Erased::default();
        let doomed: Vec<(i64, [u8; 16], String)> = tx
            .prepare_cached(include_str!("trash_complaints.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut ids = Vec::new();
        for (serial, id, number) in doomed {
            for sql in [
                "DELETE FROM demand WHERE complaint = ?1",
                "DELETE FROM diary WHERE complaint = ?1",
                "DELETE FROM note WHERE complaint = ?1",
                "DELETE FROM approval WHERE complaint = ?1",
                "DELETE FROM form WHERE complaint = ?1",
                "DELETE FROM clock_pause WHERE complaint = ?1",
                "DELETE FROM clock WHERE complaint = ?1",
                "DELETE FROM letter WHERE complaint = ?1",
            ] {
                tx.prepare_cached(sql)?.execute([serial])?;
            }
            erased.documents += tx
                .prepare_cached("DELETE FROM document WHERE complaint = ?1")?
                .execute([serial])? as u64;
            tx.prepare_cached("DELETE FROM words WHERE rowid = ?1")?
                .execute([serial])?;
            tx.prepare_cached("DELETE FROM listing WHERE serial = ?1")?
                .execute([serial])?;
            tx.prepare_cached(include_str!("change_erase.sql"))?
                .execute([&id[..]])?;
            tx.prepare_cached("DELETE FROM complaint WHERE serial = ?1")?
                .execute([serial])?;
            tx.prepare_cached(
                "INSERT INTO spent_number (number, at, complaint) VALUES (?1, ?2, ?3)",
            )?
            .execute(params![number, time(self.by.now), &id[..]])?;
            ids.push(ComplaintId(Uuid::from_bytes(id)).to_string());
            erased.numbers.push(number);
        }
        erased.single = single_trashed(tx)?;
        erased.documents += tx
            .prepare_cached("DELETE FROM document WHERE trashed_at IS NOT NULL")?
            .execute([])? as u64;
        tx.prepare_cached(include_str!("person_sweep.sql"))?
            .execute([])?;
        let used = images_in_use(tx)?;
        let unused: Vec<(String, i64)> = tx
            .prepare_cached(include_str!("content_unused.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut orphans = Vec::new();
        for (sha256, bytes) in unused {
            if !used.contains(&sha256) && !self.register.drafts_mention(&sha256)? {
                tx.prepare_cached("DELETE FROM content WHERE sha256 = ?1")?
                    .execute([&sha256])?;
                erased.bytes += u64::try_from(bytes).unwrap_or(0);
                orphans.push(sha256);
            }
        }
        erased.kept = tx
            .prepare_cached("SELECT count(*) FROM complaint WHERE trashed_at IS NOT NULL")?
            .query_row([], |row| row.get::<_, i64>(0))?
            .try_into()
            .unwrap_or(0);
        if erased.documents + erased.bytes > 0 || !ids.is_empty() {
            self.detail(
                Op::TrashEmpty,
                json!({
                    "complaints": ids,
                    "numbers": erased.numbers,
                    "documents": erased.documents,
                    "documents_of": documents_of(&erased.single),
                    "bytes": erased.bytes,
                }),
            );
        }
        Ok((erased, orphans))
    }
}

/// The documents in the trash, in the order of their cases.
fn single_trashed(conn: &Connection) -> Result<Vec<TrashedDocument>> {
    let mut statement = conn.prepare_cached(include_str!("trash_documents.sql"))?;
    let mut rows = statement.query([])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(TrashedDocument {
            complaint: ComplaintId(Uuid::from_bytes(row.get("complaint_id")?)),
            number: row.get("number")?,
            document: DocumentId(Uuid::from_bytes(row.get("id")?)),
            name: row.get("name")?,
            bytes: u64::try_from(row.get::<_, i64>("bytes")?).unwrap_or(0),
            trashed_at: read_time(&row.get::<_, String>("trashed_at")?)?,
        });
    }
    Ok(out)
}

impl Register {
    /// What emptying the trash would erase now; told where nothing can be written, too.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn trash_contents(&self) -> Result<Erased> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let mut erased = Erased::default();
        let doomed: Vec<(i64, ComplaintId, String)> = tx
            .prepare_cached(include_str!("trash_complaints.sql"))?
            .query_map([], |row| {
                let id = ComplaintId(Uuid::from_bytes(row.get(1)?));
                Ok((row.get(0)?, id, row.get(2)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        erased.single = single_trashed(&tx)?;
        erased
            .single
            .retain(|document| !doomed.iter().any(|(_, id, _)| *id == document.complaint));
        erased.documents = erased.single.len() as u64;
        for (serial, _, number) in doomed {
            erased.documents += tx
                .prepare_cached("SELECT count(*) FROM document WHERE complaint = ?1")?
                .query_row([serial], |row| row.get::<_, i64>(0))?
                .unsigned_abs();
            erased.numbers.push(number);
        }
        let used = images_in_use(&tx)?;
        let unused: Vec<(String, i64)> = tx
            .prepare_cached(include_str!("content_unused_then.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        for (sha256, bytes) in unused {
            if !used.contains(&sha256) && !self.drafts_mention(&sha256)? {
                erased.bytes += u64::try_from(bytes).unwrap_or(0);
            }
        }
        let trashed = tx
            .prepare_cached("SELECT count(*) FROM complaint WHERE trashed_at IS NOT NULL")?
            .query_row([], |row| row.get::<_, i64>(0))?
            .unsigned_abs();
        erased.kept = trashed - erased.numbers.len() as u64;
        Ok(erased)
    }

    /// Erases what lies in the trash: documents, and complaints on which no
    /// letter was issued, with everything on them and what the journal keeps
    /// of their words. Numbers stay used. It can't be undone.
    ///
    /// # Errors
    /// Those of the database and the disk.
    pub fn trash_empty(&self, by: &By) -> Result<(Erased, Done)> {
        self.trash_empty_where(by, |_| true)
    }

    /// The same, where what goes is still what somebody saw of it.
    ///
    /// # Errors
    /// [`RegisterError::TrashChanged`]; those of the database and the disk.
    pub fn trash_empty_as_seen(&self, by: &By, seen: &Erased) -> Result<(Erased, Done)> {
        self.trash_empty_where(by, |erased| erased == seen)
    }

    fn trash_empty_where(
        &self,
        by: &By,
        agreed: impl Fn(&Erased) -> bool,
    ) -> Result<(Erased, Done)> {
        let ((erased, unnamed), done) = self.transact(by, Op::TrashEmpty, |change| {
            let (erased, unnamed) = change.trash_empty()?;
            if agreed(&erased) {
                Ok((erased, unnamed))
            } else {
                Err(RegisterError::TrashChanged)
            }
        })?;
        // The change is made. Content that can't be removed now is named by
        // nothing and goes with the next sweep.
        let _ = self.remove_unnamed(&unnamed);
        Ok((erased, done))
    }

    /// Removes content that no record names any more: after the change that
    /// freed it is on the disk, and while nobody can add a record that names
    /// it anew.
    fn remove_unnamed(&self, contents: &[String]) -> Result<()> {
        let mut conn = self.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for sha256 in contents {
            let named: bool = tx
                .prepare_cached(include_str!("../document/content_known.sql"))?
                .query_row([sha256], |row| row.get(0))?;
            if !named {
                self.store.remove(sha256)?;
            }
        }
        Ok(())
    }
}
