//! The DOCX of a letter, opened by another program and compared with the PDF.

use crate::cases::{frame, ready_for};
use complaint::{Language, LetterKind, LetterheadForm};
use letter::{Block, Content, Exhibit, Lock, Span, compose, document};
use std::path::Path;
use std::process::Command;

const PHOTOGRAPH: &[u8] = workbench::specimen::STAMP;

/// What a program makes of a file, or `None` where the program is not to be had.
fn output(program: &str, arguments: &[&str], folder: &Path) -> Option<std::process::Output> {
    let Ok(out) = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .output()
    else {
        prerequisites::skip(&format!("{program} is not installed"));
        return None;
    };
    assert!(out.status.success(), "{program}: {out:?}");
    Some(out)
}

/// The words of the PDF in the order of its content.
fn printed(pdf: &[u8], folder: &Path) -> Option<Vec<String>> {
    std::fs::write(folder.join("letter.pdf"), pdf).unwrap();
    let out = output("pdftotext", &["-raw", "letter.pdf", "-"], folder)?;
    let text = String::from_utf8(out.stdout).unwrap();
    // Numbers of pages are no part of the text.
    let pages = text.split('\u{c}').enumerate();
    let text: String = pages
        .map(|(at, page)| match page.split_once('\n') {
            Some((number, rest)) if at > 0 && number.trim() == (at + 1).to_string() => rest,
            _ => page,
        })
        .collect();
    // A word that was parted at a line's end is one word again.
    Some(words(&text.replace("\u{ad}\n", "").replace("\u{ad}", "")))
}

/// The words of each DOCX as LibreOffice reads them, all in one start of it.
fn opened(letters: &[(String, Vec<u8>)], folder: &Path) -> Option<Vec<Vec<String>>> {
    let home = format!(
        "-env:UserInstallation=file://{}",
        folder.join("profile").display()
    );
    let mut arguments = vec![home, "--headless".into(), "--norestore".into()];
    arguments.extend(["--convert-to".into(), "txt:Text (encoded):UTF8".into()]);
    for (name, bytes) in letters {
        let file = format!("{name}.docx");
        std::fs::write(folder.join(&file), bytes).unwrap();
        arguments.push(file);
    }
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    output("soffice", &arguments, folder)?;
    let read = |(name, _): &(String, Vec<u8>)| {
        let text = std::fs::read_to_string(folder.join(format!("{name}.txt")))
            .unwrap_or_else(|_| panic!("{name} did not open"));
        // Its plain text has the same sign for every mark that is no number.
        let dash = if name.ends_with("-en") { "–" } else { "—" };
        words(&text.trim_start_matches('\u{feff}').replace('•', dash))
    };
    Some(letters.iter().map(read).collect())
}

/// Words without blanks and without the lines that a font may lack.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

/// All words run together: where a line breaks differs, the letters must not.
fn run_together(words: &[String]) -> String {
    words.concat()
}

#[test]
fn the_word_processor_reads_what_was_printed() {
    let folder = tempfile::tempdir().unwrap();
    let mut letters = Vec::new();
    let mut expected = Vec::new();
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let mut case = ready_for(kind);
            if kind == LetterKind::FinalRefusal {
                case.office.letterhead.form = LetterheadForm::Corner;
            }
            let letter = compose(kind, language, &case);
            let model = document(&letter, &frame(&case));
            let Some(printed) = printed(&press::print(&model).unwrap().pdf, folder.path()) else {
                return;
            };
            let bytes = docx::docx(&model).unwrap();
            assert_eq!(bytes, docx::docx(&model).unwrap(), "the same bytes");
            letters.push((format!("{}-{}", kind.as_str(), language.as_str()), bytes));
            expected.push(printed);
        }
    }
    let Some(read) = opened(&letters, folder.path()) else {
        return;
    };
    for (((name, bytes), read), expected) in letters.iter().zip(read).zip(expected) {
        keep(name, bytes);
        assert_eq!(run_together(&read), run_together(&expected), "{name}");
    }
}

#[test]
fn lists_tables_and_quotations_come_through() {
    let case = ready_for(LetterKind::FinalPartial);
    let mut letter = compose(LetterKind::FinalPartial, Language::Ru, &case);
    let line = |text: &str| vec![Span::text(text)];
    let own = |id: &str, content| Block {
        id: id.into(),
        lock: Lock::Free,
        role: String::new(),
        content,
    };
    let rows = (1..90)
        .map(|n| vec![line(&format!("позиция {n}")), line("1 200,00")])
        .collect::<Vec<_>>();
    let head = vec![line("Что"), line("Сумма, руб.")];
    letter.blocks.splice(
        1..1,
        [
            own(
                "a",
                Content::NumberedList {
                    items: vec![line("первое"), line("второе")],
                },
            ),
            own(
                "b",
                Content::DashedList {
                    items: vec![line("третье"), line("четвёртое")],
                },
            ),
            own(
                "c",
                Content::Quote {
                    paragraphs: vec![line("«Чайник не греет»"), line("и второй абзац")],
                },
            ),
            own(
                "d",
                Content::Table {
                    head: true,
                    rows: std::iter::once(head).chain(rows).collect(),
                },
            ),
        ],
    );
    let folder = tempfile::tempdir().unwrap();
    let model = document(&letter, &frame(&case));
    let bytes = docx::docx(&model).unwrap();
    keep("tables", &bytes);
    let letters = [("long".to_owned(), bytes)];
    let Some(read) = opened(&letters, folder.path()) else {
        return;
    };
    let text = run_together(&read[0]);
    for what in [
        "1.первое2.второе—третье—четвёртое«Чайникнегреет»ивторойабзацЧтоСумма,руб.позиция1",
        "позиция89",
    ] {
        assert!(text.contains(what), "{what} in {text}");
    }
    // The table's head stands on each of its pages, and page 2 has its number.
    let home = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("profile").display()
    );
    let arguments = [&home, "--headless", "--convert-to", "pdf", "long.docx"];
    output("soffice", &arguments, folder.path()).unwrap();
    let Some(out) = output("pdftotext", &["-layout", "long.pdf", "-"], folder.path()) else {
        return;
    };
    let text = String::from_utf8(out.stdout).unwrap();
    let pages: Vec<&str> = text
        .split('\u{c}')
        .filter(|p| !p.trim().is_empty())
        .collect();
    assert!(pages.len() >= 3, "{}", pages.len());
    for (at, page) in pages.iter().enumerate().skip(1).take(pages.len() - 2) {
        let mut lines = page.lines().map(str::trim).filter(|l| !l.is_empty());
        assert_eq!(lines.next(), Some((at + 1).to_string().as_str()), "{page}");
        let head = lines.next().unwrap_or_default();
        assert!(head.starts_with("Что") && head.contains("Сумма"), "{head}");
    }
}

#[test]
fn references_photographs_foreign_words_and_the_receipt_come_through() {
    let exhibit = |number, name: &str| Exhibit {
        exhibit: number,
        name: name.into(),
    };
    let mut case = ready_for(LetterKind::FinalPartial);
    let act = exhibit(2, "Акт осмотра");
    let photograph = exhibit(3, "Фото нагревателя");
    case.demands[0].evidence = vec![act.clone(), photograph.clone()];
    case.demands[1].evidence = vec![act.clone()];
    case.figures = vec![photograph.clone()];
    case.documents = vec![act, photograph];
    case.office.letterhead.receipt = true;
    case.matter.subject = "на коробке «Best before: see bottom» нет даты".into();
    let folder = tempfile::tempdir().unwrap();
    let (mut letters, mut expected) = (Vec::new(), Vec::new());
    for language in [Language::Ru, Language::En] {
        let letter = compose(LetterKind::FinalPartial, language, &case);
        let mut frame = frame(&case);
        frame.images.figures = vec![(3, PHOTOGRAPH.to_vec())];
        let model = document(&letter, &frame);
        let bytes = docx::docx(&model).unwrap();
        let name = format!("exhibits-{}", language.as_str());
        keep(&name, &bytes);
        letters.push((name, bytes));
        let Some(printed) = printed(&press::print(&model).unwrap().pdf, folder.path()) else {
            return;
        };
        // Print raises its marks by signs of their own, a word processor by its look.
        let plain = |word: String| word.replace('¹', "1").replace('²', "2");
        expected.push(printed.into_iter().map(plain).collect::<Vec<_>>());
    }
    let Some(read) = opened(&letters, folder.path()) else {
        return;
    };
    for (((name, _), read), expected) in letters.iter().zip(read).zip(expected) {
        let text = run_together(&read);
        for what in ["1.", "2."] {
            assert!(text.contains(what), "{text}");
        }
        assert_eq!(text, run_together(&expected), "{name}");
    }
    // The photograph is on the page, and the foreign words are said as such.
    let home = format!(
        "-env:UserInstallation=file://{}",
        folder.path().join("profile").display()
    );
    let arguments = [
        &home,
        "--headless",
        "--convert-to",
        "pdf",
        "exhibits-ru.docx",
    ];
    output("soffice", &arguments, folder.path()).unwrap();
    if let Some(out) = output("pdfimages", &["-list", "exhibits-ru.pdf"], folder.path()) {
        let list = String::from_utf8(out.stdout).unwrap();
        assert!(list.lines().any(|l| l.contains(" image ")), "{list}");
    }
    if let Some(out) = output(
        "unzip",
        &["-p", "exhibits-ru.docx", "word/document.xml"],
        folder.path(),
    ) {
        let xml = String::from_utf8(out.stdout).unwrap();
        let at = xml.find("Best before").unwrap();
        let run = &xml[xml[..at].rfind("<w:r>").unwrap()..at];
        assert!(run.contains("en-GB"), "{run}");
    }
}

#[test]
fn strangers_text_still_opens() {
    let hostile = [
        "<b>x</b>&amp; ]]> \u{202e}abc\u{7}\u{0}\u{fffe}",
        &"Ы".repeat(400),
        "שלום עולם عربي 👩‍🦰 e\u{301}\u{301}\u{301}",
    ];
    let folder = tempfile::tempdir().unwrap();
    let mut letters = Vec::new();
    for (at, name) in hostile.iter().enumerate() {
        let mut case = ready_for(LetterKind::FinalRefusal);
        case.matter.complainant.name = (*name).into();
        case.matter.complainant.address = (*name).into();
        case.matter.subject = format!("{name} {name}");
        let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
        let mut frame = frame(&case);
        frame.images.logo = Some(name.as_bytes().to_vec());
        let bytes = docx::docx(&document(&letter, &frame)).unwrap();
        letters.push((format!("hostile-{at}"), bytes));
    }
    let Some(read) = opened(&letters, folder.path()) else {
        return;
    };
    for (read, what) in read.iter().zip(["<b>x</b>&amp;]]>abc", hostile[1], "👩"]) {
        let text = run_together(read);
        assert!(text.contains(what), "{what} in {text}");
        assert!(text.contains("ВХ-2026/0001"), "{text}");
    }
}

/// Keeps the file for looking at when `OTVET_LETTERS` names a folder.
fn keep(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("OTVET_LETTERS") {
        std::fs::write(Path::new(&folder).join(format!("{name}.docx")), bytes).unwrap();
    }
}
