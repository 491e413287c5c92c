//! Files outside the office, where a person says: read as far as is sensible, written whole or not at all.

use crate::failure::Refusal;
use crate::host::{FileType, Host};
use office::NotRead;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read, Write};
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
    write_whole(&path, bytes).map_err(Refusal::NotSaved)?;
    Ok(SavedFile {
        saved: Some(path.display().to_string()),
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

/// Writes a file so that a power cut leaves the old one or the new one, never half of it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut fresh = path.as_os_str().to_owned();
    fresh.push(".part");
    let fresh = Path::new(&fresh);
    let written = File::create(fresh).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(fresh, path));
    if done.is_err() {
        let _ = fs::remove_file(fresh);
    }
    done
}
