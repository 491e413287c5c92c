//! Records that went back to an earlier state, and what stands beside them.

use crate::office::{Office, SingleSteps, at, by, kettle, profile};
use register::*;
use serde_json::json;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Copies the files at the top of an office, and its list of backups.
fn copy_top(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

fn rows(dir: &Path) -> i64 {
    Register::open(dir, at(NOW))
        .unwrap()
        .journal_length()
        .unwrap()
}

#[test]
fn after_a_clean_end_the_register_is_in_its_file_alone() {
    let office = Office::new();
    for _ in 0..5 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let folder = office.shut();
    let alone = tempfile::tempdir().unwrap();
    fs::copy(
        folder.path().join("office.sqlite"),
        alone.path().join("office.sqlite"),
    )
    .unwrap();
    assert_eq!(rows(alone.path()), 6);
}

#[test]
fn while_it_is_open_the_log_is_brought_into_the_file_from_time_to_time() {
    let office = Office::new();
    for _ in 0..130 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let alone = tempfile::tempdir().unwrap();
    fs::copy(
        office.path().join("office.sqlite"),
        alone.path().join("office.sqlite"),
    )
    .unwrap();
    let rows = rows(alone.path());
    assert!(rows >= 64, "{rows} of 131 rows are in the file");
}

#[test]
fn records_that_went_back_say_so_and_give_no_number_twice() {
    let office = Office::new();
    for _ in 0..2 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let folder = office.shut();
    let earlier = fs::read(folder.path().join("office.sqlite")).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let mut numbers = Vec::new();
    for _ in 0..3 {
        numbers.push(office.complaint_add(&by(NOW), &kettle()).unwrap().number);
    }
    let kept = crate::office::store(&office, b"named by a row that will be gone");
    drop(office);
    fs::write(folder.path().join("office.sqlite"), &earlier).unwrap();

    // Late enough that the store would be swept of what no row names.
    let late = at("2027-11-22T10:00:00+03:00");
    for _ in 0..20 {
        let office = Register::open(folder.path(), late).unwrap();
        let lost = office.opening().lost_rows.clone().expect("it says so");
        assert_eq!((lost.found, lost.seen), (3, 6));
        assert_eq!(lost.copy.as_deref(), Some(&*backup.dir));
        assert_eq!(office.opening().orphans_removed, 0);
        let refused = office.complaint_add(&by(NOW), &kettle());
        assert!(
            matches!(&refused, Err(RegisterError::RowsLost(told)) if *told == lost),
            "{refused:?}"
        );
        assert!(office.content_whole(&kept.sha256).is_ok());
    }
    // Nor is another office founded over it when the database is gone altogether.
    let elsewhere = tempfile::tempdir().unwrap();
    copy_top(folder.path(), elsewhere.path());
    fs::remove_file(elsewhere.path().join("office.sqlite")).unwrap();
    assert!(matches!(
        Register::create(elsewhere.path(), &by(NOW), &profile()),
        Err(RegisterError::AlreadyExists)
    ));

    let office = Register::open(folder.path(), at(NOW)).unwrap();
    office.loss_accept(&by(NOW)).unwrap();
    assert_eq!(office.lost_rows(), None);
    drop(office);
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert_eq!(office.lost_rows(), None);
    let next = office.complaint_add(&by(NOW), &kettle()).unwrap().number;
    assert!(
        numbers.iter().all(|given| *given < next),
        "{next} after {numbers:?}"
    );
    drop(office);
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert_eq!(office.opening().lost_rows, None);
    let last = office.journal(4..=4).unwrap().remove(0);
    assert_eq!(last.op, Op::LossAccept);
    assert_eq!(last.payload["seen"], 6);
}

#[test]
fn lost_rows_are_accepted_whole_or_not_at_all() {
    let office = Office::new();
    for _ in 0..2 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let folder = office.shut();
    let earlier = fs::read(folder.path().join("office.sqlite")).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    for _ in 0..4 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    drop(office);
    let files = ["journal.head", "backups/heads.jsonl"];
    let before = files.map(|name| fs::read(folder.path().join(name)).unwrap());
    fs::write(folder.path().join("office.sqlite"), &earlier).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert!(office.lost_rows().is_some());
    // The list of the backups takes nothing.
    let list = folder.path().join("backups/heads.jsonl");
    fs::remove_file(&list).unwrap();
    fs::create_dir(&list).unwrap();
    office.loss_accept(&by(NOW)).unwrap();
    assert_eq!(office.lost_rows(), None);
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    drop(office);
    fs::remove_dir(&list).unwrap();
    // Nor had a power cut let anything else come to the disk.
    for (name, bytes) in files.iter().zip(&before) {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    for _ in 0..2 {
        let office = Register::open(folder.path(), at(NOW)).unwrap();
        assert_eq!(office.lost_rows(), None);
        let number = office.complaint_add(&by(NOW), &kettle()).unwrap().number;
        assert!(number.as_str() > "ВХ-2026/0006", "{number}");
    }
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let rows = office
        .journal(1..=office.journal_length().unwrap())
        .unwrap();
    let accepted = rows.iter().filter(|row| row.op == Op::LossAccept);
    assert_eq!(accepted.count(), 1);
    assert_eq!(office.journal_verify().unwrap().broken, None);
    drop(office);
    // Rows that are lost after that are told again, though those lost first had come further.
    let late = fs::read(folder.path().join("journal.head")).unwrap();
    fs::write(folder.path().join("office.sqlite"), &earlier).unwrap();
    fs::write(folder.path().join("journal.head"), &late).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert!(office.lost_rows().is_some());
}

#[test]
fn a_flipped_bit_in_the_log_is_told_and_not_passed_over() {
    let office = Office::new();
    for _ in 0..4 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    // As a kill leaves it.
    let killed = tempfile::tempdir().unwrap();
    copy_top(office.path(), killed.path());
    assert_eq!(rows(killed.path()), 5, "a kill alone loses nothing");
    let flipped = tempfile::tempdir().unwrap();
    copy_top(office.path(), flipped.path());
    let log = flipped.path().join("office.sqlite-wal");
    let mut bytes = fs::read(&log).unwrap();
    let late = bytes.len() * 9 / 10;
    bytes[late] ^= 1;
    fs::write(&log, bytes).unwrap();
    let office = Register::open(flipped.path(), at(NOW)).unwrap();
    let lost = office.lost_rows().expect("it says so");
    assert!(lost.found < 5 && lost.seen == 5, "{lost:?}");
}

#[test]
fn a_write_of_the_second_place_that_broke_off_leaves_the_one_before() {
    let office = Office::new();
    for _ in 0..3 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let folder = office.shut();
    let head = folder.path().join("journal.head");
    let mut bytes = fs::read(&head).unwrap();
    // The fourth row went into the first of the two places.
    bytes[70] ^= 1;
    fs::write(&head, &bytes).unwrap();
    assert_eq!(rows(folder.path()), 4);
    for byte in &mut bytes {
        *byte ^= 0x55;
    }
    fs::write(&head, &bytes).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert_eq!(office.opening().set_aside.len(), 1);
    assert_eq!(office.opening().lost_rows, None);
}

#[test]
fn damaged_files_that_can_be_done_without_are_set_aside() {
    let office = Office::new();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let folder = office.shut();
    let drafts = folder.path().join("drafts.sqlite");
    fs::write(
        &drafts,
        "no database at all, but long enough to be taken for one",
    )
    .unwrap();
    let heads = folder.path().join("backups/heads.jsonl");
    let mut lines = fs::read(&heads).unwrap();
    lines.extend(b"\xff\xfe damaged\n");
    fs::write(&heads, &lines).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let aside = &office.opening().set_aside;
    let names: Vec<_> = aside
        .iter()
        .map(|path| path.file_name().unwrap().to_str().unwrap())
        .collect();
    assert_eq!(
        names,
        [
            "heads.jsonl.damaged-20261122-100000",
            "drafts.sqlite.damaged-20261122-100000"
        ]
    );
    assert!(aside.iter().all(|path| path.is_file()));
    office
        .draft_put("complaint/new", &"typed".into(), at(NOW))
        .unwrap();
    assert_eq!(office.backup_list().unwrap().len(), 1, "good lines stay");
    // In the words of every program that made or will read one.
    let line: serde_json::Value = serde_json::from_slice(&fs::read(&heads).unwrap()).unwrap();
    let words: Vec<_> = line.as_object().unwrap().keys().collect();
    assert_eq!(words, ["at", "dir", "hash", "numbers", "seq"]);
    let without =
        json!({ "seq": line["seq"], "hash": line["hash"], "at": line["at"], "dir": line["dir"] });
    fs::write(&heads, format!("{without}\n")).unwrap();
    assert_eq!(
        office.backup_list().unwrap().len(),
        1,
        "nor are numbers missed"
    );
    drop(office);
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    assert_eq!(office.opening().set_aside, [] as [std::path::PathBuf; 0]);
    assert!(office.draft_get("complaint/new").unwrap().is_some());
}

#[test]
fn a_copy_of_records_that_went_back_gives_no_lost_number_again() {
    let office = Office::new();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    let folder = office.shut();
    let earlier = fs::read(folder.path().join("office.sqlite")).unwrap();
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let lost = office.complaint_add(&by(NOW), &kettle()).unwrap().number;
    drop(office);
    fs::write(folder.path().join("office.sqlite"), &earlier).unwrap();

    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    let copy = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let trial = office.backup_rehearse(&copy.dir, at(NOW), &go).unwrap();
    assert!(trial.is_good(), "{trial:?}");
    let home = tempfile::tempdir().unwrap();
    let back = home.path().join("office");
    Register::backup_restore(&copy.dir, &back, &go).unwrap();
    let back = Register::open(&back, at(NOW)).unwrap();
    let told = back.lost_rows().expect("it says so");
    assert_eq!((told.found, told.seen), (2, 3));
    let refused = back.complaint_add(&by(NOW), &kettle());
    assert!(
        matches!(refused, Err(RegisterError::RowsLost(_))),
        "{refused:?}"
    );
    back.loss_accept(&by(NOW)).unwrap();
    let next = back.complaint_add(&by(NOW), &kettle()).unwrap().number;
    assert!(next > lost, "{next} after {lost}");
}
