//! Copies of the whole office, made and taken back.

use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use register::By;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::ops::ControlFlow;
use std::path::Path;
use ts_rs::TS;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupMade {
    pub at: DateTime<FixedOffset>,
    /// Where it lies, for showing only.
    pub folder: String,
    #[ts(type = "number")]
    pub bytes: u64,
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
