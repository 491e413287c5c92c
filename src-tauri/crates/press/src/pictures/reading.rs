//! Reading a file within bounds, and turning the picture as its camera was held.

use std::io::Cursor;

use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};
use zune_jpeg::JpegDecoder;
use zune_jpeg::errors::DecodeErrors;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use crate::pictures::error::PictureError;
use crate::pictures::jpeg;

/// The greatest width and height of a picture, in samples.
const MAX_SIDE: u32 = 12_000;
/// The greatest number of samples of a picture.
const MAX_PIXELS: u64 = 40_000_000;

/// What the file is, told by its first bytes and not by its name.
///
/// # Errors
/// [`PictureError::Format`] when it is neither PNG nor JPEG.
pub(crate) fn format(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    image::guess_format(bytes)
        .ok()
        .filter(|f| matches!(f, ImageFormat::Png | ImageFormat::Jpeg))
        .ok_or(PictureError::Format)
}

fn decoder(bytes: &[u8]) -> Result<impl ImageDecoder, PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(bytes)?);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_PIXELS * 8 + (64 << 20));
    reader.limits(limits);
    Ok(reader.into_decoder()?)
}

/// The size in samples as the picture is meant to stand, without decoding.
///
/// # Errors
/// See [`PictureError`].
pub fn dimensions(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    let mut decoder = decoder(bytes)?;
    let (w, h) = decoder.dimensions();
    if w == 0 || h == 0 {
        return Err(PictureError::Broken("no samples".into()));
    }
    if w > MAX_SIDE || h > MAX_SIDE || u64::from(w) * u64::from(h) > MAX_PIXELS {
        return Err(PictureError::TooLarge);
    }
    Ok(if on_its_side(orientation(&mut decoder)) {
        (h, w)
    } else {
        (w, h)
    })
}

/// The size of a picture that can be read to its end: a file cut short has a size as well, and would stop
/// each page that it stands on.
///
/// # Errors
/// See [`PictureError`].
pub fn whole_picture(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    let (picture, _) = upright(bytes)?;
    Ok((picture.width(), picture.height()))
}

/// The picture as it is meant to stand, and whether it was turned for that.
///
/// # Errors
/// See [`PictureError`].
pub(crate) fn upright(bytes: &[u8]) -> Result<(DynamicImage, bool), PictureError> {
    dimensions(bytes)?;
    // The decoder fills up what a JPEG lacks with grey.
    if format(bytes)? == ImageFormat::Jpeg {
        if !jpeg::is_whole(bytes) {
            return Err(PictureError::Broken("it ends too soon".into()));
        }
        unspoilt(bytes)?;
    }
    let mut decoder = decoder(bytes)?;
    let orientation = orientation(&mut decoder);
    let mut picture = if jpeg::of_plain_inks(bytes) {
        plain_inks(bytes)?
    } else {
        DynamicImage::from_decoder(decoder)?
    };
    picture.apply_orientation(orientation);
    Ok((picture, orientation != Orientation::NoTransforms))
}

/// Refuses a JPEG whose one scan breaks off though the file has the mark of its end. What else a strict reader holds
/// against a file shows in no picture, and cameras write it.
fn unspoilt(bytes: &[u8]) -> Result<(), PictureError> {
    let Some(scan) = jpeg::to_the_end_of_its_scan(bytes) else {
        return Ok(());
    };
    let options = DecoderOptions::default()
        .set_strict_mode(true)
        .set_max_width(MAX_SIDE as usize)
        .set_max_height(MAX_SIDE as usize);
    let breaks_off = match JpegDecoder::new_with_options(ZCursor::new(&scan), options).decode() {
        // Within a row of blocks, before one, or within a block.
        Err(DecodeErrors::ExhaustedData | DecodeErrors::HuffmanDecode(_)) => true,
        Err(DecodeErrors::FormatStatic(why)) => why.starts_with("Premature end"),
        Err(DecodeErrors::Format(why)) => {
            why.starts_with("Bad Huffman Code") || why.starts_with("Code length")
        }
        Ok(_) | Err(_) => false,
    };
    if breaks_off {
        return Err(PictureError::Broken("its scan ends too soon".into()));
    }
    Ok(())
}

/// A JPEG of four inks that says nothing of Adobe: its samples are the ink laid down, as the standard has it, and not
/// the white left, as Adobe's programs write them.
fn plain_inks(bytes: &[u8]) -> Result<DynamicImage, PictureError> {
    let broken = |error: DecodeErrors| PictureError::Broken(error.to_string());
    let options = DecoderOptions::default()
        .set_strict_mode(false)
        .jpeg_set_out_colorspace(ColorSpace::CMYK);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    let inks = decoder.decode().map_err(broken)?;
    let (width, height) = dimensions_of(&decoder)?;
    // The decoder turns them into the white left.
    let light = |white: u8, unblackened: u8| {
        let left = u32::from(white) * u32::from(unblackened);
        u8::try_from((left + 127) / 255).unwrap_or(u8::MAX)
    };
    let colours: Vec<u8> = inks
        .chunks_exact(4)
        .flat_map(|inks| {
            [
                light(inks[0], inks[3]),
                light(inks[1], inks[3]),
                light(inks[2], inks[3]),
            ]
        })
        .collect();
    let picture = RgbImage::from_raw(width, height, colours);
    let picture = picture.ok_or_else(|| PictureError::Broken("its samples end too soon".into()))?;
    Ok(DynamicImage::ImageRgb8(picture))
}

fn dimensions_of(decoder: &JpegDecoder<ZCursor<&[u8]>>) -> Result<(u32, u32), PictureError> {
    let size = decoder.dimensions();
    let size = size.and_then(|(w, h)| Some((u32::try_from(w).ok()?, u32::try_from(h).ok()?)));
    size.ok_or_else(|| PictureError::Broken("it has no size".into()))
}

/// How a camera was held; a broken remark about it says nothing.
fn orientation(decoder: &mut impl ImageDecoder) -> Orientation {
    decoder.orientation().unwrap_or(Orientation::NoTransforms)
}

fn on_its_side(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(
        orientation,
        Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH
    )
}
