//! Restoring a backup for trial: what was never restored is only hoped for.

use crate::backup::content::damage;
use crate::backup::restore::{Purpose, restore};
use crate::backup::shelf::{DOCUMENTS, content_list, in_use};
use crate::backup::store::{Backup, Manifest, database_of, read_manifest, write_verified};
use crate::backup::target::free;
use crate::cipher::way_in::cipher_of;
use crate::database::connection::{open_copy, structure_whole};
use crate::database::folder::private_file;
use crate::database::value::{hex, read_time, time};
use crate::error::{RegisterError, Result};
use crate::journal::chain::journal_head;
use crate::journal::verify::{JournalBreak, JournalFault};
use crate::register::{DATABASE, Register};
use crate::store::content::Store;
use chrono::{DateTime, FixedOffset};
use rusqlite::InterruptHandle;
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::Duration;

/// In the office's own folder of backups, a line for each rehearsal.
pub(crate) const REHEARSED: &str = "rehearsed.jsonl";

/// What a rehearsal found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rehearsal {
    pub at: DateTime<FixedOffset>,
    /// When the backup was made.
    pub copy_at: DateTime<FixedOffset>,
    /// Pieces of content that came back whole.
    pub documents: u64,
    /// Pieces that did not come back.
    pub lost: u64,
    /// Why it could not be restored, a code as hosts hand it on.
    pub fault: Option<String>,
    /// Whether the backup was read where it lies, for want of room to restore it.
    pub only_read: bool,
}

impl Rehearsal {
    /// Whether an office with all its documents came out of the backup.
    pub fn is_good(&self) -> bool {
        self.lost == 0 && self.fault.is_none()
    }

    /// Whether it found that a backup is not what its manifest says.
    pub fn is_against(&self, backup: &Backup) -> bool {
        let lacks = self.lost > backup.lost.len() as u64;
        self.copy_at == backup.at && (self.fault.is_some() || lacks)
    }
}

#[derive(Serialize, Deserialize)]
struct Line {
    at: String,
    copy_at: String,
    documents: u64,
    lost: u64,
    fault: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    only_read: bool,
}

impl Register {
    /// Restores a backup into a folder of its own in the scratch folder, opens
    /// it, checks journal and database there, and removes it again. Where that
    /// would fill the disk of the records, it is read through where it lies.
    ///
    /// # Errors
    /// Those of restoring; [`RegisterError::Corrupt`] for records that are not
    /// those of the backup.
    pub fn backup_rehearse(
        &self,
        copy: &Path,
        now: DateTime<FixedOffset>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Rehearsal> {
        let room = self.scratch.fresh();
        let shelf = copy.parent().ok_or(RegisterError::NotABackup)?;
        read_manifest(copy)?;
        let _in_use = in_use(shelf)?;
        let rehearsed = if self.has_room_for(copy, &room)? {
            let rehearsed = rehearse(copy, &room, now, progress);
            // What can't be removed now goes when the office is opened next time.
            let _ = fs::remove_dir_all(&room);
            match rehearsed {
                // Somebody else filled it meanwhile, or nothing may be written there.
                Err(RegisterError::DiskFull | RegisterError::Denied) => {
                    read_through(copy, now, progress)
                }
                rehearsed => rehearsed,
            }
        } else {
            read_through(copy, now, progress)
        };
        let rehearsal = rehearsed?;
        if rehearsal.is_good() {
            // A backup on a medium that can't be written is no worse for it.
            let _ = write_verified(copy, now);
        }
        Ok(rehearsal)
    }

    /// Keeps what a rehearsal found.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn rehearsal_keep(&self, rehearsal: &Rehearsal) -> Result<()> {
        let mut line = serde_json::to_vec(&Line {
            at: time(rehearsal.at),
            copy_at: time(rehearsal.copy_at),
            documents: rehearsal.documents,
            lost: rehearsal.lost,
            fault: rehearsal.fault.clone(),
            only_read: rehearsal.only_read,
        })?;
        line.push(b'\n');
        let list = self.dir().join("backups").join(REHEARSED);
        private_file(&list)?;
        let mut file = File::options().append(true).open(list)?;
        file.write_all(&line)?;
        Ok(file.sync_all()?)
    }

    /// What the last rehearsal found.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn rehearsal_last(&self) -> Result<Option<Rehearsal>> {
        let lines = match fs::read(self.dir().join("backups").join(REHEARSED)) {
            Ok(lines) => lines,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error.into()),
        };
        let read = |line: &[u8]| {
            let line: Line = serde_json::from_slice(line).ok()?;
            Some(Rehearsal {
                at: read_time(&line.at).ok()?,
                copy_at: read_time(&line.copy_at).ok()?,
                documents: line.documents,
                lost: line.lost,
                fault: line.fault,
                only_read: line.only_read,
            })
        };
        Ok(lines.split(|byte| *byte == b'\n').rev().find_map(read))
    }
}

/// Bytes of the disk of the records that a trial leaves to others.
const SPARE: u64 = 256 << 20;

impl Register {
    /// Whether a backup can be restored into a folder without filling the disk;
    /// where the system does not tell, it is tried.
    fn has_room_for(&self, copy: &Path, room: &Path) -> Result<bool> {
        let (manifest, backup) = read_manifest(copy)?;
        // The log of the database takes as much again.
        let wanted = backup.bytes.saturating_add(manifest.database_bytes);
        let free = room.parent().and_then(free);
        Ok(free.is_none_or(|free| free >= wanted.saturating_add(SPARE)))
    }
}

fn rehearse(
    copy: &Path,
    room: &Path,
    now: DateTime<FixedOffset>,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Rehearsal> {
    let (manifest, backup) = read_manifest(copy)?;
    let came = restore(copy, room, Purpose::Trial, progress)?;
    let restored = Register::open(room, now)?;
    let lost = came.lost.len() as u64;
    let of = came.documents + lost;
    let handle = restored.reader().get_interrupt_handle();
    let journal = hearing(&handle, &|| progress(of, of), || {
        restored.integrity_check()?;
        restored.journal_verify()
    })?;
    // Records that went back know of rows beyond their own; their copy ends where the manifest says.
    let beyond = JournalBreak {
        seq: manifest.journal_rows.saturating_add(1),
        fault: JournalFault::Missing,
    };
    if journal.broken.is_some_and(|broken| broken != beyond) {
        return Err(other_records(journal.rows, &manifest));
    }
    as_made(journal.rows, &journal.head, &manifest)?;
    if let Some(row) = journal.differing.first() {
        let number = row.number.as_deref().unwrap_or_default();
        let differs = format!("{} {number} is not as the journal says", row.table);
        return Err(RegisterError::Corrupt(differs));
    }
    Ok(Rehearsal {
        at: now,
        copy_at: backup.at,
        documents: came.documents,
        lost,
        fault: None,
        only_read: false,
    })
}

/// Reads all of a backup where it lies: its database, the structure of that, and
/// every piece of content that it names.
fn read_through(
    copy: &Path,
    now: DateTime<FixedOffset>,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Rehearsal> {
    let shelf = copy.parent().ok_or(RegisterError::NotABackup)?;
    let (manifest, backup) = read_manifest(copy)?;
    if Store::hash_of(database_of(copy)?)?.0 != manifest.database_sha256 {
        return Err(RegisterError::Altered(manifest.database_sha256));
    }
    let cipher = cipher_of(copy)?;
    let conn = open_copy(&copy.join(DATABASE), &cipher)?;
    let contents = content_list(&conn, &cipher)?;
    let of = contents.lines().count() as u64;
    let handle = conn.get_interrupt_handle();
    hearing(&handle, &|| progress(0, of), move || {
        structure_whole(&conn)?;
        let (rows, hash) = journal_head(&conn)?;
        as_made(u64::try_from(rows).unwrap_or(0), &hex(&hash), &manifest)
    })?;
    let store = Store::at(&shelf.join(DOCUMENTS), &cipher);
    let mut lost = 0;
    for (done, name) in (1..).zip(contents.lines()) {
        let whole = match store.hash_of_name(name) {
            Some(sha256) => damage(&store, &sha256)?.is_none(),
            None => false,
        };
        lost += u64::from(!whole);
        if progress(done, of).is_break() {
            return Err(RegisterError::Cancelled);
        }
    }
    Ok(Rehearsal {
        at: now,
        copy_at: backup.at,
        documents: of - lost,
        lost,
        fault: None,
        only_read: true,
    })
}

/// Whether the journal of a restored backup ends as its manifest says.
fn as_made(rows: u64, head: &str, manifest: &Manifest) -> Result<()> {
    if i64::try_from(rows) == Ok(manifest.journal_rows) && head == manifest.journal_head {
        Ok(())
    } else {
        Err(other_records(rows, manifest))
    }
}

fn other_records(rows: u64, manifest: &Manifest) -> RegisterError {
    RegisterError::Corrupt(format!(
        "the journal ends at {rows}, not {}",
        manifest.journal_rows
    ))
}

/// How often it is asked whether a long look into a database is to stop.
const HEARING_EVERY: Duration = Duration::from_millis(20);

/// Looks long into the database of a connection, until that is done or `on` says stop.
fn hearing<T: Send>(
    handle: &InterruptHandle,
    on: &dyn Fn() -> ControlFlow<()>,
    look: impl FnOnce() -> Result<T> + Send,
) -> Result<T> {
    std::thread::scope(|scope| {
        let looking = scope.spawn(look);
        let mut stop = false;
        loop {
            stop = stop || on().is_break();
            if looking.is_finished() {
                break;
            }
            if stop {
                // Again and again: the next statement knows nothing of it.
                handle.interrupt();
            }
            std::thread::sleep(HEARING_EVERY);
        }
        let found = looking
            .join()
            .unwrap_or_else(|panicked| std::panic::resume_unwind(panicked));
        if stop {
            Err(RegisterError::Cancelled)
        } else {
            found
        }
    })
}
