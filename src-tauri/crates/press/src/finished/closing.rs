//! Copies with words and regions blacked out. What is covered is no longer there: a page becomes
//! a picture whose points are black, and nothing of the file it was made from comes along.

use std::ops::Range;

use image::DynamicImage;

use crate::error::PressError;
use crate::finished::raster::{Drawn, Raster};
use crate::finished::readback::{PageRead, Shown, page_size, read};
use crate::pictures::photograph::photograph;
use crate::pictures::reading::{format, upright};
use crate::units::MM;

/// What of a page is closed.
pub struct CloseRules<'f> {
    /// The ranges to be closed, in bytes of a text that is read in the order of the page.
    pub find: &'f dyn Fn(&str) -> Vec<Range<usize>>,
    /// Pictures taller than this, or wider than half as much again, are closed, mm: a photograph, no signature.
    pub taller_than: f32,
    /// Dots per inch of the picture that is made.
    pub dpi: f32,
}

/// A page of which only a picture is left.
#[derive(Debug, Clone, PartialEq)]
pub struct ClosedPage {
    /// Width of the paper, mm.
    pub width: f32,
    /// Height of the paper, mm.
    pub height: f32,
    /// A PNG or a JPEG file.
    pub picture: Vec<u8>,
    /// How many places were closed.
    pub closed: usize,
}

/// A region of a picture, in parts of its width and height from the upper left corner.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PictureArea {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Above and below the base line, in sizes of the type: what no letter reaches beyond.
const ABOVE: f64 = 1.0;
const BELOW: f64 = 0.32;

/// The pages of a file that the press wrote, closed by the rules.
///
/// # Errors
/// When it is no such file or can't be drawn.
pub fn closed_pages(pdf: &[u8], rules: &CloseRules<'_>) -> Result<Vec<ClosedPage>, PressError> {
    let file = read(pdf)?;
    let raster = Raster::open(pdf.to_vec())?;
    let mut out = Vec::with_capacity(file.pages.len());
    // What was not read can't be sought for what is to be closed.
    if let Some(fault) = file.pages.iter().find_map(|page| page.faults.first()) {
        return Err(PressError::Pdf(fault.clone()));
    }
    let boxes = boxes(&file.pages, rules);
    for (at, (id, boxes)) in file.page_ids.iter().zip(boxes).enumerate() {
        let [width, height] = page_size(&file.doc, *id)?;
        let mut drawn = raster.page(at, rules.dpi)?;
        let scale = f64::from(drawn.width) / width;
        for [left, bottom, right, top] in &boxes {
            let rows = (height - top) * scale..(height - bottom) * scale;
            blacken(&mut drawn, left * scale..right * scale, rows);
        }
        out.push(ClosedPage {
            width: width as f32 / MM,
            height: height as f32 / MM,
            picture: drawn.for_paper()?,
            closed: boxes.len(),
        });
    }
    Ok(out)
}

/// What is closed on each page: left, lower, right, upper edge, pt.
fn boxes(pages: &[PageRead], rules: &CloseRules<'_>) -> Vec<Vec<[f64; 4]>> {
    let tall = f64::from(rules.taller_than * MM);
    let is_photograph =
        |[_, _, width, height]: &&[f64; 4]| height.abs() > tall || width.abs() > 1.5 * tall;
    let mut out: Vec<Vec<[f64; 4]>> = Vec::with_capacity(pages.len());
    for page in pages {
        let pictures = page.pictures.iter().filter(is_photograph);
        out.push(
            pictures
                .map(|[x, y, width, height]| [*x, *y, x + width, y + height])
                .collect(),
        );
    }
    let mut close = |glyphs: &mut dyn Iterator<Item = (usize, &Shown)>| {
        for (page, glyph) in closed_glyphs(glyphs, rules) {
            let (low, high) = (BELOW * glyph.size, ABOVE * glyph.size);
            out[page].push([
                glyph.x - 0.5,
                glyph.y - low,
                glyph.x + glyph.advance + 0.5,
                glyph.y + high,
            ]);
        }
    };
    for (at, page) in pages.iter().enumerate() {
        close(&mut page.shown.iter().map(|glyph| (at, glyph)));
    }
    // What goes on from page to page, without what each page repeats at its head and foot.
    let all = pages.iter().enumerate();
    close(&mut all.flat_map(|(at, page)| {
        let read_aloud = page.shown.iter().filter(|glyph| !glyph.artifact);
        read_aloud.map(move |glyph| (at, glyph))
    }));
    out
}

/// Those glyphs that are to be closed, each with its page; they are read with a blank between lines.
fn closed_glyphs<'s>(
    shown: &mut dyn Iterator<Item = (usize, &'s Shown)>,
    rules: &CloseRules<'_>,
) -> Vec<(usize, &'s Shown)> {
    let mut text = String::new();
    let mut glyphs = Vec::new();
    let mut pen: Option<(usize, f64, f64)> = None;
    for (page, glyph) in shown {
        let goes_on = pen.is_some_and(|(of, x, y)| {
            of == page
                && (y - glyph.y).abs() < 0.5
                && glyph.x > x - 0.4 * glyph.size
                && glyph.x < x + 3.0 * glyph.size
        });
        if !goes_on && !text.is_empty() {
            text.push('\n');
        }
        glyphs.push((text.len(), page, glyph));
        text.push_str(&glyph.text);
        pen = Some((page, glyph.x + glyph.advance, glyph.y));
    }
    let found = (rules.find)(&text);
    let is_within = |at: usize, glyph: &Shown| {
        let bytes = at..at + glyph.text.len();
        found
            .iter()
            .any(|range| range.start < bytes.end && bytes.start < range.end)
    };
    glyphs
        .into_iter()
        .filter(|(at, _, glyph)| is_within(*at, glyph))
        .map(|(_, page, glyph)| (page, glyph))
        .collect()
}

fn blacken(drawn: &mut Drawn, across: Range<f64>, down: Range<f64>) {
    let clamp = |v: f64, most: u32| v.clamp(0.0, f64::from(most)) as usize;
    let (left, right) = (
        clamp(across.start.floor(), drawn.width),
        clamp(across.end.ceil(), drawn.width),
    );
    let (top, bottom) = (
        clamp(down.start.floor(), drawn.height),
        clamp(down.end.ceil(), drawn.height),
    );
    let row = drawn.width as usize * 4;
    for y in top..bottom {
        if let Some(points) = drawn.rgba.get_mut(y * row + left * 4..y * row + right * 4) {
            points
                .chunks_exact_mut(4)
                .for_each(|p| p.copy_from_slice(&[0, 0, 0, 255]));
        }
    }
}

/// A picture, upright, with regions of it black; nothing that its file noted besides comes along.
///
/// # Errors
/// When it can't be read.
pub fn closed_picture(bytes: &[u8], areas: &[PictureArea]) -> Result<Vec<u8>, PressError> {
    let is_photograph = format(bytes)? == image::ImageFormat::Jpeg;
    let (picture, _) = upright(bytes)?;
    let rgba = picture.into_rgba8();
    let (width, height) = rgba.dimensions();
    let mut drawn = Drawn {
        width,
        height,
        rgba: rgba.into_raw(),
    };
    for area in areas {
        let whole = |part: f32, of: u32| f64::from(part.clamp(-1.0, 2.0)) * f64::from(of);
        blacken(
            &mut drawn,
            whole(area.x, width)..whole(area.x + area.width, width),
            whole(area.y, height)..whole(area.y + area.height, height),
        );
    }
    // What is transparent lies on white paper.
    for point in drawn.rgba.chunks_exact_mut(4) {
        let opacity = u32::from(point[3]);
        for channel in &mut point[..3] {
            let mixed = u32::from(*channel) * opacity + 255 * (255 - opacity);
            *channel = u8::try_from(mixed / 255).unwrap_or(255);
        }
        point[3] = 255;
    }
    if !is_photograph {
        return drawn.for_paper();
    }
    let rgba = image::RgbaImage::from_raw(width, height, drawn.rgba);
    let rgba = rgba.ok_or_else(|| PressError::Pdf("a picture of no size".into()))?;
    Ok(photograph(&DynamicImage::ImageRgba8(rgba))?.samples)
}
