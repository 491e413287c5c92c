//! Files that hold messages in the manner of a program: mbox of Unix, `.emlx` of Apple, UTF-16 of some exports,
//! line ends of old Macs.

use super::structure::field_name;
use crate::charset;
use std::borrow::Cow;

/// More messages of one file are not looked for.
const MOST_MESSAGES: usize = 10_000;

/// The bytes as a message has them.
pub(super) fn plain(bytes: &[u8]) -> Cow<'_, [u8]> {
    let bytes: Cow<'_, [u8]> = if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        charset::decode(bytes, None).text.into_bytes().into()
    } else {
        bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).into()
    };
    let feeds = bytes.iter().filter(|byte| **byte == b'\n').count();
    let returns = bytes.iter().filter(|byte| **byte == b'\r').count();
    if returns > 1 && feeds * 10 < returns {
        let fed = bytes
            .iter()
            .map(|byte| if *byte == b'\r' { b'\n' } else { *byte });
        return fed.collect::<Vec<_>>().into();
    }
    match bytes {
        Cow::Borrowed(bytes) => emlx(bytes).unwrap_or(bytes).into(),
        Cow::Owned(bytes) => bytes.into(),
    }
}

/// Apple's mail program writes the length in front of a message, and what it knows of it behind.
fn emlx(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes.iter().take(32).position(|byte| *byte == b'\n')?;
    let length: usize = str::from_utf8(&bytes[..end]).ok()?.trim().parse().ok()?;
    let rest = &bytes[end + 1..];
    let first = rest.split(|byte| *byte == b'\n').next()?;
    field_name(first)?;
    Some(&rest[..length.min(rest.len())])
}

/// The messages of a file: several where it is a mailbox, else the one.
pub(super) fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    let bytes = bytes.trim_ascii_start();
    if !bytes.starts_with(b"From ") {
        return vec![bytes];
    }
    let mut starts = Vec::new();
    let mut at = 0;
    let mut after_blank = true;
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let begins = after_blank
            && line.starts_with(b"From ")
            && line.trim_ascii_end().last().is_some_and(u8::is_ascii_digit)
            && lines.peek().is_some_and(|next| field_name(next).is_some());
        if begins && starts.len() < MOST_MESSAGES {
            starts.push(at);
        }
        after_blank = line.trim_ascii().is_empty();
        at += line.len();
    }
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    starts
        .iter()
        .zip(ends)
        .map(|(from, to)| &bytes[*from..to])
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{messages, plain};

    #[test]
    fn files_of_other_programs() {
        assert_eq!(
            &*plain(b"17        \nFrom: a@b.c\n\nHi\n\n<?xml>"),
            b"From: a@b.c\n\nHi\n\n"
        );
        assert_eq!(&*plain(b"From: a@b.c\r\rHi\rho"), b"From: a@b.c\n\nHi\nho");
        assert_eq!(&*plain(b"From: a@b.c\r\n\r\nHi"), b"From: a@b.c\r\n\r\nHi");
        assert_eq!(&*plain(b"12\n\nplain words"), b"12\n\nplain words");
    }

    #[test]
    fn a_mailbox_has_several_messages() {
        let two = b"From a Fri Nov 13 10:00:00 2026\nFrom: a@b.c\n\nFrom here on.\n\nFrom b Fri Nov 13 11:00:00 2026\nFrom: b@b.c\n\nTwo";
        assert_eq!(messages(two).len(), 2);
        assert!(messages(two)[1].starts_with(b"From b "));
        assert_eq!(messages(b"From: a@b.c\n\nFrom b 2026\nFrom: x").len(), 1);
    }
}
