//! A copy of the records is not taken for the records.

use crate::ground::{by, contents, found, open, refused};
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
