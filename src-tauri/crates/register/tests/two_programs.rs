//! Real processes on one office: killed in the middle, writing at the same
//! time, and out of room. This test program runs itself again as the child.
// The child tells its parent what it did over its standard output.
#![allow(clippy::print_stdout)]

use crate::office::{self, Office, SingleSteps, at, by, kettle, profile};
use complaint::*;
use register::*;
use std::io::{BufRead, BufReader};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const NOW: &str = "2026-11-22T10:00:00+03:00";

/// This same program, told by the environment to run one test as a child.
fn child(role: &str, dir: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args([
            "--exact",
            "two_programs::the_child",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("OTVET_CHILD", role)
        .env("OTVET_DIR", dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// What the child does; without the environment's word it is no test at all.
#[test]
fn the_child() {
    let Ok(role) = std::env::var("OTVET_CHILD") else {
        return;
    };
    if role == "small disk" {
        return;
    }
    let dir = PathBuf::from(std::env::var("OTVET_DIR").unwrap());
    let office = Register::open(&dir, at(NOW)).unwrap();
    match role.as_str() {
        "add for ever" => loop {
            let number = office.complaint_add(&by(NOW), &kettle()).unwrap().number;
            println!("given {number}");
        },
        "add fifty" => {
            for _ in 0..50 {
                let number = office.complaint_add(&by(NOW), &kettle()).unwrap().number;
                println!("given {number}");
            }
        }
        "issue for ever" => {
            let id = office.complaint_by_number("ВХ-2026/0001").unwrap().unwrap();
            loop {
                let letter = NewLetter {
                    kind: LetterKind::Interim,
                    language: Language::Ru,
                    heading: "О сроке".into(),
                    content: serde_json::Value::Null,
                    promised: None,
                };
                let draft = office.letter_draft_add(&by(NOW), id, &letter).unwrap().id;
                let (facts, _) = office
                    .letter_issue(&by(NOW), draft, |n, _| office::no_error(office::pdf(n)))
                    .unwrap();
                println!("given {}", facts.number);
            }
        }
        "take in for ever" => loop {
            let files =
                [b"message", b"receipt", b"picture"].map(|bytes| office::store(&office, bytes));
            let (new, _) = office
                .transact(&by(NOW), Op::ComplaintAdd, |change| {
                    let new = change.complaint_add(None, &kettle(), &[])?;
                    for stored in &files {
                        change.document_add(new.id, &office::document("a.txt"), stored)?;
                    }
                    Ok::<_, RegisterError>(new)
                })
                .unwrap();
            println!("given {}", new.number);
        },
        "draft for ever" => {
            for nth in 0u64.. {
                let body = serde_json::json!({ "n": nth });
                office.draft_put("complaint/new", &body, at(NOW)).unwrap();
                println!("given {nth}");
            }
        }
        other => panic!("{other}"),
    }
}

fn word(error: &Option<RegisterError>) -> String {
    match error {
        Some(RegisterError::DiskFull) => "disk full".into(),
        Some(other) => format!("{other:?}"),
        None => "nothing".into(),
    }
}

/// Reads what the child gave until it ends or `most` were given, then kills it.
fn given(mut child: Child, most: usize) -> Vec<String> {
    let mut given = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        let line = line.unwrap();
        if let Some((_, number)) = line.split_once("given ") {
            given.push(number.to_owned());
        }
        if given.len() == most {
            break;
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    given
}

#[test]
fn a_killed_program_leaves_no_gap_and_no_double() {
    let office = Office::new();
    let folder = office.shut();
    let mut told = Vec::new();
    for round in 0..8 {
        let role = child("add for ever", folder.path()).spawn().unwrap();
        told.extend(given(role, 3 + round * 2));
    }
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let mut kept: Vec<String> = office
        .complaints_page(
            &RegisterQuery {
                sort: SortColumn::Number,
                descending: false,
                ..RegisterQuery::default()
            },
            0,
            10_000,
            "2026-11-22".parse().unwrap(),
        )
        .unwrap()
        .rows
        .into_iter()
        .map(|row| row.number)
        .collect();
    let counted: Vec<String> = (1..=kept.len())
        .map(|n| format!("ВХ-2026/{n:04}"))
        .collect();
    assert_eq!(kept, counted);
    kept.sort();
    assert!(
        told.iter().all(|number| kept.binary_search(number).is_ok()),
        "what was told is kept"
    );
    assert_eq!(office.journal_verify().unwrap().broken, None);
    office.integrity_check().unwrap();
}

#[test]
fn a_killed_program_leaves_no_complaint_without_its_files() {
    let folder = Office::new().shut();
    let mut told = 0;
    for round in 0..12 {
        let role = child("take in for ever", folder.path()).spawn().unwrap();
        told += given(role, 2 + round % 5).len();
    }
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let kept = office.complaints_total().unwrap();
    assert!(usize::try_from(kept).unwrap() >= told);
    for n in 1..=kept {
        let id = office
            .complaint_by_number(&format!("ВХ-2026/{n:04}"))
            .unwrap()
            .unwrap();
        assert_eq!(
            office.case(id).unwrap().contents.documents.len(),
            3,
            "number {n}"
        );
    }
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
fn after_a_clean_end_the_register_lies_whole_in_its_file() {
    let office = Office::new();
    for _ in 0..3 {
        office.complaint_add(&by(NOW), &kettle()).unwrap();
    }
    let file = office.dir().join("office.sqlite");
    let folder = office.shut();
    let beside = folder.path().join("office.sqlite-wal");
    assert!(!beside.exists(), "a log beside the file");
    let conn = rusqlite::Connection::open(file).unwrap();
    let rows: i64 = conn
        .query_row("SELECT count(*) FROM complaint", [], |row| row.get(0))
        .unwrap();
    assert_eq!(rows, 3);
}

#[test]
fn a_killed_program_leaves_no_half_issued_letter() {
    let office = Office::new();
    let id = office.complaint_add(&by(NOW), &kettle()).unwrap().id;
    let folder = office.shut();
    let mut told = Vec::new();
    for round in 0..6 {
        let role = child("issue for ever", folder.path()).spawn().unwrap();
        told.extend(given(role, 2 + round));
    }
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let mut issued: Vec<String> = office
        .case(id)
        .unwrap()
        .contents
        .letters
        .into_iter()
        .filter_map(|l| Some(l.issued?.number))
        .collect();
    issued.sort();
    let counted: Vec<String> = (1..=issued.len())
        .map(|n| format!("ИСХ-2026/{n:04}"))
        .collect();
    assert_eq!(issued, counted);
    assert!(told.iter().all(|number| issued.contains(number)));
    let check = office
        .documents_verify(&|_| ControlFlow::Continue(()))
        .unwrap();
    assert_eq!(
        (
            check.checked as usize,
            check.missing.len(),
            check.altered.len()
        ),
        (issued.len(), 0, 0)
    );
}

#[test]
fn a_draft_outlives_the_program() {
    let folder = Office::new().shut();
    let told = given(child("draft for ever", folder.path()).spawn().unwrap(), 40);
    let office = Register::open(folder.path(), at(NOW)).unwrap();
    let kept = office.draft_get("complaint/new").unwrap().unwrap().body["n"]
        .as_u64()
        .unwrap();
    assert!(kept >= told.last().unwrap().parse().unwrap());
}

#[test]
fn two_programs_write_one_after_the_other() {
    let office = Office::new();
    let children: Vec<Child> = (0..2)
        .map(|_| child("add fifty", office.path()).spawn().unwrap())
        .collect();
    let mine: Vec<String> = (0..50)
        .map(|_| office.complaint_add(&by(NOW), &kettle()).unwrap().number)
        .collect();
    let mut all = mine;
    for child in children {
        all.extend(given(child, 50));
    }
    all.sort();
    let counted: Vec<String> = (1..=150).map(|n| format!("ВХ-2026/{n:04}")).collect();
    assert_eq!(all, counted);
    let page = office.complaints_page(
        &RegisterQuery::default(),
        0,
        1,
        "2026-11-22".parse().unwrap(),
    );
    assert_eq!(page.unwrap().total, 150);
    assert_eq!(office.journal_verify().unwrap().broken, None);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let dir = folder.path().join("small");
    std::fs::create_dir(&dir).unwrap();
    // The child gets a small disk of its own, in a mount namespace of its own.
    let script = "mount -t tmpfs -o size=12m none \"$OTVET_DIR\" && exec \"$0\" \"$@\"";
    let inner = child("small disk", &dir);
    let mut command = Command::new("unshare");
    command
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", script])
        .arg(inner.get_program())
        .args([
            "--exact",
            "two_programs::the_small_disk",
            "--nocapture",
            "--test-threads=1",
        ])
        .env("OTVET_CHILD", "small disk")
        .env("OTVET_DIR", &dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    let Ok(running) = command.spawn() else {
        prerequisites::skip("unshare is not installed");
        return;
    };
    let said = given(running, 4);
    if said.is_empty() {
        prerequisites::skip("this user may mount no disk of its own");
        return;
    }
    assert_eq!(said, ["disk full", "disk full", "whole", "added"]);
}

/// The child on the small disk: fills it, frees it, and looks what is there.
#[test]
fn the_small_disk() {
    if std::env::var("OTVET_CHILD").as_deref() != Ok("small disk") {
        return;
    }
    let dir = PathBuf::from(std::env::var("OTVET_DIR").unwrap());
    let office = Register::create(&dir, &by(NOW), &profile()).unwrap();
    let full = office.document_store(std::io::Read::take(std::io::repeat(1), 64 << 20), &|_| {
        ControlFlow::Continue(())
    });
    println!("given {}", word(&full.err()));
    let ballast = dir.join("ballast");
    std::fs::write(&ballast, vec![0; 2 << 20]).unwrap();
    let mut kept = 0;
    let mut found = None;
    for _ in 0..2000 {
        let mut new = kettle();
        new.fields.text = "Слова. ".repeat(5000);
        match office.complaint_add(&by(NOW), &new) {
            Ok(_) => kept += 1,
            Err(error) => {
                found = Some(error);
                break;
            }
        }
    }
    println!("given {}", word(&found));
    std::fs::remove_file(ballast).unwrap();
    drop(office);
    let office = Register::open(&dir, at(NOW)).unwrap();
    office.integrity_check().unwrap();
    let today = "2026-11-22".parse().unwrap();
    let total = office
        .complaints_page(&RegisterQuery::default(), 0, 1, today)
        .unwrap()
        .total;
    let whole = total == kept && office.journal_verify().unwrap().broken.is_none();
    println!("given {}", if whole { "whole" } else { "broken" });
    let number = office.complaint_add(&by(NOW), &kettle()).unwrap().number;
    let next = number == format!("ВХ-2026/{:04}", kept + 1);
    println!("given {}", if next { "added" } else { "a gap" });
}

#[test]
fn a_damaged_or_foreign_or_newer_file_is_refused_in_words() {
    let open = |dir: &Path| Register::open(dir, at(NOW)).err();
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(
        open(folder.path()),
        Some(RegisterError::NotAnOffice)
    ));
    let database = folder.path().join("office.sqlite");
    std::fs::write(
        &database,
        "this is no database, and long enough to be looked at".repeat(40),
    )
    .unwrap();
    assert!(matches!(
        open(folder.path()),
        Some(RegisterError::Corrupt(_))
    ));
    std::fs::remove_file(&database).unwrap();
    rusqlite::Connection::open(&database)
        .unwrap()
        .execute_batch("CREATE TABLE t (x)")
        .unwrap();
    assert!(matches!(
        open(folder.path()),
        Some(RegisterError::NotAnOffice)
    ));

    let office = Office::new();
    let again = Register::create(office.path(), &by(NOW), &profile()).err();
    assert!(matches!(again, Some(RegisterError::AlreadyExists)));
    let folder = office.shut();
    let database = folder.path().join("office.sqlite");
    let raw = rusqlite::Connection::open(&database).unwrap();
    let present: i64 = raw
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    raw.pragma_update(None, "user_version", 900).unwrap();
    assert!(matches!(
        open(folder.path()),
        Some(RegisterError::TooNew { found: 900, .. })
    ));
    raw.pragma_update(None, "user_version", present).unwrap();
    raw.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)")
        .unwrap();
    drop(raw);
    assert!(open(folder.path()).is_none());
    let mut bytes = std::fs::read(&database).unwrap();
    let middle = bytes.len() / 2;
    let end = bytes.len();
    bytes[4096..middle].fill(0x55);
    bytes.truncate(end - 4096);
    std::fs::write(&database, bytes).unwrap();
    assert!(matches!(
        open(folder.path()),
        Some(RegisterError::Corrupt(_))
    ));
}

#[test]
fn a_wrong_number_pattern_is_refused_before_anything_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut profile = profile();
    profile.numbering.outgoing = "ИСХ".into();
    let refused = Register::create(&folder.path().join("new"), &by(NOW), &profile).err();
    assert!(matches!(refused, Some(RegisterError::Pattern(_))));
    assert!(!folder.path().join("new").exists());
}
