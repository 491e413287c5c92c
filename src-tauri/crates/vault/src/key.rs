//! The key of everything, and what is derived from it.

use crate::error::{Result, VaultError};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

pub(crate) const KEY: usize = 32;

/// Random bytes of the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandom)?;
    Ok(bytes)
}

/// The one random key of 256 bits. It is wiped from memory when dropped.
pub struct DataKey(pub(crate) Zeroizing<[u8; KEY]>);

/// What a subkey is for. What is encrypted for one purpose says nothing to the
/// key of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The database of the records.
    Database,
    /// The database of what is being typed.
    Drafts,
    /// Content of documents.
    Documents,
    /// Names of files.
    Names,
    /// Short messages: lines of lists that lie beside the records.
    Messages,
    /// The file of keys itself, to see that it is as it was written.
    KeyFile,
}

impl Purpose {
    /// Written into every office: it never changes.
    fn label(self) -> &'static [u8] {
        match self {
            Self::Database => b"otvet/1/database",
            Self::Drafts => b"otvet/1/drafts",
            Self::Documents => b"otvet/1/documents",
            Self::Names => b"otvet/1/names",
            Self::Messages => b"otvet/1/messages",
            Self::KeyFile => b"otvet/1/key-file",
        }
    }
}

/// A key for one purpose. It is wiped from memory when dropped.
#[derive(Clone)]
pub struct Subkey(pub(crate) Zeroizing<[u8; KEY]>);

impl Subkey {
    /// The key itself, for a cipher that is not of this crate.
    pub fn bytes(&self) -> &[u8; KEY] {
        &self.0
    }
}

impl DataKey {
    pub(crate) fn generate() -> Result<Self> {
        Ok(Self(Zeroizing::new(random()?)))
    }

    /// Always the same for a purpose; of another purpose it tells nothing.
    pub fn subkey(&self, purpose: Purpose) -> Subkey {
        let mut key = Zeroizing::new([0; KEY]);
        expand(&*self.0, b"", purpose.label(), &mut *key);
        Subkey(key)
    }

    /// Whether it is the same key, told in the same time whether or not.
    pub fn is(&self, other: &Self) -> bool {
        let differing = self
            .0
            .iter()
            .zip(other.0.iter())
            .fold(0, |d, (a, b)| d | (a ^ b));
        differing == 0
    }
}

/// HKDF-SHA256 of bytes that are random already.
pub(crate) fn expand(random: &[u8], salt: &[u8], info: &[u8], out: &mut [u8]) {
    Hkdf::<Sha256>::new(Some(salt), random)
        .expand(info, out)
        .unwrap_or_else(|_| unreachable!("HKDF-SHA256 gives up to 8,160 bytes"));
}
