//! What comes out of the press, read back by other programs.
#![allow(clippy::print_stdout)]

use std::path::PathBuf;
use std::process::Command;

use press::*;
use proptest::prelude::*;
use workbench::spacing::Measured;
use workbench::specimen::*;

fn out(name: &str, pdf: &[u8]) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, pdf).expect("the PDF is written");
    path
}

/// Runs a tool; none when it isn't installed.
fn tool(name: &str, args: &[&str]) -> Option<(bool, String)> {
    match Command::new(name).args(args).output() {
        Ok(o) => Some((
            o.status.success(),
            String::from_utf8_lossy(&o.stdout).into_owned() + &String::from_utf8_lossy(&o.stderr),
        )),
        Err(_) => {
            prerequisites::skip(&format!("{name} is not installed"));
            None
        }
    }
}

/// The text of a file: added hyphens joined, blanks evened out.
fn joined(text: &str) -> String {
    let text = text
        .replace("\u{AD}\n", "")
        .replace("\u{AD}", "")
        .replace('\u{C}', " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn letters() -> Vec<(&'static str, Document)> {
    vec![
        ("corner.pdf", russian(LetterheadForm::Corner, 1)),
        ("longitudinal.pdf", russian(LetterheadForm::Longitudinal, 2)),
        ("english.pdf", english()),
        ("rich.pdf", rich()),
    ]
}

#[test]
fn letters_are_valid_pdf() {
    for (name, doc) in letters() {
        let printed = Press::new().print(&doc).expect("prints");
        let path = out(name, &printed.pdf);
        println!(
            "{name}: {} pages, {} bytes, {:?}",
            printed.pages,
            printed.pdf.len(),
            printed.warnings
        );
        if let Some((ok, said)) = tool("qpdf", &["--check", path.to_str().expect("path")]) {
            assert!(ok, "{name}: {said}");
        }
        assert!(printed.warnings.is_empty(), "{:?}", printed.warnings);
    }
}

#[test]
fn letters_keep_the_rules_of_the_archive() {
    for (name, doc) in letters() {
        let printed = Press::new().print(&doc).expect("prints");
        let faults = workbench::lint::lint(&printed.pdf).expect("reads");
        assert!(faults.is_empty(), "{name}: {faults:?}");
    }
}

#[test]
fn every_paragraph_comes_back_whole() {
    let mut doc = russian(LetterheadForm::Corner, 3);
    doc.letterhead = None;
    doc.page.numbers = false;
    let printed = Press::new().print(&doc).expect("prints");
    let path = out("whole.pdf", &printed.pdf);
    let path = path.to_str().expect("path");
    let expected: Vec<String> = PROSE
        .iter()
        .map(|p| p.replace("\"Волна-2\"", "«Волна-2»").replace(" - ", " — "))
        .map(|p| joined(&p))
        .collect();
    for (name, args) in [
        ("pdftotext", vec![path, "-"]),
        ("pdftotext", vec!["-raw", path, "-"]),
        ("mutool", vec!["draw", "-q", "-F", "text", path]),
    ] {
        let Some((ok, said)) = tool(name, &args) else {
            continue;
        };
        assert!(ok, "{name}");
        let read = joined(&said);
        let lost: Vec<&String> = expected
            .iter()
            .filter(|p| read.matches(p.as_str()).count() != 3)
            .collect();
        assert!(lost.is_empty(), "{name} {args:?} lost {lost:?} of {read}");
    }
}

#[test]
fn the_same_letter_gives_the_same_bytes_whatever_was_printed_before() {
    for (name, doc) in letters() {
        let fresh = Press::new().print(&doc).expect("prints");
        let used = Press::new();
        for (_, other) in letters() {
            used.print(&other).expect("prints");
        }
        assert_eq!(used.print(&doc).expect("prints").pdf, fresh.pdf, "{name}");
    }
    let mut other = english();
    other.meta.seed = "another".into();
    assert_ne!(
        print(&other).expect("prints").pdf,
        print(&english()).expect("prints").pdf
    );
}

#[test]
fn a_signature_is_never_alone() {
    let press = Press::new();
    for lines in 0..60 {
        let mut doc = russian(LetterheadForm::Corner, 0);
        doc.enclosures = None;
        doc.body = (0..lines)
            .map(|i| Block::text(format!("Строка номер {i}.")))
            .collect();
        doc.body.push(Block::text(PROSE[6]));
        let set = press.typeset(&doc).expect("sets");
        let last = set.pages.last().expect("a page");
        let read = text_of(last);
        assert!(
            read.contains("Соколова") && read.contains("Петрова"),
            "{lines}: {read}"
        );
        if set.pages.len() > 1 {
            assert!(
                read.contains("установленных законом") && last_body_lines(last) >= 2,
                "{lines}: {read}"
            );
        }
    }
}

fn text_of(page: &press::page::display_list::Page) -> String {
    let mut read = String::new();
    for item in &page.items {
        if let press::page::display_list::Ink::Run(run) = &item.ink {
            run.glyphs.iter().for_each(|g| g.reads.push_to(&mut read));
            read.push(' ');
        }
    }
    read.replace("\u{AD} ", "")
}

/// Base lines above the closing words.
fn last_body_lines(page: &press::page::display_list::Page) -> usize {
    let mut lines = Vec::new();
    for item in &page.items {
        if let press::page::display_list::Ink::Run(run) = &item.ink {
            let mut read = String::new();
            run.glyphs.iter().for_each(|g| g.reads.push_to(&mut read));
            if read.contains("уважением") {
                break;
            }
            if item.element.is_some() && !lines.contains(&run.y.to_bits()) {
                lines.push(run.y.to_bits());
            }
        }
    }
    lines.len()
}

#[test]
fn stamp_and_signature_cover_no_text() {
    let set = Press::new().typeset(&rich()).expect("sets");
    for page in &set.pages {
        for a in &page.items {
            let press::page::display_list::Ink::Picture {
                x,
                y,
                width,
                height,
                ..
            } = &a.ink
            else {
                continue;
            };
            for b in &page.items {
                if let press::page::display_list::Ink::Run(run) = &b.ink {
                    let (left, right) = (
                        run.x,
                        run.x + run.glyphs.last().map_or(0.0, |g| g.x + run.size * 0.5),
                    );
                    let apart = right <= *x
                        || left >= x + width
                        || run.y <= *y
                        || run.y - run.size * 0.7 >= y + height;
                    assert!(apart, "{:?}", text_of(page));
                }
            }
        }
    }
}

#[test]
fn missing_glyphs_are_named_and_still_read() {
    let doc = Document::new(
        meta("t", Language::Ru),
        vec![Block::text("Иероглиф 漢 и знак ✓ здесь.")],
    );
    let printed = Press::new().print(&doc).expect("prints");
    assert_eq!(
        printed.warnings,
        vec![Warning::MissingGlyphs {
            characters: "漢".into()
        }]
    );
    let path = out("missing.pdf", &printed.pdf);
    if let Some((_, said)) = tool("pdftotext", &[path.to_str().expect("path"), "-"]) {
        assert!(
            joined(&said).contains("Иероглиф 漢 и знак ✓ здесь."),
            "{said}"
        );
    }
}

#[test]
fn hostile_pictures_are_refused() {
    for bytes in [
        &b""[..],
        b"GIF89a",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x06\0\0\0",
        b"\xff\xd8\xff\xe0junk",
    ] {
        let block = Block::Picture {
            picture: Picture::new(bytes.to_vec(), ""),
            align: Align::Centre,
            caption: None,
        };
        let doc = Document::new(meta("t", Language::Ru), vec![block]);
        assert!(matches!(
            Press::new().print(&doc),
            Err(PressError::Picture(_))
        ));
    }
}

#[test]
fn pages_become_pictures() {
    let printed = Press::new().print(&rich()).expect("prints");
    let raster = Raster::open(printed.pdf).expect("opens");
    assert_eq!(raster.page_count(), printed.pages);
    let png = raster.page_png(0, 110.0).expect("draws");
    let picture = ::png::Decoder::new(std::io::Cursor::new(&png))
        .read_info()
        .expect("a PNG");
    assert!((900..920).contains(&picture.info().width));
    assert!(raster.page_png(99, 110.0).is_err());
}

#[test]
fn lines_are_evenly_spaced() {
    let mut measured = Measured::default();
    let press = Press::new();
    for width in [90, 100, 110, 120, 130, 140, 150, 160, 170, 175] {
        let mut doc = Document::new(
            meta("t", Language::Ru),
            PROSE.iter().map(|p| Block::text(*p)).collect(),
        );
        doc.page = of_text_width(doc.page, width as f32);
        measured
            .add(&press.print(&doc).expect("prints").pdf)
            .expect("reads");
        let mut doc = Document::new(
            meta("t", Language::En),
            PROSE_EN.iter().map(|p| Block::text(*p)).collect(),
        );
        doc.page = of_text_width(doc.page, width as f32);
        measured
            .add(&press.print(&doc).expect("prints").pdf)
            .expect("reads");
    }
    let s = measured.spacing();
    println!("{s:?}");
    assert!(
        s.lines > 300 && s.sd <= 0.12 && s.p95 <= 0.55 && s.longest_run <= 3,
        "{s:?}"
    );
}

fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-яА-Я]{1,12}",
        "[a-z]{1,12}",
        "[а-я]{380,420}",
        Just("👨\u{200D}👩\u{200D}👧 😀".to_owned()),
        Just("שלום עולם".to_owned()),
        Just("مرحبا بالعالم".to_owned()),
        Just("e\u{301}\u{323}\u{308} и\u{306}".to_owned()),
        Just("\u{202E}\u{0}\u{7}\u{FEFF}".to_owned()),
        Just("\n\n".to_owned()),
        Just("漢字かな交じり文".to_owned()),
        "\\PC{1,20}",
    ];
    proptest::collection::vec(piece, 0..30).prop_map(|p| p.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn any_text_is_printed_whole(text in hostile(), width in 20.0f32..180.0, align in 0..4) {
        let align = [Align::Justified, Align::Left, Align::Right, Align::Centre][align as usize];
        let mut doc = Document::new(meta(&text, Language::Ru), vec![
            Block::Paragraph(Paragraph { spans: vec![Span::plain(text.as_str())], align, ..Paragraph::default() }),
            Block::Table(Table { columns: vec![], head: vec![], rows: vec![vec![text.as_str().into(), "б".into()]] }),
            Block::List { marker: Marker::Dashed, items: vec![vec![Block::text(text.as_str())]] },
        ]);
        doc.page = of_text_width(doc.page, width);
        doc.heading = Some(text.clone());
        doc.addressee = vec![text.clone()];
        let press = Press::new();
        let set = press.typeset(&doc).expect("sets");
        let letters = |s: &str| { let mut v: Vec<char> = s.chars().filter(|c| c.is_alphanumeric()).collect(); v.sort_unstable(); v };
        let shown: String = set.pages.iter().map(text_of).collect();
        // The text stands five times: heading, addressee, paragraph, cell, item.
        let expected = text.repeat(5) + "б" + &(2..=set.pages.len()).map(|n| n.to_string()).collect::<String>();
        prop_assert_eq!(letters(&shown), letters(&expected));
        let pdf = press.to_pdf(&set).expect("writes");
        let faults = workbench::lint::lint(&pdf).expect("reads");
        prop_assert!(faults.is_empty(), "{:?}", faults);
        let path = out("hostile.pdf", &pdf);
        if let Some((ok, said)) = tool("qpdf", &["--check", path.to_str().expect("path")]) {
            prop_assert!(ok, "{}", said);
        }
    }
}
