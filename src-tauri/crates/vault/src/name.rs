//! Names that say nothing to a stranger, not even to one who knows what may lie
//! behind them.

use crate::error::{Result, VaultError};
use crate::key::{Subkey, expand};
use aes_siv::KeyInit;
use aes_siv::siv::Aes256Siv;
use zeroize::Zeroizing;

impl Subkey {
    fn names(&self) -> Aes256Siv {
        // AES-SIV takes a key for the tag and one for the cipher.
        let mut pair = Zeroizing::new([0; 64]);
        expand(&*self.0, b"", b"otvet/1/aes-siv", &mut *pair);
        Aes256Siv::new(&(*pair).into())
    }

    /// Encrypts a name, always to the same bytes, 16 more than it has.
    ///
    /// # Errors
    /// [`VaultError::Altered`] for a name of more bytes than memory can hold.
    pub fn seal_name(&self, name: &[u8]) -> Result<Vec<u8>> {
        let none: [&[u8]; 0] = [];
        self.names()
            .encrypt(none, name)
            .map_err(|_| VaultError::Altered)
    }

    /// Decrypts what [`Subkey::seal_name`] gave.
    ///
    /// # Errors
    /// [`VaultError::Altered`] for anything else.
    pub fn open_name(&self, sealed: &[u8]) -> Result<Vec<u8>> {
        let none: [&[u8]; 0] = [];
        self.names()
            .decrypt(none, sealed)
            .map_err(|_| VaultError::Altered)
    }
}
