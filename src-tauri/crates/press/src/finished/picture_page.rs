//! A picture on a page of its own.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use lopdf::{Dictionary, Document, ObjectId, dictionary};

use crate::pdf::objects::{as_it_is, number, packed};
use crate::pictures::reading::upright;

/// Width and height of A4, upright, in points.
pub(crate) const A4: (f32, f32) = (595.276, 841.89);
/// The longest side a picture keeps, in samples: A4 at 200 dots an inch.
const SIDE: u32 = 2340;
/// Margin around a picture, pt.
const MARGIN: f32 = 36.0;
/// The quality at which pictures are packed.
const QUALITY: u8 = 85;

/// A page with a picture on it, turned upright as its camera says.
pub(crate) fn picture_page(doc: &mut Document, parent: ObjectId, bytes: &[u8]) -> Option<ObjectId> {
    let (shown, _) = upright(bytes).ok()?;
    // What is transparent lies on white paper.
    let rgba = shown.into_rgba8();
    let (width, height) = rgba.dimensions();
    let mut rgb = image::RgbImage::new(width, height);
    for (to, from) in rgb.pixels_mut().zip(rgba.pixels()) {
        let opacity = u32::from(from.0[3]);
        for channel in 0..3 {
            let mixed = u32::from(from.0[channel]) * opacity + 255 * (255 - opacity);
            to.0[channel] = u8::try_from(mixed / 255).unwrap_or(255);
        }
    }
    let longest = width.max(height);
    if longest > SIDE {
        let side = |all: u32| (all * SIDE / longest).max(1);
        rgb = imageops::resize(&rgb, side(width), side(height), FilterType::Triangle);
    }
    let (width, height) = rgb.dimensions();
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&rgb)
        .ok()?;
    let dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(width),
        "Height" => i64::from(height),
        "ColorSpace" => "DeviceRGB",
        "BitsPerComponent" => 8,
        "Filter" => "DCTDecode",
    };
    let image = doc.add_object(as_it_is(dict, jpeg.into_inner()));
    let (w, h) = (width as f32, height as f32);
    let (page_w, page_h) = if w > h { (A4.1, A4.0) } else { A4 };
    // A small picture is not blown up beyond 72 dots an inch.
    let scale = ((page_w - 2.0 * MARGIN) / w)
        .min((page_h - 2.0 * MARGIN) / h)
        .min(1.0);
    let (w, h) = (w * scale, h * scale);
    let (x, y) = ((page_w - w) / 2.0, (page_h - h) / 2.0);
    let drawn = format!("q {w:.3} 0 0 {h:.3} {x:.3} {y:.3} cm /Im0 Do Q\n");
    let contents = doc.add_object(packed(Dictionary::new(), drawn.as_bytes()));
    Some(doc.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => parent,
        "MediaBox" => vec![0.into(), 0.into(), number(page_w), number(page_h)],
        "Resources" => dictionary! { "XObject" => dictionary! { "Im0" => image } },
        "Contents" => contents,
    }))
}
