//! The folder that a backup is copied into to be looked at. A file in it says
//! so, for it has a database as an office has: it is never opened as records.

use crate::database::folder::fresh_file;
use crate::error::Result;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The file's name.
const LOOKED_AT: &str = "looked-at";

const WORDS: &[u8] = b"Otvet: a copy that is looked at, not the records\n";

pub(crate) fn looked_at_begin(dir: &Path) -> Result<()> {
    let mut file = fresh_file(&dir.join(LOOKED_AT))?;
    file.write_all(WORDS)?;
    Ok(file.sync_all()?)
}

/// Whether a backup is looked at in a folder, or was.
pub(crate) fn is_looked_at(dir: &Path) -> bool {
    let file = dir.join(LOOKED_AT);
    file.symlink_metadata().is_ok_and(|found| found.is_file())
        && fs::read(&file).is_ok_and(|words| words == WORDS)
}

/// Takes the file away, the last thing of such a folder.
pub(crate) fn looked_at_end(dir: &Path) -> Result<()> {
    match fs::remove_file(dir.join(LOOKED_AT)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}
