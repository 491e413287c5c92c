//! Removing a whole office from the disk, and nothing else.

use crate::backup::looked_at::{is_looked_at, looked_at_end};
use crate::cipher::placing::take_up;
use crate::database::folder::{is_filled, is_plain_dir, is_plain_file};
use crate::error::{RegisterError, Result};
use crate::holding::hold_alone;
use crate::own_files::{BACKUPS, DOCUMENTS, LOCK, is_copy_before, nothing_foreign, own_files};
use crate::register::{DATABASE, Register};
use crate::store::scratch::{self, SCRATCH};
use crate::store::stored_name::is_stored_name;
use std::fs;
use std::fs::File;
use std::io;
use std::path::Path;

impl Register {
    /// Removes the office kept in a folder that nobody has open, or the folder
    /// that is empty. What the office did not make stays, and with it the
    /// folder it lies in.
    ///
    /// # Errors
    /// [`RegisterError::NotAnOffice`], [`RegisterError::Locked`] while somebody has
    /// it open, [`RegisterError::Foreign`] for a link in it, and those of the disk.
    pub fn remove(dir: &Path) -> Result<()> {
        remove_by(dir, unlink)
    }
}

/// How a file goes; one that is not there is no error.
pub(crate) type RemoveFile = fn(&Path) -> Result<()>;

/// Takes the name of a file away; its bytes stay on the disk until it needs the room.
pub(crate) fn unlink(file: &Path) -> Result<()> {
    gone(fs::remove_file(file))
}

/// As [`Register::remove`], each file in this way.
pub(crate) fn remove_by(dir: &Path, remove: RemoveFile) -> Result<()> {
    nothing_foreign(dir)?;
    take_up(dir)?;
    let looked_at = is_looked_at(dir);
    if !dir.join(DATABASE).is_file() && !looked_at {
        return if is_filled(dir)? {
            Err(RegisterError::NotAnOffice)
        } else {
            emptied(dir)
        };
    }
    let _held = held(dir)?;
    if is_plain_dir(&dir.join(SCRATCH))? {
        scratch::remove_all(&dir.join(SCRATCH))?;
    }
    let documents = dir.join(DOCUMENTS);
    for at in 0..=u8::MAX {
        let shard = documents.join(format!("{at:02x}"));
        if is_plain_dir(&shard)? {
            remove_files(&shard, remove, is_stored_name)?;
            emptied(&shard)?;
        }
    }
    emptied(&documents)?;
    let backups = dir.join(BACKUPS);
    if is_plain_dir(&backups)? {
        remove_files(&backups, remove, |name| {
            let name = name.strip_suffix(".part").unwrap_or(name);
            name == crate::journal::anchor::HEADS
                || name == crate::backup::hold::HOLD
                || name == crate::backup::rehearsal::REHEARSED
                || name == crate::backup::thin::LEFT
                || is_copy_before(name)
        })?;
        emptied(&backups)?;
    }
    // The database goes last: until then what is left is an office, to be removed again.
    for file in own_files(dir).into_iter().rev() {
        remove(&file)?;
    }
    if looked_at {
        looked_at_end(dir)?;
    }
    emptied(dir)
}

/// Holds an office that nobody has open against being opened.
fn held(dir: &Path) -> Result<Option<File>> {
    let lock = dir.join(LOCK);
    if !is_plain_file(&lock)? {
        return Ok(None);
    }
    let lock = File::open(lock)?;
    hold_alone(&lock)?;
    Ok(Some(lock))
}

fn remove_files(dir: &Path, remove: RemoveFile, ours: impl Fn(&str) -> bool) -> Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && ours(&entry.file_name().to_string_lossy()) {
            remove(&entry.path())?;
        }
    }
    Ok(())
}

/// Removes a folder in which nothing is left; another stays.
fn emptied(dir: &Path) -> Result<()> {
    match fs::remove_dir(dir) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
        done => gone(done),
    }
}

fn gone(done: io::Result<()>) -> Result<()> {
    match done {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
