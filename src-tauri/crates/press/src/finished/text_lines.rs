//! Where lines of text stand in a finished file: read from its bytes, whatever the
//! program thought when it made them.

use crate::error::PressError;
use crate::finished::readback::{Shown, page_size, read};
use crate::units::MM;

/// A line of text on a page. Lengths in millimetres from the upper left
/// corner of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct TextLine {
    /// What copying it gives.
    pub text: String,
    /// Where its first glyph begins.
    pub left: f32,
    /// Upper edge of the type, ascenders included.
    pub top: f32,
    /// Where its last glyph ends.
    pub right: f32,
    /// Lower edge of the type, descenders included.
    pub bottom: f32,
}

/// A page with the lines on it, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct TextPage {
    /// Width of the paper, mm.
    pub width: f32,
    /// Height of the paper, mm.
    pub height: f32,
    /// Artifacts, as page numbers, are left out.
    pub lines: Vec<TextLine>,
}

/// Share of the type's size above the base line, and below it.
const ABOVE: f64 = 0.75;
const BELOW: f64 = 0.25;

/// The lines of each page of a file that the press wrote.
///
/// # Errors
/// When the bytes are no PDF.
pub fn text_lines(pdf: &[u8]) -> Result<Vec<TextPage>, PressError> {
    let file = read(pdf)?;
    let mut pages = Vec::with_capacity(file.pages.len());
    for (id, page) in file.page_ids.iter().zip(&file.pages) {
        let [width, height] = page_size(&file.doc, *id)?;
        pages.push(TextPage {
            width: mm(width),
            height: mm(height),
            lines: lines(&page.shown, height),
        });
    }
    Ok(pages)
}

fn mm(points: f64) -> f32 {
    (points / f64::from(MM)) as f32
}

/// Glyphs that follow one another on a base line, as one line each; `height` is
/// the page's, pt.
fn lines(shown: &[Shown], height: f64) -> Vec<TextLine> {
    let mut lines: Vec<TextLine> = Vec::new();
    // Where the pen stood behind the glyph before.
    let mut pen: Option<(f64, f64)> = None;
    for glyph in shown.iter().filter(|glyph| !glyph.artifact) {
        let top = mm(height - glyph.y - ABOVE * glyph.size);
        let bottom = mm(height - glyph.y + BELOW * glyph.size);
        let right = mm(glyph.x + glyph.advance);
        let goes_on = pen.is_some_and(|(x, y)| {
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
            Some(_) | None => lines.push(TextLine {
                text: glyph.text.clone(),
                left: mm(glyph.x),
                top,
                right,
                bottom,
            }),
        }
        pen = Some((glyph.x + glyph.advance, glyph.y));
    }
    lines
}
