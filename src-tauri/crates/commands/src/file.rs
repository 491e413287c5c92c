//! Files outside the office, where a person says: read as far as is sensible, written whole or not at all.

use crate::failure::Refusal;
use crate::host::{FileType, Host};
use office::NotRead;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use ts_rs::TS;
use uuid::Uuid;

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
    write_whole(&path, bytes).map_err(|reason| Refusal::NotWritten {
        path: path.clone(),
        reason,
    })?;
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
    write_from(&path, from).map_err(Refusal::NotSaved)?;
    office::mark_foreign(&path);
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
    write_from(path, bytes)
}

fn write_from(path: &Path, mut from: impl Read) -> io::Result<()> {
    // A name that nobody's file beside it bears.
    let fresh = path.with_file_name(format!(".otvet-{}", Uuid::now_v7().simple()));
    let created = File::options().write(true).create_new(true).open(&fresh);
    let written = created.and_then(|mut file| {
        io::copy(&mut from, &mut file)?;
        file.sync_all()
    });
    let done = written.and_then(|()| fs::rename(&fresh, path));
    if done.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    done
}

#[cfg(test)]
mod tests {
    use super::write_whole;
    use std::fs;

    #[test]
    fn saving_leaves_every_other_file_beside_it_alone() {
        let root = tempfile::tempdir().expect("a folder");
        let theirs = root.path().join("ответ.pdf.part");
        fs::write(&theirs, "somebody's download").expect("a file");
        let saved = root.path().join("ответ.pdf");
        write_whole(&saved, b"%PDF").expect("saved");
        // What can't be written over leaves nothing behind.
        fs::create_dir(root.path().join("папка")).expect("a folder");
        assert!(write_whole(&root.path().join("папка"), b"%PDF").is_err());
        assert_eq!(fs::read(&saved).expect("a file"), b"%PDF");
        assert_eq!(fs::read(&theirs).expect("a file"), b"somebody's download");
        assert_eq!(fs::read_dir(root.path()).expect("a folder").count(), 3);
    }
}
