//! Rules of files inside the file: part 3 allows them when each says what it is.

use lopdf::{Dictionary, Document, Object};

use super::fault::Faults;
use press::readback::{content, dict, real, value};

const RELATIONSHIPS: [&str; 5] = ["Source", "Data", "Alternative", "Supplement", "Unspecified"];

/// Whether the catalogue names files.
pub(super) fn any(doc: &Document, catalog: &Dictionary) -> bool {
    catalog.has(b"AF") || tree(doc, catalog).is_some()
}

fn tree<'a>(doc: &'a Document, catalog: &'a Dictionary) -> Option<&'a Dictionary> {
    let names = value(doc, catalog, "Names").and_then(|o| dict(doc, o))?;
    value(doc, names, "EmbeddedFiles").and_then(|o| dict(doc, o))
}

pub(super) fn files(doc: &Document, catalog: &Dictionary, faults: &mut Faults) {
    if !any(doc, catalog) {
        return;
    }
    let list = |o: Option<&Object>| -> Vec<Object> {
        o.and_then(|o| o.as_array().ok())
            .cloned()
            .unwrap_or_default()
    };
    let associated = list(value(doc, catalog, "AF"));
    let names = list(tree(doc, catalog).and_then(|t| value(doc, t, "Names")));
    if names.is_empty() || names.len() % 2 != 0 {
        faults.add("attachment", "the tree of names is empty or odd");
    }
    let keys: Vec<&[u8]> = names
        .iter()
        .step_by(2)
        .filter_map(|k| k.as_str().ok())
        .collect();
    if !keys.windows(2).all(|w| w[0] < w[1]) {
        faults.add("attachment", "the names are not in order");
    }
    for file in names.iter().skip(1).step_by(2) {
        if !associated.contains(file) {
            faults.add("attachment", "a file is not associated with the document");
        }
        match dict(doc, file) {
            Some(spec) => one(doc, spec, faults),
            None => faults.add("attachment", "a name without a file"),
        }
    }
    if associated.len() * 2 != names.len() {
        faults.add("attachment", "associated and named files differ in number");
    }
}

fn one(doc: &Document, spec: &Dictionary, faults: &mut Faults) {
    let told = |key: &str| value(doc, spec, key).and_then(|o| o.as_str().ok());
    for key in ["F", "UF", "Desc"] {
        if told(key).is_none_or(<[u8]>::is_empty) {
            faults.add("attachment", &format!("a file without {key}"));
        }
    }
    if told("F") != told("UF") {
        faults.add("attachment", "a file with two names");
    }
    let relationship = value(doc, spec, "AFRelationship").and_then(|o| o.as_name().ok());
    if !relationship.is_some_and(|r| RELATIONSHIPS.iter().any(|k| k.as_bytes() == r)) {
        faults.add(
            "attachment",
            "a file that doesn't say what it is to the document",
        );
    }
    let stream = value(doc, spec, "EF")
        .and_then(|o| dict(doc, o))
        .and_then(|ef| ef.get(b"F").ok());
    let Some((stream, about)) = stream.and_then(|s| Some((s, dict(doc, s)?))) else {
        faults.add("attachment", "a file without content");
        return;
    };
    let typed = about
        .get(b"Subtype")
        .and_then(Object::as_name)
        .is_ok_and(|m| m.contains(&b'/'));
    if !typed {
        faults.add("attachment", "a file without a media type");
    }
    let params = value(doc, about, "Params").and_then(|o| dict(doc, o));
    if !params.is_some_and(|p| p.has(b"ModDate")) {
        faults.add("attachment", "a file without a date");
    }
    let told = params.and_then(|p| p.get(b"Size").ok()).and_then(real);
    let real = content(doc, stream).map(|c| c.len() as f64);
    if told.is_none() || told != real {
        faults.add("attachment", "a file of another size than it says");
    }
}
