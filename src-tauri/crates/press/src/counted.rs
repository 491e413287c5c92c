//! How many pages a stranger's PDF has.

use lopdf::{Document, LoadOptions};

/// Larger files are not looked into.
const MOST_BYTES: usize = 64 << 20;
/// What all packed objects of a file may unfold to, and those of one stream.
const UNFOLDED: usize = 48 << 20;
const UNFOLDED_AT_ONCE: usize = 8 << 20;
/// A count beyond this is a mistake or a trick.
const MOST_PAGES: usize = 9_999;

/// How many pages a PDF has; none when it can't be read, is locked, or would
/// take more memory or time than a count is worth.
pub fn page_count(pdf: &[u8]) -> Option<u32> {
    if !pdf.starts_with(b"%PDF-") || pdf.len() > MOST_BYTES {
        return None;
    }
    let at_once = (UNFOLDED / packed(pdf).max(1)).min(UNFOLDED_AT_ONCE);
    // A reader that falls over a stranger's file must not take the office with it.
    std::panic::catch_unwind(|| {
        let options = LoadOptions::with_max_decompressed_size(at_once);
        let read = Document::load_mem_with_options(pdf, options).ok()?;
        if read.was_encrypted() || read.trailer.has(b"Encrypt") {
            return None;
        }
        let pages = read.page_iter().take(MOST_PAGES + 1).count();
        u32::try_from(pages).ok()
    })
    .ok()?
    .filter(|pages| (1..=MOST_PAGES).contains(&(*pages as usize)))
}

/// How many streams of the file may hold packed objects: those called so, and
/// names written in a way that could hide the word.
fn packed(pdf: &[u8]) -> usize {
    let called = pdf.windows(6).filter(|word| word == b"ObjStm").count();
    let hidden = (0..pdf.len())
        .filter(|&at| pdf[at] == b'#' && within_name(&pdf[at.saturating_sub(16)..at]))
        .count();
    called + hidden
}

/// Whether a name begins in these bytes and goes on to their end.
fn within_name(before: &[u8]) -> bool {
    let part = |b: &&u8| b.is_ascii_alphanumeric() || matches!(b, b'#' | b'-' | b'+' | b'_');
    let rest = before.iter().rev().skip_while(part);
    rest.take(1).any(|b| *b == b'/')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_name_counts_as_a_stream_that_unfolds() {
        assert_eq!(packed(b"<< /Type /ObjStm >> << /Type /Obj#53tm >>"), 2);
        assert_eq!(packed(b"<< /#4fbjStm >> # 12 (#53)"), 1);
        assert_eq!(packed(b""), 0);
    }
}
