//! The text's part: the body, and the section it makes up.

use std::io;

use press::Document;

use crate::package::namespaces::{R, W};
use crate::units::mm;
use crate::xml::Xml;

/// `word/document.xml`: the text with the page it stands on.
pub(crate) fn text(document: &Document, body: &[u8]) -> io::Result<Vec<u8>> {
    let page = &document.page;
    let mut xml = Xml::document()?;
    xml.open(
        "w:document",
        &[
            ("xmlns:w", W),
            ("xmlns:r", R),
            (
                "xmlns:wp",
                "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
            ),
            (
                "xmlns:a",
                "http://schemas.openxmlformats.org/drawingml/2006/main",
            ),
            (
                "xmlns:pic",
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
            ),
        ],
    )?;
    xml.open("w:body", &[])?;
    xml.piece(body);
    // A body must not end with a table.
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.empty("w:spacing", &[("w:line", "20"), ("w:lineRule", "exact")])?;
    xml.close("w:pPr")?;
    xml.close("w:p")?;
    xml.open("w:sectPr", &[])?;
    if page.numbers {
        xml.empty(
            "w:headerReference",
            &[("w:type", "default"), ("r:id", "rIdHeader")],
        )?;
    }
    for pages in ["default", "first"] {
        xml.empty(
            "w:footerReference",
            &[("w:type", pages), ("r:id", "rIdFooter")],
        )?;
    }
    let size = |length: f32| mm(length).to_string();
    xml.empty(
        "w:pgSz",
        &[("w:w", &size(page.width)), ("w:h", &size(page.height))],
    )?;
    xml.empty(
        "w:pgMar",
        &[
            ("w:top", &size(page.top)),
            ("w:right", &size(page.right)),
            ("w:bottom", &size(page.bottom)),
            ("w:left", &size(page.left)),
            ("w:header", &size(10.0)),
            ("w:footer", &size(10.0)),
            ("w:gutter", "0"),
        ],
    )?;
    // The first page carries no number.
    xml.empty("w:titlePg", &[])?;
    xml.close("w:sectPr")?;
    xml.close("w:body")?;
    xml.close("w:document")?;
    Ok(xml.into_bytes())
}
