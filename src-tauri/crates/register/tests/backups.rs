//! Backups of records that are whole and of records that are not, and getting
//! an office back from them.

use crate::office::{Office, SingleSteps, at, by, kettle};
use complaint::ComplaintId;
use register::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn content(root: &Path, stored: &StoredFile) -> PathBuf {
    root.join("documents")
        .join(&stored.sha256[..2])
        .join(&stored.sha256)
}

/// Writes other bytes of the same length under the name of content.
fn spoil(root: &Path, stored: &StoredFile) {
    let file = content(root, stored);
    let mut bytes = fs::read(&file).unwrap();
    bytes[0] ^= 1;
    fs::remove_file(&file).unwrap();
    fs::write(&file, bytes).unwrap();
}

/// An office of one case with three documents.
fn three_documents() -> (Office, ComplaintId, [StoredFile; 3]) {
    let office = Office::new();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let kept = [&b"one"[..], b"two", b"three"].map(|bytes| office.store(bytes));
    for (name, stored) in ["1.txt", "2.txt", "3.txt"].into_iter().zip(&kept) {
        office.add_document(id, name, stored);
    }
    (office, id, kept)
}

fn named(lost: &[LostContent]) -> Vec<(String, String, LossReason)> {
    let mut named: Vec<_> = lost
        .iter()
        .flat_map(|lost| {
            lost.used_by
                .iter()
                .map(|used| (used.number.clone(), used.name.clone(), lost.reason))
        })
        .collect();
    named.sort_by(|a, b| a.1.cmp(&b.1));
    named
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_backup_comes_back_whole() {
    let (office, id, _) = three_documents();
    let number = office.complaint_number(id).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    assert_eq!((backup.documents, backup.lost.len()), (3, 0));
    let database = fs::metadata(backup.dir.join("office.sqlite"))
        .unwrap()
        .len();
    assert_eq!(backup.bytes, database + 11);
    assert_eq!(
        names(&backup.dir),
        ["contents", "heads.jsonl", "manifest.json", "office.sqlite"]
    );
    let stopped = office.backup_create(shelf.path(), at(NOW), &|_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    assert_eq!(names(shelf.path()).len(), 2, "nothing is left of it");
    assert_eq!(office.backup_list().unwrap(), std::slice::from_ref(&backup));

    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("back");
    let came = Register::backup_restore(&backup.dir, &to, &go).unwrap();
    assert_eq!(came, backup);
    let restored = Register::open(&to, at(NOW)).unwrap();
    assert_eq!(restored.complaint_number(id).unwrap(), number);
    let check = restored
        .documents_verify(&|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(
        (check.checked, check.missing.len(), check.altered.len()),
        (3, 0, 0)
    );
    assert_eq!(
        restored.backup_list().unwrap(),
        std::slice::from_ref(&backup),
        "where the journal ended is known in the restored office too"
    );
    drop(restored);
    let again = Register::backup_restore(&backup.dir, &to, &go);
    assert!(matches!(again, Err(RegisterError::NotEmpty(_))));
    fs::remove_file(backup.dir.join("manifest.json")).unwrap();
    let refused = Register::backup_restore(&backup.dir, &home.path().join("other"), &go);
    assert!(matches!(refused, Err(RegisterError::NotABackup)));
}

#[test]
fn a_rotten_copy_on_the_shelf_is_replaced_by_a_good_one() {
    let (office, _, kept) = three_documents();
    let shelf = tempfile::tempdir().unwrap();
    office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    spoil(shelf.path(), &kept[0]);
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    assert_eq!((backup.documents, backup.lost.len()), (3, 0));
    assert_eq!(fs::read(content(shelf.path(), &kept[0])).unwrap(), b"one");
}

#[test]
fn what_can_be_saved_is_saved_and_the_rest_is_named() {
    let (office, id, kept) = three_documents();
    let number = office.complaint_number(id).unwrap();
    spoil(office.path(), &kept[0]);
    fs::remove_file(content(office.path(), &kept[1])).unwrap();
    fs::create_dir(content(office.path(), &kept[1])).unwrap();
    let shelf = tempfile::tempdir().unwrap();
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    assert_eq!(backup.documents, 1);
    let lost = [
        (number.clone(), "1.txt".into(), LossReason::Altered),
        (number.clone(), "2.txt".into(), LossReason::Unreadable),
    ];
    assert_eq!(named(&backup.lost), lost);
    assert_eq!(office.backup_list().unwrap()[0].lost, backup.lost);

    fs::remove_file(content(shelf.path(), &kept[2])).unwrap();
    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("back");
    let came = Register::backup_restore(&backup.dir, &to, &go).unwrap();
    let mut more = lost.to_vec();
    more.push((number, "3.txt".into(), LossReason::Missing));
    assert_eq!(named(&came.lost), more);
    assert_eq!(came.documents, 0);
    let restored = Register::open(&to, at(NOW)).unwrap();
    assert_eq!(restored.case(id).unwrap().contents.documents.len(), 3);
}

#[test]
fn places_within_what_is_copied_are_refused() {
    let (office, _, _) = three_documents();
    let outside = tempfile::tempdir().unwrap();
    let mut targets = vec![
        office.path().to_owned(),
        office.path().join("scratch"),
        office.path().join("new/deeper"),
        office.path().parent().unwrap().to_owned(),
    ];
    #[cfg(unix)]
    {
        let link = outside.path().join("link");
        std::os::unix::fs::symlink(office.path(), &link).unwrap();
        targets.push(link.join("copies"));
    }
    for target in targets {
        let refused = office.backup_create(&target, at(NOW), &go);
        assert!(
            matches!(refused, Err(RegisterError::Nested(_))),
            "{target:?}: {refused:?}"
        );
    }
    assert!(!office.path().join("new").exists());
    let shelf = tempfile::tempdir().unwrap();
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    for target in [
        backup.dir.join("back"),
        shelf.path().join("documents/back"),
        shelf.path().to_owned(),
    ] {
        let refused = Register::backup_restore(&backup.dir, &target, &go);
        assert!(
            matches!(refused, Err(RegisterError::Nested(_))),
            "{target:?}: {refused:?}"
        );
    }
}

#[test]
fn restoring_that_broke_off_is_taken_up_again() {
    let (office, id, _) = three_documents();
    let shelf = tempfile::tempdir().unwrap();
    let first = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let later = at("2026-11-22T12:00:00+03:00");
    let second = office.backup_create(shelf.path(), later, &go).unwrap();
    let home = tempfile::tempdir().unwrap();
    let to = home.path().join("back");
    let stopped = Register::backup_restore(&first.dir, &to, &|done, _| {
        if done < 2 {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    });
    assert!(matches!(stopped, Err(RegisterError::Cancelled)));
    assert!(matches!(
        Register::open(&to, at(NOW)),
        Err(RegisterError::NotAnOffice)
    ));
    assert!(matches!(
        Register::create(&to, &by(NOW), &crate::office::profile()),
        Err(RegisterError::AlreadyExists)
    ));
    let another = Register::backup_restore(&second.dir, &to, &go);
    assert!(
        matches!(another, Err(RegisterError::NotEmpty(_))),
        "{another:?}"
    );
    // As a killed program leaves it.
    fs::create_dir_all(to.join("parts")).unwrap();
    fs::write(to.join("parts/0-0"), "half").unwrap();
    assert_eq!(
        Register::backup_restore(&first.dir, &to, &go)
            .unwrap()
            .documents,
        3
    );
    let restored = Register::open(&to, at(NOW)).unwrap();
    assert_eq!(restored.case(id).unwrap().contents.documents.len(), 3);

    // As kills leave it before the mark is written, and before it is taken away.
    let early = home.path().join("early");
    fs::create_dir(&early).unwrap();
    fs::write(early.join("restoring.json.part"), "{").unwrap();
    let late = |to: &Path| {
        let came = Register::backup_restore(&first.dir, to, &go).unwrap();
        assert_eq!(came.documents, 3);
        assert!(!to.join("restoring.json").exists());
    };
    late(&early);
    fs::copy(
        first.dir.join("manifest.json"),
        early.join("restoring.json"),
    )
    .unwrap();
    late(&early);
    assert!(matches!(
        Register::backup_restore(&first.dir, &early, &go),
        Err(RegisterError::NotEmpty(_))
    ));

    let strange = home.path().join("strange");
    fs::create_dir(&strange).unwrap();
    fs::write(strange.join("mine.txt"), "mine").unwrap();
    let refused = Register::backup_restore(&first.dir, &strange, &go);
    assert!(matches!(refused, Err(RegisterError::NotEmpty(_))));
    assert_eq!(names(&strange), ["mine.txt"]);
}

#[test]
fn a_damaged_database_of_a_backup_is_told_and_leaves_the_target_alone() {
    let (office, _, _) = three_documents();
    let shelf = tempfile::tempdir().unwrap();
    let backup = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    let database = backup.dir.join("office.sqlite");
    let mut bytes = fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&database, bytes).unwrap();
    let home = tempfile::tempdir().unwrap();
    let refused = Register::backup_restore(&backup.dir, home.path(), &go);
    assert!(matches!(refused, Err(RegisterError::Altered(_))));
    assert_eq!(names(home.path()), [] as [String; 0]);
}

#[test]
fn the_next_backup_removes_what_a_killed_one_left_and_nothing_else() {
    let (office, _, _) = three_documents();
    let shelf = tempfile::tempdir().unwrap();
    let left = shelf.path().join("2026-11-22-095959");
    let own = shelf.path().join("2026-11-21");
    fs::create_dir(&own).unwrap();
    fs::write(own.join("office.sqlite"), "somebody's own").unwrap();
    let half = |from: &Path| {
        fs::create_dir_all(left.join("parts")).unwrap();
        fs::write(left.join("parts/0-0"), "half a document").unwrap();
        for name in ["office.sqlite", "unfinished"] {
            fs::copy(from.join(name), left.join(name)).unwrap();
        }
    };
    let seen = std::cell::Cell::new(false);
    office
        .backup_create(shelf.path(), at(NOW), &|done, _| {
            if done == 1 {
                let making = shelf.path().join("2026-11-22-100000");
                // What a kill at this moment would leave.
                half(&making);
                // Another backup meanwhile leaves the one being made alone.
                let beside = office.backup_create(shelf.path(), at(NOW), &go).unwrap();
                assert_ne!(beside.dir, making);
                assert!(making.join("office.sqlite").exists());
                assert!(!left.exists(), "what the killed one left is gone");
                seen.set(true);
            }
            ControlFlow::Continue(())
        })
        .unwrap();
    assert!(seen.get());
    assert_eq!(
        names(shelf.path()),
        [
            "2026-11-21",
            "2026-11-22-100000",
            "2026-11-22-100000-2",
            "documents"
        ]
    );
    assert_eq!(names(&own), ["office.sqlite"]);

    // As kills leave them at the very beginning.
    let begun = ["2026-11-22-095957", "2026-11-22-095958-2"].map(|name| shelf.path().join(name));
    begun.iter().for_each(|dir| fs::create_dir(dir).unwrap());
    fs::write(begun[1].join("unfinished"), "Otvet: a back").unwrap();
    fs::create_dir(shelf.path().join("2026-11-22-095956")).unwrap();
    fs::write(shelf.path().join("2026-11-22-095956/mine.txt"), "mine").unwrap();
    office.backup_create(shelf.path(), at(NOW), &go).unwrap();
    assert!(begun.iter().all(|dir| !dir.exists()));
    assert!(shelf.path().join("2026-11-22-095956/mine.txt").exists());
}
