//! Signatures that another program made of an issued letter: kept, proved, shown, refused.

use chrono::{DateTime, FixedOffset};
use complaint::Actor;
use office::*;
use office::{By, Office};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

fn now() -> DateTime<FixedOffset> {
    "2026-11-22T10:30:00+03:00".parse().unwrap()
}

fn by() -> By {
    By {
        actor: Actor::named("Проверка"),
        now: now(),
    }
}

/// An office with an issued letter, its file beside.
fn issued(dir: &Path) -> (Office, complaint::ComplaintId, LetterRef) {
    let office = office::sample_create(&dir.join("office"), now()).unwrap();
    let today = office::today(&office, &by()).unwrap();
    let row = today
        .to_send
        .rows
        .iter()
        .find(|row| row.next_step == complaint::NextStep::Send);
    let complaint = row.expect("the sample has a letter to send").id;
    let card = office::complaint_card(&office, &by(), ComplaintRef { complaint }).unwrap();
    let letter = card
        .contents
        .letters
        .iter()
        .find(|letter| letter.issued.is_some())
        .unwrap()
        .id;
    let letter = LetterRef { letter };
    let (_, pdf) = office::letter_pdf(&office, &by(), letter).unwrap();
    fs::write(dir.join("letter.pdf"), pdf).unwrap();
    fs::write(dir.join("other.pdf"), b"%PDF-1.7 of somebody else").unwrap();
    (office, complaint, letter)
}

fn openssl(dir: &Path, words: &[&str]) -> bool {
    let run = Command::new("openssl")
        .args(words)
        .current_dir(dir)
        .stderr(Stdio::null())
        .stdout(Stdio::null())
        .status();
    match run {
        Ok(status) => {
            assert!(status.success(), "openssl {words:?}");
            true
        }
        Err(_) => {
            prerequisites::skip("openssl is not installed");
            false
        }
    }
}

/// The same office, locked with a password and opened with it.
fn locked(office: Office) -> Office {
    let folder = office.folder().to_owned();
    drop(office);
    let locking = Locking::new("сом пеньку не указ 41").unwrap();
    office::lock(&folder, &locking, &|_, _| ControlFlow::Continue(())).unwrap();
    let way_in = WayIn::recovery_key(&locking.recovery_key()).unwrap();
    let _admitted = Office::admit(&folder, &way_in).unwrap();
    Office::open(&folder, by().now).unwrap()
}

#[test]
fn a_signature_made_elsewhere_is_kept_when_it_is_of_these_bytes_and_refused_when_not() {
    kept_or_refused(|office| office);
}

#[test]
fn signatures_are_kept_in_a_locked_office_too() {
    kept_or_refused(locked);
}

fn kept_or_refused(prepared: fn(Office) -> Office) {
    let dir = tempfile::tempdir().unwrap();
    let at = dir.path();
    let (office, complaint, letter) = issued(at);
    let office = prepared(office);
    let subject = "/C=RU/O=ООО Северный дом/SN=Ветрова/GN=Ирина Александровна/CN=Ветрова И. А.";
    if !openssl(
        at,
        &[
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "key.pem", "-out",
            "cert.pem", "-days", "30", "-utf8", "-subj", subject,
        ],
    ) {
        return;
    }
    let sign = |content: &str, out: &str, more: &[&str]| {
        let mut words = vec![
            "cms", "-sign", "-binary", "-in", content, "-signer", "cert.pem", "-inkey", "key.pem",
            "-out", out,
        ];
        words.extend(more);
        openssl(at, &words)
    };
    sign(
        "letter.pdf",
        "good.sig",
        &["-outform", "DER", "-md", "sha256"],
    );
    sign(
        "letter.pdf",
        "pem.sig",
        &["-outform", "PEM", "-md", "sha512"],
    );
    sign(
        "letter.pdf",
        "stream.sig",
        &["-outform", "DER", "-stream", "-md", "sha384"],
    );
    sign(
        "other.pdf",
        "other.sig",
        &["-outform", "DER", "-md", "sha256"],
    );
    sign(
        "letter.pdf",
        "attached.sig",
        &["-outform", "DER", "-nodetach"],
    );
    sign("letter.pdf", "bare.sig", &["-outform", "DER", "-noattr"]);
    let add = |name: &str| {
        let file = fs::read(at.join(name)).unwrap();
        office::letter_signature_add(&office, &by(), letter, name, &file)
    };
    for (name, code) in [
        ("other.sig", "signature_other_bytes"),
        ("attached.sig", "signature_not_detached"),
        // So lengths that are told by their end are read.
        ("stream.sig", "signature_not_detached"),
        ("bare.sig", "signature_no_digest"),
        ("letter.pdf", "signature_unreadable"),
    ] {
        assert_eq!(Failure::from(add(name).unwrap_err()).code, code, "{name}");
    }
    let before = office::journal_page(
        &office,
        &by(),
        serde_json::from_value(serde_json::json!({ "before": null, "limit": 1 })).unwrap(),
    )
    .unwrap()[0]
        .seq;
    let kept = add("good.sig").unwrap();
    assert_eq!(kept.len(), 1);
    let signer = &kept[0].signers[0];
    assert_eq!(signer.name, "Ветрова Ирина Александровна");
    assert_eq!(signer.organisation, "ООО Северный дом");
    assert_eq!(signer.digest, "SHA-256");
    assert!(!signer.certificate.is_empty());
    // The file gives the instant in UTC; it is told by the office's clock.
    let zone = signer.at.expect("openssl writes when").timezone();
    assert_eq!(zone, now().timezone());
    let after = office::journal_page(
        &office,
        &by(),
        serde_json::from_value(serde_json::json!({ "before": null, "limit": 1 })).unwrap(),
    )
    .unwrap()[0]
        .seq;
    assert_eq!(after - before, 1, "one change, one row");
    let again = Failure::from(add("good.sig").unwrap_err());
    assert_eq!(
        (again.code.as_str(), again.detail.as_deref()),
        ("field", Some("taken"))
    );
    add("pem.sig").unwrap();
    assert_eq!(
        office::letter_signatures(&office, &by(), letter)
            .unwrap()
            .len(),
        2
    );

    // It goes along with the letter to a court.
    let input = BundleMake {
        complaint,
        form: BundleForm::Court,
        redaction: None,
        without: Vec::new(),
        language: None,
    };
    let go_on = |_, _| ControlFlow::Continue(());
    let bundle = office::bundle_make(&office, &by(), &input, &go_on).unwrap();
    let line = bundle
        .lines
        .iter()
        .find(|line| line.notes.contains(&BundleNote::Signed))
        .unwrap();
    let folder = at.join("court");
    office::bundle_write(&office, &bundle, &folder).unwrap();
    let beside = fs::read(folder.join(format!("{}.sig", line.file))).unwrap();
    assert_eq!(beside, fs::read(at.join("good.sig")).unwrap());
    assert_eq!(
        fs::read(folder.join(&line.file)).unwrap(),
        fs::read(at.join("letter.pdf")).unwrap()
    );
}
