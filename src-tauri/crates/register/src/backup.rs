//! Backups: a consistent copy of the database beside a store of the documents,
//! checked by hash, and marked as finished only at the very end.
//!
//! A backup folder holds `documents/` once for all backups in it, and a folder
//! for each backup with its database and its manifest. A document is copied
//! once, so that a daily backup costs what the day brought.

use crate::database;
use crate::documents::{Scratch, Store};
use crate::error::{RegisterError, Result};
use crate::journal::{self, hex};
use crate::register::{DATABASE, Register, private_dir};
use crate::text::{read_time, time};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const MANIFEST: &str = "manifest.json";
const HEADS: &str = "heads.jsonl";
const FORMAT: u32 = 1;

/// A finished backup.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The folder that [`Register::backup_restore`] takes.
    pub dir: PathBuf,
    /// When it was made.
    pub at: DateTime<FixedOffset>,
    /// Rows of the journal in it.
    pub journal_rows: i64,
    /// Pieces of content in it.
    pub documents: u64,
    /// Bytes of its database and its documents.
    pub bytes: u64,
}

#[derive(Serialize, Deserialize)]
struct Manifest {
    format: u32,
    at: String,
    journal_rows: i64,
    journal_head: String,
    database_sha256: String,
    database_bytes: u64,
    documents: u64,
    document_bytes: u64,
}

/// What the office itself remembers of a backup, to see whether the journal
/// was cut off or changed since.
#[derive(Serialize, Deserialize)]
struct Head {
    seq: i64,
    hash: String,
    at: String,
    dir: PathBuf,
}

fn contents(conn: &Connection) -> Result<Vec<(String, u64)>> {
    conn.prepare(include_str!("sql/contents.sql"))?
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?
        .map(|found| found.map(|(sha, bytes)| (sha, u64::try_from(bytes).unwrap_or(0))))
        .collect::<Result<_, _>>()
        .map_err(Into::into)
}

/// Sees that `to` holds the content: copies it unless a copy of the right
/// length lies there, and reads what it copied back.
fn bring(from: &Store, to: &Store, scratch: &Scratch, sha256: &str, bytes: u64) -> Result<()> {
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

fn read_manifest(dir: &Path) -> Result<(Manifest, Backup)> {
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

fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = File::options().write(true).create_new(true).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    Ok(())
}

impl Register {
    /// Makes a backup in `to`. `progress` gets pieces of content done and of
    /// how many, and may stop it; an unfinished backup is removed again.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], [`RegisterError::DiskFull`],
    /// [`RegisterError::MissingFile`] or [`RegisterError::Altered`] when the
    /// store itself is damaged.
    pub fn backup_create(
        &self,
        to: &Path,
        now: DateTime<FixedOffset>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        private_dir(to)?;
        let stamp = now.format("%Y-%m-%d-%H%M%S").to_string();
        let mut dir = to.join(&stamp);
        let mut again = 1;
        while dir.exists() {
            again += 1;
            dir = to.join(format!("{stamp}-{again}"));
        }
        private_dir(&dir)?;
        let made = self.backup_into(to, &dir, now, progress);
        if made.is_err() {
            // The documents that were copied serve the next backup.
            let _ = fs::remove_dir_all(&dir);
        }
        made
    }

    fn backup_into(
        &self,
        to: &Path,
        dir: &Path,
        now: DateTime<FixedOffset>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        let database = dir.join(DATABASE);
        database::copy_into(&self.reader(), &database)?;
        let copy = database::open_copy(&database)?;
        let (seq, hash) = journal::head(&copy)?;
        let contents = contents(&copy)?;
        drop(copy);
        let store = Store::open(&to.join("documents"))?;
        let scratch = Scratch::open(&dir.join("scratch"), false)?;
        let of = contents.len() as u64;
        for (done, (sha256, bytes)) in (0u64..).zip(&contents) {
            if progress(done, of).is_break() {
                return Err(RegisterError::Cancelled);
            }
            bring(&self.store, &store, &scratch, sha256, *bytes)?;
        }
        fs::remove_dir_all(dir.join("scratch"))?;
        let (database_sha256, database_bytes) = Store::hash_of(File::open(&database)?)?;
        let manifest = Manifest {
            format: FORMAT,
            at: time(now),
            journal_rows: seq,
            journal_head: hex(&hash),
            database_sha256,
            database_bytes,
            documents: of,
            document_bytes: contents.iter().map(|(_, bytes)| bytes).sum(),
        };
        write_new(&dir.join(MANIFEST), &serde_json::to_vec_pretty(&manifest)?)?;
        crate::documents::sync_dir(dir)?;
        crate::documents::sync_dir(to)?;
        self.remember_head(&Head {
            seq,
            hash: manifest.journal_head.clone(),
            at: manifest.at.clone(),
            dir: dir.to_owned(),
        })?;
        let _ = progress(of, of);
        Ok(read_manifest(dir)?.1)
    }

    fn remember_head(&self, head: &Head) -> Result<()> {
        let mut line = serde_json::to_vec(head)?;
        line.push(b'\n');
        let mut file = File::options()
            .create(true)
            .append(true)
            .open(self.dir().join("backups").join(HEADS))?;
        file.write_all(&line)?;
        file.sync_all()?;
        Ok(())
    }

    fn heads(&self) -> Result<Vec<Head>> {
        let text = match fs::read_to_string(self.dir().join("backups").join(HEADS)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        // A line that a killed program left half written says nothing.
        Ok(text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect())
    }

    /// Place and hash of the journal's end at each backup, in order of place.
    pub(crate) fn backup_heads(&self) -> Result<Vec<(i64, String)>> {
        let mut heads: Vec<_> = self
            .heads()?
            .into_iter()
            .map(|head| (head.seq, head.hash))
            .collect();
        heads.sort();
        heads.dedup();
        Ok(heads)
    }

    /// The backups made of this office that can be found now, newest first.
    ///
    /// # Errors
    /// Those of reading the office's own list.
    pub fn backup_list(&self) -> Result<Vec<Backup>> {
        let mut found: Vec<Backup> = self
            .heads()?
            .into_iter()
            .filter_map(|head| read_manifest(&head.dir).ok())
            .map(|(_, backup)| backup)
            .collect();
        found.reverse();
        Ok(found)
    }

    /// Restores a backup into a folder that is new or empty, reading every
    /// piece again, and gives what it holds. The office it was made of is not
    /// touched.
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`], [`RegisterError::NotEmpty`],
    /// [`RegisterError::Altered`], [`RegisterError::MissingFile`],
    /// [`RegisterError::DiskFull`].
    pub fn backup_restore(
        from: &Path,
        to: &Path,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        let (manifest, backup) = read_manifest(from)?;
        if to.exists() && fs::read_dir(to)?.next().is_some() {
            return Err(RegisterError::NotEmpty);
        }
        private_dir(to)?;
        let restored = restore_into(from, to, &manifest, progress);
        if restored.is_err() {
            // The folder was empty before, so nothing of anybody's is lost.
            let _ = fs::remove_dir_all(to);
        }
        restored.map(|()| backup)
    }
}

fn restore_into(
    from: &Path,
    to: &Path,
    manifest: &Manifest,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<()> {
    // Under another name until it is whole, so that half an office never opens.
    let database = to.join("restoring.sqlite");
    let mut kept = File::open(from.join(DATABASE)).map_err(|_| RegisterError::NotABackup)?;
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .open(&database)?;
    std::io::copy(&mut kept, &mut file)?;
    file.sync_all()?;
    drop(file);
    if Store::hash_of(File::open(&database)?)?.0 != manifest.database_sha256 {
        return Err(RegisterError::Altered(manifest.database_sha256.clone()));
    }
    let contents = contents(&database::open_copy(&database)?)?;
    let shelf = from
        .parent()
        .ok_or(RegisterError::NotABackup)?
        .join("documents");
    let (kept, store) = (Store::open(&shelf)?, Store::open(&to.join("documents"))?);
    let scratch = Scratch::open(&to.join("scratch"), false)?;
    let of = contents.len() as u64;
    for (done, (sha256, bytes)) in (0u64..).zip(&contents) {
        if progress(done, of).is_break() {
            return Err(RegisterError::Cancelled);
        }
        bring(&kept, &store, &scratch, sha256, *bytes)?;
    }
    fs::rename(&database, to.join(DATABASE))?;
    crate::documents::sync_dir(to)?;
    Ok(())
}
