//! Decrypting what is read.

use crate::error::{Result, VaultError, altered};
use crate::key::Subkey;
use crate::stream::{CHUNK, Chunks, HEADER, TAG, header};
use std::io;
use std::io::{Read, Seek, SeekFrom};
use zeroize::{Zeroize, Zeroizing};

/// Decrypts what is read from it. Not a byte comes out that was not written
/// there: damage is an error that [`VaultError::is_altered`] knows.
pub struct SealedReader<R> {
    inner: R,
    chunks: Chunks,
    /// Bytes of plain text in the whole file, which its last chunk proves.
    length: u64,
    /// The chunk that was read last, and its place.
    plain: Zeroizing<Vec<u8>>,
    held: Option<u64>,
    position: u64,
    /// Whether zeros stand in for what was altered.
    salvages: bool,
}

impl<R: Read + Seek> SealedReader<R> {
    /// Opens an encrypted file and looks at its last chunk, so that one that is
    /// cut off is known before a byte is read.
    ///
    /// # Errors
    /// [`VaultError::Altered`] and those of reading.
    pub fn open(inner: R, key: &Subkey) -> Result<Self> {
        let (mut reader, found) = Self::begin(inner, key)?;
        if reader.chunks.header != found {
            return Err(VaultError::Altered);
        }
        match reader.hold(reader.last()) {
            Err(error) if VaultError::is_altered(&error) => Err(VaultError::Altered),
            Err(error) => Err(error.into()),
            Ok(()) => Ok(reader),
        }
    }

    /// Reads what is left of an encrypted file that was altered: every chunk
    /// that is still as it was written, and zeros in place of the others.
    ///
    /// # Errors
    /// [`VaultError::Altered`] where not even its length can be told, and those
    /// of reading.
    pub fn salvage(inner: R, key: &Subkey) -> Result<Self> {
        let (reader, _) = Self::begin(inner, key)?;
        Ok(Self {
            salvages: true,
            ..reader
        })
    }

    /// The reader at its beginning, and the header that was found there.
    fn begin(mut inner: R, key: &Subkey) -> Result<(Self, [u8; HEADER])> {
        let bytes = inner.seek(SeekFrom::End(0))?;
        let body = bytes
            .checked_sub(HEADER as u64)
            .ok_or(VaultError::Altered)?;
        inner.rewind()?;
        let mut found = [0; HEADER];
        inner.read_exact(&mut found)?;
        let mut salt = [0; super::SALT];
        salt.copy_from_slice(&found[super::SALT_AT..]);
        let chunks = body.div_ceil((CHUNK + TAG) as u64).max(1);
        let length = body
            .checked_sub(chunks * TAG as u64)
            .ok_or(VaultError::Altered)?;
        let reader = Self {
            inner,
            chunks: Chunks::of(key, header(salt)),
            length,
            plain: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
            held: None,
            position: 0,
            salvages: false,
        };
        Ok((reader, found))
    }

    /// Bytes of plain text in it.
    pub fn length(&self) -> u64 {
        self.length
    }

    fn last(&self) -> u64 {
        self.length.saturating_sub(1) / CHUNK as u64
    }

    /// Has the chunk at a place decrypted.
    fn hold(&mut self, at: u64) -> io::Result<()> {
        if self.held == Some(at) {
            return Ok(());
        }
        self.held = None;
        let begins = at * CHUNK as u64;
        let plain = self.length.checked_sub(begins).ok_or_else(altered)?;
        let plain = plain.min(CHUNK as u64);
        self.inner
            .seek(SeekFrom::Start(HEADER as u64 + at * (CHUNK + TAG) as u64))?;
        self.plain.zeroize();
        (&mut self.inner)
            .take(plain + TAG as u64)
            .read_to_end(&mut self.plain)?;
        let last = at == self.last();
        if self.chunks.open(at, last, &mut self.plain).is_none() || self.plain.len() as u64 != plain
        {
            self.plain.zeroize();
            if !self.salvages {
                return Err(altered());
            }
            self.plain.resize(plain as usize, 0);
        }
        self.held = Some(at);
        Ok(())
    }
}

impl<R: Read + Seek> Read for SealedReader<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.length || into.is_empty() {
            return Ok(0);
        }
        self.hold(self.position / CHUNK as u64)?;
        let within = (self.position % CHUNK as u64) as usize;
        let given = into.len().min(self.plain.len() - within);
        into[..given].copy_from_slice(&self.plain[within..within + given]);
        self.position += given as u64;
        Ok(given)
    }
}

impl<R> Seek for SealedReader<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let to = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = to.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.position)
    }
}
