//! Pages of a finished PDF as pictures, which the drawing program draws.

use std::sync::Arc;

use drawing::Drawable;
use drawing::protocol::Form;
use drawing::shades::{Picture, Points, opaque};

use crate::error::PressError;
use crate::pictures::photograph::photograph;

/// An open PDF, to be drawn page by page. Its processes end with it.
pub struct Raster {
    file: Drawable,
}

impl Raster {
    /// Opens a file's bytes.
    ///
    /// # Errors
    /// When they are no PDF, [`PressError::NoDrawing`], `DrawingNotStarted` and `DrawingOutdated`.
    pub fn open(pdf: impl Into<Arc<Vec<u8>>>) -> Result<Self, PressError> {
        let file = Drawable::open(pdf.into())?;
        Ok(Self { file })
    }

    /// How many pages can be drawn.
    #[must_use]
    pub fn page_count(&self) -> usize {
        self.file.pages() as usize
    }

    /// A page as a PNG at `dpi` dots per inch: in shades as fine as an eye tells
    /// apart, and no finer.
    ///
    /// # Errors
    /// When there is no such page, or it can't be drawn.
    pub fn page_png(&self, index: usize, dpi: f32) -> Result<Vec<u8>, PressError> {
        encode(&self.picture(index, dpi, Form::Screen)?)
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
        let picture = self.picture(index, dpi, Form::Points)?;
        let (width, height) = (picture.width, picture.height);
        match picture.points {
            Points::Rgba(rgba) => Ok(Drawn {
                width,
                height,
                rgba,
            }),
            Points::Greys(_) | Points::Colours { .. } | Points::Rgb(_) => {
                Err(drawing::DrawingError::Nonsense.into())
            }
        }
    }

    fn picture(&self, index: usize, dpi: f32, form: Form) -> Result<Picture, PressError> {
        let index = u32::try_from(index).unwrap_or(u32::MAX);
        Ok(self.file.page(index, dpi, form)?)
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
            return encode(&Picture::shaded(self.width, self.height, &self.rgba));
        }
        let picture = image::RgbImage::from_raw(self.width, self.height, opaque(&self.rgba))
            .ok_or_else(|| PressError::Pdf("a page of no size".into()))?;
        Ok(photograph(&picture.into())?.samples)
    }
}

/// A page as a PNG that is quick to write and to send.
fn encode(picture: &Picture) -> Result<Vec<u8>, PressError> {
    let (width, height) = (picture.width, picture.height);
    match &picture.points {
        Points::Greys(samples) => {
            let palette: Vec<u8> = (0..16u8).flat_map(|i| [255 - i * 17; 3]).collect();
            write(width, height, png::BitDepth::Four, Some(palette), samples)
        }
        Points::Colours { palette, samples } => {
            let palette = palette.as_flattened().to_vec();
            write(width, height, png::BitDepth::Eight, Some(palette), samples)
        }
        Points::Rgb(samples) => write(width, height, png::BitDepth::Eight, None, samples),
        Points::Rgba(rgba) => write(width, height, png::BitDepth::Eight, None, &opaque(rgba)),
    }
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
        let made = encode(&Picture::shaded(256, 1, &rgba)).unwrap();
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
        let made = encode(&Picture::shaded(3, 2, &rgba)).unwrap();
        let shown = image::load_from_memory(&made).unwrap().into_luma8();
        assert_eq!(shown.dimensions(), (3, 2));
        assert_eq!(shown.into_raw(), points);
    }
}
