//! Folders of strangers that look like backups.
#![cfg(target_os = "linux")]

use crate::office::{Office, SingleSteps, at, by, kettle};
use register::*;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::Duration;

const NOW: &str = "2026-11-22T10:00:00+03:00";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Does something that must not wait for what never comes.
fn in_time<T: Send + 'static>(what: impl FnOnce() -> T + Send + 'static) -> T {
    let (tell, told) = mpsc::channel();
    std::thread::spawn(move || tell.send(what()));
    let answer = told.recv_timeout(Duration::from_secs(20));
    answer.expect("it waits for ever, or panicked")
}

fn pipe(path: &Path) {
    let _ = fs::remove_file(path);
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
}

fn link(path: &Path) {
    let elsewhere = path.with_extension("elsewhere");
    fs::rename(path, &elsewhere).unwrap();
    std::os::unix::fs::symlink(elsewhere, path).unwrap();
}

/// Longer than any file of its kind, and no byte of it on the disk.
fn long(path: &Path) {
    let file = fs::File::options().append(true).open(path).unwrap();
    file.set_len(1 << 40).unwrap();
}

fn backup(shelf: &Path) -> Backup {
    let office = Office::new();
    office.complaint_add(&by(NOW), &kettle()).unwrap();
    office.backup_create(shelf, at(NOW), &go).unwrap()
}

/// What each way of reading a backup says of it.
fn read(copy: PathBuf) -> [bool; 5] {
    in_time(move || {
        let shelf = copy.parent().unwrap();
        let (home, office) = (tempfile::tempdir().unwrap(), Office::new());
        let listed = Register::shelf_list(shelf).unwrap();
        let back = home.path().join("back");
        [
            listed.iter().any(|backup| !backup.damaged),
            Register::backup_restore(&copy, &back, &go).is_ok(),
            Register::open_backup(&copy, &home.path().join("room"), at(NOW)).is_ok(),
            Register::backup_holding(&copy).is_ok(),
            office.backup_compare(&copy).is_ok(),
        ]
    })
}

#[test]
fn a_manifest_that_is_none_is_read_by_nobody_and_waited_at_by_nobody() {
    for strange in [pipe, link, long] {
        let shelf = tempfile::tempdir().unwrap();
        let copy = backup(shelf.path()).dir;
        assert_eq!(read(copy.clone()), [true; 5]);
        strange(&copy.join("manifest.json"));
        assert_eq!(read(copy), [false; 5]);
    }
}

#[test]
fn a_database_that_is_none_is_read_by_nobody_and_waited_at_by_nobody() {
    for strange in [pipe, link] {
        let shelf = tempfile::tempdir().unwrap();
        let copy = backup(shelf.path()).dir;
        strange(&copy.join("office.sqlite"));
        assert_eq!(read(copy), [false; 5]);
    }
}

#[test]
fn what_lies_beside_a_manifest_is_not_waited_at_either() {
    for strange in [pipe, long] {
        let shelf = tempfile::tempdir().unwrap();
        let copy = backup(shelf.path());
        fs::write(copy.dir.join("verified.json"), "{}").unwrap();
        strange(&copy.dir.join("verified.json"));
        let about = copy.dir.clone();
        let about = in_time(move || Register::backup_about(&about)).unwrap();
        assert_eq!(about.verified, at(NOW));
        strange(&copy.dir.join("heads.jsonl"));
        let at_fault = copy.dir.clone();
        let home = tempfile::tempdir().unwrap();
        let back = home.path().join("back");
        let restored = in_time(move || Register::backup_restore(&at_fault, &back, &go));
        assert!(matches!(restored, Err(RegisterError::Foreign(_))));
        // A list that can't be read leaves a doubt, and nothing goes.
        strange(&copy.dir.join("contents"));
        let dir = shelf.path().to_owned();
        let thinned = in_time(move || {
            let keep = Keep {
                hours: 0,
                days: 0,
                weeks: 0,
                months: 0,
            };
            Office::new().shelf_thin(&dir, at(NOW), keep).unwrap()
        });
        assert_eq!(thinned, Thinned::default());
    }
}

#[test]
fn sums_that_no_disk_holds_are_told_as_they_are() {
    let shelf = tempfile::tempdir().unwrap();
    let copy = backup(shelf.path()).dir;
    let manifest = copy.join("manifest.json");
    let mut fields: serde_json::Value =
        serde_json::from_slice(&fs::read(&manifest).unwrap()).unwrap();
    fields["document_bytes"] = u64::MAX.into();
    fs::write(&manifest, fields.to_string()).unwrap();
    assert_eq!(Register::backup_about(&copy).unwrap().bytes, u64::MAX);
}
