//! Getting into an office that is locked.

use crate::cipher::keys::Cipher;
use crate::cipher::placing::take_up;
use crate::database::folder::{is_plain_file, read_small};
use crate::error::{RegisterError, Result};
use crate::own_files::KEYS;
use crate::register::Register;
use std::fs;
use std::path::Path;
use vault::{DataKey, KeyFile, Password, RecoveryKey};

/// What opens a locked office. It is wiped from memory when dropped.
pub struct WayIn(Kind);

enum Kind {
    Password(Password),
    RecoveryKey(RecoveryKey),
}

impl WayIn {
    /// The password.
    ///
    /// # Errors
    /// [`RegisterError::PasswordNeeded`] for an empty one.
    pub fn password(typed: &str) -> Result<Self> {
        Ok(Self(Kind::Password(Password::new(typed)?)))
    }

    /// The key that was printed when the office was locked.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryKeyLength`], [`RegisterError::RecoveryKeyGroup`]
    /// for one that is mistyped.
    pub fn recovery_key(typed: &str) -> Result<Self> {
        let key = RecoveryKey::parse(typed).map_err(vault::VaultError::from)?;
        Ok(Self(Kind::RecoveryKey(key)))
    }

    pub(crate) fn key_of(&self, file: &KeyFile) -> Result<DataKey> {
        Ok(match &self.0 {
            Kind::Password(password) => file.unlock(password)?,
            Kind::RecoveryKey(key) => file.recover(key)?,
        })
    }
}

/// The wrapped key of an office, if it is locked.
pub(crate) fn key_file(dir: &Path) -> Result<Option<KeyFile>> {
    let path = dir.join(KEYS);
    if !is_plain_file(&path)? {
        return Ok(None);
    }
    Ok(Some(KeyFile::from_bytes(&fs::read(path)?)?))
}

/// The keys of the office, or the backup, in a folder; of one in plain text, none.
///
/// # Errors
/// [`RegisterError::PasswordNeeded`] while nobody holds them.
pub(crate) fn cipher_of(dir: &Path) -> Result<Cipher> {
    match key_file(dir)? {
        None => Ok(Cipher::default()),
        Some(file) => Cipher::held(&file).ok_or(RegisterError::PasswordNeeded),
    }
}

/// What opens the records once a backup has taken their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordAfter {
    /// What opens them now: the same password, or none.
    Same,
    /// None: the records have one now, and the backup was made before.
    Off,
    /// Another one: that of the day the backup was made.
    Other,
}

/// Holds the keys of a locked office: until it is dropped, the office and its
/// backups open. The keys of an office that is open are held by that office.
#[must_use]
pub struct Admission(#[expect(dead_code, reason = "held, not looked at")] Cipher);

impl Admission {
    pub(crate) fn of(keys: Cipher) -> Self {
        Self(keys)
    }
}

impl Register {
    /// Whether the office, or the backup, in a folder is locked with a password.
    ///
    /// # Errors
    /// [`RegisterError::Foreign`] and those of the disk.
    pub fn is_locked(dir: &Path) -> Result<bool> {
        Ok(key_file(dir)?.is_some())
    }

    /// What opens the records in `office` once a backup has taken their place.
    ///
    /// # Errors
    /// [`RegisterError::Foreign`] and those of the disk.
    pub fn password_after(office: &Path, copy: &Path) -> Result<PasswordAfter> {
        let [ours, theirs] = [office, copy].map(|dir| dir.join(KEYS));
        let [ours, theirs] = [read_small(&ours)?, read_small(&theirs)?];
        Ok(match theirs {
            theirs if theirs == ours => PasswordAfter::Same,
            None => PasswordAfter::Off,
            Some(_) => PasswordAfter::Other,
        })
    }

    /// Holds the keys of this office beyond its closing: it can be opened again,
    /// or a backup put in its place.
    pub fn admission(&self) -> Admission {
        Admission(self.cipher.clone())
    }

    /// Admits somebody to the office, or the backup, in a folder, which takes
    /// half a second by password. Whatever is given admits to one in plain text.
    ///
    /// # Errors
    /// [`RegisterError::WrongPassword`], [`RegisterError::WrongRecoveryKey`],
    /// [`RegisterError::Corrupt`] for a damaged file of keys.
    pub fn admit(dir: &Path, way_in: &WayIn) -> Result<Admission> {
        take_up(dir)?;
        Ok(Admission(match key_file(dir)? {
            None => Cipher::default(),
            Some(file) => Cipher::of(way_in.key_of(&file)?).hold(),
        }))
    }
}
