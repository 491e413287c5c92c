//! Records on a disk that takes nothing more. Each is tried on a disk of its own,
//! in a namespace where it can be made full or unwritable.
#![cfg(target_os = "linux")]

use crate::ground::{at, by, found, open, refused};
use acceptance::disk::on_own_disk;
use complaint::ComplaintFields;
use office::{NewComplaint, Office, Unwritable};
use std::fs::{self, File};
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;

fn complaint_of(text: &str) -> NewComplaint {
    NewComplaint {
        id: None,
        fields: ComplaintFields {
            text: text.into(),
            ..ComplaintFields::received(at("2026-11-22T09:00:00+03:00"))
        },
        person_id: None,
        demands: Vec::new(),
        terms: Vec::new(),
    }
}

fn add(office: &Office, text: &str) -> office::Result<office::Added> {
    office::complaint_add(office, &by(), complaint_of(text))
}

fn read_all(office: &Office) -> Vec<String> {
    let query = complaint::RegisterQuery::default();
    let rows = office::complaints_after(office, &by(), &query, None, 100).expect("the list");
    let mut read = Vec::new();
    for row in rows {
        let complaint = office::ComplaintRef { complaint: row.id };
        let card = office::complaint_card(office, &by(), complaint).expect("the case");
        read.push(card.contents.complaint.fields.text);
    }
    read.sort();
    read
}

/// Read, printed, exported and backed up elsewhere; not written to.
fn only_to_be_read(folder: &Path, why: Unwritable, texts: &[&str]) {
    let office = open(folder).unwrap_or_else(|error| panic!("{why:?}: {error}"));
    let info = office::office_info(&office, &by()).expect("the office");
    assert_eq!(info.safety.unwritable, Some(why));
    assert_eq!(info.safety.lost_rows, None);
    assert_eq!(read_all(&office), texts);
    let (code, _) = refused(add(&office, "ещё одна"));
    let expected = match why {
        Unwritable::Denied => "denied",
        Unwritable::DiskFull => "disk_full",
    };
    assert_eq!(code, expected);
    let elsewhere = tempfile::tempdir().expect("a folder");
    let go = |_: u64, _: u64| ControlFlow::Continue(());
    let shelf = elsewhere.path().join("shelf");
    let made = office::backup_create(&office, &by(), &shelf, &go).expect("a backup");
    let back = elsewhere.path().join("back");
    office::backup_restore(Path::new(&made.folder), &back, &go).expect("restored");
    assert_eq!(read_all(&open(&back).expect("the office")), texts);
}

fn copy_top(from: &Path, to: &Path) {
    fs::create_dir(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder").flatten() {
        if entry.file_type().expect("a kind").is_file() {
            fs::copy(entry.path(), to.join(entry.file_name())).expect("a copy");
        }
    }
}

#[test]
fn records_that_cannot_be_written_to_are_read_and_backed_up_elsewhere() {
    let test = "unwritable::records_that_cannot_be_written_to_are_read_and_backed_up_elsewhere";
    on_own_disk(test, 64 << 10, &[], |disk| {
        let closed = disk.path().join("closed # 100%?");
        drop(add(&found(&closed).expect("an office"), "первая").expect("taken"));
        let office = open(&closed).expect("the office");
        let draft = office::DraftPut {
            key: "complaint/new".into(),
            value: "набрано".into(),
        };
        office::draft_put(&office, &by(), draft).expect("kept");
        add(&office, "вторая").expect("taken");
        // As a kill leaves it: much of it in the log alone.
        let killed = disk.path().join("killed");
        copy_top(&closed, &killed);
        fs::remove_file(killed.join("office.sqlite-shm")).expect("gone");
        drop(office);
        disk.read_only();
        for folder in [&closed, &killed] {
            only_to_be_read(folder, Unwritable::Denied, &["вторая", "первая"]);
        }
        let drafts = office::drafts(&open(&closed).expect("the office"), &by());
        assert_eq!(drafts.expect("the drafts").len(), 1);
    });
}

/// Fills the disk until about so much is free, in bytes.
fn fill(disk: &Path, left: u64) {
    let ballast = disk.join("ballast");
    let mut file = File::create(&ballast).expect("a file");
    let block = [1u8; 4096];
    while file.write_all(&block).is_ok() {}
    let size = file.metadata().expect("its size").len();
    file.set_len(size.saturating_sub(left)).expect("shorter");
}

#[test]
fn a_founding_that_a_full_disk_refuses_has_founded_nothing() {
    let test = "unwritable::a_founding_that_a_full_disk_refuses_has_founded_nothing";
    on_own_disk(test, 4 << 10, &[], |disk| {
        let (mut refused, mut founded) = (0, 0);
        for left in (400..1_000).step_by(4) {
            let folder = disk.path().join("office");
            fill(disk.path(), left << 10);
            let first = found(&folder).map(drop);
            fs::remove_file(disk.path().join("ballast")).expect("room");
            let again = found(&folder).map(drop);
            if first.is_ok() {
                founded += 1;
            } else {
                again.unwrap_or_else(|error| panic!("with {left} KiB: {error}"));
                refused += 1;
            }
            fs::remove_dir_all(&folder).expect("the folder goes");
        }
        assert!(refused > 10 && founded > 10, "{refused} and {founded}");
    });
}

/// The first letter of the records of which a proof can be made without a reason, and its proof.
fn proved(office: &Office) -> (complaint::LetterId, Vec<Vec<u8>>) {
    let query = complaint::RegisterQuery::default();
    let rows = office::complaints_after(office, &by(), &query, None, 100).expect("the list");
    let letters = rows.into_iter().flat_map(|row| {
        let complaint = office::ComplaintRef { complaint: row.id };
        let card = office::complaint_card(office, &by(), complaint).expect("the case");
        card.contents.letters
    });
    for letter in letters {
        if let Ok(files) = proof(office, letter.id, None) {
            return (letter.id, files);
        }
    }
    panic!("the sample has a letter whose proof nothing contradicts");
}

fn proof(
    office: &Office,
    letter: complaint::LetterId,
    reason: Option<&str>,
) -> office::Result<Vec<Vec<u8>>> {
    let make = office::ProofMake {
        letter,
        dispatch: None,
        reason: reason.map(str::to_owned),
        folder: true,
    };
    let kept = office::proof_make(office, &by(), &make, |files| {
        office::Result::Ok(Some(files.iter().map(|f| f.bytes.clone()).collect()))
    });
    kept.map(|kept| kept.expect("kept"))
}

#[test]
fn the_proof_of_an_answer_is_made_from_records_that_cannot_be_written_to() {
    let test = "unwritable::the_proof_of_an_answer_is_made_from_records_that_cannot_be_written_to";
    on_own_disk(test, 256 << 10, &[], |disk| {
        let folder = disk.path().join("sample");
        let (letter, before) = {
            let office = office::sample_create(&folder, by().now).expect("the sample");
            proved(&office)
        };
        disk.read_only();
        let office = open(&folder).expect("the office");
        let after = proof(&office, letter, None).expect("a proof");
        assert_eq!(after.len(), before.len());
        assert!(after.iter().all(|file| !file.is_empty()));
        // What contradicts a proof has its reason in the journal, or there is no proof.
        let rows = office::complaints_after(
            &office,
            &by(),
            &complaint::RegisterQuery::default(),
            None,
            100,
        );
        let refusals = rows.expect("the list").into_iter().flat_map(|row| {
            let complaint = office::ComplaintRef { complaint: row.id };
            let card = office::complaint_card(&office, &by(), complaint).expect("the case");
            let letters = card.contents.letters.into_iter().map(|l| l.id);
            letters
                .filter(|&l| {
                    matches!(
                        proof(&office, l, None),
                        Err(office::OfficeError::Stopped(_))
                    )
                })
                .map(|l| proof(&office, l, Some("проверено")).expect_err("no row, no proof"))
                .collect::<Vec<_>>()
        });
        let codes: Vec<String> = refusals.map(|e| office::Failure::from(e).code).collect();
        assert!(!codes.is_empty(), "the sample has a contradicted proof");
        assert!(codes.iter().all(|code| code == "denied"), "{codes:?}");
    });
}

#[test]
fn records_on_a_full_disk_are_read_and_backed_up_elsewhere() {
    let test = "unwritable::records_on_a_full_disk_are_read_and_backed_up_elsewhere";
    on_own_disk(test, 8 << 10, &[], |disk| {
        let folder = disk.path().join("office");
        let office = found(&folder).expect("an office");
        add(&office, "первая").expect("taken");
        let mut texts = vec!["первая".to_owned()];
        let mut rest = File::create(disk.path().join("rest")).expect("a file");
        // Room goes bit by bit, while the office is open.
        let mut refusals = 0;
        for n in 0.. {
            let room = rest
                .write_all(&vec![1; 64 << 10])
                .and_then(|()| rest.sync_all());
            let text = format!("с местом {n:02}");
            match add(&office, &text) {
                Ok(_) => texts.push(text),
                Err(error) => {
                    let (code, _) = refused::<()>(Err(error));
                    assert!(["disk_full", "database"].contains(&&*code), "{code}");
                    refusals += 1;
                }
            }
            texts.sort();
            assert_eq!(read_all(&office), texts, "with the disk at {n}");
            if room.is_err() && refusals > 2 {
                break;
            }
        }
        drop(office);
        // To the last byte: what closing made room for is taken as well.
        while rest.write_all(&[1; 512]).is_ok() {}
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        only_to_be_read(&folder, Unwritable::DiskFull, &texts);
        drop(rest);
        fs::remove_file(disk.path().join("rest")).expect("room again");
        let office = open(&folder).expect("the office");
        add(&office, "с местом").expect("taken");
        assert_eq!(read_all(&office).len(), texts.len() + 1);
    });
}
