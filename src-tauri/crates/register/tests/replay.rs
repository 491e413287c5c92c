//! The check of the records against the journal.

use crate::office::{Office, SingleSteps, at, by, kettle, no_error, pdf};
use complaint::*;
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
    assert_eq!(whole.uncompared, 0);

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

fn raw(folder: &tempfile::TempDir) -> Connection {
    Connection::open(folder.path().join("office.sqlite")).unwrap()
}

/// Writes as one does who knows the program: its triggers are there again afterwards.
fn write_past_triggers(conn: &Connection, write: &str, value: &str) {
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<rusqlite::Result<_>>()
        .unwrap();
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    assert_eq!(conn.execute(write, [value]).unwrap(), 1);
    for (_, made) in &triggers {
        conn.execute_batch(made).unwrap();
    }
}

#[test]
fn what_is_never_undone_is_compared_too() {
    let office = Office::new();
    let case = office.complaint_add(&by(NOW), &kettle()).unwrap();
    let other = office.complaint_add(&by(NOW), &kettle()).unwrap();
    let letter = NewLetter {
        kind: LetterKind::FinalRefusal,
        language: Language::Ru,
        heading: "О чайнике".into(),
        content: serde_json::json!({}),
        promised: None,
    };
    let draft = office.letter_draft_add(&by(NOW), case.id, &letter).unwrap();
    office
        .letter_issue(&by(NOW), draft.id, |_, _| no_error(pdf("1")))
        .unwrap();
    // Changed by this program since, and changed back.
    let edited = ComplaintFields {
        text: "Чайник не течёт.".into(),
        ..kettle().fields
    };
    let edit = office
        .complaint_edit(&by(NOW), other.id, None, &edited)
        .unwrap();
    office.undo(&by(NOW), edit.seq.unwrap()).unwrap();
    office
        .complaint_edit(&by(NOW), other.id, None, &edited)
        .unwrap();
    let folder = office.shut();
    let whole = checked(&folder);
    assert_eq!((whole.differing, whole.uncompared), (Vec::new(), 0));

    let differing = |table, number: &str| RowDifference {
        table,
        number: Some(number.to_owned()),
    };
    for (table, column, of, row) in [
        ("complaint", "body", &case.number, "serial = 1"),
        // Of a row that was edited what was not edited.
        ("complaint", "subject", &other.number, "serial = 2"),
        ("letter", "heading", &case.number, "true"),
    ] {
        let conn = raw(&folder);
        let read = format!("SELECT {column} FROM {table} WHERE {row}");
        let was: String = conn.query_row(&read, [], |row| row.get(0)).unwrap();
        let write = format!("UPDATE {table} SET {column} = ?1 WHERE {row}");
        write_past_triggers(&conn, &write, "Другое");
        let found = checked(&folder).differing;
        assert_eq!(found, [differing(table, of)], "{table}.{column}");
        write_past_triggers(&conn, &write, &was);
        assert_eq!(checked(&folder).differing, []);
    }
    raw(&folder)
        .execute("UPDATE person SET name = 'Другой'", [])
        .unwrap();
    assert_eq!(checked(&folder).differing[0].table, "person");
}

#[test]
fn rows_of_programs_that_kept_no_hashes_are_counted_and_not_blamed() {
    let office = Office::new();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    let folder = office.shut();
    let whole = checked(&folder);
    raw(&folder).execute("DELETE FROM change", []).unwrap();
    let found = checked(&folder);
    assert_eq!((found.broken, found.differing), (None, Vec::new()));
    assert_eq!((found.compared, found.uncompared), (0, whole.compared));
    // What another program puts in is none that the journal knows.
    let conn = raw(&folder);
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    conn.execute(
        "INSERT INTO note SELECT randomblob(16), serial, 'x', 'x', 'x' FROM complaint",
        [],
    )
    .unwrap();
    assert_eq!(checked(&folder).uncompared, whole.compared + 1);
}

#[test]
fn what_was_erased_leaves_nothing_to_guess_it_by() {
    let office = Office::new();
    let case = office.complaint_add(&by(NOW), &kettle()).unwrap();
    let body = |folder: &tempfile::TempDir| -> Vec<String> {
        let conn = raw(folder);
        let mut statement = conn.prepare("SELECT body FROM change").unwrap();
        let bodies = statement.query_map([], |row| row.get(0)).unwrap();
        bodies.collect::<rusqlite::Result<_>>().unwrap()
    };
    office.complaint_trash(&by(NOW), case.id).unwrap();
    let folder = office.shut();
    let kept = body(&folder);
    assert!(kept.iter().any(|body| body.contains("salt")));
    assert!(kept.iter().all(|body| body.len() < 400), "{kept:?}");
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    office.trash_empty(&by(NOW), &[]).unwrap();
    let rows = office.journal(1..=3).unwrap();
    let said = format!(
        "{:?}",
        rows.iter().map(|row| &row.payload).collect::<Vec<_>>()
    );
    assert!(!said.contains("sha256"), "{said}");
    drop(office);
    assert_eq!(body(&folder).len(), 1, "that of the founding");
    let found = checked(&folder);
    assert_eq!((found.broken, found.differing), (None, Vec::new()));
}

#[test]
fn a_row_that_vanished_is_told_of_though_others_were_erased_since() {
    let office = Office::new();
    let gone = office.complaint_add(&by(NOW), &kettle()).unwrap();
    let stays = office.complaint_add(&by(NOW), &kettle()).unwrap();
    office.note_add(&by(NOW), stays.id, "помнить").unwrap();
    let draft = office.add_document(stays.id, "a.txt", &office.store(b"a"));
    office.document_trash(&by(NOW), draft).unwrap();
    office.complaint_trash(&by(NOW), gone.id).unwrap();
    office.trash_empty(&by(NOW), &[]).unwrap();
    let folder = office.shut();
    assert_eq!(checked(&folder).differing, []);
    raw(&folder).execute("DELETE FROM note", []).unwrap();
    let found = checked(&folder).differing;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].table, "note");
}

#[test]
fn a_document_that_came_with_its_complaint_and_was_erased_is_no_difference() {
    let office = Office::new();
    let with_enclosures = |names: [&str; 2]| {
        let stored = names.map(|name| office.store(name.as_bytes()));
        let (ids, _) = office
            .transact(&by(NOW), Op::ComplaintAdd, |change| {
                let recorded = change.complaint_add(None, &kettle(), &[])?;
                let mut ids = Vec::new();
                for (name, stored) in names.iter().zip(&stored) {
                    let document = crate::office::document(name);
                    ids.push(change.document_add(recorded.id, &document, stored)?);
                }
                Ok::<_, RegisterError>(ids)
            })
            .unwrap();
        ids
    };
    let goes = with_enclosures(["a.txt", "b.txt"])[0];
    with_enclosures(["c.txt", "d.txt"]);
    office.document_trash(&by(NOW), goes).unwrap();
    office.trash_empty(&by(NOW), &[]).unwrap();
    assert_eq!(office.journal_verify().unwrap().differing, []);
    let shelf = tempfile::tempdir().unwrap();
    let go = |_: u64, _: u64| std::ops::ControlFlow::Continue(());
    let copy = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let tried = office.backup_rehearse(&copy.dir, at(NOW), &go).unwrap();
    assert!(tried.is_good());
    // Another that vanished is told of nevertheless.
    let folder = office.shut();
    raw(&folder)
        .execute("DELETE FROM document WHERE name = 'c.txt'", [])
        .unwrap();
    let found = checked(&folder).differing;
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].table, "document");
}

/// Alters the database past the journal as a fault of this program's own would: while the office is open, so that the
/// sums of the pages are of what was written. A note is made at the same opening.
fn past_the_journal(folder: &tempfile::TempDir, sql: &str) {
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let case = office.complaint_add(&by(NOW), &kettle()).unwrap();
    office.note_add(&by(NOW), case.id, "новая").unwrap();
    let raw = Connection::open(folder.path().join("office.sqlite")).unwrap();
    let guards: Vec<(String, String)> = raw
        .prepare(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'",
        )
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert!(!guards.is_empty());
    for (name, _) in &guards {
        raw.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    assert!(raw.execute(sql, []).unwrap() > 0, "{sql}");
    for (_, sql) in &guards {
        raw.execute_batch(sql).unwrap();
    }
    drop(raw);
    drop(office);
}

fn told(folder: &tempfile::TempDir) -> bool {
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert!(office.unwritable().is_none(), "it can be worked with");
    office.changed_outside()
}

#[test]
fn a_row_written_since_the_last_opening_is_told_until_the_whole_is_right() {
    let (folder, _) = worked_on();
    past_the_journal(
        &folder,
        "UPDATE note SET body = 'иная' WHERE body = 'новая'",
    );
    // At the first opening after it, and at each one after that, whatever is done meanwhile.
    assert!(told(&folder) && told(&folder));
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    for _ in 0..3 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    drop(office);
    assert!(told(&folder));
    assert_eq!(checked(&folder).differing.len(), 1);
    assert!(told(&folder));
    past_the_journal(
        &folder,
        "UPDATE note SET body = 'новая' WHERE body = 'иная'",
    );
    assert!(told(&folder), "until somebody looks at the whole");
    assert_eq!(checked(&folder).differing, []);
    assert!(!told(&folder));
}

#[test]
fn an_opening_goes_on_where_the_one_before_ended() {
    let (folder, _) = worked_on();
    assert!(!told(&folder), "all is as the journal says");
    // What was looked through is not looked through again: that is for the check of the whole.
    past_the_journal(&folder, "UPDATE diary SET body = 'не звонили'");
    assert!(!told(&folder));
    assert_eq!(checked(&folder).differing.len(), 1);
}

#[test]
fn what_can_not_be_read_is_told_and_locks_nobody_out() {
    for sql in [
        "UPDATE note SET body = CAST(x'ff41' AS TEXT) WHERE body = 'новая'",
        "UPDATE complaint SET subject = CAST(x'ff41' AS TEXT) WHERE serial = (SELECT max(serial) FROM complaint)",
        "UPDATE journal SET hash = x'0102' WHERE seq = (SELECT max(seq) - 1 FROM journal)",
        "UPDATE journal SET payload = 'no JSON' WHERE seq = (SELECT max(seq) - 1 FROM journal)",
        "UPDATE journal SET at = '2026-11-21T10:00:00+03:00' WHERE seq = (SELECT max(seq) - 1 FROM journal)",
    ] {
        let (folder, _) = worked_on();
        past_the_journal(&folder, sql);
        assert!(told(&folder), "{sql}");
        let office = Register::open(folder.path(), at(NOW)).unwrap();
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
}
