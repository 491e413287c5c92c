//! Pages of a file that nobody vouches for, taken over without what acts in it.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::finished::disarming::disarm;
use crate::finished::picture_page::A4;
use crate::finished::untrusted::{Unfolded, opened};
use crate::pdf::objects::number;

/// The most pages that are taken from one file.
const MOST_PAGES: usize = 200;

/// What the packed objects of one part may unfold to: a thick scanned book fits
/// in, a file made to fill the memory does not.
const UNFOLDED: Unfolded = Unfolded {
    whole: 512 << 20,
    at_once: 32 << 20,
};

/// The pages of a PDF, taken over with what they show and nothing else: no
/// actions, scripts, forms, links or attachments. None when it can't be read
/// or is locked.
pub(crate) fn others_pages(
    doc: &mut Document,
    parent: ObjectId,
    bytes: &[u8],
) -> Option<Vec<ObjectId>> {
    let above = doc.max_id + 1;
    let (from, ids) = opened(bytes, &UNFOLDED, |mut from| {
        from.renumber_objects_with(above);
        let ids: Vec<ObjectId> = from.get_pages().into_values().take(MOST_PAGES).collect();
        (from, ids)
    })?;
    let mut made = Vec::with_capacity(ids.len());
    for id in &ids {
        let mut page = dictionary! { "Type" => "Page", "Parent" => parent };
        for key in ["MediaBox", "CropBox", "Resources", "Rotate"] {
            if let Some(found) = inherited(&from, *id, key) {
                page.set(key, found);
            }
        }
        if !page.has(b"MediaBox") {
            page.set(
                "MediaBox",
                vec![0.into(), 0.into(), number(A4.0), number(A4.1)],
            );
        }
        let own = from.get_dictionary(*id).ok()?;
        for key in ["Contents", "Group"] {
            if let Ok(found) = own.get(key.as_bytes()) {
                page.set(key, found.clone());
            }
        }
        made.push((*id, page));
    }
    // Only what a page draws with comes over; actions hang on other branches.
    doc.max_id = from.max_id;
    let mut objects: BTreeMap<ObjectId, Object> = from.objects;
    for (id, page) in made {
        objects.insert(id, Object::Dictionary(page));
    }
    for object in objects.values_mut() {
        disarm(object);
    }
    doc.objects.extend(objects);
    Some(ids)
}

/// A page's value that may stand on a node above it.
fn inherited(doc: &Document, page: ObjectId, key: &str) -> Option<Object> {
    let mut at = page;
    for _ in 0..32 {
        let dict = doc.get_dictionary(at).ok()?;
        if let Ok(found) = dict.get(key.as_bytes()) {
            return Some(found.clone());
        }
        at = dict.get(b"Parent").ok()?.as_reference().ok()?;
    }
    None
}
