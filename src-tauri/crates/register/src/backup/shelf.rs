//! A shelf: a folder with the backups of an office and the documents they share.

use crate::backup::place::apart_from;
use crate::backup::store::{Backup, read_manifest, write_whole};
use crate::cipher::keys::Cipher;
use crate::database::folder::{
    is_plain_dir, is_plain_file, open_plain, private_dir, private_file, read_small,
};
use crate::database::value::{hex, read_time};
use crate::error::{RegisterError, Result};
use crate::own_files::{BACKUPS, is_copy_before};
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The documents of all backups on the shelf.
pub(crate) const DOCUMENTS: &str = "documents";

/// Held shared by who makes a backup, and alone by who drops documents.
pub(crate) const LOCK: &str = "lock";

/// Says which shelf it is, so that the empty folder under which a medium was
/// mounted, or another medium there, is not taken for it.
pub(crate) const SHELF_FILE: &str = "shelf.json";

#[derive(Serialize, Deserialize)]
struct ShelfFile {
    shelf: Uuid,
}

impl Register {
    /// Makes a folder a shelf, if it is none yet, and gives the id it is known by.
    ///
    /// # Errors
    /// Those of the disk; [`RegisterError::Foreign`] for a link in place of `shelf.json`.
    pub fn shelf_begin(dir: &Path) -> Result<Uuid> {
        private_dir(dir)?;
        if let Some(known) = Self::shelf_id(dir)? {
            return Ok(known);
        }
        let shelf = Uuid::now_v7();
        write_whole(
            &dir.join(SHELF_FILE),
            &serde_json::to_vec(&ShelfFile { shelf })?,
        )?;
        Ok(shelf)
    }

    /// The id of the shelf in a folder; none where there is no shelf, or its
    /// file can't be read.
    ///
    /// # Errors
    /// Those of the disk; [`RegisterError::Foreign`] for a link in place of `shelf.json`.
    pub fn shelf_id(dir: &Path) -> Result<Option<Uuid>> {
        let read = read_small(&dir.join(SHELF_FILE))?;
        let file = read.and_then(|bytes| serde_json::from_slice::<ShelfFile>(&bytes).ok());
        Ok(file.map(|file| file.shelf))
    }

    /// The finished backups on a shelf, of whatever office, the newest first.
    /// A folder that is not there holds none.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn shelf_list(dir: &Path) -> Result<Vec<Backup>> {
        let entries = match fs::read_dir(dir) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry?;
            if entry.file_type()?.is_dir()
                && let Ok((_, backup)) = read_manifest(&entry.path())
            {
                found.push(backup);
            }
        }
        complaint::order::by(&mut found, |a, b| (b.at, &b.dir).cmp(&(a.at, &a.dir)));
        Ok(found)
    }

    /// What the manifest of a backup says.
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`] and those of the disk.
    pub fn backup_about(copy: &Path) -> Result<Backup> {
        Ok(read_manifest(copy)?.1)
    }

    /// When a backup was made, if its manifest can be read.
    pub fn backup_at(copy: &Path) -> Option<DateTime<FixedOffset>> {
        Self::backup_about(copy).ok().map(|backup| backup.at)
    }

    /// Where and when backups of this office were made, those that can't be
    /// found now among them.
    ///
    /// # Errors
    /// Those of reading the office's own list.
    pub fn backup_times(&self) -> Result<Vec<(PathBuf, DateTime<FixedOffset>)>> {
        let anchors = self.anchors()?.into_iter();
        let read = anchors.map(|anchor| (read_time(&anchor.at), anchor.dir));
        Ok(read.filter_map(|(at, dir)| Some((dir, at.ok()?))).collect())
    }

    /// The same without those that were removed from a place that is there.
    ///
    /// # Errors
    /// As [`Register::backup_times`].
    pub fn backup_times_left(&self) -> Result<Vec<(PathBuf, DateTime<FixedOffset>)>> {
        let mut times = self.backup_times()?;
        times.retain(|(dir, _)| dir.exists() || !dir.parent().is_some_and(Path::exists));
        Ok(times)
    }

    /// Files in the office's own folder that hold what its records held: copies from before a change of
    /// their format, and what was damaged and set aside.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn set_aside_in_folder(&self) -> Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for dir in [self.dir.clone(), self.dir.join(BACKUPS)] {
            for entry in fs::read_dir(&dir).into_iter().flatten() {
                let path = entry?.path();
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                if name.contains(".damaged-") || is_copy_before(&name) {
                    found.push(path);
                }
            }
        }
        complaint::order::ascending(&mut found);
        Ok(found)
    }

    /// The absolute path of a folder that lies neither in an office nor around it.
    ///
    /// # Errors
    /// [`RegisterError::Nested`], and those of the disk.
    pub fn apart(office: &Path, folder: &Path) -> Result<PathBuf> {
        apart_from(office, folder)
    }

    /// What the backups of this office are known by.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn office_fingerprint(&self) -> Result<String> {
        founded(&self.reader())
    }
}

/// The file that is locked by those who use the shelf.
pub(crate) fn shelf_lock(shelf: &Path) -> Result<File> {
    let documents = shelf.join(DOCUMENTS);
    is_plain_dir(&documents)?;
    private_dir(&documents)?;
    let lock = documents.join(LOCK);
    is_plain_file(&lock)?;
    private_file(&lock)
}

/// Holds a shelf while a backup on it is read, so that nothing is dropped from
/// it. None where nothing can be held: there nobody can drop anything either.
pub(crate) fn in_use(shelf: &Path) -> Result<Option<File>> {
    let documents = shelf.join(DOCUMENTS);
    if !is_plain_dir(&documents)? {
        return Ok(None);
    }
    let file = match open_plain(&documents.join(LOCK)) {
        Ok(None) => shelf_lock(shelf),
        Ok(Some(file)) => Ok(file),
        Err(error) => Err(error),
    };
    match file {
        Ok(file) => Ok(file.lock_shared().is_ok().then_some(file)),
        Err(RegisterError::Denied) => Ok(None),
        Err(error) => Err(error),
    }
}

/// The hash of the journal's first row, lower-case hexadecimal: it holds the
/// moment of the founding, the name and an id, so that no two offices have it
/// alike.
pub(crate) fn founded(conn: &Connection) -> Result<String> {
    let hash: Vec<u8> = conn.query_row("SELECT hash FROM journal WHERE seq = 1", [], |row| {
        row.get(0)
    })?;
    Ok(hex(&hash))
}

pub(crate) fn count_of(conn: &Connection, sql: &str) -> Result<u64> {
    let count: i64 = conn.query_row(sql, [], |row| row.get(0))?;
    u64::try_from(count).map_err(|_| RegisterError::Corrupt(sql.to_owned()))
}

/// All content that records name, as it is called where it lies, one a line.
pub(crate) fn content_list(conn: &Connection, cipher: &Cipher) -> Result<String> {
    let mut list = String::new();
    let mut statement = conn.prepare(include_str!("../document/contents.sql"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        list.push_str(&cipher.stored_name(row.get_ref(0)?.as_str().unwrap_or_default())?);
        list.push('\n');
    }
    Ok(list)
}
