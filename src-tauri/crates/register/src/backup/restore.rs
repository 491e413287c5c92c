//! Restoring a backup.

use crate::backup::store::{Backup, Manifest, contents, copy_content, read_manifest};
use crate::database::connection::open_copy;
use crate::database::folder::{private_dir, sync_dir};
use crate::error::{RegisterError, Result};
use crate::register::{DATABASE, Register};
use crate::store::content::Store;
use crate::store::scratch::{SCRATCH, Scratch};
use std::fs;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

impl Register {
    /// Restores a backup into a folder that is new or empty, reading every
    /// piece again, and gives what it holds. The office it was made of is not
    /// touched.
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`], [`RegisterError::NotEmpty`],
    /// [`RegisterError::Altered`], [`RegisterError::MissingFile`],
    /// [`RegisterError::DiskFull`].
    pub fn backup_restore(
        from: &Path,
        to: &Path,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        let (manifest, backup) = read_manifest(from)?;
        if to.exists() && fs::read_dir(to)?.next().is_some() {
            return Err(RegisterError::NotEmpty);
        }
        private_dir(to)?;
        let restored = restore_into(from, to, &manifest, progress);
        if restored.is_err() {
            // The folder was empty before, so nothing of anybody's is lost.
            let _ = fs::remove_dir_all(to);
        }
        restored.map(|()| backup)
    }
}

fn restore_into(
    from: &Path,
    to: &Path,
    manifest: &Manifest,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<()> {
    // Under another name until it is whole, so that half an office never opens.
    let database = to.join("restoring.sqlite");
    let mut kept = File::open(from.join(DATABASE)).map_err(|_| RegisterError::NotABackup)?;
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .open(&database)?;
    std::io::copy(&mut kept, &mut file)?;
    file.sync_all()?;
    drop(file);
    if Store::hash_of(File::open(&database)?)?.0 != manifest.database_sha256 {
        return Err(RegisterError::Altered(manifest.database_sha256.clone()));
    }
    let contents = contents(&open_copy(&database)?)?;
    let shelf = from
        .parent()
        .ok_or(RegisterError::NotABackup)?
        .join("documents");
    let (kept, store) = (Store::open(&shelf)?, Store::open(&to.join("documents"))?);
    let scratch = Scratch::open(&to.join(SCRATCH), false)?;
    let of = contents.len() as u64;
    for (done, (sha256, bytes)) in (0u64..).zip(&contents) {
        if progress(done, of).is_break() {
            return Err(RegisterError::Cancelled);
        }
        copy_content(&kept, &store, &scratch, sha256, *bytes)?;
    }
    fs::rename(&database, to.join(DATABASE))?;
    sync_dir(to)?;
    Ok(())
}
