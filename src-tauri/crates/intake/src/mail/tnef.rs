//! `winmail.dat`: the letter and its files as Outlook packs them for its own kind (MS-OXTNEF).

use super::html;
use super::rtf;
use crate::charset;

const SIGNATURE: u32 = 0x223E_9F78;
/// More files than any letter has.
const MOST_FILES: usize = 1000;
/// More properties than any object has.
const MOST_PROPERTIES: u32 = 5000;

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Unpacked {
    pub text: String,
    pub is_html: bool,
    pub files: Vec<File>,
}

#[derive(Debug, Default)]
pub(super) struct File {
    pub name: Option<String>,
    pub media_type: Option<String>,
    pub bytes: Vec<u8>,
}

/// Reads forward, never past the end.
struct Cursor<'b>(&'b [u8]);

impl<'b> Cursor<'b> {
    fn take(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes(self.take(2)?.try_into().ok()?))
    }

    fn long(&mut self) -> Option<u32> {
        Some(u32::from_le_bytes(self.take(4)?.try_into().ok()?))
    }

    fn size(&mut self) -> Option<usize> {
        usize::try_from(self.long()?).ok()
    }

    /// A value of any length, filled up to four bytes.
    fn padded(&mut self) -> Option<&'b [u8]> {
        let length = self.size()?;
        let value = self.take(length)?;
        let _ = self.take((4 - length % 4) % 4);
        Some(value)
    }
}

/// A property by its number and type.
struct Property<'b> {
    id: u16,
    kind: u16,
    value: &'b [u8],
}

#[derive(Default)]
struct Body {
    plain: Option<String>,
    html: Option<String>,
    rich: Option<String>,
    rich_is_html: bool,
}

/// Unpacks the bytes; none where they are not of this form.
pub(super) fn unpacked(bytes: &[u8]) -> Option<Unpacked> {
    let mut cursor = Cursor(bytes);
    if cursor.long()? != SIGNATURE {
        return None;
    }
    cursor.short()?;
    let mut body = Body::default();
    let mut files: Vec<File> = Vec::new();
    let mut codepage: Option<String> = None;
    while let Some((level, id, value)) = attribute(&mut cursor) {
        match (level, id) {
            (_, 0x9007) => {
                codepage = value
                    .get(..4)
                    .and_then(|v| label(u32::from_le_bytes(v.try_into().ok()?)))
            }
            (1, 0x800C) => body.plain = Some(words(value, codepage.as_deref())),
            (1, 0x9003) => message(value, codepage.as_deref(), &mut body),
            (2, 0x9002) if files.len() < MOST_FILES => files.push(File::default()),
            (2, 0x8010) => {
                if let Some(file) = files.last_mut() {
                    file.name = Some(words(value, codepage.as_deref()));
                }
            }
            (2, 0x800F) => {
                if let Some(file) = files.last_mut() {
                    file.bytes = value.to_vec();
                }
            }
            (2, 0x9005) => {
                if let Some(file) = files.last_mut() {
                    attached(value, codepage.as_deref(), file);
                }
            }
            _ => {}
        }
    }
    files.retain(|file| !file.bytes.is_empty() || file.name.is_some());
    let is_said = |text: &String| !text.trim().is_empty();
    let (text, is_html) = if let Some(plain) = body.plain.filter(is_said) {
        (plain, false)
    } else if let Some(page) = body.html.filter(is_said) {
        (html::to_text(&page), true)
    } else {
        match body.rich.filter(is_said) {
            Some(page) if body.rich_is_html => (html::to_text(&page), true),
            Some(text) => (text, false),
            None => (String::new(), false),
        }
    };
    Some(Unpacked {
        text,
        is_html,
        files,
    })
}

fn attribute<'b>(cursor: &mut Cursor<'b>) -> Option<(u8, u16, &'b [u8])> {
    let level = *cursor.take(1)?.first()?;
    let id = u16::try_from(cursor.long()? & 0xFFFF).ok()?;
    let length = cursor.size()?;
    // A value that is cut off is kept as far as it goes.
    let value = cursor.take(length.min(cursor.0.len()))?;
    let _ = cursor.short();
    Some((level, id, value))
}

fn label(codepage: u32) -> Option<String> {
    Some(match codepage {
        0 => return None,
        65001 => "utf-8".to_owned(),
        20866 => "koi8-r".to_owned(),
        21866 => "koi8-u".to_owned(),
        28595 => "iso-8859-5".to_owned(),
        866 => "ibm866".to_owned(),
        number => format!("windows-{number}"),
    })
}

/// Text that ends with a zero at the latest.
fn words(value: &[u8], label: Option<&str>) -> String {
    let end = value
        .iter()
        .position(|byte| *byte == 0)
        .unwrap_or(value.len());
    charset::decode(&value[..end], label).text
}

fn wide(value: &[u8]) -> String {
    let units = value
        .chunks_exact(2)
        .map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
    char::decode_utf16(units.take_while(|unit| *unit != 0))
        .map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn text(property: &Property<'_>, label: Option<&str>) -> String {
    if property.kind == 0x1F {
        wide(property.value)
    } else {
        words(property.value, label)
    }
}

fn message(value: &[u8], codepage: Option<&str>, body: &mut Body) {
    let found = properties(value);
    // The page of internet mail counts for HTML.
    let page = found
        .iter()
        .find(|property| property.id == 0x3FDE)
        .and_then(|property| {
            label(u32::from_le_bytes(
                property.value.get(..4)?.try_into().ok()?,
            ))
        });
    for property in &found {
        match property.id {
            0x1000 => body.plain = Some(text(property, codepage)),
            0x1013 if property.kind == 0x1F => body.html = Some(wide(property.value)),
            0x1013 => {
                let named = charset::of_page(property.value).or_else(|| page.clone());
                body.html = Some(charset::decode(property.value, named.as_deref()).text);
            }
            0x1009 => {
                if let Some(rich) = rtf::unpacked(property.value) {
                    let said = rtf::read(&rich);
                    body.rich = Some(said.text);
                    body.rich_is_html = said.is_html;
                }
            }
            _ => {}
        }
    }
}

fn attached(value: &[u8], codepage: Option<&str>, file: &mut File) {
    for property in properties(value) {
        match property.id {
            0x3707 => file.name = Some(text(&property, codepage)).filter(|name| !name.is_empty()),
            0x3704 | 0x3001 if file.name.is_none() => {
                file.name = Some(text(&property, codepage)).filter(|name| !name.is_empty());
            }
            0x370E => file.media_type = Some(text(&property, codepage)),
            0x3701 if file.bytes.is_empty() => {
                // An object has the name of its interface in front.
                let from = if property.kind == 0x0D { 16 } else { 0 };
                file.bytes = property.value.get(from..).unwrap_or_default().to_vec();
            }
            _ => {}
        }
    }
}

/// The properties of an object, as far as they can be read.
fn properties(value: &[u8]) -> Vec<Property<'_>> {
    let mut cursor = Cursor(value);
    let mut found = Vec::new();
    let count = cursor.long().unwrap_or(0).min(MOST_PROPERTIES);
    for _ in 0..count {
        let Some(property) = property(&mut cursor) else {
            break;
        };
        found.push(property);
    }
    found
}

fn property<'b>(cursor: &mut Cursor<'b>) -> Option<Property<'b>> {
    let kind = cursor.short()?;
    let id = cursor.short()?;
    if id >= 0x8000 {
        cursor.take(16)?;
        match cursor.long()? {
            0 => {
                cursor.long()?;
            }
            _ => {
                cursor.padded()?;
            }
        }
    }
    let many = kind & 0x1000 != 0;
    let kind = kind & 0x0FFF;
    let fixed = match kind {
        0x02 | 0x03 | 0x04 | 0x0A | 0x0B => Some(4),
        0x05 | 0x06 | 0x07 | 0x14 | 0x40 => Some(8),
        0x48 => Some(16),
        0x0D | 0x1E | 0x1F | 0x102 => None,
        _ => return None,
    };
    let values = if many || fixed.is_none() {
        cursor.long()?
    } else {
        1
    };
    let mut first: Option<&[u8]> = None;
    for _ in 0..values {
        let value = match fixed {
            Some(length) => cursor.take(length)?,
            None => cursor.padded()?,
        };
        first = first.or(Some(value));
    }
    Some(Property {
        id,
        kind,
        value: first.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::unpacked;
    use proptest::prelude::*;

    fn attribute(level: u8, id: u32, value: &[u8]) -> Vec<u8> {
        let mut out = vec![level];
        out.extend(id.to_le_bytes());
        out.extend(u32::try_from(value.len()).unwrap().to_le_bytes());
        out.extend(value);
        out.extend([0, 0]);
        out
    }

    fn packed(attributes: &[Vec<u8>]) -> Vec<u8> {
        let mut out = 0x223E_9F78_u32.to_le_bytes().to_vec();
        out.extend([1, 0]);
        out.extend(attributes.concat());
        out
    }

    #[test]
    fn text_and_files_are_unpacked() {
        let body: Vec<u8> = "Верните деньги"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        let mut properties = 1_u32.to_le_bytes().to_vec();
        properties.extend([0x1F, 0, 0, 0x10, 1, 0, 0, 0]);
        properties.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
        properties.extend(&body);
        let bytes = packed(&[
            attribute(1, 0x0006_9007, &1251_u32.to_le_bytes()),
            attribute(1, 0x0006_9003, &properties),
            attribute(2, 0x0006_9002, &[0; 14]),
            attribute(2, 0x0001_8010, b"\xF7\xE5\xEA.pdf\0"),
            attribute(2, 0x0006_800F, b"%PDF"),
        ]);
        let found = unpacked(&bytes).unwrap();
        assert_eq!(found.text, "Верните деньги");
        assert_eq!(found.files[0].name.as_deref(), Some("чек.pdf"));
        assert_eq!(found.files[0].bytes, b"%PDF");
        assert!(unpacked(b"no such file").is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_unpacked(rest in proptest::collection::vec(any::<u8>(), 0..600), cut in 0usize..200) {
            let mut bytes = packed(&[
                attribute(1, 0x0006_9003, &rest),
                attribute(2, 0x0006_9002, &[0; 14]),
                attribute(2, 0x0006_9005, &rest),
            ]);
            bytes.truncate(bytes.len().saturating_sub(cut));
            let found = unpacked(&bytes);
            prop_assert!(found.is_none_or(|found| found.files.iter().map(|file| file.bytes.len()).sum::<usize>() <= bytes.len()));
        }
    }
}
