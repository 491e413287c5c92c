//! Strangers' files: whatever their bytes are, their pages are counted or not, and
//! nothing falls over.

use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use press::{Language, Meta, Part, bind, page_count};
use proptest::prelude::*;
use proptest::sample::Index;

/// A PDF of a stranger, with one page that shows words and every way we know
/// of to act.
fn armed(objects_in_streams: bool) -> Vec<u8> {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let script = doc.add_object(dictionary! {
        "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)"),
    });
    let launch = doc.add_object(dictionary! {
        "S" => "Launch", "F" => Object::string_literal("calc.exe"),
    });
    let link = doc.add_object(dictionary! {
        "Type" => "Annot", "Subtype" => "Link",
        "Rect" => vec![0.into(), 0.into(), 99.into(), 99.into()], "A" => launch,
    });
    let font = doc.add_object(dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica",
    });
    let words = doc.add_object(Stream::new(
        Dictionary::new(),
        b"BT /F1 12 Tf 72 720 Td (Page of a stranger) Tj ET".to_vec(),
    ));
    let outside = doc.add_object(Stream::new(
        dictionary! { "F" => Object::string_literal("/etc/passwd"), "FFilter" => "FlateDecode" },
        Vec::new(),
    ));
    let page = doc.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => vec![words.into(), outside.into()],
        "Annots" => vec![link.into()], "AA" => dictionary! { "O" => script },
        "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
    });
    doc.set_object(
        pages,
        dictionary! {
            "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()],
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        },
    );
    let catalog = doc.add_object(dictionary! {
        "Type" => "Catalog", "Pages" => pages, "OpenAction" => script,
        "AcroForm" => dictionary! { "XFA" => script },
        "Names" => dictionary! { "JavaScript" => script, "EmbeddedFiles" => script },
    });
    doc.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    if objects_in_streams {
        let options = lopdf::SaveOptions::builder()
            .use_object_streams(true)
            .use_xref_streams(true)
            .build();
        doc.save_with_options(&mut bytes, options).expect("a file");
    } else {
        doc.save_to(&mut bytes).expect("a file");
    }
    bytes
}

/// Counts a stranger's pages, which must come to an end and say the same each time.
fn counted(bytes: &[u8]) -> Option<u32> {
    let pages = page_count(bytes);
    assert_eq!(pages, page_count(bytes), "the same bytes are counted anew");
    assert!(pages.is_none_or(|pages| (1..=9_999).contains(&pages)));
    pages
}

#[test]
fn the_pages_of_a_file_that_acts_are_counted() {
    for in_streams in [false, true] {
        assert_eq!(counted(&armed(in_streams)), Some(1));
    }
}

#[test]
fn nothing_of_a_stranger_is_bound() {
    let part = Part {
        title: "Чужое".into(),
        bytes: armed(false),
    };
    let meta = Meta {
        title: "Доказательства ответа".into(),
        author: "ООО «Северный дом»".into(),
        subject: "ИСХ-2026/0001".into(),
        language: Language::Ru,
        created: "2026-11-22T10:00:00+03:00".parse().expect("a time"),
        seed: "strangers".into(),
    };
    assert!(bind(&meta, vec![part], Vec::new()).is_err());
}

#[test]
fn what_is_no_file_has_no_pages() {
    for bytes in [
        Vec::new(),
        b"%PDF-".to_vec(),
        b"%PDF-1.7\n%%EOF".to_vec(),
        b"%PDF-1.4\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF".to_vec(),
        b"\x89PNG\r\n\x1a\n".to_vec(),
        b"\xff\xd8\xff\xe0".to_vec(),
        b"MZ\x90\x00".to_vec(),
    ] {
        assert_eq!(counted(&bytes), None);
    }
}

#[test]
fn a_file_that_leads_round_in_circles_comes_to_an_end() {
    let mut doc = Document::with_version("1.7");
    let pages = doc.new_object_id();
    let inner = doc.new_object_id();
    doc.set_object(
        pages,
        dictionary! { "Type" => "Pages", "Count" => 9, "Kids" => vec![inner.into()], "Parent" => inner },
    );
    doc.set_object(
        inner,
        dictionary! { "Type" => "Pages", "Count" => 9, "Kids" => vec![pages.into(), inner.into()], "Parent" => pages },
    );
    let catalog = doc.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    doc.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).expect("a file");
    counted(&bytes);
}

#[test]
fn a_file_nested_a_hundred_thousand_deep_is_survived() {
    for (open, close) in [("[", "]"), ("<</A ", ">>"), ("(", ")")] {
        for depth in [100, 1_000, 100_000] {
            let deep = format!("{}0{}", open.repeat(depth), close.repeat(depth));
            let file = format!(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n\
                 2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj\n\
                 3 0 obj<</Type/Page/Parent 2 0 R/Resources {deep}>>endobj\n\
                 trailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF"
            );
            counted(&with_table(&file));
        }
    }
}

/// The file with a table of where its objects lie.
fn with_table(file: &str) -> Vec<u8> {
    let at = |mark: &str| file.find(mark).unwrap_or_default();
    let body = &file[..at("trailer")];
    let mut out = body.to_owned();
    let table = out.len();
    out.push_str("xref\n0 4\n0000000000 65535 f \n");
    for n in 1..=3 {
        let place = at(&format!("\n{n} 0 obj")) + 1;
        out.push_str(&format!("{place:010} 00000 n \n"));
    }
    out.push_str(&format!(
        "trailer<</Root 1 0 R/Size 4>>\nstartxref\n{table}\n%%EOF"
    ));
    out.into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn bytes_turned_over(
        in_streams: bool,
        edits in proptest::collection::vec((any::<Index>(), any::<u8>()), 1..40),
    ) {
        let mut bytes = armed(in_streams);
        for (at, byte) in edits {
            let at = at.index(bytes.len() - 5) + 5;
            bytes[at] = byte;
        }
        counted(&bytes);
    }

    #[test]
    fn a_file_cut_short_or_doubled(in_streams: bool, from: Index, to: Index) {
        let whole = armed(in_streams);
        let (from, to) = (from.index(whole.len()), to.index(whole.len()));
        counted(&whole[..to]);
        let mut doubled = whole.clone();
        doubled.extend_from_slice(&whole[from..]);
        counted(&doubled);
        let mut hole = whole[..from.min(to)].to_vec();
        hole.extend_from_slice(&whole[from.max(to)..]);
        counted(&hole);
    }

    #[test]
    fn any_bytes_at_all(kind in 0..3_usize, bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        let mut file = [&b"%PDF-1.7\n"[..], &b"\x89PNG\r\n\x1a\n"[..], &b"\xff\xd8\xff"[..]][kind].to_vec();
        file.extend(bytes);
        counted(&file);
    }
}
