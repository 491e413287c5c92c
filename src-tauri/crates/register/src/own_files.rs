//! What an office may have in its folder, by name.

use crate::database::folder::{is_plain_dir, is_plain_file};
use crate::database::page_sums::{SUMS, SUMS_PART};
use crate::error::Result;
use crate::journal::anchor::HEADS;
use crate::journal::head::{HEAD_FILE, HOLD};
use crate::register::DATABASE;
use crate::store::scratch::SCRATCH;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const LOCK: &str = "office.lock";
pub(crate) const DRAFTS: &str = "drafts.sqlite";
pub(crate) const DOCUMENTS: &str = "documents";
pub(crate) const BACKUPS: &str = "backups";

/// The file that holds the wrapped key. Where it lies, the office is locked.
pub(crate) const KEYS: &str = "office.keys";

/// The file that holds the key wrapped by a secret that the system keeps, where the owner wants that.
pub(crate) const KEYRING: &str = "office.keyring";

/// Where an office is made anew in plain text or encrypted, beside the one there is.
pub(crate) const CONVERTING: &str = ".otvet-converting";

/// What SQLite puts beside a database file.
const BESIDE: [&str; 4] = ["", "-wal", "-shm", "-journal"];

/// The files an office may have at the top of its folder, its database first.
pub(crate) fn own_files(dir: &Path) -> Vec<PathBuf> {
    let database = |name| BESIDE.map(|beside| dir.join(format!("{name}{beside}")));
    let mut files = Vec::from(database(DATABASE));
    files.extend(database(DRAFTS));
    let single = [LOCK, HEAD_FILE, HOLD, SUMS, SUMS_PART, KEYRING, KEYS];
    files.extend(single.map(|name| dir.join(name)));
    files
}

/// Whether a file in the folder of copies is one that was made before a change
/// of the database's format.
pub(crate) fn is_copy_before(name: &str) -> bool {
    name.starts_with("before-") && name.ends_with(".sqlite")
}

/// Whether a file is one that was damaged, and put aside.
pub(crate) fn is_set_aside(name: &str) -> bool {
    name.contains(".damaged-")
}

/// The files that hold something of the records, of those that are there and
/// no documents, below the office's folder.
pub(crate) fn telling_files(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files: Vec<PathBuf> = own_files(dir);
    files.retain(|file| !file.ends_with(LOCK));
    let backups = dir.join(BACKUPS);
    files.push(backups.join(HEADS));
    for (folder, ours) in [
        (dir, is_set_aside as fn(&str) -> bool),
        (&backups, |name| is_set_aside(name) || is_copy_before(name)),
    ] {
        if is_plain_dir(folder)? {
            for entry in fs::read_dir(folder)? {
                let entry = entry?;
                if ours(&entry.file_name().to_string_lossy()) && entry.file_type()?.is_file() {
                    files.push(entry.path());
                }
            }
        }
    }
    let below = |file: PathBuf| file.strip_prefix(dir).map(Path::to_owned).ok();
    Ok(files
        .into_iter()
        .filter(|file| file.symlink_metadata().is_ok())
        .filter_map(below)
        .collect())
}

/// Refuses an office in which a link, a device or a folder stands where its
/// own files do, or the reverse.
///
/// # Errors
/// [`crate::RegisterError::Foreign`].
pub(crate) fn nothing_foreign(dir: &Path) -> Result<()> {
    for file in own_files(dir) {
        is_plain_file(&file)?;
    }
    for name in [DOCUMENTS, BACKUPS, SCRATCH, CONVERTING] {
        is_plain_dir(&dir.join(name))?;
    }
    is_plain_file(&dir.join(BACKUPS).join(HEADS))?;
    Ok(())
}
