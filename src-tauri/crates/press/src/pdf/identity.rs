//! The file's `/ID`.

use lopdf::{Document, Object, StringFormat};
use sha2::{Digest, Sha256};

/// A digest of all objects and of a seed: the same content has the same identity.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of a PDF's objects are lopdf's"
)]
pub(crate) fn identity(doc: &Document, seed: &str) -> Object {
    let mut digest = Sha256::new();
    digest.update(seed.as_bytes());
    for (id, object) in &doc.objects {
        digest.update(id.0.to_be_bytes());
        match object {
            Object::Stream(s) => {
                digest.update(format!("{:?}", s.dict).as_bytes());
                digest.update(&s.content);
            }
            other => digest.update(format!("{other:?}").as_bytes()),
        }
    }
    Object::String(digest.finalize()[..16].to_vec(), StringFormat::Hexadecimal)
}
