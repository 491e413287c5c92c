//! The window of a DL envelope: whether a letter folded in three shows its
//! address there, and a sheet that does when the letter does not.

use super::element::sheets;
use super::envelope::{DL_WINDOW, EnvelopeSize, Rect};
use super::frame::{PaperFrame, PaperLetter};
use crate::words::clean::clean_line;
use press::{BoxLine, FixedDocument, FixedPage, Rule, TextBox, TextPage};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A sheet of A4, mm.
const A4: (f32, f32) = (210.0, 297.0);
/// Height of a sheet folded in three, mm.
const FOLDED: f32 = A4.1 / 3.0;

/// How a letter's address lies in the window of an envelope.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum WindowFit {
    /// It shows wholly however the letter slips in the envelope.
    Fits,
    /// It shows wholly only if the letter lies at one side.
    Tight,
    /// It does not show, or not wholly.
    Outside,
    NoAddress,
}

/// The part of a folded sheet that the window shows for certain, and the part
/// that it shows for some place of the sheet. The sheet is narrower and lower
/// than the envelope, so it slips.
fn shown() -> (Rect, Rect) {
    let (width, height) = EnvelopeSize::Dl.size();
    let (across, down) = (width - A4.0, height - FOLDED);
    let certain = Rect {
        x: DL_WINDOW.x,
        y: DL_WINDOW.y,
        width: DL_WINDOW.width - across,
        height: DL_WINDOW.height - down,
    };
    let possible = Rect {
        x: DL_WINDOW.x - across,
        y: (DL_WINDOW.y - down).max(0.0),
        width: DL_WINDOW.width + across,
        height: DL_WINDOW.height + down,
    };
    (certain, possible)
}

fn holds(outer: Rect, inner: Rect) -> bool {
    inner.x >= outer.x
        && inner.y >= outer.y
        && inner.x + inner.width <= outer.x + outer.width
        && inner.y + inner.height <= outer.y + outer.height
}

/// Whether the address on the first page of a finished letter would show in
/// the window of a DL envelope: read from the letter's own bytes.
pub fn window_fit(first_page: &TextPage, addressee: &[String]) -> WindowFit {
    let Some(block) = block(first_page, addressee) else {
        return WindowFit::NoAddress;
    };
    if (first_page.width - A4.0).abs() > 1.0 || (first_page.height - A4.1).abs() > 1.0 {
        return WindowFit::Outside;
    }
    let (certain, possible) = shown();
    if holds(certain, block) {
        WindowFit::Fits
    } else if holds(possible, block)
        && block.width <= DL_WINDOW.width
        && block.height <= DL_WINDOW.height
    {
        WindowFit::Tight
    } else {
        WindowFit::Outside
    }
}

/// Where the lines of the address stand together.
fn block(page: &TextPage, addressee: &[String]) -> Option<Rect> {
    let bare = |text: &str| -> String { text.chars().filter(|c| c.is_alphanumeric()).collect() };
    let wanted: String = addressee.iter().map(|l| bare(&clean_line(l))).collect();
    if wanted.is_empty() {
        return None;
    }
    let lines: Vec<String> = page.lines.iter().map(|l| bare(&l.text)).collect();
    let (from, to) = (0..lines.len()).find_map(|from| {
        let mut rest = wanted.as_str();
        for (at, line) in lines.iter().enumerate().skip(from) {
            if line.is_empty() {
                continue;
            }
            rest = rest.strip_prefix(line.as_str())?;
            if rest.is_empty() {
                return Some((from, at));
            }
        }
        None
    })?;
    let lines = &page.lines[from..=to];
    let least = |f: fn(&press::TextLine) -> f32| lines.iter().map(f).fold(f32::MAX, f32::min);
    let most = |f: fn(&press::TextLine) -> f32| lines.iter().map(f).fold(0.0, f32::max);
    let (x, y) = (least(|l| l.left), least(|l| l.top));
    Some(Rect {
        x,
        y,
        width: most(|l| l.right) - x,
        height: most(|l| l.bottom) - y,
    })
}

/// A sheet to lay over the letter, with the address where the window is and
/// marks to fold it at.
pub fn window_sheet(
    address: &[String],
    letter: &PaperLetter,
    frame: &PaperFrame<'_>,
) -> FixedDocument {
    let (certain, _) = shown();
    let inner = 3.0;
    let lines = address
        .iter()
        .map(|l| clean_line(l))
        .filter(|l| !l.is_empty())
        .enumerate()
        .map(|(at, line)| {
            let line = BoxLine::plain(line, 11.0);
            if at == 0 { line.bold() } else { line }
        })
        .collect();
    let number = frame.number_of(letter);
    let about = frame.phrase(
        "window_letter",
        &[
            ("number", &number),
            ("date", &frame.date_of(letter)),
            ("sheets", &sheets(letter.pages, frame.language)),
        ],
    );
    let how = BoxLine {
        spans: vec![press::Span::plain(frame.word("window_how"))],
        ..BoxLine::plain("", 10.0)
    };
    let fold = |y: f32| Rule {
        x: 5.0,
        y,
        width: 6.0,
        height: 0.25,
        grey: 0.4,
    };
    FixedDocument {
        meta: frame.meta(frame.phrase("window_title", &[("number", &number)]), ""),
        family: press::Family::Sans,
        pages: vec![FixedPage {
            width: A4.0,
            height: A4.1,
            boxes: vec![
                TextBox {
                    x: certain.x + inner,
                    y: certain.y + inner,
                    width: certain.width - 2.0 * inner,
                    height: certain.height - 2.0 * inner,
                    lines,
                    bottom: false,
                },
                TextBox {
                    x: 30.0,
                    y: 125.0,
                    width: 150.0,
                    height: 60.0,
                    lines: vec![how, BoxLine::plain(about, 10.0).after(8.0)],
                    bottom: false,
                },
            ],
            rules: vec![fold(FOLDED), fold(2.0 * FOLDED)],
            ..FixedPage::default()
        }],
    }
}
