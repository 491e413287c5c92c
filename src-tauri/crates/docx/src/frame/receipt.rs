//! The line of one who receives the letter by hand: name, date, signature.

use std::io;

use press::Align;
use press::sizes::RECEIPT_SCALE;
use press::words::frame_words;

use crate::body::character_style::CharacterStyle;
use crate::body::paragraphs::{line, spacer, wordless};
use crate::body::properties::{Border, ParagraphProperties};
use crate::body::state::Body;
use crate::body::tables::{open_cell, open_whole_row, table_properties};
use crate::frame::small_type::small;
use crate::units::{mm, pt};

/// Widths of the cells in hundredths of the text's: the first word, and the three
/// parts to fill in with gaps between them.
const WIDTHS: [i32; 6] = [16, 38, 4, 16, 4, 22];

/// A row to fill in, and a row of small words under it.
pub(crate) fn receipt(to: &mut Body<'_>) -> io::Result<()> {
    let whole = pt(to.width());
    let widths = WIDTHS.map(|hundredths| whole * hundredths / 100);
    let words = frame_words(to.language);
    let [name, date, signature] = words.receipt;
    let captions = ["", name, "", date, "", signature];
    let gap = ParagraphProperties {
        leading: Some(mm(9.0)),
        ..ParagraphProperties::default()
    };
    wordless(to, gap)?;
    to.xml.open("w:tbl", &[])?;
    table_properties(&mut to.xml, 0, false, &widths)?;
    open_whole_row(&mut to.xml)?;
    for (at, (width, caption)) in widths.iter().zip(captions).enumerate() {
        open_cell(&mut to.xml, *width)?;
        let properties = ParagraphProperties {
            border: (!caption.is_empty()).then_some(Border::Below),
            keep_next: true,
            ..small(to, 1.0, Align::Left)
        };
        let text = if at == 0 { words.received } else { "" };
        line(to, properties, text, CharacterStyle::BODY)?;
        to.xml.close("w:tc")?;
    }
    to.xml.close("w:tr")?;
    open_whole_row(&mut to.xml)?;
    for (width, caption) in widths.iter().zip(captions) {
        open_cell(&mut to.xml, *width)?;
        let properties = small(to, RECEIPT_SCALE, Align::Centre);
        line(
            to,
            properties,
            caption,
            CharacterStyle::scaled(RECEIPT_SCALE),
        )?;
        to.xml.close("w:tc")?;
    }
    to.xml.close("w:tr")?;
    to.xml.close("w:tbl")?;
    spacer(to, 0.4)
}
