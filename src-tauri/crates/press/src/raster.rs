//! Pages of a finished PDF as pictures for the screen.

use std::sync::Arc;

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use crate::set::PressError;

/// Widest picture made, pixels.
const WIDEST: f32 = 8000.0;

/// An open PDF.
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

    /// Number of pages.
    pub fn page_count(&self) -> usize {
        self.pdf.pages().len()
    }

    /// Size of a page, pt; none when there is no such page.
    pub fn page_size(&self, index: usize) -> Option<(f32, f32)> {
        self.pdf.pages().get(index).map(|p| p.render_dimensions())
    }

    /// A page as a PNG at `dpi` dots per inch, grey when it has no colour.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn page_png(&self, index: usize, dpi: f32) -> Result<Vec<u8>, PressError> {
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
        let settings = RenderSettings {
            hinting: false,
            ..RenderSettings::default()
        };
        let pixmap = render(
            page,
            &cache,
            &InterpreterSettings::default(),
            &settings,
            &drawing,
        );
        let (w, h) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
        let rgba = pixmap.data_as_u8_slice();
        let coloured = rgba.chunks_exact(4).any(|p| p[0] != p[1] || p[1] != p[2]);
        // The sheet is opaque white, so opacity says nothing.
        let samples: Vec<u8> = if coloured {
            rgba.chunks_exact(4)
                .flat_map(|p| [p[0], p[1], p[2]])
                .collect()
        } else {
            rgba.chunks_exact(4).map(|p| p[0]).collect()
        };
        encode(w, h, coloured, &samples)
    }
}

fn encode(width: u32, height: u32, coloured: bool, samples: &[u8]) -> Result<Vec<u8>, PressError> {
    let mut out = Vec::with_capacity(samples.len() / 8);
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(if coloured {
        png::ColorType::Rgb
    } else {
        png::ColorType::Grayscale
    });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let failed = |e: png::EncodingError| PressError::Pdf(e.to_string());
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(samples).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(out)
}
