//! What a set for a court or the post says of its own files.

use super::ground::*;
use office::{By, *};
use sha2::{Digest, Sha256};
use std::fs;
use std::ops::ControlFlow;

fn sum(bytes: &[u8]) -> String {
    let sum = Sha256::digest(bytes);
    sum.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The words of the inventory without blanks, for hashes stand on two lines.
fn inventory(ground: &Ground, name: &str, bundle: &Bundle) -> Option<String> {
    let folder = ground.written(name, bundle);
    let first = &bundle.files[0].path;
    assert!(first.starts_with("00 "), "{first}");
    let said = told("pdftotext", &["-raw", "-enc", "UTF-8"], &folder.join(first))?;
    let said = String::from_utf8(said).unwrap();
    Some(said.split_whitespace().collect())
}

#[test]
fn the_inventory_of_a_set_gives_the_hash_of_each_file_that_lies_in_it() {
    let ground = ground();
    // The inventory of a redacted set is a picture, of which nobody reads words.
    for form in [BundleForm::Court, BundleForm::RegisteredMail] {
        let name = form.as_str().to_owned();
        let bundle = ground.make(form, None);
        let Some(said) = inventory(&ground, &name, &bundle) else {
            return;
        };
        keep(&format!("{name}.pdf"), made(&bundle));
        let folder = ground.dir.path().join(&name);
        let papers = bundle.files[1..]
            .iter()
            .filter(|file| file.path.ends_with(".pdf"));
        for file in papers {
            let sum = sum(&fs::read(folder.join(&file.path)).unwrap());
            assert!(said.contains(&sum), "{name}, {}: {said}", file.path);
        }
        // What is copied names its original as such.
        assert!(said.contains(&sum(&photograph())), "{said}");
        assert!(said.contains("исходныйфайл:"), "{said}");
    }
}

#[test]
fn a_package_for_the_complainant_tells_neither_the_state_nor_the_diary() {
    let ground = ground();
    let court = ground.make(BundleForm::Court, None);
    let mail = ground.make(BundleForm::RegisteredMail, None);
    let (Some(court), Some(mail)) = (
        inventory(&ground, "court", &court),
        inventory(&ground, "mail", &mail),
    ) else {
        return;
    };
    for inner in ["Состояние:", "Какразвивалисьсобытия"] {
        assert!(court.contains(inner), "{court}");
        assert!(!mail.contains(inner), "{mail}");
    }
}

#[test]
fn what_happened_on_one_day_stands_by_the_clock_of_the_office() {
    let ground = ground();
    let late = By {
        now: "2026-11-22T22:00:00+03:00".parse().unwrap(),
        ..by()
    };
    let entry = serde_json::json!({
        "complaint": ground.complaint,
        "entry": null,
        // Written down where the clock is three hours behind.
        "at": "2026-11-22T18:15:00+00:00",
        "text": "Покупатель перезвонил",
        "source": "",
        "enclosed": [],
    });
    let entry: DiarySave = serde_json::from_value(entry).unwrap();
    office::diary_save(&ground.office, &late, entry).unwrap();
    let input = BundleMake {
        complaint: ground.complaint,
        form: BundleForm::Folder,
        redaction: None,
        without: Vec::new(),
        language: None,
    };
    let go_on = |_, _| ControlFlow::Continue(());
    let bundle = office::bundle_make(&ground.office, &late, &input, &go_on).unwrap();
    let folder = ground.written("day", &bundle);
    let page = fs::read_to_string(folder.join("index.html")).unwrap();
    let course = page.split("Как развивались события").nth(1).unwrap();
    let place = |words: &str| {
        course
            .find(words)
            .unwrap_or_else(|| panic!("{words}: {course}"))
    };
    let called = place("<td>22.11.2026 21:15<td><bdi>Покупатель перезвонил");
    assert!(place("<td>22.11.2026 10:30<td><bdi>Приложение 6") < called);
}
