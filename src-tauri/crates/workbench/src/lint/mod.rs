//! The press's own proof-reader: what PDF/A-2a and PDF/UA-1 ask of a letter,
//! checked on the finished bytes. It trusts nothing the writer believes.

mod attached;
mod fault;
mod language;
mod links;
mod objects;
mod outline;
mod tree;

pub use fault::Fault;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use fault::Faults;
use language::is_language_tag;
use press::PressError;
use press::readback::{ReadBack, content, dict, read, real, value};

/// Keys that no part of a letter may have.
const FORBIDDEN: [&str; 24] = [
    "JavaScript",
    "JS",
    "OpenAction",
    "AA",
    "AcroForm",
    "Collection",
    "Requirements",
    "Perms",
    "Movie",
    "Sound",
    "PresSteps",
    "Halftone",
    "HT",
    "TR2",
    "Launch",
    "NeedAppearances",
    "XFA",
    "Encrypt",
    "TR",
    "HTP",
    "OPI",
    "PS",
    "RichMediaContent",
    "Alternates",
];

/// The faults of a file; none means it keeps all the rules known here.
///
/// # Errors
/// When the bytes are no PDF at all.
pub fn lint(pdf: &[u8]) -> Result<Vec<Fault>, PressError> {
    let file = read(pdf)?;
    let mut faults = Faults::default();
    if !pdf.starts_with(b"%PDF-1.7\n")
        || pdf.get(9) != Some(&b'%')
        || !pdf.iter().skip(10).take(4).all(|b| *b > 127)
    {
        faults.add("header", "not %PDF-1.7 with its binary mark");
    }
    trailer(&file.doc, &mut faults);
    let empty = Dictionary::new();
    let catalog = file.doc.catalog().unwrap_or(&empty);
    catalog_rules(&file.doc, catalog, &mut faults);
    metadata(&file.doc, catalog, &mut faults);
    attached::files(&file.doc, catalog, &mut faults);
    outline::contents(&file.doc, catalog, &file.page_ids, &mut faults);
    objects::pages(&file, &mut faults);
    objects::all(&file.doc, &mut faults);
    fonts(&file, &mut faults);
    tree::structure(&file, catalog, &mut faults);
    for (i, page) in file.pages.iter().enumerate() {
        page.faults
            .iter()
            .for_each(|f| faults.add("content", &format!("page {}: {f}", i + 1)));
    }
    for object in file.doc.objects.values() {
        forbidden(object, &mut faults, 0);
    }
    Ok(faults.found())
}

fn trailer(doc: &Document, faults: &mut Faults) {
    let id = doc
        .trailer
        .get(b"ID")
        .and_then(Object::as_array)
        .map(Vec::len);
    if !matches!(id, Ok(2)) {
        faults.add("id", "no /ID of two strings");
    }
    if let Ok(info) = doc.trailer.get(b"Info").map(|o| dict(doc, o)) {
        let known = [
            "Title",
            "Author",
            "Subject",
            "Creator",
            "Producer",
            "CreationDate",
            "ModDate",
        ];
        for (key, _) in info.into_iter().flat_map(Dictionary::iter) {
            if !known.iter().any(|k| k.as_bytes() == key.as_slice()) {
                let key = String::from_utf8_lossy(key);
                faults.add("info", &format!("{key} has no counterpart in XMP"));
            }
        }
    }
    if doc.trailer.has(b"Encrypt") {
        faults.add("encrypt", "the file is encrypted");
    }
}

fn catalog_rules(doc: &Document, catalog: &Dictionary, faults: &mut Faults) {
    let lang = value(doc, catalog, "Lang").and_then(|o| o.as_str().ok());
    if !lang.is_some_and(is_language_tag) {
        faults.add("lang", "no /Lang, or not one of a language");
    }
    let flag = |outer: &str, inner: &str| {
        value(doc, catalog, outer)
            .and_then(|o| dict(doc, o))
            .and_then(|d| d.get(inner.as_bytes()).ok())
            .and_then(|o| o.as_bool().ok())
            == Some(true)
    };
    if !flag("MarkInfo", "Marked") {
        faults.add("marked", "not marked as tagged");
    }
    if flag("MarkInfo", "Suspects") {
        faults.add("marked", "the tags are said to be doubtful");
    }
    if !flag("ViewerPreferences", "DisplayDocTitle") {
        faults.add("title", "the window doesn't show the title");
    }
    let intents: Vec<&Dictionary> = value(doc, catalog, "OutputIntents")
        .and_then(|o| o.as_array().ok())
        .map(|a| a.iter().filter_map(|o| dict(doc, o)).collect())
        .unwrap_or_default();
    let right = intents.iter().any(|i| {
        i.get(b"S").and_then(Object::as_name).ok() == Some(b"GTS_PDFA1".as_slice())
            && i.get(b"DestOutputProfile").ok().is_some_and(|p| {
                let n = dict(doc, p).and_then(|d| d.get(b"N").ok()).and_then(real);
                content(doc, p).is_some_and(|c| {
                    c.get(36..40) == Some(b"acsp".as_slice())
                        && c.get(16..20) == Some(b"RGB ".as_slice())
                        && n == Some(3.0)
                })
            })
    });
    if !right {
        faults.add("intent", "no sRGB output intent");
    }
}

fn info_text(doc: &Document, key: &str) -> Option<String> {
    let info = doc.trailer.get(b"Info").ok().and_then(|o| dict(doc, o))?;
    let bytes = value(doc, info, key)?.as_str().ok()?;
    if let Some(utf16) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        let units: Vec<u16> = utf16
            .chunks_exact(2)
            .map(|c| u16::from_be_bytes([c[0], c[1]]))
            .collect();
        return Some(String::from_utf16_lossy(&units));
    }
    Some(String::from_utf8_lossy(bytes).into_owned())
}

/// Text between two marks of the packet.
fn between<'a>(packet: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let from = packet.find(open)? + open.len();
    packet[from..].find(close).map(|n| &packet[from..from + n])
}

fn metadata(doc: &Document, catalog: &Dictionary, faults: &mut Faults) {
    let stream = catalog.get(b"Metadata").ok();
    if stream
        .and_then(|o| dict(doc, o))
        .is_some_and(|d| d.has(b"Filter"))
    {
        faults.add("xmp", "the packet is packed");
    }
    let Some(packet) = stream
        .and_then(|o| content(doc, o))
        .and_then(|b| String::from_utf8(b).ok())
    else {
        faults.add("xmp", "no metadata");
        return;
    };
    if !balanced(&packet) {
        faults.add("xmp", "not well-formed");
    }
    let part = if attached::any(doc, catalog) {
        "3"
    } else {
        "2"
    };
    for (open, close, wanted) in [
        ("<pdfaid:part>", "<", part),
        ("<pdfaid:conformance>", "<", "A"),
        ("<pdfuaid:part>", "<", "1"),
        ("<pdfaSchema:prefix>", "<", "pdfuaid"),
    ] {
        if between(&packet, open, close) != Some(wanted) {
            faults.add("xmp", &format!("{open} is not {wanted}"));
        }
    }
    let same = |key: &str, open: &str, faults: &mut Faults| {
        let info = info_text(doc, key);
        let told = between(&packet, open, "</")
            .and_then(|t| t.rsplit('>').next())
            .map(|t| {
                t.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&amp;", "&")
            });
        if info != told {
            faults.add(
                "info",
                &format!("{key} is {info:?} in Info and {told:?} in XMP"),
            );
        }
    };
    if info_text(doc, "Title").is_none_or(|t| t.is_empty()) {
        faults.add("title", "no title");
    }
    for (key, open) in [
        ("Title", "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\""),
        ("Author", "<dc:creator><rdf:Seq><rdf:li"),
        (
            "Subject",
            "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\"",
        ),
        ("Creator", "<xmp:CreatorTool"),
        ("Producer", "<pdf:Producer"),
    ] {
        same(key, open, faults);
    }
    for (key, open) in [
        ("CreationDate", "<xmp:CreateDate>"),
        ("ModDate", "<xmp:ModifyDate>"),
    ] {
        let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
        let info = info_text(doc, key).map(|s| digits(&s));
        let told = between(&packet, open, "<").map(digits);
        if info.is_none() || info != told {
            faults.add("info", &format!("{key} differs from XMP"));
        }
    }
}

/// Whether tags are closed in order and no bare sign stands in the text.
fn balanced(xml: &str) -> bool {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        let text = &rest[..at];
        let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;"];
        if text
            .match_indices('&')
            .any(|(i, _)| !entities.iter().any(|e| text[i..].starts_with(e)))
        {
            return false;
        }
        let Some(end) = rest[at..].find('>') else {
            return false;
        };
        let tag = &rest[at + 1..at + end];
        rest = &rest[at + end + 1..];
        if tag.starts_with('?') || tag.ends_with('/') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return false;
            }
        } else {
            open.push(tag.split_whitespace().next().unwrap_or(""));
        }
    }
    open.is_empty()
}

fn be16(d: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(d.get(at..at + 2)?.try_into().ok()?))
}

fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    (0..usize::from(be16(font, 4)?)).find_map(|i| {
        let at = 12 + 16 * i;
        if font.get(at..at + 4)? != tag {
            return None;
        }
        let n =
            |at: usize| Some(u32::from_be_bytes(font.get(at..at + 4)?.try_into().ok()?) as usize);
        font.get(n(at + 8)?..n(at + 8)?.checked_add(n(at + 12)?)?)
    })
}

fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..)
}

fn fonts(file: &ReadBack, faults: &mut Faults) {
    let doc = &file.doc;
    let mut used: BTreeMap<ObjectId, BTreeSet<u16>> = BTreeMap::new();
    for shown in file.pages.iter().flat_map(|p| &p.shown) {
        used.entry(shown.font).or_default().insert(shown.code);
    }
    for (id, codes) in used {
        let read = file.fonts.get(&id);
        for code in &codes {
            let text = read.and_then(|f| f.unicode.get(code));
            if !text.is_some_and(|t| !t.is_empty() && !t.contains(['\0', '\u{FEFF}', '\u{FFFE}'])) {
                faults.add("unicode", &format!("code {code} reads as nothing"));
            }
            // What a private character means, no archive knows.
            if text.is_some_and(|t| t.chars().any(is_private)) {
                faults.add(
                    "private",
                    &format!("code {code} reads as a private character"),
                );
            }
        }
        let descendant = doc
            .get_dictionary(id)
            .ok()
            .and_then(|f| value(doc, f, "DescendantFonts"))
            .and_then(|o| o.as_array().ok())
            .and_then(|a| a.first())
            .and_then(|o| dict(doc, o));
        let program = descendant
            .and_then(|d| value(doc, d, "FontDescriptor"))
            .and_then(|o| dict(doc, o))
            .and_then(|d| d.get(b"FontFile2").ok())
            .and_then(|o| content(doc, o));
        let map = descendant
            .and_then(|d| d.get(b"CIDToGIDMap").ok())
            .and_then(|o| match o.as_name() {
                // Codes are the glyphs themselves.
                Ok(b"Identity") => Some((0..=u16::MAX).flat_map(u16::to_be_bytes).collect()),
                Ok(_) | Err(_) => content(doc, o),
            });
        if let Some(wrong) = objects::font(doc, id, descendant, program.as_deref()) {
            faults.add("font", wrong);
        }
        let (Some(program), Some(map)) = (program, map) else {
            faults.add("embedded", "a font is not embedded");
            continue;
        };
        let metrics = || {
            let em = be16(table(&program, b"head")?, 18)?;
            let count = be16(table(&program, b"hhea")?, 34)?;
            Some((em, count, table(&program, b"hmtx")?))
        };
        let Some((em, count, hmtx)) = metrics() else {
            faults.add("embedded", "a font program can't be read");
            continue;
        };
        for code in codes {
            let glyph = be16(&map, 2 * usize::from(code)).unwrap_or(0);
            if glyph == 0 {
                faults.add("notdef", &format!("code {code} shows .notdef"));
                continue;
            }
            let at = 4 * usize::from(glyph.min(count.saturating_sub(1)));
            let real = be16(hmtx, at).map(|w| f64::from(w) * 1000.0 / f64::from(em.max(1)));
            let told = read.map(|f| f.widths.get(&code).copied().unwrap_or(f.default));
            if !matches!((real, told), (Some(a), Some(b)) if (a - b).abs() <= 1.0) {
                faults.add(
                    "width",
                    &format!("code {code}: {told:?} in /W, {real:?} in the font"),
                );
            }
        }
    }
}

fn forbidden(object: &Object, faults: &mut Faults, depth: u32) {
    if depth > 60 {
        return;
    }
    match object {
        Object::Dictionary(d) => keys(d, faults, depth),
        Object::Stream(s) => {
            keys(&s.dict, faults, depth);
            if s.dict.get(b"Filter").and_then(Object::as_name).ok() == Some(b"LZWDecode".as_slice())
            {
                faults.add("forbidden", "LZW");
            }
        }
        Object::Array(a) => a.iter().for_each(|o| forbidden(o, faults, depth + 1)),
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::Name(_)
        | Object::String(..)
        | Object::Reference(_) => {}
    }
}

fn keys(d: &Dictionary, faults: &mut Faults, depth: u32) {
    for (key, value) in d.iter() {
        if FORBIDDEN.iter().any(|f| f.as_bytes() == key.as_slice()) {
            faults.add("forbidden", &String::from_utf8_lossy(key));
        }
        if key == b"Interpolate" && value.as_bool().is_ok_and(|b| b) {
            faults.add("forbidden", "Interpolate");
        }
        forbidden(value, faults, depth + 1);
    }
}
