//! Several papers in one file: our own PDFs page by page, strangers' PDFs
//! without anything that acts, pictures each on a page of its own, and the
//! untouched originals attached.
//!
//! Such a file is a convenience for reading; it is no archival PDF, for nobody
//! knows what strangers' pages hold. The originals within are what counts.

use std::collections::BTreeMap;
use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder};
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, Stream, dictionary};

use crate::model::Meta;
use crate::pdf::{date, identity_of, number, packed, tag, text};
use crate::picture;
use crate::set::PressError;
use crate::strangers::{Unfolded, opened};

/// One paper to be joined.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is called in the list of contents of the viewer.
    pub title: String,
    /// A PDF, PNG or JPEG file.
    pub bytes: Vec<u8>,
}

/// A file that goes along untouched.
#[derive(Debug, Clone)]
pub struct AttachedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// What it is.
    pub about: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The joined file.
#[derive(Debug, Clone)]
pub struct Joined {
    /// Its bytes.
    pub pdf: Vec<u8>,
    /// The first page of each part, from 1; none for a part that could not be
    /// read and so has no page.
    pub first_pages: Vec<Option<usize>>,
    /// Pages in all.
    pub pages: usize,
}

/// The longest side a picture keeps, in samples: A4 at 200 dots an inch.
const SIDE: u32 = 2340;
/// Margin around a picture, pt.
const MARGIN: f32 = 36.0;
/// A4, pt.
const A4: (f32, f32) = (595.276, 841.89);
/// The most pages that are taken from a stranger's file.
const MOST_PAGES: usize = 200;

/// What the packed objects of one part may unfold to: a thick scanned book fits
/// in, a file made to fill the memory does not.
const UNFOLDED: Unfolded = Unfolded {
    whole: 512 << 20,
    at_once: 32 << 20,
};

/// Joins papers. A part that can't be read is left out and said so.
///
/// # Errors
/// When the file can't be written.
pub fn join(
    meta: &Meta,
    parts: &[Part],
    attachments: &[AttachedFile],
) -> Result<Joined, PressError> {
    let mut doc = Document::with_version("1.7");
    let catalog = doc.new_object_id();
    let pages = doc.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    let mut first_pages = Vec::with_capacity(parts.len());
    for part in parts {
        let found = if part.bytes.starts_with(b"%PDF-") {
            pdf_pages(&mut doc, pages, &part.bytes)
        } else {
            picture_page(&mut doc, pages, &part.bytes).map(|id| vec![id])
        };
        match found {
            Some(ids) if !ids.is_empty() => {
                first_pages.push(Some(kids.len() + 1));
                kids.extend(ids.into_iter().map(Object::Reference));
            }
            _ => first_pages.push(None),
        }
    }
    let count = kids.len();
    let outline = outline(&mut doc, parts, &first_pages, &kids);
    let files = attached(&mut doc, attachments, meta);
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => count as i64, "Kids" => kids },
    );
    let mut root = dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(tag(meta.language)),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    if let Some(outline) = outline {
        root.set("Outlines", outline);
        root.set("PageMode", "UseOutlines");
    }
    if let Some(files) = files {
        root.set("Names", dictionary! { "EmbeddedFiles" => files });
    }
    doc.set_object(catalog, root);
    let info = doc.add_object(dictionary! {
        "Title" => text(&meta.title),
        "Author" => text(&meta.author),
        "Subject" => text(&meta.subject),
        "Producer" => text(crate::pdf::PRODUCER),
        "CreationDate" => date(meta.created),
        "ModDate" => date(meta.created),
    });
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
    doc.prune_objects();
    let id = identity_of(&doc, &meta.seed);
    doc.trailer.set("ID", vec![id.clone(), id]);
    let mut pdf = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(4000)
        .compression_level(6)
        .build();
    doc.save_with_options(&mut pdf, options)
        .map_err(|e| PressError::Pdf(e.to_string()))?;
    pdf.push(b'\n');
    Ok(Joined {
        pdf,
        first_pages,
        pages: count,
    })
}

/// The pages of a PDF, taken over with what they show and nothing else: no
/// actions, scripts, forms, links or attachments. None when it can't be read
/// or is locked.
fn pdf_pages(doc: &mut Document, parent: ObjectId, bytes: &[u8]) -> Option<Vec<ObjectId>> {
    let above = doc.max_id + 1;
    let (from, ids) = opened(bytes, &UNFOLDED, |mut from| {
        from.renumber_objects_with(above);
        let ids: Vec<ObjectId> = from.get_pages().into_values().take(MOST_PAGES).collect();
        (from, ids)
    })?;
    let mut made = Vec::with_capacity(ids.len());
    for id in &ids {
        let mut page = dictionary! { "Type" => "Page", "Parent" => parent };
        for key in ["MediaBox", "CropBox", "Resources", "Rotate"] {
            if let Some(found) = inherited(&from, *id, key) {
                page.set(key, found);
            }
        }
        if !page.has(b"MediaBox") {
            page.set(
                "MediaBox",
                vec![0.into(), 0.into(), number(A4.0), number(A4.1)],
            );
        }
        let own = from.get_dictionary(*id).ok()?;
        for key in ["Contents", "Group"] {
            if let Ok(found) = own.get(key.as_bytes()) {
                page.set(key, found.clone());
            }
        }
        made.push((*id, page));
    }
    // Only what a page draws with comes over; actions hang on other branches.
    doc.max_id = from.max_id;
    let mut objects: BTreeMap<ObjectId, Object> = from.objects;
    for (id, page) in made {
        objects.insert(id, Object::Dictionary(page));
    }
    for object in objects.values_mut() {
        disarm(object, 0);
    }
    doc.objects.extend(objects);
    Some(ids)
}

/// Keys under which a file acts, or leads out of itself.
const ACTING: [&[u8]; 10] = [
    b"AA",
    b"OpenAction",
    b"JavaScript",
    b"JS",
    b"Launch",
    b"Annots",
    b"AcroForm",
    b"EmbeddedFiles",
    b"StructParents",
    b"PieceInfo",
];

fn disarm(object: &mut Object, depth: u8) {
    if depth > 64 {
        *object = Object::Null;
        return;
    }
    match object {
        Object::Dictionary(dict) => disarm_dict(dict, depth),
        Object::Stream(stream) => disarm_dict(&mut stream.dict, depth),
        Object::Array(list) => list.iter_mut().for_each(|o| disarm(o, depth + 1)),
        _ => {}
    }
}

fn disarm_dict(dict: &mut Dictionary, depth: u8) {
    for key in ACTING {
        dict.remove(key);
    }
    // A stream that names an outer file would be read from there.
    if dict.has(b"FFilter") || (dict.has(b"F") && dict.has(b"Length")) {
        dict.remove(b"F");
        dict.remove(b"FFilter");
    }
    for (_, value) in dict.iter_mut() {
        disarm(value, depth + 1);
    }
}

/// A page's value that may stand on a node above it.
fn inherited(doc: &Document, page: ObjectId, key: &str) -> Option<Object> {
    let mut at = page;
    for _ in 0..32 {
        let dict = doc.get_dictionary(at).ok()?;
        if let Ok(found) = dict.get(key.as_bytes()) {
            return Some(found.clone());
        }
        at = dict.get(b"Parent").ok()?.as_reference().ok()?;
    }
    None
}

/// A page with a picture on it, turned upright as its camera says.
fn picture_page(doc: &mut Document, parent: ObjectId, bytes: &[u8]) -> Option<ObjectId> {
    picture::dimensions(bytes).ok()?;
    let mut decoder = picture::reader(bytes).ok()?.into_decoder().ok()?;
    let orientation = decoder.orientation().ok();
    let mut shown = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(orientation) = orientation {
        shown.apply_orientation(orientation);
    }
    if shown.width().max(shown.height()) > SIDE {
        shown = shown.resize(SIDE, SIDE, FilterType::Triangle);
    }
    // What is transparent lies on white paper.
    let rgba = shown.into_rgba8();
    let (width, height) = rgba.dimensions();
    let mut rgb = image::RgbImage::new(width, height);
    for (to, from) in rgb.pixels_mut().zip(rgba.pixels()) {
        let opacity = u32::from(from.0[3]);
        for channel in 0..3 {
            let mixed = u32::from(from.0[channel]) * opacity + 255 * (255 - opacity);
            to.0[channel] = u8::try_from(mixed / 255).unwrap_or(255);
        }
    }
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, 85)
        .encode_image(&rgb)
        .ok()?;
    let mut stream = Stream::new(
        dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(width),
            "Height" => i64::from(height),
            "ColorSpace" => "DeviceRGB",
            "BitsPerComponent" => 8,
            "Filter" => "DCTDecode",
        },
        jpeg.into_inner(),
    );
    stream.allows_compression = false;
    let image = doc.add_object(stream);
    let (w, h) = (width as f32, height as f32);
    let (page_w, page_h) = if w > h { (A4.1, A4.0) } else { A4 };
    // A small picture is not blown up beyond 72 dots an inch.
    let scale = ((page_w - 2.0 * MARGIN) / w)
        .min((page_h - 2.0 * MARGIN) / h)
        .min(1.0);
    let (w, h) = (w * scale, h * scale);
    let (x, y) = ((page_w - w) / 2.0, (page_h - h) / 2.0);
    let drawn = format!("q {w:.3} 0 0 {h:.3} {x:.3} {y:.3} cm /Im0 Do Q\n");
    let contents = doc.add_object(packed(Dictionary::new(), drawn.as_bytes()));
    Some(doc.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => parent,
        "MediaBox" => vec![0.into(), 0.into(), number(page_w), number(page_h)],
        "Resources" => dictionary! { "XObject" => dictionary! { "Im0" => image } },
        "Contents" => contents,
    }))
}

/// The list of contents that viewers show at the side.
fn outline(
    doc: &mut Document,
    parts: &[Part],
    first_pages: &[Option<usize>],
    kids: &[Object],
) -> Option<ObjectId> {
    let entries: Vec<(String, Object)> = parts
        .iter()
        .zip(first_pages)
        .filter_map(|(part, first)| {
            let page = kids.get(first.as_ref()?.checked_sub(1)?)?;
            Some((part.title.clone(), page.clone()))
        })
        .collect();
    if entries.is_empty() {
        return None;
    }
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| doc.new_object_id()).collect();
    for (at, (title, page)) in entries.into_iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text(&title),
            "Parent" => root,
            "Dest" => vec![page, "Fit".into()],
        };
        if let Some(before) = at.checked_sub(1).and_then(|i| ids.get(i)) {
            entry.set("Prev", *before);
        }
        if let Some(next) = ids.get(at + 1) {
            entry.set("Next", *next);
        }
        doc.set_object(ids[at], entry);
    }
    let mut dict = dictionary! { "Type" => "Outlines", "Count" => ids.len() as i64 };
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        dict.set("First", *first);
        dict.set("Last", *last);
    }
    doc.set_object(root, dict);
    Some(root)
}

/// The attached files, by name.
fn attached(doc: &mut Document, attachments: &[AttachedFile], meta: &Meta) -> Option<ObjectId> {
    if attachments.is_empty() {
        return None;
    }
    let mut names: Vec<(Vec<u8>, Object)> = Vec::new();
    for file in attachments {
        let mut dict = dictionary! {
            "Type" => "EmbeddedFile",
            "Params" => dictionary! {
                "Size" => file.bytes.len() as i64,
                "CreationDate" => date(meta.created),
            },
        };
        if !file.media_type.is_empty() {
            dict.set(
                "Subtype",
                Object::Name(file.media_type.clone().into_bytes()),
            );
        }
        let stream = doc.add_object(packed(dict, &file.bytes));
        let spec = doc.add_object(dictionary! {
            "Type" => "Filespec",
            "F" => text(&ascii(&file.name)),
            "UF" => text(&file.name),
            "Desc" => text(&file.about),
            "EF" => dictionary! { "F" => stream, "UF" => stream },
        });
        let key = text(&file.name);
        let sorts = key.as_str().map(<[u8]>::to_vec).unwrap_or_default();
        names.push((sorts, Object::Array(vec![key, Object::Reference(spec)])));
    }
    // A name tree is searched by halves, so its keys stand in their order.
    names.sort_by(|a, b| a.0.cmp(&b.0));
    let list: Vec<Object> = names
        .into_iter()
        .flat_map(|(_, pair)| pair.as_array().cloned().unwrap_or_default())
        .collect();
    Some(doc.add_object(dictionary! { "Names" => list }))
}

/// The name for readers that know no other letters.
fn ascii(name: &str) -> String {
    name.chars()
        .map(|c| if c.is_ascii() { c } else { '_' })
        .collect()
}
