//! Styles, faces and settings of the whole document.

use std::io;

use press::Document;

use crate::package::namespaces::W;
use crate::units::half_points;
use crate::xml::Xml;

/// The face of the letter, and the one that stands in where it is not installed.
const FACE: (&str, &str) = ("PT Serif", "Times New Roman");

/// `word/styles.xml`: the look of body, heading, lists and tables.
pub(crate) fn styles(document: &Document) -> io::Result<Vec<u8>> {
    let page = &document.page;
    let size = half_points(page.size);
    let mut xml = Xml::document()?;
    xml.open("w:styles", &[("xmlns:w", W)])?;
    xml.open("w:docDefaults", &[])?;
    xml.open("w:rPrDefault", &[])?;
    xml.open("w:rPr", &[])?;
    xml.empty(
        "w:rFonts",
        &[
            ("w:ascii", FACE.0),
            ("w:hAnsi", FACE.0),
            ("w:eastAsia", FACE.0),
            ("w:cs", FACE.1),
        ],
    )?;
    xml.val("w:sz", &size)?;
    xml.val("w:szCs", &size)?;
    xml.empty(
        "w:lang",
        &[
            ("w:val", document.meta.language.tag()),
            ("w:eastAsia", document.meta.language.tag()),
            ("w:bidi", "ar-SA"),
        ],
    )?;
    xml.close("w:rPr")?;
    xml.close("w:rPrDefault")?;
    xml.empty("w:pPrDefault", &[])?;
    xml.close("w:docDefaults")?;
    let named: [(&str, &str, Option<&str>); 6] = [
        ("Normal", "Normal", None),
        ("Heading1", "heading 1", Some("0")),
        ("Heading2", "heading 2", Some("1")),
        ("Heading3", "heading 3", Some("2")),
        ("Header", "header", None),
        ("Footer", "footer", None),
    ];
    for (id, name, level) in named {
        let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", id)];
        if id == "Normal" {
            attributes.push(("w:default", "1"));
        }
        xml.open("w:style", &attributes)?;
        xml.val("w:name", name)?;
        if id != "Normal" {
            xml.val("w:basedOn", "Normal")?;
            xml.val("w:next", "Normal")?;
        }
        xml.empty("w:qFormat", &[])?;
        if let Some(level) = level {
            xml.open("w:pPr", &[])?;
            xml.empty("w:keepNext", &[])?;
            xml.empty("w:suppressAutoHyphens", &[])?;
            xml.val("w:outlineLvl", level)?;
            xml.close("w:pPr")?;
            xml.open("w:rPr", &[])?;
            xml.empty("w:b", &[])?;
            xml.empty("w:bCs", &[])?;
            xml.close("w:rPr")?;
        }
        xml.close("w:style")?;
    }
    xml.close("w:styles")?;
    Ok(xml.into_bytes())
}

/// `word/settings.xml`: hyphenation, and by the rules of which version lines are broken.
pub(crate) fn settings(document: &Document) -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open("w:settings", &[("xmlns:w", W)])?;
    if document.page.hyphenate {
        xml.val("w:autoHyphenation", "true")?;
        xml.val("w:consecutiveHyphenLimit", "3")?;
        xml.val("w:doNotHyphenateCaps", "true")?;
    }
    xml.open("w:compat", &[])?;
    xml.empty(
        "w:compatSetting",
        &[
            ("w:name", "compatibilityMode"),
            ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
        ],
    )?;
    xml.close("w:compat")?;
    xml.empty(
        "w:themeFontLang",
        &[("w:val", document.meta.language.tag())],
    )?;
    xml.close("w:settings")?;
    Ok(xml.into_bytes())
}

/// `word/fontTable.xml`: the fonts, and of what family others may stand in for them.
pub(crate) fn fonts() -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open("w:fonts", &[("xmlns:w", W)])?;
    for (name, other) in [(FACE.0, Some(FACE.1)), (FACE.1, None)] {
        xml.open("w:font", &[("w:name", name)])?;
        if let Some(other) = other {
            xml.val("w:altName", other)?;
        }
        xml.val("w:charset", "CC")?;
        xml.val("w:family", "roman")?;
        xml.val("w:pitch", "variable")?;
        xml.close("w:font")?;
    }
    xml.close("w:fonts")?;
    Ok(xml.into_bytes())
}
