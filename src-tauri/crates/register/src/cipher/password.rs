//! Locking an office with a password, changing it, taking it off.

use crate::backup::store::is_backup;
use crate::backup::unfinished::is_marked;
use crate::cipher::conversion::{Conversion, convert};
use crate::cipher::keys::Cipher;
use crate::cipher::placing::{alone, take_up};
use crate::cipher::way_in::{WayIn, key_file};
use crate::cipher::wiping::wipe;
use crate::database::folder::is_plain_file;
use crate::document::verify::DamagedContent;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::own_files::{KEYRING, KEYS, nothing_foreign};
use crate::register::{DATABASE, Register};
use serde_json::json;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use vault::{Cost, DataKey, KeyFile, Password, RecoveryKey};
use zeroize::Zeroizing;

/// What an office is going to be locked with. Nothing is written before the
/// recovery key was noted. It is wiped from memory when dropped.
pub struct Locking {
    file: KeyFile,
    key: DataKey,
    password: Password,
    recovery: RecoveryKey,
}

impl Locking {
    /// Makes the keys, which takes about a second.
    ///
    /// # Errors
    /// [`RegisterError::PasswordNeeded`] for an empty password.
    pub fn new(password: &str) -> Result<Self> {
        Self::at_cost(password, Cost::INTERACTIVE)
    }

    /// The same with a password that anybody could find out: for tests that are
    /// about something else.
    #[cfg(feature = "workbench")]
    pub fn weak(password: &str) -> Result<Self> {
        Self::at_cost(password, Cost::NONE)
    }

    fn at_cost(password: &str, cost: Cost) -> Result<Self> {
        let password = Password::new(password)?;
        let (file, key, recovery) = KeyFile::create(&password, cost)?;
        Ok(Self {
            file,
            key,
            password,
            recovery,
        })
    }

    /// The recovery key as it is printed: eight groups of five, parted by dashes.
    pub fn recovery_key(&self) -> Zeroizing<String> {
        Zeroizing::new(self.recovery.to_string())
    }

    /// Whether it was noted: the same key is typed from the paper.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryKeyLength`], [`RegisterError::RecoveryKeyGroup`],
    /// [`RegisterError::WrongRecoveryKey`].
    pub fn noted(&self, typed: &str) -> Result<()> {
        WayIn::recovery_key(typed)?.key_of(&self.file).map(|_| ())
    }

    fn write(&self, path: &Path) -> Result<()> {
        self.file
            .write(path, &self.key, |read| {
                read.recover(&self.recovery)?;
                read.unlock(&self.password)
            })
            .map_err(Into::into)
    }
}

/// Another recovery key that a locked office is going to have. Nothing is written before it was noted. It is wiped
/// from memory when dropped.
pub struct RecoveryRenewal {
    /// With the new key.
    file: KeyFile,
    key: DataKey,
    recovery: RecoveryKey,
}

impl RecoveryRenewal {
    /// The new key, as [`Locking::recovery_key`] gives it.
    pub fn recovery_key(&self) -> Zeroizing<String> {
        Zeroizing::new(self.recovery.to_string())
    }

    /// Whether it was noted, as [`Locking::noted`] sees it.
    ///
    /// # Errors
    /// [`RegisterError::RecoveryKeyLength`], [`RegisterError::RecoveryKeyGroup`],
    /// [`RegisterError::WrongRecoveryKey`].
    pub fn noted(&self, typed: &str) -> Result<()> {
        WayIn::recovery_key(typed)?.key_of(&self.file).map(|_| ())
    }
}

/// Refuses a folder that is no office of its own.
fn own_office(dir: &Path) -> Result<File> {
    take_up(dir)?;
    nothing_foreign(dir)?;
    if !is_plain_file(&dir.join(DATABASE))? {
        return Err(RegisterError::NotAnOffice);
    }
    if is_backup(dir)? || is_marked(dir) {
        return Err(RegisterError::IsABackup);
    }
    alone(dir)
}

impl Change<'_> {
    /// Tells what became of the password, which the name of the change says; no row of a table changes with it.
    pub fn password_tell(&mut self) {
        self.detail(self.op, json!({}));
    }
}

impl Register {
    /// Locks an office that nobody has open: everything is encrypted, read
    /// back, and put in the place of what lay there in plain text, which is
    /// written over. Broken off at any moment, the office is the old one or the
    /// new one at the next opening. Backups made before stay as they are. Gives
    /// the content that was damaged before; it is kept as it was.
    ///
    /// # Errors
    /// [`RegisterError::HasPassword`], [`RegisterError::Locked`] while a program
    /// has it open, [`RegisterError::Cancelled`], and those of the disk.
    pub fn lock(
        dir: &Path,
        locking: &Locking,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Vec<DamagedContent>> {
        let _lock = own_office(dir)?;
        if key_file(dir)?.is_some() {
            return Err(RegisterError::HasPassword);
        }
        let key = locking.file.recover(&locking.recovery)?;
        convert(&Conversion {
            dir,
            from: &Cipher::default(),
            to: &Cipher::of(key),
            write_keys: &|new| locking.write(&new.join(KEYS)),
            progress,
        })
    }

    /// Takes the password off: the reverse of [`Register::lock`]. Of content that
    /// was damaged, which is given, as much is kept as can be read.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`], [`RegisterError::WrongPassword`],
    /// [`RegisterError::WrongRecoveryKey`], [`RegisterError::Locked`],
    /// [`RegisterError::Cancelled`], and those of the disk.
    pub fn unlock(
        dir: &Path,
        way_in: &WayIn,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Vec<DamagedContent>> {
        let _lock = own_office(dir)?;
        let file = key_file(dir)?.ok_or(RegisterError::NoPassword)?;
        convert(&Conversion {
            dir,
            from: &Cipher::of(way_in.key_of(&file)?),
            to: &Cipher::default(),
            write_keys: &|_| Ok(()),
            progress,
        })
    }

    /// Gives a locked office another password. Only the file of the wrapped key
    /// is written, the new one in place of the old once it is proved; the
    /// recovery key stays, and nobody need close the office. A secret that the system
    /// keeps opens nothing any more.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`], [`RegisterError::WrongPassword`],
    /// [`RegisterError::WrongRecoveryKey`], [`RegisterError::PasswordNeeded`]
    /// for an empty one, and those of the disk.
    pub fn password_change(dir: &Path, way_in: &WayIn, password: &str) -> Result<()> {
        let (file, key) = way_into(dir, way_in)?;
        let password = Password::new(password)?;
        let changed = file.with_password(&key, &password, Cost::INTERACTIVE)?;
        changed.write(&dir.join(KEYS), &key, |read| read.unlock(&password))?;
        // The other key file voids it already: whether or not it can be removed, the password is changed.
        let _ = wipe(&dir.join(KEYRING));
        Ok(())
    }

    /// Gives a locked office another recovery key; the one before opens nothing
    /// any more.
    ///
    /// # Errors
    /// As [`Register::password_change`].
    pub fn recovery_key_change(dir: &Path, way_in: &WayIn) -> Result<Zeroizing<String>> {
        let renewal = Self::recovery_key_prepare(dir, way_in)?;
        Self::recovery_key_renew(dir, &renewal)?;
        Ok(renewal.recovery_key())
    }

    /// Makes another recovery key for a locked office, of which nothing is written yet.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`], [`RegisterError::WrongPassword`], [`RegisterError::WrongRecoveryKey`].
    pub fn recovery_key_prepare(dir: &Path, way_in: &WayIn) -> Result<RecoveryRenewal> {
        let (file, key) = way_into(dir, way_in)?;
        let (file, recovery) = file.with_new_recovery_key(&key)?;
        Ok(RecoveryRenewal {
            file,
            key,
            recovery,
        })
    }

    /// Lets a locked office have the recovery key that was prepared; the one before opens nothing any more. What
    /// became of the password meanwhile stays.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`] and those of the disk.
    pub fn recovery_key_renew(dir: &Path, renewal: &RecoveryRenewal) -> Result<()> {
        let file = key_file(dir)?.ok_or(RegisterError::NoPassword)?;
        if !file.is_whole(&renewal.key) {
            // The password was taken off and set anew: the keys are others.
            return Err(RegisterError::WrongRecoveryKey);
        }
        let changed = file.with_recovery_key(&renewal.key, &renewal.recovery)?;
        let opened = |read: &KeyFile| read.recover(&renewal.recovery);
        Ok(changed.write(&dir.join(KEYS), &renewal.key, opened)?)
    }
}

pub(crate) fn way_into(dir: &Path, way_in: &WayIn) -> Result<(KeyFile, DataKey)> {
    take_up(dir)?;
    let file = key_file(dir)?.ok_or(RegisterError::NoPassword)?;
    let key = way_in.key_of(&file)?;
    Ok((file, key))
}
