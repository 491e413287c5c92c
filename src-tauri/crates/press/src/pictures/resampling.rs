//! Making pictures no finer than paper shows.

use image::{DynamicImage, imageops};

/// The resolution above which a picture is made smaller, dots per inch.
const ENOUGH_DPI: f32 = 300.0;

/// How many samples a picture `width` points wide needs across.
pub(crate) fn enough(width: f32) -> u32 {
    (width / 72.0 * ENOUGH_DPI).clamp(16.0, 8000.0) as u32
}

/// Whether a picture has so many more samples than `dots` that it is made
/// smaller. A little more than enough stays: resampling costs sharpness.
pub(crate) fn too_fine(picture: &DynamicImage, dots: u32) -> bool {
    picture.width() > dots + dots / 2
}

/// The picture `dots` wide. Colours are weighed by their opacity, so that what
/// can't be seen doesn't darken the edges of what can.
pub(crate) fn smaller(picture: &DynamicImage, dots: u32) -> DynamicImage {
    let height =
        (u64::from(picture.height()) * u64::from(dots) / u64::from(picture.width())).max(1) as u32;
    let filter = imageops::FilterType::Triangle;
    // Eight bits a sample are kept of either: the file that is made holds no more.
    if !picture.color().has_color() && !picture.color().has_alpha() {
        return imageops::resize(&picture.to_luma8(), dots, height, filter).into();
    }
    if !picture.color().has_alpha() {
        return imageops::resize(&picture.to_rgb8(), dots, height, filter).into();
    }
    let mut rgba = picture.to_rgba32f();
    for p in rgba.pixels_mut() {
        let alpha = p.0[3];
        p.0[..3].iter_mut().for_each(|c| *c *= alpha);
    }
    let mut made = imageops::resize(&rgba, dots, height, filter);
    for p in made.pixels_mut() {
        let alpha = p.0[3];
        if alpha > 0.0 {
            p.0[..3].iter_mut().for_each(|c| *c = (*c / alpha).min(1.0));
        }
    }
    DynamicImage::ImageRgba32F(made).into_rgba8().into()
}
