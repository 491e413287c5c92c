//! Small secrets in the keyring that the system keeps for the person's account.
//!
//! On Linux it is whatever answers as `org.freedesktop.secrets` on the session's bus: GNOME Keyring, KWallet,
//! KeePassXC. What is said goes over the bus encrypted (Diffie-Hellman, AES-128). Elsewhere there is none so far.
//! The system may ask the person to open the keyring, and each function waits for the answer, but not for ever.

use thiserror::Error;
use zeroize::Zeroizing;

/// Why the keyring was of no use.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum KeyringError {
    /// Nothing keeps secrets here; holds what was said of it.
    #[error("there is no keyring: {0}")]
    Missing(String),
    /// It is shut, and the person did not open it.
    #[error("the keyring stayed shut")]
    Shut,
    /// It did not do it; holds what it said.
    #[error("the keyring: {0}")]
    Failed(String),
}

pub type Result<T> = std::result::Result<T, KeyringError>;

/// A secret, which is wiped from memory when dropped.
pub type Secret = Zeroizing<String>;

#[cfg(target_os = "linux")]
mod patience;

#[cfg(target_os = "linux")]
pub use secret_service_of_the_session::{keep, read, remove};

#[cfg(target_os = "linux")]
mod secret_service_of_the_session {
    use super::patience::{PATIENCE, within};
    use super::{KeyringError, Result, Secret};
    use secret_service::blocking::{Item, SecretService};
    use secret_service::{EncryptionType, Error};
    use std::collections::HashMap;
    use zeroize::Zeroizing;

    /// By which the secrets of this program are told from all others.
    const APPLICATION: (&str, &str) = ("application", "ru.otvet.desktop");

    fn attributes(id: &str) -> HashMap<&str, &str> {
        HashMap::from([APPLICATION, ("id", id)])
    }

    fn service<'a>() -> Result<SecretService<'a>> {
        // Whatever fails here, nobody answers who keeps secrets.
        SecretService::connect(EncryptionType::Dh)
            .map_err(|error| KeyringError::Missing(error.to_string()))
    }

    #[allow(
        clippy::wildcard_enum_match_arm,
        reason = "the errors are another crate's, which may add to them"
    )]
    fn failed(error: Error) -> KeyringError {
        match error {
            Error::Locked | Error::Prompt | Error::PromptDisconnected => KeyringError::Shut,
            Error::Unavailable => KeyringError::Missing(error.to_string()),
            _ => KeyringError::Failed(error.to_string()),
        }
    }

    fn silent() -> KeyringError {
        KeyringError::Failed("it did not answer".to_owned())
    }

    /// Keeps a secret under an id, which the keyring shows to its owner with the label. One of the same id gives way.
    ///
    /// # Errors
    /// [`KeyringError`]
    pub fn keep(id: &str, label: &str, secret: &Secret) -> Result<()> {
        let (of, label, secret) = (id.to_owned(), label.to_owned(), secret.clone());
        let late = id.to_owned();
        within(
            PATIENCE,
            move || keep_at_once(&of, &label, &secret),
            // Nobody knows of it any more, so it would open nothing.
            move |kept: Result<()>| drop(kept.and_then(|()| remove_at_once(&late))),
        )
        .ok_or_else(silent)?
    }

    fn keep_at_once(id: &str, label: &str, secret: &Secret) -> Result<()> {
        let service = service()?;
        let collection = service.get_default_collection().map_err(|error| {
            let why = format!("it has no place for new secrets ({error})");
            KeyringError::Missing(why)
        })?;
        if collection.is_locked().map_err(failed)? {
            collection.unlock().map_err(failed)?;
        }
        collection
            .create_item(label, attributes(id), secret.as_bytes(), true, "text/plain")
            .map_err(failed)?;
        Ok(())
    }

    /// The secret of an id, if one is kept.
    ///
    /// # Errors
    /// [`KeyringError`]
    pub fn read(id: &str) -> Result<Option<Secret>> {
        let id = id.to_owned();
        within(PATIENCE, move || read_at_once(&id), drop).ok_or_else(silent)?
    }

    fn read_at_once(id: &str) -> Result<Option<Secret>> {
        with_items(id, |items| match items {
            [] => Ok(None),
            [item, ..] => {
                let bytes = Zeroizing::new(item.get_secret()?);
                let text = str::from_utf8(&bytes).map_err(|_| Error::Crypto("no text"))?;
                Ok(Some(Zeroizing::new(text.to_owned())))
            }
        })
    }

    /// Removes the secret of an id; one that is not there is no error.
    ///
    /// # Errors
    /// [`KeyringError`]
    pub fn remove(id: &str) -> Result<()> {
        let id = id.to_owned();
        within(PATIENCE, move || remove_at_once(&id), drop).ok_or_else(silent)?
    }

    fn remove_at_once(id: &str) -> Result<()> {
        with_items(id, |items| items.iter().try_for_each(Item::delete))
    }

    fn with_items<T>(
        id: &str,
        act: impl FnOnce(&[Item<'_>]) -> std::result::Result<T, Error>,
    ) -> Result<T> {
        let service = service()?;
        let mut found = service.search_items(attributes(id)).map_err(failed)?;
        for item in &found.locked {
            item.unlock().map_err(failed)?;
        }
        found.unlocked.append(&mut found.locked);
        act(&found.unlocked).map_err(failed)
    }
}

#[cfg(not(target_os = "linux"))]
pub use none_so_far::{keep, read, remove};

#[cfg(not(target_os = "linux"))]
mod none_so_far {
    use super::{KeyringError, Result, Secret};

    fn none<T>() -> Result<T> {
        Err(KeyringError::Missing(std::env::consts::OS.to_owned()))
    }

    /// # Errors
    /// [`KeyringError::Missing`]
    pub fn keep(_id: &str, _label: &str, _secret: &Secret) -> Result<()> {
        none()
    }

    /// # Errors
    /// [`KeyringError::Missing`]
    pub fn read(_id: &str) -> Result<Option<Secret>> {
        none()
    }

    /// # Errors
    /// [`KeyringError::Missing`]
    pub fn remove(_id: &str) -> Result<()> {
        none()
    }
}
