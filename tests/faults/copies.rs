//! A copy of the records is not taken for the records.

use crate::ground::{at, by, contents, found, open, refused};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::{ComplaintRef, ComplaintTrash, DocumentRef, Office};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn backup(root: &Path) -> PathBuf {
    let office = found(&root.join("office")).expect("an office");
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let made = office::backup_create(&office, &by(), &root.join("shelf"), &go);
    made.expect("a backup").folder.into()
}

#[test]
fn a_backup_is_restored_before_it_is_opened() {
    let root = tempfile::tempdir().expect("a folder");
    let copy = backup(root.path());
    let before = contents(&root.path().join("shelf"));
    assert_eq!(refused(open(&copy)).0, "is_a_backup");
    assert_eq!(refused(found(&copy)).0, "already_exists");
    assert_eq!(contents(&root.path().join("shelf")), before);

    let restored = root.path().join("restored");
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    office::backup_restore(&copy, &restored, &go).expect("restored");
    open(&restored).expect("what is restored is an office");
}

#[test]
fn a_copy_of_a_day_to_come_is_never_the_last() {
    let root = tempfile::tempdir().expect("a folder");
    let office = found(&root.path().join("office")).expect("an office");
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let shelf = root.path().join("shelf");
    let last = || {
        office::office_info(&office, &by())
            .expect("told")
            .safety
            .last_backup
    };
    let ahead = office::By {
        now: at("2036-11-22T10:00:00+03:00"),
        ..by()
    };
    office::backup_create(&office, &ahead, &shelf, &go).expect("a backup");
    assert_eq!(last(), None);
    office::backup_create(&office, &by(), &shelf, &go).expect("a backup");
    assert_eq!(last(), Some(by().now));
    office::backup_create(&office, &ahead, &shelf, &go).expect("a backup");
    assert_eq!(last(), Some(by().now));
}

#[test]
fn a_backup_with_half_a_manifest_is_no_office_either() {
    let root = tempfile::tempdir().expect("a folder");
    let copy = backup(root.path());
    fs::write(copy.join("manifest.json"), "{").expect("a damaged manifest");
    assert_eq!(refused(open(&copy)).0, "is_a_backup");
}

#[test]
fn a_backup_that_broke_off_is_no_office_either() {
    let root = tempfile::tempdir().expect("a folder");
    let copy = backup(root.path());
    fs::remove_file(copy.join("manifest.json")).expect("removed");
    let words = "Otvet: a backup that is not finished\n";
    fs::write(copy.join("unfinished"), words).expect("the mark");
    assert_eq!(refused(open(&copy)).0, "is_a_backup");
}

#[test]
fn a_manifest_of_something_else_beside_an_office_makes_no_backup_of_it() {
    let root = tempfile::tempdir().expect("a folder");
    let office = root.path().join("office");
    drop(found(&office).expect("an office"));
    fs::write(office.join("manifest.json"), r#"{"name":"a web page"}"#).expect("a file");
    open(&office).expect("the office");
}

#[test]
fn a_copy_is_looked_at_and_nothing_of_it_is_changed() {
    let root = tempfile::tempdir().expect("a folder");
    let office = crate::full_shelf::with_documents(&root.path().join("office"));
    let page = office::journal_page(&office, &by(), Default::default()).expect("rows");
    let complaint = page[0].complaint.expect("a case");
    let card = office::complaint_card(&office, &by(), ComplaintRef { complaint }).expect("a case");
    let document = card.contents.documents[0].id;
    let first = DocumentRef {
        complaint,
        document,
    };
    office::document_trash(&office, &by(), first).expect("in the trash");
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let made = office::backup_create(&office, &by(), &root.path().join("shelf"), &go);
    let copy = PathBuf::from(made.expect("a backup").folder);
    let before = contents(&root.path().join("shelf"));
    let trash = office::trash_contents(&office, &by()).expect("told");
    let room = root.path().join("room");
    let looked_at = Office::open_copy(&copy, &room, by().now).expect("looked at");
    assert!(looked_at.is_copy() && !office.is_copy());
    let info = office::office_info(&looked_at, &by()).expect("told");
    assert_eq!((info.complaints, info.copy_of), (1, Some(by().now)));
    let check = office::documents_verify(&looked_at, &|_| ControlFlow::Continue(()));
    assert_eq!(check.expect("read").missing, [""; 0]);
    let lies = office::trash_contents(&looked_at, &by()).expect("told");
    assert_eq!((lies.documents, &lies), (1, &trash));
    let thrown = ComplaintTrash {
        complaint,
        reason: "спам".into(),
    };
    let trash = office::complaint_trash(&looked_at, &by(), thrown);
    assert_eq!(refused(trash).0, "a_copy");
    let dot = STANDARD.decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");
    let dot = dot.expect("an image");
    assert_eq!(refused(office::image_store(&looked_at, &dot)).0, "a_copy");
    office::image_store(&office, &dot).expect("in the records it is stored");
    let again = office::backup_create(&looked_at, &by(), &root.path().join("other"), &go);
    assert_eq!(refused(again).0, "a_copy");
    drop(looked_at);
    assert_eq!(contents(&root.path().join("shelf")), before);
    Office::remove(&room).expect("removed");
    assert!(!room.exists());
    assert_eq!(contents(&root.path().join("shelf")), before);
}

#[test]
fn a_number_that_was_given_after_the_copy_is_not_given_again_by_what_it_brings_back() {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("office");
    let office = crate::full_shelf::with_documents(&folder);
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let made = office::backup_create(&office, &by(), &root.path().join("shelf"), &go);
    let copy = PathBuf::from(made.expect("a backup").folder);
    let add = |office: &Office| {
        let added = office::complaint_add(office, &by(), crate::full_shelf::kettle());
        added.expect("taken in").number
    };
    let [second, third] = [add(&office), add(&office)];
    drop(office);
    let (_, beside) = office::backup_restore_beside(&copy, &folder, &go).expect("restored");
    let kept = office::backup_put_in_place(&beside, &folder, by().now).expect("in place");
    let office = office::backup_in_place_open(&folder, &by()).expect("opened");
    let info = office::office_info(&office, &by()).expect("told");
    assert_eq!((info.complaints, info.safety.lost_rows), (1, None));
    let fourth = add(&office);
    assert!(
        fourth > third && third > second,
        "{second} {third} {fourth}"
    );
    let journal = office::journal_verify(&office, &by()).expect("checked");
    assert!(journal.is_whole(), "{journal:?}");
    assert!(!kept.numbers_unknown);
    assert!(kept.kept.expect("kept").join("office.sqlite").is_file());
    // The copies that were made before are thinned only when somebody says so.
    assert!(office::copies_held(&office).expect("held").restored);
}
