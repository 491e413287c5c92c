//! Line art, as stamps and signatures: packed without loss.

use image::RgbaImage;

use crate::pictures::bitmap::{Bitmap, Encoding};
use crate::pictures::predictors::pack;

/// The widest difference of two colours that are taken for one ink.
const ONE_INK: u8 = 10;

/// The picture, packed without loss.
pub(crate) fn line_art(rgba: &RgbaImage) -> Bitmap {
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
