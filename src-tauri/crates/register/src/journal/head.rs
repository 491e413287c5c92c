//! Where the journal ended and which numbers were given last, written a second
//! time after each change, in a small file beside the database. It tells when
//! the database has gone back to an earlier state.
//!
//! What it promises: a change whose answer was given is told there to the
//! system, so that it outlives a program that is killed. It is
//! synced to the disk when the office is closed, with each backup, and every
//! [`SYNCED_AFTER`] changes. A power cut may so leave it behind the records,
//! which does no harm: it says no more than that so many rows were there. It is
//! never ahead of them, for it is written after the database has the change on
//! the disk.
//!
//! The list of backups (`backups/heads.jsonl` here, `heads.jsonl` beside them) says the same of each backup. A line is on
//! the disk before the backup is said to be made, and a power cut leaves at most half of the last one, which is passed
//! over.

use crate::cipher::keys::Cipher;
use crate::database::folder::{fresh_file, is_plain_file, private_file};
use crate::database::value::hex;
use crate::error::{RegisterError, Result};
use crate::journal::chain::journal_head;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fs;
use std::fs::{File, TryLockError};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::time::{Duration, Instant};

pub(crate) const HEAD_FILE: &str = "journal.head";

/// An empty file; see [`HeadFile::alone`].
pub(crate) const HOLD: &str = "office.hold";

/// Changes after which the file is synced to the disk and the database's log
/// into the database.
const SYNCED_AFTER: u32 = 64;

/// How long one program waits for another that looks at the pages.
const HOLD_WAIT: Duration = Duration::from_secs(5);

/// The file has two places of so many bytes, written in turn: one that a kill
/// left half written leaves the other.
const PLACE: usize = 4096;

/// Where the journal ended, as the length and last hash of its chain, and the last numbers given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct JournalHead {
    pub rows: i64,
    /// Of the last row, lower-case hexadecimal.
    pub hash: String,
    pub numbers: Vec<LastNumber>,
    /// The place of the last row by which lost rows were accepted when this was
    /// written; 0 where none was known.
    #[serde(default)]
    pub accepted: i64,
}

/// The last counting number of a series in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct LastNumber {
    pub series: String,
    pub year: i32,
    pub last: i64,
}

fn last_numbers(conn: &Connection) -> Result<Vec<LastNumber>> {
    conn.prepare_cached(include_str!("last_numbers.sql"))?
        .query_map([], |row| {
            Ok(LastNumber {
                series: row.get(0)?,
                year: row.get(1)?,
                last: row.get(2)?,
            })
        })?
        .map(|found| Ok(found?))
        .collect()
}

/// Where the journal of the database itself ends.
pub(crate) fn head_of(conn: &Connection) -> Result<JournalHead> {
    let (rows, hash) = journal_head(conn)?;
    Ok(JournalHead {
        rows,
        hash: hex(&hash),
        numbers: last_numbers(conn)?,
        accepted: 0,
    })
}

/// What reading `journal.head` gave.
pub(crate) enum StoredHead {
    /// There is none, or nothing was written yet.
    Nothing,
    /// Neither place can be read.
    Damaged,
    Read(JournalHead),
}

pub(crate) fn read_head(dir: &Path, cipher: &Cipher) -> Result<StoredHead> {
    read_file(&dir.join(HEAD_FILE), cipher)
}

fn read_file(path: &Path, cipher: &Cipher) -> Result<StoredHead> {
    // Another's may be a pipe, which is read without end.
    if !is_plain_file(path)? {
        return Ok(StoredHead::Nothing);
    }
    let bytes = match fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Ok(StoredHead::Nothing);
        }
        Err(error) => return Err(error.into()),
    };
    let newest = bytes
        .chunks(PLACE)
        .filter_map(|place| read_place(place, cipher))
        .max_by_key(|head| head.rows);
    Ok(match newest {
        Some(head) => StoredHead::Read(head),
        None if bytes.iter().all(|byte| *byte == 0) => StoredHead::Nothing,
        None => StoredHead::Damaged,
    })
}

fn read_place(place: &[u8], cipher: &Cipher) -> Option<JournalHead> {
    let line = place.split(|byte| *byte == b'\n').next()?;
    let line = cipher.line_read(HEAD_FILE, line)?;
    let (mark, body) = line.split_at_checked(64)?;
    (hex(&Sha256::digest(body)).as_bytes() == mark).then_some(())?;
    serde_json::from_slice(body).ok()
}

/// Years of each series whose last number is written there: earlier ones are given no numbers any more.
const YEARS: usize = 2;

/// Where the journal ends, with the last years alone: all that ever were would outgrow the place.
fn of_last_years(head: &JournalHead) -> JournalHead {
    let is_late = |number: &LastNumber| {
        let later = head
            .numbers
            .iter()
            .filter(|other| other.series == number.series && other.year > number.year);
        later.count() < YEARS
    };
    let numbers = head.numbers.iter().filter(|number| is_late(number));
    JournalHead {
        numbers: numbers.cloned().collect(),
        ..head.clone()
    }
}

/// One place of the file.
fn written(head: &JournalHead, cipher: &Cipher) -> Result<Vec<u8>> {
    let head = &of_last_years(head);
    let body = serde_json::to_vec(head)?;
    let mut line = hex(&Sha256::digest(&body)).into_bytes();
    line.extend(body);
    let mut place = cipher.line(HEAD_FILE, line)?;
    place.push(b'\n');
    place.resize(PLACE.max(place.len()), 0);
    Ok(place)
}

/// Writes the file anew under other keys, or under none; a damaged one says
/// nothing any more.
pub(crate) fn head_convert(from: (&Path, &Cipher), to: (&Path, &Cipher)) -> Result<()> {
    if let StoredHead::Read(head) = read_file(from.0, from.1)? {
        let mut file = fresh_file(to.0)?;
        file.write_all(&vec![0; if head.rows % 2 == 0 { 0 } else { PLACE }])?;
        file.write_all(&written(&head, to.1)?)?;
        file.sync_all()?;
    }
    Ok(())
}

/// `journal.head`, open to be written.
pub(crate) struct HeadFile {
    /// None where the system lets nothing be written; then nothing is.
    file: Option<File>,
    cipher: Cipher,
    /// Held by one program at a time while pages are brought in and summed up;
    /// a file of its own, for some systems let nobody read what is held.
    hold: Option<File>,
    unsynced: u32,
    /// See [`JournalHead::accepted`].
    accepted: i64,
}

impl HeadFile {
    pub(crate) fn open(dir: &Path, cipher: &Cipher) -> Result<Self> {
        let file = match private_file(&dir.join(HEAD_FILE)) {
            Ok(file) => Some(file),
            Err(RegisterError::Denied | RegisterError::DiskFull) => None,
            Err(error) => return Err(error),
        };
        let hold = match &file {
            Some(_) => private_file(&dir.join(HOLD)).ok(),
            None => None,
        };
        Ok(Self {
            file,
            cipher: cipher.clone(),
            hold,
            unsynced: 0,
            accepted: 0,
        })
    }

    /// For records that nothing is written to.
    pub(crate) fn none() -> Self {
        Self {
            file: None,
            cipher: Cipher::default(),
            hold: None,
            unsynced: 0,
            accepted: 0,
        }
    }

    /// Writes the head in the place of the one before the last. Says whether it was time to sync the file to the disk.
    pub(crate) fn write(&mut self, head: &JournalHead) -> Result<bool> {
        let head = JournalHead {
            accepted: self.accepted.max(head.accepted),
            ..head.clone()
        };
        let place = written(&head, &self.cipher)?;
        let at = if head.rows % 2 == 0 { 0 } else { PLACE as u64 };
        let Some(file) = &mut self.file else {
            return Ok(false);
        };
        file.seek(SeekFrom::Start(at))?;
        file.write_all(&place[..PLACE])?;
        self.unsynced += 1;
        if self.unsynced < SYNCED_AFTER {
            return Ok(false);
        }
        self.sync()?;
        Ok(true)
    }

    /// Does something while no other program does it to this office. Where that
    /// can't be had in time, or there is no file to hold, nothing is done.
    pub(crate) fn alone<T>(&self, what: impl FnOnce() -> T) -> Option<T> {
        let file = self.hold.as_ref()?;
        let begun = Instant::now();
        while let Err(error) = file.try_lock() {
            let passing = matches!(error, TryLockError::WouldBlock);
            if !passing || begun.elapsed() > HOLD_WAIT {
                return None;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        let done = what();
        let _ = file.unlock();
        Some(done)
    }

    /// Has the heads that are written from now on say so.
    pub(crate) fn accepted(&mut self, seq: i64) {
        self.accepted = self.accepted.max(seq);
    }

    /// Empties the file, so that the records are compared with the backups alone.
    pub(crate) fn clear(&mut self) -> Result<()> {
        if let Some(file) = &self.file {
            file.set_len(0)?;
        }
        Ok(())
    }

    pub(crate) fn sync(&mut self) -> Result<()> {
        if let Some(file) = &self.file {
            file.sync_data()?;
        }
        self.unsynced = 0;
        Ok(())
    }
}

impl Drop for HeadFile {
    fn drop(&mut self) {
        if self.unsynced > 0 {
            // Left behind, it only tells less.
            let _ = self.sync();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_of_a_hundred_years_have_room() {
        let home = tempfile::tempdir().unwrap();
        let series = ["incoming", "outgoing", "paper"];
        let numbers = series.iter().flat_map(|series| {
            (2000..2100).map(|year| LastNumber {
                series: (*series).to_owned(),
                year,
                last: i64::from(year),
            })
        });
        let head = JournalHead {
            rows: 7,
            hash: "0".repeat(64),
            numbers: numbers.collect(),
            accepted: 0,
        };
        let cipher = Cipher::default();
        HeadFile::open(home.path(), &cipher)
            .unwrap()
            .write(&head)
            .unwrap();
        let StoredHead::Read(read) = read_head(home.path(), &cipher).unwrap() else {
            panic!("it can be read");
        };
        assert_eq!(read.rows, 7);
        let years: Vec<i32> = read.numbers.iter().map(|number| number.year).collect();
        assert_eq!(years, [2098, 2099, 2098, 2099, 2098, 2099]);
    }
}
