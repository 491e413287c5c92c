//! Languages as a file names them.

/// Whether bytes are a language tag: two or three letters, then subtags.
pub(super) fn is_language_tag(tag: &[u8]) -> bool {
    let mut parts = tag.split(|b| *b == b'-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.iter().all(u8::is_ascii_alphabetic)
        && parts.all(|p| (1..=8).contains(&p.len()) && p.iter().all(u8::is_ascii_alphanumeric))
}
