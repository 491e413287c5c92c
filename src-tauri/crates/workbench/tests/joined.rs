//! Papers bound into one file: the proof-reader finds nothing in it, and each fault of its own that is put into it.

use lopdf::{Dictionary, Document, Object, dictionary};
use press::{LetterheadForm, Part, Press};
use workbench::lint::lint;
use workbench::specimen;

/// A letter, a paper with pictures, tables, notes and links, and their originals.
fn bound() -> Document {
    let press = Press::new();
    let letter = specimen::russian(LetterheadForm::Corner, 3);
    let parts =
        [("Письмо", &letter), ("Справка", &specimen::rich())].map(|(title, document)| Part {
            title: title.into(),
            bytes: press.print(document).expect("prints").pdf,
        });
    let originals = vec![
        specimen::attachment("Письмо.pdf"),
        specimen::attachment("Справка.pdf"),
    ];
    let bound = press::bind(&letter.meta, parts.into(), originals).expect("binds");
    assert_eq!((bound.first_pages[0], bound.first_pages.len()), (1, 2));
    Document::load_mem(&bound.pdf).expect("reads")
}

/// The rules that are broken once a good file is changed.
fn broken(change: impl FnOnce(&mut Document)) -> Vec<&'static str> {
    static GOOD: std::sync::LazyLock<Document> = std::sync::LazyLock::new(bound);
    let mut doc = GOOD.clone();
    change(&mut doc);
    let mut out = Vec::new();
    doc.save_to(&mut out).expect("saves");
    let faults = lint(&out).expect("reads");
    faults.into_iter().map(|fault| fault.rule).collect()
}

fn catalog(doc: &mut Document) -> &mut Dictionary {
    let root = doc.trailer.get(b"Root").and_then(Object::as_reference);
    doc.get_dictionary_mut(root.expect("a catalogue"))
        .expect("a dictionary")
}

/// The entries of the list of contents, of which a file has two.
fn entry(doc: &mut Document, at: usize) -> &mut Dictionary {
    let mut entries = doc.objects.values_mut().filter_map(|object| {
        let dict = object.as_dict_mut().ok()?;
        (dict.has(b"Dest") && dict.has(b"Title")).then_some(dict)
    });
    entries.nth(at).expect("an entry")
}

#[test]
fn bound_papers_have_no_fault() {
    let none: [&str; 0] = [];
    assert_eq!(broken(|_| {}), none);
}

#[test]
fn each_fault_of_bound_papers_is_caught() {
    type Change = Box<dyn FnOnce(&mut Document)>;
    let cases: Vec<(&str, &str, Change)> = vec![
        (
            "no list of contents",
            "outline",
            Box::new(|d| drop(catalog(d).remove(b"Outlines"))),
        ),
        (
            "a list nobody sees",
            "outline",
            Box::new(|d| drop(catalog(d).remove(b"PageMode"))),
        ),
        (
            "an entry without words",
            "outline",
            Box::new(|d| entry(d, 0).set("Title", Object::string_literal(""))),
        ),
        (
            "an entry that leads nowhere",
            "outline",
            Box::new(|d| drop(entry(d, 1).remove(b"Dest"))),
        ),
        (
            "two entries that lead to one paper",
            "outline",
            Box::new(|d| {
                let first = entry(d, 0).get(b"Dest").expect("a place").clone();
                entry(d, 1).set("Dest", first);
            }),
        ),
        (
            "a list that breaks off",
            "outline",
            Box::new(|d| drop(entry(d, 0).remove(b"Next"))),
        ),
        (
            "a list that leads round in circles",
            "outline",
            Box::new(|d| {
                let next = entry(d, 0).get(b"Next").expect("a neighbour").clone();
                entry(d, 1).set("Next", next);
            }),
        ),
        (
            "no structure",
            "structure",
            Box::new(|d| drop(catalog(d).remove(b"StructTreeRoot"))),
        ),
        (
            "not said to be tagged",
            "marked",
            Box::new(|d| drop(catalog(d).remove(b"MarkInfo"))),
        ),
        (
            "originals that belong to nothing",
            "attachment",
            Box::new(|d| drop(catalog(d).remove(b"AF"))),
        ),
        (
            "originals that can't be found",
            "attachment",
            Box::new(|d| {
                catalog(d).set("Names", dictionary! { "EmbeddedFiles" => dictionary! {} })
            }),
        ),
        (
            "a paper of which no structure is left",
            "mcid",
            Box::new(|d| {
                let section = d.objects.values_mut().find_map(|object| {
                    let dict = object.as_dict_mut().ok()?;
                    let kind = dict.get(b"S").and_then(Object::as_name).ok()?;
                    (kind == b"Sect").then_some(dict)
                });
                section.expect("a section").remove(b"K");
            }),
        ),
    ];
    for (name, rule, change) in cases {
        let found = broken(change);
        assert!(
            found.contains(&rule),
            "{name}: {rule} is not among {found:?}"
        );
    }
}
