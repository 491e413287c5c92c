//! Folders that only their owner enters, and that are seen onto the disk.

use crate::error::Result;
use std::fs;
use std::fs::File;
use std::path::Path;

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

pub(crate) fn sync_dir(dir: &Path) -> Result<()> {
    #[cfg(unix)]
    File::open(dir)?.sync_all()?;
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}
