//! Encrypting what is written.

use crate::error::Result;
use crate::key::{Subkey, random};
use crate::stream::{CHUNK, Chunks, TAG, header};
use std::io;
use std::io::Write;
use zeroize::Zeroizing;

/// Encrypts what is written to it, a chunk at a time. Unless it is finished,
/// what it wrote is known to be cut off.
pub struct SealedWriter<W> {
    inner: W,
    chunks: Chunks,
    /// Plain text of the chunk that is being filled.
    waiting: Zeroizing<Vec<u8>>,
    at: u64,
}

impl<W: Write> SealedWriter<W> {
    /// Begins an encrypted file.
    ///
    /// # Errors
    /// [`crate::VaultError::NoRandom`] and those of writing.
    pub fn new(mut inner: W, key: &Subkey) -> Result<Self> {
        let header = header(random()?);
        inner.write_all(&header)?;
        Ok(Self {
            inner,
            chunks: Chunks::of(key, header),
            waiting: Zeroizing::new(Vec::with_capacity(CHUNK + TAG)),
            at: 0,
        })
    }

    /// Writes the last chunk and gives back what was written to.
    ///
    /// # Errors
    /// Those of writing.
    pub fn finish(mut self) -> io::Result<W> {
        self.write_chunk(true)?;
        self.inner.flush()?;
        Ok(self.inner)
    }

    fn write_chunk(&mut self, last: bool) -> io::Result<()> {
        self.chunks
            .seal(self.at, last, &mut self.waiting)
            .ok_or(io::ErrorKind::FileTooLarge)?;
        self.at += 1;
        let written = self.inner.write_all(&self.waiting);
        self.waiting.clear();
        written
    }
}

impl<W: Write> Write for SealedWriter<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full chunk waits for more: only then it is known not to be the last.
        if self.waiting.len() == CHUNK && !bytes.is_empty() {
            self.write_chunk(false)?;
        }
        let taken = bytes.len().min(CHUNK - self.waiting.len());
        self.waiting.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    /// What was written reaches as far as the last full chunk.
    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}
