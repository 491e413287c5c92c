//! Redacted twins: nothing of what is closed can be drawn out of them.

use super::ground::*;
use office::*;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Whether bytes hold a planted word, in any of the writings of a PDF.
fn leaks(bytes: &[u8]) -> Option<String> {
    let texts = [
        String::from_utf8_lossy(bytes).into_owned(),
        String::from_utf16_lossy(
            &bytes
                .chunks_exact(2)
                .map(|b| u16::from_be_bytes([b[0], b[1]]))
                .collect::<Vec<_>>(),
        ),
        String::from_utf16_lossy(
            &bytes[bytes.len().min(1)..]
                .chunks_exact(2)
                .map(|b| u16::from_be_bytes([b[0], b[1]]))
                .collect::<Vec<_>>(),
        ),
    ]
    .map(|text| text.to_lowercase());
    for secret in SECRETS.iter().chain(&["SECRET PLACE"]) {
        let hex: String = secret
            .encode_utf16()
            .map(|unit| format!("{unit:04x}"))
            .collect();
        for small in &texts {
            if small.contains(&secret.to_lowercase()) || small.contains(&hex) {
                return Some((*secret).to_owned());
            }
        }
    }
    None
}

/// Everything that can be drawn out of a PDF holds none of the words.
fn nothing_in(file: &Path, work: &Path) {
    assert_eq!(leaks(&fs::read(file).unwrap()), None, "{}", file.display());
    let Some(said) = text(file) else { return };
    assert_eq!(
        leaks(said.as_bytes()),
        None,
        "the text of {}",
        file.display()
    );
    let plain = work.join("plain.pdf");
    let unpacked = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable", "--decode-level=all"])
        .arg(file)
        .arg(&plain)
        .status();
    if unpacked.is_ok_and(|status| status.success()) {
        assert_eq!(
            leaks(&fs::read(&plain).unwrap()),
            None,
            "{}",
            file.display()
        );
    } else {
        prerequisites::skip("qpdf is not installed");
    }
    if let Ok(listed) = Command::new("pdfdetach").arg("-list").arg(file).output() {
        let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
        assert!(listed.starts_with("0 "), "{listed}");
    }
    let pictures = work.join("pictures");
    let _ = fs::remove_dir_all(&pictures);
    fs::create_dir(&pictures).unwrap();
    let taken = Command::new("pdfimages")
        .arg("-all")
        .arg(file)
        .arg(pictures.join("p"))
        .status();
    if taken.is_ok() {
        for entry in fs::read_dir(&pictures).unwrap() {
            let bytes = fs::read(entry.unwrap().path()).unwrap();
            assert_eq!(leaks(&bytes), None);
        }
    }
}

#[test]
fn nothing_of_what_is_closed_can_be_drawn_out_of_any_redacted_form() {
    let ground = ground();
    for form in BundleForm::ALL {
        let bundle = ground.make(form, Some(ground.closed()));
        let folder = ground.written(form.as_str(), &bundle);
        for file in &bundle.files {
            assert_eq!(leaks(file.path.as_bytes()), None, "{}", file.path);
            let path = folder.join(&file.path);
            if file.path.ends_with(".pdf") {
                nothing_in(&path, ground.dir.path());
                let faults = ::workbench::lint::lint(&fs::read(&path).unwrap()).unwrap();
                assert!(faults.is_empty(), "{}: {faults:?}", file.path);
            } else {
                assert_eq!(leaks(&fs::read(&path).unwrap()), None, "{}", file.path);
            }
            assert!(
                matches!(file.content, BundleContent::Made(_)),
                "{}",
                file.path
            );
        }
        let told = serde_json::to_string(&bundle.lines).unwrap();
        assert_eq!(leaks(told.as_bytes()), None);
        if form == BundleForm::OneFile {
            keep("closed.pdf", made(&bundle));
        }
    }
    // The same search finds all of it in the open bundle, so it can find something.
    let open = ground.make(BundleForm::OneFile, None);
    let folder = ground.written("open", &open);
    let said = text(&folder.join(&open.files[0].path));
    assert!(said.is_none_or(|said| leaks(said.as_bytes()).is_some()));
}

#[test]
fn a_shown_picture_has_its_regions_black_and_a_file_is_withheld() {
    let ground = ground();
    let mut redaction = ground.closed();
    redaction.exhibits.push(ExhibitRedaction {
        document: ground.documents[0],
        whole: false,
        areas: vec![SheetArea {
            sheet: 0,
            x: 0.0,
            y: 0.0,
            width: 0.5,
            height: 1.0,
        }],
    });
    let bundle = ground.make(BundleForm::Court, Some(redaction));
    let folder = ground.written("court", &bundle);
    let note = |exhibit: &str| {
        let line = bundle.lines.iter().find(|line| line.label == exhibit);
        line.unwrap().notes.clone()
    };
    assert_eq!(note("Приложение 1"), []);
    for withheld in ["Приложение 2", "Приложение 6"] {
        assert_eq!(note(withheld), [BundleNote::Withheld], "{withheld}");
    }
    let line = bundle
        .lines
        .iter()
        .find(|line| line.label == "Приложение 1")
        .unwrap();
    let drawn = press::Raster::open(fs::read(folder.join(&line.file)).unwrap()).unwrap();
    let page = image::load_from_memory(&drawn.page_png(0, 50.0).unwrap())
        .unwrap()
        .into_rgb8();
    let dark = |from: u32, to: u32| {
        let points = (from..to).map(|x| page.get_pixel(x * page.width() / 100, page.height() / 2));
        points.filter(|p| p.0.iter().all(|c| *c < 24)).count()
    };
    assert!(dark(15, 50) > 30, "the left half is black");
    assert_eq!(dark(56, 95), 0, "the right half is not");
}

#[test]
fn a_copy_in_which_nothing_is_closed_is_none() {
    let ground = ground();
    let make = |redaction: Redaction| {
        let input = BundleMake {
            complaint: ground.complaint,
            form: BundleForm::Court,
            redaction: Some(redaction),
            without: Vec::new(),
            language: None,
        };
        let on = |_, _| std::ops::ControlFlow::Continue(());
        office::bundle_make(&ground.office, &by(), &input, &on)
    };
    let field = |redaction: Redaction| {
        let failure = Failure::from(make(redaction).expect_err("refused"));
        (failure.field, failure.detail)
    };
    let open = || Redaction {
        complainant: false,
        words: Vec::new(),
        exhibits: Vec::new(),
    };
    let missing = |name: &str| (Some(name.to_owned()), Some("missing".to_owned()));
    assert_eq!(field(open()), missing("redaction"));
    // A letter by itself closes nothing.
    let letter = Redaction {
        words: vec!["П.".to_owned()],
        ..ground.closed()
    };
    assert_eq!(field(letter), missing("redaction.words"));
    // A word that is mistyped would leave open what it was meant to close.
    let mistyped = Redaction {
        words: vec!["Прокудин".to_owned(), "Прокуддин".to_owned()],
        ..ground.closed()
    };
    let failure = Failure::from(make(mistyped).expect_err("refused"));
    assert_eq!(failure.code, "words_nowhere");
    assert_eq!(failure.detail.as_deref(), Some("Прокуддин"));
    // Of somebody who told nothing of themselves there is nothing to close.
    let mut card = {
        let of = ComplaintRef {
            complaint: ground.complaint,
        };
        let card = office::complaint_card(&ground.office, &by(), of).expect("a card");
        serde_json::to_value(&card.contents.complaint).expect("fields")
    };
    card["complainant"] = serde_json::json!({});
    card["id"].take();
    card["person_id"].take();
    card["backdating_reason"] = "перенесено из книги".into();
    let unknown: NewComplaint = serde_json::from_value(card).expect("fields");
    let taken = office::complaint_add(&ground.office, &by(), unknown).expect("taken in");
    let input = BundleMake {
        complaint: taken.id,
        form: BundleForm::Court,
        redaction: Some(Redaction {
            complainant: true,
            ..open()
        }),
        without: Vec::new(),
        language: None,
    };
    let on = |_, _| std::ops::ControlFlow::Continue(());
    let made = office::bundle_make(&ground.office, &by(), &input, &on);
    let failure = Failure::from(made.expect_err("refused"));
    assert_eq!((failure.field, failure.detail), missing("redaction"));
    // The text of a message is withheld where somebody says so.
    let message = ExhibitRedaction {
        document: ground.documents[2],
        whole: true,
        areas: Vec::new(),
    };
    let made = make(Redaction {
        exhibits: vec![message],
        ..open()
    });
    let lines = made.expect("made").lines;
    let line = lines.iter().find(|line| line.label == "Приложение 3");
    assert_eq!(line.expect("listed").notes, [BundleNote::Withheld]);
}
