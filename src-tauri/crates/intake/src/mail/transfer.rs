//! Transfer encodings, read as far as they can be read.

use std::borrow::Cow;

/// Decoded content, and whether the encoding was damaged.
pub(super) struct Decoded<'m> {
    pub bytes: Cow<'m, [u8]>,
    pub damaged: bool,
}

/// Decodes content by its `Content-Transfer-Encoding`; an unknown encoding
/// leaves the bytes as they are.
pub(super) fn decode<'m>(bytes: &'m [u8], encoding: &str) -> Decoded<'m> {
    match encoding.trim().to_ascii_lowercase().as_str() {
        "base64" => base64(bytes),
        "quoted-printable" => {
            let (bytes, damaged) = quoted_printable(bytes);
            Decoded {
                bytes: bytes.into(),
                damaged,
            }
        }
        "x-uuencode" | "uuencode" | "x-uue" | "uue" => {
            let (bytes, damaged) = uuencoded(bytes);
            Decoded {
                bytes: bytes.into(),
                damaged,
            }
        }
        known => Decoded {
            bytes: bytes.into(),
            damaged: !matches!(known, "" | "7bit" | "8bit" | "binary"),
        },
    }
}

/// The content of a text that is plainly encoded though nothing declares it: lines of base64 alone, or one escape
/// of quoted-printable after another.
pub(super) fn undeclared(bytes: &[u8], encoding: &str) -> Option<Vec<u8>> {
    let encoding = encoding.trim().to_ascii_lowercase();
    if matches!(encoding.as_str(), "base64" | "quoted-printable") || bytes.len() < 40 {
        return None;
    }
    let mut lines = bytes
        .split(|b| *b == b'\n')
        .map(<[u8]>::trim_ascii)
        .filter(|line| !line.is_empty());
    let is_run = |line: &[u8]| {
        let end = line.iter().rposition(|b| *b != b'=').map_or(0, |at| at + 1);
        line[..end].iter().all(|b| base64_digit(*b).is_some())
    };
    let first = lines.next()?;
    let is_base64 = first.len() >= 40 && is_run(first) && lines.all(is_run);
    let decoded = if is_base64 {
        base64(bytes).bytes.into_owned()
    } else {
        let escapes = bytes
            .windows(6)
            .filter(|w| {
                w[0] == b'='
                    && w[3] == b'='
                    && [w[1], w[2], w[4], w[5]].iter().all(u8::is_ascii_hexdigit)
            })
            .count();
        if escapes < 8 || !bytes.is_ascii() {
            return None;
        }
        quoted_printable(bytes).0
    };
    let text = crate::charset::decode(&decoded, None);
    let signs = text.text.chars().count();
    let letters = text
        .text
        .chars()
        .filter(|c| c.is_alphabetic() || c.is_whitespace())
        .count();
    (!text.damaged && !text.guessed && letters * 10 >= signs * 6).then_some(decoded)
}

fn base64_digit(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    }))
}

fn base64(bytes: &[u8]) -> Decoded<'_> {
    let is_outside = |b: &u8| base64_digit(*b).is_none() && *b != b'=' && !b.is_ascii_whitespace();
    // Plain text under a base64 label has many signs outside the alphabet (RFC 2045, 6.8), and is kept
    // as the text it is.
    let outside = bytes.iter().filter(|b| is_outside(b)).count();
    let spaces = bytes
        .windows(3)
        .filter(|w| w[1] == b' ' && !w[0].is_ascii_whitespace() && !w[2].is_ascii_whitespace())
        .count();
    if (outside + spaces) * 12 > bytes.len() {
        return Decoded {
            bytes: bytes.into(),
            damaged: true,
        };
    }
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut quad, mut count, mut damaged) = (0u32, 0u8, outside > 0);
    for (at, byte) in bytes.iter().enumerate() {
        if let Some(digit) = base64_digit(*byte) {
            quad = quad << 6 | digit;
            count += 1;
            if count == 4 {
                out.extend_from_slice(&quad.to_be_bytes()[1..]);
                (quad, count) = (0, 0);
            }
        } else if *byte == b'=' && count > 1 {
            flush(&mut out, quad, count);
            (quad, count) = (0, 0);
            // After the padding only another run of base64 counts; a footer
            // that some server glued on does not.
            let rest = &bytes[at + 1..];
            if outside > 0 && rest.iter().any(is_outside) {
                damaged = true;
                break;
            }
        }
    }
    if count > 0 {
        damaged |= count == 1;
        flush(&mut out, quad, count);
    }
    Decoded {
        bytes: out.into(),
        damaged,
    }
}

fn flush(out: &mut Vec<u8>, quad: u32, count: u8) {
    match count {
        2 => out.push((quad >> 4) as u8),
        3 => out.extend_from_slice(&((quad >> 2) as u16).to_be_bytes()),
        _ => {}
    }
}

fn hex(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}

/// Quoted-printable content; a sign of equality that starts no escape stays.
pub(super) fn quoted_printable(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len());
    let mut damaged = false;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let content = line.trim_ascii_end();
        let ending: &[u8] = if line.ends_with(b"\r\n") {
            b"\r\n"
        } else if line.ends_with(b"\n") {
            b"\n"
        } else {
            b""
        };
        let (content, ending) = match content.strip_suffix(b"=") {
            Some(joined) => (joined, &b""[..]),
            None => (content, ending),
        };
        let mut at = 0;
        while let Some(&byte) = content.get(at) {
            let escape = match (byte, content.get(at + 1), content.get(at + 2)) {
                (b'=', Some(&high), Some(&low)) => hex(high).zip(hex(low)),
                _ => None,
            };
            if let Some((high, low)) = escape {
                out.push(high << 4 | low);
                at += 3;
            } else {
                damaged |= byte == b'=';
                out.push(byte);
                at += 1;
            }
        }
        out.extend_from_slice(ending);
    }
    (out, damaged)
}

fn uuencoded(bytes: &[u8]) -> (Vec<u8>, bool) {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let mut damaged = false;
    let mut inside = false;
    for line in bytes.split(|b| *b == b'\n') {
        let line = line.trim_ascii_end();
        if line.starts_with(b"begin ") {
            inside = true;
        } else if line == b"end" {
            return (out, damaged);
        } else if inside && !line.is_empty() {
            let length = usize::from(line[0].wrapping_sub(b' ') & 63);
            let start = out.len();
            for group in line[1..].chunks(4) {
                let digit = |i: usize| {
                    u32::from(group.get(i).copied().unwrap_or(b' ').wrapping_sub(b' ') & 63)
                };
                let quad = digit(0) << 18 | digit(1) << 12 | digit(2) << 6 | digit(3);
                out.extend_from_slice(&quad.to_be_bytes()[1..]);
            }
            damaged |= out.len() < start + length;
            out.truncate(start + length);
        }
    }
    (out, true)
}

#[cfg(test)]
mod tests {
    use super::{base64, decode, quoted_printable, undeclared, uuencoded};
    use ::base64::{Engine, engine::general_purpose::STANDARD};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn base64_reads_what_was_written(bytes in proptest::collection::vec(any::<u8>(), 0..400), width in 4usize..90) {
            let lines: Vec<String> = STANDARD.encode(&bytes).as_bytes().chunks(width)
                .map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
            let text = lines.join("\r\n");
            let read = base64(text.as_bytes());
            prop_assert_eq!(&*read.bytes, &bytes[..]);
            prop_assert!(!read.damaged);
        }

        #[test]
        fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            for encoding in ["base64", "quoted-printable", "x-uuencode", "7bit", "x"] {
                let _ = decode(&bytes, encoding);
            }
        }
    }

    #[test]
    fn undeclared_encodings_are_recognised() {
        let letter = "Здравствуйте! Прошу вернуть деньги за чайник, он течёт.";
        let lines = STANDARD.encode(letter);
        assert_eq!(
            undeclared(lines.as_bytes(), "8bit").unwrap(),
            letter.as_bytes()
        );
        let escapes: String = letter.bytes().map(|b| format!("={b:02X}")).collect();
        assert_eq!(
            undeclared(escapes.as_bytes(), "").unwrap(),
            letter.as_bytes()
        );
        for plain in [
            letter,
            "https://shop.example/?a=D0=97&b=12 and so on, and so on, and on",
            "short",
        ] {
            assert_eq!(undeclared(plain.as_bytes(), "7bit"), None);
        }
    }

    #[test]
    fn damaged_encodings_give_what_they_hold() {
        assert_eq!(
            &*base64(b"Hello, this is plain text.").bytes,
            b"Hello, this is plain text."
        );
        assert_eq!(&*base64(b"SGVsbG8gd29ybGQgdGhpcyBpcyBsb25nIGVub3VnaCBmb3IgYSBmb290ZXIgdG8gZmFkZQ==\n-- \nList\n").bytes,
            b"Hello world this is long enough for a footer to fade");
        assert_eq!(&*base64(b"SGVsbG8").bytes, b"Hello");
        assert_eq!(quoted_printable(b"a=3D=\r\nb =\nc  \n=zz").0, b"a=b c\n=zz");
        assert_eq!(
            uuencoded(b"begin 644 cat.txt\n#0V%T\n`\nend\n"),
            (b"Cat".to_vec(), false)
        );
    }
}
