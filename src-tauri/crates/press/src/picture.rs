//! Pictures: strangers' PNG and JPEG files made into what a page can show, or
//! refused. A photograph's scan is kept as it is where it can be; what a camera
//! notes about place, time and owner never goes into a letter.

mod jpeg;

use std::collections::HashMap;
use std::io::Cursor;
use std::sync::{Arc, Mutex};

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbaImage};
use sha2::{Digest, Sha256};

/// The greatest width and height of a picture, in samples.
pub const MAX_SIDE: u32 = 12_000;
/// The greatest number of samples of a picture.
pub const MAX_PIXELS: u64 = 40_000_000;
/// The resolution above which a picture is made smaller, dots per inch.
const ENOUGH_DPI: f32 = 300.0;
/// The quality at which photographs that had to change are packed again.
const QUALITY: u8 = 85;

/// How a picture's samples are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Deflated (zlib), with PNG predictors.
    Deflated,
    /// A JPEG file.
    Jpeg,
}

/// A picture ready for the page.
#[derive(Debug)]
pub struct Bitmap {
    /// Columns.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Whether a sample is one grey byte (else three: red, green, blue).
    pub grey: bool,
    /// How the samples are written.
    pub encoding: Encoding,
    /// The samples.
    pub samples: Vec<u8>,
    /// Opacity, one byte a sample, deflated with PNG predictors.
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

/// The size in samples as the picture is meant to stand, without decoding.
///
/// # Errors
/// See [`PictureError`].
pub fn dimensions(bytes: &[u8]) -> Result<(u32, u32), PictureError> {
    let mut decoder = reader(bytes)?.into_decoder().map_err(broken)?;
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

fn broken(e: image::ImageError) -> PictureError {
    match e {
        image::ImageError::Limits(_) => PictureError::TooLarge,
        e => PictureError::Broken(e.to_string()),
    }
}

fn format(bytes: &[u8]) -> Result<ImageFormat, PictureError> {
    image::guess_format(bytes)
        .ok()
        .filter(|f| matches!(f, ImageFormat::Png | ImageFormat::Jpeg))
        .ok_or(PictureError::Format)
}

pub(crate) fn reader(bytes: &[u8]) -> Result<ImageReader<Cursor<&[u8]>>, PictureError> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format(bytes)?);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(MAX_PIXELS * 8 + (64 << 20));
    reader.limits(limits);
    Ok(reader)
}

/// The picture for a place at most `width` points wide in a file of another
/// kind: upright, no larger than print needs, and without what a camera notes
/// about place, time and owner. A PNG stays a PNG, a JPEG a JPEG.
///
/// # Errors
/// See [`PictureError`].
pub fn bare(bytes: &[u8], width: f32) -> Result<Vec<u8>, PictureError> {
    let dots = (width / 72.0 * ENOUGH_DPI).clamp(16.0, 8000.0) as u32;
    if format(bytes)? == ImageFormat::Jpeg {
        return Ok(decode(bytes, dots)?.samples);
    }
    dimensions(bytes)?;
    let mut decoder = reader(bytes)?.into_decoder().map_err(broken)?;
    let orientation = orientation(&mut decoder);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    if picture.width() > dots + dots / 2 {
        picture = smaller(&picture, dots);
    }
    let mut out = Cursor::new(Vec::new());
    picture
        .write_to(&mut out, ImageFormat::Png)
        .map_err(broken)?;
    Ok(out.into_inner())
}

fn decode(bytes: &[u8], dots: u32) -> Result<Bitmap, PictureError> {
    dimensions(bytes)?;
    let mut decoder = reader(bytes)?.into_decoder().map_err(broken)?;
    let orientation = orientation(&mut decoder);
    let mut picture = DynamicImage::from_decoder(decoder).map_err(broken)?;
    picture.apply_orientation(orientation);
    // A little more than enough is left as it is: resampling costs sharpness.
    let large = picture.width() > dots + dots / 2;
    if format(bytes)? == ImageFormat::Jpeg {
        let upright = orientation == Orientation::NoTransforms;
        if upright
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
        return photograph(&picture);
    }
    if large {
        picture = smaller(&picture, dots);
    }
    Ok(drawing(&picture.into_rgba8()))
}

/// The picture `dots` wide. Colours are weighed by their opacity, so that what
/// can't be seen doesn't darken the edges of what can.
fn smaller(picture: &DynamicImage, dots: u32) -> DynamicImage {
    let height =
        (u64::from(picture.height()) * u64::from(dots) / u64::from(picture.width())).max(1) as u32;
    let filter = image::imageops::FilterType::Triangle;
    if !picture.color().has_alpha() {
        return picture.resize_exact(dots, height, filter);
    }
    let mut rgba = picture.to_rgba32f();
    for p in rgba.pixels_mut() {
        let alpha = p.0[3];
        p.0[..3].iter_mut().for_each(|c| *c *= alpha);
    }
    let mut made = image::imageops::resize(&rgba, dots, height, filter);
    for p in made.pixels_mut() {
        let alpha = p.0[3];
        if alpha > 0.0 {
            p.0[..3].iter_mut().for_each(|c| *c = (*c / alpha).min(1.0));
        }
    }
    DynamicImage::ImageRgba32F(made).into_rgba8().into()
}

/// A photograph, packed as photographs are.
fn photograph(picture: &DynamicImage) -> Result<Bitmap, PictureError> {
    let grey = !picture.color().has_color();
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut file, QUALITY);
    if grey {
        encoder.encode_image(&picture.to_luma8())
    } else {
        encoder.encode_image(&picture.to_rgb8())
    }
    .map_err(broken)?;
    Ok(Bitmap {
        width: picture.width(),
        height: picture.height(),
        grey,
        encoding: Encoding::Jpeg,
        samples: file,
        opacity: None,
    })
}

/// The widest difference of two colours that are taken for one ink.
const ONE_INK: u8 = 10;

/// A drawing, a stamp, a signature: packed without loss.
fn drawing(rgba: &RgbaImage) -> Bitmap {
    let (width, height) = (rgba.width(), rgba.height());
    let opaque = rgba.pixels().all(|p| p.0[3] == 255);
    let ink = if opaque { None } else { one_ink(rgba) };
    // What is wholly transparent has no colour of its own; one value packs best.
    let colour = |p: &image::Rgba<u8>| match (ink, p.0[3]) {
        (Some(ink), _) => ink,
        (None, 0) => [255; 3],
        (None, _) => [p.0[0], p.0[1], p.0[2]],
    };
    let grey = rgba.pixels().all(|p| {
        let [r, g, b] = colour(p);
        r == g && g == b
    });
    let samples: Vec<u8> = if grey {
        rgba.pixels().map(|p| colour(p)[0]).collect()
    } else {
        rgba.pixels().flat_map(colour).collect()
    };
    let step = if grey { 1 } else { 3 };
    let opacity: Option<Vec<u8>> = (!opaque).then(|| {
        let levels: Vec<u8> = rgba.pixels().map(|p| p.0[3]).collect();
        pack(&levels, width as usize, 1)
    });
    Bitmap {
        width,
        height,
        grey,
        encoding: Encoding::Deflated,
        samples: pack(&samples, width as usize * step, step),
        opacity,
    }
}

/// The one colour of a stamp or a signature, whose opacity alone says where
/// there is ink; none when there are several.
fn one_ink(rgba: &RgbaImage) -> Option<[u8; 3]> {
    let (mut least, mut most, mut sums, mut weight) = ([255u8; 3], [0u8; 3], [0u64; 3], 0u64);
    for p in rgba.pixels() {
        let alpha = p.0[3];
        // The colour of what is hardly there is mostly rounding.
        if alpha >= 48 {
            for i in 0..3 {
                least[i] = least[i].min(p.0[i]);
                most[i] = most[i].max(p.0[i]);
            }
        }
        for (sum, c) in sums.iter_mut().zip(p.0) {
            *sum += u64::from(c) * u64::from(alpha);
        }
        weight += u64::from(alpha);
    }
    let one = weight > 0 && (0..3).all(|i| most[i].saturating_sub(least[i]) <= ONE_INK);
    one.then(|| sums.map(|s| ((s + weight / 2) / weight) as u8))
}

/// Deflates rows, each after the PNG filter that leaves the least in it or all
/// as they are, whichever packs better.
fn pack(samples: &[u8], row: usize, step: usize) -> Vec<u8> {
    let plain = crate::pdf::deflate(&filtered(samples, row, step, false));
    let chosen = crate::pdf::deflate(&filtered(samples, row, step, true));
    if plain.len() <= chosen.len() {
        plain
    } else {
        chosen
    }
}

fn filtered(samples: &[u8], row: usize, step: usize, choose: bool) -> Vec<u8> {
    let mut filtered = Vec::with_capacity(samples.len() + samples.len() / row.max(1) + 1);
    let zero = vec![0u8; row];
    let mut above: &[u8] = &zero;
    for line in samples.chunks(row.max(1)) {
        if !choose {
            filtered.push(0);
            filtered.extend_from_slice(line);
            continue;
        }
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
    filtered
}
