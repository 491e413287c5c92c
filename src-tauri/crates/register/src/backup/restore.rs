//! Restoring a backup.

use crate::backup::content::{Brought, bring_all};
use crate::backup::place::apart_from;
use crate::backup::store::{Backup, MANIFEST, Manifest, PART, read_manifest, write_whole};
use crate::backup::unfinished::{parts_begin, parts_end};
use crate::database::connection::open_copy;
use crate::database::folder::{is_plain_file, is_unicode, private_dir, sync_dir};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::HEADS;
use crate::register::{DATABASE, RESTORING, Register};
use crate::store::content::Store;
use std::fs;
use std::fs::File;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::Path;

/// The database under another name until all is there, so that half an office
/// never opens.
pub(crate) const DATABASE_PART: &str = "restoring.sqlite";

impl Register {
    /// Restores a backup into a folder that is new or empty, reading every
    /// piece again, and gives what came back whole and what is lost. Restoring
    /// that broke off is taken up again by restoring the same backup into the
    /// same folder; nothing of a target is removed. Neither the backup nor the
    /// office it was made of is touched.
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`], [`RegisterError::Nested`],
    /// [`RegisterError::NotEmpty`], [`RegisterError::Altered`] when the
    /// database itself is damaged, [`RegisterError::DiskFull`] and others of
    /// the disk.
    pub fn backup_restore(
        from: &Path,
        to: &Path,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        let from = std::path::absolute(from)?;
        is_unicode(to)?;
        let (manifest, backup) = read_manifest(&from)?;
        let shelf = from.parent().ok_or(RegisterError::NotABackup)?;
        let to = apart_from(&from, to)?;
        apart_from(&shelf.join("documents"), &to)?;
        let kept = File::open(from.join(DATABASE)).map_err(|_| RegisterError::NotABackup)?;
        if Store::hash_of(kept)?.0 != manifest.database_sha256 {
            return Err(RegisterError::Altered(manifest.database_sha256));
        }
        private_dir(&to)?;
        if take_up(&from, &to)? == Stage::Done {
            return Ok(backup);
        }
        let brought = restore_into(&from, shelf, &to, &manifest, progress)?;
        Ok(Backup {
            documents: brought.documents,
            bytes: manifest.database_bytes + brought.bytes,
            lost: brought.lost,
            ..backup
        })
    }
}

/// How far restoring into a folder has come.
#[derive(PartialEq, Eq)]
enum Stage {
    Begun,
    /// All is there; what broke off could not take its mark away.
    Done,
}

/// Marks an empty folder with the manifest of what is restored into it, or sees
/// that it carries the mark already.
fn take_up(from: &Path, to: &Path) -> Result<Stage> {
    let manifest = fs::read(from.join(MANIFEST))?;
    let mark = to.join(RESTORING);
    let there = to.join(DATABASE).exists();
    match fs::read(&mark) {
        Ok(marked) if marked == manifest && there => {
            fs::remove_file(&mark)?;
            sync_dir(to)?;
            Ok(Stage::Done)
        }
        Ok(marked) if marked == manifest => Ok(Stage::Begun),
        Ok(_) => Err(RegisterError::NotEmpty),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            remove_half_mark(to, &manifest)?;
            if fs::read_dir(to)?.next().is_some() {
                return Err(RegisterError::NotEmpty);
            }
            write_whole(&mark, &manifest)?;
            Ok(Stage::Begun)
        }
        Err(error) => Err(error.into()),
    }
}

/// Removes what a kill leaves of a mark that is being written.
fn remove_half_mark(to: &Path, manifest: &[u8]) -> Result<()> {
    let half = to.join(RESTORING).with_added_extension(PART);
    if is_plain_file(&half)? && manifest.starts_with(&fs::read(&half)?) {
        fs::remove_file(half)?;
    }
    Ok(())
}

fn restore_into(
    from: &Path,
    shelf: &Path,
    to: &Path,
    manifest: &Manifest,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Brought> {
    let database = to.join(DATABASE_PART);
    let mut kept = File::open(from.join(DATABASE))?;
    let mut file = File::create(&database)?;
    std::io::copy(&mut kept, &mut file)?;
    file.sync_all()?;
    drop(file);
    if Store::hash_of(File::open(&database)?)?.0 != manifest.database_sha256 {
        return Err(RegisterError::Altered(manifest.database_sha256.clone()));
    }
    let conn = open_copy(&database)?;
    // Opened without being made: the backup is left as it is.
    let kept = Store::at(&shelf.join("documents"));
    let store = Store::open(&to.join("documents"))?;
    let parts = parts_begin(to)?;
    let mut brought = bring_all(&conn, &kept, &store, &parts, progress)?;
    parts_end(to)?;
    for lost in &mut brought.lost {
        // What was lost when the copy was made is not missed only now.
        if let Some(then) = manifest.lost.iter().find(|l| l.sha256 == lost.sha256) {
            lost.reason = then.reason;
        }
    }
    drop(conn);
    let backups = to.join("backups");
    private_dir(&backups)?;
    match fs::read(from.join(HEADS)) {
        Ok(heads) => write_whole(&backups.join(HEADS), &heads)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    fs::rename(&database, to.join(DATABASE))?;
    fs::remove_file(to.join(RESTORING))?;
    sync_dir(to)?;
    Ok(brought)
}
