//! Rules of pages, streams, pictures, fonts and values.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fault::Faults;
use press::readback::{ReadBack, content, dict, real, value};

/// Longest string and name, and greatest number, that a conforming reader must
/// take.
const LONGEST_STRING: usize = 32_767;
const LONGEST_NAME: usize = 127;
const GREATEST: f64 = 2_147_483_647.0;

pub(super) fn pages(file: &ReadBack, faults: &mut Faults) {
    let doc = &file.doc;
    let mut keys = Vec::new();
    for (i, id) in file.page_ids.iter().enumerate() {
        let mut fault = |what: &str| faults.add("page", &format!("page {}: {what}", i + 1));
        let Ok(page) = doc.get_dictionary(*id) else {
            fault("no page");
            continue;
        };
        let sheet: Vec<f64> = value(doc, page, "MediaBox")
            .and_then(|o| o.as_array().ok())
            .map(|a| a.iter().filter_map(real).collect())
            .unwrap_or_default();
        let sound = |side: f64| (3.0..=14_400.0).contains(&side);
        if sheet.len() != 4 || !sound(sheet[2] - sheet[0]) || !sound(sheet[3] - sheet[1]) {
            fault("no sheet of a size that can be");
        }
        if page.get(b"Tabs").and_then(Object::as_name).ok() != Some(b"S".as_slice()) {
            fault("the tabulator doesn't follow the structure");
        }
        match page.get(b"StructParents").and_then(Object::as_i64) {
            Ok(key) if !keys.contains(&key) => keys.push(key),
            _ => fault("no place of its own in the way back to the structure"),
        }
        let notes = value(doc, page, "Annots").and_then(|o| o.as_array().ok());
        for note in notes.into_iter().flatten().filter_map(|o| dict(doc, o)) {
            annotation(note, faults);
        }
    }
}

/// An annotation is printed, never hidden, has words and a place in the
/// structure; and is a link, for a letter has nothing else to click.
fn annotation(note: &Dictionary, faults: &mut Faults) {
    let flags = note.get(b"F").and_then(Object::as_i64).unwrap_or(0);
    let link = note.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Link".as_slice());
    let words = note
        .get(b"Contents")
        .and_then(Object::as_str)
        .is_ok_and(|w| !w.is_empty());
    // Print set; invisible, hidden, no view, toggled clear.
    if !link || flags & 0b1_0010_0111 != 0b100 || !words || !note.has(b"StructParent") {
        faults.add("annotation", "one that is hidden, mute or no link");
    }
}

pub(super) fn all(doc: &Document, faults: &mut Faults) {
    for object in doc.objects.values() {
        values(object, faults, 0);
        if let Object::Stream(stream) = object {
            for key in ["F", "FFilter", "FDecodeParms"] {
                if stream.dict.has(key.as_bytes()) {
                    faults.add("stream", "content from outside the file");
                }
            }
            filter(&stream.dict, faults);
            let named = |key: &[u8]| stream.dict.get(key).and_then(Object::as_name).ok();
            match named(b"Subtype") {
                Some(b"Image") => picture(doc, object, &stream.dict, faults),
                Some(b"PS" | b"Form") => faults.add("stream", "a drawing that no letter has"),
                _ => {}
            }
        }
    }
}

fn filter(stream: &Dictionary, faults: &mut Faults) {
    let picture =
        stream.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image".as_slice());
    match stream.get(b"Filter") {
        Err(_) => {}
        Ok(Object::Name(name)) if name == b"FlateDecode" => {}
        Ok(Object::Name(name)) if name == b"DCTDecode" && picture => {}
        Ok(other) => faults.add("stream", &format!("packed with {other:?}")),
    }
}

fn picture(doc: &Document, object: &Object, about: &Dictionary, faults: &mut Faults) {
    let number = |key: &[u8]| about.get(key).ok().and_then(real).unwrap_or(0.0);
    let (width, height) = (number(b"Width"), number(b"Height"));
    let name = |key: &[u8]| about.get(key).and_then(Object::as_name).ok();
    let colours = match name(b"ColorSpace") {
        Some(b"DeviceRGB") => 3.0,
        Some(b"DeviceGray") => 1.0,
        _ => {
            faults.add(
                "image",
                "a colour space that the output intent doesn't explain",
            );
            return;
        }
    };
    if !matches!(number(b"BitsPerComponent") as i64, 1 | 2 | 4 | 8) || width < 1.0 || height < 1.0 {
        faults.add("image", "no samples that can be");
    }
    if name(b"Filter") == Some(b"DCTDecode") {
        let Object::Stream(stream) = object else {
            return;
        };
        let told = image::ImageReader::with_format(
            std::io::Cursor::new(&stream.content),
            image::ImageFormat::Jpeg,
        );
        use image::ImageDecoder as _;
        let told = told.into_decoder().map(|d| {
            let size = d.dimensions();
            let colours = d.color_type().channel_count();
            (f64::from(size.0), f64::from(size.1), f64::from(colours))
        });
        if !told.is_ok_and(|t| t == (width, height, colours)) {
            faults.add(
                "image",
                "a photograph of another size or colour than it says",
            );
        }
    } else {
        let predicted = value(doc, about, "DecodeParms")
            .and_then(|o| dict(doc, o))
            .is_some_and(|d| {
                d.get(b"Predictor")
                    .ok()
                    .and_then(real)
                    .is_some_and(|p| p >= 10.0)
            });
        let row = (width * colours * number(b"BitsPerComponent") / 8.0).ceil();
        let plain = row * height;
        let long = content(doc, object).map(|c| c.len() as f64);
        // A reader that undoes the filters gives the rows alone.
        let fits = long.is_some_and(|l| l == plain || predicted && l == plain + height);
        if !fits {
            faults.add("image", "more or fewer samples than its size says");
        }
    }
    if let Some(mask) = value(doc, about, "SMask").and_then(|o| dict(doc, o)) {
        let size = |key: &[u8]| mask.get(key).ok().and_then(real).unwrap_or(0.0);
        let grey = mask.get(b"ColorSpace").and_then(Object::as_name).ok();
        if grey != Some(b"DeviceGray") || size(b"Width") != width || size(b"Height") != height {
            faults.add("image", "a mask of another size or colour");
        }
    }
}

/// What is wrong with a font's dictionaries, if anything is.
pub(super) fn font(
    doc: &Document,
    id: ObjectId,
    descendant: Option<&Dictionary>,
    program: Option<&[u8]>,
) -> Option<&'static str> {
    let font = doc.get_dictionary(id).ok()?;
    let name = |d: &Dictionary, key: &[u8]| {
        d.get(key)
            .and_then(Object::as_name)
            .ok()
            .map(<[u8]>::to_vec)
    };
    if name(font, b"Subtype")? != b"Type0" || name(font, b"Encoding")? != b"Identity-H" {
        return Some("not a composite font of two-byte codes");
    }
    let descendant = descendant?;
    let base = name(font, b"BaseFont")?;
    let descriptor = value(doc, descendant, "FontDescriptor").and_then(|o| dict(doc, o));
    let same = name(descendant, b"BaseFont").as_ref() == Some(&base)
        && descriptor.and_then(|d| name(d, b"FontName")).as_ref() == Some(&base);
    if !same {
        return Some("its names differ");
    }
    let cut = base.len() > 7 && base[6] == b'+' && base[..6].iter().all(u8::is_ascii_uppercase);
    if !cut {
        return Some("its name doesn't say that it is a part of a font");
    }
    let system = value(doc, descendant, "CIDSystemInfo").and_then(|o| dict(doc, o))?;
    let told = |key: &[u8]| system.get(key).and_then(Object::as_str).unwrap_or_default();
    if told(b"Registry") != b"Adobe" || told(b"Ordering") != b"Identity" {
        return Some("a character collection that is none");
    }
    let descriptor = descriptor?;
    let keys = [
        "Flags",
        "FontBBox",
        "ItalicAngle",
        "Ascent",
        "Descent",
        "CapHeight",
        "StemV",
    ];
    if keys.iter().any(|k| !descriptor.has(k.as_bytes())) {
        return Some("its description is not complete");
    }
    let length = value(doc, descriptor, "FontFile2")
        .and_then(|o| dict(doc, o))
        .and_then(|d| d.get(b"Length1").ok())
        .and_then(real);
    if program.is_some() && length != program.map(|p| p.len() as f64) {
        return Some("its program is of another length than it says");
    }
    None
}

fn values(object: &Object, faults: &mut Faults, depth: u32) {
    if depth > 60 {
        faults.add("limits", "values too deep");
        return;
    }
    let mut name = |n: &[u8]| {
        if n.len() > LONGEST_NAME || std::str::from_utf8(n).is_err() {
            faults.add("limits", "a name too long or not in UTF-8");
        }
    };
    match object {
        Object::Name(n) => name(n),
        Object::String(s, _) if s.len() > LONGEST_STRING => {
            faults.add("limits", "a string too long");
        }
        Object::Integer(i) if (*i as f64).abs() > GREATEST => {
            faults.add("limits", "a number too great");
        }
        Object::Real(r) if !r.is_finite() => faults.add("limits", "a number that is none"),
        Object::Array(a) => a.iter().for_each(|o| values(o, faults, depth + 1)),
        Object::Dictionary(d) => {
            d.iter().for_each(|(k, _)| name(k));
            d.iter().for_each(|(_, v)| values(v, faults, depth + 1));
        }
        Object::Stream(s) => {
            s.dict.iter().for_each(|(k, _)| name(k));
            s.dict
                .iter()
                .for_each(|(_, v)| values(v, faults, depth + 1));
        }
        Object::Null
        | Object::Boolean(_)
        | Object::Integer(_)
        | Object::Real(_)
        | Object::String(..)
        | Object::Reference(_) => {}
    }
}
