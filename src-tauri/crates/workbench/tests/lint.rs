//! The proof-reader catches what it is there for: each fault is put into a good
//! file by hand.

use lopdf::{Dictionary, Document, Object, dictionary};
use press::{LetterheadForm, Press};
use workbench::lint::lint;
use workbench::specimen;

/// Changes a good file and gives the rules that are broken then.
fn broken(change: impl FnOnce(&mut Document)) -> Vec<&'static str> {
    static GOOD: std::sync::LazyLock<press::Document> = std::sync::LazyLock::new(specimen::rich);
    broken_in(&GOOD, change)
}

static PRESS: std::sync::LazyLock<Press> = std::sync::LazyLock::new(Press::new);

fn broken_in(document: &press::Document, change: impl FnOnce(&mut Document)) -> Vec<&'static str> {
    let pdf = PRESS.print(document).expect("prints").pdf;
    let mut doc = Document::load_mem(&pdf).expect("reads");
    change(&mut doc);
    let mut out = Vec::new();
    doc.save_to(&mut out).expect("saves");
    lint(&out)
        .expect("reads")
        .into_iter()
        .map(|f| f.rule)
        .collect()
}

fn catalog(doc: &mut Document) -> &mut Dictionary {
    let id = doc
        .trailer
        .get(b"Root")
        .and_then(Object::as_reference)
        .expect("a catalog");
    doc.get_object_mut(id)
        .and_then(Object::as_dict_mut)
        .expect("a dictionary")
}

#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of a PDF's objects are lopdf's"
)]
fn each(doc: &mut Document, key: &str, name: &str, change: impl Fn(&mut Dictionary)) {
    let mut seen = 0;
    for object in doc.objects.values_mut() {
        let dict = match object {
            Object::Dictionary(d) => d,
            Object::Stream(s) => &mut s.dict,
            _ => continue,
        };
        if dict.get(key.as_bytes()).and_then(Object::as_name).ok() == Some(name.as_bytes()) {
            change(dict);
            seen += 1;
        }
    }
    assert!(seen > 0, "nothing is /{key} /{name}");
}

fn xmp(doc: &mut Document, from: &str, to: &str) {
    let id = catalog(doc)
        .get(b"Metadata")
        .and_then(Object::as_reference)
        .expect("metadata");
    let stream = doc
        .get_object_mut(id)
        .and_then(Object::as_stream_mut)
        .expect("a stream");
    let text = String::from_utf8(stream.content.clone()).expect("text");
    assert!(text.contains(from), "{from}");
    stream.set_plain_content(text.replace(from, to).into_bytes());
}

/// Lets the glyphs of one character read as another.
fn to_unicode(doc: &mut Document, from: u16, to: u16) {
    let mut changed = 0;
    let maps: Vec<lopdf::ObjectId> = doc
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter_map(|font| font.get(b"ToUnicode").and_then(Object::as_reference).ok())
        .collect();
    for id in maps {
        let stream = doc
            .get_object_mut(id)
            .and_then(Object::as_stream_mut)
            .expect("a stream");
        let text = stream.get_plain_content().expect("a map");
        let text = String::from_utf8(text).expect("text");
        let line = |line: &str| -> String {
            let parts = line.split(['<', '>', ' ']).filter(|p| !p.is_empty());
            let parts: Vec<u16> = parts
                .map_while(|p| u16::from_str_radix(p, 16).ok())
                .collect();
            let [first, last, reads] = parts[..] else {
                return format!("{line}\n");
            };
            match from.checked_sub(reads).filter(|at| *at <= last - first) {
                Some(at) => format!("<{first:04X}> <{last:04X}> <{:04X}>\n", to - at),
                None => format!("{line}\n"),
            }
        };
        let other: String = text.lines().map(line).collect();
        if other != text {
            stream.set_plain_content(other.into_bytes());
            stream.dict.remove(b"Filter");
            changed += 1;
        }
    }
    assert!(changed > 0, "nothing reads so");
}

fn page_content(doc: &mut Document, change: impl FnOnce(String) -> String) {
    let page = *doc.get_pages().get(&1).expect("a page");
    let text = String::from_utf8(doc.get_page_content(page)).expect("text");
    let changed = change(text.clone());
    assert_ne!(text, changed);
    doc.change_page_content(page, changed.into_bytes())
        .expect("changed");
}

/// The stream without its first pair of marks.
fn without_first_mark(stream: &str) -> String {
    let (mut opened, mut closed) = (false, false);
    let kept = stream.lines().filter(|line| {
        let opens = !opened && line.trim_end().ends_with("BDC");
        let closes = !closed && line.trim_end().ends_with("EMC");
        opened |= opens;
        closed |= closes;
        !opens && !closes
    });
    kept.collect::<Vec<_>>().join("\n")
}

#[test]
fn an_untouched_file_has_no_fault_even_when_saved_again() {
    assert!(broken(|_| {}).is_empty());
}

type Change = Box<dyn FnOnce(&mut Document)>;

/// Faults of single objects: a key of the first dictionary that `/key /name`
/// holds of is set or, without a value, taken away.
fn further() -> Vec<(&'static str, &'static str, Change)> {
    type Row = (
        &'static str,
        &'static str,
        (&'static str, &'static str),
        &'static str,
        Option<Object>,
    );
    let name = |n: &str| Some(Object::Name(n.as_bytes().to_vec()));
    let rows: Vec<Row> = vec![
        ("language that is none", "lang", ("Type", "Catalog"), "Lang", Some(Object::string_literal("русский"))),
        ("form to fill in", "forbidden", ("Type", "Catalog"), "AcroForm", Some(dictionary! {}.into())),
        ("script on a page", "forbidden", ("Type", "Page"), "AA", Some(dictionary! {}.into())),
        ("tabulator", "page", ("Type", "Page"), "Tabs", None),
        ("no way back", "page", ("Type", "Page"), "StructParents", None),
        ("no sheet", "page", ("Type", "Page"), "MediaBox", Some(vec![0.into(), 0.into(), 1.into(), 1.into()].into())),
        (
            "hidden annotation",
            "annotation",
            ("Type", "Page"),
            "Annots",
            Some(vec![dictionary! { "Subtype" => "Link", "F" => 2, "Contents" => Object::string_literal("x"), "StructParent" => 9 }.into()].into()),
        ),
        ("film", "annotation", ("Type", "Page"), "Annots", Some(vec![dictionary! { "Subtype" => "Screen", "F" => 4 }.into()].into())),
        ("four-colour picture", "image", ("Subtype", "Image"), "ColorSpace", name("DeviceCMYK")),
        ("picture of another width", "image", ("Subtype", "Image"), "Width", Some(77.into())),
        ("sixteen bits a sample", "image", ("Subtype", "Image"), "BitsPerComponent", Some(16.into())),
        ("content from elsewhere", "stream", ("Subtype", "Image"), "F", Some(Object::string_literal("x.png"))),
        ("packed in an old way", "stream", ("Subtype", "Image"), "Filter", name("LZWDecode")),
        ("packed in a new way", "stream", ("Subtype", "Image"), "Filter", name("JPXDecode")),
        ("named by nobody", "font", ("Type", "FontDescriptor"), "FontName", name("Arial")),
        ("not described", "font", ("Type", "FontDescriptor"), "StemV", None),
        ("another encoding", "font", ("Subtype", "Type0"), "Encoding", name("WinAnsiEncoding")),
        ("another collection", "font", ("Subtype", "CIDFontType2"), "CIDSystemInfo", Some(dictionary! { "Registry" => Object::string_literal("Adobe"), "Ordering" => Object::string_literal("Japan1"), "Supplement" => 0 }.into())),
        ("unknown element", "role", ("S", "BlockQuote"), "S", name("Zitat")),
        ("item outside its list", "nesting", ("S", "L"), "S", name("Div")),
        ("paragraph in a table", "nesting", ("S", "TBody"), "S", name("P")),
        ("head of nothing", "table", ("S", "TH"), "A", None),
        ("picture anywhere", "bbox", ("S", "Figure"), "A", None),
        ("picture off the page", "bbox", ("S", "Figure"), "A", Some(dictionary! { "O" => "Layout", "BBox" => vec![10.into(), 10.into(), 9_000.into(), 20.into()] }.into())),
        ("link that is not printed", "link", ("Subtype", "Link"), "F", None),
        ("link without words", "link", ("Subtype", "Link"), "Contents", None),
        ("link to nowhere", "link", ("Subtype", "Link"), "Dest", None),
        ("link of no element", "link", ("Subtype", "Link"), "StructParent", Some(0.into())),
        ("link that no page has", "link", ("Type", "Page"), "Annots", None),
        ("type of our own without its meaning", "role", ("Type", "StructTreeRoot"), "RoleMap", None),
        ("caption without its figure", "nesting", ("S", "Figure"), "S", name("Div")),
        ("note without a name", "note", ("S", "Note"), "ID", None),
        ("two notes of one name", "note", ("S", "Note"), "ID", Some(Object::string_literal("note-0001"))),
        ("keys used up", "structure", ("Type", "StructTreeRoot"), "ParentTreeNextKey", Some(0.into())),
        ("endless number", "limits", ("Type", "Catalog"), "X", Some(Object::Integer(1 << 40))),
        ("endless string", "limits", ("Type", "Catalog"), "X", Some(Object::string_literal("x".repeat(40_000)))),
        ("endless name", "limits", ("Type", "Catalog"), "X", name(&"x".repeat(200))),
    ];
    let one = |(name, rule, (at, what), key, value): Row| -> (_, _, Change) {
        let change: Change = Box::new(move |d: &mut Document| {
            each(d, at, what, |x| {
                match value.clone() {
                    Some(value) => x.set(key, value),
                    None => drop(x.remove(key.as_bytes())),
                };
            });
        });
        (name, rule, change)
    };
    let mut out: Vec<(&'static str, &'static str, Change)> = rows.into_iter().map(one).collect();
    out.push((
        "Info says more than XMP",
        "info",
        Box::new(|d| {
            let id = d
                .trailer
                .get(b"Info")
                .and_then(Object::as_reference)
                .expect("Info");
            let info = d
                .get_object_mut(id)
                .and_then(Object::as_dict_mut)
                .expect("a dictionary");
            info.set("Keywords", Object::string_literal("x"));
        }),
    ));
    out.push((
        "doubtful tags",
        "marked",
        Box::new(|d| {
            catalog(d).set(
                "MarkInfo",
                dictionary! { "Marked" => true, "Suspects" => true },
            )
        }),
    ));
    out.push((
        "notes without their tree",
        "note",
        Box::new(|d| each(d, "Type", "StructTreeRoot", |x| drop(x.remove(b"IDTree")))),
    ));
    out
}

#[test]
fn faults_of_attached_files_are_caught() {
    let mut document = specimen::rich();
    document.attachments = vec![
        specimen::attachment("delo.json"),
        specimen::attachment("Дело.json"),
    ];
    assert!(broken_in(&document, |_| {}).is_empty());
    let spec = |key: &'static str, value: Option<Object>| -> Change {
        Box::new(move |d: &mut Document| {
            each(d, "Type", "Filespec", |x| {
                match value.clone() {
                    Some(value) => x.set(key, value),
                    None => drop(x.remove(key.as_bytes())),
                };
            });
        })
    };
    let content = |key: &'static str| -> Change {
        Box::new(move |d: &mut Document| {
            each(d, "Type", "EmbeddedFile", |x| {
                drop(x.remove(key.as_bytes()))
            })
        })
    };
    let cases: Vec<(&str, &str, Change)> = vec![
        (
            "not associated",
            "attachment",
            Box::new(|d| drop(catalog(d).remove(b"AF"))),
        ),
        (
            "not named",
            "attachment",
            Box::new(|d| drop(catalog(d).remove(b"Names"))),
        ),
        (
            "no relationship",
            "attachment",
            spec("AFRelationship", None),
        ),
        (
            "unknown relationship",
            "attachment",
            spec("AFRelationship", Some("Friend".into())),
        ),
        ("no name", "attachment", spec("UF", None)),
        (
            "another name",
            "attachment",
            spec("F", Some(Object::string_literal("x"))),
        ),
        ("no description", "attachment", spec("Desc", None)),
        ("no content", "attachment", spec("EF", None)),
        ("no media type", "attachment", content("Subtype")),
        ("no date and size", "attachment", content("Params")),
        (
            "said to be part 2",
            "xmp",
            Box::new(|d| xmp(d, "<pdfaid:part>3", "<pdfaid:part>2")),
        ),
    ];
    for (name, rule, change) in cases {
        let found = broken_in(&document, change);
        assert!(
            found.contains(&rule),
            "{name}: {rule} is not among {found:?}"
        );
    }
}

#[test]
fn each_seeded_fault_is_caught() {
    let cases: Vec<(&str, &str, Change)> = vec![
        (
            "no language",
            "lang",
            Box::new(|d| drop(catalog(d).remove(b"Lang"))),
        ),
        (
            "not marked",
            "marked",
            Box::new(|d| drop(catalog(d).remove(b"MarkInfo"))),
        ),
        (
            "no structure",
            "structure",
            Box::new(|d| drop(catalog(d).remove(b"StructTreeRoot"))),
        ),
        (
            "no metadata",
            "xmp",
            Box::new(|d| drop(catalog(d).remove(b"Metadata"))),
        ),
        (
            "no output intent",
            "intent",
            Box::new(|d| drop(catalog(d).remove(b"OutputIntents"))),
        ),
        (
            "title not shown",
            "title",
            Box::new(|d| drop(catalog(d).remove(b"ViewerPreferences"))),
        ),
        ("no id", "id", Box::new(|d| drop(d.trailer.remove(b"ID")))),
        (
            "a script",
            "forbidden",
            Box::new(|d| {
                let action =
                    dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("1") };
                catalog(d).set("OpenAction", action);
            }),
        ),
        (
            "attachments in part 2",
            "xmp",
            Box::new(|d| {
                catalog(d).set("Names", dictionary! { "EmbeddedFiles" => dictionary! {} })
            }),
        ),
        (
            "wrong part",
            "xmp",
            Box::new(|d| xmp(d, "<pdfaid:part>2", "<pdfaid:part>1")),
        ),
        (
            "wrong conformance",
            "xmp",
            Box::new(|d| xmp(d, "conformance>A", "conformance>B")),
        ),
        (
            "no UA",
            "xmp",
            Box::new(|d| xmp(d, "<pdfuaid:part>1</pdfuaid:part>", "")),
        ),
        (
            "XMP not well-formed",
            "xmp",
            Box::new(|d| xmp(d, "</rdf:RDF>", "")),
        ),
        (
            "other title",
            "info",
            Box::new(|d| xmp(d, "О возврате денег", "Об отказе")),
        ),
        (
            "other date",
            "info",
            Box::new(|d| xmp(d, "<xmp:CreateDate>2026", "<xmp:CreateDate>2025")),
        ),
        (
            "font not embedded",
            "embedded",
            Box::new(|d| {
                each(d, "Type", "FontDescriptor", |x| {
                    drop(x.remove(b"FontFile2"))
                })
            }),
        ),
        (
            "no way back to Unicode",
            "unicode",
            Box::new(|d| each(d, "Subtype", "Type0", |x| drop(x.remove(b"ToUnicode")))),
        ),
        (
            "private characters",
            "private",
            Box::new(|d| to_unicode(d, 0x0432, 0xF0B7)),
        ),
        (
            "wrong widths",
            "width",
            Box::new(|d| each(d, "Subtype", "CIDFontType2", |x| drop(x.remove(b"W")))),
        ),
        (
            "glyphs of the wrong code",
            "notdef",
            Box::new(|d| {
                let zero = d.add_object(lopdf::Stream::new(Dictionary::new(), vec![0; 4]));
                each(d, "Subtype", "CIDFontType2", |x| x.set("CIDToGIDMap", zero));
            }),
        ),
        (
            "picture without words",
            "alt",
            Box::new(|d| each(d, "S", "Figure", |x| drop(x.remove(b"Alt")))),
        ),
        (
            "heading skipped",
            "heading",
            Box::new(|d| each(d, "S", "H1", |x| x.set("S", "H2"))),
        ),
        (
            "head without a body",
            "table",
            Box::new(|d| each(d, "S", "TBody", |x| x.set("S", "THead"))),
        ),
        (
            "uneven rows",
            "table",
            Box::new(|d| {
                let mut done = false;
                for object in d.objects.values_mut() {
                    if let Object::Dictionary(x) = object
                        && x.get(b"S").and_then(Object::as_name).ok() == Some(b"TR".as_slice())
                        && let Ok(Object::Array(kids)) = x.get_mut(b"K")
                        && !done
                        && kids.len() > 1
                    {
                        kids.pop();
                        done = true;
                    }
                }
            }),
        ),
        (
            "unmarked text",
            "content",
            Box::new(|d| page_content(d, |t| without_first_mark(&t))),
        ),
        (
            "MCID twice",
            "mcid",
            Box::new(|d| page_content(d, |t| t.replacen("/MCID 1>", "/MCID 0>", 1))),
        ),
        (
            "smoothed picture",
            "forbidden",
            Box::new(|d| each(d, "Subtype", "Image", |x| x.set("Interpolate", true))),
        ),
    ];
    for (name, rule, change) in cases.into_iter().chain(further()) {
        let found = broken(change);
        assert!(
            found.contains(&rule),
            "{name}: {rule} is not among {found:?}"
        );
    }
}

#[test]
fn what_is_no_pdf_is_an_error() {
    assert!(lint(b"no").is_err());
    let _ = specimen::russian(LetterheadForm::Corner, 1);
}
