//! One page, drawn.

use drawing::protocol::{Form, WIDEST};
use drawing::shades::{Picture, Points};
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

/// A page at `dpi` dots per inch, or fewer where it would be wider than pictures are; none where there is no such
/// page, or it has no width.
pub fn drawn(pdf: &Pdf, index: u32, dpi: f32, form: Form) -> Option<Picture> {
    let page = pdf.pages().get(index as usize)?;
    let (width, height) = page.render_dimensions();
    let widest = WIDEST as f32;
    let scale = (dpi / 72.0)
        .min(widest / width.max(1.0))
        .min(widest / height.max(1.0));
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
        &RenderCache::new(),
        &InterpreterSettings::default(),
        &settings,
        &drawing,
    );
    let (width, height) = (u32::from(pixmap.width()), u32::from(pixmap.height()));
    if width == 0 || height == 0 {
        return None;
    }
    // The sheet is opaque white, so opacity says nothing.
    let rgba = pixmap.data_as_u8_slice();
    Some(match form {
        Form::Screen => Picture::shaded(width, height, rgba),
        Form::Points => Picture {
            width,
            height,
            points: Points::Rgba(rgba.to_vec()),
        },
    })
}
