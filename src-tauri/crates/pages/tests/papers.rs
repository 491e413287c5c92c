//! PDFs to be drawn, good ones and bad ones.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use std::io::Write;
use std::sync::Arc;

/// How often a form is drawn by the one above it; there are three, so all of it is drawn a thousand million times.
const TIMES: usize = 1000;
/// Side of the picture that unfolds, points.
const UNFOLDED: i64 = 20_000;

/// A page half of which is black, and a coloured one.
pub fn sound() -> Arc<Vec<u8>> {
    file(&[
        ("0 g 0 0 100 200 re f", Dictionary::new()),
        ("0.9 0.2 0.1 rg 0 0 200 200 re f", Dictionary::new()),
    ])
}

/// A page that is never done, and a sound one.
pub fn endless() -> Arc<Vec<u8>> {
    let mut doc = Document::with_version("1.7");
    let mut inner = form(
        &mut doc,
        "0.5 g 0 0 200 200 re f".to_owned(),
        Dictionary::new(),
    );
    for _ in 0..3 {
        let draws = "/F Do\n".repeat(TIMES);
        inner = form(&mut doc, draws, named("F", inner));
    }
    let pages = [
        ("/F Do", named("F", inner)),
        ("0 g 0 0 100 200 re f", Dictionary::new()),
    ];
    written(doc, &pages)
}

/// A page with a picture that unfolds to far more than it is packed in, and a sound one.
pub fn unfolding() -> Arc<Vec<u8>> {
    let mut doc = Document::with_version("1.7");
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let line = vec![0x55; UNFOLDED as usize];
    for _ in 0..UNFOLDED {
        packed.write_all(&line).expect("packed");
    }
    let about = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => UNFOLDED, "Height" => UNFOLDED,
        "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8, "Filter" => "FlateDecode",
    };
    let packed = packed.finish().expect("packed");
    let picture = doc.add_object(Stream::new(about, packed).with_compression(false));
    let pages = [
        ("200 0 0 200 0 0 cm /F Do", named("F", picture)),
        ("0 g 0 0 100 200 re f", Dictionary::new()),
    ];
    written(doc, &pages)
}

fn form(doc: &mut Document, content: String, resources: Dictionary) -> lopdf::ObjectId {
    let corners: Vec<Object> = [0, 0, 200, 200].map(Object::Integer).to_vec();
    let about = dictionary! {
        "Type" => "XObject", "Subtype" => "Form", "BBox" => corners, "Resources" => resources,
    };
    doc.add_object(Stream::new(about, content.into_bytes()))
}

fn named(name: &str, object: lopdf::ObjectId) -> Dictionary {
    dictionary! { "XObject" => dictionary! { name => object } }
}

fn file(pages: &[(&str, Dictionary)]) -> Arc<Vec<u8>> {
    written(Document::with_version("1.7"), pages)
}

fn written(mut doc: Document, pages: &[(&str, Dictionary)]) -> Arc<Vec<u8>> {
    let tree = doc.new_object_id();
    let mut kids: Vec<Object> = Vec::new();
    for (content, resources) in pages {
        let content = Stream::new(Dictionary::new(), content.as_bytes().to_vec());
        let content = doc.add_object(content);
        let paper: Vec<Object> = [0, 0, 200, 200].map(Object::Integer).to_vec();
        let page = dictionary! {
            "Type" => "Page", "Parent" => tree, "MediaBox" => paper, "Contents" => content,
            "Resources" => resources.clone(),
        };
        kids.push(doc.add_object(page).into());
    }
    let count = kids.len() as i64;
    let about = dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids };
    doc.set_object(tree, about);
    let root = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", root);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("saved");
    Arc::new(bytes)
}
