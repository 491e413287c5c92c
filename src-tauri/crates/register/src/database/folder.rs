//! Folders that only their owner enters, and that are seen onto the disk. A link
//! is followed nowhere below an office: it may lead to what is somebody else's.

use crate::error::{RegisterError, Result};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::fs::{File, Metadata, OpenOptions};
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
