//! Values as PDF writes them.

use chrono::{DateTime, FixedOffset, Offset};
use lopdf::{Dictionary, Document, Object, SaveOptions, Stream, StringFormat};

use crate::deflate::deflate;
use crate::error::PressError;

/// What made the file, as Info and XMP say it.
pub(crate) const PRODUCER: &str = "Otvet press";

/// A stream of deflated bytes.
pub(crate) fn packed(mut dict: Dictionary, bytes: &[u8]) -> Stream {
    dict.set("Filter", "FlateDecode");
    let mut stream = Stream::new(dict, deflate(bytes));
    stream.allows_compression = false;
    stream
}

/// A stream whose bytes are written as they are.
pub(crate) fn as_it_is(dict: Dictionary, bytes: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dict, bytes);
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

/// A moment with its zone (ISO 32000-1, 7.9.4).
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

/// A number to a thousandth, whole where it can be.
pub(crate) fn number(v: f32) -> Object {
    let rounded = (v * 1000.0).round() / 1000.0;
    if rounded.fract() == 0.0 {
        Object::Integer(rounded as i64)
    } else {
        Object::Real(rounded)
    }
}

/// The file's bytes: objects packed into streams, as PDF 1.5 and later allow.
///
/// # Errors
/// When lopdf can't write an object.
pub(crate) fn saved(doc: &mut Document, level: u32) -> Result<Vec<u8>, PressError> {
    // Grown bit by bit, a long file would lie in memory twice.
    let long = |object: &Object| object.as_stream().map_or(0, |stream| stream.content.len());
    let streams: usize = doc.objects.values().map(long).sum();
    let mut out = Vec::with_capacity(streams + (64 << 10));
    let options = SaveOptions::builder()
        .use_object_streams(true)
        .use_xref_streams(true)
        .max_objects_per_stream(4000)
        .compression_level(level)
        .build();
    doc.save_with_options(&mut out, options)
        .map_err(|e| PressError::Pdf(e.to_string()))?;
    out.push(b'\n');
    // Where there is no such table, the file stays as it is.
    let _ = pack_table(&mut out);
    Ok(out)
}

/// Deflates the table of where a file's objects lie, its last object, which lopdf writes as
/// it is; none where it finds no such table, and the file is as it was.
fn pack_table(pdf: &mut Vec<u8>) -> Option<()> {
    let find = |what: &[u8], from: usize| {
        let at = pdf.get(from..)?.windows(what.len()).position(|w| w == what);
        Some(from + at?)
    };
    let tail = pdf.len().saturating_sub(64);
    let told = find(b"startxref\n", tail)? + 10;
    let digits = pdf[told..].iter().take_while(|b| b.is_ascii_digit());
    let table = std::str::from_utf8(&pdf[told..told + digits.count()]).ok()?;
    let length = find(b"/Length ", table.parse().ok()?)?;
    let from = find(b">>stream\n", length)?;
    let size = std::str::from_utf8(&pdf[length + 8..from]).ok()?;
    let (from, size) = (from + 9, size.parse::<usize>().ok()?);
    let packed = deflate(pdf.get(from..from + size)?);
    let behind = pdf.split_off(from + size);
    pdf.truncate(length);
    pdf.extend_from_slice(b"/Filter/FlateDecode/Length ");
    pdf.extend_from_slice(packed.len().to_string().as_bytes());
    pdf.extend_from_slice(b">>stream\n");
    pdf.extend_from_slice(&packed);
    pdf.extend_from_slice(&behind);
    Some(())
}
