//! Whatever a document holds, the file is sound: a ZIP whose XML parts are
//! well formed and whose references lead somewhere.

use chrono::DateTime;
use press::{Align, Block, Cell, Document, Marker, Meta, Paragraph, Picture, Span, Table};
use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeSet;
use std::io::{Cursor, Read};

fn meta(title: &str) -> Meta {
    Meta {
        title: title.into(),
        author: title.into(),
        subject: String::new(),
        language: press::Language::Ru,
        created: DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap(),
        seed: String::new(),
    }
}

/// The parts of the package, read back; panics where one is not well formed.
fn sound(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = Reader::from_str(&text);
        reader.config_mut().check_end_names = true;
        let mut open = 0;
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    open += 1;
                    start.attributes().for_each(|a| drop(a.unwrap()));
                }
                Event::Empty(start) => start.attributes().for_each(|a| drop(a.unwrap())),
                Event::End(_) => open -= 1,
                Event::Eof => break,
                Event::Text(_)
                | Event::CData(_)
                | Event::Comment(_)
                | Event::Decl(_)
                | Event::PI(_)
                | Event::DocType(_)
                | Event::GeneralRef(_) => {}
            }
        }
        assert_eq!(open, 0, "{name}");
        parts.push((name, text));
    }
    parts
}

fn part<'a>(parts: &'a [(String, String)], name: &str) -> &'a str {
    &parts.iter().find(|p| p.0 == name).unwrap().1
}

fn values(text: &str, attribute: &str) -> BTreeSet<String> {
    text.split(&format!("{attribute}=\""))
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
        .collect()
}

fn checked(document: &Document) -> Vec<(String, String)> {
    let bytes = docx::docx(document).unwrap();
    assert_eq!(bytes, docx::docx(document).unwrap());
    let parts = sound(&bytes);
    let text = part(&parts, "word/document.xml");
    let known = values(part(&parts, "word/_rels/document.xml.rels"), "Id");
    for wanted in values(text, "r:embed").union(&values(text, "r:id")) {
        assert!(known.contains(wanted), "{wanted}");
    }
    let lists = values(part(&parts, "word/numbering.xml"), "w:numId");
    for used in text.split("<w:numId w:val=\"").skip(1) {
        let used = used.split('"').next().unwrap();
        assert!(lists.contains(used), "list {used}");
    }
    parts
}

/// The smallest PNG there is: one grey dot.
const DOT: &[u8] = &[
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0,
    1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 0x0a, 0x49, 0x44, 0x41, 0x54,
    0x78, 0x9c, 0x63, 0x60, 0, 0, 0, 2, 0, 1, 0x48, 0xaf, 0xa4, 0x71, 0, 0, 0, 0, 0x49, 0x45, 0x4e,
    0x44, 0xae, 0x42, 0x60, 0x82,
];

#[test]
fn every_sort_of_block_has_its_place() {
    let mut document = Document::new(
        meta("Всё"),
        vec![
            Block::Heading {
                level: 1,
                spans: vec!["Заголовок".into()],
            },
            Block::List {
                marker: Marker::Numbered { start: 7 },
                items: vec![
                    vec![
                        Block::text("седьмое"),
                        Block::List {
                            marker: Marker::Dashed,
                            items: vec![vec![Block::text("внутри")]],
                        },
                    ],
                    vec![Block::Table(Table {
                        columns: Vec::new(),
                        head: Vec::new(),
                        rows: vec![vec![Cell::from("a")], vec!["b".into(), "c".into()]],
                    })],
                ],
            },
            Block::Picture {
                picture: Picture::new(DOT.to_vec(), "точка"),
                align: Align::Centre,
                caption: Some(Paragraph {
                    spans: vec![Span::plain("подпись\u{1}")],
                    ..Paragraph::default()
                }),
            },
            Block::Picture {
                picture: Picture::new(b"no picture".to_vec(), ""),
                align: Align::Left,
                caption: None,
            },
            Block::Space { mm: 5.0 },
            Block::Rule,
            Block::PageBreak,
            Block::Together {
                blocks: vec![Block::text("вместе"), Block::text("и это")],
            },
            Block::Quote {
                blocks: vec![Block::spans(vec![Span::italic("чужие слова")])],
            },
        ],
    );
    document.page.numbers = false;
    let parts = checked(&document);
    let text = part(&parts, "word/document.xml");
    for what in [
        "седьмое",
        "внутри",
        "вместе",
        "чужие слова",
        "w:drawing",
        "w:pageBreakBefore",
    ] {
        assert!(text.contains(what), "{what}");
    }
    assert!(
        text.matches("<w:drawing>").count() == 1,
        "the broken one is left out"
    );
    let numbering = part(&parts, "word/numbering.xml");
    assert!(
        numbering.contains("<w:startOverride w:val=\"7\"/>"),
        "{numbering}"
    );
}

fn blocks() -> impl Strategy<Value = Block> {
    let words = any::<String>();
    let leaf = prop_oneof![
        words.prop_map(Block::text),
        (words, any::<bool>(), any::<bool>()).prop_map(|(text, bold, italic)| {
            Block::spans(vec![Span {
                text,
                bold,
                italic,
                ..Span::default()
            }])
        }),
        Just(Block::Rule),
        Just(Block::PageBreak),
        any::<f32>().prop_map(|mm| Block::Space { mm }),
    ];
    leaf.prop_recursive(10, 40, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(proptest::collection::vec(inner.clone(), 0..3), 0..3)
                .prop_map(|items| Block::List {
                    marker: Marker::Dashed,
                    items
                }),
            proptest::collection::vec(inner.clone(), 0..3)
                .prop_map(|blocks| Block::Quote { blocks }),
            proptest::collection::vec(inner, 0..3).prop_map(|blocks| Block::Together { blocks }),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_is_a_sound_file(title in any::<String>(), body in proptest::collection::vec(blocks(), 0..6)) {
        let mut document = Document::new(meta(&title), body);
        document.addressee = vec![title.clone()];
        document.heading = Some(title);
        checked(&document);
    }
}
