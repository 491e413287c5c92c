//! Bytes of the document store that are small enough to be held at once.

use crate::error::{DamagedFile, Loss, OfficeError, Result};
use crate::office::Office;
use register::RegisterError;
use sha2::{Digest, Sha256};
use std::ops::ControlFlow;

/// Bytes an image of a letterhead may have.
pub(crate) const IMAGE_LIMIT: usize = 20 * 1024 * 1024;

/// All bytes of a content that is small: a letter, an image. They are those that were kept.
///
/// # Errors
/// [`OfficeError::Damaged`] when they are not.
pub(crate) fn content_bytes(office: &Office, sha256: &str) -> Result<Vec<u8>> {
    let whole = office.register().content_whole(sha256);
    whole.map_err(|error| damaged(office, sha256, error))
}

/// Names what is damaged, and where it lies whole.
pub(crate) fn damaged(office: &Office, sha256: &str, error: RegisterError) -> OfficeError {
    let loss = match error {
        RegisterError::MissingFile(_) => Loss::Missing,
        RegisterError::Altered(_) => Loss::Altered,
        RegisterError::NotFound(_)
        | RegisterError::Ambiguous(_)
        | RegisterError::AlreadyRecorded(_)
        | RegisterError::Conflict { .. }
        | RegisterError::NotAnswered(_)
        | RegisterError::WordsNeeded
        | RegisterError::Closed
        | RegisterError::NotClosed
        | RegisterError::Trashed
        | RegisterError::NotTrashed
        | RegisterError::TrashChanged
        | RegisterError::Held(_)
        | RegisterError::NotDue
        | RegisterError::ErasureChanged
        | RegisterError::Erased
        | RegisterError::Frozen
        | RegisterError::NotIssued
        | RegisterError::Waiting
        | RegisterError::NotWaiting
        | RegisterError::NoQuestion
        | RegisterError::Pattern(_)
        | RegisterError::NothingToUndo
        | RegisterError::NotReversible(_)
        | RegisterError::UndoConflict(_)
        | RegisterError::AlreadyExists
        | RegisterError::Foreign(_)
        | RegisterError::ForeignSchema(_)
        | RegisterError::NotAnOffice
        | RegisterError::TooNew { .. }
        | RegisterError::OfFacts
        | RegisterError::ClockEnded
        | RegisterError::ClockPaused
        | RegisterError::TooOld { .. }
        | RegisterError::PasswordNeeded
        | RegisterError::WrongPassword
        | RegisterError::WrongRecoveryKey
        | RegisterError::ClockBehind(_)
        | RegisterError::KeyringVoid
        | RegisterError::OnlyCopy
        | RegisterError::RecoveryKeyLength
        | RegisterError::RecoveryKeyGroup(_)
        | RegisterError::HasPassword
        | RegisterError::NoPassword
        | RegisterError::ConversionUnread(_)
        | RegisterError::Locked
        | RegisterError::DiskFull
        | RegisterError::Denied
        | RegisterError::RowsLost(_)
        | RegisterError::Corrupt(_)
        | RegisterError::Cancelled
        | RegisterError::NotEmpty(_)
        | RegisterError::NotUnicode(_)
        | RegisterError::Nested(_)
        | RegisterError::IsABackup
        | RegisterError::ACopy
        | RegisterError::NotABackup
        | RegisterError::Io(_)
        | RegisterError::Sqlite(_) => return error.into(),
    };
    let register = office.register();
    let used_by = register.content_used_by(sha256).unwrap_or_default();
    let names = used_by.into_iter().map(|used| used.name).collect();
    let copy = register.backup_with(sha256).unwrap_or_default();
    OfficeError::Damaged(DamagedFile {
        loss,
        names,
        sha256: sha256.to_owned(),
        copy: copy.map(|backup| backup.dir),
    })
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .map(|b| format!("{b:02x}"))
        .collect()
}

/// Keeps an image for the letterhead; gives its SHA-256, width and height.
///
/// # Errors
/// [`OfficeError::Image`] for anything but a sound PNG or JPEG.
pub fn image_store(office: &Office, bytes: &[u8]) -> Result<(String, u32, u32)> {
    if bytes.len() > IMAGE_LIMIT {
        return Err(OfficeError::Image);
    }
    let (width, height) = press::whole_picture(bytes).map_err(|_| OfficeError::Image)?;
    let stored = office
        .register()
        .document_store(bytes, &|_| ControlFlow::Continue(()))?;
    Ok((stored.sha256, width, height))
}

/// The bytes of an image of the letterhead; of nothing else.
///
/// # Errors
/// [`OfficeError::Image`] when the letterhead has no such image.
pub fn image_bytes(office: &Office, sha256: &str) -> Result<Vec<u8>> {
    let bytes = content_bytes(office, sha256)?;
    press::dimensions(&bytes).map_err(|_| OfficeError::Image)?;
    Ok(bytes)
}
