//! Removing files of which nothing is to be left.
//!
//! What it does: zeros are written over each byte and seen onto the disk before
//! the name goes. What it can't do: a solid-state drive, a memory stick and file
//! systems that copy on writing (btrfs, ZFS, APFS, a journal of data) put the
//! zeros elsewhere and keep the old bytes until they need the room. Against that
//! only a disk helps that was encrypted from the first day.

use crate::error::Result;
use std::fs;
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::Path;

/// Writes over a file and removes it; one that is not there is no error.
pub(crate) fn wipe(path: &Path) -> Result<()> {
    let about = match fs::symlink_metadata(path) {
        Ok(about) => about,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    if about.is_file() {
        write_over(path, about.len())?;
    }
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

fn write_over(path: &Path, bytes: u64) -> Result<()> {
    let mut rights = fs::metadata(path)?.permissions();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        rights.set_mode(0o600);
    }
    #[cfg(not(unix))]
    rights.set_readonly(false);
    fs::set_permissions(path, rights)?;
    let mut file = File::options().write(true).open(path)?;
    let mut zeros = std::io::repeat(0).take(bytes);
    let gulp = &mut vec![0; 1 << 20];
    loop {
        let read = zeros.read(gulp)?;
        if read == 0 {
            break;
        }
        file.write_all(&gulp[..read])?;
    }
    file.sync_all()?;
    Ok(())
}
