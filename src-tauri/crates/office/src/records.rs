//! The records themselves: the journal of actions, its check, backups.

use crate::error::Result;
use crate::wire::{BackupMade, JournalQuery, JournalRow, Verification};
use crate::{By, Office};
use complaint::ComplaintId;
use register::{JournalFault, Op};
use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

/// Rows of the journal, the newest first.
///
/// # Errors
/// Those of the register.
pub fn journal_page(office: &Office, _by: &By, input: JournalQuery) -> Result<Vec<JournalRow>> {
    let register = office.register();
    let limit = input.limit.clamp(1, 500);
    let rows = match input.complaint {
        Some(id) => register.journal_of(id, limit)?,
        None => {
            let newest = register.journal_length()?;
            let last = input.before.map_or(newest, |before| newest.min(before - 1));
            let first = (last - i64::from(limit) + 1).max(1);
            let mut rows = register.journal(first..=last)?;
            rows.reverse();
            rows
        }
    };
    let mut numbers: BTreeMap<ComplaintId, Option<String>> = BTreeMap::new();
    let mut page = Vec::with_capacity(rows.len());
    for row in rows {
        if input.complaint.is_some() && input.before.is_some_and(|before| row.seq >= before) {
            continue;
        }
        let number = match row.complaint {
            None => None,
            Some(id) => numbers
                .entry(id)
                .or_insert_with(|| register.complaint_number(id).ok())
                .clone(),
        };
        page.push(JournalRow {
            seq: row.seq,
            at: row.at,
            actor: row.actor.0,
            op: row.op.word().to_owned(),
            complaint: row.complaint,
            number,
            undoable: row.op.is_reversible() && row.op != Op::Undo && row.undone_by.is_none(),
            detail: row.payload,
            hash: row.hash,
        });
    }
    Ok(page)
}

/// Reads the whole journal and compares every row with the chain of hashes.
///
/// # Errors
/// Those of the register.
pub fn journal_verify(office: &Office, _by: &By) -> Result<Verification> {
    let check = office.register().journal_verify()?;
    let mut found = Verification {
        checked: check.rows,
        ..Verification::default()
    };
    if let Some(broken) = check.broken {
        let place = broken.seq.to_string();
        match broken.fault {
            JournalFault::Missing => found.missing.push(place),
            JournalFault::Altered
            | JournalFault::Unlinked
            | JournalFault::ChangesAltered
            | JournalFault::NotAsBackedUp => found.altered.push(place),
        }
    }
    Ok(found)
}

/// Copies database and documents into a new folder below `to` and checks the copy.
///
/// # Errors
/// Those of the register and of the disk; an unfinished copy is removed.
pub fn backup_create(
    office: &Office,
    by: &By,
    to: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<BackupMade> {
    let written = Cell::new(0);
    let made = office.register().backup_create(to, by.now, &|done, of| {
        written.set(done);
        progress(done, of)
    })?;
    Ok(BackupMade {
        at: made.at,
        folder: made.dir.display().to_string(),
        bytes: written.get(),
    })
}

/// Makes an office in a new or empty folder from a backup, every content checked.
///
/// # Errors
/// [`register::RegisterError::NotABackup`], `NotEmpty`, `Altered`, `MissingFile`.
pub fn backup_restore(
    from: &Path,
    to: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<()> {
    register::Register::backup_restore(from, to, progress)?;
    Ok(())
}

/// The backups made of this office that are still where they were made: when and where.
///
/// # Errors
/// Those of the register.
pub fn backup_list(office: &Office) -> Result<Vec<BackupMade>> {
    let backups = office.register().backup_list()?;
    let made = |backup: register::Backup| BackupMade {
        at: backup.at,
        folder: backup.dir.display().to_string(),
        bytes: 0,
    };
    Ok(backups.into_iter().map(made).collect())
}
