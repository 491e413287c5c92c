//! What the file says about itself.

use std::io;

use press::Document;

use crate::xml::Xml;

/// `docProps/core.xml`: title, author, language and time (Dublin Core).
pub(crate) fn core(document: &Document) -> io::Result<Vec<u8>> {
    let meta = &document.meta;
    let mut xml = Xml::document()?;
    xml.open(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    )?;
    xml.words("dc:title", &[], &meta.title)?;
    xml.words("dc:subject", &[], &meta.subject)?;
    xml.words("dc:creator", &[], &meta.author)?;
    xml.words("dc:language", &[], meta.language.tag())?;
    let created = meta
        .created
        .naive_utc()
        .format("%Y-%m-%dT%H:%M:%SZ")
        .to_string();
    for name in ["dcterms:created", "dcterms:modified"] {
        xml.words(name, &[("xsi:type", "dcterms:W3CDTF")], &created)?;
    }
    xml.close("cp:coreProperties")?;
    Ok(xml.into_bytes())
}

/// `docProps/app.xml`: the program that wrote the file.
pub(crate) fn application() -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open(
        "Properties",
        &[(
            "xmlns",
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
        )],
    )?;
    xml.words("Application", &[], "Otvet")?;
    xml.close("Properties")?;
    Ok(xml.into_bytes())
}
