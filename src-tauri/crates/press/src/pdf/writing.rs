//! The file around the content streams: pages, catalogue, Info, trailer.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::error::PressError;
use crate::model::Meta;
use crate::page::display_list::Typeset;
use crate::pdf::fonts::{Codes, SubsetCache, embed, resource};
use crate::pdf::identity::identity;
use crate::pdf::images::image;
use crate::pdf::objects::{PRODUCER, as_it_is, date, number, packed, saved, text};
use crate::pdf::{attachments, content, icc, structure, xmp};

/// Writes the file.
///
/// # Errors
/// When a font can't be embedded or the file can't be written.
pub(crate) fn write(typeset: &Typeset, subsets: &SubsetCache) -> Result<Vec<u8>, PressError> {
    let codes = Codes::collect(typeset);
    let contents = content::contents(typeset, &codes)?;
    let mut doc = Document::with_version("1.7");
    let catalog = doc.new_object_id();
    let pages = doc.new_object_id();
    let page_ids: Vec<_> = typeset.pages.iter().map(|_| doc.new_object_id()).collect();

    let mut font_dict = Dictionary::new();
    for (face, of_face) in codes.faces() {
        let id = embed(&mut doc, face, of_face, subsets)?;
        font_dict.set(resource(face), id);
    }
    let font_dict = doc.add_object(font_dict);
    let mut pictures = Vec::with_capacity(typeset.pictures.len());
    for bitmap in &typeset.pictures {
        pictures.push(image(&mut doc, bitmap));
    }

    let mut kids = Vec::with_capacity(page_ids.len());
    for (i, (page, ink)) in typeset.pages.iter().zip(&contents).enumerate() {
        let contents = doc.add_object(packed(Dictionary::new(), &ink.stream));
        let mut resources = dictionary! { "Font" => font_dict };
        if !ink.pictures.is_empty() {
            let mut used = Dictionary::new();
            for &p in &ink.pictures {
                if let Some(id) = pictures.get(p) {
                    used.set(content::picture_resource(p), *id);
                }
            }
            resources.set("XObject", used);
        }
        doc.set_object(
            page_ids[i],
            dictionary! {
                "Type" => "Page",
                "Parent" => pages,
                "MediaBox" => vec![0.into(), 0.into(), number(page.width), number(page.height)],
                "Resources" => resources,
                "Contents" => contents,
                "StructParents" => i as i64,
                "Tabs" => "S",
            },
        );
        kids.push(Object::Reference(page_ids[i]));
    }
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => kids.len() as i64, "Kids" => kids },
    );

    let tree = structure::write(&mut doc, typeset, &contents, &page_ids);
    let part = if typeset.attachments.is_empty() { 2 } else { 3 };
    let mut root = catalogue(&mut doc, &typeset.meta, part, pages, tree);
    attachments::write(&mut doc, &mut root, &typeset.attachments);
    doc.set_object(catalog, root);
    let info = info(&mut doc, &typeset.meta);
    doc.trailer.set("Root", catalog);
    doc.trailer.set("Info", info);
    let id = identity(&doc, &typeset.meta.seed);
    doc.trailer.set("ID", vec![id.clone(), id]);

    saved(&mut doc, 9)
}

/// The catalogue of a file that keeps PDF/A, `part` of it, and PDF/UA.
pub(crate) fn catalogue(
    doc: &mut Document,
    meta: &Meta,
    part: u8,
    pages: ObjectId,
    tree: ObjectId,
) -> Dictionary {
    let metadata = doc.add_object({
        let dict = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
        as_it_is(dict, xmp::packet(meta, part).into_bytes())
    });
    let profile = doc.add_object(packed(dictionary! { "N" => 3 }, &icc::srgb()));
    let intent = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => Object::string_literal("sRGB"),
        "Info" => Object::string_literal("sRGB IEC61966-2.1"),
        "DestOutputProfile" => profile,
    };
    dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal(meta.language.tag()),
        "MarkInfo" => dictionary! { "Marked" => true },
        "StructTreeRoot" => tree,
        "Metadata" => metadata,
        "OutputIntents" => vec![Object::Dictionary(intent)],
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    }
}

/// What Info says: the same as XMP.
pub(crate) fn info(doc: &mut Document, meta: &Meta) -> ObjectId {
    let mut dict = dictionary! {
        "Title" => text(&xmp::clean(&meta.title)),
        "Creator" => text(PRODUCER),
        "Producer" => text(PRODUCER),
        "CreationDate" => date(meta.created),
        "ModDate" => date(meta.created),
    };
    for (key, value) in [("Author", &meta.author), ("Subject", &meta.subject)] {
        let value = xmp::clean(value);
        if !value.is_empty() {
            dict.set(key, text(&value));
        }
    }
    doc.add_object(dict)
}
