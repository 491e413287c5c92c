//! Pictures for files that others make from the same document.

use std::io::Cursor;

use image::ImageFormat;

use crate::pictures::decoding::decoded;
use crate::pictures::error::PictureError;
use crate::pictures::reading::{format, upright};
use crate::pictures::resampling::{enough, smaller, too_fine};

/// The picture for a place at most `width` points wide in a file of another
/// kind: upright, no larger than print needs, and without what a camera notes
/// about place, time and owner. A PNG stays a PNG, a JPEG a JPEG.
///
/// # Errors
/// See [`PictureError`].
pub fn print_ready(bytes: &[u8], width: f32) -> Result<Vec<u8>, PictureError> {
    let dots = enough(width);
    if format(bytes)? == ImageFormat::Jpeg {
        return Ok(decoded(bytes, dots)?.samples);
    }
    let (mut picture, _) = upright(bytes)?;
    if too_fine(&picture, dots) {
        picture = smaller(&picture, dots);
    }
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png)?;
    Ok(out.into_inner())
}
