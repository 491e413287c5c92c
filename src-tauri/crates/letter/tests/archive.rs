//! The finished letters, each kind in both languages and on both letterheads:
//! they are the bytes that were approved, they keep the rules of the archive,
//! and every program reads back every word.
#![allow(clippy::unwrap_used)]

use crate::cases::{frame, ready_for};
use complaint::{Language, LetterKind, LetterheadForm};
use letter::{compose, document};
use press::{Block, Document, as_set};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use workbench::preflight;
use workbench::specimen::{SIGNATURE, STAMP};

/// Every golden letter by its name: those with a corner letterhead are stamped.
fn letters() -> Vec<(String, Document)> {
    let mut out = Vec::new();
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            for form in [LetterheadForm::Longitudinal, LetterheadForm::Corner] {
                let mut case = ready_for(kind);
                case.office.letterhead.form = form;
                case.office.letterhead.use_images = form == LetterheadForm::Corner;
                let mut frame = frame(&case);
                frame.images.stamp = Some(STAMP.to_vec());
                frame.images.signature = Some(SIGNATURE.to_vec());
                let letter = compose(kind, language, &case);
                let name = format!("{}.{}.{form:?}", kind.as_str(), language.as_str());
                out.push((name.to_lowercase(), document(&letter, &frame)));
            }
        }
    }
    out
}

fn printed(document: &Document) -> Vec<u8> {
    press::print(document).unwrap().pdf
}

const APPROVE: &str = "If the letters are meant to have changed, approve them with\n\
    OTVET_GOLDEN=write cargo test -p letter --test integration";

fn approves() -> bool {
    std::env::var_os("OTVET_GOLDEN").is_some_and(|v| v == "write")
}

#[test]
fn letters_are_the_bytes_that_were_approved() {
    let mut all = letters();
    if std::env::var_os("OTVET_ORDER").is_some_and(|v| v == "reversed") {
        all.reverse();
    }
    let made: BTreeMap<String, String> = all
        .iter()
        .map(|(name, document)| {
            let sha: String = Sha256::digest(printed(document))
                .iter()
                .map(|b| format!("{b:02x}"))
                .collect();
            (name.clone(), sha)
        })
        .collect();
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden/letters.sha256");
    if approves() {
        let lines: String = made.iter().map(|(n, s)| format!("{s}  {n}\n")).collect();
        std::fs::write(&path, lines).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let kept: BTreeMap<String, String> = kept
        .lines()
        .filter_map(|line| line.split_once("  "))
        .map(|(sha, name)| (name.to_owned(), sha.to_owned()))
        .collect();
    let changed: Vec<&String> = made
        .iter()
        .filter(|(name, sha)| kept.get(*name) != Some(sha))
        .map(|(name, _)| name)
        .chain(kept.keys().filter(|name| !made.contains_key(*name)))
        .collect();
    assert!(changed.is_empty(), "changed: {changed:?}\n{APPROVE}");
}

#[test]
fn another_process_and_another_order_give_the_same_bytes() {
    if approves() {
        return;
    }
    let ran = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "archive::letters_are_the_bytes_that_were_approved",
        ])
        .env("OTVET_ORDER", "reversed")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&ran.stdout).into_owned();
    assert!(ran.status.success() && said.contains("1 passed"), "{said}");
}

#[test]
fn letters_keep_the_rules_of_the_archive_and_are_small() {
    let folder = tempfile::tempdir().unwrap();
    for (name, document) in letters() {
        let pdf = printed(&document);
        let faults = workbench::lint::lint(&pdf).unwrap();
        assert!(faults.is_empty(), "{name}: {faults:?}");
        let stamped = document.signatures.iter().any(|s| s.stamp.is_some());
        let most = if stamped { 100 } else { 35 };
        assert!(pdf.len() <= most * 1024, "{name}: {} bytes", pdf.len());
        std::fs::write(folder.path().join(format!("{name}.pdf")), pdf).unwrap();
    }
    let Some(complaints) = preflight::faults(folder.path()) else {
        return;
    };
    assert!(complaints.is_empty(), "{complaints:#?}");
}

/// Every paragraph of a document as reading it must give it back.
fn paragraphs(document: &Document) -> Vec<String> {
    let language = document.meta.language;
    let mut out: Vec<String> = Vec::new();
    let mut plain = |text: &str| out.push(as_set(&[press::Span::plain(text)], language));
    if let Some(head) = &document.letterhead {
        plain(&head.name);
        head.details.iter().for_each(|d| plain(d));
    }
    document.addressee.iter().for_each(|a| plain(a));
    if let Some(paper) = &document.paper {
        plain(&paper.words);
        plain(&paper.place);
    }
    document.heading.iter().for_each(|h| plain(h));
    for item in document.enclosures.iter().flat_map(|e| &e.items) {
        plain(item);
    }
    for signature in &document.signatures {
        signature.closing.iter().for_each(|c| plain(c));
        signature.post.lines().for_each(&mut plain);
        plain(&signature.name);
    }
    document.executor.iter().for_each(|e| plain(e));
    of_blocks(&document.body, language, &mut out);
    out.retain(|text| !text.is_empty());
    out
}

fn of_blocks(blocks: &[Block], language: press::Language, out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Paragraph(p) => out.push(as_set(&p.spans, language)),
            Block::Heading { spans, .. } => out.push(as_set(spans, language)),
            Block::List { items, .. } => {
                items.iter().for_each(|i| of_blocks(i, language, out));
            }
            Block::Table(table) => {
                let cells = table.head.iter().chain(&table.rows).flatten();
                out.extend(cells.map(|c| as_set(&c.spans, language)));
            }
            Block::Quote { blocks } | Block::Together { blocks } => {
                of_blocks(blocks, language, out);
            }
            Block::Picture { caption, .. } => {
                out.extend(caption.iter().map(|c| as_set(&c.spans, language)));
            }
            Block::Space { .. } | Block::Rule | Block::PageBreak => {}
        }
    }
}

/// The text of a file as a program reads it: hyphens at line ends joined,
/// blanks evened out; none when the program isn't there.
fn read_by(program: &str, arguments: &[&str], pdf: &Path) -> Option<String> {
    let words = arguments.iter().map(|a| match *a {
        "PDF" => pdf.display().to_string(),
        other => other.to_owned(),
    });
    let Ok(ran) = Command::new(program).args(words).output() else {
        prerequisites::skip(&format!("{program} is not installed"));
        return None;
    };
    assert!(ran.status.success(), "{program} {arguments:?}");
    let text = String::from_utf8(ran.stdout).unwrap();
    let text = text.replace("\u{AD}\n", "").replace('\u{AD}', "");
    let words: Vec<&str> = text.split_whitespace().collect();
    Some(words.join(" "))
}

#[test]
fn every_program_reads_back_every_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    let mut lost = Vec::new();
    let mut read = 0;
    for (name, document) in letters() {
        let path = folder.path().join(format!("{name}.pdf"));
        std::fs::write(&path, printed(&document)).unwrap();
        for (program, arguments) in [
            ("pdftotext", &["PDF", "-"][..]),
            ("pdftotext", &["-raw", "PDF", "-"]),
            ("mutool", &["draw", "-q", "-F", "txt", "PDF"]),
        ] {
            let Some(text) = read_by(program, arguments, &path) else {
                continue;
            };
            for paragraph in paragraphs(&document) {
                let wanted: Vec<&str> = paragraph.split_whitespace().collect();
                let wanted = wanted.join(" ");
                read += 1;
                if !text.contains(&wanted) {
                    lost.push(format!("{name}, {program} {arguments:?}: {wanted}\n{text}"));
                }
            }
        }
    }
    assert!(
        lost.is_empty(),
        "{} of {read}: {}",
        lost.len(),
        lost.join("\n\n")
    );
}

#[test]
fn the_fingerprint_can_be_reckoned_from_the_paper() {
    let folder = tempfile::tempdir().unwrap();
    let mut reckoned = 0;
    for &kind in LetterKind::ALL {
        for &language in Language::ALL {
            let mut case = ready_for(kind);
            case.office.letterhead.code = true;
            case.office.letterhead.receipt = true;
            case.office.letterhead.summary = true;
            let mut frame = frame(&case);
            frame.summary = Some(br#"{"format":"otvet-case-1"}"#.to_vec());
            let letter = compose(kind, language, &case);
            let document = document(&letter, &frame);
            let number = frame.number.clone().unwrap();
            let code = document.code.clone().unwrap();
            let print = letter::fingerprint(&number, frame.date, &document);
            assert_eq!(code.text, format!("{number}\n2026-11-22\nSHA-256 {print}"));
            // Both sides have a copy of an agreement, and nobody is handed one.
            let of_both = document.letterhead.is_none();
            assert!(document.receipt != of_both && document.attachments.len() == 1);
            let printed = press::print(&document).unwrap();
            let faults = workbench::lint::lint(&printed.pdf).unwrap();
            assert!(faults.is_empty(), "{kind:?}: {faults:?}");
            // A page number stands amid the text of a longer letter.
            if printed.pages > 1 {
                continue;
            }
            let path = folder.path().join("letter.pdf");
            std::fs::write(&path, &printed.pdf).unwrap();
            let Some(text) = read_by("mutool", &["draw", "-q", "-F", "txt", "PDF"], &path) else {
                return;
            };
            let kept: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
            let canonical = letter::canonical(&number, frame.date, &document);
            let lines: Vec<&str> = canonical.lines().collect();
            assert_eq!(&lines[..3], ["otvet-letter-1", "ИСХ20260001", "20261122"]);
            assert!(kept.contains(lines[3]), "{} in {kept}", lines[3]);
            assert!(kept.contains(lines[4]), "{} in {kept}", lines[4]);
            reckoned += 1;
        }
    }
    assert!(reckoned > 10, "{reckoned}");
}

#[test]
fn another_word_another_fingerprint() {
    let case = ready_for(LetterKind::FinalRefusal);
    let frame = frame(&case);
    let letter = compose(LetterKind::FinalRefusal, Language::Ru, &case);
    let of = |number: &str, letter: &letter::LetterText| {
        letter::fingerprint(number, frame.date, &document(letter, &frame))
    };
    let first = of("1", &letter);
    assert_eq!(first, of("1", &letter));
    assert_ne!(first, of("2", &letter));
    for change in [
        |l: &mut letter::LetterText| l.heading.push('х'),
        |l: &mut letter::LetterText| l.addressee[0].push('х'),
        |l: &mut letter::LetterText| l.closing.push('х'),
        |l: &mut letter::LetterText| l.enclosures[0].copies += 1,
        |l: &mut letter::LetterText| l.signatory.post.push('х'),
        |l: &mut letter::LetterText| drop(l.blocks.pop()),
    ] {
        let mut other = letter.clone();
        change(&mut other);
        assert_ne!(first, of("1", &other));
    }
}
