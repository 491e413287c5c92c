//! Folders that only their owner enters, and that are seen onto the disk. A link
//! is followed nowhere below an office: it may lead to what is somebody else's.

use crate::error::{RegisterError, Result};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::fs::{File, Metadata, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

/// What lies under a name, which is no link, if anything does.
fn look(path: &Path) -> Result<Option<Metadata>> {
    match fs::symlink_metadata(path) {
        Ok(about) => Ok(Some(about)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Refuses a folder whose whole name is no Unicode text, before anything is made in it.
///
/// # Errors
/// [`RegisterError::NotUnicode`].
pub(crate) fn is_unicode(dir: &Path) -> Result<()> {
    let whole = std::path::absolute(dir)?;
    match whole.to_str() {
        Some(_) => Ok(()),
        None => Err(RegisterError::NotUnicode(dir.to_owned())),
    }
}

/// Whether a file lies under that name.
///
/// # Errors
/// [`RegisterError::Foreign`] for a link, a folder or a device.
pub(crate) fn is_plain_file(path: &Path) -> Result<bool> {
    match look(path)? {
        None => Ok(false),
        Some(about) if about.is_file() => Ok(true),
        Some(_) => Err(RegisterError::Foreign(path.to_owned())),
    }
}

/// Whether a folder lies under that name.
///
/// # Errors
/// [`RegisterError::Foreign`] for a link, a file or a device.
pub(crate) fn is_plain_dir(path: &Path) -> Result<bool> {
    match look(path)? {
        None => Ok(false),
        Some(about) if about.is_dir() => Ok(true),
        Some(_) => Err(RegisterError::Foreign(path.to_owned())),
    }
}

/// Opens a file for reading that somebody else may have put there, if one is
/// there. Neither is a link followed nor a pipe waited at.
///
/// # Errors
/// [`RegisterError::Foreign`] for a link, a folder or a device.
pub(crate) fn open_plain(path: &Path) -> Result<Option<File>> {
    if !is_plain_file(path)? {
        return Ok(None);
    }
    let mut options = File::options();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // It may have become another since it was looked at.
        let flags = OFlags::NONBLOCK | OFlags::NOFOLLOW;
        options.custom_flags(flags.bits().cast_signed());
    }
    let file = options.open(path)?;
    if !file.metadata()?.is_file() {
        return Err(RegisterError::Foreign(path.to_owned()));
    }
    Ok(Some(file))
}

/// Bytes that lists and notes of the program may have, which are read at once.
const SMALL: u64 = 16 << 20;

/// Reads a small file that somebody else may have put there, if one is there.
///
/// # Errors
/// [`RegisterError::Foreign`] for what is no plain file of at most 16 MiB.
pub(crate) fn read_small(path: &Path) -> Result<Option<Vec<u8>>> {
    read_bounded(path, SMALL)
}

/// Reads a file of at most so many bytes, if one is there.
///
/// # Errors
/// [`RegisterError::Foreign`] for what is no plain file, or longer.
pub(crate) fn read_bounded(path: &Path, most: u64) -> Result<Option<Vec<u8>>> {
    let Some(file) = open_plain(path)? else {
        return Ok(None);
    };
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(RegisterError::Foreign(path.to_owned()));
    }
    Ok(Some(bytes))
}

/// Whether anything lies in a folder that is there.
pub(crate) fn is_filled(dir: &Path) -> Result<bool> {
    Ok(is_plain_dir(dir)? && fs::read_dir(dir)?.next().is_some())
}

/// Makes a folder that only its owner can enter. One that is there already
/// stays as its owner set it up: it may be the root of a medium.
pub(crate) fn private_dir(dir: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    Ok(builder.create(dir)?)
}

/// Opens a file for writing, making it if need be so that only its owner can
/// read it. What is in it stays.
pub(crate) fn private_file(path: &Path) -> Result<File> {
    private(File::options().create(true).truncate(false), path)
}

/// Makes a file that only its owner can read, under a name that nothing bears.
pub(crate) fn fresh_file(path: &Path) -> Result<File> {
    private(File::options().create_new(true), path)
}

fn private(options: &mut OpenOptions, path: &Path) -> Result<File> {
    options.write(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    Ok(options.open(path)?)
}

/// Shuts a file, if it is there, to all but its owner, where the file system
/// knows owners and the file is ours.
pub(crate) fn shut_file(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if is_plain_file(path)? {
        use std::os::unix::fs::PermissionsExt;
        let rights = fs::metadata(path)?.permissions();
        if rights.mode() & 0o077 != 0 {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(rights.mode() & 0o700));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// Shuts an empty folder, chosen for an office, to all but its owner, where
/// the file system knows owners.
pub(crate) fn shut_if_empty(dir: &Path) -> Result<()> {
    #[cfg(unix)]
    if fs::read_dir(dir)?.next().is_none() {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(dir, fs::Permissions::from_mode(0o700));
    }
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}

/// Renames what is damaged and can be done without, and gives its new name.
pub(crate) fn set_aside(path: &Path, now: DateTime<FixedOffset>) -> Result<PathBuf> {
    let stamp = now.format("damaged-%Y%m%d-%H%M%S").to_string();
    let mut aside = path.with_added_extension(&stamp);
    let mut again = 1;
    while aside.symlink_metadata().is_ok() {
        again += 1;
        aside = path.with_added_extension(format!("{stamp}-{again}"));
    }
    fs::rename(path, &aside)?;
    Ok(aside)
}

pub(crate) fn sync_dir(dir: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(dir)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}
