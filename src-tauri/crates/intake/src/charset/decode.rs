//! Bytes into text by what is declared of them, as far as the declaration can be believed.

use super::guess::{high, is_japanese_mail, likeliest, russian, russian_instead, with};
use super::pairs::naturalness;
use encoding_rs::{Encoding, KOI8_R, WINDOWS_1251, WINDOWS_1252};
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

/// Decodes bytes by the declared charset. A byte-order mark wins over the declaration; bytes that are
/// well-formed UTF-8 win over any charset but the wide ones; and natural Russian wins over what is none, because
/// mail programs declare all sorts of charsets for Russian text.
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
    let read = declared(bytes, &canonical(label.unwrap_or_default()));
    match once(&read.text) {
        Some(text) => Decoded::guess(text),
        None => read,
    }
}

fn declared(bytes: &[u8], label: &str) -> Decoded {
    match label {
        "utf-8" => decode_utf8(bytes),
        "" | "us-ascii" | "ascii" | "ansi_x3.4-1968" | "7bit" | "8bit" => undeclared(bytes),
        _ if is_wide(label) && !bytes.contains(&0) && bytes.len() > 1 => Decoded {
            guessed: true,
            ..undeclared(bytes)
        },
        _ => match charset_decoder(label.as_bytes()) {
            None => Decoded {
                guessed: true,
                ..undeclared(bytes)
            },
            Some(decoder) => {
                let text = decoder(bytes);
                if is_wide(label) || label.starts_with("utf-7") || bytes.contains(&0x1b) {
                    return Decoded::sure(text);
                }
                if high(bytes) >= 4
                    && let Ok(text) = str::from_utf8(bytes)
                {
                    return Decoded::guess(text.to_owned());
                }
                match russian_instead(bytes, &text) {
                    Some(text) => Decoded::guess(text),
                    None => Decoded::sure(text),
                }
            }
        },
    }
}

/// The name by which a charset is known, of the spellings that occur in mail.
fn canonical(label: &str) -> String {
    let label = label.trim().trim_matches(['"', '\'']).to_ascii_lowercase();
    let bare: String = label.chars().filter(char::is_ascii_alphanumeric).collect();
    match bare.as_str() {
        "utf8" | "utf8utf8" | "unicode11utf8" | "utf8n" | "xutf8" => "utf-8".to_owned(),
        "win1251" | "windows1251" | "cp1251" | "1251" | "xcp1251" | "ansi1251" | "mswin1251"
        | "windowscp1251" | "win1251ru" => "windows-1251".to_owned(),
        "koi8r" | "koi8" | "koi8ru" | "cskoi8r" => "koi8-r".to_owned(),
        "cp866" | "866" | "ibm866" | "dos866" | "alt" | "oem866" => "ibm866".to_owned(),
        _ => label,
    }
}

/// Charsets of two and four bytes a letter, whose text is never without a zero byte.
fn is_wide(label: &str) -> bool {
    [
        "utf-16",
        "utf16",
        "ucs-2",
        "ucs2",
        "unicode",
        "utf-32",
        "utf32",
        "iso-10646",
    ]
    .iter()
    .any(|start| label.starts_with(start))
}

/// The text behind one that was encoded a second time, as some servers do to what they take for a Western or
/// another Russian charset; none where it wasn't.
fn once(text: &str) -> Option<String> {
    const FEWEST: usize = 4;
    let strange = |c: &char| !c.is_ascii();
    if text.chars().filter(strange).take(FEWEST).count() < FEWEST {
        return None;
    }
    let (own, letters) = naturalness(&text[..text.floor_char_boundary(16 * 1024)]);
    if letters > 0 && own >= letters {
        return None;
    }
    let is_better = |inner: &String| {
        let (points, letters) = naturalness(&inner[..inner.floor_char_boundary(16 * 1024)]);
        letters * 2 > inner.chars().filter(strange).take(16 * 1024).count() as i64
            && points >= letters
            && points - own >= letters
    };
    [WINDOWS_1252, WINDOWS_1251, KOI8_R]
        .into_iter()
        .find_map(|charset| {
            let bytes = bytes_of(text, charset)?;
            match String::from_utf8(bytes) {
                Ok(inner) => Some(inner),
                Err(broken) if charset == WINDOWS_1252 => russian(broken.as_bytes()),
                Err(_) => None,
            }
            .filter(is_better)
        })
}

fn bytes_of(text: &str, charset: &'static Encoding) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut signs = [0; 4];
    for c in text.chars() {
        let (encoded, _, lost) = charset.encode(c.encode_utf8(&mut signs));
        match u8::try_from(u32::from(c)) {
            _ if !lost => bytes.extend_from_slice(&encoded),
            Ok(byte) => bytes.push(byte),
            Err(_) => return None,
        }
    }
    Some(bytes)
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

/// The charset that an HTML page names in its head, where the message names none.
pub(crate) fn of_page(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).to_ascii_lowercase();
    let mut rest = head.as_str();
    while let Some(at) = rest.find("<meta") {
        rest = &rest[at + 5..];
        let tag = &rest[..rest.find('>').unwrap_or(rest.len())];
        if let Some((_, value)) = tag.split_once("charset") {
            let name: String = value
                .trim_start_matches([' ', '=', '"', '\''])
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.' | ':'))
                .collect();
            if !name.is_empty() {
                return Some(name);
            }
        }
    }
    None
}

/// The readings of bytes that are no plain ASCII, each with the name of its charset; those that come out alike
/// are named once.
pub(crate) fn readings(bytes: &[u8]) -> Vec<(&'static str, String)> {
    const OFFERED: [&str; 7] = [
        "utf-8",
        "windows-1251",
        "koi8-r",
        "ibm866",
        "iso-8859-5",
        "x-mac-cyrillic",
        "windows-1252",
    ];
    let mut found: Vec<(&'static str, String)> = Vec::new();
    for label in OFFERED {
        let text = in_charset(bytes, label);
        if found.iter().all(|(_, other)| *other != text) {
            found.push((label, text));
        }
    }
    found
}

/// Text in the charset that a person chose, whatever is declared.
pub(crate) fn in_charset(bytes: &[u8], label: &str) -> String {
    with(bytes, &canonical(label))
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
    fn wrong_labels_yield_to_the_letters() {
        let (win, koi) = (encoded(LETTER, &cp1251()), encoded(LETTER, &koi8()));
        for label in [
            "koi8-r",
            "iso-8859-5",
            "windows-1250",
            "macintosh",
            "iso-8859-2",
            "gb2312",
            "big5",
            "iso-8859-9",
            "unicode",
            "utf-16",
            "windows-1254",
            "ibm866",
        ] {
            let read = decode(&win, Some(label));
            assert_eq!(
                (read.text.as_str(), read.guessed),
                (LETTER, true),
                "{label}"
            );
        }
        for label in [
            "windows-1251",
            "iso-8859-5",
            "x-mac-cyrillic",
            "euc-kr",
            "gbk",
        ] {
            let read = decode(&koi, Some(label));
            assert_eq!(
                (read.text.as_str(), read.guessed),
                (LETTER, true),
                "{label}"
            );
        }
        for label in [
            "gb2312",
            "unicode",
            "koi8-r",
            "shift_jis",
            "iso-8859-5",
            "utf-16le",
        ] {
            let read = decode(LETTER.as_bytes(), Some(label));
            assert_eq!(
                (read.text.as_str(), read.guessed),
                (LETTER, true),
                "{label}"
            );
        }
        for label in ["win-1251", "CP-1251", "x-cp1251", "windows1251", "1251"] {
            let read = decode(&win, Some(label));
            assert_eq!(
                (read.text.as_str(), read.guessed),
                (LETTER, false),
                "{label}"
            );
        }
    }

    #[test]
    fn text_encoded_twice_is_read_once() {
        for charset in ["windows-1252", "windows-1251", "koi8-r"] {
            let twice = super::with(LETTER.as_bytes(), charset);
            let read = decode(twice.as_bytes(), Some("utf-8"));
            assert_eq!(
                (read.text.as_str(), read.guessed),
                (LETTER, true),
                "{charset}"
            );
        }
        let latin: String = LETTER.bytes().map(char::from).collect();
        assert_eq!(decode(latin.as_bytes(), Some("utf-8")).text, LETTER);
        let western = super::with(&encoded(LETTER, &cp1251()), "windows-1252");
        assert_eq!(decode(western.as_bytes(), Some("utf-8")).text, LETTER);
        for whole in [
            "Ångström café naïve Müller",
            "Żółć gęślą jaźń",
            LETTER,
            "日本語のメール",
        ] {
            assert_eq!(decode(whole.as_bytes(), Some("utf-8")).text, whole);
        }
    }

    #[test]
    fn a_page_names_its_charset() {
        for page in [
            "<html><head><meta charset=koi8-r>",
            "<META HTTP-EQUIV=\"Content-Type\" CONTENT=\"text/html; charset=koi8-r\">",
            "<meta name=x><meta charset='KOI8-R' />",
        ] {
            assert_eq!(
                super::of_page(page.as_bytes()).as_deref(),
                Some("koi8-r"),
                "{page}"
            );
        }
        assert_eq!(super::of_page(b"<p>charset=koi8-r</p>"), None);
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
