//! Copies in plain text that are erased once the records have a password: a program that is killed meanwhile, and a
//! shelf without a byte of room.
#![cfg(target_os = "linux")]

use crate::full_shelf::{Medium, with_documents};
use crate::ground::{by, open};
use office::{Admission, Office, WayIn};
use register::Locking;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PASSWORD: &str = "пароль";
/// Name the records and the copy to the process that is killed.
const RECORDS: &str = "OTVET_TEST_PLAIN_RECORDS";
const COPY: &str = "OTVET_TEST_PLAIN_COPY";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn admit(folder: &Path) -> Admission {
    let way_in = WayIn::password(PASSWORD).expect("a password");
    Office::admit(folder, &way_in).expect("admitted")
}

/// Records with a password, and on their shelf a copy with one above a copy without.
struct Before {
    root: tempfile::TempDir,
    plain: PathBuf,
    /// Holds the keys of all offices that are copied from here.
    _admitted: Admission,
}

fn begin(shelf: &Path) -> Before {
    let root = tempfile::tempdir().expect("a folder");
    let folder = root.path().join("office");
    let office = with_documents(&folder);
    let plain = office::backup_create(&office, &by(), shelf, &go).expect("a copy");
    drop(office);
    office::lock(&folder, &Locking::weak(PASSWORD).expect("keys"), &go).expect("locked");
    let admitted = admit(&folder);
    let office = open(&folder).expect("opened");
    office::backup_create(&office, &by(), shelf, &go).expect("a copy");
    Before {
        root,
        plain: plain.folder.into(),
        _admitted: admitted,
    }
}

/// Files on a shelf in which a stretch of a document can be read.
fn telling(shelf: &Path) -> usize {
    let mut found = 0;
    for entry in fs::read_dir(shelf).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found += telling(&path);
        } else {
            let bytes = fs::read(&path).expect("a file");
            // Each document is one byte over and over; the database holds the words of the case.
            let run = bytes
                .windows(64)
                .any(|at| at[0] != 0 && at.iter().all(|byte| *byte == at[0]));
            let words = bytes.windows(18).any(|at| at == "Протекает".as_bytes());
            found += usize::from(run || words);
        }
    }
    found
}

fn copied(from: &Path, to: &Path) {
    let done = Command::new("cp").arg("-r").arg(from).arg(to).status();
    assert!(done.expect("cp").success());
}

#[test]
fn a_copy_without_a_password_goes_whole_though_the_program_is_killed_over_it() {
    if let (Ok(records), Ok(copy)) = (std::env::var(RECORDS), std::env::var(COPY)) {
        let _admitted = admit(Path::new(&records));
        let office = open(Path::new(&records)).expect("opened");
        office::plain_copy_remove(&office, Path::new(&copy)).expect("removed");
        return;
    }
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .status();
    if !tried.is_ok_and(|status| status.success()) {
        prerequisites::skip("strace is not there, or may not look into other programs");
        return;
    }
    let shelves = tempfile::tempdir().expect("a folder");
    let shelf = shelves.path().join("shelf");
    let before = begin(&shelf);
    assert!(telling(&shelf) > 3);
    let (mut kills, mut again, mut whole) = (0, 0, 0);
    for calls in ["/^unlink", "/sync", "/^openat$", "/^rename"] {
        // Most files are opened before anything is done.
        let step = if calls.contains("open") { 14 } else { 2 };
        for nth in (1..).step_by(step) {
            let when = format!("{calls} {nth}");
            let home = tempfile::tempdir().expect("a folder");
            copied(before.root.path(), &home.path().join("home"));
            copied(&shelf, &home.path().join("shelf"));
            let records = home.path().join("home/office");
            let there = home.path().join("shelf");
            let plain = there.join(before.plain.file_name().expect("a name"));
            let kill = format!("inject={calls}:signal=KILL:when={nth}");
            let ran = Command::new("strace")
                .args(["-f", "-qq", "-o", "/dev/null", "-e", &kill])
                .arg(std::env::current_exe().expect("this program"))
                .args(["--exact", "plain_copies::a_copy_without_a_password_goes_whole_though_the_program_is_killed_over_it"])
                .env(RECORDS, &records)
                .env(COPY, &plain)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .status()
                .expect("strace");
            let office = open(&records).unwrap_or_else(|error| panic!("{when}: {error}"));
            let listed = office::copies_in(Some(&office), &there).expect("a list");
            // What is listed yet is removed by who sees it; what is not goes with the next copy and its thinning.
            if listed.iter().any(|(dir, _)| *dir == plain) {
                let gone = office::plain_copy_remove(&office, &plain);
                gone.unwrap_or_else(|error| panic!("{when}: {error}"));
                again += 1;
            } else {
                let place = office::CopyPlace::begin(&records, &there).expect("a place");
                let made = office::copy_make(&office, &place, &by(), &go);
                made.unwrap_or_else(|error| panic!("{when}: {error}"));
            }
            assert_eq!(telling(&there), 0, "{when}");
            for (copy, _) in office::copies_in(Some(&office), &there).expect("a list") {
                let tried = office::backup_rehearse(&office, &by(), &copy, &go).expect("tried");
                assert!(tried.good, "{when}: {tried:?}");
            }
            if ran.success() {
                whole += 1;
                break;
            }
            kills += 1;
        }
    }
    eprintln!("{kills} kills, after {again} of which it was there yet");
    assert!(
        kills > 20 && again > 3 && whole == 4,
        "{kills} {again} {whole}"
    );
}

#[test]
fn a_shelf_without_a_byte_of_room_lets_go_of_a_copy_all_the_same() {
    let shelves = tempfile::tempdir().expect("a folder");
    let at = shelves.path().join("medium");
    let Some(medium) = Medium::plugged_in(&at, 8 * 1024) else {
        return;
    };
    let shelf = at.join("copies");
    let before = begin(&shelf);
    let office = open(&before.root.path().join("office")).expect("opened");
    medium.fill();
    office::plain_copy_remove(&office, &before.plain).expect("removed");
    assert_eq!(telling(&shelf), 0);
    assert_eq!(
        office::copies_in(Some(&office), &shelf)
            .expect("a list")
            .len(),
        1
    );
}
