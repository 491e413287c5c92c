//! Values of ASN.1 in BER, as far as signatures need them: elements with their lengths, known or
//! told by their end. Files that strangers made are read, so depth and lengths are bounded.

/// The deepest nesting that a signature needs.
const DEEPEST: u8 = 24;

/// One element: its tag and what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element<'b> {
    /// Class, form and number in one byte; longer tags have no place in a signature.
    pub tag: u8,
    pub content: &'b [u8],
    depth: u8,
}

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTETS: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;

/// The element at the beginning of the bytes, and what follows it.
pub(crate) fn element(bytes: &[u8]) -> Option<(Element<'_>, &[u8])> {
    element_at(bytes, 0)
}

fn element_at(bytes: &[u8], depth: u8) -> Option<(Element<'_>, &[u8])> {
    if depth > DEEPEST {
        return None;
    }
    let (&tag, rest) = bytes.split_first()?;
    // A number beyond thirty takes more bytes.
    if tag & 0x1f == 0x1f {
        return None;
    }
    let (&first, rest) = rest.split_first()?;
    let (content, after) = match first {
        0x80 => to_its_end(rest, depth)?,
        short @ 0..=0x7f => rest.split_at_checked(usize::from(short))?,
        long => {
            let (bytes, rest) = rest.split_at_checked(usize::from(long & 0x7f))?;
            if bytes.len() > 4 {
                return None;
            }
            let length = bytes
                .iter()
                .fold(0, |all, byte| all << 8 | usize::from(*byte));
            rest.split_at_checked(length)?
        }
    };
    Some((
        Element {
            tag,
            content,
            depth,
        },
        after,
    ))
}

/// The content of an element of no told length: elements up to the mark of the end.
fn to_its_end(bytes: &[u8], depth: u8) -> Option<(&[u8], &[u8])> {
    let mut rest = bytes;
    while !rest.starts_with(&[0, 0]) {
        rest = element_at(rest, depth + 1)?.1;
    }
    let (content, end) = bytes.split_at_checked(bytes.len() - rest.len())?;
    Some((content, end.get(2..)?))
}

impl<'b> Element<'b> {
    /// The elements within, up to the first that can't be read.
    pub fn inner(&self) -> impl Iterator<Item = Element<'b>> + use<'b> {
        let mut rest = self.content;
        let depth = self.depth + 1;
        std::iter::from_fn(move || {
            let (found, after) = element_at(rest, depth)?;
            rest = after;
            Some(found)
        })
    }

    /// The first element within.
    pub fn first(&self) -> Option<Self> {
        self.inner().next()
    }

    /// The first element of this tag within.
    pub fn find(&self, tag: u8) -> Option<Self> {
        self.inner().find(|element| element.tag == tag)
    }

    /// The same, if it is of this tag.
    pub fn of(self, tag: u8) -> Option<Self> {
        (self.tag == tag).then_some(self)
    }

    /// An object identifier in its usual writing.
    pub fn oid(&self) -> Option<String> {
        if self.tag != OID {
            return None;
        }
        let mut arcs: Vec<u64> = Vec::new();
        let mut arc = 0u64;
        for byte in self.content {
            arc = arc.checked_mul(128)? | u64::from(byte & 0x7f);
            if byte & 0x80 == 0 {
                if arcs.is_empty() {
                    let first = (arc / 40).min(2);
                    arcs.extend([first, arc - first * 40]);
                } else {
                    arcs.push(arc);
                }
                arc = 0;
            }
        }
        let words: Vec<String> = arcs.iter().map(u64::to_string).collect();
        Some(words.join("."))
    }

    /// A text in any of the writings that certificates use.
    pub fn text(&self) -> Option<String> {
        match self.tag {
            0x0c => String::from_utf8(self.content.to_vec()).ok(),
            0x1e => {
                let units = self.content.chunks_exact(2);
                let units: Vec<u16> = units.map(|u| u16::from_be_bytes([u[0], u[1]])).collect();
                String::from_utf16(&units).ok()
            }
            0x12 | 0x13 | 0x14 | 0x16 => {
                Some(self.content.iter().map(|b| char::from(*b)).collect())
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_known_and_told_by_their_end_give_the_same_and_nothing_broken_is_read() {
        let known = [0x30, 0x05, 0x02, 0x01, 0x07, 0x05, 0x00];
        let ended = [0x30, 0x80, 0x02, 0x01, 0x07, 0x05, 0x00, 0x00, 0x00, 0xff];
        let (one, rest) = element(&known).unwrap();
        assert!(rest.is_empty());
        let (other, rest) = element(&ended).unwrap();
        assert_eq!((one.content, rest), (other.content, &[0xff][..]));
        assert_eq!(one.inner().count(), 2);
        for broken in [
            &known[..6],
            &ended[..7],
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x1f, 1, 0],
            &[],
        ] {
            assert_eq!(element(broken), None, "{broken:?}");
        }
        // What nests without end is given up.
        assert_eq!(element(&[0x30, 0x80].repeat(5_000)), None);
        let oid = [0x06, 0x08, 0x2a, 0x85, 0x03, 0x07, 0x01, 0x01, 0x02, 0x02];
        assert_eq!(element(&oid).unwrap().0.oid().unwrap(), "1.2.643.7.1.1.2.2");
    }
}
