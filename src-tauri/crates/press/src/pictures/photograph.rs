//! Photographs: packed with loss, as photographs are.

use image::DynamicImage;
use image::codecs::jpeg::JpegEncoder;

use crate::pictures::bitmap::{Bitmap, Encoding};
use crate::pictures::error::PictureError;

/// The quality at which photographs that had to change are packed again.
const QUALITY: u8 = 85;

/// A photograph packed anew.
pub(crate) fn photograph(picture: &DynamicImage) -> Result<Bitmap, PictureError> {
    let grey = !picture.color().has_color();
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, QUALITY);
    if grey {
        encoder.encode_image(&picture.to_luma8())?;
    } else {
        encoder.encode_image(&picture.to_rgb8())?;
    }
    Ok(Bitmap {
        width: picture.width(),
        height: picture.height(),
        grey,
        encoding: Encoding::Jpeg,
        samples: file,
        opacity: None,
    })
}
