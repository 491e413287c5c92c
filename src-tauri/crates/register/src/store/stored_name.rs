//! What the files of the document store are called.

/// Whether a text is a SHA-256 as the store of an office in plain text names its files.
pub(crate) fn is_sha256(text: &str) -> bool {
    is_hex(text, 64)
}

/// Whether a text may be an encrypted SHA-256, as a locked office names its files.
pub(crate) fn is_sealed_name(text: &str) -> bool {
    is_hex(text, 96)
}

/// Whether the store of some office names its files so.
pub(crate) fn is_stored_name(text: &str) -> bool {
    is_sha256(text) || is_sealed_name(text)
}

fn is_hex(text: &str, digits: usize) -> bool {
    text.len() == digits && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
