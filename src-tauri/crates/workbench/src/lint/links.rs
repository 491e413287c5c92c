//! Rules of links: each belongs to an element, leads somewhere and says where.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Object, ObjectId};

use super::fault::Faults;
use press::readback::{ReadBack, dict, value};

/// `nums` is the way back from keys to elements, `named` the annotations that elements name.
pub(super) fn rules(
    file: &ReadBack,
    nums: &[Object],
    named: &BTreeMap<ObjectId, ObjectId>,
    faults: &mut Faults,
) {
    let doc = &file.doc;
    let mut shown = BTreeSet::new();
    for (i, page) in file.page_ids.iter().enumerate() {
        let annotations = doc.get_dictionary(*page).ok();
        let annotations = annotations.and_then(|page| value(doc, page, "Annots"));
        let annotations = annotations.and_then(|o| o.as_array().ok());
        for annotation in annotations.into_iter().flatten() {
            let mut wrong = |what: &str| faults.add("link", &format!("page {}: {what}", i + 1));
            let (Ok(id), Some(link)) = (annotation.as_reference(), dict(doc, annotation)) else {
                wrong("an annotation that is none");
                continue;
            };
            shown.insert(id);
            if link.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Link".as_slice()) {
                wrong("an annotation that is no link");
            }
            // Printed, and neither hidden nor left off the screen.
            let flags = link.get(b"F").and_then(Object::as_i64).unwrap_or(0);
            if flags & 4 == 0 || flags & (1 | 2 | 32) != 0 {
                wrong("a link that is not printed");
            }
            let says = value(doc, link, "Contents").and_then(|o| o.as_str().ok());
            if says.is_none_or(<[u8]>::is_empty) {
                wrong("a link that doesn't say where it leads");
            }
            let to = value(doc, link, "Dest").and_then(|o| o.as_array().ok());
            let to = to.and_then(|dest| dest.first()?.as_reference().ok());
            if !to.is_some_and(|page| file.page_ids.contains(&page)) {
                wrong("a link that leads to no page");
            }
            let key = link.get(b"StructParent").and_then(Object::as_i64).ok();
            let up = nums
                .chunks_exact(2)
                .find(|pair| key.is_some() && pair[0].as_i64().ok() == key)
                .and_then(|pair| pair[1].as_reference().ok());
            if up.is_none() || up != named.get(&id).copied() {
                wrong("a link that belongs to no element");
            }
        }
    }
    if named.keys().any(|id| !shown.contains(id)) {
        faults.add("link", "an element names a link that no page has");
    }
}
