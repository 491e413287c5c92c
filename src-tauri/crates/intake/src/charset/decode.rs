//! Bytes into text by what is declared of them, as far as the declaration can be believed.

use super::guess::{is_japanese_mail, likeliest, russian, with};
use mail_parser::decoders::charsets::map::charset_decoder;

/// Text, and how far it can be trusted.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub text: String,
    /// The declaration was missing, unknown or wrong.
    pub guessed: bool,
    /// Some bytes fitted nothing and became U+FFFD.
    pub damaged: bool,
}

impl Decoded {
    fn sure(text: String) -> Self {
        let damaged = text.contains('\u{FFFD}');
        Self {
            text,
            guessed: false,
            damaged,
        }
    }

    fn guess(text: String) -> Self {
        Self {
            guessed: true,
            ..Self::sure(text)
        }
    }
}

/// Decodes bytes by the declared charset. A byte-order mark wins over the
/// declaration; bytes that are well-formed UTF-8 win over a single-byte
/// charset; and Russian letters win over a Western charset, because mail
/// programs set to English declare it for Russian text.
pub(crate) fn decode(bytes: &[u8], label: Option<&str>) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return decode_utf8(rest);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return Decoded::sure(with(rest, "utf-16le"));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return Decoded::sure(with(rest, "utf-16be"));
    }
    let label = label
        .map(|l| l.trim().trim_matches(['"', '\'']).to_ascii_lowercase())
        .unwrap_or_default();
    match label.as_str() {
        "utf-8" | "utf8" | "unicode-1-1-utf-8" => decode_utf8(bytes),
        "" | "us-ascii" | "ascii" | "ansi_x3.4-1968" | "7bit" | "8bit" => undeclared(bytes),
        _ => match charset_decoder(label.as_bytes()) {
            None => Decoded {
                guessed: true,
                ..undeclared(bytes)
            },
            Some(decoder) => {
                let single = is_single_byte(&label);
                if single && bytes.iter().filter(|b| **b >= 0x80).count() >= 4 {
                    if let Ok(text) = str::from_utf8(bytes) {
                        return Decoded::guess(text.to_owned());
                    }
                    if is_western(&label)
                        && let Some(text) = russian(bytes)
                    {
                        return Decoded::guess(text);
                    }
                }
                Decoded::sure(decoder(bytes))
            }
        },
    }
}

fn decode_utf8(bytes: &[u8]) -> Decoded {
    match str::from_utf8(bytes) {
        Ok(text) => Decoded::sure(text.to_owned()),
        Err(_) => match russian(bytes) {
            // A few broken sequences amid good UTF-8 are damage, not another charset.
            Some(text) if !mostly_utf8(bytes) => Decoded::guess(text),
            _ => Decoded::sure(String::from_utf8_lossy(bytes).into_owned()),
        },
    }
}

fn undeclared(bytes: &[u8]) -> Decoded {
    if is_japanese_mail(bytes) {
        return Decoded::guess(with(bytes, "iso-2022-jp"));
    }
    if let Ok(text) = str::from_utf8(bytes) {
        return Decoded::sure(text.to_owned());
    }
    if mostly_utf8(bytes) {
        return Decoded::sure(String::from_utf8_lossy(bytes).into_owned());
    }
    Decoded::guess(likeliest(bytes))
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += chunk.invalid().len();
    }
    good > 4 * bad
}

fn is_single_byte(label: &str) -> bool {
    [
        "iso-8859",
        "iso8859",
        "iso_8859",
        "latin",
        "l1",
        "windows-",
        "win-",
        "cp1",
        "cp8",
        "koi8",
        "ibm",
        "x-mac",
        "macintosh",
        "x-cp",
    ]
    .iter()
    .any(|start| label.starts_with(start))
}

fn is_western(label: &str) -> bool {
    matches!(
        label,
        "iso-8859-1"
            | "iso8859-1"
            | "iso_8859-1"
            | "latin1"
            | "l1"
            | "iso-8859-15"
            | "windows-1252"
            | "cp1252"
    )
}

#[cfg(test)]
mod tests {
    use super::decode;

    fn encoded(text: &str, table: &[(char, u8)]) -> Vec<u8> {
        text.chars()
            .map(|c| match table.iter().find(|(from, _)| *from == c) {
                Some((_, byte)) => *byte,
                None => u8::try_from(u32::from(c)).unwrap(),
            })
            .collect()
    }

    fn cp1251() -> Vec<(char, u8)> {
        ('А'..='я').zip(0xC0..=0xFF).chain([('ё', 0xB8)]).collect()
    }

    fn koi8() -> Vec<(char, u8)> {
        let order = "юабцдефгхийклмнопярстужвьызшэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ";
        order
            .chars()
            .zip(0xC0..=0xFF)
            .chain([('ё', 0xA3)])
            .collect()
    }

    const LETTER: &str = "Прошу вернуть деньги за чайник, он течёт.";

    #[test]
    fn russian_bytes_are_read_whatever_is_declared() {
        for bytes in [encoded(LETTER, &cp1251()), encoded(LETTER, &koi8())] {
            for label in [
                None,
                Some("us-ascii"),
                Some("iso-8859-1"),
                Some("utf-8"),
                Some("x-unknown"),
            ] {
                let read = decode(&bytes, label);
                assert_eq!(read.text, LETTER, "{label:?}");
                assert!(read.guessed && !read.damaged);
            }
        }
        let declared = decode(&encoded(LETTER, &koi8()), Some("KOI8-R"));
        assert_eq!((declared.text.as_str(), declared.guessed), (LETTER, false));
        let mislabelled = decode(LETTER.as_bytes(), Some("windows-1251"));
        assert_eq!(
            (mislabelled.text.as_str(), mislabelled.guessed),
            (LETTER, true)
        );
    }

    #[test]
    fn western_letters_are_not_taken_for_russian() {
        assert_eq!(decode(b"M\xFCller f\xE4hrt", None).text, "Müller fährt");
        assert_eq!(decode(b"d\xE9j\xE0 vu", Some("iso-8859-1")).text, "déjà vu");
    }

    #[test]
    fn other_charsets_are_known() {
        assert_eq!(
            decode(b"\x1b$B$3$s\x1b(B", Some("iso-2022-jp")).text,
            "こん"
        );
        assert_eq!(decode(b"+BB8EQAQ4BDIENQRC-", Some("utf-7")).text, "Привет");
        assert_eq!(
            decode(b"\xFF\xFE\x14\x04\x30\x04", Some("us-ascii")).text,
            "Да"
        );
        assert!(
            decode(
                b"ok \xD0\xBF\xD1\x80\xD0\xB8\xD0\xB2\xD0 \xD0\xB5\xD1\x82",
                Some("utf-8")
            )
            .damaged
        );
    }
}
