//! Files of any size: a header, then chunks, each with its place and whether it
//! is the last in its nonce, so that none can be left out, moved or added.
//!
//! ```text
//! "OTVS" · format 1 · log2 of the chunk 16 · 0 0 · nonce, 19 bytes · 0 …   32 bytes
//! chunk of 64 KiB + tag of 16 bytes, …, a last one of 0 to 64 KiB + tag
//! ```
//!
//! The header is bound to every chunk. Only an empty file has an empty chunk.

pub(crate) mod read;
pub(crate) mod write;

use crate::key::Subkey;
use aead_stream::{NewStream, StreamBE32, StreamPrimitive};
use chacha20poly1305::XChaCha20Poly1305;

/// Bytes of plain text in a chunk.
pub(crate) const CHUNK: usize = 1 << CHUNK_LOG2;
const CHUNK_LOG2: u8 = 16;

/// Bytes that each chunk has more when encrypted.
pub(crate) const TAG: usize = 16;

pub(crate) const HEADER: usize = 32;
const NONCE_AT: usize = 8;
const NONCE: usize = 19;

pub(crate) fn header(nonce: [u8; NONCE]) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..4].copy_from_slice(b"OTVS");
    header[4] = 1;
    header[5] = CHUNK_LOG2;
    header[NONCE_AT..NONCE_AT + NONCE].copy_from_slice(&nonce);
    header
}

/// The cipher of one file.
pub(crate) struct Chunks {
    stream: StreamBE32<XChaCha20Poly1305>,
    pub(crate) header: [u8; HEADER],
}

impl Chunks {
    pub(crate) fn of(key: &Subkey, header: [u8; HEADER]) -> Self {
        let mut nonce = [0; NONCE];
        nonce.copy_from_slice(&header[NONCE_AT..NONCE_AT + NONCE]);
        Self {
            stream: StreamBE32::new(&(*key.0).into(), &nonce.into()),
            header,
        }
    }

    /// None when the file is too long: 256 TiB.
    pub(crate) fn seal(&self, at: u64, last: bool, buffer: &mut Vec<u8>) -> Option<()> {
        let at = u32::try_from(at).ok()?;
        self.stream
            .encrypt_in_place(at, last, &self.header, buffer)
            .ok()
    }

    /// None when the chunk is not as it was written, or not in its place.
    pub(crate) fn open(&self, at: u64, last: bool, buffer: &mut Vec<u8>) -> Option<()> {
        let at = u32::try_from(at).ok()?;
        self.stream
            .decrypt_in_place(at, last, &self.header, buffer)
            .ok()
    }
}
