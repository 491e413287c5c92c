//! Founding that a full disk or a kill breaks off, and that is taken up again.
#![cfg(target_os = "linux")]

use crate::ground::{by, found, open, refused};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Names the folder to the process that is broken off.
const FOLDER: &str = "OTVET_TEST_FOUNDING";

/// This test again, in a process that founds an office in a folder.
fn founding(folder: &Path, limit: &str) -> Command {
    let mut process = Command::new("bash");
    // The signal that goes with the limit is ignored, so that writing fails
    // as it does on a full disk.
    process
        .args([
            "-c",
            "trap '' XFSZ; ulimit -f $1; shift; exec \"$0\" \"$@\"",
        ])
        .arg(std::env::current_exe().expect("this program"))
        .arg(limit)
        .args([
            "--exact",
            "broken_off::founding_that_broke_off_is_taken_up_again",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    process
}

/// What a founding that was broken off had come to.
#[derive(Debug, Default)]
struct Left {
    nothing: u32,
    begun: u32,
    whole: u32,
}

/// What a founding left: an office is founded over it or stands there whole, and
/// no copy was made of records that hold nothing.
fn taken_up(folder: &Path, when: &str, left: &mut Left) {
    let begun = folder.join("office.sqlite").exists();
    match found(folder) {
        Ok(_) if begun => left.begun += 1,
        Ok(_) => left.nothing += 1,
        Err(error) => {
            let (code, _) = refused::<()>(Err(error));
            assert_eq!(code, "already_exists", "{when}");
            left.whole += 1;
        }
    }
    let office = open(folder).unwrap_or_else(|error| panic!("{when}: {error}"));
    let info = office::office_info(&office, &by()).expect("the office");
    assert_eq!(info.profile.name, "Север", "{when}");
    let rows = office::journal_verify(&office, &by()).expect("the journal");
    assert!(rows.is_whole(), "{when}: {rows:?}");
    let copies = fs::read_dir(folder.join("backups")).expect("a folder");
    let copies: Vec<_> = copies.flatten().map(|entry| entry.file_name()).collect();
    assert!(copies.is_empty(), "{when}: {copies:?}");
}

#[test]
fn founding_that_broke_off_is_taken_up_again() {
    if let Ok(folder) = std::env::var(FOLDER) {
        drop(found(Path::new(&folder)));
        return;
    }
    let root = tempfile::tempdir().expect("a folder");
    let mut left = Left::default();
    for limit in (0..400).step_by(24).chain((400..2_000).step_by(200)) {
        let folder = root.path().join(format!("room-{limit}"));
        let ran = founding(&folder, &limit.to_string()).status();
        assert!(ran.expect("a process").success());
        taken_up(&folder, &format!("with {limit} KiB"), &mut left);
    }
    let begun = Instant::now();
    let whole = founding(&root.path().join("whole"), "unlimited").status();
    assert!(whole.expect("a process").success());
    let step = begun.elapsed() / 24;
    for wait in 0..30 {
        let folder = root.path().join(format!("killed-{wait}"));
        let mut process = founding(&folder, "unlimited").spawn().expect("a process");
        std::thread::sleep(step * wait);
        process.kill().expect("killed");
        process.wait().expect("gone");
        taken_up(&folder, &format!("killed at {wait} of 24"), &mut left);
    }
    assert!(left.begun > 10 && left.whole > 3, "{left:?}");
}
