//! Files of any size: a header, then chunks, each with its place and whether it
//! is the last in its nonce, so that none can be left out, moved or added.
//!
//! ```text
//! "OTVS" · format 1 · log2 of the chunk 16 · 0 0 · salt, 24 bytes                32 bytes
//! chunk of 64 KiB + tag of 16 bytes, …, a last one of 0 to 64 KiB + tag
//! ```
//!
//! Each file has a key of its own, HKDF-SHA256 of the subkey and the salt, so
//! that no nonce ever comes twice under one key. The header is bound to every
//! chunk. Only an empty file has an empty chunk.

pub(crate) mod read;
pub(crate) mod write;

use crate::key::{KEY, Subkey, expand};
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

/// Bytes of plain text in a chunk.
pub(crate) const CHUNK: usize = 1 << CHUNK_LOG2;
const CHUNK_LOG2: u8 = 16;

/// Bytes that each chunk has more when encrypted.
pub(crate) const TAG: usize = 16;

pub(crate) const HEADER: usize = 32;
const SALT_AT: usize = 8;
const SALT: usize = HEADER - SALT_AT;

pub(crate) fn header(salt: [u8; SALT]) -> [u8; HEADER] {
    let mut header = [0; HEADER];
    header[..4].copy_from_slice(b"OTVS");
    header[4] = 1;
    header[5] = CHUNK_LOG2;
    header[SALT_AT..].copy_from_slice(&salt);
    header
}

/// The cipher of one file.
pub(crate) struct Chunks {
    key: LessSafeKey,
    pub(crate) header: [u8; HEADER],
}

impl Chunks {
    pub(crate) fn of(key: &Subkey, header: [u8; HEADER]) -> Self {
        let mut of_file = Zeroizing::new([0; KEY]);
        expand(&*key.0, &header[SALT_AT..], b"otvet/1/file", &mut *of_file);
        let key = UnboundKey::new(&AES_256_GCM, &*of_file)
            .unwrap_or_else(|_| unreachable!("AES-256 takes keys of 32 bytes"));
        Self {
            key: LessSafeKey::new(key),
            header,
        }
    }

    /// None when the file is too long: 256 TiB.
    pub(crate) fn seal(&self, at: u64, last: bool, buffer: &mut Vec<u8>) -> Option<()> {
        self.key
            .seal_in_place_append_tag(nonce(at, last)?, Aad::from(&self.header), buffer)
            .ok()
    }

    /// None when the chunk is not as it was written, or not in its place.
    pub(crate) fn open(&self, at: u64, last: bool, buffer: &mut Vec<u8>) -> Option<()> {
        let plain = self
            .key
            .open_in_place(nonce(at, last)?, Aad::from(&self.header), buffer)
            .ok()?
            .len();
        buffer.truncate(plain);
        Some(())
    }
}

fn nonce(at: u64, last: bool) -> Option<Nonce> {
    let mut nonce = [0; NONCE_LEN];
    nonce[NONCE_LEN - 5..NONCE_LEN - 1].copy_from_slice(&u32::try_from(at).ok()?.to_be_bytes());
    nonce[NONCE_LEN - 1] = last.into();
    Some(Nonce::assume_unique_for_key(nonce))
}
