//! Decoding a file into what the PDF holds.

use image::ImageFormat;

use crate::pictures::bitmap::{Bitmap, Encoding};
use crate::pictures::error::PictureError;
use crate::pictures::jpeg;
use crate::pictures::line_art::line_art;
use crate::pictures::photograph::photograph;
use crate::pictures::reading::{format, upright};
use crate::pictures::resampling::{smaller, too_fine};

/// The picture with about `dots` samples across, or fewer where it has fewer.
///
/// # Errors
/// See [`PictureError`].
pub(crate) fn decoded(bytes: &[u8], dots: u32) -> Result<Bitmap, PictureError> {
    let (mut picture, turned) = upright(bytes)?;
    let large = too_fine(&picture, dots);
    let is_photograph = format(bytes)? == ImageFormat::Jpeg;
    if is_photograph
        && !turned
        && !large
        && let Some((file, grey)) = jpeg::bare(bytes, picture.width(), picture.height())
    {
        return Ok(Bitmap {
            width: picture.width(),
            height: picture.height(),
            grey,
            encoding: Encoding::Jpeg,
            samples: file,
            opacity: None,
        });
    }
    if large {
        picture = smaller(&picture, dots);
    }
    if is_photograph {
        photograph(&picture)
    } else {
        Ok(line_art(&picture.into_rgba8()))
    }
}
