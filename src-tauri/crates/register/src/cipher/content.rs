//! Files of an office, written and read in plain text or encrypted.

use crate::cipher::keys::Cipher;
use crate::error::{RegisterError, Result};
use std::fs::File;
use std::io;
use std::io::{Read, Seek, SeekFrom, Write};
use vault::{SealedReader, SealedWriter, VaultError};

/// Content that is open to be read. In a locked office not a byte comes out of
/// it that was not written; damage is an error of [`io::ErrorKind::InvalidData`].
pub struct Content(Opened);

enum Opened {
    Plain(File),
    Sealed(Box<SealedReader<File>>),
}

/// Content that is being written.
pub(crate) enum ContentWriter {
    Plain(File),
    Sealed(Box<SealedWriter<File>>),
}

impl Cipher {
    /// Reads a file of the office.
    ///
    /// # Errors
    /// [`RegisterError::Altered`] for one that is encrypted and not as it was written.
    pub(crate) fn reader(&self, file: File) -> Result<Content> {
        Ok(Content(match self.documents() {
            None => Opened::Plain(file),
            Some(key) => Opened::Sealed(Box::new(SealedReader::open(file, key)?)),
        }))
    }

    /// Reads what is left of a file of the office that was altered, with zeros
    /// for what can't be read.
    ///
    /// # Errors
    /// [`RegisterError::Altered`] for one of which nothing is left.
    pub(crate) fn salvaging_reader(&self, file: File) -> Result<Content> {
        Ok(Content(match self.documents() {
            None => Opened::Plain(file),
            Some(key) => Opened::Sealed(Box::new(SealedReader::salvage(file, key)?)),
        }))
    }

    /// Writes a file of the office.
    pub(crate) fn writer(&self, file: File) -> Result<ContentWriter> {
        Ok(match self.documents() {
            None => ContentWriter::Plain(file),
            Some(key) => ContentWriter::Sealed(Box::new(SealedWriter::new(file, key)?)),
        })
    }
}

impl Content {
    /// How many bytes it has, in plain text.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn length(&self) -> io::Result<u64> {
        match &self.0 {
            Opened::Plain(file) => Ok(file.metadata()?.len()),
            Opened::Sealed(reader) => Ok(reader.length()),
        }
    }
}

impl Read for Content {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match &mut self.0 {
            Opened::Plain(file) => file.read(into),
            Opened::Sealed(reader) => reader.read(into),
        }
    }
}

impl Seek for Content {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match &mut self.0 {
            Opened::Plain(file) => file.seek(to),
            Opened::Sealed(reader) => reader.seek(to),
        }
    }
}

impl ContentWriter {
    /// Writes what is still to be written, and gives the file, not yet seen
    /// onto the disk.
    pub(crate) fn finish(self) -> io::Result<File> {
        match self {
            Self::Plain(file) => Ok(file),
            Self::Sealed(writer) => writer.finish(),
        }
    }
}

impl Write for ContentWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Plain(file) => file.write(bytes),
            Self::Sealed(writer) => writer.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Plain(file) => file.flush(),
            Self::Sealed(writer) => writer.flush(),
        }
    }
}

impl From<VaultError> for RegisterError {
    fn from(error: VaultError) -> Self {
        match error {
            VaultError::WrongPassword => Self::WrongPassword,
            VaultError::WrongRecoveryKey => Self::WrongRecoveryKey,
            VaultError::Recovery(vault::RecoveryTypo::Length) => Self::RecoveryKeyLength,
            VaultError::Recovery(vault::RecoveryTypo::Group(group)) => {
                Self::RecoveryKeyGroup(group)
            }
            VaultError::EmptyPassword => Self::PasswordNeeded,
            VaultError::TooNew { found, known } => Self::TooNew {
                found: found.into(),
                known: known.into(),
            },
            VaultError::NotAKeyFile | VaultError::TooCostly => Self::Corrupt(error.to_string()),
            VaultError::Altered => Self::Altered(String::new()),
            VaultError::NoRandom => Self::Io(io::Error::other(error)),
            VaultError::Io(error) => error.into(),
        }
    }
}

impl RegisterError {
    /// Says which content it is that was altered.
    pub(crate) fn of_content(self, sha256: &str) -> Self {
        if matches!(self, Self::Altered(_)) {
            Self::Altered(sha256.to_owned())
        } else {
            self
        }
    }
}
