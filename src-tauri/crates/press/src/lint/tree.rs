//! Rules of the structure tree.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Faults;
use crate::readback::{ReadBack, dict, value};

pub(super) fn structure(file: &ReadBack, catalog: &Dictionary, faults: &mut Faults) {
    let doc = &file.doc;
    let Some(root) = value(doc, catalog, "StructTreeRoot").and_then(|o| dict(doc, o)) else {
        faults.add("structure", "no structure tree");
        return;
    };
    // Which element each (page, MCID) belongs to, by the tree and by the way back.
    let mut down: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    let mut headings = Vec::new();
    if let Ok(top) = root.get(b"K").and_then(Object::as_reference) {
        walk(doc, top, &mut down, &mut headings, faults, 0);
    } else {
        faults.add("structure", "the tree is empty");
    }
    let mut last = 0;
    for level in headings {
        if level > last + 1 {
            faults.add("heading", &format!("H{level} after H{last}"));
        }
        last = level;
    }
    let nums = value(doc, root, "ParentTree")
        .and_then(|o| dict(doc, o))
        .and_then(|d| value(doc, d, "Nums"))
        .and_then(|o| o.as_array().ok())
        .cloned()
        .unwrap_or_default();
    let mut total = 0;
    for (i, (id, page)) in file.page_ids.iter().zip(&file.pages).enumerate() {
        let key = doc
            .get_dictionary(*id)
            .ok()
            .and_then(|d| d.get(b"StructParents").ok())
            .and_then(|o| o.as_i64().ok());
        let back = nums
            .chunks_exact(2)
            .find(|c| c[0].as_i64().ok() == key)
            .and_then(|c| c[1].as_array().ok());
        let seen: BTreeSet<i64> = page.mcids.iter().map(|m| m.0).collect();
        if seen.len() != page.mcids.len() {
            faults.add("mcid", &format!("page {}: an MCID is used twice", i + 1));
        }
        if back.map_or(0, Vec::len) != seen.len() {
            faults.add(
                "mcid",
                &format!("page {}: ParentTree and content differ in number", i + 1),
            );
        }
        for (mcid, tag) in &page.mcids {
            total += 1;
            let up = back
                .and_then(|b| b.get(usize::try_from(*mcid).ok()?))
                .and_then(|o| o.as_reference().ok());
            if up.is_none() || up != down.get(&(*id, *mcid)).copied() {
                faults.add(
                    "mcid",
                    &format!("page {}: MCID {mcid} has two parents or none", i + 1),
                );
            }
            let role = up
                .and_then(|u| doc.get_dictionary(u).ok())
                .and_then(|d| d.get(b"S").ok())
                .and_then(|s| s.as_name().ok());
            if role != Some(tag.as_bytes()) {
                faults.add(
                    "mcid",
                    &format!("page {}: MCID {mcid} is tagged {tag}", i + 1),
                );
            }
        }
    }
    if down.len() != total {
        faults.add("mcid", "the tree names content that no page has");
    }
}

fn walk(
    doc: &Document,
    id: ObjectId,
    down: &mut BTreeMap<(ObjectId, i64), ObjectId>,
    headings: &mut Vec<u32>,
    faults: &mut Faults,
    depth: u32,
) {
    let Ok(element) = doc.get_dictionary(id) else {
        faults.add("structure", "an element is missing");
        return;
    };
    if depth > 200 {
        faults.add("structure", "too deep");
        return;
    }
    let role = element
        .get(b"S")
        .and_then(Object::as_name)
        .map(|n| String::from_utf8_lossy(n).into_owned())
        .unwrap_or_default();
    if let Some(level) = role.strip_prefix('H').and_then(|l| l.parse().ok()) {
        headings.push(level);
    }
    if role == "Figure"
        && !element
            .get(b"Alt")
            .and_then(Object::as_str)
            .is_ok_and(|a| !a.is_empty())
    {
        faults.add("alt", "a picture without words");
    }
    let page = element.get(b"Pg").and_then(Object::as_reference).ok();
    let kids: Vec<Object> = match value(doc, element, "K") {
        Some(Object::Array(a)) => a.clone(),
        Some(_) => element.get(b"K").ok().cloned().into_iter().collect(),
        None => Vec::new(),
    };
    let mut cells = Vec::new();
    for kid in &kids {
        match kid {
            Object::Integer(mcid) => match page {
                Some(p) if !down.contains_key(&(p, *mcid)) => {
                    down.insert((p, *mcid), id);
                }
                _ => faults.add(
                    "mcid",
                    &format!("MCID {mcid} without a page or named twice"),
                ),
            },
            Object::Dictionary(d) => {
                let of = d.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                match (of, d.get(b"MCID").and_then(Object::as_i64)) {
                    (Some(p), Ok(mcid)) if !down.contains_key(&(p, mcid)) => {
                        down.insert((p, mcid), id);
                    }
                    _ => faults.add("mcid", "marked content without a page or named twice"),
                }
            }
            Object::Reference(kid) => {
                let parent = doc
                    .get_dictionary(*kid)
                    .ok()
                    .and_then(|d| d.get(b"P").ok())
                    .and_then(|o| o.as_reference().ok());
                if parent != Some(id) {
                    faults.add("structure", "an element doesn't know its parent");
                }
                cells.push(*kid);
                walk(doc, *kid, down, headings, faults, depth + 1);
            }
            _ => faults.add("structure", "a kid that is none"),
        }
    }
    if role == "Table" {
        let rows = |part: &ObjectId| -> Vec<ObjectId> {
            doc.get_dictionary(*part)
                .map(references)
                .unwrap_or_default()
        };
        let lengths: BTreeSet<usize> = cells
            .iter()
            .flat_map(rows)
            .filter_map(|row| doc.get_dictionary(row).ok())
            .map(|row| references(row).len())
            .collect();
        if lengths.len() > 1 {
            faults.add("table", "rows of different length");
        }
    }
}

/// The elements among a dictionary's kids.
fn references(element: &Dictionary) -> Vec<ObjectId> {
    match element.get(b"K") {
        Ok(Object::Array(kids)) => kids.iter().filter_map(|k| k.as_reference().ok()).collect(),
        Ok(Object::Reference(kid)) => vec![*kid],
        _ => Vec::new(),
    }
}
