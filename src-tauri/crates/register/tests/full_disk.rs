//! A disk that ends in the middle of a change: the change is kept whole or not
//! at all, and what is answered is what is kept.
#![cfg(target_os = "linux")]
// The process whose disk is full says over its standard output what it answered.
#![allow(clippy::print_stdout)]

use crate::office::{SingleSteps, by, document, kettle, profile};
use complaint::*;
use register::*;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

const NOW: &str = "2026-11-23T10:00:00+03:00";
/// Names the folder of the office to the process whose disk is full.
const FOLDER: &str = "OTVET_TEST_FULL_DISK";
/// Names the complaint that it hands in.
const HANDED_IN: &str = "OTVET_TEST_HANDED_IN";

/// Takes a complaint in with its message and an attachment.
fn take_in(office: &Register, id: ComplaintId) -> Result<Recorded> {
    let store = |bytes: &[u8]| office.document_store(bytes, &|_| ControlFlow::Continue(()));
    let files = [
        ("письмо.eml", store(&[b'm'; 3_000])?),
        ("чек.txt", store(&[b'r'; 6_000])?),
    ];
    let (recorded, _) = office.transact(&by(NOW), Op::ComplaintAdd, |change| {
        let mut new = kettle();
        new.fields.text = "Чайник потёк, и вот что было дальше. ".repeat(400);
        let recorded = change.complaint_add(Some(id), &new, &[])?;
        for (name, stored) in &files {
            change.document_add(recorded.id, &document(name), stored)?;
        }
        Ok::<_, RegisterError>(recorded)
    })?;
    Ok(recorded)
}

/// Runs this test again in a process that can write no file beyond `limit`
/// kibibytes, and gives what it answered.
fn take_in_with_room(limit: u32, folder: &Path, id: ComplaintId) -> String {
    let output = Command::new("bash")
        // The signal that goes with the limit is ignored, so that writing
        // fails as it does on a full disk.
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f $1; shift; exec \"$0\" \"$@\"",
        ])
        .arg(std::env::current_exe().unwrap())
        .arg(limit.to_string())
        .args([
            "--exact",
            "full_disk::a_full_disk_takes_in_whole_or_not_at_all",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .env(HANDED_IN, id.to_string())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let answer = said.lines().find_map(|line| line.strip_prefix("answer: "));
    answer.unwrap_or("none").to_owned()
}

#[test]
fn a_full_disk_takes_in_whole_or_not_at_all() {
    if let (Ok(folder), Ok(id)) = (std::env::var(FOLDER), std::env::var(HANDED_IN)) {
        let taken = Register::open(Path::new(&folder), by(NOW).now)
            .and_then(|office| take_in(&office, id.parse().unwrap()));
        match taken {
            Ok(recorded) => println!("\nanswer: {}", recorded.number),
            Err(error) => println!("\nanswer: {error:?}"),
        }
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    drop(Register::create(folder.path(), &by(NOW), &profile()).unwrap());
    let open = || Register::open(folder.path(), by(NOW).now).unwrap();
    let (mut refused, mut taken) = (0, 0);
    for limit in (4..220).step_by(6) {
        let id = ComplaintId::new();
        // Nobody else has the office open, so that its log begins anew and
        // each limit cuts the change off at another place.
        let answer = take_in_with_room(limit, folder.path(), id);
        let office = open();
        match office.case(id) {
            Ok(case) => {
                taken += 1;
                assert_eq!(case.contents.documents.len(), 2, "whole, with {limit} KiB");
                assert_eq!(answer, case.contents.complaint.number, "with {limit} KiB");
            }
            Err(RegisterError::NotFound(_)) => {
                refused += 1;
                // The limit on the length of a file is another error of the
                // system than a full disk, and SQLite tells them apart.
                assert!(
                    answer == "DiskFull" || answer.contains("disk I/O error"),
                    "with {limit} KiB: {answer}"
                );
                // The same again, with room: the same complaint, once.
                let recorded = take_in(&office, id).unwrap();
                let again = take_in(&office, id);
                assert!(matches!(again, Err(RegisterError::AlreadyRecorded(number))
                    if number == recorded.number));
            }
            Err(error) => panic!("with {limit} KiB: {error}"),
        }
        assert_eq!(office.complaints_total().unwrap(), refused + taken);
    }
    assert!(
        refused > 3 && taken > 3,
        "{refused} refused, {taken} taken in"
    );
    let office = open();
    let next = office.complaint_add(&by(NOW), &kettle()).unwrap();
    let expected = format!("ВХ-2026/{:04}", refused + taken + 1);
    assert_eq!(next.number, expected);
    assert_eq!(office.journal_verify().unwrap().broken, None);
    let check = office
        .documents_verify(&|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!((check.missing.len(), check.altered.len()), (0, 0));
}
