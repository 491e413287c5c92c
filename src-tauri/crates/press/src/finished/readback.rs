//! A finished file read back: which glyph stands where, what it reads as, and
//! to which marked content it belongs. It knows the operators the press writes
//! and treats any other as a fault.

#![allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of a PDF's objects are lopdf's"
)]

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::error::PressError;

/// A glyph shown on a page.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Origin, pt from the lower left corner.
    pub x: f64,
    /// Height of the base line, pt from the lower edge.
    pub y: f64,
    /// Size of the type, pt.
    pub size: f64,
    /// How far the pen moved, pt, tracking included.
    pub advance: f64,
    /// What it reads as.
    pub text: String,
    /// Its code in `font`.
    pub code: u16,
    /// The font object that the code belongs to.
    pub font: ObjectId,
    /// Whether it stands outside the content that is read aloud.
    pub artifact: bool,
}

#[derive(Debug, Clone, Default)]
pub struct FontRead {
    /// Advance of each code, in thousandths of the size of the type.
    pub widths: BTreeMap<u16, f64>,
    /// The advance of a code that `widths` does not name.
    pub default: f64,
    /// What each code reads as.
    pub unicode: BTreeMap<u16, String>,
}

#[derive(Debug, Default)]
pub struct PageRead {
    /// The glyphs in the order they are shown.
    pub shown: Vec<Shown>,
    /// The MCIDs in the order they come, with the tag of each.
    pub mcids: Vec<(i64, String)>,
    /// Where pictures stand: left, lower edge, width, height, pt.
    pub pictures: Vec<[f64; 4]>,
    /// What is wrong with the stream.
    pub faults: Vec<String>,
}

pub struct ReadBack {
    /// The file as objects.
    pub doc: Document,
    /// The page objects, the first page first.
    pub page_ids: Vec<ObjectId>,
    /// What each of them shows.
    pub pages: Vec<PageRead>,
    /// Every font that a page names.
    pub fonts: BTreeMap<ObjectId, FontRead>,
}

/// A number, however the file writes it.
pub fn real(o: &Object) -> Option<f64> {
    match o {
        Object::Integer(i) => Some(*i as f64),
        Object::Real(r) => Some(f64::from(*r)),
        _ => None,
    }
}

/// The dictionary behind a value that may be a reference.
pub fn dict<'a>(doc: &'a Document, o: &'a Object) -> Option<&'a Dictionary> {
    match o {
        Object::Reference(id) => dict(doc, doc.get_object(*id).ok()?),
        Object::Dictionary(d) => Some(d),
        Object::Stream(s) => Some(&s.dict),
        _ => None,
    }
}

/// The value behind a key, references followed.
pub fn value<'a>(doc: &'a Document, d: &'a Dictionary, key: &str) -> Option<&'a Object> {
    match d.get(key.as_bytes()).ok()? {
        Object::Reference(id) => doc.get_object(*id).ok(),
        o => Some(o),
    }
}

/// A stream's content, unpacked.
pub fn content(doc: &Document, o: &Object) -> Option<Vec<u8>> {
    let Object::Stream(s) = o
        .as_reference()
        .ok()
        .and_then(|id| doc.get_object(id).ok())
        .unwrap_or(o)
    else {
        return None;
    };
    if s.dict.has(b"Filter") {
        s.decompressed_content().ok()
    } else {
        Some(s.content.clone())
    }
}

/// Width and height of a page, pt.
///
/// # Errors
/// Where the page doesn't say them.
pub fn page_size(doc: &Document, page: ObjectId) -> Result<[f64; 2], PressError> {
    let page = doc.get_dictionary(page).ok();
    let sides = page.and_then(|page| value(doc, page, "MediaBox"));
    let sides = sides.and_then(|sides| sides.as_array().ok());
    let sides: Vec<f64> = sides.into_iter().flatten().filter_map(real).collect();
    match sides[..] {
        [_, _, width, height] => Ok([width, height]),
        _ => Err(PressError::Pdf("a page without its size".into())),
    }
}

/// Reads a file back.
///
/// # Errors
/// When it is no PDF.
pub fn read(pdf: &[u8]) -> Result<ReadBack, PressError> {
    let doc = Document::load_mem(pdf).map_err(|e| PressError::Pdf(e.to_string()))?;
    let page_ids: Vec<ObjectId> = doc.get_pages().into_values().collect();
    let mut fonts: BTreeMap<ObjectId, FontRead> = BTreeMap::new();
    let mut pages = Vec::with_capacity(page_ids.len());
    for id in &page_ids {
        let mut named = BTreeMap::new();
        let resources = doc
            .get_dictionary(*id)
            .ok()
            .and_then(|p| value(&doc, p, "Resources"))
            .and_then(|r| dict(&doc, r));
        let list = resources
            .and_then(|r| value(&doc, r, "Font"))
            .and_then(|f| dict(&doc, f));
        for (name, font) in list.into_iter().flat_map(Dictionary::iter) {
            if let Ok(id) = font.as_reference() {
                named.insert(name.clone(), id);
                fonts
                    .entry(id)
                    .or_insert_with(|| font_read(&doc, id).unwrap_or_default());
            }
        }
        pages.push(page(&doc.get_page_content(*id), &named, &fonts));
    }
    Ok(ReadBack {
        doc,
        page_ids,
        pages,
        fonts,
    })
}

fn font_read(doc: &Document, id: ObjectId) -> Option<FontRead> {
    let font = doc.get_dictionary(id).ok()?;
    let mut out = FontRead::default();
    let descendant = value(doc, font, "DescendantFonts")?
        .as_array()
        .ok()?
        .first()?;
    let descendant = dict(doc, descendant)?;
    out.default = value(doc, descendant, "DW")
        .and_then(real)
        .unwrap_or(1000.0);
    if let Some(Object::Array(w)) = value(doc, descendant, "W") {
        let mut i = 0;
        while i + 1 < w.len() {
            let first = real(&w[i])? as u16;
            if let Object::Array(list) = &w[i + 1] {
                for (k, v) in list.iter().enumerate() {
                    out.widths.insert(first.wrapping_add(k as u16), real(v)?);
                }
                i += 2;
            } else {
                let (last, v) = (real(&w[i + 1])? as u16, real(w.get(i + 2)?)?);
                out.widths.extend((first..=last).map(|c| (c, v)));
                i += 3;
            }
        }
    }
    let cmap = String::from_utf8(content(doc, font.get(b"ToUnicode").ok()?)?).ok()?;
    for line in cmap.lines().filter(|l| l.starts_with('<')) {
        let mut parts = line
            .split(['<', '>'])
            .map(str::trim)
            .filter(|p| !p.is_empty());
        let (code, text, reads) = (parts.next(), parts.next(), parts.next());
        if let (Some(from), Some(to), Some(reads)) = (code, text, reads) {
            let unit = |hex: &str| u16::from_str_radix(hex, 16).ok();
            let (from, to, reads) = (unit(from)?, unit(to)?, unit(reads)?);
            for code in from..=to {
                let text = String::from_utf16_lossy(&[reads.wrapping_add(code - from)]);
                out.unicode.insert(code, text);
            }
        } else if let (Some(code), Some(text)) = (code, text)
            && code.len() == 4
        {
            let units: Vec<u16> = (0..text.len() / 4)
                .filter_map(|i| u16::from_str_radix(text.get(4 * i..4 * i + 4)?, 16).ok())
                .collect();
            out.unicode.insert(
                u16::from_str_radix(code, 16).ok()?,
                String::from_utf16_lossy(&units),
            );
        }
    }
    Some(out)
}

fn page(
    stream: &[u8],
    named: &BTreeMap<Vec<u8>, ObjectId>,
    fonts: &BTreeMap<ObjectId, FontRead>,
) -> PageRead {
    let mut out = PageRead::default();
    let Ok(content) = Content::decode(stream) else {
        out.faults.push("the content stream can't be read".into());
        return out;
    };
    // One operator stands on a line; a reader that stops at a broken one would
    // say nothing about the rest.
    let lines = stream
        .split(|b| *b == b'\n')
        .filter(|l| !l.iter().all(u8::is_ascii_whitespace));
    if lines.count() != content.operations.len() {
        out.faults
            .push("the content stream can't be read to its end".into());
    }
    let (mut font, mut size, mut tracking) = (None, 0.0, 0.0);
    let (mut x, mut y) = (0.0, 0.0);
    let mut marks: Vec<bool> = Vec::new();
    // Where the unit square of a picture lies, and what comes back at the end of a state.
    let mut place = [0.0, 0.0, 1.0, 1.0];
    let mut states = Vec::new();
    for op in &content.operations {
        let a = &op.operands;
        let n = |i: usize| a.get(i).and_then(real).unwrap_or(0.0);
        match op.operator.as_str() {
            "Tf" => {
                font = a
                    .first()
                    .and_then(|o| o.as_name().ok())
                    .and_then(|n| named.get(n))
                    .copied();
                size = n(1);
            }
            "cm" => {
                let [x, y, width, height] = place;
                place = [
                    n(4) * width + x,
                    n(5) * height + y,
                    n(0) * width,
                    n(3) * height,
                ];
            }
            "q" => states.push(place),
            "Q" => place = states.pop().unwrap_or(place),
            "Tc" => tracking = n(0),
            "Tm" => (x, y) = (n(4), n(5)),
            "BDC" => {
                let tag = a
                    .first()
                    .and_then(|o| o.as_name().ok())
                    .map(|n| String::from_utf8_lossy(n).into_owned())
                    .unwrap_or_default();
                if tag != "Artifact" {
                    match a
                        .get(1)
                        .and_then(|o| o.as_dict().ok())
                        .and_then(|d| d.get(b"MCID").ok())
                        .and_then(|m| m.as_i64().ok())
                    {
                        Some(mcid) => out.mcids.push((mcid, tag.clone())),
                        None => out.faults.push(format!("{tag} without MCID")),
                    }
                }
                marks.push(tag == "Artifact");
            }
            "EMC" => {
                if marks.pop().is_none() {
                    out.faults.push("EMC without BDC".into());
                }
            }
            "Do" if !marks.is_empty() => out.pictures.push(place),
            "Tj" | "TJ" | "f" | "Do" if marks.is_empty() => {
                out.faults
                    .push(format!("{} outside marked content", op.operator));
            }
            "BT" | "ET" | "re" | "f" | "g" | "Do" | "Tj" | "TJ" => {}
            other => out.faults.push(format!("unexpected operator {other}")),
        }
        let one;
        let list: &[Object] = match (op.operator.as_str(), a.first()) {
            ("TJ", Some(Object::Array(list))) => list,
            ("Tj", Some(o)) => {
                one = [o.clone()];
                &one
            }
            _ => continue,
        };
        let Some(id) = font else {
            out.faults.push("text without a font".into());
            continue;
        };
        let face = fonts.get(&id);
        for o in list {
            match o {
                Object::String(bytes, _) => {
                    for pair in bytes.chunks_exact(2) {
                        let code = u16::from_be_bytes([pair[0], pair[1]]);
                        let width =
                            face.map_or(0.0, |f| f.widths.get(&code).copied().unwrap_or(f.default));
                        let advance = width * size / 1000.0 + tracking;
                        out.shown.push(Shown {
                            x,
                            y,
                            size,
                            advance,
                            text: face
                                .and_then(|f| f.unicode.get(&code))
                                .cloned()
                                .unwrap_or_default(),
                            code,
                            font: id,
                            artifact: marks.last().copied().unwrap_or(false),
                        });
                        x += advance;
                    }
                }
                o => x -= real(o).unwrap_or(0.0) * size / 1000.0,
            }
        }
    }
    if !marks.is_empty() {
        out.faults.push("BDC without EMC".into());
    }
    out
}
