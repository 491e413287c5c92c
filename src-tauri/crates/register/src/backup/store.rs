//! Backups: a consistent copy of the database beside a store of the documents,
//! checked by hash, and marked as finished only at the very end.
//!
//! A backup folder holds `documents/` once for all backups in it, and a folder
//! for each backup with its database and its manifest. A document is copied
//! once, so that a daily backup costs what the day brought.

use crate::backup::content::{LossReason, LostContent};
use crate::cipher::keys::Cipher;
use crate::cipher::way_in::cipher_of;
use crate::database::folder::{fresh_file, is_plain_dir, is_plain_file, open_plain, read_small};
use crate::database::value::{read_time, time};
use crate::error::{RegisterError, Result};
use crate::own_files::KEYS;
use crate::register::DATABASE;
use crate::store::content::Store;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

pub(crate) const MANIFEST: &str = "manifest.json";

/// The list of all content that the backup's records name, one hash a line.
pub(crate) const CONTENTS: &str = "contents";

pub(crate) const VERIFIED: &str = "verified.json";

/// What is being written, until it is whole.
pub(crate) const PART: &str = "part";

pub(crate) const FORMAT: u32 = 1;

/// A backup whose manifest is written, which is the last thing that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// The folder that [`crate::Register::backup_restore`] takes.
    pub dir: PathBuf,
    /// When it was begun; the records are those of that moment.
    pub at: DateTime<FixedOffset>,
    pub journal_rows: i64,
    /// Pieces of content in it, each read through and whole.
    pub documents: u64,
    /// Bytes of its database and of those documents.
    pub bytes: u64,
    /// Bytes of the one file that no other backup shares.
    pub database_bytes: u64,
    /// Content that its records name and that it does not hold.
    pub lost: Vec<LostContent>,
    /// Names the office it was made of; none in copies of earlier programs.
    pub office: Option<String>,
    /// Complaints in it, those in the trash among them; unknown in copies of earlier programs.
    pub complaints: Option<u64>,
    /// When it was last read through and found as it was made.
    pub verified: DateTime<FixedOffset>,
    /// Whether its database does not lie there in the length it was made with.
    pub damaged: bool,
    /// Whether it is locked with a password: that of the day it was made.
    pub locked: bool,
}

impl Backup {
    /// Whether it holds all that its records name, as far as can be told without reading it.
    pub fn is_whole(&self) -> bool {
        self.lost.is_empty() && !self.damaged
    }
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
    #[serde(default)]
    pub lost: Vec<LostContent>,
    /// The same of a locked office, encrypted: it names documents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed_lost: Option<String>,
    /// The hash of the journal's first row, which no two offices have alike.
    #[serde(default)]
    pub office: Option<String>,
    #[serde(default)]
    pub complaints: Option<u64>,
    /// The hash of the list of all content that its records name.
    #[serde(default)]
    pub contents_sha256: Option<String>,
}

/// When a backup was read through after it was made; it stands beside the manifest.
#[derive(Serialize, Deserialize)]
struct Verified {
    at: String,
}

/// Writes down that a backup was read through and found as it was made.
pub(crate) fn write_verified(dir: &Path, now: DateTime<FixedOffset>) -> Result<()> {
    let verified = Verified { at: time(now) };
    write_whole(&dir.join(VERIFIED), &serde_json::to_vec(&verified)?)
}

fn read_verified(dir: &Path) -> Option<DateTime<FixedOffset>> {
    let bytes = read_small(&dir.join(VERIFIED)).ok()??;
    let verified: Verified = serde_json::from_slice(&bytes).ok()?;
    read_time(&verified.at).ok()
}

/// What is lost of a locked office, as its manifest keeps it.
pub(crate) fn seal_lost(cipher: &Cipher, lost: &[LostContent]) -> Result<Option<String>> {
    if !cipher.is_locked() || lost.is_empty() {
        return Ok(None);
    }
    let sealed = cipher.line(MANIFEST, serde_json::to_vec(lost)?)?;
    Ok(Some(String::from_utf8_lossy(&sealed).into_owned()))
}

/// What is lost; that something is, where nobody is admitted who may know what.
fn open_lost(dir: &Path, sealed: &str) -> Vec<LostContent> {
    let cipher = cipher_of(dir).ok();
    let line = cipher.and_then(|cipher| cipher.line_read(MANIFEST, sealed.as_bytes()));
    let lost = line.and_then(|line| serde_json::from_slice(&line).ok());
    lost.unwrap_or_else(|| {
        vec![LostContent {
            sha256: String::new(),
            reason: LossReason::Unreadable,
            used_by: Vec::new(),
        }]
    })
}

/// The manifest of a backup as it lies there. What bears its name and is a link,
/// a device or longer than any is none.
pub(crate) fn manifest_bytes(dir: &Path) -> Result<Vec<u8>> {
    match read_small(&dir.join(MANIFEST)) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) | Err(RegisterError::Foreign(_)) => Err(RegisterError::NotABackup),
        Err(error) => Err(error),
    }
}

/// The database of a backup, to be read.
pub(crate) fn database_of(dir: &Path) -> Result<File> {
    match open_plain(&dir.join(DATABASE)) {
        Ok(Some(file)) => Ok(file),
        Ok(None) | Err(RegisterError::Foreign(_)) => Err(RegisterError::NotABackup),
        Err(error) => Err(error),
    }
}

pub(crate) fn read_manifest(dir: &Path) -> Result<(Manifest, Backup)> {
    let mut manifest: Manifest =
        serde_json::from_slice(&manifest_bytes(dir)?).map_err(|_| RegisterError::NotABackup)?;
    if manifest.format != FORMAT {
        return Err(RegisterError::NotABackup);
    }
    if let Some(sealed) = &manifest.sealed_lost {
        manifest.lost = open_lost(dir, sealed);
    }
    let at = read_time(&manifest.at)?;
    let database = fs::symlink_metadata(dir.join(DATABASE));
    let backup = Backup {
        dir: dir.to_owned(),
        at,
        journal_rows: manifest.journal_rows,
        documents: manifest.documents,
        bytes: manifest
            .database_bytes
            .saturating_add(manifest.document_bytes),
        database_bytes: manifest.database_bytes,
        lost: manifest.lost.clone(),
        office: manifest.office.clone(),
        complaints: manifest.complaints,
        verified: read_verified(dir).unwrap_or(at),
        damaged: !database
            .is_ok_and(|found| found.is_file() && found.len() == manifest.database_bytes),
        locked: is_plain_file(&dir.join(KEYS))?,
    };
    Ok((manifest, backup))
}

/// Whether the database in a folder is a backup's: a manifest stands beside it,
/// or what is left of one, for a backup alone has its documents elsewhere.
pub(crate) fn is_backup(dir: &Path) -> Result<bool> {
    if !is_plain_file(&dir.join(MANIFEST))? {
        return Ok(false);
    }
    match read_manifest(dir) {
        Ok(_) => Ok(true),
        Err(RegisterError::NotABackup | RegisterError::Corrupt(_)) => {
            Ok(!is_plain_dir(&dir.join("documents"))?)
        }
        Err(error) => Err(error),
    }
}

/// Whether the database of a backup is the one that was put there.
pub(crate) fn database_is_whole(dir: &Path) -> Result<bool> {
    let (manifest, _) = read_manifest(dir)?;
    let (found, _) = Store::hash_of(database_of(dir)?)?;
    Ok(found == manifest.database_sha256)
}

/// Writes a file that appears whole or not at all.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = path.with_added_extension(PART);
    match fs::remove_file(&part) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
        _ => {}
    }
    let mut file = fresh_file(&part)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    drop(file);
    let done = written.and_then(|()| fs::rename(&part, path));
    if done.is_err() {
        let _ = fs::remove_file(&part);
    }
    Ok(done?)
}
