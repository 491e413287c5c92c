//! One more way to the data key: by a secret that somebody else keeps, as a keyring of the system.

use crate::error::{Result, VaultError};
use crate::key::{DataKey, KEY, random};
use crate::key_file::{Bytes, KeyFile, LONGEST, Wrapped, fixed, unwrap};
use crate::message::seal;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// The newest format this program knows.
const FORMAT: u32 = 1;

/// Random bytes that unwrap the data key together with their [`Envelope`], as words. They say nothing of a password,
/// and nothing to who has no envelope. They are wiped from memory when dropped.
pub struct KeyringSecret(Zeroizing<[u8; KEY]>);

/// The data key, wrapped by a [`KeyringSecret`]. It is bound to the password of its day: beside a file of keys with
/// another one it opens nothing.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Envelope {
    format: u32,
    /// Names the secret to whoever keeps it.
    id: Bytes<16>,
    key: Wrapped,
}

impl KeyringSecret {
    /// Reads what [`KeyringSecret::to_text`] gave.
    ///
    /// # Errors
    /// [`VaultError::Altered`].
    pub fn parse(text: &str) -> Result<Self> {
        let bytes = BASE64_STANDARD.decode(text.trim()).map(Zeroizing::new);
        let bytes = bytes.map_err(|_| VaultError::Altered)?;
        let mut secret = Zeroizing::new([0; KEY]);
        if bytes.len() != KEY {
            return Err(VaultError::Altered);
        }
        secret.copy_from_slice(&bytes);
        Ok(Self(secret))
    }

    /// Base64, as a keyring keeps it.
    pub fn to_text(&self) -> Zeroizing<String> {
        Zeroizing::new(BASE64_STANDARD.encode(self.0.as_slice()))
    }
}

impl Envelope {
    /// Wraps the data key of a file by a new secret.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`].
    pub fn create(file: &KeyFile, key: &DataKey) -> Result<(Self, KeyringSecret)> {
        let secret = KeyringSecret(Zeroizing::new(random()?));
        let id = Bytes(random()?);
        let bound_to = bound_to(&id, file);
        let key = fixed(seal(&secret.0, &*key.0, &bound_to)?)?;
        let format = FORMAT;
        Ok((Self { format, id, key }, secret))
    }

    /// Reads what [`Envelope::to_bytes`] gave.
    ///
    /// # Errors
    /// [`VaultError::Altered`] for anything else, that of a newer program too: another is made with the password.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > LONGEST {
            return Err(VaultError::Altered);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|_| VaultError::Altered)?;
        if read.format == FORMAT {
            Ok(read)
        } else {
            Err(VaultError::Altered)
        }
    }

    /// JSON.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// What the secret is called where it is kept: 24 characters that tell nothing.
    pub fn id(&self) -> String {
        BASE64_STANDARD.encode(self.id.0)
    }

    /// Unwraps the data key of the file.
    ///
    /// # Errors
    /// [`VaultError::Altered`] for the secret of another envelope, and where the password of the file is not the
    /// one of the day the envelope was made.
    pub fn open(&self, file: &KeyFile, secret: &KeyringSecret) -> Result<DataKey> {
        let bound_to = bound_to(&self.id, file);
        unwrap(&secret.0, &self.key, &bound_to).ok_or(VaultError::Altered)
    }
}

fn bound_to(id: &Bytes<16>, file: &KeyFile) -> Vec<u8> {
    serde_json::to_vec(&("keyring", FORMAT, id, file.password_slot())).unwrap_or_default()
}
