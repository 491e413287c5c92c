//! The file in which the data key lies wrapped.

use crate::cost::Cost;
use crate::error::{Result, VaultError};
use crate::key::{DataKey, KEY, Purpose, random};
use crate::message::{ADDED, open, seal};
use crate::recovery::RecoveryKey;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fs;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The newest format this program knows.
const FORMAT: u32 = 1;

/// No honest file of keys is longer.
pub(crate) const LONGEST: usize = 16 * 1024;

/// A password, as it is used: in NFC, for keyboards put the same letter
/// together in different ways. It is wiped from memory when dropped.
pub struct Password(Zeroizing<String>);

impl Password {
    /// # Errors
    /// [`VaultError::EmptyPassword`].
    pub fn new(typed: &str) -> Result<Self> {
        if typed.is_empty() {
            return Err(VaultError::EmptyPassword);
        }
        Ok(Self(Zeroizing::new(typed.nfc().collect())))
    }
}

/// Bytes of a known number, base64 in JSON.
#[derive(Clone, PartialEq)]
pub(crate) struct Bytes<const N: usize>(pub(crate) [u8; N]);

impl<const N: usize> Serialize for Bytes<N> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        BASE64_STANDARD.encode(self.0).serialize(serializer)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Bytes<N> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let bytes = BASE64_STANDARD.decode(text).map_err(D::Error::custom)?;
        let bytes = bytes.try_into();
        bytes
            .map(Self)
            .map_err(|_| D::Error::custom("a wrong number of bytes"))
    }
}

pub(crate) type Wrapped = Bytes<{ KEY + ADDED }>;

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct PasswordSlot {
    argon2id: Cost,
    salt: Bytes<16>,
    key: Wrapped,
}

#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RecoverySlot {
    salt: Bytes<16>,
    key: Wrapped,
}

/// The data key, wrapped by a password and by a recovery key. It says nothing to
/// who has neither; what it asks for in work is bounded.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyFile {
    format: u32,
    /// Names the data key. Slots are bound to it, so that one of another file
    /// can't be put in.
    id: Bytes<16>,
    password: PasswordSlot,
    recovery: RecoverySlot,
    /// An empty message that is bound to all the rest.
    proof: Bytes<ADDED>,
}

/// What the wrapped key is bound to: all that its slot says.
fn slot(id: &Bytes<16>, kind: &str, cost: Option<Cost>, salt: &Bytes<16>) -> Vec<u8> {
    serde_json::to_vec(&(FORMAT, id, kind, cost, salt)).unwrap_or_default()
}

pub(crate) fn fixed<const N: usize>(bytes: Vec<u8>) -> Result<Bytes<N>> {
    bytes.try_into().map(Bytes).map_err(|_| VaultError::Altered)
}

impl PasswordSlot {
    fn wrap(id: &Bytes<16>, key: &DataKey, password: &Password, cost: Cost) -> Result<Self> {
        let salt = Bytes(random()?);
        let stretched = cost.stretch(password.0.as_bytes(), &salt.0)?;
        let wrapped = seal(
            &stretched,
            &*key.0,
            &slot(id, "password", Some(cost), &salt),
        )?;
        Ok(Self {
            argon2id: cost,
            salt,
            key: fixed(wrapped)?,
        })
    }

    fn unwrap(&self, id: &Bytes<16>, password: &Password) -> Result<DataKey> {
        let cost = self.argon2id;
        let stretched = cost.stretch(password.0.as_bytes(), &self.salt.0)?;
        let bound_to = slot(id, "password", Some(cost), &self.salt);
        unwrap(&stretched, &self.key, &bound_to).ok_or(VaultError::WrongPassword)
    }
}

impl RecoverySlot {
    fn wrap(id: &Bytes<16>, key: &DataKey, recovery: &RecoveryKey) -> Result<Self> {
        let salt = Bytes(random()?);
        let wrapping = recovery.wrapping_key(&salt.0);
        let wrapped = seal(&wrapping, &*key.0, &slot(id, "recovery", None, &salt))?;
        Ok(Self {
            salt,
            key: fixed(wrapped)?,
        })
    }

    fn unwrap(&self, id: &Bytes<16>, recovery: &RecoveryKey) -> Result<DataKey> {
        let wrapping = recovery.wrapping_key(&self.salt.0);
        let bound_to = slot(id, "recovery", None, &self.salt);
        unwrap(&wrapping, &self.key, &bound_to).ok_or(VaultError::WrongRecoveryKey)
    }
}

pub(crate) fn unwrap(wrapping: &[u8; KEY], wrapped: &Wrapped, bound_to: &[u8]) -> Option<DataKey> {
    let key = open(wrapping, &wrapped.0, bound_to).ok()?;
    let mut whole = Zeroizing::new([0; KEY]);
    (key.len() == KEY).then(|| whole.copy_from_slice(&key))?;
    Some(DataKey(whole))
}

impl KeyFile {
    /// Makes a new data key and wraps it. The recovery key is shown once and
    /// kept nowhere.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`], [`VaultError::TooCostly`].
    pub fn create(password: &Password, cost: Cost) -> Result<(Self, DataKey, RecoveryKey)> {
        let key = DataKey::generate()?;
        let recovery = RecoveryKey::generate()?;
        let id = Bytes(random()?);
        let password = PasswordSlot::wrap(&id, &key, password, cost)?;
        let wrapped = RecoverySlot::wrap(&id, &key, &recovery)?;
        let file = Self::proved(id, password, wrapped, &key)?;
        Ok((file, key, recovery))
    }

    fn proved(
        id: Bytes<16>,
        password: PasswordSlot,
        recovery: RecoverySlot,
        key: &DataKey,
    ) -> Result<Self> {
        let mut file = Self {
            format: FORMAT,
            id,
            password,
            recovery,
            proof: Bytes([0; ADDED]),
        };
        let own = key.subkey(Purpose::KeyFile);
        file.proof = fixed(own.seal_message(b"", &file.all_but_proof())?)?;
        Ok(file)
    }

    fn all_but_proof(&self) -> Vec<u8> {
        let all = (self.format, &self.id, &self.password, &self.recovery);
        serde_json::to_vec(&all).unwrap_or_default()
    }

    /// Reads what [`KeyFile::to_bytes`] gave.
    ///
    /// # Errors
    /// [`VaultError::NotAKeyFile`], [`VaultError::TooNew`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        #[derive(Deserialize)]
        struct Versioned {
            format: u32,
        }
        if bytes.len() > LONGEST {
            return Err(VaultError::NotAKeyFile);
        }
        let Versioned { format } =
            serde_json::from_slice(bytes).map_err(|_| VaultError::NotAKeyFile)?;
        if format > FORMAT {
            return Err(VaultError::TooNew {
                found: format,
                known: FORMAT,
            });
        }
        let file: Self = serde_json::from_slice(bytes).map_err(|_| VaultError::NotAKeyFile)?;
        if file.format == FORMAT {
            Ok(file)
        } else {
            Err(VaultError::NotAKeyFile)
        }
    }

    /// JSON.
    pub fn to_bytes(&self) -> Vec<u8> {
        serde_json::to_vec_pretty(self).unwrap_or_default()
    }

    /// Unwraps the data key with the password, which takes as long as the file says.
    ///
    /// # Errors
    /// [`VaultError::WrongPassword`], [`VaultError::TooCostly`].
    pub fn unlock(&self, password: &Password) -> Result<DataKey> {
        self.password.unwrap(&self.id, password)
    }

    /// Unwraps the data key with the recovery key.
    ///
    /// # Errors
    /// [`VaultError::WrongRecoveryKey`].
    pub fn recover(&self, recovery: &RecoveryKey) -> Result<DataKey> {
        self.recovery.unwrap(&self.id, recovery)
    }

    /// What another way in is bound to: it goes with the password.
    pub(crate) fn password_slot(&self) -> impl Serialize {
        (&self.id, &self.password)
    }

    /// Whether no byte of it was altered: the way in that was not taken just
    /// now is good, too.
    pub fn is_whole(&self, key: &DataKey) -> bool {
        let own = key.subkey(Purpose::KeyFile);
        own.open_message(&self.proof.0, &self.all_but_proof())
            .is_ok()
    }

    /// The same data key under another password; the recovery key stays.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`], [`VaultError::TooCostly`].
    pub fn with_password(&self, key: &DataKey, password: &Password, cost: Cost) -> Result<Self> {
        let slot = PasswordSlot::wrap(&self.id, key, password, cost)?;
        Self::proved(self.id.clone(), slot, self.recovery.clone(), key)
    }

    /// The same data key under a new recovery key; the one before opens nothing
    /// any more, and the password stays.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`].
    pub fn with_new_recovery_key(&self, key: &DataKey) -> Result<(Self, RecoveryKey)> {
        let recovery = RecoveryKey::generate()?;
        Ok((self.with_recovery_key(key, &recovery)?, recovery))
    }

    /// The same with a recovery key that was made before.
    ///
    /// # Errors
    /// [`VaultError::NoRandom`].
    pub fn with_recovery_key(&self, key: &DataKey, recovery: &RecoveryKey) -> Result<Self> {
        let slot = RecoverySlot::wrap(&self.id, key, recovery)?;
        Self::proved(self.id.clone(), self.password.clone(), slot, key)
    }

    /// Writes the file in place of the one that is there, if one is, so that a
    /// power cut leaves the old or the new one. The new one is read back and
    /// opened first with what `way` does; until then the old one stands.
    ///
    /// # Errors
    /// Those of the disk, and what `way` gives.
    pub fn write(
        &self,
        path: &Path,
        key: &DataKey,
        way: impl Fn(&Self) -> Result<DataKey>,
    ) -> Result<()> {
        let fresh = path.with_added_extension("new");
        match fs::remove_file(&fresh) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            options.mode(0o600);
        }
        let mut file = options.open(&fresh)?;
        file.write_all(&self.to_bytes())?;
        file.sync_all()?;
        drop(file);
        let read = Self::from_bytes(&fs::read(&fresh)?)?;
        if !way(&read)?.is(key) || !read.is_whole(key) {
            return Err(VaultError::Altered);
        }
        fs::rename(&fresh, path)?;
        #[cfg(unix)]
        if let Some(folder) = path.parent() {
            File::open(folder)?.sync_all()?;
        }
        Ok(())
    }
}
