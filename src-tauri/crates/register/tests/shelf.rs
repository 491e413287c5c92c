//! A shelf over the months: what is thinned, what stays, what is rehearsed,
//! and a backup in place of the records.

use crate::office::{Office, SingleSteps, at, by, kettle};
use chrono::{DateTime, Duration, FixedOffset};
use register::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn with_document(bytes: &[u8]) -> (Office, StoredFile) {
    let office = Office::new();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let kept = office.store(bytes);
    office.add_document(id, "1.txt", &kept);
    (office, kept)
}

fn holds(shelf: &Path, stored: &StoredFile) -> bool {
    let documents = shelf.join("documents");
    documents
        .join(&stored.sha256[..2])
        .join(&stored.sha256)
        .exists()
}

fn keep(days: usize) -> Keep {
    Keep {
        hours: 0,
        days,
        weeks: 0,
        months: 0,
    }
}

fn thin(office: &Office, shelf: &Path, now: DateTime<FixedOffset>, days: usize) -> Thinned {
    office.shelf_thin(shelf, now, keep(days)).unwrap()
}

/// Backups on three days; a document of the first two is gone on the third.
fn three_days(shelf: &Path) -> (Office, StoredFile, StoredFile) {
    let (office, stays) = with_document(b"stays");
    let doomed = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let goes = office.store(b"goes");
    let document = office.add_document(doomed, "2.txt", &goes);
    for day in 0..2 {
        let now = at(NOW) + Duration::days(day);
        office.backup_create(shelf, now, &go).unwrap();
    }
    office.document_trash(&by(NOW), document).unwrap();
    office.trash_empty(&by(NOW), &[]).unwrap();
    let now = at(NOW) + Duration::days(2);
    office.backup_create(shelf, now, &go).unwrap();
    (office, stays, goes)
}

#[test]
fn a_document_goes_with_the_last_backup_that_names_it_and_no_sooner() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, stays, goes) = three_days(shelf.path());
    let now = at(NOW) + Duration::days(2);
    assert_eq!(thin(&office, shelf.path(), now, 3), Thinned::default());
    let first = thin(&office, shelf.path(), now, 2);
    assert_eq!((first.backups, first.documents), (1, 0));
    assert!(holds(shelf.path(), &goes));
    let second = thin(&office, shelf.path(), now, 1);
    assert_eq!((second.backups, second.documents), (1, 1));
    assert!(holds(shelf.path(), &stays) && !holds(shelf.path(), &goes));
    let left = Register::shelf_list(shelf.path()).unwrap();
    assert_eq!(left.len(), 1);
    let home = tempfile::tempdir().unwrap();
    let came = Register::backup_restore(&left[0].dir, &home.path().join("back"), &go).unwrap();
    assert_eq!((came.documents, came.lost.len()), (1, 0));
}

#[test]
fn where_one_backup_leaves_a_doubt_no_document_goes() {
    let doubts: [fn(&Path); 5] = [
        |copy| {
            let list = copy.join("contents");
            let mut bytes = fs::read(&list).unwrap();
            bytes[0] ^= 1;
            fs::write(&list, bytes).unwrap();
        },
        |copy| fs::remove_file(copy.join("contents")).unwrap(),
        |copy| fs::write(copy.join("manifest.json"), "{").unwrap(),
        |copy| fs::remove_file(copy.join("manifest.json")).unwrap(),
        |copy| {
            let strange = copy.with_file_name("somebody's own");
            fs::create_dir(&strange).unwrap();
            fs::write(strange.join("office.sqlite"), "?").unwrap();
        },
    ];
    for doubt in doubts {
        let shelf = tempfile::tempdir().unwrap();
        let (office, _, goes) = three_days(shelf.path());
        let newest = Register::shelf_list(shelf.path()).unwrap().remove(0);
        doubt(&newest.dir);
        let now = at(NOW) + Duration::days(2);
        thin(&office, shelf.path(), now, 1);
        assert!(holds(shelf.path(), &goes));
    }
}

#[test]
fn backups_of_earlier_programs_are_read_themselves_and_stay() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, _, goes) = three_days(shelf.path());
    let mut copies = Register::shelf_list(shelf.path()).unwrap();
    let oldest = copies.pop().unwrap();
    let manifest = oldest.dir.join("manifest.json");
    let mut fields: serde_json::Value =
        serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    for field in ["office", "complaints", "contents_sha256"] {
        fields.as_object_mut().unwrap().remove(field).unwrap();
    }
    fs::write(&manifest, fields.to_string()).unwrap();
    fs::remove_file(oldest.dir.join("contents")).unwrap();
    let now = at(NOW) + Duration::days(2);
    assert_eq!(thin(&office, shelf.path(), now, 1).backups, 1);
    assert!(holds(shelf.path(), &goes), "the oldest names it");
    assert!(oldest.dir.exists(), "nobody can say whose it is");
}

#[test]
fn another_office_on_the_same_shelf_is_left_alone() {
    let shelf = tempfile::tempdir().unwrap();
    let (other, theirs) = with_document(b"theirs");
    let before = at(NOW) - Duration::days(100);
    let copy = other.backup_create(shelf.path(), before, &go).unwrap();
    let (office, _, goes) = three_days(shelf.path());
    let now = at(NOW) + Duration::days(2);
    assert_eq!(thin(&office, shelf.path(), now, 1).backups, 2);
    assert!(!holds(shelf.path(), &goes) && holds(shelf.path(), &theirs));
    assert!(copy.dir.exists());
}

#[test]
fn nothing_goes_while_backups_are_held_back_or_the_shelf_is_in_use() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, _, goes) = three_days(shelf.path());
    let now = at(NOW) + Duration::days(2);
    office.hold_damaged().unwrap();
    assert_eq!(thin(&office, shelf.path(), now, 1), Thinned::default());
    fs::write(office.path().join("backups/hold.json"), "{").unwrap();
    assert_eq!(thin(&office, shelf.path(), now, 1), Thinned::default());
    office.hold_release().unwrap();
    let meanwhile = std::cell::Cell::new(None);
    office
        .backup_create(shelf.path(), now, &|_, _| {
            meanwhile.set(Some(thin(&office, shelf.path(), now, 1)));
            ControlFlow::Continue(())
        })
        .unwrap();
    assert_eq!(meanwhile.get(), Some(Thinned::default()));
    assert!(holds(shelf.path(), &goes));
    assert_eq!(thin(&office, shelf.path(), now, 1).documents, 1);
}

#[test]
fn nothing_goes_while_a_backup_is_restored_tried_or_looked_at() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, _, goes) = three_days(shelf.path());
    let now = at(NOW) + Duration::days(2);
    let oldest = Register::shelf_list(shelf.path()).unwrap().pop().unwrap();
    let meanwhile = std::cell::Cell::new(0);
    let thinning = |_: u64, _: u64| {
        assert_eq!(thin(&office, shelf.path(), now, 1), Thinned::default());
        meanwhile.set(meanwhile.get() + 1);
        ControlFlow::Continue(())
    };
    let home = tempfile::tempdir().unwrap();
    let came = Register::backup_restore(&oldest.dir, &home.path().join("back"), &thinning);
    assert_eq!(came.unwrap().lost, []);
    let office_dir = home.path().join("office");
    let (came, _) = Register::backup_restore_beside(&oldest.dir, &office_dir, &thinning).unwrap();
    assert_eq!(came.lost, []);
    let tried = office.backup_rehearse(&oldest.dir, now, &thinning).unwrap();
    assert!(tried.is_good());
    assert!(meanwhile.get() >= 6, "{}", meanwhile.get());

    let room = home.path().join("room");
    let looked_at = Register::open_backup(&oldest.dir, &room, now).unwrap();
    assert_eq!(thin(&office, shelf.path(), now, 1), Thinned::default());
    assert!(holds(shelf.path(), &goes));
    drop(looked_at);
    assert_eq!(thin(&office, shelf.path(), now, 1).backups, 2);
}

#[test]
fn a_backup_removed_by_half_is_removed_whole_the_next_time() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, _, goes) = three_days(shelf.path());
    let copies = Register::shelf_list(shelf.path()).unwrap();
    // As a kill leaves them: marked, and the manifest gone already or not yet.
    for (copy, gone) in [(&copies[1], true), (&copies[2], false)] {
        let words = "Otvet: a backup that is not finished\n";
        fs::write(copy.dir.join("unfinished"), words).unwrap();
        if gone {
            fs::remove_file(copy.dir.join("manifest.json")).unwrap();
        }
    }
    let now = at(NOW) + Duration::days(2);
    let thinned = thin(&office, shelf.path(), now, 1);
    assert_eq!((thinned.backups, thinned.documents), (1, 1));
    assert!(!copies[1].dir.exists() && !copies[2].dir.exists());
    assert!(!holds(shelf.path(), &goes));
}

#[test]
fn a_shelf_is_known_by_its_id() {
    let home = tempfile::tempdir().unwrap();
    let shelf = home.path().join("shelf");
    assert_eq!(Register::shelf_id(&shelf).unwrap(), None);
    let id = Register::shelf_begin(&shelf).unwrap();
    assert_eq!(Register::shelf_begin(&shelf).unwrap(), id);
    assert_eq!(Register::shelf_id(&shelf).unwrap(), Some(id));
    let other = Register::shelf_begin(&home.path().join("other")).unwrap();
    assert_ne!(other, id);
    assert_eq!(Register::shelf_list(&shelf).unwrap(), []);
    assert_eq!(Register::shelf_list(&home.path().join("none")).unwrap(), []);
}

#[test]
fn a_rehearsal_restores_checks_and_leaves_nothing() {
    let (office, kept) = with_document(b"one");
    let shelf = tempfile::tempdir().unwrap();
    let copy = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let scratch = office.path().join(".otvet-scratch");
    let before = fs::read_dir(&scratch).unwrap().count();
    assert_eq!(office.rehearsal_last().unwrap(), None);
    let later = at(NOW) + Duration::days(3);
    let good = office.backup_rehearse(&copy.dir, later, &go).unwrap();
    assert!(good.is_good());
    assert_eq!((good.documents, good.copy_at), (1, at(NOW)));
    assert_eq!(fs::read_dir(&scratch).unwrap().count(), before);
    assert_eq!(Register::backup_about(&copy.dir).unwrap().verified, later);
    office.rehearsal_keep(&good).unwrap();
    assert_eq!(office.rehearsal_last().unwrap(), Some(good));

    let content = shelf.path().join("documents").join(&kept.sha256[..2]);
    fs::remove_file(content.join(&kept.sha256)).unwrap();
    let lacking = office.backup_rehearse(&copy.dir, later, &go).unwrap();
    assert_eq!((lacking.lost, lacking.is_good()), (1, false));
    let database = copy.dir.join("office.sqlite");
    let mut bytes = fs::read(&database).unwrap();
    bytes[5000] ^= 1;
    fs::write(&database, bytes).unwrap();
    let spoilt = office.backup_rehearse(&copy.dir, later, &go);
    assert!(matches!(spoilt, Err(RegisterError::Altered(_))));
    assert_eq!(fs::read_dir(&scratch).unwrap().count(), before);
}

#[test]
fn what_the_records_have_beyond_a_backup_is_named() {
    let (office, _) = with_document(b"one");
    let shelf = tempfile::tempdir().unwrap();
    let copy = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let holding = Register::backup_holding(&copy.dir).unwrap();
    assert_eq!(
        (holding.complaints, holding.letters, holding.documents),
        (1, 0, 1)
    );
    assert_eq!(office.backup_compare(&copy.dir).unwrap(), Beyond::default());
    let more = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let beyond = office.backup_compare(&copy.dir).unwrap();
    assert_eq!(beyond.complaints, [office.complaint_number(more).unwrap()]);
    assert_eq!((beyond.changes, beyond.other_office), (1, false));
    assert!(!beyond.parted);
    // The copy ahead of records that were put back, and then both with rows of their own.
    let (home, ahead) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let back = home.path().join("office");
    Register::backup_restore(&copy.dir, &back, &go).unwrap();
    let back = Register::open(&back, at(NOW)).unwrap();
    let later = office.backup_create(ahead.path(), at(NOW), &go).unwrap();
    let behind = back.backup_compare(&later.dir).unwrap();
    assert_eq!((behind.changes, behind.parted), (-1, false));
    back.complaint_add(&by(NOW), &kettle()).unwrap();
    let parted = back.backup_compare(&later.dir).unwrap();
    assert_eq!((parted.changes, parted.parted), (0, true));
    let (other, _) = with_document(b"two");
    let beyond = other.backup_compare(&copy.dir).unwrap();
    assert!(beyond.other_office);
    assert_eq!((beyond.complaints.len(), beyond.only_in_backup), (1, 1));
}

/// An office and a backup of it, after which it went on.
fn gone_on(home: &Path) -> (std::path::PathBuf, Backup) {
    let folder = home.join("office");
    let office = Register::create(&folder, &by(NOW), &crate::office::profile()).unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    let copy = office
        .backup_create(&home.join("shelf"), at(NOW), &go)
        .unwrap();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    (folder, copy)
}

#[test]
fn a_backup_takes_the_place_of_the_records_which_are_kept() {
    let home = tempfile::tempdir().unwrap();
    let (folder, copy) = gone_on(home.path());
    let (_, beside) = Register::backup_restore_beside(&copy.dir, &folder, &go).unwrap();
    let open = Register::open(&folder, at(NOW)).unwrap();
    let refused = Register::put_in_place(&beside, &folder, at(NOW));
    assert!(matches!(refused, Err(RegisterError::Locked)));
    drop(open);
    let (_, again) = Register::backup_restore_beside(&copy.dir, &folder, &go).unwrap();
    assert_eq!(again, beside, "what is restored is not restored again");
    let kept = Register::put_in_place(&beside, &folder, at(NOW)).unwrap();
    let kept = Register::open(&kept.kept.unwrap(), at(NOW)).unwrap();
    assert_eq!(kept.complaints_total().unwrap(), 2);
    let now = Register::open(&folder, at(NOW)).unwrap();
    assert_eq!(now.complaints_total().unwrap(), 1);
    assert!(now.hold().unwrap().restored && !now.hold().unwrap().damaged);
}

#[test]
fn restoring_another_backup_removes_what_broke_off_of_the_first() {
    let home = tempfile::tempdir().unwrap();
    let (folder, first) = gone_on(home.path());
    let office = Register::open(&folder, at(NOW)).unwrap();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let stored = crate::office::store(&office, b"three");
    office
        .document_add(&by(NOW), id, &crate::office::document("3.txt"), &stored)
        .unwrap();
    let later = at(NOW) + Duration::days(1);
    let second = office
        .backup_create(&home.path().join("shelf"), later, &go)
        .unwrap();
    let stop = |_: u64, _: u64| ControlFlow::Break(());
    let stopped = Register::backup_restore_beside(&second.dir, &folder, &stop);
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    let beside = |copy: &Backup| {
        let stamp = copy.dir.file_name().unwrap().to_string_lossy().into_owned();
        home.path().join(format!("office.restored-{stamp}"))
    };
    assert!(beside(&second).exists());
    fs::write(beside(&second).join("mine.txt"), "mine").unwrap();
    Register::backup_restore_beside(&first.dir, &folder, &go).unwrap();
    let left: Vec<_> = fs::read_dir(beside(&second)).unwrap().collect();
    assert_eq!(left.len(), 1, "what is somebody's stays");
}

#[test]
fn what_stands_in_the_way_of_thinning_is_kept_in_mind_until_it_is_gone() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, _, goes) = three_days(shelf.path());
    let now = at(NOW) + Duration::days(2);
    let oldest = Register::shelf_list(shelf.path()).unwrap().pop().unwrap();
    // Not even the system's administrator removes a folder as if it were a file.
    let stuck = oldest.dir.join("parts/in the way");
    fs::create_dir_all(&stuck).unwrap();
    assert_eq!(thin(&office, shelf.path(), now, 2), Thinned::default());
    assert_eq!(office.thinning_left(), Some(oldest.dir.clone()));
    fs::remove_dir_all(oldest.dir.join("parts")).unwrap();
    let strange = shelf.path().join("somebody's own");
    fs::create_dir(&strange).unwrap();
    fs::write(strange.join("office.sqlite"), "?").unwrap();
    thin(&office, shelf.path(), now, 1);
    assert!(holds(shelf.path(), &goes));
    assert_eq!(office.thinning_left(), Some(strange.clone()));
    fs::remove_dir_all(&strange).unwrap();
    assert_eq!(office.thinning_left(), None);
}

#[test]
fn a_trial_stops_while_it_looks_into_the_database() {
    let (office, _) = with_document(b"one");
    let shelf = tempfile::tempdir().unwrap();
    let copy = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let stop = |done: u64, of: u64| {
        if done == of {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    };
    let stopped = office.backup_rehearse(&copy.dir, at(NOW), &stop);
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    let scratch = office.path().join(".otvet-scratch");
    assert_eq!(fs::read_dir(scratch).unwrap().count(), 1, "its mark alone");
}

#[test]
fn the_copy_that_a_trial_found_spoilt_goes_before_a_good_one() {
    let shelf = tempfile::tempdir().unwrap();
    let (office, _) = with_document(b"one");
    let morning = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let evening = at(NOW) + Duration::hours(8);
    let spoilt = office.backup_create(shelf.path(), evening, &go).unwrap();
    let found = Rehearsal {
        at: evening,
        copy_at: evening,
        documents: 0,
        lost: 0,
        fault: Some("altered".into()),
        only_read: false,
    };
    office.rehearsal_keep(&found).unwrap();
    let now = at(NOW) + Duration::days(5);
    office.backup_create(shelf.path(), now, &go).unwrap();
    assert_eq!(thin(&office, shelf.path(), now, 2).backups, 1);
    assert!(morning.dir.exists() && !spoilt.dir.exists());
}
