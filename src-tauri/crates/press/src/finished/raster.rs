//! Pages of a finished PDF as pictures for the screen.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::error::PressError;
use crate::pictures::photograph::photograph;

/// Widest picture made, pixels.
const WIDEST: f32 = 8000.0;

/// An open PDF, to be drawn page by page.
pub struct Raster {
    pdf: Pdf,
}

impl Raster {
    /// Opens a file's bytes.
    ///
    /// # Errors
    /// When they are no PDF.
    pub fn open(pdf: impl Into<Arc<Vec<u8>>>) -> Result<Self, PressError> {
        let bytes: Arc<Vec<u8>> = pdf.into();
        let pdf = Pdf::new(bytes).map_err(|e| PressError::Pdf(format!("{e:?}")))?;
        Ok(Self { pdf })
    }

    /// How many pages can be drawn.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// A page as a PNG at `dpi` dots per inch: in shades as fine as an eye tells
    /// apart, and no finer.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn page_png(&self, index: usize, dpi: f32) -> Result<Vec<u8>, PressError> {
        let drawn = self.page(index, dpi)?;
        encode(drawn.width, drawn.height, &drawn.rgba)
    }

    /// A page as a picture to be put on paper: a PNG for text and drawings, a JPEG for what is
    /// like a photograph.
    ///
    /// # Errors
    /// As [`Self::page_png`].
    pub fn page_picture(&self, index: usize, dpi: f32) -> Result<Vec<u8>, PressError> {
        self.page(index, dpi)?.for_paper()
    }

    /// A page drawn at `dpi` dots per inch.
    pub(crate) fn page(&self, index: usize, dpi: f32) -> Result<Drawn, PressError> {
        let pages = self.pdf.pages();
        let page = pages
            .get(index)
            .ok_or_else(|| PressError::Pdf(format!("no page {}", index + 1)))?;
        let (width, height) = page.render_dimensions();
        let dpi = if dpi.is_finite() {
            dpi.clamp(10.0, 1200.0)
        } else {
            96.0
        };
        let scale = (dpi / 72.0)
            .min(WIDEST / width.max(1.0))
            .min(WIDEST / height.max(1.0));
        let cache = RenderCache::new();
        let drawing = PixmapSettings {
            x_scale: scale,
            y_scale: scale,
            bg_color: WHITE,
        };
        // Kept glyphs are put down at the nearest quarter of a pixel, which shows
        // at the size of a screen, and for one page drawing them is the quicker.
        let settings = RenderSettings {
            hinting: false,
            glyph_caching: false,
            ..RenderSettings::default()
        };
        let pixmap = render(
            page,
            &cache,
            &InterpreterSettings::default(),
            &settings,
            &drawing,
        );
        let drawn = Drawn {
            width: u32::from(pixmap.width()),
            height: u32::from(pixmap.height()),
            // The sheet is opaque white, so opacity says nothing.
            rgba: pixmap.data_as_u8_slice().to_vec(),
        };
        Ok(drawn)
    }
}

/// A page as points, four bytes each.
pub(crate) struct Drawn {
    pub width: u32,
    pub height: u32,
    pub rgba: Vec<u8>,
}

/// The share of points between black and white from which a page is like a photograph.
const PHOTOGRAPH: usize = 8;

impl Drawn {
    /// See [`Raster::page_picture`].
    pub(crate) fn for_paper(&self) -> Result<Vec<u8>, PressError> {
        let between = |p: &&[u8]| {
            let (least, most) = (p[0].min(p[1]).min(p[2]), p[0].max(p[1]).max(p[2]));
            most > 40 && least < 215
        };
        let points = self.rgba.len() / 4;
        let shades = self.rgba.chunks_exact(4).filter(between).count();
        if shades * PHOTOGRAPH < points {
            return encode(self.width, self.height, &self.rgba);
        }
        let rgb: Vec<u8> = self
            .rgba
            .chunks_exact(4)
            .flat_map(|p| [p[0], p[1], p[2]])
            .collect();
        let picture = image::RgbImage::from_raw(self.width, self.height, rgb)
            .ok_or_else(|| PressError::Pdf("a page of no size".into()))?;
        Ok(photograph(&picture.into())?.samples)
    }
}

/// A page as a PNG that is quick to write and to send: sixteen greys when it has
/// no colour, up to 256 colours when it has few, as text with a stamp, else all
/// of them. White is the first colour, so that paper is noughts.
fn encode(width: u32, height: u32, rgba: &[u8]) -> Result<Vec<u8>, PressError> {
    let row = width as usize * 4;
    if row == 0 {
        return Err(PressError::Pdf("a page without width".into()));
    }
    if let Some(samples) = greys(width, height, rgba) {
        let palette: Vec<u8> = (0..16u8).flat_map(|i| [255 - i * 17; 3]).collect();
        return write(width, height, png::BitDepth::Four, Some(palette), &samples);
    }
    if let Some((palette, samples)) = few_colours(rgba) {
        return write(width, height, png::BitDepth::Eight, Some(palette), &samples);
    }
    let samples: Vec<u8> = rgba
        .chunks_exact(4)
        .flat_map(|p| [p[0], p[1], p[2]])
        .collect();
    write(width, height, png::BitDepth::Eight, None, &samples)
}

/// The page in sixteen greys, two points a byte, if it has no colour.
fn greys(width: u32, height: u32, rgba: &[u8]) -> Option<Vec<u8>> {
    // Rounded to the nearest of sixteen; the blackest would not fit a byte.
    let level = |p: &[u8; 4]| {
        (p[0] == p[1] && p[1] == p[2]).then(|| ((255 - u16::from(p[0]) + 8) / 17) as u8)
    };
    let packed = width.div_ceil(2) as usize;
    let mut samples = vec![0; packed * height as usize];
    let lines = rgba.chunks_exact(width as usize * 4);
    for (line, out) in lines.zip(samples.chunks_exact_mut(packed)) {
        for (two, out) in line.chunks(8).zip(out) {
            // Most of a page is paper.
            if *two == [255; 8] {
                continue;
            }
            let (points, _) = two.as_chunks::<4>();
            for (point, shift) in points.iter().zip([4, 0]) {
                *out |= level(point)? << shift;
            }
        }
    }
    Some(samples)
}

/// The page in colours of 32 shades a channel, if there are not more than 256.
fn few_colours(rgba: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    const NONE: u16 = u16::MAX;
    let mut known = vec![NONE; 1 << 15];
    let mut palette: Vec<u8> = vec![255; 3];
    known[(1 << 15) - 1] = 0;
    let mut samples = Vec::with_capacity(rgba.len() / 4);
    for p in rgba.chunks_exact(4) {
        let key =
            usize::from(p[0] >> 3) << 10 | usize::from(p[1] >> 3) << 5 | usize::from(p[2] >> 3);
        if known[key] == NONE {
            let next = palette.len() / 3;
            if next == 256 {
                return None;
            }
            known[key] = next as u16;
            palette.extend([p[0], p[1], p[2]].map(|c| c & 0xF8 | c >> 5));
        }
        samples.push(known[key] as u8);
    }
    Some((palette, samples))
}

fn write(
    width: u32,
    height: u32,
    depth: png::BitDepth,
    palette: Option<Vec<u8>>,
    samples: &[u8],
) -> Result<Vec<u8>, PressError> {
    let mut out = Vec::with_capacity(samples.len() / 8);
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_depth(depth);
    encoder.set_compression(png::Compression::Fast);
    match palette {
        Some(palette) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette);
            encoder.set_filter(png::Filter::NoFilter);
        }
        None => encoder.set_color(png::ColorType::Rgb),
    }
    let failed = |e: png::EncodingError| PressError::Pdf(e.to_string());
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(samples).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_grey_comes_back_as_the_nearest_of_sixteen_black_too() {
        let rgba: Vec<u8> = (0..=255u8).flat_map(|g| [g, g, g, 255]).collect();
        let made = encode(256, 1, &rgba).unwrap();
        let shown = image::load_from_memory(&made).unwrap().into_luma8();
        for (g, pixel) in (0..=255u8).zip(shown.pixels()) {
            assert!(pixel.0[0].abs_diff(g) <= 8, "{g} became {}", pixel.0[0]);
        }
        assert_eq!(
            (shown.get_pixel(0, 0).0[0], shown.get_pixel(255, 0).0[0]),
            (0, 255)
        );
    }

    #[test]
    fn ink_at_the_edge_of_an_odd_width_is_kept() {
        let points = [255, 255, 0, 0, 255, 136];
        let rgba: Vec<u8> = points.iter().flat_map(|&g| [g, g, g, 255]).collect();
        let made = encode(3, 2, &rgba).unwrap();
        let shown = image::load_from_memory(&made).unwrap().into_luma8();
        assert_eq!(shown.dimensions(), (3, 2));
        assert_eq!(shown.into_raw(), points);
    }
}
