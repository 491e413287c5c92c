//! What may go with a letter: exhibits it rests on, a line for who receives it,
//! a code, files inside the file.

use lopdf::{Document as File, Object};
use press::page::display_list::Ink;
use press::page::structure::Role;
use press::*;
use workbench::lint::lint;
use workbench::preflight;
use workbench::specimen::*;

fn text_of(page: &press::page::display_list::Page) -> String {
    let mut read = String::new();
    for item in &page.items {
        if let Ink::Run(run) = &item.ink {
            run.glyphs.iter().for_each(|g| g.reads.push_to(&mut read));
            read.push('\n');
        }
    }
    read
}

/// The code's square on a page, pt.
fn square(page: &press::page::display_list::Page, typeset: &Typeset) -> Option<[f32; 4]> {
    let mut all: Option<[f32; 4]> = None;
    for item in &page.items {
        let of = item
            .element
            .map(|e| typeset.structure.elements[e.0 as usize].role);
        if let (
            Some(Role::Figure),
            Ink::Rule {
                x,
                y,
                width,
                height,
                ..
            },
        ) = (of, &item.ink)
        {
            let b = all.unwrap_or([f32::MAX, f32::MAX, 0.0, 0.0]);
            all = Some([
                b[0].min(*x),
                b[1].min(*y),
                b[2].max(x + width),
                b[3].max(y + height),
            ]);
        }
    }
    all
}

#[test]
fn a_telephone_reads_the_code_and_no_text_comes_near_it() {
    for form in [LetterheadForm::Corner, LetterheadForm::Longitudinal] {
        for repeat in 0..3 {
            let mut document = russian(form, repeat);
            let said = "№ ИСХ-2026/0107 20.11.2026\nSHA-256 \
                9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
            document.code = Some(Code {
                text: said.into(),
                alt: "QR-код письма".into(),
                caption: "Номер, дата и отпечаток текста письма".into(),
            });
            let press = Press::new();
            let typeset = press.typeset(&document).expect("sets");
            let first = &typeset.pages[0];
            let square = square(first, &typeset).expect("a code");
            assert!(square[2] <= first.width - 28.0 && square[3] <= first.height - 15.0);
            assert!(square[0] > first.width / 2.0 && square[1] > first.height * 0.8);
            for item in &first.items {
                if let Ink::Run(run) = &item.ink {
                    let right = run
                        .glyphs
                        .last()
                        .map_or(run.x, |g| run.x + g.x + run.size * 0.5);
                    let apart = right < square[0] - 4.0 || run.y < square[1] - 4.0;
                    assert!(apart, "{}", text_of(first));
                }
            }
            let pdf = press.to_pdf(&typeset).expect("writes");
            assert!(lint(&pdf).expect("reads").is_empty());
            let png = Raster::open(pdf)
                .expect("opens")
                .page_png(0, 200.0)
                .expect("draws");
            let seen = image::load_from_memory(&png).expect("a PNG").to_luma8();
            let (width, height) = (seen.width() as usize, seen.height() as usize);
            let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
                seen.get_pixel(x as u32, y as u32).0[0]
            });
            let grids = seen.detect_grids();
            assert_eq!(grids.len(), 1);
            assert_eq!(grids[0].decode().expect("a code").1, said);
        }
    }
    let mut document = english();
    document.code = Some(Code {
        text: "x".repeat(MAX_CODE + 1),
        alt: String::new(),
        caption: String::new(),
    });
    assert_eq!(
        Press::new().typeset(&document).err(),
        Some(PressError::Code)
    );
}

#[test]
fn exhibits_are_numbered_once_and_listed_under_the_text() {
    let words = |text: &str, exhibit: &str| Span::plain(text).resting_on(exhibit);
    let mut spans = Vec::new();
    for n in 0..12 {
        spans.push(words("Это видно из документа", &format!("Документ {n}")));
        spans.push(Span::plain(", что и требовалось показать "));
    }
    spans.push(words("и из первого", " Документ 0 "));
    let document = Document::new(meta("t", Language::Ru), vec![Block::spans(spans)]);
    let press = Press::new();
    let typeset = press.typeset(&document).expect("sets");
    let read = text_of(&typeset.pages[0]).replace('\n', "");
    for mark in [
        "документа¹,",
        "документа², ",
        "документа⁴,",
        "документа¹²,",
        "из первого¹",
    ] {
        assert!(read.contains(mark.trim()), "{mark} in {read}");
    }
    for n in 0..12 {
        assert!(
            read.contains(&format!("{}. Документ {n}", n + 1))
                || read.contains(&format!("{}.Документ {n}", n + 1)),
            "{read}"
        );
    }
    assert_eq!(read.matches("Документ 0").count(), 1);
    let roles = |wanted: Role| {
        let all = &typeset.structure.elements;
        all.iter().filter(|e| e.role == wanted).count()
    };
    assert_eq!(roles(Role::Reference), 13);
    assert_eq!((1..=12).map(|n| roles(Role::Note(n))).sum::<usize>(), 12);
    let pdf = press.to_pdf(&typeset).expect("writes");
    let faults = lint(&pdf).expect("reads");
    assert!(faults.is_empty(), "{faults:?}");
}

#[test]
fn who_receives_a_letter_by_hand_has_a_line_to_sign_on() {
    for (language, words) in [
        (
            Language::Ru,
            ["Получил:", "фамилия, инициалы", "дата", "подпись"],
        ),
        (Language::En, ["Received:", "name", "date", "signature"]),
    ] {
        for body in 0..50 {
            let mut document = english();
            document.meta.language = language;
            document.receipt = true;
            document.body = (0..body)
                .map(|i| Block::text(format!("Строка {i}.")))
                .collect();
            let typeset = Press::new().typeset(&document).expect("sets");
            let last = typeset.pages.last().expect("a page");
            let read = text_of(last);
            // It stands with the signature, on the last page.
            for word in words.into_iter().chain(["Sokolova"]) {
                assert!(read.contains(word), "{word} with {body} in {read}");
            }
        }
    }
}

#[test]
fn an_attached_summary_comes_out_as_it_went_in() {
    let mut document = rich();
    let mut second = attachment("../../дело: 1.json");
    second.mime = "no type".into();
    second.bytes = vec![0; 5000];
    document.attachments = vec![attachment("case.json"), attachment("case.json"), second];
    let press = Press::new();
    let pdf = press.print(&document).expect("prints").pdf;
    assert_eq!(press.print(&document).expect("prints").pdf, pdf);
    let faults = lint(&pdf).expect("reads");
    assert!(faults.is_empty(), "{faults:?}");
    let file = File::load_mem(&pdf).expect("reads");
    let mut found = Vec::new();
    for object in file.objects.values() {
        let Object::Dictionary(spec) = object else {
            continue;
        };
        if spec.get(b"Type").and_then(Object::as_name).ok() != Some(b"Filespec".as_slice()) {
            continue;
        }
        let name = lopdf::decode_text_string(spec.get(b"UF").expect("a name")).expect("text");
        let stream = spec
            .get(b"EF")
            .and_then(Object::as_dict)
            .and_then(|ef| ef.get(b"F"))
            .and_then(Object::as_reference)
            .and_then(|id| file.get_object(id))
            .and_then(Object::as_stream)
            .expect("content");
        let bytes = stream.decompressed_content().expect("bytes");
        let mime = stream
            .dict
            .get(b"Subtype")
            .and_then(Object::as_name)
            .expect("a type");
        found.push((
            name,
            String::from_utf8_lossy(mime).into_owned(),
            bytes.len(),
        ));
    }
    found.sort();
    let json = attachment("x").bytes.len();
    let wanted = [
        ("-..-дело- 1.json", "application/octet-stream", 5000),
        ("case (2).json", "application/json", json),
        ("case.json", "application/json", json),
    ];
    let wanted = wanted.map(|(n, m, l)| (n.to_owned(), m.to_owned(), l));
    assert_eq!(found, wanted);
    assert!(String::from_utf8_lossy(&pdf).contains("<pdfaid:part>3<"));
}

#[test]
fn pdfbox_has_nothing_against_them() {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("second-opinion");
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut attached = rich();
    attached.attachments = vec![attachment("case.json")];
    let documents = [
        ("rich", rich()),
        ("attached", attached),
        ("english", english()),
        ("longitudinal", russian(LetterheadForm::Longitudinal, 2)),
    ];
    for (name, document) in documents {
        let pdf = Press::new().print(&document).expect("prints").pdf;
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).expect("written");
    }
    if let Some(complaints) = preflight::faults(&folder) {
        assert!(complaints.is_empty(), "{complaints:#?}");
    }
}

#[test]
fn words_of_the_other_language_say_so() {
    let spoken = |text: &str, language| {
        let document = Document::new(meta("t", language), vec![Block::text(text)]);
        let set = Press::new().typeset(&document).expect("sets");
        let elements = set.structure.elements.into_iter();
        let spans = elements.filter_map(|e| {
            let Role::Span(l) = e.role else {
                return None;
            };
            Some(l)
        });
        let spans: Vec<Language> = spans.collect();
        let printed = press::print(&document).expect("prints");
        assert_eq!(lint(&printed.pdf).expect("reads"), []);
        spans
    };
    // One stretch is one element, though it runs over the end of a line.
    let long = "На коробке написано: «Store in a cool and dry place, keep away from children \
        and open flames, and do not use after the date shown on the bottom of the box», а даты нет.";
    assert_eq!(spoken(long, Language::Ru), [Language::En]);
    assert_eq!(
        spoken(
            "The act says «следов удара нет» and ends there.",
            Language::En
        ),
        [Language::Ru]
    );
    assert_eq!(
        spoken("Пишите на office@chainik.example.", Language::Ru),
        []
    );
}
