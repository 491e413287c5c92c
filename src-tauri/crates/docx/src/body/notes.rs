//! The list of the exhibits that the text rests on.

use std::io;

use press::sizes::NOTES_SCALE;
use press::{Align, Block, Marker, Paragraph, Span};

use crate::body::blocks::blocks;
use crate::body::nesting::Nesting;
use crate::body::paragraphs::{text_properties, wordless};
use crate::body::properties::{Border, ParagraphProperties};
use crate::body::state::Body;
use crate::units::{mm, pt};

/// The list, under a short rule; the body forgets the exhibits.
pub(crate) fn notes(to: &mut Body<'_>) -> io::Result<()> {
    let notes = std::mem::take(&mut to.notes);
    if notes.is_empty() {
        return Ok(());
    }
    let whole = pt(to.width());
    let rule = ParagraphProperties {
        border: Some(Border::Below),
        right: (whole - mm(50.0)).max(whole / 2),
        leading: Some(pt(4.0)),
        before: pt(to.page.leading * 0.9),
        after: pt(3.0),
        ..text_properties(to, Nesting::END, None)
    };
    wordless(to, rule)?;
    let item = |note: &String| {
        vec![Block::Paragraph(Paragraph {
            spans: vec![Span::plain(note.as_str())],
            align: Align::Left,
            indent: Some(0.0),
            scale: Some(NOTES_SCALE),
            ..Paragraph::default()
        })]
    };
    let list = Block::List {
        marker: Marker::Numbered { start: 1 },
        items: notes.iter().map(item).collect(),
    };
    blocks(to, &[list], Nesting::END)
}
