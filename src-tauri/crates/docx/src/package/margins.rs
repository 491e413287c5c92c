//! What stands in the margins: page numbers above, the foot line below.

use std::io;

use press::Document;
use press::sizes::{DETAILS_SCALE, PAGE_NUMBER_SCALE};

use crate::package::namespaces::W;
use crate::units::half_points;
use crate::xml::Xml;

/// `word/header.xml`: the page's number, as a field.
pub(crate) fn header(document: &Document) -> io::Result<Vec<u8>> {
    let size = half_points(document.page.size * PAGE_NUMBER_SCALE);
    let mut xml = Xml::document()?;
    xml.open("w:hdr", &[("xmlns:w", W)])?;
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.val("w:pStyle", "Header")?;
    xml.val("w:jc", "center")?;
    xml.close("w:pPr")?;
    for (kind, text) in [
        ("begin", None),
        ("separate", Some(" PAGE ")),
        ("end", Some("2")),
    ] {
        // The field's instruction stands before the mark that parts it from its
        // result, and the result before the mark that ends it.
        if let Some(text) = text {
            xml.open("w:r", &[])?;
            run_size(&mut xml, &size)?;
            let name = if kind == "separate" {
                "w:instrText"
            } else {
                "w:t"
            };
            xml.words(name, &[("xml:space", "preserve")], text)?;
            xml.close("w:r")?;
        }
        xml.open("w:r", &[])?;
        run_size(&mut xml, &size)?;
        xml.empty("w:fldChar", &[("w:fldCharType", kind)])?;
        xml.close("w:r")?;
    }
    xml.close("w:p")?;
    xml.close("w:hdr")?;
    Ok(xml.into_bytes())
}

/// `word/footer.xml`: the line in the lower margin of every page; an empty one where there is none.
pub(crate) fn footer(document: &Document) -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open("w:ftr", &[("xmlns:w", W)])?;
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.val("w:pStyle", "Footer")?;
    xml.close("w:pPr")?;
    if let Some(foot) = &document.foot {
        xml.open("w:r", &[])?;
        run_size(&mut xml, &half_points(document.page.size * DETAILS_SCALE))?;
        xml.words("w:t", &[("xml:space", "preserve")], foot)?;
        xml.close("w:r")?;
    }
    xml.close("w:p")?;
    xml.close("w:ftr")?;
    Ok(xml.into_bytes())
}

fn run_size(xml: &mut Xml, size: &str) -> io::Result<()> {
    xml.open("w:rPr", &[])?;
    xml.val("w:sz", size)?;
    xml.val("w:szCs", size)?;
    xml.close("w:rPr")
}
