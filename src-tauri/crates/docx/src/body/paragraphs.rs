//! Paragraphs (`w:p`).

use std::io;

use press::Span;

use crate::body::character_style::CharacterStyle;
use crate::body::nesting::Nesting;
use crate::body::properties::{Border, ListMarker, ParagraphProperties};
use crate::body::runs::runs;
use crate::body::state::Body;
use crate::units::{mm, pt};

/// A paragraph's properties as the page sets them.
pub(crate) fn text_properties(
    to: &Body<'_>,
    nesting: Nesting,
    mark: Option<ListMarker>,
) -> ParagraphProperties {
    ParagraphProperties {
        left: nesting.left,
        leading: Some(pt(to.page.leading)),
        after: pt(to.page.paragraph_gap),
        first: match mark {
            Some(_) => -mm(6.0).min(nesting.left),
            None => 0,
        },
        mark,
        border: nesting.quoted.then_some(Border::QuotationLeft),
        keep_next: nesting.tied,
        ..ParagraphProperties::default()
    }
}

/// Opens a paragraph, with the space and the page that waited for it.
pub(crate) fn begin(to: &mut Body<'_>, mut properties: ParagraphProperties) -> io::Result<()> {
    properties.before += std::mem::take(&mut to.space);
    properties.new_page |= std::mem::take(&mut to.new_page);
    to.xml.open("w:p", &[])?;
    properties.write(&mut to.xml)
}

/// A whole paragraph; see [`begin`] for one that holds something else.
pub(crate) fn paragraph(
    to: &mut Body<'_>,
    properties: ParagraphProperties,
    spans: &[Span],
    style: CharacterStyle,
) -> io::Result<()> {
    begin(to, properties)?;
    runs(to, spans, style)?;
    to.xml.close("w:p")
}

/// A paragraph of plain words.
pub(crate) fn line(
    to: &mut Body<'_>,
    properties: ParagraphProperties,
    text: &str,
    style: CharacterStyle,
) -> io::Result<()> {
    paragraph(to, properties, &[Span::plain(text)], style)
}

/// A paragraph that is there for its height or its border.
pub(crate) fn wordless(to: &mut Body<'_>, properties: ParagraphProperties) -> io::Result<()> {
    paragraph(to, properties, &[], CharacterStyle::BODY)
}

/// A narrow empty paragraph, `lines` high: two tables that touch would become one.
pub(crate) fn spacer(to: &mut Body<'_>, lines: f32) -> io::Result<()> {
    let properties = ParagraphProperties {
        leading: Some(pt(to.page.leading * lines)),
        ..ParagraphProperties::default()
    };
    wordless(to, properties)
}
