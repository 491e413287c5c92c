//! What can go wrong with keys and with what they encrypt.

use std::io;
use thiserror::Error;

/// Where a recovery key is not written as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RecoveryTypo {
    /// It has not as many groups.
    #[error("a recovery key has 8 groups of 5 digits")]
    Length,
    /// A digit of this group, counted from 1, is wrong, or the group is not in
    /// its place.
    #[error("group {0} of the recovery key is mistyped")]
    Group(usize),
}

/// Why something could not be encrypted or decrypted.
#[derive(Debug, Error)]
pub enum VaultError {
    /// The password is not the one the key was wrapped with, or the file of
    /// keys was altered in what the password guards: nobody can tell which.
    #[error("the password is wrong")]
    WrongPassword,
    /// The recovery key is well written, but it is not the one of this file.
    #[error("the recovery key is another one")]
    WrongRecoveryKey,
    /// The recovery key is not written as one.
    #[error("{0}")]
    Recovery(#[from] RecoveryTypo),
    /// A password of no length guards nothing.
    #[error("the password is empty")]
    EmptyPassword,
    /// The file holds no keys.
    #[error("not a file of keys")]
    NotAKeyFile,
    /// The file was written by a newer program.
    #[error("the file of keys is of format {found}, this program knows up to {known}")]
    TooNew {
        /// Format of the file.
        found: u32,
        /// The newest format this program knows.
        known: u32,
    },
    /// The file asks for more memory or work than an honest one would.
    #[error("the file of keys asks for too much memory or work")]
    TooCostly,
    /// What was encrypted is damaged, cut off, out of order or of another key.
    #[error("what was encrypted is not as it was written")]
    Altered,
    /// The system gives no random bytes.
    #[error("the system gives no random bytes")]
    NoRandom,
    #[error("file: {0}")]
    Io(#[from] io::Error),
}

/// What the vault gives back.
pub type Result<T, E = VaultError> = std::result::Result<T, E>;

/// Damage as a reader of files tells it; [`VaultError::is_altered`] knows it again.
pub(crate) fn altered() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, VaultError::Altered)
}

impl VaultError {
    /// Whether a failed reading means that what was encrypted was altered.
    pub fn is_altered(error: &io::Error) -> bool {
        let inner = error.get_ref().and_then(|inner| inner.downcast_ref());
        matches!(inner, Some(Self::Altered))
    }
}
