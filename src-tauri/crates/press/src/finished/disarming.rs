//! Taking out of a file whatever acts or leads out of it.

use lopdf::{Dictionary, Object};

/// Keys under which a file acts, or leads out of itself.
const ACTING: [&[u8]; 10] = [
    b"AA",
    b"OpenAction",
    b"JavaScript",
    b"JS",
    b"Launch",
    b"Annots",
    b"AcroForm",
    b"EmbeddedFiles",
    b"StructParents",
    b"PieceInfo",
];

/// Takes out what acts, at any depth; what nests deeper than a sound file goes whole.
pub(crate) fn disarm(object: &mut Object) {
    disarm_at(object, 0);
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of a PDF's objects are lopdf's"
)]
fn disarm_at(object: &mut Object, depth: u8) {
    if depth > 64 {
        *object = Object::Null;
        return;
    }
    match object {
        Object::Dictionary(dict) => disarm_dict(dict, depth),
        Object::Stream(stream) => disarm_dict(&mut stream.dict, depth),
        Object::Array(list) => list.iter_mut().for_each(|o| disarm_at(o, depth + 1)),
        _ => {}
    }
}

fn disarm_dict(dict: &mut Dictionary, depth: u8) {
    for key in ACTING {
        dict.remove(key);
    }
    // A stream that names an outer file would be read from there.
    if dict.has(b"FFilter") || (dict.has(b"F") && dict.has(b"Length")) {
        dict.remove(b"F");
        dict.remove(b"FFilter");
    }
    for (_, value) in dict.iter_mut() {
        disarm_at(value, depth + 1);
    }
}
