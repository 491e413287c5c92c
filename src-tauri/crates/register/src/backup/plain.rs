//! Backups in plain text of an office that has a password since.

use crate::backup::shelf::shelf_lock;
use crate::backup::thin::{Thinned, drop_others, needed};
use crate::backup::unfinished::{mark_withdrawn, withdraw};
use crate::cipher::wiping::wipe;
use crate::error::{RegisterError, Result};
use crate::holding::hold_alone;
use crate::register::{DATABASE, Register};
use std::path::Path;

impl Register {
    /// Removes a backup in plain text of this office, which is locked, and the documents that provably no other backup
    /// on its shelf names. What is removed is written over before. Where a backup can't be read as it was made, no
    /// document goes: [`Register::thinning_left`] tells of it, and the next thinning tries again.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`] where the office lies in plain text itself, [`RegisterError::NotABackup`] for one
    /// that is none of this office or has a password, [`RegisterError::OnlyCopy`] where no other one on the shelf is
    /// whole and locked, [`RegisterError::Locked`] while another program uses the shelf, and those of the disk.
    pub fn plain_backup_remove(&self, copy: &Path) -> Result<Thinned> {
        if !self.has_password() {
            return Err(RegisterError::NoPassword);
        }
        let copy = std::path::absolute(copy)?;
        let shelf = copy.parent().ok_or(RegisterError::NotABackup)?;
        let alone = shelf_lock(shelf)?;
        hold_alone(&alone)?;
        let own = self.office_fingerprint()?;
        let mut backups = Self::shelf_list(shelf)?;
        backups.retain(|backup| backup.office.as_ref() == Some(&own));
        if !backups
            .iter()
            .any(|found| found.dir == copy && !found.locked)
        {
            return Err(RegisterError::NotABackup);
        }
        if !backups.iter().any(|found| found.locked && found.is_whole()) {
            return Err(RegisterError::OnlyCopy);
        }
        // Documents that stay where it breaks off go with the next thinning, which is told of this shelf until then.
        self.left_write(Some(shelf));
        mark_withdrawn(&copy)?;
        wipe(&copy.join(DATABASE))?;
        if !withdraw(&copy)? {
            return Err(RegisterError::Denied);
        }
        let documents = match needed(shelf) {
            Ok(needed) => {
                let dropped = drop_others(shelf, &needed, &|path| wipe(path))?;
                self.left_write(None);
                dropped
            }
            Err((doubt, _)) => {
                self.left_write(Some(&doubt));
                0
            }
        };
        Ok(Thinned {
            backups: 1,
            documents,
        })
    }
}
