//! A backup in place of the records: what is put there, what is not, and what
//! the records that go leave behind.

use crate::office::{SingleSteps, at, by, kettle};
use register::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// An office and a backup of it with one document, after which it went on.
fn gone_on(home: &Path) -> (PathBuf, Backup) {
    let folder = home.join("office");
    let office = Register::create(&folder, &by(NOW), &crate::office::profile()).unwrap();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let stored = crate::office::store(&office, b"one");
    office
        .document_add(&by(NOW), id, &crate::office::document("1.txt"), &stored)
        .unwrap();
    let copy = office
        .backup_create(&home.join("shelf"), at(NOW), &go)
        .unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    (folder, copy)
}

fn restored(copy: &Backup, folder: &Path) -> (Backup, PathBuf) {
    Register::backup_restore_beside(&copy.dir, folder, &go).unwrap()
}

#[test]
fn a_backup_that_was_only_restored_is_not_put_where_somebody_moved_the_office_away() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let (_, beside) = restored(&copy, &folder);
    let open = Register::open(&folder, at(NOW)).unwrap();
    let refused = Register::put_in_place(&beside, &folder, at(NOW));
    assert!(matches!(refused, Err(RegisterError::Locked)));
    drop(open);
    let moved = home.path().join("moved");
    fs::rename(&folder, &moved).unwrap();
    assert!(!Register::in_place_finish(&folder).unwrap());
    assert!(!folder.exists() && beside.exists());
    fs::rename(&moved, &folder).unwrap();
    let office = Register::open(&folder, at(NOW)).unwrap();
    assert_eq!(office.complaints_total().unwrap(), 2);
}

#[test]
fn restoring_that_broke_off_at_its_very_end_is_taken_up_again() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let (_, beside) = restored(&copy, &folder);
    let hold = beside.join("backups/hold.json");
    fs::remove_file(&hold).unwrap();
    let (came, again) = restored(&copy, &folder);
    assert_eq!((came.documents, &again), (1, &beside));
    assert!(hold.exists());
    fs::copy(
        copy.dir.join("manifest.json"),
        beside.join("restoring.json"),
    )
    .unwrap();
    let (_, again) = restored(&copy, &folder);
    assert_eq!(again, beside);
    Register::put_in_place(&beside, &folder, at(NOW)).unwrap();
    let office = Register::open(&folder, at(NOW)).unwrap();
    assert_eq!(office.complaints_total().unwrap(), 1);
    assert!(office.hold().unwrap().restored);
    assert!(!folder.join("in_place.json").exists());
}

#[test]
fn a_restored_backup_that_somebody_worked_in_is_left_to_them() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let (_, beside) = restored(&copy, &folder);
    let office = Register::open(&beside, at(NOW)).unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    drop(office);
    let (_, another) = restored(&copy, &folder);
    assert_ne!(another, beside);
    Register::put_in_place(&another, &folder, at(NOW)).unwrap();
    let office = Register::open(&beside, at(NOW)).unwrap();
    assert_eq!(office.complaints_total().unwrap(), 2);
}

#[test]
fn what_is_lost_is_told_each_time_it_is_restored_and_tried_again() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let documents = home.path().join("shelf/documents");
    let away = home.path().join("away");
    fs::rename(&documents, &away).unwrap();
    fs::create_dir(&documents).unwrap();
    for _ in 0..2 {
        assert_eq!(restored(&copy, &folder).0.lost.len(), 1);
    }
    fs::remove_dir_all(&documents).unwrap();
    fs::rename(&away, &documents).unwrap();
    assert_eq!(restored(&copy, &folder).0.lost, []);
}

/// Puts the backup in place after something was done to the records.
fn in_place(harm: impl FnOnce(&Path)) -> (bool, Option<LostRows>) {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    harm(&folder);
    let (_, beside) = restored(&copy, &folder);
    let done = Register::put_in_place(&beside, &folder, at(NOW)).unwrap();
    let office = Register::open(&folder, at(NOW)).unwrap();
    (done.numbers_unknown, office.lost_rows().cloned())
}

#[test]
fn how_far_the_records_had_come_is_found_wherever_it_can_be_read() {
    let without_second_place = |folder: &Path| {
        fs::remove_file(folder.join("journal.head")).unwrap();
        fs::remove_file(folder.join("backups/heads.jsonl")).unwrap();
    };
    let without_database =
        |folder: &Path| fs::write(folder.join("office.sqlite"), [7; 9000]).unwrap();
    let (unknown, lost) = in_place(without_second_place);
    assert!(!unknown && lost.is_some(), "the records tell it themselves");
    let (unknown, lost) = in_place(without_database);
    assert!(!unknown && lost.is_some(), "it stands beside them");
    let (unknown, _) = in_place(|folder| {
        without_second_place(folder);
        without_database(folder);
    });
    assert!(unknown, "nobody knows, and that is told");
    let (unknown, lost) = in_place(|folder| {
        fs::write(folder.join("journal.head"), [7; 9000]).unwrap();
        let heads = folder.join("backups/heads.jsonl");
        fs::remove_file(&heads).unwrap();
        fs::create_dir(&heads).unwrap();
    });
    assert!(!unknown && lost.is_some());
}

#[test]
fn an_office_that_was_moved_away_while_it_was_being_opened_is_not_opened() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let (_, beside) = restored(&copy, &folder);
    let lock = fs::File::open(folder.join("office.lock")).unwrap();
    lock.lock().unwrap();
    let to_open = folder.clone();
    let opening = std::thread::spawn(move || Register::open(&to_open, at(NOW)).map(drop));
    // It waits for the lock, with all its files open.
    std::thread::sleep(Duration::from_millis(1500));
    fs::rename(&folder, home.path().join("before")).unwrap();
    fs::rename(&beside, &folder).unwrap();
    drop(lock);
    let opened = opening.join().unwrap();
    assert!(matches!(opened, Err(RegisterError::Locked)), "{opened:?}");
}

#[test]
fn what_was_restored_and_left_is_told_and_can_be_removed() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let left = || Register::restored_leftovers(&folder).unwrap();
    assert!(left().is_empty());
    let (_, beside) = restored(&copy, &folder);
    assert_eq!(left(), std::slice::from_ref(&beside));
    let refused = Register::left_beside_remove(&folder, &folder);
    assert!(matches!(refused, Err(RegisterError::NotABackup)));
    fs::write(beside.join("backups/hold.json.part"), "{").unwrap();
    Register::left_beside_remove(&folder, &beside).unwrap();
    assert!(!beside.exists());

    let stop = |_: u64, _: u64| ControlFlow::Break(());
    let stopped = Register::backup_restore_beside(&copy.dir, &folder, &stop);
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    for part in ["restoring.json.part", "backups/heads.jsonl.part"] {
        fs::create_dir_all(beside.join("backups")).unwrap();
        fs::write(beside.join(part), "{").unwrap();
    }
    assert_eq!(left(), std::slice::from_ref(&beside));
    Register::left_beside_remove(&folder, &beside).unwrap();
    assert!(!beside.exists());

    restored(&copy, &folder);
    let office = Register::open(&beside, at(NOW)).unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    drop(office);
    assert!(left().is_empty(), "it is somebody's office now");
}

#[test]
fn what_was_done_before_the_backup_is_undone_and_done_again_after_it_took_the_records_place() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let office = Register::open(&folder, at(NOW)).unwrap();
    let beyond = office.journal_verify().unwrap().rows;
    drop(office);
    let (_, beside) = restored(&copy, &folder);
    Register::put_in_place(&beside, &folder, at(NOW)).unwrap();
    let office = Register::open(&folder, at(NOW)).unwrap();
    office.loss_accept(&by(NOW)).unwrap();
    // The document was the last thing that was added before.
    let undone = office.undo(&by(NOW), copy.journal_rows).unwrap();
    let redone = office.undo(&by(NOW), undone.seq.unwrap()).unwrap();
    assert!(redone.seq.is_some());
    let refused = office.undo(&by(NOW), i64::try_from(beyond).unwrap() + 5);
    assert!(refused.is_err(), "what is not there any more");
    let check = office
        .documents_verify(&|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!((check.checked, check.missing.len()), (1, 0));
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

/// Spoils the page that holds the last rows of the journal, which has several.
fn spoil_end_of_journal(database: &Path) {
    let conn = rusqlite::Connection::open(database).unwrap();
    let number = |sql: &str| {
        let number: u32 = conn.query_row(sql, [], |row| row.get(0)).unwrap();
        number as usize
    };
    let size = number("PRAGMA page_size");
    let root = number("SELECT rootpage FROM sqlite_schema WHERE name = 'journal'");
    drop(conn);
    let mut bytes = fs::read(database).unwrap();
    let root = &bytes[(root - 1) * size..][..size];
    assert_eq!(root[0], 5, "an inner page");
    let last = u32::from_be_bytes(root[8..12].try_into().unwrap()) as usize;
    bytes[(last - 1) * size..][..size].fill(0xff);
    fs::write(database, bytes).unwrap();
}

/// An office with many steps, a backup, a case that was erased, and a backup after that.
fn erased_since(home: &Path) -> (PathBuf, Backup, Backup) {
    let folder = home.join("office");
    let office = Register::create(&folder, &by(NOW), &crate::office::profile()).unwrap();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    for _ in 0..60 {
        office.note_add(&by(NOW), id, "помнить").unwrap();
    }
    let goes = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let copied = |day: i64| {
        let now = at(NOW) + chrono::Duration::days(day);
        office.backup_create(&home.join("shelf"), now, &go).unwrap()
    };
    let before = copied(0);
    office.complaint_trash(&by(NOW), goes).unwrap();
    office.trash_empty(&by(NOW), &[]).unwrap();
    let after = copied(1);
    (folder, before, after)
}

#[test]
fn records_with_a_spoilt_page_of_the_journal_are_replaced_by_a_backup() {
    let home = tempfile::tempdir().unwrap();
    let (folder, before, _) = erased_since(home.path());
    let (_, beside) = restored(&before, &folder);
    spoil_end_of_journal(&folder.join("office.sqlite"));
    let done = Register::put_in_place(&beside, &folder, at(NOW)).unwrap();
    assert!(done.erasures_unknown);
    let office = Register::open(&folder, at(NOW)).unwrap();
    assert_eq!(office.complaints_total().unwrap(), 2);
    assert_eq!(
        office.erasures_undone().unwrap().len(),
        1,
        "the later backup told of it"
    );
}

#[test]
fn a_later_backup_that_is_spoilt_is_passed_over_and_the_one_before_it_tells() {
    let home = tempfile::tempdir().unwrap();
    let (folder, before, after) = erased_since(home.path());
    let office = Register::open(&folder, at(NOW)).unwrap();
    let now = at(NOW) + chrono::Duration::days(2);
    let newest = office
        .backup_create(&home.path().join("shelf"), now, &go)
        .unwrap();
    drop(office);
    let spoil = |copy: &Backup| spoil_end_of_journal(&copy.dir.join("office.sqlite"));
    let told = |name: &str| {
        let to = home.path().join(name);
        Register::backup_restore(&before.dir, &to, &go).unwrap();
        let office = Register::open(&to, at(NOW)).unwrap();
        office.erasures_undone().unwrap().len()
    };
    spoil(&newest);
    assert_eq!(told("first"), 1);
    spoil(&after);
    assert_eq!(told("second"), 0);
}

#[test]
fn former_records_that_somebody_went_on_with_and_those_of_others_are_not_offered_for_removal() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let (_, beside) = restored(&copy, &folder);
    let done = Register::put_in_place(&beside, &folder, at(NOW)).unwrap();
    let kept = done.kept.unwrap();
    let listed = || Register::former_records(&folder).unwrap();
    assert_eq!(listed(), std::slice::from_ref(&kept));
    // Only looked at.
    drop(Register::open(&kept, at(NOW)).unwrap());
    assert_eq!(listed(), std::slice::from_ref(&kept));
    let stamp = kept.file_name().unwrap().to_str().unwrap();
    let stamp = stamp.strip_prefix("office-").unwrap();
    let other = home.path().join(format!("office-before-b-{stamp}"));
    let again = home.path().join(format!("office-{stamp}-2"));
    crate::office::disk::copy_all(&kept, &other);
    crate::office::disk::copy_all(&kept, &again);
    assert_eq!(listed(), [kept.clone(), again.clone()]);
    let office = Register::open(&kept, at(NOW)).unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    drop(office);
    assert_eq!(listed(), [again]);
    let refused = Register::left_beside_remove(&folder, &kept);
    assert!(matches!(refused, Err(RegisterError::NotABackup)));
}
