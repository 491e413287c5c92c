//! Which parts the package has, and which leads to which.

use std::io;

use crate::body::pictures::Media;
use crate::package::namespaces::R;
use crate::xml::Xml;

const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// `[Content_Types].xml`: the media type of each part.
pub(crate) fn content_types() -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open("Types", &[("xmlns", TYPES)])?;
    for (ending, kind) in [
        (
            "rels",
            "application/vnd.openxmlformats-package.relationships+xml",
        ),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("jpeg", "image/jpeg"),
    ] {
        xml.empty("Default", &[("Extension", ending), ("ContentType", kind)])?;
    }
    let word = |part: &str| format!("{WORD}.{part}+xml");
    for (part, kind) in [
        ("/word/document.xml", word("document.main")),
        ("/word/styles.xml", word("styles")),
        ("/word/numbering.xml", word("numbering")),
        ("/word/settings.xml", word("settings")),
        ("/word/fontTable.xml", word("fontTable")),
        ("/word/header.xml", word("header")),
        ("/word/footer.xml", word("footer")),
        (
            "/docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ] {
        xml.empty("Override", &[("PartName", part), ("ContentType", &kind)])?;
    }
    xml.close("Types")?;
    Ok(xml.into_bytes())
}

fn relationships(list: &[(String, String, String)]) -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open("Relationships", &[("xmlns", RELS)])?;
    for (id, kind, target) in list {
        xml.empty(
            "Relationship",
            &[("Id", id), ("Type", kind), ("Target", target)],
        )?;
    }
    xml.close("Relationships")?;
    Ok(xml.into_bytes())
}

/// `_rels/.rels`: what a reader begins with.
pub(crate) fn package_relations() -> io::Result<Vec<u8>> {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relationships(&[
        (
            "rId1".into(),
            format!("{R}/officeDocument"),
            "word/document.xml".into(),
        ),
        ("rId2".into(), core.into(), "docProps/core.xml".into()),
        (
            "rId3".into(),
            format!("{R}/extended-properties"),
            "docProps/app.xml".into(),
        ),
    ])
}

/// `word/_rels/document.xml.rels`: what the text draws on, its pictures among it.
pub(crate) fn relations(media: &[Media]) -> io::Result<Vec<u8>> {
    let mut list: Vec<(String, String, String)> = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdNumbering", "numbering", "numbering.xml"),
        ("rIdSettings", "settings", "settings.xml"),
        ("rIdFonts", "fontTable", "fontTable.xml"),
        ("rIdHeader", "header", "header.xml"),
        ("rIdFooter", "footer", "footer.xml"),
    ]
    .into_iter()
    .map(|(id, kind, target)| (id.into(), format!("{R}/{kind}"), target.into()))
    .collect();
    for (at, picture) in media.iter().enumerate() {
        list.push((
            format!("rIdPicture{}", at + 1),
            format!("{R}/image"),
            format!("media/{}", picture.name),
        ));
    }
    relationships(&list)
}
