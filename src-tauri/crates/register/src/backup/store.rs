//! Backups: a consistent copy of the database beside a store of the documents,
//! checked by hash, and marked as finished only at the very end.
//!
//! A backup folder holds `documents/` once for all backups in it, and a folder
//! for each backup with its database and its manifest. A document is copied
//! once, so that a daily backup costs what the day brought.

use crate::database::value::read_time;
use crate::error::{RegisterError, Result};
use crate::store::content::Store;
use crate::store::scratch::Scratch;
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

pub(crate) const MANIFEST: &str = "manifest.json";

pub(crate) const FORMAT: u32 = 1;

/// A backup whose manifest is written, which is the last thing that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The folder that [`crate::Register::backup_restore`] takes.
    pub dir: PathBuf,
    /// When it was begun; the records are those of that moment.
    pub at: DateTime<FixedOffset>,
    pub journal_rows: i64,
    /// Pieces of content in it.
    pub documents: u64,
    /// Bytes of its database and its documents.
    pub bytes: u64,
}

#[derive(Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub format: u32,
    pub at: String,
    pub journal_rows: i64,
    pub journal_head: String,
    pub database_sha256: String,
    pub database_bytes: u64,
    pub documents: u64,
    pub document_bytes: u64,
}

pub(crate) fn contents(conn: &Connection) -> Result<Vec<(String, u64)>> {
    conn.prepare(include_str!("../document/contents.sql"))?
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?
        .map(|found| found.map(|(sha, bytes)| (sha, u64::try_from(bytes).unwrap_or(0))))
        .collect::<Result<_, _>>()
        .map_err(Into::into)
}

/// Sees that `to` holds the content: copies it unless a copy of the right
/// length lies there, and reads what it copied back.
pub(crate) fn copy_content(
    from: &Store,
    to: &Store,
    scratch: &Scratch,
    sha256: &str,
    bytes: u64,
) -> Result<()> {
    if to.length(sha256).is_ok_and(|length| length == bytes) {
        return Ok(());
    }
    let taken = to.take(from.read(sha256)?, &scratch.fresh(), &|_| {
        ControlFlow::Continue(())
    })?;
    if taken.sha256 != sha256 {
        to.remove(&taken.sha256)?;
        return Err(RegisterError::Altered(sha256.to_owned()));
    }
    let (read_back, _) = Store::hash_of(to.read(sha256)?)?;
    if read_back == sha256 {
        Ok(())
    } else {
        Err(RegisterError::Altered(sha256.to_owned()))
    }
}

pub(crate) fn read_manifest(dir: &Path) -> Result<(Manifest, Backup)> {
    let manifest: Manifest = match fs::read(dir.join(MANIFEST)) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|_| RegisterError::NotABackup)?,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(RegisterError::NotABackup);
        }
        Err(error) => return Err(error.into()),
    };
    if manifest.format != FORMAT {
        return Err(RegisterError::NotABackup);
    }
    let backup = Backup {
        dir: dir.to_owned(),
        at: read_time(&manifest.at)?,
        journal_rows: manifest.journal_rows,
        documents: manifest.documents,
        bytes: manifest.database_bytes + manifest.document_bytes,
    };
    Ok((manifest, backup))
}

pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}
