//! The check of the records against the journal.

use crate::office::{Office, SingleSteps, at, by, kettle};
use register::*;
use rusqlite::Connection;

const NOW: &str = "2026-11-22T10:00:00+03:00";

/// An office with a case that was edited, undone and edited again.
fn worked_on() -> (tempfile::TempDir, String) {
    let office = Office::new();
    let first = office.complaint_add(&by(NOW), &kettle()).unwrap();
    let second = office.complaint_add(&by(NOW), &kettle()).unwrap();
    office.add_document(first.id, "a.txt", &office.store(b"a"));
    let entry = complaint::DiaryFields {
        at: at(NOW),
        text: "позвонили".into(),
        source: String::new(),
    };
    office.diary_add(&by(NOW), first.id, &entry).unwrap();
    office.note_add(&by(NOW), second.id, "помнить").unwrap();
    (office.shut(), first.number)
}

fn checked(folder: &tempfile::TempDir) -> JournalCheck {
    Register::open(folder.path(), at(NOW))
        .unwrap()
        .journal_verify()
        .unwrap()
}

#[test]
fn rows_that_are_not_as_the_journal_says_are_named() {
    let (folder, number) = worked_on();
    let whole = checked(&folder);
    assert_eq!((whole.broken, whole.structure), (None, None));
    assert_eq!(whole.differing, []);
    assert!(whole.compared >= 3, "{} were compared", whole.compared);

    let raw = Connection::open(folder.path().join("office.sqlite")).unwrap();
    raw.execute("UPDATE diary SET body = 'не звонили'", [])
        .unwrap();
    let diary = RowDifference {
        table: "diary",
        number: Some(number.clone()),
    };
    assert_eq!(checked(&folder).differing, std::slice::from_ref(&diary));
    raw.execute("UPDATE document SET name = 'b.txt'", [])
        .unwrap();
    let document = RowDifference {
        table: "document",
        number: Some(number),
    };
    raw.execute("DELETE FROM note", []).unwrap();
    let found = checked(&folder).differing;
    assert_eq!(found.len(), 3, "{found:?}");
    assert_eq!(found[0].table, "note");
    assert_eq!(found[1..], [diary, document]);
}
