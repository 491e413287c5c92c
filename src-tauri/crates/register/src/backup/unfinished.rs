//! Backups that broke off. A backup being made has a marker file, which is held
//! locked by the program that makes it; the next backup to the same place
//! removes what is marked and held by nobody, file by file, and nothing else.

use crate::backup::store::{CONTENTS, MANIFEST, PART, VERIFIED};
use crate::database::folder::{fresh_file, is_plain_dir, private_dir, read_small};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::HEADS;
use crate::own_files::KEYS;
use crate::register::DATABASE;
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use std::fs;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

const MARKER: &str = "unfinished";
/// How a backup's folder is called, and how long that is.
const STAMP: &str = "%Y-%m-%d-%H%M%S";
const STAMPED: usize = "2026-11-30-101500".len();

const WORDS: &[u8] = b"Otvet: a backup that is not finished\n";

/// A backup being made: its folder, and the marker file that says so.
pub(crate) struct Unfinished {
    pub dir: PathBuf,
    marker: File,
}

/// Makes a folder in `to` that was not there, named after the time, and marks it.
pub(crate) fn begin(to: &Path, now: DateTime<FixedOffset>) -> Result<Unfinished> {
    let stamp = now.format(STAMP).to_string();
    let mut dir = to.join(&stamp);
    let mut again = 1;
    while dir.exists() {
        again += 1;
        dir = to.join(format!("{stamp}-{again}"));
    }
    private_dir(&dir)?;
    match marked(&dir) {
        Ok(marker) => Ok(Unfinished { dir, marker }),
        Err(error) => {
            let _ = fs::remove_file(dir.join(MARKER));
            let _ = fs::remove_dir(&dir);
            Err(error)
        }
    }
}

fn marked(dir: &Path) -> Result<File> {
    let mut marker = File::options()
        .write(true)
        .create_new(true)
        .open(dir.join(MARKER))?;
    marker.lock()?;
    marker.write_all(WORDS)?;
    marker.sync_all()?;
    Ok(marker)
}

impl Unfinished {
    /// The manifest is written: from now on it is a backup.
    pub(crate) fn finished(self) {
        drop(self.marker);
        // Where it stays, the manifest says more.
        let _ = fs::remove_file(self.dir.join(MARKER));
    }

    /// Takes away what was made of it. The documents that were copied serve
    /// the next backup.
    pub(crate) fn broken_off(self) {
        drop(self.marker);
        remove(&self.dir);
    }
}

/// Removes a finished backup, and says whether it is gone. One that is removed
/// by half is known by its marker.
pub(crate) fn withdraw(dir: &Path) -> Result<bool> {
    mark_withdrawn(dir)?;
    Ok(remove(dir))
}

/// Marks a finished backup as one that is being removed.
pub(crate) fn mark_withdrawn(dir: &Path) -> Result<()> {
    if is_marked(dir) {
        return Ok(());
    }
    let marked = || -> Result<()> {
        let mut marker = fresh_file(&dir.join(MARKER))?;
        marker.write_all(WORDS)?;
        Ok(marker.sync_all()?)
    };
    // On a medium without a byte of room what it can be read without makes way for the marker.
    for less in [VERIFIED, HEADS] {
        match marked() {
            Err(RegisterError::DiskFull) => {
                let _ = fs::remove_file(dir.join(MARKER));
                let _ = fs::remove_file(dir.join(less));
            }
            done => return done,
        }
    }
    marked()
}

/// Removes the backups in `to` that a program which is gone left unfinished;
/// while nobody else uses the shelf also those that have not even their marker.
pub(crate) fn clear_unfinished(to: &Path, alone: bool) -> Result<()> {
    for entry in fs::read_dir(to)? {
        let entry = entry?;
        let dir = entry.path();
        let is_dir = entry.file_type()?.is_dir();
        if is_dir && (is_left_behind(&dir) || (alone && is_barely_begun(&dir)?)) {
            remove(&dir);
        }
    }
    Ok(())
}

/// Whether a folder bears the name of a backup and holds nothing, or no more
/// than half a marker.
fn is_barely_begun(dir: &Path) -> Result<bool> {
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let stamp = name.get(..STAMPED).unwrap_or_default();
    if NaiveDateTime::parse_from_str(stamp, STAMP).is_err() {
        return Ok(false);
    }
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let half = entry.file_name() == MARKER
            && entry.file_type()?.is_file()
            && read_small(&entry.path())?.is_some_and(|words| WORDS.starts_with(&words));
        if !half {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a folder is that of a backup being made, or of one that broke off.
pub(crate) fn is_marked(dir: &Path) -> bool {
    read_small(&dir.join(MARKER)).is_ok_and(|words| words.as_deref() == Some(WORDS))
}

fn is_left_behind(dir: &Path) -> bool {
    is_marked(dir)
        && matches!(
            dir.join(MANIFEST).symlink_metadata(),
            Err(error) if error.kind() == ErrorKind::NotFound
        )
        && File::open(dir.join(MARKER)).is_ok_and(|marker| marker.try_lock().is_ok())
}

/// Where content is written until it is named by its hash.
const PARTS: &str = "parts";

/// Makes the folder for what is being written, empty of what a killed program left.
pub(crate) fn parts_begin(dir: &Path) -> Result<PathBuf> {
    parts_end(dir)?;
    let parts = dir.join(PARTS);
    private_dir(&parts)?;
    Ok(parts)
}

/// Removes the folder for what is being written.
pub(crate) fn parts_end(dir: &Path) -> Result<()> {
    let parts = dir.join(PARTS);
    if !is_plain_dir(&parts)? {
        return Ok(());
    }
    for entry in fs::read_dir(&parts)? {
        fs::remove_file(entry?.path())?;
    }
    Ok(fs::remove_dir(&parts)?)
}

/// The mark goes last, so that what is removed by half is known the next time.
/// Says whether all of it went.
fn remove(dir: &Path) -> bool {
    let mut gone = parts_end(dir).is_ok();
    let journal = format!("{DATABASE}-journal");
    let manifest_part = format!("{MANIFEST}.{PART}");
    let heads_part = format!("{HEADS}.{PART}");
    let keys_part = format!("{KEYS}.{PART}");
    let contents_part = format!("{CONTENTS}.{PART}");
    let verified_part = format!("{VERIFIED}.{PART}");
    for name in [
        MANIFEST,
        &manifest_part,
        VERIFIED,
        &verified_part,
        CONTENTS,
        &contents_part,
        HEADS,
        &heads_part,
        KEYS,
        &keys_part,
        PART,
        &journal,
        DATABASE,
        MARKER,
    ] {
        if name == MARKER && !gone {
            // It says the next time what is to be removed yet.
            break;
        }
        match fs::remove_file(dir.join(name)) {
            Err(error) if error.kind() != ErrorKind::NotFound => gone = false,
            _ => {}
        }
    }
    let _ = fs::remove_dir(dir);
    gone
}
