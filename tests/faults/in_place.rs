//! Putting a copy in place of the records, and a program that is killed meanwhile.
#![cfg(target_os = "linux")]

use crate::full_shelf::{kettle, with_documents};
use crate::ground::{by, open, refused};
use office::Office;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Names the folder to the process that is killed.
const FOLDER: &str = "OTVET_TEST_IN_PLACE";

fn go(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn add(office: &Office) -> String {
    let added = office::complaint_add(office, &by(), kettle());
    added.expect("taken in").number
}

/// What a person has before them: records that went on after their copy was
/// made, and the last number they gave.
struct Before {
    root: tempfile::TempDir,
    copy: PathBuf,
    last: String,
}

fn begin() -> Before {
    let root = tempfile::tempdir().expect("a folder");
    let office = with_documents(&root.path().join("template"));
    let shelf = root.path().join("shelf");
    let made = office::backup_create(&office, &by(), &shelf, &go).expect("a copy");
    add(&office);
    let last = add(&office);
    Before {
        copy: made.folder.into(),
        root,
        last,
    }
}

impl Before {
    /// The records once more, in a folder of their own.
    fn records(&self, name: &str) -> PathBuf {
        let home = self.root.path().join(name);
        fs::create_dir(&home).expect("a folder");
        let copied = Command::new("cp")
            .arg("-r")
            .arg(self.root.path().join("template"))
            .arg(home.join("office"))
            .status();
        assert!(copied.expect("cp").success());
        home.join("office")
    }
}

fn put(copy: &Path, folder: &Path) {
    let (came, beside) = office::backup_restore_beside(copy, folder, &go).expect("restored");
    assert_eq!((came.documents, came.lost.len()), (3, 0));
    office::backup_put_in_place(&beside, folder, by().now).expect("in place");
}

/// This program again under `strace`, which does something at a call of the
/// system; it puts a copy in place of records.
fn traced(test: &str, what: &[&str], before: &Before, folder: &Path) -> Command {
    let mut process = Command::new("strace");
    process
        .args(["-f", "-qq", "-o", "/dev/null"])
        .args(what)
        .arg(std::env::current_exe().expect("this program"))
        .args(["--exact", &format!("in_place::{test}")])
        .env(FOLDER, folder)
        .env("OTVET_TEST_COPY", &before.copy)
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    process
}

/// Whether this is the process under `strace`, which does what it is for.
fn is_traced() -> bool {
    let (Ok(folder), Ok(copy)) = (std::env::var(FOLDER), std::env::var("OTVET_TEST_COPY")) else {
        return false;
    };
    put(Path::new(&copy), Path::new(&folder));
    true
}

fn can_trace() -> bool {
    let tried = Command::new("strace")
        .args(["-qq", "-o", "/dev/null", "true"])
        .status();
    let can = tried.is_ok_and(|status| status.success());
    if !can {
        prerequisites::skip("strace is not there, or may not look into other programs");
    }
    can
}

#[test]
fn a_kill_at_any_step_leaves_the_old_records_or_the_new_ones_and_every_number_given_once() {
    if is_traced() || !can_trace() {
        return;
    }
    let test =
        "a_kill_at_any_step_leaves_the_old_records_or_the_new_ones_and_every_number_given_once";
    let before = begin();
    let (mut old, mut new, mut whole) = (0, 0, 0);
    for calls in ["/^rename", "/^unlink", "/sync"] {
        for nth in 1.. {
            let when = format!("{} {nth}", &calls[1..]);
            let folder = before.records(&when.replace('^', ""));
            let kill = format!("inject={calls}:signal=KILL:when={nth}");
            let ran = traced(test, &["-e", &kill], &before, &folder).status();
            let ran = ran.expect("strace");
            office::backup_in_place_finish(&folder).expect("finished");
            let office = office::backup_in_place_open(&folder, &by());
            let office = office.unwrap_or_else(|error| panic!("{when}: {error}"));
            let info = office::office_info(&office, &by()).expect("told");
            assert_eq!(info.safety.lost_rows, None, "{when}");
            match info.complaints {
                1 => new += 1,
                3 => old += 1,
                other => panic!("{when}: {other} complaints"),
            }
            let next = add(&office);
            assert!(next > before.last, "{when}: {next}");
            drop(office);
            // Once more from the beginning, whatever is left of the first time.
            put(&before.copy, &folder);
            let office = office::backup_in_place_open(&folder, &by()).expect("opened");
            assert!(add(&office) > next, "{when}");
            let home = folder.parent().expect("a folder");
            let left = fs::read_dir(home).expect("a folder").flatten();
            let left = left.filter(|one| one.file_name().to_string_lossy().contains(".restored-"));
            assert_eq!(left.count(), 0, "{when}");
            drop(office);
            fs::remove_dir_all(home).expect("removed");
            if ran.success() {
                whole += 1;
                break;
            }
        }
    }
    eprintln!("{old} kills left the old records, {new} the new ones");
    assert!(old > 10 && new > 5 && whole == 3, "{old} {new} {whole}");
}

/// As [`begin`], of records that erased their first case since.
fn begin_erased() -> Before {
    let before = begin();
    let office = open(&before.root.path().join("template")).expect("opened");
    let query = complaint::RegisterQuery::default();
    let rows = office::complaints_after(&office, &by(), &query, None, 10).expect("the list");
    let first = rows.iter().min_by_key(|row| row.number.clone());
    let trash = office::ComplaintTrash {
        complaint: first.expect("a case").id,
        reason: "внесено по ошибке".into(),
    };
    office::complaint_trash(&office, &by(), trash).expect("in the trash");
    let seen = office::trash_contents(&office, &by()).expect("contents");
    office::trash_empty(&office, &by(), seen).expect("emptied");
    before
}

#[test]
fn a_kill_while_it_is_written_down_what_was_erased_since_forgets_none_of_it() {
    if is_traced() || !can_trace() {
        return;
    }
    let test = "a_kill_while_it_is_written_down_what_was_erased_since_forgets_none_of_it";
    let before = begin_erased();
    let (mut old, mut new, mut whole) = (0, 0, 0);
    for calls in ["pwrite64", "/sync", "/^unlink", "ftruncate"] {
        for nth in (1..).step_by(2) {
            let when = format!("{} {nth}", calls.trim_start_matches('/'));
            let folder = before.records(&when.replace('^', ""));
            let kill = format!("inject={calls}:signal=KILL:when={nth}");
            let ran = traced(test, &["-e", &kill], &before, &folder).status();
            let ran = ran.expect("strace");
            office::backup_in_place_finish(&folder).expect("finished");
            let office = office::backup_in_place_open(&folder, &by());
            let office = office.unwrap_or_else(|error| panic!("{when}: {error}"));
            let info = office::office_info(&office, &by()).expect("told");
            let undone = office::erasures_undone(&office, &by()).expect("told");
            match (info.complaints, undone.len()) {
                (1, 1) => new += 1,
                (2, 0) => old += 1,
                other => panic!("{when}: complaints and erasures that came back are {other:?}"),
            }
            let check = office::journal_verify(&office, &by()).expect("checked");
            assert!(check.is_whole(), "{when}: {check:?}");
            drop(office);
            // Once more from the beginning, whatever is left of the first time.
            put(&before.copy, &folder);
            let office = office::backup_in_place_open(&folder, &by()).expect("opened");
            let undone = office::erasures_undone(&office, &by()).expect("told");
            assert_eq!(undone.len(), 1, "{when}");
            drop(office);
            fs::remove_dir_all(folder.parent().expect("a folder")).expect("removed");
            if ran.success() {
                whole += 1;
                break;
            }
        }
    }
    eprintln!("{old} kills left the old records, {new} the new ones");
    assert!(old > 10 && new > 1 && whole == 4, "{old} {new} {whole}");
}

#[test]
fn nobody_opens_the_records_while_they_are_renamed() {
    if is_traced() || !can_trace() {
        return;
    }
    let test = "nobody_opens_the_records_while_they_are_renamed";
    let before = begin();
    let folder = before.records("held");
    // Both renamings take a second and a half.
    let slow = "inject=/^rename:delay_enter=1500000";
    let only = folder.to_str().expect("a path");
    let mut process = traced(test, &["-P", only, "-e", slow], &before, &folder);
    let mut process = process.spawn().expect("strace");
    let begun = Instant::now();
    let stamp = before.copy.file_name().expect("a name").to_string_lossy();
    let beside = folder.with_file_name(format!("office.restored-{stamp}"));
    while !beside.join("in_place.json").exists() {
        assert!(begun.elapsed() < Duration::from_secs(60), "it never began");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(refused(open(&folder)).0, "locked");
    assert!(process.wait().expect("a process").success());
    let office = office::backup_in_place_open(&folder, &by()).expect("opened");
    let info = office::office_info(&office, &by()).expect("told");
    assert_eq!(info.complaints, 1);
}
