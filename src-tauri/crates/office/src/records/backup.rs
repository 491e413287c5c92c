//! Copies of the whole office, made and taken back.

use crate::error::{Loss, Result};
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use register::{By, InPlace, LossReason, LostContent, Register};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use ts_rs::TS;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupMade {
    pub at: DateTime<FixedOffset>,
    /// Where it lies, for showing only.
    pub folder: String,
    /// Of its database and its documents.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many pieces of content it holds, each read through and whole.
    #[ts(type = "number")]
    pub documents: u64,
    /// What could not be saved.
    pub lost: Vec<LostDocument>,
}

/// What came back of a backup.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BackupRestored {
    /// When the backup was made.
    pub at: DateTime<FixedOffset>,
    /// Of the database and the documents.
    #[ts(type = "number")]
    pub bytes: u64,
    /// How many pieces of content came back, each read through and whole.
    #[ts(type = "number")]
    pub documents: u64,
    /// What did not come back.
    pub lost: Vec<LostDocument>,
    /// Whether more did not come back than the backup lacked when it was made.
    pub lacks_more: bool,
    /// Whether it opens with a password: that of the day the backup was made.
    pub locked: bool,
}

/// A document or a letter whose bytes are lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LostDocument {
    /// The case it belongs to; none for an image of the letterhead.
    pub number: Option<String>,
    /// The document's name or the letter's outgoing number; the hash where no case names it.
    pub name: String,
    pub reason: Loss,
}

pub(crate) fn named(lost: Vec<register::LostContent>) -> Vec<LostDocument> {
    let mut documents = Vec::new();
    for content in lost {
        let reason = match content.reason {
            LossReason::Missing => Loss::Missing,
            LossReason::Altered => Loss::Altered,
            LossReason::Unreadable => Loss::Unreadable,
        };
        if content.used_by.is_empty() {
            documents.push(LostDocument {
                number: None,
                name: content.sha256,
                reason,
            });
        }
        documents.extend(content.used_by.into_iter().map(|used| LostDocument {
            number: Some(used.number),
            name: used.name,
            reason,
        }));
    }
    complaint::order::by(&mut documents, |a, b| {
        (&a.number, &a.name).cmp(&(&b.number, &b.name))
    });
    documents
}

pub(crate) fn backup_made(backup: register::Backup) -> BackupMade {
    BackupMade {
        at: backup.at,
        folder: backup.dir.display().to_string(),
        bytes: backup.bytes,
        documents: backup.documents,
        lost: named(backup.lost),
    }
}

/// Copies database and documents into a new folder below `to` and reads the
/// copy through. What can't be saved is named in the answer and in the copy.
///
/// # Errors
/// Those of the register and of the disk; an unfinished copy is removed.
pub fn backup_create(
    office: &Office,
    by: &By,
    to: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<BackupMade> {
    let backup = office.register().backup_create(to, by.now, progress)?;
    Ok(backup_made(backup))
}

/// Makes an office in a new or empty folder from a backup: all that is whole,
/// with a list of what is not. One that broke off is taken up again.
///
/// # Errors
/// [`register::RegisterError::NotABackup`], `NotEmpty`, `Nested`, `Altered`
/// for a damaged database, and those of the disk.
pub fn backup_restore(
    from: &Path,
    to: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<BackupRestored> {
    let lacked = Register::backup_about(from)?.lost;
    let backup = Register::backup_restore(from, to, progress)?;
    Ok(restored(backup, &lacked))
}

fn restored(backup: register::Backup, lacked: &[LostContent]) -> BackupRestored {
    let known = |sha256: &str| lacked.iter().any(|lost| lost.sha256 == sha256);
    BackupRestored {
        lacks_more: backup.lost.iter().any(|lost| !known(&lost.sha256)),
        at: backup.at,
        bytes: backup.bytes,
        documents: backup.documents,
        lost: named(backup.lost),
        locked: backup.locked,
    }
}

/// Restores a backup beside the office in `folder`, to be put in its place
/// afterwards. One that broke off is taken up again. Gives where it lies.
///
/// # Errors
/// Those of [`backup_restore`].
pub fn backup_restore_beside(
    from: &Path,
    folder: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<(BackupRestored, PathBuf)> {
    let lacked = Register::backup_about(from)?.lost;
    let (backup, beside) = Register::backup_restore_beside(from, folder, progress)?;
    Ok((restored(backup, &lacked), beside))
}

/// Puts restored records in place of the office in `folder`, which nobody has
/// open. What was there is kept under a name with the time.
///
/// # Errors
/// [`register::RegisterError::Locked`] and those of the disk.
pub fn backup_put_in_place(
    restored: &Path,
    folder: &Path,
    now: DateTime<FixedOffset>,
) -> Result<InPlace> {
    Ok(Register::put_in_place(restored, folder, now)?)
}

/// The folders beside the office in `folder` that backups were restored into
/// and that did not take its place.
///
/// # Errors
/// Those of the disk.
pub fn restored_leftovers(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(Register::restored_leftovers(folder)?)
}

/// The records beside the office in `folder` that a backup took the place of, the earliest first.
///
/// # Errors
/// Those of the disk.
pub fn former_records(folder: &Path) -> Result<Vec<PathBuf>> {
    Ok(Register::former_records(folder)?)
}

/// Removes one of either from the disk.
///
/// # Errors
/// [`register::RegisterError::NotABackup`] for a folder that is none, [`register::RegisterError::Locked`] while
/// somebody has it open, and those of the disk.
pub fn left_beside_remove(folder: &Path, left: &Path) -> Result<()> {
    Ok(Register::left_beside_remove(folder, left)?)
}

/// Opens records that a backup was put in place of. What they gave beyond it
/// stays given: the journal notes it, and numbers go on behind the last.
///
/// # Errors
/// Those of opening and of the register.
pub fn backup_in_place_open(folder: &Path, by: &By) -> Result<Office> {
    let office = Office::open(folder, by.now)?;
    office.register().loss_accept(by)?;
    Ok(office)
}

/// Notes what [`backup_in_place_open`] does, where a kill or a full disk kept it from being noted when the backup was
/// put in place. Nothing else that is lost is accepted by it.
///
/// # Errors
/// Those of the register.
pub fn backup_in_place_note(office: &Office, by: &By) -> Result<()> {
    let register = office.register();
    if register.lost_rows().is_some() && register.is_just_in_place()? {
        register.loss_accept(by)?;
    }
    Ok(())
}

/// Finishes putting a backup in place where a killed program left the place
/// empty. Says whether there was anything to finish.
///
/// # Errors
/// Those of the disk.
pub fn backup_in_place_finish(folder: &Path) -> Result<bool> {
    Ok(Register::in_place_finish(folder)?)
}

/// The backups made of this office that are still where they were made, the
/// one made last in front.
///
/// # Errors
/// Those of the register.
pub fn backup_list(office: &Office) -> Result<Vec<BackupMade>> {
    let backups = office.register().backup_list()?;
    Ok(backups.into_iter().map(backup_made).collect())
}
