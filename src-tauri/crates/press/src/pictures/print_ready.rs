//! Pictures for files that others make from the same document.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use crate::pictures::decoding::decoded;
use crate::pictures::error::PictureError;
use crate::pictures::photograph::photograph;
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
    png(&fine_enough(bytes, dots)?)
}

/// The same, with each sample decoded and encoded here: nothing of the file itself is in what is given, so
/// a stranger's can't reach the decoder of another program.
///
/// # Errors
/// See [`PictureError`].
pub fn redrawn(bytes: &[u8], width: f32) -> Result<Vec<u8>, PictureError> {
    let picture = fine_enough(bytes, enough(width))?;
    if format(bytes)? == ImageFormat::Jpeg {
        return Ok(photograph(&picture)?.samples);
    }
    png(&picture)
}

fn fine_enough(bytes: &[u8], dots: u32) -> Result<DynamicImage, PictureError> {
    let (picture, _) = upright(bytes)?;
    Ok(if too_fine(&picture, dots) {
        smaller(&picture, dots)
    } else {
        picture
    })
}

fn png(picture: &DynamicImage) -> Result<Vec<u8>, PictureError> {
    let mut out = Cursor::new(Vec::new());
    picture.write_to(&mut out, ImageFormat::Png)?;
    Ok(out.into_inner())
}
