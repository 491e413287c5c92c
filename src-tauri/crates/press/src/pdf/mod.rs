//! The display list as a PDF: printpdf writes the content streams; everything
//! around them (fonts, structure, metadata, trailer) is made here, so that the
//! file is PDF/A-2a and PDF/UA-1 and the same input gives the same bytes.

mod attached;
mod content;
mod fonts;
mod icc;
mod strip;
mod structure;
mod xmp;

use std::io::Write;

use chrono::{DateTime, FixedOffset, Offset};
use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat, dictionary};
use sha2::{Digest, Sha256};

use crate::display::Typeset;
use crate::model::Language;
use crate::picture::{Bitmap, Encoding};
use crate::set::PressError;

pub use fonts::Subsets;

/// What made the file, as Info and XMP say it.
pub const PRODUCER: &str = "Otvet press";

/// Zlib at the highest level.
pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(
        Vec::with_capacity(bytes.len() / 2 + 64),
        Compression::best(),
    );
    // Writing to memory doesn't fail.
    let _ = encoder.write_all(bytes);
    encoder.finish().unwrap_or_default()
}

pub(crate) fn packed(mut dict: Dictionary, bytes: &[u8]) -> Stream {
    dict.set("Filter", "FlateDecode");
    let mut stream = Stream::new(dict, deflate(bytes));
    stream.allows_compression = false;
    stream
}

/// Text of a dictionary: ASCII as it is, else UTF-16 with its mark.
pub(crate) fn text(s: &str) -> Object {
    let s: String = s.chars().filter(|c| !c.is_control()).collect();
    if s.is_ascii() {
        return Object::String(s.into_bytes(), StringFormat::Literal);
    }
    let mut bytes = vec![0xFE, 0xFF];
    s.encode_utf16()
        .for_each(|u| bytes.extend_from_slice(&u.to_be_bytes()));
    Object::String(bytes, StringFormat::Hexadecimal)
}

pub(crate) fn date(at: DateTime<FixedOffset>) -> Object {
    let seconds = at.offset().fix().local_minus_utc();
    let zone = if seconds == 0 {
        "Z".to_owned()
    } else {
        let sign = if seconds < 0 { '-' } else { '+' };
        format!(
            "{sign}{:02}'{:02}'",
            seconds.abs() / 3600,
            seconds.abs() / 60 % 60
        )
    };
    Object::String(
        format!("D:{}{zone}", at.format("%Y%m%d%H%M%S")).into_bytes(),
        StringFormat::Literal,
    )
}

/// The language's tag.
pub(crate) fn tag(language: Language) -> &'static str {
    match language {
        Language::Ru => "ru-RU",
        Language::En => "en-GB",
    }
}

/// Writes the file.
///
/// # Errors
/// When a font can't be cut or the file can't be written.
pub fn write(typeset: &Typeset, subsets: &Subsets) -> Result<Vec<u8>, PressError> {
    let codes = fonts::Codes::collect(typeset);
    let drawn = content::draw(typeset, &codes)?;
    let mut doc = Document::with_version("1.7");
    let catalog = doc.new_object_id();
    let pages = doc.new_object_id();
    let page_ids: Vec<_> = typeset.pages.iter().map(|_| doc.new_object_id()).collect();

    let mut font_dict = Dictionary::new();
    for (face, cut) in codes.faces() {
        let id = fonts::embed(&mut doc, face, cut, subsets)?;
        font_dict.set(fonts::resource(face), id);
    }
    let font_dict = doc.add_object(font_dict);
    let mut pictures = Vec::with_capacity(typeset.pictures.len());
    for bitmap in &typeset.pictures {
        pictures.push(picture(&mut doc, bitmap));
    }

    let mut kids = Vec::with_capacity(page_ids.len());
    for (i, (page, ink)) in typeset.pages.iter().zip(&drawn).enumerate() {
        let contents = doc.add_object(packed(Dictionary::new(), &ink.stream));
        let mut resources = dictionary! { "Font" => font_dict };
        if !ink.pictures.is_empty() {
            let mut used = Dictionary::new();
            for &p in &ink.pictures {
                if let Some(id) = pictures.get(p) {
                    used.set(format!("Im{p}"), *id);
                }
            }
            resources.set("XObject", used);
        }
        doc.set_object(
            page_ids[i],
            dictionary! {
                "Type" => "Page",
                "Parent" => pages,
                "MediaBox" => vec![0.into(), 0.into(), number(page.width), number(page.height)],
                "Resources" => resources,
                "Contents" => contents,
                "StructParents" => i as i64,
                "Tabs" => "S",
            },
        );
        kids.push(Object::Reference(page_ids[i]));
    }
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids },
    );

    let tree = structure::write(&mut doc, typeset, &drawn, &page_ids);
    let part = if typeset.attachments.is_empty() { 2 } else { 3 };
    let metadata = doc.add_object({
        let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        let mut stream = Stream::new(dict, xmp::packet(&typeset.meta, part).into_bytes());
        stream.allows_compression = false;
        stream
    });
    let profile = doc.add_object(packed(dictionary! { "N" => 3 }, &icc::srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    let mut root = dictionary! {
            "Type" => "Catalog",
            "Pages" => pages,
            "Lang" => Object::string_literal(tag(typeset.meta.language)),
            "MarkInfo" => dictionary! { "Marked" => true },
            "StructTreeRoot" => tree,
            "Metadata" => metadata,
            "OutputIntents" => vec![Object::Dictionary(intent)],
            "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    };
    attached::write(&mut doc, &mut root, &typeset.attachments);
    doc.set_object(catalog, root);
    let info = info(&mut doc, typeset);
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
    let id = identity(&doc, typeset);
    doc.trailer.set("ID", vec![id.clone(), id]);

    let mut out = Vec::new();
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(4000)
        .compression_level(9)
        .build();
    doc.save_with_options(&mut out, options)
        .map_err(|e| PressError::Pdf(e.to_string()))?;
    out.push(b'\n');
    Ok(out)
}

pub(crate) fn number(v: f32) -> Object {
    let rounded = (v * 1000.0).round() / 1000.0;
    if rounded.fract() == 0.0 {
        Object::Integer(rounded as i64)
    } else {
        Object::Real(rounded)
    }
}

fn info(doc: &mut Document, typeset: &Typeset) -> lopdf::ObjectId {
    let meta = &typeset.meta;
    let mut dict = dictionary! {
        "Title" => text(&xmp::clean(&meta.title)),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => date(meta.created),
        "ModDate" => date(meta.created),
    };
    for (key, value) in [("Author", &meta.author), ("Subject", &meta.subject)] {
        let value = xmp::clean(value);
        if !value.is_empty() {
            dict.set(key, text(&value));
        }
    }
    doc.add_object(dict)
}

/// The file's `/ID`: a digest of all objects and of the seed.
fn identity(doc: &Document, typeset: &Typeset) -> Object {
    identity_of(doc, &typeset.meta.seed)
}

/// The same of any document.
pub(crate) fn identity_of(doc: &Document, seed: &str) -> Object {
    let mut digest = Sha256::new();
    digest.update(seed.as_bytes());
    for (id, object) in &doc.objects {
        digest.update(id.0.to_be_bytes());
        match object {
            Object::Stream(s) => {
                digest.update(format!("{:?}", s.dict).as_bytes());
                digest.update(&s.content);
            }
            other => digest.update(format!("{other:?}").as_bytes()),
        }
    }
    Object::String(digest.finalize()[..16].to_vec(), StringFormat::Hexadecimal)
}

fn picture(doc: &mut Document, bitmap: &Bitmap) -> lopdf::ObjectId {
    let plane = |grey: bool, encoding: Encoding, bytes: &[u8]| {
        let mut dict = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Image",
            "Width" => i64::from(bitmap.width),
            "Height" => i64::from(bitmap.height),
            "ColorSpace" => if grey { "DeviceGray" } else { "DeviceRGB" },
            "BitsPerComponent" => 8,
        };
        match encoding {
            Encoding::Jpeg => dict.set("Filter", "DCTDecode"),
            Encoding::Deflated => {
                dict.set("Filter", "FlateDecode");
                let parameters = dictionary! {
                    "Predictor" => 15,
                    "Colors" => if grey { 1 } else { 3 },
                    "BitsPerComponent" => 8,
                    "Columns" => i64::from(bitmap.width),
                };
                dict.set("DecodeParms", parameters);
            }
        }
        let mut stream = Stream::new(dict, bytes.to_vec());
        stream.allows_compression = false;
        stream
    };
    let mut stream = plane(bitmap.grey, bitmap.encoding, &bitmap.samples);
    if let Some(opacity) = &bitmap.opacity {
        let mask = doc.add_object(plane(true, Encoding::Deflated, opacity));
        stream.dict.set("SMask", mask);
    }
    doc.add_object(stream)
}
