//! Tables (`w:tbl`): those of the text, and those that hold the frame side by side.

use std::io;

use press::{Cell, Column, Span, Table, Width};

use crate::body::character_style::CharacterStyle;
use crate::body::nesting::Nesting;
use crate::body::paragraphs::{paragraph, spacer};
use crate::body::properties::ParagraphProperties;
use crate::body::state::Body;
use crate::units::{mm, pt};
use crate::xml::Xml;

/// Most columns that a table has.
const MOST_COLUMNS: usize = 40;

/// A ruled table of the text.
pub(crate) fn table(to: &mut Body<'_>, content: &Table, nesting: Nesting) -> io::Result<()> {
    let longest = content.head.iter().chain(&content.rows).map(Vec::len).max();
    let count = match content.columns.len() {
        0 => longest.unwrap_or(0),
        some => some,
    }
    .min(MOST_COLUMNS);
    if count == 0 {
        return Ok(());
    }
    let room = pt(to.width()) - nesting.left;
    let widths = widths(content, count, room);
    spacer(to, 0.4)?;
    to.xml.open("w:tbl", &[])?;
    table_properties(&mut to.xml, nesting.left, true, &widths)?;
    for (rows, is_head) in [(&content.head, true), (&content.rows, false)] {
        for cells in rows {
            row(to, cells, &content.columns, &widths, is_head)?;
        }
    }
    to.xml.close("w:tbl")?;
    spacer(to, 0.4)
}

fn row(
    to: &mut Body<'_>,
    cells: &[Cell],
    columns: &[Column],
    widths: &[i32],
    is_head: bool,
) -> io::Result<()> {
    to.xml.open("w:tr", &[])?;
    to.xml.open("w:trPr", &[])?;
    if is_head {
        to.xml.empty("w:cantSplit", &[])?;
        to.xml.empty("w:tblHeader", &[])?;
    }
    to.xml.close("w:trPr")?;
    for (at, width) in widths.iter().enumerate() {
        let mut spans = cells.get(at).map(|c| c.spans.clone()).unwrap_or_default();
        if at + 1 == widths.len() {
            for more in cells.iter().skip(at + 1) {
                spans.push(Span::plain(" "));
                spans.extend(more.spans.iter().cloned());
            }
        }
        open_cell(&mut to.xml, *width)?;
        let properties = ParagraphProperties {
            align: columns
                .get(at)
                .map(|c| c.align)
                .unwrap_or_default()
                .ragged(),
            leading: Some(pt(to.page.leading)),
            keep_next: is_head,
            ..ParagraphProperties::default()
        };
        let style = if is_head {
            CharacterStyle::BODY.bold()
        } else {
            CharacterStyle::BODY
        };
        paragraph(to, properties, &spans, style)?;
        to.xml.close("w:tc")?;
    }
    to.xml.close("w:tr")
}

/// Opens a cell of so many twentieths of a point.
pub(crate) fn open_cell(xml: &mut Xml, width: i32) -> io::Result<()> {
    xml.open("w:tc", &[])?;
    xml.open("w:tcPr", &[])?;
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
    xml.close("w:tcPr")
}

/// Opens a row that stays on one page.
pub(crate) fn open_whole_row(xml: &mut Xml) -> io::Result<()> {
    xml.open("w:tr", &[])?;
    xml.open("w:trPr", &[])?;
    xml.empty("w:cantSplit", &[])?;
    xml.close("w:trPr")
}

/// Opens a table's properties and its grid.
pub(crate) fn table_properties(
    xml: &mut Xml,
    left: i32,
    ruled: bool,
    widths: &[i32],
) -> io::Result<()> {
    let whole: i32 = widths.iter().sum();
    xml.open("w:tblPr", &[])?;
    xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")])?;
    xml.empty("w:tblInd", &[("w:w", &left.to_string()), ("w:type", "dxa")])?;
    xml.open("w:tblBorders", &[])?;
    let kind = if ruled { "single" } else { "nil" };
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.empty(
            &format!("w:{side}"),
            &[
                ("w:val", kind),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", "auto"),
            ],
        )?;
    }
    xml.close("w:tblBorders")?;
    xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
    let pad = if ruled { "80" } else { "0" };
    xml.open("w:tblCellMar", &[])?;
    for side in ["left", "right"] {
        xml.empty(&format!("w:{side}"), &[("w:w", pad), ("w:type", "dxa")])?;
    }
    xml.close("w:tblCellMar")?;
    xml.close("w:tblPr")?;
    xml.open("w:tblGrid", &[])?;
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
    }
    xml.close("w:tblGrid")
}

/// Widths of a table's columns in `room`: fixed ones first, then shares and
/// what the words ask for.
fn widths(table: &Table, count: usize, room: i32) -> Vec<i32> {
    let least = room / (2 * count as i32).max(1);
    let asked = |at: usize| {
        let rows = table.head.iter().chain(&table.rows);
        let cells = rows.filter_map(|row| row.get(at));
        let longest = cells.map(|cell| {
            let chars: usize = cell.spans.iter().map(|s| s.text.chars().count()).sum();
            chars.clamp(4, 60)
        });
        longest.max().unwrap_or(4) as f32
    };
    let mut fixed = 0;
    let mut weights = vec![0.0f32; count];
    let mut out = vec![0i32; count];
    for at in 0..count {
        match table.columns.get(at).map(|c| c.width) {
            Some(Width::Mm(width)) => {
                out[at] = mm(width.clamp(1.0, 400.0)).min(room);
                fixed += out[at];
            }
            Some(Width::Share(share)) => weights[at] = share.clamp(0.01, 100.0) * 20.0,
            Some(Width::Auto) | None => weights[at] = asked(at),
        }
    }
    let whole: f32 = weights.iter().sum();
    let rest = (room - fixed).max(least);
    for (width, weight) in out.iter_mut().zip(&weights) {
        if *weight > 0.0 {
            *width = ((rest as f32 * weight / whole) as i32).max(least / 2);
        }
    }
    out
}
