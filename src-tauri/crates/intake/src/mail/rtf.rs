//! Rich text into plain text, or into the HTML that Outlook wrapped in it (MS-OXRTFEX, MS-OXRTFCP).

use crate::charset;

/// The most that is unpacked, in bytes.
const MOST_UNPACKED: usize = 16 * 1024 * 1024;
/// Groups within groups, deeper than any program writes.
const DEEPEST: usize = 100;
/// What the dictionary of the packing begins with.
const DICTIONARY: &[u8] = b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

/// Rich text as it is unpacked from its packed form; none where it is not in that form.
pub(super) fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    let word = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    let size = usize::try_from(word(4)?).ok()?.min(MOST_UNPACKED);
    let content = bytes.get(16..)?;
    match word(8)? {
        0x414C_454D => Some(content[..size.min(content.len())].to_vec()),
        0x7546_5A4C => Some(inflated(content, size)),
        _ => None,
    }
}

fn inflated(content: &[u8], size: usize) -> Vec<u8> {
    let mut dictionary = [b' '; 4096];
    dictionary[..DICTIONARY.len()].copy_from_slice(DICTIONARY);
    let mut place = DICTIONARY.len();
    let mut out = Vec::new();
    let mut rest = content.iter().copied();
    'packed: while let Some(flags) = rest.next() {
        for bit in 0..8 {
            if out.len() >= size {
                break 'packed;
            }
            let Some(first) = rest.next() else {
                break 'packed;
            };
            if flags >> bit & 1 == 0 {
                out.push(first);
                dictionary[place] = first;
                place = (place + 1) % 4096;
                continue;
            }
            let Some(second) = rest.next() else {
                break 'packed;
            };
            let token = usize::from(first) << 8 | usize::from(second);
            let (from, length) = (token >> 4, (token & 15) + 2);
            if from == place {
                break 'packed;
            }
            for step in 0..length {
                let byte = dictionary[(from + step) % 4096];
                out.push(byte);
                dictionary[place] = byte;
                place = (place + 1) % 4096;
            }
        }
    }
    out.truncate(size);
    out
}

/// What rich text says, and whether that is HTML.
pub(super) struct Said {
    pub text: String,
    pub is_html: bool,
}

#[derive(Clone, Copy)]
struct Group {
    is_hidden: bool,
    is_tag: bool,
    skipped_behind_unicode: usize,
}

/// Reads rich text.
pub(super) fn read(bytes: &[u8]) -> Said {
    let source = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_UNPACKED)]);
    let is_html = source[..source.floor_char_boundary(2000)].contains("\\fromhtml");
    let mut reader = Reader {
        out: String::new(),
        bytes: Vec::new(),
        charset: "windows-1252".to_owned(),
        is_html,
        is_for_rtf: false,
    };
    let mut groups = vec![Group {
        is_hidden: false,
        is_tag: false,
        skipped_behind_unicode: 1,
    }];
    let mut skip = 0;
    let mut rest = source.as_ref();
    let mut begins = false;
    while let Some(c) = rest.chars().next() {
        let mut group = groups.last().copied().unwrap_or(Group {
            is_hidden: false,
            is_tag: false,
            skipped_behind_unicode: 1,
        });
        rest = &rest[c.len_utf8()..];
        match c {
            '{' if groups.len() < DEEPEST => {
                groups.push(group);
                begins = true;
                continue;
            }
            '{' => {}
            '}' => {
                if groups.len() > 1 {
                    groups.pop();
                }
            }
            '\\' => {
                let (word, number, behind) = control(rest);
                rest = behind;
                match word {
                    "'" => {
                        let byte = rest
                            .get(..2)
                            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
                        if let Some(byte) = byte {
                            rest = &rest[2..];
                            if skip > 0 {
                                skip -= 1;
                            } else if reader.shows(group) {
                                reader.bytes.push(byte);
                            }
                        }
                    }
                    "u" => {
                        let code = number.map(|n| if n < 0 { n + 0x1_0000 } else { n });
                        let sign = code
                            .and_then(|n| u32::try_from(n).ok())
                            .and_then(char::from_u32);
                        if reader.shows(group)
                            && let Some(sign) = sign
                        {
                            reader.sign(sign);
                        }
                        skip = group.skipped_behind_unicode;
                    }
                    "uc" => {
                        group.skipped_behind_unicode = number.map_or(1, |n| n.clamp(0, 8) as usize)
                    }
                    "*" => {
                        let tag = rest.trim_start().starts_with("\\htmltag");
                        group.is_tag = tag && is_html;
                        group.is_hidden = !group.is_tag;
                    }
                    "htmlrtf" => reader.is_for_rtf = number != Some(0) && is_html,
                    "ansicpg" => {
                        if let Some(number) = number {
                            reader.charset = format!("windows-{number}");
                        }
                    }
                    "par" | "line" | "sect" | "page" | "row"
                        if reader.shows(group) && !group.is_tag =>
                    {
                        reader.sign('\n');
                    }
                    "tab" | "cell" if reader.shows(group) => reader.sign('\t'),
                    "~" if reader.shows(group) => reader.sign('\u{a0}'),
                    "\\" | "{" | "}" if reader.shows(group) => {
                        reader.sign(word.chars().next().unwrap_or(' '));
                    }
                    "emdash" | "endash" if reader.shows(group) => reader.sign('—'),
                    "lquote" | "rquote" if reader.shows(group) => reader.sign('\''),
                    "ldblquote" | "rdblquote" if reader.shows(group) => reader.sign('"'),
                    "fonttbl" | "colortbl" | "stylesheet" | "info" | "pict" | "object"
                    | "header" | "footer" | "generator" | "themedata" | "listtable"
                        if begins =>
                    {
                        group.is_hidden = true;
                    }
                    _ => {}
                }
                if let Some(last) = groups.last_mut() {
                    *last = group;
                }
            }
            '\r' | '\n' => {}
            c => {
                if skip > 0 {
                    skip -= 1;
                } else if reader.shows(group) {
                    reader.sign(c);
                }
            }
        }
        begins = false;
    }
    reader.flush();
    Said {
        text: reader.out,
        is_html,
    }
}

struct Reader {
    out: String,
    /// Bytes of the document's charset that are not yet text.
    bytes: Vec<u8>,
    charset: String,
    is_html: bool,
    /// Whether what follows is there for readers of rich text only.
    is_for_rtf: bool,
}

impl Reader {
    fn shows(&self, group: Group) -> bool {
        !group.is_hidden && (!self.is_html || group.is_tag || !self.is_for_rtf)
    }

    fn sign(&mut self, sign: char) {
        self.flush();
        self.out.push(sign);
    }

    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            self.out
                .push_str(&charset::decode(&bytes, Some(&self.charset)).text);
        }
    }
}

/// A control word, its number, and what stands behind.
fn control(rest: &str) -> (&str, Option<i32>, &str) {
    let letters = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    if letters == 0 {
        let length = rest.chars().next().map_or(0, char::len_utf8);
        return (&rest[..length], None, &rest[length..]);
    }
    let (word, behind) = rest.split_at(letters.min(40));
    let sign = usize::from(behind.starts_with('-'));
    let digits = behind[sign..]
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(behind.len() - sign);
    let number = behind[..sign + digits].parse().ok();
    let behind = &behind[if digits > 0 { sign + digits } else { 0 }..];
    (word, number, behind.strip_prefix(' ').unwrap_or(behind))
}

#[cfg(test)]
mod tests {
    use super::{read, unpacked};
    use proptest::prelude::*;

    #[test]
    fn rich_text_is_read() {
        let rtf = b"{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\pard \\'cf\\'f0\\'ee\\'f8\\'f3 \\u1074?\\u1077?\\b bold\\b0\\par \\{x\\}}";
        assert_eq!(read(rtf).text, "Прошу веbold\n{x}");
        let html = b"{\\rtf1\\ansi\\ansicpg1251\\fromhtml1 {\\*\\htmltag84 <p>}\\htmlrtf {\\par\\htmlrtf0 \\'cf\\'f0\\'ee\\'f8\\'f3{\\*\\htmltag92 </p>}\\htmlrtf \\par}\\htmlrtf0 }";
        let said = read(html);
        assert!(said.is_html);
        assert_eq!(said.text, "<p>Прошу</p>");
    }

    #[test]
    fn packed_text_is_unpacked() {
        // The example of MS-OXRTFCP, 4.1.1.
        let packed = b"\x2d\x00\x00\x00\x2b\x00\x00\x00\x4c\x5a\x46\x75\xf1\xc5\xc7\xa7\x03\x00\x0a\x00\x72\x63\x70\x67\x31\x32\x35\x42\x32\x0a\xf3\x20\x68\x65\x6c\x09\x00\x20\x62\x77\x05\xb0\x6c\x64\x7d\x0a\x80\x0f\xa0";
        let text = unpacked(packed).unwrap();
        assert_eq!(text, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        assert_eq!(read(&text).text, "hello world");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..400), words in "([{}\\\\' ]|u-?[0-9]{1,6}|[*]|htmltag|htmlrtf0?|par|[a-zа-я]){0,60}") {
            let _ = read(words.as_bytes());
            let mut packed = b"\x00\x00\x00\x00\xff\xff\xff\xffLZFu\x00\x00\x00\x00".to_vec();
            packed.extend(&bytes);
            prop_assert!(unpacked(&packed).unwrap().len() <= bytes.len() * 18);
            let _ = unpacked(&bytes);
        }
    }
}
