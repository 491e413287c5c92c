//! What strangers attached, opened with other programs.

use crate::ground::{at, by, found, open, refused};
use complaint::{ComplaintFields, ComplaintId, DocumentFields, DocumentId, Provenance, Side};
use office::{DocumentOpen, DocumentRef, DocumentView, IncomingFile, NewComplaint, Office};
use std::io::{Cursor, Read};
use std::ops::ControlFlow;

fn case(office: &Office) -> ComplaintId {
    let told = NewComplaint {
        id: None,
        fields: ComplaintFields {
            text: "Чайник течёт".into(),
            ..ComplaintFields::received(at("2026-11-22T09:00:00+03:00"))
        },
        person_id: None,
        demands: Vec::new(),
        terms: Vec::new(),
    };
    office::complaint_add(office, &by(), told)
        .expect("taken in")
        .id
}

fn attached(office: &Office, complaint: ComplaintId, name: &str, bytes: &[u8]) -> DocumentId {
    let file = IncomingFile {
        fields: DocumentFields {
            name: name.to_owned(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content: Cursor::new(bytes.to_vec()),
    };
    let go = |_: usize, _: u64| ControlFlow::Continue(());
    let added = office::documents_add(office, &by(), complaint, vec![file], &go);
    added.expect("added").remove(0).id
}

fn opened(document: DocumentId, complaint: ComplaintId, confirmed: bool) -> DocumentOpen {
    DocumentOpen {
        complaint,
        document,
        confirmed,
    }
}

#[test]
fn what_does_something_when_it_is_opened_is_only_saved() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let complaint = case(&office);
    for (name, bytes) in [
        ("чек.exe", &b"anything"[..]),
        ("чек.pdf", b"MZ\x90\x00"),
        ("чек.PDF.Scr", b"%PDF"),
        ("фото.jpg", b"#!/bin/sh\nrm -rf ~"),
        ("акт.txt", b"<html><script>steal()</script>"),
        ("акт.html", b"hello"),
        ("картинка.svg", b"<svg onload='steal()'/>"),
        ("ярлык.lnk", b"x"),
        ("ярлык", b"[Desktop Entry]\nExec=rm"),
        (
            "ярлык.txt",
            b"\xef\xbb\xbf[InternetShortcut]\r\nURL=file://x",
        ),
        ("смета.docm", b"PK\x03\x04"),
        ("смета.docx", b"PK\x03\x04 word/vbaProject.bin"),
        (
            "смета.xls",
            b"\xd0\xcf\x11\xe0 _\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0",
        ),
        ("образ.iso", b"x"),
        ("программа", b"\x7fELF"),
    ] {
        let document = attached(&office, complaint, name, bytes);
        for confirmed in [false, true] {
            let (code, _) = refused(office::document_copy(
                &office,
                opened(document, complaint, confirmed),
            ));
            assert_eq!(code, "only_saved", "{name}");
        }
        let input = DocumentRef {
            complaint,
            document,
        };
        let (_, mut content) = office::document_content(&office, input).expect("saved");
        let mut saved = Vec::new();
        content.read_to_end(&mut saved).expect("read");
        assert_eq!(saved, bytes, "{name}");
    }
}

#[test]
fn what_is_looked_at_is_opened_and_the_rest_is_asked_about() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let complaint = case(&office);
    for (name, bytes) in [
        ("чек.pdf", &b"%PDF-1.7"[..]),
        ("фото.JPG", b"\xff\xd8\xff"),
        ("письмо.eml", b"From: a@example.ru\n\nHello"),
        ("акт.txt", b"words"),
    ] {
        let document = attached(&office, complaint, name, bytes);
        office::document_copy(&office, opened(document, complaint, false)).expect(name);
    }
    for (name, ending) in [("смета.docx", "docx"), ("архив.zip", "zip"), ("что-то", "")]
    {
        let document = attached(&office, complaint, name, b"PK\x03\x04");
        let answer = refused(office::document_copy(
            &office,
            opened(document, complaint, false),
        ));
        assert_eq!(
            answer,
            ("opening_asked".to_owned(), ending.to_owned()),
            "{name}"
        );
        office::document_copy(&office, opened(document, complaint, true)).expect(name);
    }
}

#[test]
fn copies_to_look_at_go_when_the_office_is_closed() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let complaint = case(&office);
    let document = attached(&office, complaint, "чек.pdf", b"%PDF-1.7");
    let copy = office::document_copy(&office, opened(document, complaint, false)).expect("a copy");
    assert!(copy.is_file());
    drop(office);
    assert!(!copy.exists());
    assert!(!copy.parent().expect("its folder").exists());
    open(root.path()).expect("the office");
}

#[test]
fn what_is_shown_within_the_window_is_words_and_pictures_alone() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(root.path()).expect("an office");
    let complaint = case(&office);
    let shown = |name: &str, bytes: &[u8]| {
        let document = attached(&office, complaint, name, bytes);
        office::document_view(
            &office,
            &by(),
            DocumentRef {
                complaint,
                document,
            },
        )
        .expect(name)
    };
    let text = "Слова <b>и</b> <script>alert(1)</script>";
    assert_eq!(
        shown("слова.txt", text.as_bytes()),
        DocumentView::Text {
            text: text.into(),
            cut: false
        }
    );
    let cyrillic = b"\xd7\xe0\xe9\xed\xe8\xea \xf2\xe5\xf7\xb8\xf2, \xe2\xe5\xf0\xed\xe8\xf2\xe5 \xe4\xe5\xed\xfc\xe3\xe8";
    assert_eq!(
        shown("слова-1251.txt", cyrillic),
        DocumentView::Text {
            text: "Чайник течёт, верните деньги".into(),
            cut: false
        }
    );
    let long = shown("длинные.txt", "ы".repeat(1 << 20).as_bytes());
    assert!(
        matches!(long, DocumentView::Text { cut: true, .. }),
        "{long:?}"
    );
    let mail = "From: Анна <a@example.ru>\nSubject: hi\nContent-Type: text/html; charset=utf-8\n\n<p>Добрый день</p><img src=\"http://example.ru/seen.png\"><script>alert(1)</script>";
    let DocumentView::Message(mail) = shown("письмо.eml", mail.as_bytes()) else {
        panic!("a message");
    };
    assert_eq!(mail.subject, "hi");
    assert!(mail.text.contains("Добрый день"), "{mail:?}");
    assert!(!mail.text.contains("alert"), "{mail:?}");
    for (name, bytes) in [
        ("сломан.pdf", &b"%PDF-1.7\nnothing"[..]),
        ("сломано.png", b"\x89PNG\r\n\x1a\nnothing"),
        ("чек.exe", b"MZ"),
        ("доступ.rdp", b"full address:s:example.ru"),
        ("чек.pdf", b"MZ"),
        ("смета.docx", b"PK\x03\x04"),
        ("слова.txt", b"\xff\xfe\x00"),
    ] {
        assert_eq!(shown(name, bytes), DocumentView::Elsewhere, "{name}");
    }
}
