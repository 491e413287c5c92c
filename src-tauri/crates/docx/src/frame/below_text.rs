//! What stands below the text: exhibits, enclosures, signatures, executor.

use std::io;

use press::sizes::{DETAILS_SCALE, EXECUTOR_LINES};
use press::{Align, Block, Document, Enclosures, Marker, Span, enclosure_word};

use crate::body::blocks::blocks;
use crate::body::character_style::CharacterStyle;
use crate::body::nesting::Nesting;
use crate::body::notes::notes;
use crate::body::paragraphs::{line, spacer, text_properties};
use crate::body::properties::ParagraphProperties;
use crate::body::state::Body;
use crate::body::tables::{open_cell, table_properties};
use crate::frame::receipt::receipt;
use crate::frame::signature::signature;
use crate::frame::small_type::{filled, small};
use crate::units::{mm, pt};

/// Room for the word before a list of enclosures, mm.
const LABEL: f32 = 30.0;

/// All that stands below the text.
pub(crate) fn below_text(to: &mut Body<'_>, document: &Document) -> io::Result<()> {
    notes(to)?;
    if let Some(enclosed) = &document.enclosures {
        enclosures(to, enclosed)?;
    }
    for signed in &document.signatures {
        signature(to, signed)?;
    }
    if document.receipt {
        receipt(to)?;
    }
    for (at, words) in filled(&document.executor).take(EXECUTOR_LINES).enumerate() {
        let properties = ParagraphProperties {
            before: if at == 0 { pt(to.page.leading) } else { 0 },
            ..small(to, DETAILS_SCALE, Align::Left)
        };
        line(to, properties, words, CharacterStyle::scaled(DETAILS_SCALE))?;
    }
    Ok(())
}

fn enclosures(to: &mut Body<'_>, enclosed: &Enclosures) -> io::Result<()> {
    let label = enclosed
        .label
        .as_deref()
        .unwrap_or_else(|| enclosure_word(to.language, enclosed.items.len()));
    let properties = ParagraphProperties {
        align: Align::Left,
        before: pt(to.page.leading),
        ..text_properties(to, Nesting::END, None)
    };
    match enclosed.items.as_slice() {
        [] => Ok(()),
        [one] => line(
            to,
            properties,
            &format!("{label}: {one}"),
            CharacterStyle::BODY,
        ),
        items => {
            // The first stands beside the word, and the others under it.
            let whole = pt(to.width());
            let beside = mm(LABEL).min(whole / 3);
            let widths = [beside, whole - beside];
            spacer(to, 1.0)?;
            to.xml.open("w:tbl", &[])?;
            table_properties(&mut to.xml, 0, false, &widths)?;
            to.xml.open("w:tr", &[])?;
            open_cell(&mut to.xml, widths[0])?;
            let properties = ParagraphProperties {
                align: Align::Left,
                ..text_properties(to, Nesting::END, None)
            };
            line(to, properties, &format!("{label}:"), CharacterStyle::BODY)?;
            to.xml.close("w:tc")?;
            open_cell(&mut to.xml, widths[1])?;
            let items = items
                .iter()
                .map(|i| vec![Block::aligned(Align::Left, vec![Span::plain(i.as_str())])])
                .collect();
            let list = Block::List {
                marker: Marker::Numbered { start: 1 },
                items,
            };
            blocks(to, &[list], Nesting::END)?;
            to.xml.close("w:tc")?;
            to.xml.close("w:tr")?;
            to.xml.close("w:tbl")
        }
    }
}
