//! Counting the pages of files that anybody may have made.

use lopdf::{Document, Object, Stream, dictionary};
use press::LetterheadForm;
use press::page_count;
use proptest::prelude::*;
use std::sync::LazyLock;
use workbench::specimen;

/// A letter of our own of several pages, with its number of pages.
static LETTER: LazyLock<(Vec<u8>, usize)> = LazyLock::new(|| {
    let printed = press::print(&specimen::russian(LetterheadForm::Longitudinal, 9)).unwrap();
    (printed.pdf, printed.pages)
});

/// A plain file with so many pages, its objects packed or not.
fn plain(pages: usize, is_packed: bool) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let tree = doc.new_object_id();
    let kids: Vec<Object> = (0..pages)
        .map(|_| {
            Object::Reference(doc.add_object(dictionary! { "Type" => "Page", "Parent" => tree }))
        })
        .collect();
    // What a file says of itself is not believed.
    let node = dictionary! { "Type" => "Pages", "Count" => 7_000_000, "Kids" => kids };
    doc.set_object(tree, node);
    let root = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", root);
    saved(&mut doc, is_packed)
}

fn saved(doc: &mut Document, is_packed: bool) -> Vec<u8> {
    let options = lopdf::SaveOptions::builder()
        .use_object_streams(is_packed)
        .use_xref_streams(is_packed)
        .build();
    let mut out = Vec::new();
    doc.save_with_options(&mut out, options).unwrap();
    out
}

#[test]
fn pages_are_counted_and_not_believed() {
    let (letter, pages) = &*LETTER;
    assert!(*pages > 1);
    assert_eq!(page_count(letter), Some(u32::try_from(*pages).unwrap()));
    for is_packed in [false, true] {
        for pages in [1, 3, 250] {
            let file = plain(pages, is_packed);
            assert_eq!(page_count(&file), Some(u32::try_from(pages).unwrap()));
        }
        assert_eq!(page_count(&plain(0, is_packed)), None);
        assert_eq!(page_count(&plain(10_000, is_packed)), None);
    }
}

#[test]
fn what_is_locked_broken_or_no_pdf_stays_unknown() {
    let mut doc = Document::load_mem(&plain(2, false)).unwrap();
    let lock = dictionary! {
        "Filter" => "Standard", "V" => 1, "R" => 2, "P" => -4,
        "O" => Object::string_literal(vec![7; 32]), "U" => Object::string_literal(vec![8; 32]),
    };
    let lock = doc.add_object(lock);
    doc.trailer.set("Encrypt", lock);
    let id = Object::string_literal(vec![1; 16]);
    doc.trailer.set("ID", vec![id.clone(), id]);
    assert_eq!(page_count(&saved(&mut doc, false)), None);
    for garbage in [
        &b""[..],
        b"%PDF-",
        b"%PDF-1.7 garbage",
        b"PK\x03\x04",
        b"GIF89a",
    ] {
        assert_eq!(page_count(garbage), None);
    }
    // A tree that leads back to itself.
    let mut doc = Document::with_version("1.7");
    let tree = doc.new_object_id();
    doc.set_object(
        tree,
        dictionary! { "Type" => "Pages", "Kids" => vec![tree.into(), tree.into()] },
    );
    let root = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    doc.trailer.set("Root", root);
    assert_eq!(page_count(&saved(&mut doc, false)), None);
}

/// The writer leaves packed objects of others out, so they get their name later.
const NOT_YET: &str = "NotYet";

fn named(mut file: Vec<u8>) -> Vec<u8> {
    let mut renamed = 0;
    for at in 0..file.len() - NOT_YET.len() {
        if file[at..].starts_with(NOT_YET.as_bytes()) {
            file[at..at + NOT_YET.len()].copy_from_slice(b"ObjStm");
            renamed += 1;
        }
    }
    assert!(renamed > 0, "no packed objects are in the file");
    file
}

#[test]
fn what_unfolds_beyond_measure_is_left_folded() {
    let mut doc = Document::load_mem(&plain(2, false)).unwrap();
    for _ in 0..40 {
        let mut bomb = Stream::new(
            dictionary! { "Type" => NOT_YET, "N" => 1, "First" => 4 },
            [b"99 0 ".to_vec(), vec![b' '; 12 << 20]].concat(),
        );
        bomb.compress().unwrap();
        doc.add_object(bomb);
    }
    let file = named(saved(&mut doc, false));
    assert!(
        file.len() < 1 << 20,
        "it is small while folded: {}",
        file.len()
    );
    // Whether the rest is still counted is the reader's affair; it must come back.
    assert!(matches!(page_count(&file), None | Some(2)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_falls_over_whatever_the_bytes(
        cut in any::<prop::sample::Index>(),
        flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..24),
        tail in prop::collection::vec(any::<u8>(), 0..200),
        is_packed in any::<bool>(),
    ) {
        for mut file in [LETTER.0.clone(), plain(5, is_packed)] {
            for (at, byte) in &flips {
                let at = at.index(file.len());
                file[at] = *byte;
            }
            file.truncate(cut.index(file.len()).max(5));
            file.extend(&tail);
            if let Some(pages) = page_count(&file) {
                prop_assert!((1..10_000).contains(&pages));
            }
        }
        let mut garbage = b"%PDF-1.4\n".to_vec();
        garbage.extend(&tail);
        prop_assert_eq!(page_count(&garbage), None);
    }
}
