//! Decoded pictures, kept between calls.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use sha2::{Digest, Sha256};

use crate::pictures::bitmap::Bitmap;
use crate::pictures::decoding::decoded;
use crate::pictures::error::PictureError;
use crate::pictures::reading::whole_picture;
use crate::pictures::resampling::enough;

/// How many pictures are kept before all are forgotten.
const CAPACITY: usize = 64;
/// How many verdicts are kept before all are forgotten.
const VERDICTS: usize = 1024;

/// The file's hash, and how many samples across it was decoded to.
type Key = ([u8; 32], u32);

/// Decoded pictures, kept between calls: the logo and the stamp are the same on
/// every letter.
#[derive(Default)]
pub(crate) struct PictureCache {
    cached: Mutex<HashMap<Key, Arc<Bitmap>>>,
    /// Whether files can be read to their end, by their hash.
    whole: Mutex<HashMap<[u8; 32], bool>>,
}

impl PictureCache {
    /// Whether a file is a picture that can be read to its end.
    pub(crate) fn is_whole(&self, bytes: &[u8]) -> bool {
        let key: [u8; 32] = Sha256::digest(bytes).into();
        if let Ok(known) = self.whole.lock()
            && let Some(found) = known.get(&key)
        {
            return *found;
        }
        let found = whole_picture(bytes).is_ok();
        if let Ok(mut known) = self.whole.lock() {
            if known.len() >= VERDICTS {
                known.clear();
            }
            known.insert(key, found);
        }
        found
    }

    /// Decodes a picture that will be at most `width` points wide.
    ///
    /// # Errors
    /// See [`PictureError`].
    pub(crate) fn get(&self, bytes: &[u8], width: f32) -> Result<Arc<Bitmap>, PictureError> {
        let dots = enough(width);
        let key: Key = (Sha256::digest(bytes).into(), dots);
        if let Ok(cached) = self.cached.lock()
            && let Some(found) = cached.get(&key)
        {
            return Ok(Arc::clone(found));
        }
        let made = Arc::new(decoded(bytes, dots)?);
        if let Ok(mut cached) = self.cached.lock() {
            if cached.len() >= CAPACITY {
                cached.clear();
            }
            cached.insert(key, Arc::clone(&made));
        }
        Ok(made)
    }
}
