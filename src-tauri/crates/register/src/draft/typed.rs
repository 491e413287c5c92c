//! What is being typed: drafts of forms and of letters' text. They are no
//! records and have no journal, but they outlive a killed program.

use crate::cipher::keys::{Cipher, DatabaseKind};
use crate::database::connection::open_alone;
use crate::database::folder::{private_file, set_aside};
use crate::database::schema::{distrust, expect};
use crate::database::value::{read_time, time};
use crate::error::{RegisterError, Result};
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value as Json;
use std::path::{Path, PathBuf};
use std::time::Duration;

const TABLES: &str = include_str!("drafts.sql");

/// A draft as it was last put by.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it is a draft of, by the host's own key: `complaint/new`, `letter/…`.
    pub key: String,
    /// What was typed, as the host wrote it.
    pub body: Json,
    /// When it was last put by.
    pub at: DateTime<FixedOffset>,
}

/// Opens the drafts; a file that is damaged, or not of this program's making,
/// is put aside if it may be, and its new name is given.
pub(crate) fn drafts_open(
    path: &Path,
    cipher: &Cipher,
    may_set_aside: bool,
    now: DateTime<FixedOffset>,
) -> Result<(Connection, Option<PathBuf>)> {
    match opened(path, cipher) {
        Ok(conn) => Ok((conn, None)),
        Err(RegisterError::Corrupt(_) | RegisterError::ForeignSchema(_)) if may_set_aside => {
            let aside = set_aside(path, now)?;
            for beside in ["sqlite-wal", "sqlite-shm", "sqlite-journal"] {
                let beside = path.with_extension(beside);
                if beside.exists() {
                    set_aside(&beside, now)?;
                }
            }
            Ok((opened(path, cipher)?, Some(aside)))
        }
        Err(error) => Err(error),
    }
}

fn opened(path: &Path, cipher: &Cipher) -> Result<Connection> {
    private_file(path)?;
    let conn = Connection::open(path)?;
    cipher.give(&conn, DatabaseKind::Drafts)?;
    distrust(&conn)?;
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    // A killed program loses nothing this way; only a power cut may lose the last words.
    conn.pragma_update(None, "synchronous", "NORMAL")?;
    // What is deleted is overwritten.
    conn.pragma_update(None, "secure_delete", true)?;
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(RegisterError::Corrupt(found));
    }
    conn.execute_batch(TABLES)?;
    expect(&conn, TABLES)?;
    Ok(conn)
}

/// The drafts of an office that nothing can be written to: those that can be
/// read, and room for others while the program runs.
pub(crate) fn drafts_in_memory(path: &Path, cipher: &Cipher) -> Result<Connection> {
    let conn = Connection::open_in_memory()?;
    distrust(&conn)?;
    conn.execute_batch(TABLES)?;
    // Damaged ones are no reason to keep the records shut.
    for (key, body, at) in kept(path, cipher).unwrap_or_default() {
        conn.prepare_cached(include_str!("draft_put.sql"))?
            .execute([key, body, at])?;
    }
    Ok(conn)
}

fn kept(path: &Path, cipher: &Cipher) -> Result<Vec<(String, String, String)>> {
    let conn = open_alone(path, cipher, DatabaseKind::Drafts)?;
    let mut all = conn.prepare(include_str!("draft_all.sql"))?;
    let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn draft((key, body, at): (String, String, String)) -> Result<Draft> {
    Ok(Draft {
        key,
        body: serde_json::from_str(&body)?,
        at: read_time(&at)?,
    })
}

impl Register {
    /// Puts a draft by, in place of the one under the same key.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn draft_put(&self, key: &str, body: &Json, now: DateTime<FixedOffset>) -> Result<()> {
        self.draft_store()
            .prepare_cached(include_str!("draft_put.sql"))?
            .execute(params![key, serde_json::to_string(body)?, time(now)])?;
        Ok(())
    }

    /// The draft under a key.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn draft_get(&self, key: &str) -> Result<Option<Draft>> {
        self.draft_store()
            .prepare_cached(include_str!("draft_get.sql"))?
            .query_row([key], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .optional()?
            .map(draft)
            .transpose()
    }

    /// Throws a draft away; whether there was one.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn draft_delete(&self, key: &str) -> Result<bool> {
        Ok(self
            .draft_store()
            .prepare_cached(include_str!("draft_delete.sql"))?
            .execute([key])?
            > 0)
    }

    /// Every draft, the latest first.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn drafts(&self) -> Result<Vec<Draft>> {
        self.draft_store()
            .prepare_cached(include_str!("draft_all.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .map(|found| draft(found?))
            .collect()
    }

    /// Every draft as it is written: its key, and its JSON.
    pub(crate) fn drafts_written(&self) -> Result<Vec<(String, String)>> {
        let conn = self.draft_store();
        let mut all = conn.prepare_cached(include_str!("draft_all.sql"))?;
        let rows = all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// Throws drafts away so that nothing of them stays in the file or its log.
    pub(crate) fn drafts_forget(&self, keys: &[String]) -> Result<()> {
        let conn = self.draft_store();
        for key in keys {
            conn.prepare_cached(include_str!("draft_delete.sql"))?
                .execute([key])?;
        }
        // Drafts that were thrown away before deleting overwrote may stand in free pages.
        conn.execute_batch("VACUUM")?;
        conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Whether these words stand in some draft, so that what they name is wanted yet.
    ///
    /// # Errors
    /// Those of reading the drafts.
    pub fn drafts_mention(&self, words: &str) -> Result<bool> {
        Ok(self
            .draft_store()
            .prepare_cached(include_str!("draft_mentions.sql"))?
            .query_row([words], |row| row.get(0))?)
    }
}
