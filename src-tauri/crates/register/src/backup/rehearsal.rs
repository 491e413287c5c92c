//! Restoring a backup for trial: what was never restored is only hoped for.

use crate::backup::store::{read_manifest, write_verified};
use crate::database::folder::private_file;
use crate::database::value::{read_time, time};
use crate::error::{RegisterError, Result};
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::ops::ControlFlow;
use std::path::Path;

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
}

impl Rehearsal {
    /// Whether an office with all its documents came out of the backup.
    pub fn is_good(&self) -> bool {
        self.lost == 0 && self.fault.is_none()
    }
}

#[derive(Serialize, Deserialize)]
struct Line {
    at: String,
    copy_at: String,
    documents: u64,
    lost: u64,
    fault: Option<String>,
}

impl Register {
    /// Restores a backup into a folder of its own in the scratch folder, opens
    /// it, checks journal and database there, and removes it again.
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
        let rehearsed = rehearse(copy, &room, now, progress);
        // What can't be removed now goes when the office is opened next time.
        let _ = fs::remove_dir_all(&room);
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
            })
        };
        Ok(lines.split(|byte| *byte == b'\n').rev().find_map(read))
    }
}

fn rehearse(
    copy: &Path,
    room: &Path,
    now: DateTime<FixedOffset>,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Rehearsal> {
    let (manifest, backup) = read_manifest(copy)?;
    let came = Register::backup_restore(copy, room, progress)?;
    let restored = Register::open(room, now)?;
    restored.integrity_check()?;
    let journal = restored.journal_verify()?;
    let as_made = journal.broken.is_none()
        && i64::try_from(journal.rows) == Ok(manifest.journal_rows)
        && journal.head == manifest.journal_head;
    if !as_made {
        return Err(RegisterError::Corrupt(format!(
            "the journal ends at {}, not {}",
            journal.rows, manifest.journal_rows
        )));
    }
    Ok(Rehearsal {
        at: now,
        copy_at: backup.at,
        documents: came.documents,
        lost: came.lost.len() as u64,
        fault: None,
    })
}
