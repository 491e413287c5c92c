//! Bytes of the document store that are small enough to be held at once.

use crate::error::{OfficeError, Result};
use crate::office::Office;
use sha2::{Digest, Sha256};
use std::io::Read;
use std::ops::ControlFlow;

/// Bytes an image of a letterhead may have.
pub(crate) const IMAGE_LIMIT: usize = 20 * 1024 * 1024;

/// All bytes of a content that is small: a letter, an image.
pub(crate) fn content_bytes(office: &Office, sha256: &str) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let mut file = office.register().content_read(sha256)?;
    file.read_to_end(&mut bytes)
        .map_err(register::RegisterError::from)?;
    Ok(bytes)
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
    let (width, height) = press::dimensions(bytes).map_err(|_| OfficeError::Image)?;
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
