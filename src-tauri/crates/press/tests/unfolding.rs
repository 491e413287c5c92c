//! A small file that unfolds to more than a computer holds. It has a process of
//! its own, whose memory is looked at.
#![cfg(target_os = "linux")]

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Document, Object, Stream, dictionary};
use press::page_count;
use std::io::Write;

/// The writer leaves packed objects of others out, so they get their name later.
const NOT_YET: &str = "NotYet";
/// What the packed stream unfolds to, in MiB.
const UNFOLDED: usize = 1536;

/// A file of one page, and beside it a stream of packed objects, nearly all of them blanks.
fn bomb() -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(b"99 0 ").expect("packed");
    let blanks = vec![b' '; 1 << 20];
    for _ in 0..UNFOLDED {
        packed.write_all(&blanks).expect("packed");
    }
    let mut doc = Document::with_version("1.7");
    let tree = doc.new_object_id();
    let page = doc.add_object(dictionary! { "Type" => "Page", "Parent" => tree });
    let kids = vec![Object::Reference(page)];
    doc.set_object(
        tree,
        dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => kids },
    );
    let mut stream = Stream::new(
        dictionary! { "Type" => NOT_YET, "N" => 1, "First" => 4, "Filter" => "FlateDecode" },
        packed.finish().expect("packed"),
    );
    stream.allows_compression = false;
    doc.add_object(stream);
    let root = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", root);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("saved");
    let at = bytes
        .windows(NOT_YET.len())
        .position(|six| six == NOT_YET.as_bytes());
    let at = at.expect("the stream is in the file");
    bytes[at..at + NOT_YET.len()].copy_from_slice(b"ObjStm");
    bytes
}

/// The most memory this process ever held, in MiB.
fn most_held() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("the process's state");
    let line = status.lines().find(|line| line.starts_with("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().nth(1));
    kib.and_then(|kib| kib.parse::<usize>().ok())
        .expect("a size")
        / 1024
}

#[test]
fn a_file_made_to_fill_the_memory_is_left_folded() {
    let bytes = bomb();
    assert!(
        bytes.len() < 16 << 20,
        "small while folded: {}",
        bytes.len()
    );
    // Its one page is told by objects that are not in the stream.
    assert_eq!(page_count(&bytes), Some(1));
    let held = most_held();
    assert!(held < 512, "{held} MiB were held");
}
