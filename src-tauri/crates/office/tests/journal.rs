//! What the check of the journal says of records that were changed beside the program.

use complaint::Actor;
use office::{By, DifferingRow, Office};
use serde_json::json;
use std::fs;

fn by() -> By {
    By {
        actor: Actor::named("Крылова М. И."),
        now: "2026-11-22T10:30:00+03:00".parse().unwrap(),
    }
}

#[test]
fn rows_that_differ_from_a_whole_journal_are_no_break_of_its_chain() {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("office");
    let profile = json!({ "name": "Север", "requisites": {}, "language": "ru" });
    let profile = serde_json::from_value(profile).unwrap();
    let office = Office::create(&folder, &by(), &profile).unwrap();
    let complaint = json!({
        "kind": "claim", "regime": "goods", "channel": "email", "received_at": "2026-11-22T10:00:00+03:00",
        "backdating_reason": null, "complainant": {}, "subject": "", "text": "Чайник течёт.",
    });
    let complaint = serde_json::from_value(complaint).unwrap();
    let taken = office::complaint_add(&office, &by(), complaint).unwrap();
    let entry = json!({
        "complaint": taken.id, "entry": null, "at": "2026-11-22T10:10:00+03:00", "text": "Звонок",
        "source": "xSidorovx",
    });
    office::diary_save(&office, &by(), serde_json::from_value(entry).unwrap()).unwrap();
    let whole = office::journal_verify(&office, &by()).unwrap();
    assert!(whole.is_whole() && whole.compared > 0, "{whole:?}");
    drop(office);

    // The journal has the word in quotation marks.
    let database = folder.join("office.sqlite");
    let mut bytes = fs::read(&database).unwrap();
    let word = b"xSidorovx";
    let places: Vec<usize> = (1..bytes.len() - word.len())
        .filter(|at| bytes[*at..].starts_with(word) && bytes[at - 1] != b'"')
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + word.len()].copy_from_slice(b"xPetrovax");
    }
    fs::write(&database, bytes).unwrap();

    let changed_outside = |office: &Office| {
        let info = office::office_info(office, &by()).unwrap();
        info.safety.changed_outside
    };
    let office = Office::open(&folder, by().now).unwrap();
    assert!(changed_outside(&office));
    assert!(!office::copies_held(&office).unwrap().damaged);
    drop(office);
    let office = Office::open(&folder, by().now).unwrap();
    assert!(changed_outside(&office), "nobody has looked yet");
    let found = office::journal_verify(&office, &by()).unwrap();
    assert_eq!(found.chain, whole.chain, "the chain is whole");
    assert!(office::copies_held(&office).unwrap().damaged);
    let diary = DifferingRow {
        table: "diary".into(),
        number: Some(taken.number),
    };
    assert_eq!(found.differing, [diary]);
    assert!(!found.is_whole());
    assert!(changed_outside(&office), "it is not as it was");
    drop(office);

    let mut bytes = fs::read(&database).unwrap();
    let word = b"xPetrovax";
    for at in 0..bytes.len() - word.len() {
        if bytes[at..].starts_with(word) {
            bytes[at..at + word.len()].copy_from_slice(b"xSidorovx");
        }
    }
    fs::write(&database, bytes).unwrap();
    let office = Office::open(&folder, by().now).unwrap();
    assert!(changed_outside(&office));
    assert!(office::journal_verify(&office, &by()).unwrap().is_whole());
    assert!(!changed_outside(&office));
    drop(office);
    assert!(!changed_outside(&Office::open(&folder, by().now).unwrap()));
}

#[test]
fn the_register_on_paper_says_which_row_of_the_journal_was_the_newest() {
    let root = tempfile::tempdir().unwrap();
    let profile = json!({ "name": "Север", "requisites": {}, "language": "ru" });
    let profile = serde_json::from_value(profile).unwrap();
    let office = Office::create(&root.path().join("office"), &by(), &profile).unwrap();
    let book = json!({ "paper": "register_book", "from": "2026-01-01", "to": "2026-12-31" });
    let book = serde_json::from_value(book).unwrap();
    let (_, pdf) = office::paper_make(&office, &by(), &book).unwrap();
    let all = office::JournalQuery {
        complaint: None,
        before: None,
        limit: 1,
    };
    let newest = office::journal_page(&office, &by(), all).unwrap().remove(0);
    let printed: String = press::text_lines(&pdf)
        .unwrap()
        .iter()
        .flat_map(|page| page.lines.iter().map(|line| line.text.replace(' ', "")))
        .collect();
    assert!(printed.contains(&newest.hash), "{printed}");
}
