//! What lies beside an office: restored backups that never took its place, and the records that one took the
//! place of.

use crate::backup::hold::read_hold;
use crate::backup::in_place::{former_records, is_complete, restored_beside, restoring_remove};
use crate::backup::taking_over::no_longer;
use crate::cipher::way_in::cipher_of;
use crate::cipher::wiping::wipe;
use crate::database::connection::open_copy;
use crate::database::folder::is_plain_file;
use crate::database::value::hex;
use crate::error::{RegisterError, Result};
use crate::journal::chain::journal_head;
use crate::register::{DATABASE, RESTORING, Register};
use crate::removal::{RemoveFile, remove_by, unlink};
use std::path::{Path, PathBuf};

impl Register {
    /// The folders beside the office in `office` that backups were restored into,
    /// by half or whole, and that did not take its place. One in which somebody
    /// worked since is an office of its own and not among them.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn restored_leftovers(office: &Path) -> Result<Vec<PathBuf>> {
        let mut left = restored_beside(office)?;
        left.retain(|dir| is_left(dir).unwrap_or(false));
        complaint::order::ascending(&mut left);
        Ok(left)
    }

    /// The records beside the office in `office` that a backup took the place of, the earliest first.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn former_records(office: &Path) -> Result<Vec<PathBuf>> {
        former_records(office)
    }

    /// Removes one of either, and nothing that the program did not put there. What lies in plain text beside a
    /// locked office is written over before.
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`] for a folder that is none, [`RegisterError::Locked`] while somebody has it
    /// open, and those of the disk.
    pub fn left_beside_remove(office: &Path, dir: &Path) -> Result<()> {
        let mut left = Self::restored_leftovers(office)?;
        left.extend(former_records(office)?);
        if !left.iter().any(|left| left == dir) {
            return Err(RegisterError::NotABackup);
        }
        no_longer(dir)?;
        let is_plain = Self::is_locked(office)? && !Self::is_locked(dir)?;
        let remove: RemoveFile = if is_plain { wipe } else { unlink };
        if is_complete(dir)? {
            remove_by(dir, remove)
        } else {
            restoring_remove(dir, remove)
        }
    }
}

fn is_left(dir: &Path) -> Result<bool> {
    if is_plain_file(&dir.join(RESTORING))? {
        return Ok(true);
    }
    if !is_complete(dir)? {
        return Ok(false);
    }
    let (_, head) = journal_head(&open_copy(&dir.join(DATABASE), &cipher_of(dir)?)?)?;
    Ok(read_hold(dir)?.copy == Some(hex(&head)))
}
