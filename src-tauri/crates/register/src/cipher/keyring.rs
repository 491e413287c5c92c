//! Opening a locked office by a secret that the system keeps for the person's account.

use crate::backup::store::{PART, write_whole};
use crate::cipher::keys::Cipher;
use crate::cipher::password::way_into;
use crate::cipher::placing::take_up;
use crate::cipher::way_in::{Admission, WayIn, key_file};
use crate::cipher::wiping::wipe;
use crate::database::folder::{is_plain_file, read_small};
use crate::error::{RegisterError, Result};
use crate::own_files::KEYRING;
use crate::register::Register;
use std::path::Path;
use vault::{DataKey, Envelope, KeyringSecret};
use zeroize::Zeroizing;

/// A further way into a locked office, of which nothing is written yet: the secret is to be kept by the system, and
/// then the envelope beside the records. Neither says anything without the other. It is wiped from memory when dropped.
pub struct KeyringEntry {
    envelope: Envelope,
    secret: KeyringSecret,
    key: DataKey,
}

impl KeyringEntry {
    /// What the secret is to be called where it is kept; it tells nothing.
    pub fn id(&self) -> String {
        self.envelope.id()
    }

    /// The secret itself.
    pub fn secret(&self) -> Zeroizing<String> {
        self.secret.to_text()
    }

    /// Lays the envelope beside the records; one that lies there gives way.
    ///
    /// # Errors
    /// [`RegisterError::KeyringVoid`] where the password has become another since, and those of the disk.
    pub fn enclose(&self, dir: &Path) -> Result<()> {
        let bytes = self.envelope.to_bytes();
        let read = Envelope::from_bytes(&bytes)?;
        // The password may have become another since.
        let file = key_file(dir)?.ok_or(RegisterError::NoPassword)?;
        let opened = read.open(&file, &self.secret);
        if !opened.is_ok_and(|key| key.is(&self.key)) {
            return Err(RegisterError::KeyringVoid);
        }
        write_whole(&dir.join(KEYRING), &bytes)
    }
}

fn envelope(dir: &Path) -> Result<Option<Envelope>> {
    let path = dir.join(KEYRING);
    if !is_plain_file(&path)? {
        return Ok(None);
    }
    let bytes = read_small(&path)?.unwrap_or_default();
    // One that can't be read opens nothing; another is made with the password.
    Ok(Envelope::from_bytes(&bytes).ok())
}

impl Register {
    /// Makes a further way into the locked office in a folder.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`], [`RegisterError::WrongPassword`], [`RegisterError::WrongRecoveryKey`].
    pub fn keyring_prepare(dir: &Path, way_in: &WayIn) -> Result<KeyringEntry> {
        let (file, key) = way_into(dir, way_in)?;
        let (envelope, secret) = Envelope::create(&file, &key)?;
        Ok(KeyringEntry {
            envelope,
            secret,
            key,
        })
    }

    /// What the secret is called that opens the locked office in a folder, if there is one.
    ///
    /// # Errors
    /// [`RegisterError::Foreign`] and those of the disk.
    pub fn keyring_id(dir: &Path) -> Result<Option<String>> {
        if key_file(dir)?.is_none() {
            return Ok(None);
        }
        Ok(envelope(dir)?.map(|envelope| envelope.id()))
    }

    /// Removes the envelope, without which the secret opens nothing; one that is not there is no error.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn keyring_forget(dir: &Path) -> Result<()> {
        let path = dir.join(KEYRING);
        wipe(&path.with_added_extension(PART))?;
        wipe(&path)
    }

    /// Admits somebody to the locked office in a folder by the secret that was kept.
    ///
    /// # Errors
    /// [`RegisterError::NoPassword`]; [`RegisterError::KeyringVoid`] for another secret, or one of before the
    /// password was changed.
    pub fn admit_by_keyring(dir: &Path, secret: &str) -> Result<Admission> {
        take_up(dir)?;
        let file = key_file(dir)?.ok_or(RegisterError::NoPassword)?;
        let envelope = envelope(dir)?.ok_or(RegisterError::KeyringVoid)?;
        let opened = KeyringSecret::parse(secret).and_then(|secret| envelope.open(&file, &secret));
        let key = opened.map_err(|_| RegisterError::KeyringVoid)?;
        Ok(Admission::of(Cipher::of(key).hold()))
    }
}
