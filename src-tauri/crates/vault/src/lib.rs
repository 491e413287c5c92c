//! Keys and ciphers for what lies on a disk and is nobody else's to read.
//!
//! One random key of 256 bits, the [`DataKey`], encrypts everything. It lies in
//! a [`KeyFile`], wrapped once by what Argon2id makes of a password and once by
//! a [`RecoveryKey`] that is printed and kept apart; so the password changes
//! without a byte of the data being written anew. What is encrypted does not
//! use the data key itself, but a [`Subkey`] of it for each [`Purpose`].
//!
//! | what | how |
//! |---|---|
//! | wrapping a key, a short message | XChaCha20-Poly1305, random nonce |
//! | a file of any size | STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM, chunks of 64 KiB, a key for each file |
//! | a name | AES-SIV (RFC 5297): the same name always becomes the same |
//! | subkeys | HKDF-SHA256 (RFC 5869) |
//! | a password | Argon2id (RFC 9106), of its NFC form |
//!
//! It knows neither offices nor databases. Nothing here reads the clock.

mod cost;
mod error;
mod key;
mod key_file;
mod keyring;
mod message;
mod name;
mod recovery;
mod stream;

pub use cost::Cost;
pub use error::{RecoveryTypo, Result, VaultError};
pub use key::{DataKey, Purpose, Subkey};
pub use key_file::{KeyFile, Password};
pub use keyring::{Envelope, KeyringSecret};
pub use recovery::RecoveryKey;
pub use stream::read::SealedReader;
pub use stream::write::SealedWriter;
