//! Address labels: a sheet of A4 with three columns of eight, begun at any
//! label so that a used sheet can be finished, or single labels.

use super::envelope::address_lines;
use super::frame::PaperFrame;
use press::{FixedDocument, FixedPage, TextBox};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Labels of an A4 sheet: three columns of eight, 70 × 37.1 mm.
pub const LABELS_A_SHEET: u32 = 24;
const COLUMNS: u32 = 3;
const ROWS: u32 = 8;
const A4: (f32, f32) = (210.0, 297.0);
/// A single label, mm.
const SINGLE: (f32, f32) = (100.0, 60.0);
/// Printers leave an edge bare, and labels are cut unevenly, mm.
const EDGE: f32 = 5.0;
/// The most labels of one address.
pub const MOST_COPIES: u32 = 100;
/// The most labels printed at once.
const MOST: usize = 2400;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LabelForm {
    /// A4, three columns of eight.
    #[default]
    Sheet,
    /// One label a page, 100 × 60 mm.
    Single,
}

/// Labels for these addresses, each `copies` times. On a sheet the first
/// stands at `start`, counted from 1 along the rows.
pub fn labels(
    addresses: &[Vec<String>],
    form: LabelForm,
    start: u32,
    copies: u32,
    frame: &PaperFrame<'_>,
) -> FixedDocument {
    let copies = copies.clamp(1, MOST_COPIES) as usize;
    let all: Vec<&Vec<String>> = addresses
        .iter()
        .flat_map(|address| std::iter::repeat_n(address, copies))
        .take(MOST)
        .collect();
    let sheets = match form {
        LabelForm::Single => all
            .iter()
            .map(|address| FixedPage {
                width: SINGLE.0,
                height: SINGLE.1,
                boxes: vec![text(address, frame, (0.0, 0.0), SINGLE, 12.0)],
                ..FixedPage::default()
            })
            .collect(),
        LabelForm::Sheet => {
            let first = start.clamp(1, LABELS_A_SHEET) as usize - 1;
            let size = (A4.0 / COLUMNS as f32, A4.1 / ROWS as f32);
            let count = (first + all.len()).div_ceil(LABELS_A_SHEET as usize).max(1);
            let mut sheets: Vec<FixedPage> = (0..count)
                .map(|_| FixedPage {
                    width: A4.0,
                    height: A4.1,
                    ..FixedPage::default()
                })
                .collect();
            for (at, address) in all.iter().enumerate() {
                let place = first + at;
                let on = place % LABELS_A_SHEET as usize;
                let corner = (
                    (on % COLUMNS as usize) as f32 * size.0,
                    (on / COLUMNS as usize) as f32 * size.1,
                );
                if let Some(sheet) = sheets.get_mut(place / LABELS_A_SHEET as usize) {
                    sheet.boxes.push(text(address, frame, corner, size, 10.0));
                }
            }
            sheets
        }
    };
    FixedDocument {
        meta: frame.meta(frame.word("label_title").to_owned(), ""),
        family: press::Family::Sans,
        pages: sheets,
    }
}

/// Where the next labels begin on a sheet after so many addresses were printed on it as by [`labels`], from 1 along the
/// rows; behind the last of a sheet the next one is new. None of single labels.
pub fn next_label(addresses: usize, form: LabelForm, start: u32, copies: u32) -> Option<u32> {
    match form {
        LabelForm::Single => None,
        LabelForm::Sheet => {
            let printed = (addresses * copies.clamp(1, MOST_COPIES) as usize).min(MOST);
            let last = start.clamp(1, LABELS_A_SHEET) as usize - 1 + printed;
            u32::try_from(last % LABELS_A_SHEET as usize + 1).ok()
        }
    }
}

fn text(
    address: &[String],
    frame: &PaperFrame<'_>,
    corner: (f32, f32),
    size: (f32, f32),
    type_size: f32,
) -> TextBox {
    TextBox {
        x: corner.0 + EDGE,
        y: corner.1 + EDGE * 0.8,
        width: size.0 - 2.0 * EDGE,
        height: size.1 - 1.6 * EDGE,
        lines: address_lines(address, frame, type_size),
        bottom: false,
    }
}
