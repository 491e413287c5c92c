//! Links from one place of a file to another (ISO 32000-1, 12.5.6.5).

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::pdf::boxes::Place;
use crate::pdf::objects::{number, text};

/// The bit of an annotation's flags that it is printed with the page, which PDF/A asks for.
const PRINT: i64 = 4;
/// Space above the place that is led to, pt.
const ABOVE: f32 = 6.0;

/// Adds a link at a place of its page. `words` say what it leads to; `key` leads back to its
/// element.
pub(crate) fn annotation(
    doc: &mut Document,
    pages: &[ObjectId],
    at: Place,
    to: Place,
    words: &str,
    key: usize,
) -> ObjectId {
    let dest: Vec<Object> = vec![
        pages[to.page].into(),
        "XYZ".into(),
        number(to.sides[0]),
        number(to.sides[3] + ABOVE),
        Object::Null,
    ];
    let id = doc.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => at.sides.map(number).to_vec(),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        "F" => PRINT,
        "Contents" => text(words),
        "Dest" => dest,
        "StructParent" => key as i64,
    });
    if let Ok(page) = doc.get_dictionary_mut(pages[at.page]) {
        match page.get_mut(b"Annots").and_then(Object::as_array_mut) {
            Ok(all) => all.push(id.into()),
            Err(_) => page.set("Annots", vec![Object::Reference(id)]),
        }
    }
    id
}
