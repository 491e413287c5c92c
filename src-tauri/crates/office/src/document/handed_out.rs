//! Files that leave the office for a place that a person names.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use thiserror::Error;
use uuid::Uuid;

/// Why a file is not written where a person wants it.
#[derive(Debug, Error)]
pub enum NotWritten {
    /// It would take the place of a file of the records or of their copies.
    #[error("a place of the records")]
    AmongRecords,
    /// A pipe, a device or a folder lies under the name.
    #[error("not a file")]
    NotAFile,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes a file where a person says: whole, or what was there stays.
///
/// # Errors
/// [`NotWritten`].
pub fn file_write(path: &Path, from: impl Read) -> Result<(), NotWritten> {
    if register::is_among_records(path)? {
        return Err(NotWritten::AmongRecords);
    }
    let at = match fs::metadata(path) {
        Ok(there) if !there.is_file() => return Err(NotWritten::NotAFile),
        // Through a link to a file, so that the link stays one.
        Ok(_) => fs::canonicalize(path)?,
        Err(_) => path.to_owned(),
    };
    Ok(write_whole(&at, from)?)
}

/// Writes a file so that a power cut leaves the old one or the new one, never half of it.
///
/// # Errors
/// Those of the disk; what was there stays.
pub fn write_whole(path: &Path, from: impl Read) -> io::Result<()> {
    write_with(File::options().write(true).create_new(true), path, from)
}

/// The same for what only its owner is to read, where the system knows owners.
///
/// # Errors
/// Those of the disk; what was there stays.
pub fn write_private(path: &Path, from: impl Read) -> io::Result<()> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    write_with(&options, path, from)
}

fn write_with(options: &fs::OpenOptions, path: &Path, mut from: impl Read) -> io::Result<()> {
    let fresh = beside(path);
    let created = options.open(&fresh);
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

/// A name beside it that nobody's file bears.
fn beside(path: &Path) -> PathBuf {
    path.with_file_name(format!(".otvet-{}", Uuid::now_v7().simple()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn saving_leaves_every_other_file_beside_it_alone() {
        let root = tempfile::tempdir().expect("a folder");
        let at = |name: &str| root.path().join(name);
        fs::write(at("ответ.pdf.part"), "somebody's download").expect("a file");
        file_write(&at("ответ.pdf"), &b"%PDF"[..]).expect("saved");
        // What can't be written over leaves nothing behind.
        fs::create_dir(at("папка")).expect("a folder");
        let refused = file_write(&at("папка"), &b"%PDF"[..]);
        assert!(matches!(refused, Err(NotWritten::NotAFile)), "{refused:?}");
        assert_eq!(fs::read(at("ответ.pdf")).expect("a file"), b"%PDF");
        let theirs = fs::read(at("ответ.pdf.part")).expect("a file");
        assert_eq!(theirs, b"somebody's download");
        assert_eq!(fs::read_dir(root.path()).expect("a folder").count(), 3);
    }

    #[test]
    fn what_breaks_off_leaves_the_older_file_whole() {
        struct Full(usize);
        impl Read for Full {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                if self.0 == 0 {
                    return Err(io::ErrorKind::StorageFull.into());
                }
                self.0 -= 1;
                into.fill(b'x');
                Ok(into.len())
            }
        }
        let root = tempfile::tempdir().expect("a folder");
        let letter = root.path().join("letter.pdf");
        file_write(&letter, &b"the good one"[..]).expect("saved");
        let broken = file_write(&letter, Full(3));
        assert!(matches!(broken, Err(NotWritten::Io(_))), "{broken:?}");
        assert_eq!(fs::read(&letter).expect("a file"), b"the good one");
        assert_eq!(fs::read_dir(root.path()).expect("a folder").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_file_stays_a_link_and_none_leads_into_the_records() {
        use std::os::unix::fs::symlink;
        let root = tempfile::tempdir().expect("a folder");
        let at = |name: &str| root.path().join(name);
        fs::write(at("there.pdf"), "old").expect("a file");
        symlink(at("there.pdf"), at("link.pdf")).expect("a link");
        file_write(&at("link.pdf"), &b"new"[..]).expect("saved");
        assert_eq!(fs::read(at("there.pdf")).expect("a file"), b"new");
        let link = fs::symlink_metadata(at("link.pdf")).expect("there");
        assert!(link.is_symlink());
        fs::create_dir(at("office")).expect("a folder");
        fs::write(at("office/office.sqlite"), "records").expect("a file");
        symlink(at("office/office.sqlite"), at("trap.pdf")).expect("a link");
        let refused = file_write(&at("trap.pdf"), &b"%PDF"[..]);
        assert!(
            matches!(refused, Err(NotWritten::AmongRecords)),
            "{refused:?}"
        );
        assert_eq!(
            fs::read(at("office/office.sqlite")).expect("a file"),
            b"records"
        );
    }
}
