//! Files from outside, before anything of them is read.

use std::fs::{self, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a file from outside is not read.
#[derive(Debug, Error)]
pub enum NotRead {
    /// A pipe, a device or a folder: reading it may never end.
    #[error("not a file")]
    NotAFile,
    /// It has more bytes than are taken into memory.
    #[error("too large")]
    TooLarge,
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

/// The bytes of a message that a person handed over as a file.
///
/// # Errors
/// [`NotRead::TooLarge`] for one that no mail server takes, before it is in memory.
pub fn message_read(path: &Path) -> Result<Vec<u8>, NotRead> {
    let file = file_open(path)?;
    if file.metadata()?.len() > intake::MAIL_LIMIT_BYTES as u64 {
        return Err(NotRead::TooLarge);
    }
    message_from(file)
}

/// The same out of a stream, whose length is known only at its end.
///
/// # Errors
/// As [`message_read`].
pub fn message_from(stream: impl Read) -> Result<Vec<u8>, NotRead> {
    let most = intake::MAIL_LIMIT_BYTES;
    let mut bytes = Vec::new();
    // One byte past the limit tells what goes on.
    stream.take(most as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > most {
        return Err(NotRead::TooLarge);
    }
    Ok(bytes)
}

/// A file that is opened when it is first read, so that thousands may wait for
/// their turn: systems allow a program a thousand open files or so.
pub struct WaitingFile {
    path: PathBuf,
    file: Option<File>,
    ended: bool,
}

impl WaitingFile {
    /// Sees that the file can be read, and what is known of it.
    ///
    /// # Errors
    /// As [`file_open`].
    pub fn at(path: &Path) -> Result<(Self, Metadata), NotRead> {
        let about = file_open(path)?.metadata()?;
        let path = path.to_owned();
        let waiting = Self {
            path,
            file: None,
            ended: false,
        };
        Ok((waiting, about))
    }
}

impl Read for WaitingFile {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.ended {
            return Ok(0);
        }
        let file = match &mut self.file {
            Some(file) => file,
            none => none.insert(file_open(&self.path).map_err(|reason| match reason {
                NotRead::Io(error) => error,
                other @ (NotRead::NotAFile | NotRead::TooLarge) => io::Error::other(other),
            })?),
        };
        let read = file.read(into)?;
        if read == 0 && !into.is_empty() {
            // Its turn is over.
            self.file = None;
            self.ended = true;
        }
        Ok(read)
    }
}
