//! Files inside the file.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::model::{Attachment, Relationship};
use crate::pdf::objects::{date, packed, text};

/// Files that are given away are let go one after the other, so that none is in memory twice for longer.
pub(crate) fn write<F: Borrow<Attachment>>(
    doc: &mut Document,
    catalog: &mut Dictionary,
    files: impl IntoIterator<Item = F>,
) {
    let mut named: BTreeMap<String, ObjectId> = BTreeMap::new();
    for file in files {
        let name = free_name(&safe(&file.borrow().name), &named);
        let id = one(doc, file.borrow(), &name);
        named.insert(name, id);
    }
    if named.is_empty() {
        return;
    }
    let all: Vec<Object> = named.values().map(|id| (*id).into()).collect();
    let mut names = Vec::with_capacity(named.len() * 2);
    // A name tree is sorted by the bytes of its keys.
    let mut keys: Vec<(Vec<u8>, Object, ObjectId)> = named
        .into_iter()
        .filter_map(|(name, id)| {
            let key = text(&name);
            Some((key.as_str().ok()?.to_vec(), key, id))
        })
        .collect();
    keys.sort_by(|a, b| a.0.cmp(&b.0));
    for (_, key, id) in keys {
        names.push(key);
        names.push(id.into());
    }
    catalog.set("AF", all);
    catalog.set(
        "Names",
        dictionary! { "EmbeddedFiles" => dictionary! { "Names" => names } },
    );
}

fn one(doc: &mut Document, file: &Attachment, name: &str) -> ObjectId {
    let mime = if plausible(&file.mime) {
        file.mime.as_str()
    } else {
        "application/octet-stream"
    };
    let stream = packed(
        dictionary! {
            "Type" => "EmbeddedFile",
            "Subtype" => mime,
            "Params" => dictionary! {
                "Size" => file.bytes.len() as i64,
                "ModDate" => date(file.modified),
            },
        },
        &file.bytes,
    );
    let stream = doc.add_object(stream);
    let description = if file.description.trim().is_empty() {
        name
    } else {
        file.description.trim()
    };
    doc.add_object(dictionary! {
        "Type" => "Filespec",
        "F" => text(name),
        "UF" => text(name),
        "Desc" => text(description),
        "AFRelationship" => relationship(file.relationship),
        "EF" => dictionary! { "F" => stream, "UF" => stream },
    })
}

fn relationship(of: Relationship) -> &'static str {
    match of {
        Relationship::Source => "Source",
        Relationship::Data => "Data",
        Relationship::Alternative => "Alternative",
        Relationship::Supplement => "Supplement",
        Relationship::Unspecified => "Unspecified",
    }
}

fn plausible(mime: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    mime.len() < 100
        && mime
            .split_once('/')
            .is_some_and(|(kind, of)| sound(kind) && sound(of))
}

/// A name without folders and signs that a file system refuses.
fn safe(name: &str) -> String {
    let name: String = name
        .chars()
        .filter(|c| !c.is_control())
        .map(|c| if "/\\:*?\"<>|".contains(c) { '-' } else { c })
        .take(120)
        .collect();
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() { "file" } else { name }.to_owned()
}

fn free_name(name: &str, taken: &BTreeMap<String, ObjectId>) -> String {
    let mut out = name.to_owned();
    let mut n = 2;
    while taken.contains_key(&out) {
        out = match name.rsplit_once('.') {
            Some((stem, ending)) => format!("{stem} ({n}).{ending}"),
            None => format!("{name} ({n})"),
        };
        n += 1;
    }
    out
}
