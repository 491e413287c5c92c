//! Rules of the list of contents that a viewer shows at the side: a file of several papers has one, with an entry for
//! each of them.

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fault::Faults;
use press::readback::{dict, value};

pub(super) fn contents(
    doc: &Document,
    catalog: &Dictionary,
    pages: &[ObjectId],
    faults: &mut Faults,
) {
    let papers = papers(doc, catalog);
    let Some(list) = value(doc, catalog, "Outlines").and_then(|o| dict(doc, o)) else {
        if papers > 0 {
            faults.add("outline", "several papers and no list of them");
        }
        return;
    };
    if catalog.get(b"PageMode").and_then(Object::as_name).ok() != Some(b"UseOutlines") {
        faults.add("outline", "the list is not shown");
    }
    let root = catalog.get(b"Outlines").and_then(Object::as_reference).ok();
    let of = |entry: &Dictionary, key: &str| entry.get(key.as_bytes()).ok()?.as_reference().ok();
    let (mut before, mut at) = (None, of(list, "First"));
    let mut leads_to = Vec::new();
    while let Some(id) = at {
        let Some(entry) = doc.get_dictionary(id).ok() else {
            faults.add("outline", "an entry that is none");
            return;
        };
        if of(entry, "Parent") != root || of(entry, "Prev") != before {
            faults.add(
                "outline",
                "an entry that doesn't hang together with its neighbours",
            );
        }
        if value(doc, entry, "Title").is_none_or(|t| t.as_str().is_ok_and(<[u8]>::is_empty)) {
            faults.add("outline", "an entry without words");
        }
        let page = value(doc, entry, "Dest").and_then(|d| d.as_array().ok()?.first());
        let page = page.and_then(|page| page.as_reference().ok());
        leads_to.push(page.and_then(|page| pages.iter().position(|own| *own == page)));
        if leads_to.len() > pages.len() {
            faults.add("outline", "more entries than pages");
            return;
        }
        (before, at) = (Some(id), of(entry, "Next"));
    }
    if of(list, "Last") != before {
        faults.add("outline", "the list ends elsewhere than it says");
    }
    let count = value(doc, list, "Count").and_then(|c| c.as_i64().ok());
    if count != i64::try_from(leads_to.len()).ok() || leads_to.len() != papers {
        faults.add("outline", "another number of entries than of papers");
    }
    // The first begins the file, and each other stands behind the one before.
    let in_order = leads_to.windows(2).all(|w| w[0] < w[1]);
    if leads_to.first() != Some(&Some(0)) || !in_order || leads_to.contains(&None) {
        faults.add(
            "outline",
            "entries lead elsewhere than to their papers in turn",
        );
    }
}

/// How many papers a file was bound of: each is a section of the whole.
fn papers(doc: &Document, catalog: &Dictionary) -> usize {
    let tree = value(doc, catalog, "StructTreeRoot").and_then(|o| dict(doc, o));
    let whole = tree.and_then(|tree| dict(doc, value(doc, tree, "K")?));
    let kids = whole.and_then(|whole| value(doc, whole, "K")?.as_array().ok());
    let is_section = |kid: &&Object| {
        let kind = dict(doc, kid).and_then(|kid| kid.get(b"S").ok()?.as_name().ok());
        kind == Some(b"Sect")
    };
    kids.map_or(0, |kids| kids.iter().filter(is_section).count())
}
