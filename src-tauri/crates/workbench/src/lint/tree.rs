//! Rules of the structure tree.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::fault::Faults;
use super::links;
use press::readback::{ReadBack, dict, real, value};

pub(super) fn structure(file: &ReadBack, catalog: &Dictionary, faults: &mut Faults) {
    let doc = &file.doc;
    let Some(root) = value(doc, catalog, "StructTreeRoot").and_then(|o| dict(doc, o)) else {
        faults.add("structure", "no structure tree");
        return;
    };
    // Which element each (page, MCID) belongs to, by the tree and by the way back.
    let mut down: BTreeMap<(ObjectId, i64), ObjectId> = BTreeMap::new();
    let mut headings = Vec::new();
    let mut links = BTreeMap::new();
    if let Ok(top) = root.get(b"K").and_then(Object::as_reference) {
        let mut tree = Tree {
            doc,
            roles: value(doc, root, "RoleMap").and_then(|o| dict(doc, o)),
            down: &mut down,
            headings: &mut headings,
            links: &mut links,
        };
        tree.walk(top, faults, 0);
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
    names(doc, root, faults);
    let nums = value(doc, root, "ParentTree")
        .and_then(|o| dict(doc, o))
        .and_then(|d| value(doc, d, "Nums"))
        .and_then(|o| o.as_array().ok())
        .cloned()
        .unwrap_or_default();
    links::rules(file, &nums, &links, faults);
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
    let next = value(doc, root, "ParentTreeNextKey").and_then(real);
    let keys: Vec<f64> = nums.iter().step_by(2).filter_map(real).collect();
    if !keys.windows(2).all(|w| w[0] < w[1]) || next.is_none_or(|n| keys.iter().any(|k| *k >= n)) {
        faults.add("structure", "the keys of the way back are not in order");
    }
    if down.len() != total {
        faults.add("mcid", "the tree names content that no page has");
    }
}

/// What is gathered on the way through the tree.
struct Tree<'a> {
    doc: &'a Document,
    /// Types of our own, with the standard ones they stand for.
    roles: Option<&'a Dictionary>,
    down: &'a mut BTreeMap<(ObjectId, i64), ObjectId>,
    headings: &'a mut Vec<u32>,
    /// The annotations that elements name, with those elements.
    links: &'a mut BTreeMap<ObjectId, ObjectId>,
}

impl Tree<'_> {
    fn walk(&mut self, id: ObjectId, faults: &mut Faults, depth: u32) {
        let doc = self.doc;
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
            self.headings.push(level);
        }
        // A type of our own is told readers by one of the standard's.
        let stands_for = self
            .roles
            .and_then(|roles| roles.get(role.as_bytes()).ok())
            .and_then(|o| o.as_name().ok())
            .map(|n| String::from_utf8_lossy(n).into_owned());
        let standard = stands_for.unwrap_or_else(|| role.clone());
        if !KNOWN.contains(&standard.as_str()) {
            faults.add("role", &format!("{role} is no standard structure type"));
        }
        if role == "Note"
            && !element
                .get(b"ID")
                .and_then(Object::as_str)
                .is_ok_and(|n| !n.is_empty())
        {
            faults.add("note", "a note without a name");
        }
        if role == "Figure" && !framed(doc, element) {
            faults.add("bbox", "a picture that doesn't say where it stands");
        }
        if role == "TH" && attribute(doc, element, "Scope").is_none() {
            faults.add("table", "a head cell that doesn't say what it heads");
        }
        let tongue = value(doc, element, "Lang").and_then(|o| o.as_str().ok());
        if tongue.is_some_and(|l| !super::language::is_language_tag(l)) {
            faults.add("lang", "an element in no language");
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
                    Some(p) if !self.down.contains_key(&(p, *mcid)) => {
                        self.down.insert((p, *mcid), id);
                    }
                    _ => faults.add(
                        "mcid",
                        &format!("MCID {mcid} without a page or named twice"),
                    ),
                },
                Object::Dictionary(d) if d.has(b"Obj") => {
                    if let Ok(link) = d.get(b"Obj").and_then(Object::as_reference) {
                        self.links.insert(link, id);
                    }
                    if role != "Link" {
                        faults.add("link", "an annotation in an element that is no link");
                    }
                }
                Object::Dictionary(d) => {
                    let of = d.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                    match (of, d.get(b"MCID").and_then(Object::as_i64)) {
                        (Some(p), Ok(mcid)) if !self.down.contains_key(&(p, mcid)) => {
                            self.down.insert((p, mcid), id);
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
                    let under = doc
                        .get_dictionary(*kid)
                        .ok()
                        .and_then(|d| d.get(b"S").and_then(Object::as_name).ok())
                        .map(|n| String::from_utf8_lossy(n).into_owned())
                        .unwrap_or_default();
                    if !fits(&role, &under) {
                        faults.add("nesting", &format!("{under} in {role}"));
                    }
                    cells.push(*kid);
                    self.walk(*kid, faults, depth + 1);
                }
                Object::Null
                | Object::Boolean(_)
                | Object::Real(_)
                | Object::Name(_)
                | Object::String(..)
                | Object::Array(_)
                | Object::Stream(_) => faults.add("structure", "a kid that is none"),
            }
        }
        if matches!(role.as_str(), "THead" | "TBody") && cells.is_empty() {
            faults.add("table", &format!("{role} without a row"));
        }
        if role == "Table" {
            let part = |name: &[u8]| {
                let mut parts = cells
                    .iter()
                    .filter_map(|part| doc.get_dictionary(*part).ok());
                parts.any(|part| part.get(b"S").and_then(Object::as_name).ok() == Some(name))
            };
            if part(b"THead") && !part(b"TBody") {
                faults.add("table", "a head of nothing");
            }
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
}

/// The structure types that letters are made of.
const KNOWN: [&str; 27] = [
    "Document",
    "Div",
    "P",
    "H1",
    "H2",
    "H3",
    "H4",
    "H5",
    "H6",
    "L",
    "LI",
    "Lbl",
    "LBody",
    "Table",
    "THead",
    "TBody",
    "TR",
    "TH",
    "TD",
    "BlockQuote",
    "Figure",
    "Span",
    "Reference",
    "Note",
    "Caption",
    "Link",
    "Sect",
];

/// Whether an element may stand in another.
fn fits(outer: &str, inner: &str) -> bool {
    match (outer, inner) {
        ("L", inner) => matches!(inner, "LI" | "Caption" | "L"),
        ("LI", inner) => matches!(inner, "Lbl" | "LBody"),
        ("Table", inner) => matches!(inner, "TR" | "THead" | "TBody" | "Caption"),
        ("THead" | "TBody", inner) => inner == "TR",
        ("TR", inner) => matches!(inner, "TH" | "TD"),
        (outer, "Caption") => matches!(outer, "Figure" | "L" | "Table"),
        (_, "LI" | "LBody" | "THead" | "TBody" | "TR" | "TH" | "TD" | "Document") => false,
        (outer, "Lbl") => matches!(outer, "Note" | "Reference"),
        _ => true,
    }
}

fn attribute<'a>(doc: &'a Document, element: &'a Dictionary, key: &str) -> Option<&'a Object> {
    let attributes = value(doc, element, "A").and_then(|o| dict(doc, o))?;
    value(doc, attributes, key)
}

/// Whether a picture has a box that lies on its page.
fn framed(doc: &Document, element: &Dictionary) -> bool {
    let of = |o: Option<&Object>| -> Vec<f64> {
        o.and_then(|o| o.as_array().ok())
            .map(|a| a.iter().filter_map(real).collect())
            .unwrap_or_default()
    };
    let frame = of(attribute(doc, element, "BBox"));
    let sheet = value(doc, element, "Pg")
        .and_then(|o| dict(doc, o))
        .map(|page| of(value(doc, page, "MediaBox")))
        .unwrap_or_default();
    frame.len() == 4
        && sheet.len() == 4
        && frame[0] < frame[2]
        && frame[1] < frame[3]
        && frame[0] > sheet[0] - 1.0
        && frame[1] > sheet[1] - 1.0
        && frame[2] < sheet[2] + 1.0
        && frame[3] < sheet[3] + 1.0
}

/// The names of all notes lead to them, each to one.
fn names(doc: &Document, root: &Dictionary, faults: &mut Faults) {
    let mut told: BTreeSet<(Vec<u8>, ObjectId)> = BTreeSet::new();
    let leaves = value(doc, root, "IDTree")
        .and_then(|o| dict(doc, o))
        .and_then(|t| value(doc, t, "Kids"))
        .and_then(|o| o.as_array().ok());
    for leaf in leaves.into_iter().flatten().filter_map(|o| dict(doc, o)) {
        let pairs = value(doc, leaf, "Names").and_then(|o| o.as_array().ok());
        for pair in pairs.map(|p| p.chunks_exact(2)).into_iter().flatten() {
            if let (Ok(name), Ok(id)) = (pair[0].as_str(), pair[1].as_reference()) {
                told.insert((name.to_vec(), id));
            }
        }
    }
    let mut real: BTreeSet<(Vec<u8>, ObjectId)> = BTreeSet::new();
    for (id, object) in &doc.objects {
        if let Object::Dictionary(d) = object
            && d.get(b"S").and_then(Object::as_name).ok() == Some(b"Note".as_slice())
            && let Ok(name) = d.get(b"ID").and_then(Object::as_str)
        {
            if real.iter().any(|r| r.0 == name) {
                faults.add("note", "two notes of one name");
            }
            real.insert((name.to_vec(), *id));
        }
    }
    if told != real {
        faults.add("note", "the names of the notes don't lead to them");
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
