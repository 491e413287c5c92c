//! What a backup holds, and what the records have beyond it.

use crate::backup::shelf::{count_of, founded};
use crate::backup::store::{database_of, read_manifest};
use crate::cipher::way_in::cipher_of;
use crate::database::connection::open_copy;
use crate::error::Result;
use crate::journal::chain::journal_head;
use crate::register::{DATABASE, Register};
use rusqlite::Connection;
use std::collections::HashSet;
use std::path::Path;

/// What is in a backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Those in the trash among them.
    pub complaints: u64,
    /// Issued letters in the backup.
    pub letters: u64,
    /// Pieces of content that its records name.
    pub documents: u64,
}

/// What records have that a backup does not have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// Whether the backup is of another office altogether.
    pub other_office: bool,
    /// Numbers of complaints, the oldest first.
    pub complaints: Vec<String>,
    /// Numbers of issued letters, the oldest first.
    pub letters: Vec<String>,
    /// Changes that were written since; negative where the backup has more.
    pub changes: i64,
    /// Whether neither is what the other was once: each has rows of the journal that the other has not.
    pub parted: bool,
    /// Complaints that the backup has and the records have not.
    pub only_in_backup: u64,
}

impl Register {
    /// Looks into a backup without changing a byte of it.
    ///
    /// # Errors
    /// [`crate::RegisterError::NotABackup`], [`crate::RegisterError::ForeignSchema`]
    /// and those of the disk.
    pub fn backup_holding(copy: &Path) -> Result<Holding> {
        read_manifest(copy)?;
        database_of(copy)?;
        let conn = open_copy(&copy.join(DATABASE), &cipher_of(copy)?)?;
        Ok(Holding {
            complaints: count_of(&conn, "SELECT count(*) FROM complaint")?,
            letters: count_of(
                &conn,
                "SELECT count(*) FROM letter WHERE number IS NOT NULL",
            )?,
            documents: count_of(&conn, "SELECT count(*) FROM content")?,
        })
    }

    /// Compares the records with a backup.
    ///
    /// # Errors
    /// As [`Register::backup_holding`].
    pub fn backup_compare(&self, copy: &Path) -> Result<Beyond> {
        read_manifest(copy)?;
        database_of(copy)?;
        let copy = open_copy(&copy.join(DATABASE), &cipher_of(copy)?)?;
        let reader = self.reader();
        let now = reader.unchecked_transaction()?;
        let (complaints, then) = (complaints(&now)?, ids(complaints(&copy)?));
        let only_in_backup = {
            let now: HashSet<&[u8; 16]> = complaints.iter().map(|(id, _)| id).collect();
            then.iter().filter(|id| !now.contains(id)).count() as u64
        };
        let letters_then = ids(letters(&copy)?);
        let other_office = founded(&now)? != founded(&copy)?;
        let (head, head_then) = (journal_head(&now)?, journal_head(&copy)?);
        let (longer, shorter) = if head.0 < head_then.0 {
            (&copy, &head)
        } else {
            (&*now, &head_then)
        };
        Ok(Beyond {
            other_office,
            parted: !other_office && !passed(longer, shorter)?,
            complaints: beyond(complaints, &then),
            letters: beyond(letters(&now)?, &letters_then),
            changes: head.0 - head_then.0,
            only_in_backup,
        })
    }
}

/// Whether a journal once ended with that row.
fn passed(conn: &Connection, head: &(i64, Vec<u8>)) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM journal WHERE seq = ?1 AND hash = ?2)";
    Ok(conn.query_row(sql, (head.0, &head.1), |row| row.get(0))?)
}

type Numbered = Vec<([u8; 16], String)>;

fn complaints(conn: &Connection) -> Result<Numbered> {
    numbered(conn, "SELECT id, number FROM complaint ORDER BY serial")
}

fn letters(conn: &Connection) -> Result<Numbered> {
    numbered(
        conn,
        "SELECT id, number FROM letter WHERE number IS NOT NULL ORDER BY issued_at, number",
    )
}

fn numbered(conn: &Connection, sql: &str) -> Result<Numbered> {
    conn.prepare(sql)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .map(|found| Ok(found?))
        .collect()
}

fn ids(numbered: Numbered) -> HashSet<[u8; 16]> {
    numbered.into_iter().map(|(id, _)| id).collect()
}

fn beyond(now: Numbered, then: &HashSet<[u8; 16]>) -> Vec<String> {
    now.into_iter()
        .filter(|(id, _)| !then.contains(id))
        .map(|(_, number)| number)
        .collect()
}
