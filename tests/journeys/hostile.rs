//! Strangers' words and files that mean harm, all the way through the job.

use crate::day::{Shop, by, decision, kettle};
use complaint::{ComplaintId, DecisionKind, DocumentFields, LetterKind, Provenance, Side};
use office::{DocumentOpen, IncomingFile, LetterChoices, LetterRef, OfficeError, SearchQuery};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

/// A sound case answered in words of a stranger's; gives the letter as read.
fn answered(shop: &Shop, id: ComplaintId, words: &str) -> Option<String> {
    for place in 0..2 {
        shop.decides(id, place, decision(DecisionKind::Refuse, words, None));
    }
    let draft = shop.drafts(id, LetterKind::FinalRefusal, LetterChoices::default());
    let (issued, pdf) = shop.issues(&draft);
    let asked = LetterRef {
        letter: issued.summary.id,
    };
    let (name, eml) = office::letter_mail(&shop.office, &by(10, 13), asked).expect("a message");
    assert!(!name.contains(['/', '\\', '\n', '\0']), "{name:?}");
    let read = office::reference::mail_read(&eml).expect("our own message is a message");
    assert_eq!(read.attachments.len(), 1);
    shop.reads(&pdf)
}

#[test]
fn hostile_words_are_words() {
    for words in [
        "<script>alert(1)</script><img src=x onerror=alert(2)>",
        "file:///etc/passwd https://example.org/?q=1 javascript:alert(1)",
        "'); DROP TABLE complaint; -- \" OR 1=1 NEAR( * ^",
        "{name} {{7*7}} ${HOME} %s %n \\write18{id} #include",
        "\u{202e}gnp.eciovni\u{202c} \u{200f}שלום\u{200e} \u{feff}",
        "a\u{0}b\u{1b}[31mc\u{7}\u{85}\u{2028}d\u{fffe}",
        "e\u{301}\u{302}\u{303}\u{304}\u{305} 👩‍👩‍👧‍👦 𝕬𝖗𝖎𝖆𝖑 ﷽",
    ] {
        let shop = Shop::founded();
        let mut complaint = kettle();
        complaint.fields.text = words.into();
        complaint.fields.matter.subject = words.into();
        complaint.fields.matter.order = words.into();
        complaint.fields.matter.their_number = words.into();
        complaint.fields.matter.complainant.name = words.into();
        complaint.fields.matter.complainant.address = words.into();
        complaint.fields.matter.complainant.email =
            "a@b.example\r\nBcc: everybody@evil.example".into();
        let id = shop.takes(complaint);
        assert_eq!(
            shop.card(id).contents.complaint.fields.text,
            words.trim(),
            "kept as written"
        );
        let text = answered(&shop, id, words);
        if let Some(text) = text {
            let first = words.split_whitespace().next().unwrap_or_default();
            if first.bytes().all(|byte| byte.is_ascii_graphic()) {
                let begun: String = first.chars().take(6).collect();
                assert!(text.contains(&begun), "{begun} is not in {text}");
            }
        }
        let letter = shop.card(id).contents.letters[0].id;
        let (_, eml) = office::letter_mail(&shop.office, &by(10, 14), LetterRef { letter })
            .expect("a message");
        let headers = String::from_utf8_lossy(&eml)
            .split("\r\n\r\n")
            .next()
            .unwrap_or_default()
            .to_owned();
        assert!(
            !headers
                .lines()
                .any(|line| line.to_ascii_lowercase().starts_with("bcc")),
            "a header was smuggled in: {headers}"
        );
        let query = SearchQuery {
            text: words.into(),
            limit: 5,
        };
        office::search(&shop.office, &by(10, 14), query).expect("a search, whatever the words");
    }
}

#[test]
fn a_mebibyte_of_words_goes_the_whole_way() {
    let shop = Shop::founded();
    let mut complaint = kettle();
    complaint.fields.text = "Чайник протекает, мастер не приходит. ".repeat(16_000);
    assert!(complaint.fields.text.len() > 1 << 20);
    let id = shop.takes(complaint);
    assert!(shop.card(id).contents.complaint.fields.text.len() > 1_000_000);
    let query = SearchQuery {
        text: "мастера".into(),
        limit: 5,
    };
    let hits = office::search(&shop.office, &by(10, 9), query).expect("hits");
    assert_eq!(hits.len(), 1);
    assert!(
        hits[0].snippet.chars().count() < 1_000,
        "a snippet is short"
    );
    answered(&shop, id, "Обстоятельства проверены.");
    // One word without an end has no place to break.
    let mut endless = kettle();
    endless.fields.text = "ж".repeat(500_000);
    let id = shop.takes(endless);
    answered(&shop, id, &"щ".repeat(5_000));
}

#[test]
fn evil_file_names_do_no_harm() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    let long = "я".repeat(300) + ".pdf";
    let names = [
        "../../../../etc/passwd",
        "..\\..\\windows\\system32\\evil.exe",
        "/absolute",
        "C:\\evil.exe",
        "..",
        ".",
        "",
        " ",
        "a\0b.txt",
        "line\nbreak.txt",
        "\u{202e}fdp.exe",
        "CON",
        "nul.txt",
        "чек.pdf",
        "чек.pdf",
        "-rf",
        "$(reboot)",
        &long,
    ];
    for (nth, name) in names.iter().enumerate() {
        let file = IncomingFile {
            fields: complaint::DocumentFields {
                name: (*name).to_owned(),
                file_time: None,
                provenance: complaint::Provenance {
                    side: Side::Complainant,
                    source: String::new(),
                },
            },
            content: format!("content {nth}").leak().as_bytes(),
        };
        let on = |_, _| ControlFlow::Continue(());
        let stored = office::documents_add(&shop.office, &by(10, 9), id, vec![file], &on)
            .unwrap_or_else(|error| panic!("{name:?}: {error}"))
            .remove(0);
        assert_eq!(stored.exhibit as usize, nth + 1);
        assert!(
            !stored.fields.name.is_empty() && stored.fields.name.len() <= 255,
            "{name:?} became {:?}",
            stored.fields.name
        );
        assert!(
            !stored
                .fields
                .name
                .contains(['/', '\\', '\0', '\n', '\u{202e}'])
                && stored.fields.name != ".."
                && stored.fields.name != ".",
            "{name:?} became {:?}",
            stored.fields.name
        );
        let named = DocumentOpen {
            complaint: id,
            document: stored.id,
            confirmed: true,
        };
        let copy = match office::document_copy(&shop.office, named) {
            Ok(copy) => copy,
            // Its ending says that it does something: it is only saved.
            Err(OfficeError::OnlySaved(_)) => continue,
            Err(error) => panic!("{name:?}: {error}"),
        };
        assert!(copy.starts_with(shop.office.folder()), "{}", copy.display());
        assert_eq!(
            fs::read_to_string(&copy).expect("the copy"),
            format!("content {nth}")
        );
    }
    let mut outside: Vec<_> = fs::read_dir(shop.folder.path())
        .expect("the folder")
        .map(|e| e.expect("an entry").file_name())
        .collect();
    outside.retain(|name| name != Path::new("office"));
    assert!(
        outside.is_empty(),
        "something was written beside the office: {outside:?}"
    );
    let found =
        office::documents_verify(&shop.office, &|_| ControlFlow::Continue(())).expect("verified");
    assert!(found.altered.is_empty() && found.missing.is_empty());
}

#[test]
fn a_file_altered_or_taken_away_behind_the_programs_back_is_found() {
    let shop = Shop::founded();
    let id = shop.takes(kettle());
    for (name, content) in [("первый.txt", "один"), ("второй.txt", "два")] {
        let file = IncomingFile {
            fields: complaint::DocumentFields {
                name: name.into(),
                file_time: None,
                provenance: complaint::Provenance {
                    side: Side::Office,
                    source: String::new(),
                },
            },
            content: content.as_bytes(),
        };
        let on = |_, _| ControlFlow::Continue(());
        office::documents_add(&shop.office, &by(10, 9), id, vec![file], &on).expect("stored");
    }
    let stored = |sha256: &str| {
        fn find(folder: &Path, name: &str) -> Option<std::path::PathBuf> {
            fs::read_dir(folder)
                .ok()?
                .flatten()
                .map(|entry| entry.path())
                .find_map(|path| {
                    if path.is_dir() {
                        find(&path, name)
                    } else {
                        path.file_name()?.to_str()?.contains(name).then_some(path)
                    }
                })
        }
        let folder = shop.office.folder().join("documents");
        find(&folder, sha256)
            .or_else(|| find(&folder, &sha256[2..]))
            .expect("the stored file")
    };
    let documents = shop.card(id).contents.documents;
    let (altered, taken) = (stored(&documents[0].sha256), stored(&documents[1].sha256));
    fs::remove_file(&altered).expect("removed to be replaced");
    fs::write(&altered, "подделка").expect("altered");
    fs::remove_file(&taken).expect("taken away");
    let found =
        office::documents_verify(&shop.office, &|_| ControlFlow::Continue(())).expect("verified");
    assert_eq!(found.altered.len(), 1, "{found:?}");
    assert_eq!(found.missing.len(), 1, "{found:?}");
    assert!(
        found.altered[0].contains("первый.txt") && found.missing[0].contains("второй.txt"),
        "{found:?}"
    );
}

/// Papers of strangers of which none can be shown as it says it is.
pub fn broken_papers() -> Vec<IncomingFile<&'static [u8]>> {
    let bytes: [(&str, &[u8]); 6] = [
        ("пусто.txt", b""),
        (
            "оборван.pdf",
            b"%PDF-1.7\n1 0 obj<</Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>",
        ),
        ("снимок.png", b"\x89PNG\r\n\x1a\n"),
        ("снимок.jpg", b"\xff\xd8\xff\xe0"),
        (
            "знаки.txt",
            "🦊 \u{fffe}\u{202e} <script>alert(1)</script>".as_bytes(),
        ),
        (
            "письмо.eml",
            b"From: a@example.org\r\nSubject: =?utf-8?Q?=F0?=\r\n\r\n\x00\xff",
        ),
    ];
    let file = |(name, content): (&str, &'static [u8])| IncomingFile {
        fields: DocumentFields {
            name: name.to_owned(),
            file_time: None,
            provenance: Provenance {
                side: Side::Complainant,
                source: String::new(),
            },
        },
        content,
    };
    bytes.into_iter().map(file).collect()
}
