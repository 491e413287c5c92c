//! Short messages, each encrypted as a whole.

use crate::error::{Result, VaultError};
use crate::key::{Subkey, random};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

pub(crate) const NONCE: usize = 24;

/// What encryption adds to a message: the nonce before it, the tag behind it.
pub(crate) const ADDED: usize = NONCE + 16;

/// Encrypts a message. What it is bound to is not in it, and must be the same
/// when it is opened.
pub(crate) fn seal(key: &[u8; 32], message: &[u8], bound_to: &[u8]) -> Result<Vec<u8>> {
    let nonce: [u8; NONCE] = random()?;
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    let payload = Payload {
        msg: message,
        aad: bound_to,
    };
    let body = cipher
        .encrypt(&XNonce::from(nonce), payload)
        .map_err(|_| VaultError::Altered)?;
    Ok([&nonce[..], &body].concat())
}

pub(crate) fn open(key: &[u8; 32], sealed: &[u8], bound_to: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let (nonce, body) = sealed
        .split_first_chunk::<NONCE>()
        .ok_or(VaultError::Altered)?;
    let cipher = XChaCha20Poly1305::new(&Key::from(*key));
    let payload = Payload {
        msg: body,
        aad: bound_to,
    };
    cipher
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| VaultError::Altered)
}

impl Subkey {
    /// Encrypts a message that fits into memory. What it is bound to is not in
    /// it, and must be the same when it is opened.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`].
    pub fn seal_message(&self, message: &[u8], bound_to: &[u8]) -> Result<Vec<u8>> {
        seal(&self.0, message, bound_to)
    }

    /// Decrypts what [`Subkey::seal_message`] gave.
    ///
    /// # Errors
    /// [`VaultError::Altered`].
    pub fn open_message(&self, sealed: &[u8], bound_to: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        open(&self.0, sealed, bound_to)
    }
}
