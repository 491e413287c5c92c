//! Opening the locked records by a secret that the system keeps for the person's account.

use crate::error::Result;
use register::{Admission, KeyringEntry, Register, WayIn};
use std::path::Path;

/// Makes a further way into the locked office in a folder, of which nothing is written yet.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `WrongPassword`, `WrongRecoveryKey`.
pub fn keyring_prepare(folder: &Path, way_in: &WayIn) -> Result<KeyringEntry> {
    Ok(Register::keyring_prepare(folder, way_in)?)
}

/// Writes what the secret opens, once the secret itself is kept.
///
/// # Errors
/// Those of the disk.
pub fn keyring_enclose(folder: &Path, entry: &KeyringEntry) -> Result<()> {
    Ok(entry.enclose(folder)?)
}

/// What the secret is called that opens the office in a folder, if there is one.
///
/// # Errors
/// Those of the disk.
pub fn keyring_id(folder: &Path) -> Result<Option<String>> {
    Ok(Register::keyring_id(folder)?)
}

/// Removes what the secret opens, whether or not the secret is kept on.
///
/// # Errors
/// Those of the disk.
pub fn keyring_forget(folder: &Path) -> Result<()> {
    Ok(Register::keyring_forget(folder)?)
}

/// Admits somebody to the office in a folder by the secret.
///
/// # Errors
/// [`register::RegisterError::NoPassword`], `KeyringVoid`.
pub fn admit_by_keyring(folder: &Path, secret: &str) -> Result<Admission> {
    Ok(Register::admit_by_keyring(folder, secret)?)
}
