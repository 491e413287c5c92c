//! How a sound file is broken.

use crate::choices::Choices;

/// Most changes to one file.
const MOST_CHANGES: usize = 6;
/// Longest piece that is cut, doubled or moved, in bytes.
const LONGEST_PIECE: usize = 4_096;
/// A file does not grow beyond this, in bytes.
const LARGEST: usize = 4 << 20;

/// Words that formats give a meaning to, and figures at the edges of what counts them.
const MEANINGFUL: &[&[u8]] = &[
    b"\0",
    b"\r",
    b"\n\n",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xf0\x9f\x92\xa9",
    b"\x30\x80",
    b"\x30\x84\xff\xff\xff\xff",
    b"%s%n",
    b"../../../../etc/passwd",
    b"C:\\con\\aux",
    b"--",
    b"\"",
    b"'",
    b"\\",
    b"<!--",
    b"<script>",
    b"<![CDATA[",
    b"&#x0;",
    b"=?utf-8?B?",
    b"?=",
    b"Content-Type: multipart/mixed; boundary=\"a\"\r\n\r\n--a\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"{",
    b"}",
    b"[[",
    b"{{",
    b"null",
    b"-1",
    b"1e309",
    b"9223372036854775807",
    b"18446744073709551616",
    b"0000-00-00",
    b"+262143-12-31",
    b"\xd1\x91\xcc\x81\xcc\x81\xcc\x81",
    b"\xe2\x80\xae",
    b"obj",
    b"endobj",
    b"stream\n",
    b"/Length 99999999 ",
    b"/Kids [1 0 R]",
    b"/Filter [/FlateDecode /FlateDecode /FlateDecode]",
    b"IDAT",
    b"\xff\xda",
    b"\xff\xc0\x00\x11\x08\xff\xff\xff\xff",
];

/// Bytes that lie at the edges of what a byte can say.
const EDGES: &[u8] = &[0x00, 0x01, 0x0a, 0x20, 0x7f, 0x80, 0xfe, 0xff];

/// The file with some changes; `others` lend pieces.
pub(super) fn broken(mut file: Vec<u8>, others: &[Vec<u8>], choices: &mut Choices) -> Vec<u8> {
    for _ in 0..=choices.below(MOST_CHANGES) {
        change(&mut file, others, choices);
        file.truncate(LARGEST);
    }
    file
}

fn change(file: &mut Vec<u8>, others: &[Vec<u8>], choices: &mut Choices) {
    if file.is_empty() {
        file.extend_from_slice(choices.of::<&[u8]>(MEANINGFUL));
        return;
    }
    let at = choices.below(file.len());
    match choices.below(10) {
        0 => file[at] ^= 1 << choices.below(8),
        1 => file[at] = *choices.of(EDGES),
        2 => file.truncate(at),
        3 => {
            let end = end_of_piece(file, at, choices);
            file.drain(at..end);
        }
        4 => {
            let end = end_of_piece(file, at, choices);
            let piece = file[at..end].to_vec();
            let times = 1 + choices.below(200);
            let doubled = piece.repeat(times.min(LARGEST / piece.len().max(1)));
            file.splice(at..at, doubled);
        }
        5 => {
            let end = end_of_piece(file, at, choices);
            let piece: Vec<u8> = file.drain(at..end).collect();
            let to = choices.below(file.len() + 1);
            file.splice(to..to, piece);
        }
        6 => {
            let word = *choices.of(MEANINGFUL);
            file.splice(at..at, word.iter().copied());
        }
        7 => {
            let word = *choices.of(MEANINGFUL);
            let end = (at + word.len()).min(file.len());
            file.splice(at..end, word.iter().copied());
        }
        8 => {
            let other = choices.of(others);
            if !other.is_empty() {
                let from = choices.below(other.len());
                let end = end_of_piece(other, from, choices);
                file.splice(at..at, other[from..end].iter().copied());
            }
        }
        _ => figure(file, at, choices),
    }
}

/// The nearest figure after `at` becomes another; a byte more where there is none.
fn figure(file: &mut [u8], at: usize, choices: &mut Choices) {
    let found = file[at..].iter().position(u8::is_ascii_digit);
    match found {
        Some(after) => file[at + after] = b'0' + u8::try_from(choices.below(10)).unwrap_or(0),
        None => file[at] = file[at].wrapping_add(1),
    }
}

fn end_of_piece(file: &[u8], at: usize, choices: &mut Choices) -> usize {
    (at + 1 + choices.below(LONGEST_PIECE)).min(file.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_broken_in_many_ways_and_the_same_way_for_the_same_seed() {
        let sound = b"From: a@b.example\r\n\r\nWords 123".to_vec();
        let others = [sound.clone(), b"other".to_vec()];
        let of = |seed| broken(sound.clone(), &others, &mut Choices(seed));
        let all: std::collections::BTreeSet<_> = (0..200).map(of).collect();
        assert!(all.len() > 150, "{} different files", all.len());
        assert_eq!(of(7), of(7));
        assert!(all.iter().any(|file| file.len() < sound.len()));
        assert!(all.iter().any(|file| file.len() > 2 * sound.len()));
    }
}
