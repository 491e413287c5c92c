//! PDFs that nobody vouches for, read with bounds on what they may take.

use lopdf::{Document, LoadOptions};

/// Larger files are not looked into to count their pages.
const MOST_BYTES: usize = 64 << 20;
/// A count beyond this is a mistake or a trick.
const MOST_PAGES: usize = 9_999;

/// What the packed objects of a file may unfold to, in bytes.
pub(crate) struct Unfolded {
    /// All of them together.
    pub whole: usize,
    /// Those of one stream.
    pub at_once: usize,
}

/// How many pages a PDF has; none when it can't be read, is locked, or would
/// take more memory or time than a count is worth.
#[must_use]
pub fn page_count(pdf: &[u8]) -> Option<u32> {
    if !pdf.starts_with(b"%PDF-") || pdf.len() > MOST_BYTES {
        return None;
    }
    let bounds = Unfolded {
        whole: 48 << 20,
        at_once: 8 << 20,
    };
    opened(pdf, &bounds, |read| {
        let pages = read.page_iter().take(MOST_PAGES + 1).count();
        u32::try_from(pages).ok()
    })
    .flatten()
    .filter(|pages| (1..=MOST_PAGES).contains(&(*pages as usize)))
}

/// What `with` makes of a file; none when it can't be read, is locked, or
/// unfolds beyond its bounds.
pub(crate) fn opened<T>(
    pdf: &[u8],
    bounds: &Unfolded,
    with: impl FnOnce(Document) -> T + std::panic::UnwindSafe,
) -> Option<T> {
    let at_once = (bounds.whole / packed(pdf).max(1)).min(bounds.at_once);
    // A reader that falls over a broken file must not take the program with it.
    std::panic::catch_unwind(|| {
        let options = LoadOptions::with_max_decompressed_size(at_once);
        let read = Document::load_mem_with_options(pdf, options).ok()?;
        let locked = read.was_encrypted() || read.trailer.has(b"Encrypt");
        (!locked).then(|| with(read))
    })
    .ok()?
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
