//! Pictures: strangers' PNG and JPEG files made into plain samples, or refused.

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex};

use image::{ImageFormat, ImageReader, Limits};
use sha2::{Digest, Sha256};

/// The greatest width and height of a picture, in samples.
pub const MAX_SIDE: u32 = 12_000;
/// The greatest number of samples of a picture.
pub const MAX_PIXELS: u64 = 40_000_000;
/// The resolution above which a picture is made smaller, dots per inch.
const ENOUGH_DPI: f32 = 300.0;

/// A picture ready for the page: samples, already deflated.
#[derive(Debug)]
pub struct Bitmap {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Whether a sample is one grey byte (else three: red, green, blue).
    pub grey: bool,
    /// The samples, deflated (zlib), with PNG predictors.
    pub samples: Vec<u8>,
    /// Opacity, one byte a sample, deflated in the same way.
    pub opacity: Option<Vec<u8>>,
}

/// Why a picture is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Neither a PNG nor a JPEG.
    #[error("the picture is neither PNG nor JPEG")]
    Format,
    /// More samples than are taken.
    #[error("the picture is too large")]
    TooLarge,
    /// The file is broken.
    #[error("the picture can't be read: {0}")]
    Broken(String),
}

type Key = ([u8; 32], u32);

/// Decoded pictures, kept between calls.
#[derive(Default)]
pub struct Pictures {
    kept: Mutex<HashMap<Key, Arc<Bitmap>>>,
}

impl Pictures {
    /// Decodes a picture that will be at most `width` points wide.
    ///
    /// # Errors
    /// See [`PictureError`].
    pub fn get(&self, bytes: &[u8], width: f32) -> Result<Arc<Bitmap>, PictureError> {
        let dots = (width / 72.0 * ENOUGH_DPI).clamp(16.0, 8000.0) as u32;
        let key: Key = (Sha256::digest(bytes).into(), dots);
        if let Ok(kept) = self.kept.lock()
            && let Some(found) = kept.get(&key)
        {
            return Ok(Arc::clone(found));
        }
        let made = Arc::new(decode(bytes, dots)?);
        if let Ok(mut kept) = self.kept.lock() {
            if kept.len() >= 64 {
                kept.clear();
            }
            kept.insert(key, Arc::clone(&made));
        }
        Ok(made)
    }
}

/// The size in samples, without decoding.
///
/// # Errors
/// See [`PictureError`].
pub fn dimensions(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    let (w, h) = reader(bytes)?.into_dimensions().map_err(broken)?;
    if w == 0 || h == 0 {
        return Err(PictureError::Broken("no samples".into()));
    }
    if w > MAX_SIDE || h > MAX_SIDE || u64::from(w) * u64::from(h) > MAX_PIXELS {
        return Err(PictureError::TooLarge);
    }
    Ok((w, h))
}

fn broken(e: image::ImageError) -> PictureError {
    match e {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        e => PictureError::Broken(e.to_string()),
    }
}

fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, PictureError> {
    let format = image::guess_format(bytes).map_err(|_| PictureError::Format)?;
    if !matches!(format, ImageFormat::Png | ImageFormat::Jpeg) {
        return Err(PictureError::Format);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_PIXELS * 8 + (64 << 20));
    reader.limits(limits);
    Ok(reader)
}

fn decode(bytes: &[u8], dots: u32) -> Result<Bitmap, PictureError> {
    dimensions(bytes)?;
    let mut picture = reader(bytes)?.decode().map_err(broken)?;
    if picture.width() > dots {
        let height = (u64::from(picture.height()) * u64::from(dots) / u64::from(picture.width()))
            .max(1) as u32;
        picture = picture.resize_exact(dots, height, image::imageops::FilterType::Triangle);
    }
    let (width, height) = (picture.width(), picture.height());
    let rgba = picture.into_rgba8();
    let opaque = rgba.pixels().all(|p| p.0[3] == 255);
    let grey = rgba
        .pixels()
        .all(|p| p.0[3] == 0 || (p.0[0] == p.0[1] && p.0[1] == p.0[2]));
    // What is wholly transparent has no colour of its own; one value packs best.
    let colour = |p: &image::Rgba<u8>| {
        if p.0[3] == 0 {
            [255; 3]
        } else {
            [p.0[0], p.0[1], p.0[2]]
        }
    };
    let samples: Vec<u8> = if grey {
        rgba.pixels().map(|p| colour(p)[0]).collect()
    } else {
        rgba.pixels().flat_map(colour).collect()
    };
    let width_bytes = width as usize * if grey { 1 } else { 3 };
    let opacity: Option<Vec<u8>> = (!opaque).then(|| {
        pack(
            &rgba.pixels().map(|p| p.0[3]).collect::<Vec<_>>(),
            width as usize,
            1,
        )
    });
    Ok(Bitmap {
        width,
        height,
        grey,
        samples: pack(&samples, width_bytes, if grey { 1 } else { 3 }),
        opacity,
    })
}

/// Deflates rows after the PNG filter that leaves the least in each.
fn pack(samples: &[u8], row: usize, step: usize) -> Vec<u8> {
    let mut filtered = Vec::with_capacity(samples.len() + samples.len() / row.max(1) + 1);
    let zero = vec![0u8; row];
    let mut above: &[u8] = &zero;
    for line in samples.chunks(row.max(1)) {
        let left = |i: usize| if i >= step { line[i - step] } else { 0 };
        let sub: Vec<u8> = (0..line.len())
            .map(|i| line[i].wrapping_sub(left(i)))
            .collect();
        let up: Vec<u8> = (0..line.len())
            .map(|i| line[i].wrapping_sub(above[i]))
            .collect();
        let weight = |v: &[u8]| {
            v.iter()
                .map(|&b| u64::from(b.min(b.wrapping_neg())))
                .sum::<u64>()
        };
        let candidates = [(0u8, weight(line)), (1, weight(&sub)), (2, weight(&up))];
        let best = candidates.iter().min_by_key(|c| c.1).map_or(0, |c| c.0);
        filtered.push(best);
        filtered.extend_from_slice(match best {
            1 => &sub,
            2 => &up,
            _ => line,
        });
        above = line;
    }
    crate::pdf::deflate(&filtered)
}
