//! Where texts stand in a finished file: read from its bytes, whatever the
//! program thought when it made them.

use crate::layout::MM;
use crate::readback::{read, real, value};
use crate::set::PressError;

/// A line of text on a page. Lengths in millimetres from the upper left
/// corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedLine {
    /// What it reads as.
    pub text: String,
    /// Left edge.
    pub left: f32,
    /// Upper edge of the type, ascenders included.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge of the type, descenders included.
    pub bottom: f32,
}

/// A page with the lines on it, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedPage {
    /// Width of the sheet, mm.
    pub width: f32,
    /// Height of the sheet, mm.
    pub height: f32,
    /// The lines.
    pub lines: Vec<PlacedLine>,
}

/// Share of the type's size above the base line, and below it.
const ABOVE: f64 = 0.75;
const BELOW: f64 = 0.25;

/// The lines of each page of a file that the press wrote.
///
/// # Errors
/// When the bytes are no PDF.
pub fn places(pdf: &[u8]) -> Result<Vec<PlacedPage>, PressError> {
    let file = read(pdf)?;
    let mut pages = Vec::with_capacity(file.pages.len());
    for (id, page) in file.page_ids.iter().zip(&file.pages) {
        let sides: Vec<f64> = file
            .doc
            .get_dictionary(*id)
            .ok()
            .and_then(|page| value(&file.doc, page, "MediaBox"))
            .and_then(|sides| sides.as_array().ok())
            .map(|sides| sides.iter().filter_map(real).collect())
            .unwrap_or_default();
        let [_, _, width, height] = sides[..] else {
            return Err(PressError::Pdf("a page without its size".into()));
        };
        let mm = |points: f64| (points / f64::from(MM)) as f32;
        let mut lines: Vec<PlacedLine> = Vec::new();
        let mut last: Option<(f64, f64)> = None;
        for glyph in page.shown.iter().filter(|glyph| !glyph.artifact) {
            let (top, bottom) = (
                mm(height - glyph.y - ABOVE * glyph.size),
                mm(height - glyph.y + BELOW * glyph.size),
            );
            let right = mm(glyph.x + glyph.advance);
            let goes_on = last.is_some_and(|(x, y)| {
                (y - glyph.y).abs() < 0.5
                    && glyph.x > x - 0.4 * glyph.size
                    && glyph.x < x + 3.0 * glyph.size
            });
            match lines.last_mut() {
                Some(line) if goes_on => {
                    line.text.push_str(&glyph.text);
                    line.right = line.right.max(right);
                    line.top = line.top.min(top);
                    line.bottom = line.bottom.max(bottom);
                }
                _ => lines.push(PlacedLine {
                    text: glyph.text.clone(),
                    left: mm(glyph.x),
                    top,
                    right,
                    bottom,
                }),
            }
            last = Some((glyph.x + glyph.advance, glyph.y));
        }
        pages.push(PlacedPage {
            width: mm(width),
            height: mm(height),
            lines,
        });
    }
    Ok(pages)
}
