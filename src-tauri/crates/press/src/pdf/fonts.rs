//! Embedded fonts: a code for each pair of glyph and reading, the subset,
//! widths, and the way back to Unicode.
//!
//! A code stands for what a glyph reads as, not only for its shape: the same
//! hyphen glyph has one code that reads U+002D and another that reads U+00AD,
//! and the box of a missing character reads as that character.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex};

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use sha2::{Digest, Sha256};

use crate::deflate::deflate;
use crate::error::PressError;
use crate::fonts::faces::{FaceId, advance_of, file};
use crate::fonts::shaping::Reads;
use crate::page::display_list::{Ink, Typeset};
use crate::pdf::objects::{as_it_is, number, packed};
use crate::pdf::unhinted::unhinted;

/// Tables a PDF's CIDFontType2 needs.
const NEEDED: [&[u8; 4]; 6] = [b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// Codes of one face: glyph and reading to code and width.
#[derive(Default)]
pub(crate) struct FaceCodes {
    codes: BTreeMap<(u16, Reads), (u16, f32)>,
}

/// Codes of all faces used.
pub(crate) struct Codes {
    faces: BTreeMap<FaceId, FaceCodes>,
}

/// Name of a face among a page's resources.
pub(crate) fn resource(face: FaceId) -> String {
    format!("F{}", face.0)
}

impl Codes {
    /// The codes a document needs, in an order that depends on its content
    /// only.
    pub(crate) fn collect(typeset: &Typeset) -> Self {
        let mut used: BTreeMap<FaceId, BTreeSet<(u16, &Reads)>> = BTreeMap::new();
        for item in typeset.pages.iter().flat_map(|p| &p.items) {
            if let Ink::Run(run) = &item.ink {
                let face = used.entry(run.face).or_default();
                for glyph in &run.glyphs {
                    face.insert((glyph.id, &glyph.reads));
                }
            }
        }
        let faces = used
            .into_iter()
            .map(|(face, pairs)| {
                let codes = pairs
                    .into_iter()
                    .take(usize::from(u16::MAX) - 1)
                    .enumerate()
                    .map(|(i, (id, reads))| {
                        ((id, reads.clone()), (i as u16 + 1, advance_of(face, id)))
                    })
                    .collect();
                (face, FaceCodes { codes })
            })
            .collect();
        Self { faces }
    }

    /// The code and the width, in thousandths of the em.
    pub(crate) fn code(&self, face: FaceId, glyph: u16, reads: &Reads) -> (u16, f32) {
        self.faces
            .get(&face)
            .and_then(|c| c.codes.get(&(glyph, reads.clone())))
            .copied()
            .unwrap_or((1, 0.0))
    }

    pub(crate) fn faces(&self) -> impl Iterator<Item = (FaceId, &FaceCodes)> {
        self.faces.iter().map(|(f, c)| (*f, c))
    }
}

type Subsets = HashMap<(FaceId, Vec<u16>), Arc<(Vec<u8>, usize)>>;

/// FaceCodes and deflated fonts, kept between calls.
#[derive(Default)]
pub(crate) struct SubsetCache {
    cached: Mutex<Subsets>,
}

impl SubsetCache {
    /// The deflated font of `glyphs` and its length before deflating.
    fn get(&self, face: FaceId, glyphs: Vec<u16>) -> Result<Arc<(Vec<u8>, usize)>, PressError> {
        let key = (face, glyphs);
        if let Ok(cached) = self.cached.lock()
            && let Some(found) = cached.get(&key)
        {
            return Ok(Arc::clone(found));
        }
        let mapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&key.1);
        let cut = subsetter::subset(file(face), 0, &mapper)
            .map_err(|e| PressError::Pdf(e.to_string()))?;
        let bare = unhinted(&cut, &NEEDED).unwrap_or(cut);
        let made = Arc::new((deflate(&bare), bare.len()));
        if let Ok(mut cached) = self.cached.lock() {
            if cached.len() >= 64 {
                cached.clear();
            }
            cached.insert(key, Arc::clone(&made));
        }
        Ok(made)
    }
}

/// Adds a font to the document.
///
/// # Errors
/// When no subset can be made.
pub(crate) fn embed(
    doc: &mut Document,
    face: FaceId,
    of_face: &FaceCodes,
    subsets: &SubsetCache,
) -> Result<ObjectId, PressError> {
    let metrics = face.metrics();
    let glyphs: BTreeSet<u16> = of_face.codes.keys().map(|k| k.0).collect();
    let glyphs: Vec<u16> = glyphs.into_iter().collect();
    let mapper = subsetter::GlyphRemapper::new_from_glyphs_sorted(&glyphs);
    let file = subsets.get(face, glyphs)?;
    let name = format!("{}+{}", tag(face, of_face), metrics.name);

    let dict = dictionary! { "Filter" => "FlateDecode", "Length1" => file.1 as i64 };
    let file = doc.add_object(as_it_is(dict, file.0.clone()));
    let [x0, y0, x1, y1] = metrics.bbox.map(|v| Object::Integer(i64::from(v)));
    let descriptor = doc.add_object(dictionary! {
        "Type" => "FontDescriptor",
        "FontName" => name.as_str(),
        "Flags" => i64::from(metrics.flags),
        "FontBBox" => vec![x0, y0, x1, y1],
        "ItalicAngle" => i64::from(metrics.italic_angle),
        "Ascent" => i64::from(metrics.ascent),
        "Descent" => i64::from(metrics.descent),
        "CapHeight" => i64::from(metrics.cap_height),
        "StemV" => i64::from(metrics.stem),
        "FontFile2" => file,
    });
    let mut by_code: Vec<(u16, u16, &Reads, f32)> = of_face
        .codes
        .iter()
        .map(|((g, r), (c, w))| (*c, *g, r, *w))
        .collect();
    by_code.sort_by_key(|x| x.0);
    let mut to_glyph: Vec<u8> = vec![0, 0];
    let mut widths: Vec<Object> = Vec::with_capacity(by_code.len());
    for (_, glyph, _, width) in &by_code {
        to_glyph.extend_from_slice(&mapper.get(*glyph).unwrap_or(0).to_be_bytes());
        widths.push(number(*width));
    }
    // Where no glyph has two readings, codes are the glyphs of the subset.
    let places = to_glyph.chunks_exact(2).zip(0_u16..);
    let same = places.fold(true, |same, (glyph, code)| {
        same && glyph == code.to_be_bytes()
    });
    let map = if same {
        Object::from("Identity")
    } else {
        doc.add_object(packed(Dictionary::new(), &to_glyph)).into()
    };
    let descendant = doc.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "CIDFontType2",
        "BaseFont" => name.as_str(),
        "CIDSystemInfo" => dictionary! {
            "Registry" => Object::string_literal("Adobe"),
            "Ordering" => Object::string_literal("Identity"),
            "Supplement" => 0,
        },
        "FontDescriptor" => descriptor,
        "CIDToGIDMap" => map,
        "DW" => 500,
        "W" => vec![1.into(), Object::Array(widths)],
    });
    let unicode = doc.add_object(packed(Dictionary::new(), cmap(&by_code).as_bytes()));
    Ok(doc.add_object(dictionary! {
        "Type" => "Font",
        "Subtype" => "Type0",
        "BaseFont" => name,
        "Encoding" => "Identity-H",
        "DescendantFonts" => vec![descendant.into()],
        "ToUnicode" => unicode,
    }))
}

/// The subset's tag: six capitals that depend on the face and on what is taken from it.
fn tag(face: FaceId, of_face: &FaceCodes) -> String {
    let mut digest = Sha256::new();
    digest.update([face.0]);
    for (glyph, reads) in of_face.codes.keys() {
        digest.update(glyph.to_be_bytes());
        let mut s = String::new();
        reads.push_to(&mut s);
        digest.update(s.as_bytes());
        digest.update([0]);
    }
    digest.finalize()[..6]
        .iter()
        .map(|b| char::from(b'A' + b % 26))
        .collect()
}

fn cmap(codes: &[(u16, u16, &Reads, f32)]) -> String {
    let mut out = String::from(
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) \
         /Supplement 0>> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\n\
         endcodespacerange\n",
    );
    // Glyphs stand in the face as letters do in the alphabet, so most readings follow one another.
    let mut ranges: Vec<(u16, u16, u16)> = Vec::new();
    let mut clusters: Vec<(u16, Vec<u16>)> = Vec::new();
    for (code, _, reads, _) in codes {
        let mut text = String::new();
        reads.push_to(&mut text);
        if text.is_empty() {
            // A further glyph of a cluster reads as nothing one sees.
            text.push('\u{200B}');
        }
        let units: Vec<u16> = text.encode_utf16().collect();
        let [unit] = units[..] else {
            clusters.push((*code, units));
            continue;
        };
        // Within a range only the last byte of either may grow (ISO 32000-1, 9.10.3).
        match ranges.last_mut() {
            Some((from, reads, count))
                if from.wrapping_add(*count) == *code
                    && reads.wrapping_add(*count) == unit
                    && code & 0xFF != 0
                    && unit & 0xFF != 0 =>
            {
                *count += 1;
            }
            Some(_) | None => ranges.push((*code, unit, 1)),
        }
    }
    for block in ranges.chunks(100) {
        out.push_str(&format!("{} beginbfrange\n", block.len()));
        for (from, reads, count) in block {
            let to = from + count - 1;
            out.push_str(&format!("<{from:04X}> <{to:04X}> <{reads:04X}>\n"));
        }
        out.push_str("endbfrange\n");
    }
    for block in clusters.chunks(100) {
        out.push_str(&format!("{} beginbfchar\n", block.len()));
        for (code, units) in block {
            out.push_str(&format!("<{code:04X}> <"));
            for unit in units {
                out.push_str(&format!("{unit:04X}"));
            }
            out.push_str(">\n");
        }
        out.push_str("endbfchar\n");
    }
    out.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    out
}
