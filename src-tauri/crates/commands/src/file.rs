//! Files outside the office, where a person says: read as far as is sensible, written whole or not at all.

use crate::failure::Refusal;
use crate::host::{FileType, Host};
use office::NotRead;
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// What became of a file that was to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SavedFile {
    /// The path, for showing only; none when the dialog was cancelled.
    pub saved: Option<String>,
}

pub fn choose(host: &dyn Host, title: &str, types: &[FileType<'_>]) -> Option<PathBuf> {
    host.choose_files(title, types, false).into_iter().next()
}

/// Asks where to and writes the bytes there.
pub fn save(
    host: &dyn Host,
    title: &str,
    name: &str,
    kind: FileType<'_>,
    bytes: &[u8],
) -> Result<SavedFile, Refusal> {
    let Some(path) = host.choose_where_to_save(title, name, kind) else {
        return Ok(SavedFile { saved: None });
    };
    write(&path, bytes)?;
    Ok(SavedFile {
        saved: Some(path.display().to_string()),
    })
}

/// Asks where to and writes there what somebody else made, with the system's mark for that.
pub fn save_from(
    host: &dyn Host,
    title: &str,
    name: &str,
    kind: FileType<'_>,
    from: impl Read,
) -> Result<SavedFile, Refusal> {
    let Some(path) = host.choose_where_to_save(title, name, kind) else {
        return Ok(SavedFile { saved: None });
    };
    write(&path, from)?;
    office::mark_foreign(&path);
    Ok(SavedFile {
        saved: Some(path.display().to_string()),
    })
}

/// Writes a file where the person says.
pub fn write(path: &Path, from: impl Read) -> Result<(), Refusal> {
    office::file_write(path, from).map_err(|reason| Refusal::NotWritten {
        path: path.to_owned(),
        reason,
    })
}

/// The first `most` bytes of a file.
pub fn read_at_most(path: &Path, most: u64) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    office::file_open(path)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(NotRead::from)?;
    Ok(bytes)
}
