//! The parts around the text, and packing them into one file.

use crate::DocxError;
use crate::blocks::{DEEPEST, List, Written, half_points, tag};
use crate::pictures::Media;
use crate::props::mm;
use crate::xml::Xml;
use press::{Document, Language};
use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const R: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The face of the letter, and the one that stands in where it is not installed.
const FACE: (&str, &str) = ("PT Serif", "Times New Roman");

/// Packs what was written, with the parts it refers to.
pub fn pack(document: &Document, written: Written) -> Result<Vec<u8>, DocxError> {
    let text = text(document, &written.body)?;
    let parts: [(&str, Vec<u8>); 12] = [
        ("[Content_Types].xml", content_types()?),
        ("_rels/.rels", package_relations()?),
        ("docProps/core.xml", core(document)?),
        ("docProps/app.xml", application()?),
        ("word/document.xml", text),
        (
            "word/_rels/document.xml.rels",
            relations(&written.pictures.media)?,
        ),
        ("word/styles.xml", styles(document)?),
        (
            "word/numbering.xml",
            numbering(&written.lists, document.meta.language)?,
        ),
        ("word/settings.xml", settings(document)?),
        ("word/fontTable.xml", fonts()?),
        ("word/header.xml", header(document)?),
        ("word/footer.xml", footer(document)?),
    ];
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(6))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name, options)?;
        zip.write_all(&bytes)?;
    }
    for media in &written.pictures.media {
        zip.start_file(format!("word/media/{}", media.name), options)?;
        zip.write_all(&media.bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn text(document: &Document, body: &[u8]) -> io::Result<Vec<u8>> {
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

fn content_types() -> io::Result<Vec<u8>> {
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

fn package_relations() -> io::Result<Vec<u8>> {
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

fn relations(media: &[Media]) -> io::Result<Vec<u8>> {
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

fn core(document: &Document) -> io::Result<Vec<u8>> {
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
    xml.words("dc:language", &[], tag(meta.language))?;
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

fn application() -> io::Result<Vec<u8>> {
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

fn styles(document: &Document) -> io::Result<Vec<u8>> {
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
            ("w:val", tag(document.meta.language)),
            ("w:eastAsia", tag(document.meta.language)),
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

fn numbering(lists: &[List], language: Language) -> io::Result<Vec<u8>> {
    let dash = match language {
        Language::Ru => "—",
        Language::En => "–",
    };
    let mut xml = Xml::document()?;
    xml.open("w:numbering", &[("xmlns:w", W)])?;
    for (id, numbers) in [("0", true), ("1", false)] {
        xml.open("w:abstractNum", &[("w:abstractNumId", id)])?;
        xml.val("w:multiLevelType", "multilevel")?;
        for level in 0..=DEEPEST {
            xml.open("w:lvl", &[("w:ilvl", &level.to_string())])?;
            xml.val("w:start", "1")?;
            xml.val("w:numFmt", if numbers { "decimal" } else { "bullet" })?;
            let mark = format!("%{}.", level + 1);
            xml.val("w:lvlText", if numbers { &mark } else { dash })?;
            xml.val("w:lvlJc", "left")?;
            xml.close("w:lvl")?;
        }
        xml.close("w:abstractNum")?;
    }
    for (at, list) in lists.iter().enumerate() {
        xml.open("w:num", &[("w:numId", &(at + 1).to_string())])?;
        xml.val("w:abstractNumId", if list.numbers { "0" } else { "1" })?;
        xml.open("w:lvlOverride", &[("w:ilvl", &list.level.to_string())])?;
        xml.val("w:startOverride", &list.start.to_string())?;
        xml.close("w:lvlOverride")?;
        xml.close("w:num")?;
    }
    xml.close("w:numbering")?;
    Ok(xml.into_bytes())
}

fn settings(document: &Document) -> io::Result<Vec<u8>> {
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
    xml.empty("w:themeFontLang", &[("w:val", tag(document.meta.language))])?;
    xml.close("w:settings")?;
    Ok(xml.into_bytes())
}

fn fonts() -> io::Result<Vec<u8>> {
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

fn header(document: &Document) -> io::Result<Vec<u8>> {
    let size = half_points(document.page.size * 0.92);
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

/// The line in the lower margin of every page; an empty one where there is none.
fn footer(document: &Document) -> io::Result<Vec<u8>> {
    let mut xml = Xml::document()?;
    xml.open("w:ftr", &[("xmlns:w", W)])?;
    xml.open("w:p", &[])?;
    xml.open("w:pPr", &[])?;
    xml.val("w:pStyle", "Footer")?;
    xml.close("w:pPr")?;
    if let Some(foot) = &document.foot {
        xml.open("w:r", &[])?;
        run_size(&mut xml, &half_points(document.page.size * 0.75))?;
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
