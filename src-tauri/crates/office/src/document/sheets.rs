//! How many sheets a document of a case has, for lists of what is enclosed. A
//! picture is one sheet, a PDF as many as it has pages; of anything else, and of
//! what can't be read, nothing is said, and the writer may say it.

use crate::office::Office;
use complaint::Document;
use std::io::Read;
use std::sync::PoisonError;

/// Larger files are not read for a count.
const MOST_BYTES: u64 = 64 << 20;

/// So many counts are kept before it begins anew.
const KEPT: usize = 10_000;

/// The sheets of a document, where they can be told.
pub(crate) fn of(office: &Office, document: &Document) -> Option<u32> {
    match document.media_type.as_str() {
        "application/pdf" => {}
        // One file of these may hold several pages.
        "image/tiff" => return None,
        other => return other.starts_with("image/").then_some(1),
    }
    let kept = || {
        office
            .sheets()
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    };
    if let Some(known) = kept().get(&document.sha256) {
        return *known;
    }
    let counted = pdf_pages(office, &document.sha256)?;
    let mut kept = kept();
    if kept.len() >= KEPT {
        kept.clear();
    }
    kept.insert(document.sha256.clone(), counted);
    counted
}

/// The pages of a kept PDF, or that they can't be told; none when it can't be
/// read from the disk now, which may pass.
fn pdf_pages(office: &Office, sha256: &str) -> Option<Option<u32>> {
    let file = office.register().content_read(sha256).ok()?;
    let mut pdf = Vec::new();
    file.take(MOST_BYTES + 1).read_to_end(&mut pdf).ok()?;
    if pdf.len() as u64 > MOST_BYTES {
        return Some(None);
    }
    Some(press::page_count(&pdf))
}
