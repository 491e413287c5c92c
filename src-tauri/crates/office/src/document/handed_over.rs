//! Files from outside, before anything of them is read.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use thiserror::Error;

/// Why a file from outside is not read.
#[derive(Debug, Error)]
pub enum NotRead {
    /// A pipe, a device or a folder: reading it may never end.
    #[error("not a file")]
    NotAFile,
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Opens a file that a person handed over; a link to a file does as well.
///
/// # Errors
/// [`NotRead::NotAFile`] at once, for opening a pipe would wait for its other end.
pub fn file_open(path: &Path) -> Result<File, NotRead> {
    if !fs::metadata(path)?.is_file() {
        return Err(NotRead::NotAFile);
    }
    let file = File::open(path)?;
    // Another may lie under the name by now.
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(NotRead::NotAFile)
    }
}
