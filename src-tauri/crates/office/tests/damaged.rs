//! Letters and documents whose bytes are not those that were kept: no door hands them out.

use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId, LetterId, RegisterQuery};
use office::{BundleForm, BundleMake, By, ComplaintRef, Failure, Office, OfficeError, PageQuery};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn now() -> DateTime<FixedOffset> {
    "2026-11-22T10:30:00+03:00".parse().unwrap()
}

fn by() -> By {
    By {
        actor: Actor::named("Проверка"),
        now: now(),
    }
}

struct Frozen {
    complaint: ComplaintId,
    letter: LetterId,
    number: String,
    sha256: String,
}

fn an_issued_letter(office: &Office) -> Frozen {
    let query = PageQuery {
        query: RegisterQuery::default(),
        offset: 0,
        limit: 200,
    };
    for row in office::register_page(office, &by(), query).unwrap().rows {
        let at = ComplaintRef { complaint: row.id };
        let card = office::complaint_card(office, &by(), at).unwrap();
        for letter in &card.contents.letters {
            if let Some(issued) = &letter.issued {
                return Frozen {
                    complaint: row.id,
                    letter: letter.id,
                    number: issued.number.clone(),
                    sha256: issued.sha256.clone(),
                };
            }
        }
    }
    panic!("the sample has no letter");
}

fn content(folder: &Path, sha256: &str) -> PathBuf {
    folder.join("documents").join(&sha256[..2]).join(sha256)
}

/// Changes one byte of content and leaves its length.
fn alter(folder: &Path, sha256: &str) {
    let file = content(folder, sha256);
    let mut bytes = fs::read(&file).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::remove_file(&file).unwrap();
    fs::write(&file, bytes).unwrap();
}

/// What every door that hands out the letter answers.
fn doors(office: &Office, frozen: &Frozen) -> Vec<(&'static str, OfficeError)> {
    let named = || office::LetterRef {
        letter: frozen.letter,
    };
    let card = office::letter_card(office, &by(), named()).unwrap();
    let text = office::LetterTextSave {
        version: None,
        letter: frozen.letter,
        text: card.text,
    };
    let proof: office::ProofMake = serde_json::from_value(serde_json::json!({
        "letter": frozen.letter,
        "reason": "проверка",
    }))
    .unwrap();
    let bundle = |form: BundleForm| {
        let input = BundleMake {
            complaint: frozen.complaint,
            form,
            redaction: None,
            without: Vec::new(),
            language: None,
        };
        let go_on = |_: u64, _: u64| ControlFlow::Continue(());
        office::bundle_make(office, &by(), &input, &go_on).err()
    };
    let kept = |_: &[office::ProofFile]| -> office::Result<Option<()>> { Ok(None) };
    [
        ("pdf", office::letter_pdf(office, &by(), named()).err()),
        ("mail", office::letter_mail(office, &by(), named()).err()),
        (
            "preview",
            office::letter_preview(office, &by(), &text).err(),
        ),
        (
            "preview as a file",
            office::letter_preview_pdf(office, &by(), &text).err(),
        ),
        (
            "proof",
            office::proof_make(office, &by(), &proof, kept).err(),
        ),
        ("bundle of one file", bundle(BundleForm::OneFile)),
        ("bundle in a folder", bundle(BundleForm::Folder)),
        ("set for a court", bundle(BundleForm::Court)),
        ("package for the post", bundle(BundleForm::RegisteredMail)),
    ]
    .into_iter()
    .map(|(door, error)| {
        (
            door,
            error.unwrap_or_else(|| panic!("{door} handed it out")),
        )
    })
    .collect()
}

#[test]
fn an_altered_letter_leaves_by_no_door_and_the_good_copy_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("office");
    let office = office::sample_create(&folder, now()).unwrap();
    let frozen = an_issued_letter(&office);
    let good = fs::read(content(&folder, &frozen.sha256)).unwrap();
    alter(&folder, &frozen.sha256);
    for (door, error) in doors(&office, &frozen) {
        let failure = Failure::from(&error);
        assert_eq!(failure.code, "altered_file", "{door}");
        assert_eq!(failure.detail.as_deref(), Some(&*frozen.number), "{door}");
    }
    fs::write(content(&folder, &frozen.sha256), good).unwrap();
    let on = |_, _| ControlFlow::Continue(());
    let older = office::backup_create(&office, &by(), &dir.path().join("older"), &on).unwrap();
    let newer = office::backup_create(&office, &by(), &dir.path().join("newer"), &on).unwrap();
    assert_eq!((older.lost.len(), newer.lost.len()), (0, 0));
    alter(&folder, &frozen.sha256);
    // The newest copy is damaged too, so the one before it is named.
    alter(&dir.path().join("newer"), &frozen.sha256);
    for (door, error) in doors(&office, &frozen) {
        let OfficeError::Damaged(file) = &error else {
            panic!("{door}: {error}");
        };
        assert_eq!(file.names, [frozen.number.as_str()]);
        assert_eq!(file.copy.as_deref(), Some(Path::new(&older.folder)));
        let failure = Failure::from(&error);
        assert_eq!(failure.code, "altered_file_kept", "{door}");
        let detail = failure.detail.unwrap();
        assert!(detail.contains(&frozen.number) && detail.contains(&older.folder));
    }
    fs::remove_file(content(&folder, &frozen.sha256)).unwrap();
    let gone = office::letter_pdf(
        &office,
        &by(),
        office::LetterRef {
            letter: frozen.letter,
        },
    );
    assert_eq!(Failure::from(&gone.unwrap_err()).code, "missing_file_kept");
}

#[test]
fn an_altered_document_is_not_opened() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("office");
    let office = office::sample_create(&folder, now()).unwrap();
    let query = PageQuery {
        query: RegisterQuery::default(),
        offset: 0,
        limit: 200,
    };
    let rows = office::register_page(&office, &by(), query).unwrap().rows;
    let open = rows
        .iter()
        .find(|row| row.status == complaint::Status::Fresh);
    let complaint = open.expect("a new case").id;
    let file = office::IncomingFile {
        fields: complaint::DocumentFields {
            name: "чек.txt".into(),
            file_time: None,
            provenance: complaint::Provenance {
                side: complaint::Side::Office,
                source: String::new(),
            },
        },
        content: &b"bought on Monday"[..],
    };
    let on = |_, _| ControlFlow::Continue(());
    let added = office::documents_add(&office, &by(), complaint, vec![file], &on).unwrap();
    let document = &added[0];
    let named = office::DocumentOpen {
        complaint,
        document: document.id,
        confirmed: false,
    };
    let copy = office::document_copy(&office, named).unwrap();
    assert_eq!(fs::read(copy).unwrap(), b"bought on Monday");
    alter(&folder, &document.sha256);
    let refused = office::document_copy(&office, named).unwrap_err();
    let failure = Failure::from(&refused);
    assert_eq!(failure.code, "altered_file");
    assert_eq!(failure.detail.as_deref(), Some("чек.txt"));
}
