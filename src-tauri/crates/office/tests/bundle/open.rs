//! The papers of a case put together: one archival PDF, a folder for browsers, files for a court and
//! the post, read back by other programs.

use super::ground::*;
use complaint::Language;
use office::*;
use std::fs;
use std::ops::ControlFlow;
use std::process::Command;

#[test]
fn one_archival_pdf_holds_the_case_with_marked_sheets_and_the_originals() {
    let ground = ground();
    let bundle = ground.make(BundleForm::OneFile, None);
    let folder = ground.written("one", &bundle);
    let file = folder.join(&bundle.files[0].path);
    keep("case.pdf", made(&bundle));
    let faults = ::workbench::lint::lint(made(&bundle)).unwrap();
    assert!(faults.is_empty(), "{faults:?}");
    let Some(said) = text(&file) else { return };
    for part in [
        "Содержание",
        "Как развивались события",
        "Приложение 1, л. 1 из 1",
        "л. 1 из 2",
        "л. 2 из 2",
        "вложен",
        "alert(document.cookie)",
        "Видел Прокудин",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    // The page that the contents name is the one on which the paper begins.
    let first = said.split("стр. ").nth(1).unwrap();
    let first: String = first.chars().take_while(char::is_ascii_digit).collect();
    let there = told("pdftotext", &["-f", &first, "-l", &first], &file).unwrap();
    let there = String::from_utf8(there).unwrap();
    assert!(there.contains("требую"), "page {first}: {there}");
    let sheets: u32 = bundle.lines[1..]
        .iter()
        .filter_map(|line| line.sheets)
        .sum();
    assert!(bundle.lines[0].sheets.unwrap() > sheets);
    // The originals come back byte for byte.
    let Ok(_) = Command::new("pdfdetach").arg("-v").output() else {
        return prerequisites::skip("pdfdetach is not installed");
    };
    let out = ground.dir.path().join("attached");
    fs::create_dir(&out).unwrap();
    let taken = Command::new("pdfdetach")
        .arg("-saveall")
        .arg("-o")
        .arg(&out)
        .arg(&file)
        .status();
    assert!(taken.unwrap().success());
    let taken: Vec<Vec<u8>> = fs::read_dir(&out)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap())
        .collect();
    for original in [photograph(), contract(), message()] {
        assert!(taken.contains(&original));
    }
}

#[test]
fn a_folder_runs_nothing_and_names_nothing_as_strangers_did() {
    let ground = ground();
    let bundle = ground.make(BundleForm::Folder, None);
    let folder = ground.written("folder", &bundle);
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    keep("index.html", page.as_bytes());
    let small = page.to_lowercase();
    for never in [
        "<script",
        "onerror=alert(1)>",
        "javascript:",
        "http://",
        "https://",
        "\u{202e}",
    ] {
        assert!(!small.contains(never), "{never}");
    }
    assert_eq!(small.matches("<img").count(), 1, "the photograph alone");
    assert!(page.contains("&lt;script&gt;alert(document.cookie)"));
    assert!(page.contains("default-src 'none'"));
    // What does something when it is opened lies under another ending and has no link.
    let evil = bundle
        .files
        .iter()
        .find(|file| file.path.ends_with(".original"))
        .unwrap();
    assert!(evil.path.ends_with(".html.original"), "{}", evil.path);
    assert!(!evil.path.contains(['<', '>', '\\']) && evil.path.matches('/').count() == 1);
    assert!(!page.contains(".html.original\""), "no link leads there");
    // Every link leads to a file that is there.
    for part in page
        .split("href=\"")
        .skip(1)
        .chain(page.split("src=\"").skip(1))
    {
        let link = part.split('"').next().unwrap();
        let mut bytes = Vec::new();
        let mut rest = link.bytes();
        while let Some(byte) = rest.next() {
            if byte == b'%' {
                let hex = [rest.next().unwrap(), rest.next().unwrap()];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&hex).unwrap(), 16).unwrap());
            } else {
                bytes.push(byte);
            }
        }
        let path = folder.join(String::from_utf8(bytes).unwrap());
        assert!(path.is_file(), "{link}");
    }
    let checked = Command::new("sha256sum")
        .args(["--check", "--strict", "--quiet", "SHA256SUMS.txt"])
        .current_dir(&folder)
        .status();
    assert!(checked.unwrap().success());
    // A folder that holds something is left as it is.
    let again = office::bundle_write(&ground.office, &bundle, &folder);
    assert_eq!(Failure::from(again.unwrap_err()).code, "not_empty");
}

#[test]
fn files_for_a_court_and_the_post_say_what_they_are_and_keep_the_limits() {
    let ground = ground();
    let court = ground.make(BundleForm::Court, None);
    let names: Vec<&str> = court.files.iter().map(|file| file.path.as_str()).collect();
    assert!(
        names[0].starts_with("00 Опись") && names[0].ends_with("л.pdf"),
        "{names:?}"
    );
    assert!(
        names
            .iter()
            .any(|name| name.ends_with("Приложение 2 Договор Горностаевой 2л.pdf")),
        "{names:?}"
    );
    assert!(
        names.iter().all(|name| name.ends_with("л.pdf")),
        "{names:?}"
    );
    let sound = court
        .lines
        .iter()
        .find(|line| line.title.ends_with(".mp3"))
        .unwrap();
    assert_eq!(
        (sound.file.as_str(), &sound.notes[..]),
        ("", &[BundleNote::Separate][..])
    );

    let mail = ground.make(BundleForm::RegisteredMail, None);
    let folder = ground.written("mail", &mail);
    assert!(folder.join("Подписи.txt").is_file());
    for file in mail.files.iter().filter(|file| file.path.ends_with(".pdf")) {
        let bytes = fs::read(folder.join(&file.path)).unwrap();
        assert!(bytes.len() <= 1_000_000, "{}: {}", file.path, bytes.len());
        let faults = ::workbench::lint::lint(&bytes).unwrap();
        assert!(faults.is_empty(), "{}: {faults:?}", file.path);
        let sizes = told("pdftotext", &["-bbox"], &folder.join(&file.path));
        for page in sizes.iter().flat_map(|s| {
            String::from_utf8_lossy(s)
                .split("<page ")
                .skip(1)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        }) {
            let side = |name: &str| -> f32 {
                let rest = page.split(&format!("{name}=\"")).nth(1).unwrap();
                rest.split('"').next().unwrap().parse().unwrap()
            };
            assert!(side("height") > side("width"), "{}", file.path);
        }
    }
}

#[test]
fn what_is_stopped_or_another_cases_writes_nothing() {
    let ground = ground();
    let input = BundleMake {
        complaint: ground.complaint,
        form: BundleForm::Folder,
        redaction: None,
        without: vec![ground.documents[0]],
        language: Some(Language::En),
    };
    let stop = |done, _| {
        if done > 1 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let stopped = office::bundle_make(&ground.office, &by(), &input, &stop);
    assert_eq!(Failure::from(stopped.unwrap_err()).code, "cancelled");
    let mut other = input.clone();
    let foreign = serde_json::from_value(serde_json::json!("01900000-0000-7000-8000-000000000000"));
    other.without = vec![foreign.unwrap()];
    let go_on = |_, _| ControlFlow::Continue(());
    let refused = office::bundle_make(&ground.office, &by(), &other, &go_on);
    let refused = Failure::from(refused.unwrap_err());
    assert_eq!(
        (refused.code.as_str(), refused.field.as_deref()),
        ("field", Some("without.0"))
    );
    let bundle = office::bundle_make(&ground.office, &by(), &input, &go_on).unwrap();
    assert!(bundle.files.iter().all(|file| !file.path.contains("Чек")));
    assert!(bundle.lines.iter().any(|line| line.label == "Exhibit 2"));
}
