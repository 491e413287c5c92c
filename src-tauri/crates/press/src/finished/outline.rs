//! The list of contents that viewers show at the side (ISO 32000-1, 12.3.3).

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::pdf::objects::text;

/// Adds the list: titles, and the pages they lead to. None when it is empty.
pub(crate) fn outline(doc: &mut Document, entries: &[(&str, Object)]) -> Option<ObjectId> {
    if entries.is_empty() {
        return None;
    }
    let root = doc.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| doc.new_object_id()).collect();
    for (at, (title, page)) in entries.iter().enumerate() {
        let mut entry = dictionary! {
            "Title" => text(title),
            "Parent" => root,
            "Dest" => vec![page.clone(), "Fit".into()],
        };
        if let Some(before) = at.checked_sub(1).and_then(|i| ids.get(i)) {
            entry.set("Prev", *before);
        }
        if let Some(next) = ids.get(at + 1) {
            entry.set("Next", *next);
        }
        doc.set_object(ids[at], entry);
    }
    let mut dict = dictionary! { "Type" => "Outlines", "Count" => ids.len() as i64 };
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        dict.set("First", *first);
        dict.set("Last", *last);
    }
    doc.set_object(root, dict);
    Some(root)
}
