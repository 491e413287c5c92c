//! Every command of the window on a disk with less and less room. `OTVET_LEVELS` says at how many levels of free space,
//! `OTVET_FULL_DISK` names commands, by their beginnings.
#![cfg(target_os = "linux")]

use super::afterwards::{Told, fault, read, saved};
use super::{chosen, number};
use crate::counted::asking::Asking;
use crate::counted::prepared::Prepared;
use crate::counted::user::User;
use acceptance::disk::{Disk, on_own_disk};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::process::Command;

/// What is tried whenever tests are.
const USUAL: &str = "undo,complaint_add,letter_save_pdf,letter_issue,proof_save,bundle_save,person_erase,backup_create,\
    copy_restore,plain_copy_remove,password_set,keyring_on,recovery_key_set";
/// Kibibytes of a page of such a disk, of which nothing smaller is taken.
const PAGE: u64 = 4;
/// Kibibytes, enough for all that is done on it.
const ROOMY: u64 = 512 << 10;

/// A disk that is made smaller while it is in use.
struct Shrinking<'a>(&'a Disk);

impl Shrinking<'_> {
    fn roomy(&self) {
        self.0.resize(ROOMY);
    }

    /// Leaves so many kibibytes of room.
    fn leave(&self, kibibytes: u64) {
        let mut stat = Command::new("stat");
        let told = stat
            .args(["-f", "-c", "%b %f %S"])
            .arg(self.0.path())
            .output()
            .expect("stat");
        let told = String::from_utf8(told.stdout).expect("words");
        let numbers: Vec<u64> = told
            .split_whitespace()
            .filter_map(|n| n.parse().ok())
            .collect();
        let [blocks, free, bytes] = numbers[..] else {
            panic!("{told}")
        };
        self.0.resize((blocks - free) * bytes / 1024 + kibibytes);
    }
}

/// What came of a command at one level.
struct Came {
    told: Told,
    code: String,
    wrong: Option<String>,
}

fn at_level(
    prepared: &Prepared,
    disk: &Shrinking,
    asking: &Asking,
    left: u64,
    whole: &mut Option<BTreeMap<String, Vec<u8>>>,
) -> Came {
    disk.roomy();
    let user = User::at(prepared);
    let input = (asking.input)(&user);
    let before = user.journal();
    let beside = saved(user.desktop());
    disk.leave(left);
    let answer = user.try_ask(asking.command, &input);
    let reading = read(&user);
    disk.roomy();
    let (told, code) = match &answer {
        Ok(_) => (Told::Done, String::new()),
        Err(refusal) => (Told::Refused, refusal.code.clone()),
    };
    let after = saved(user.desktop());
    let mut wrong = reading.err();
    match told {
        Told::Done => match whole {
            Some(whole) if differ(whole, &after) => {
                wrong = wrong.or(Some("what was saved is another".to_owned()));
            }
            _ => *whole = Some(after),
        },
        Told::Refused | Told::Nothing => {
            let more = after.keys().filter(|name| !beside.contains_key(*name));
            // The folder of copies, and the documents in it, serve the next copy.
            let serves = |name: &str| name.ends_with("копии/") || name.contains("копии/documents/");
            let more: Vec<&String> = more.filter(|name| !serves(name)).collect();
            if !more.is_empty() {
                wrong = wrong.or(Some(format!("refused, and left {more:?}")));
            }
        }
    }
    // The program is left before it is started again.
    let _ = user.try_ask("office_close", &serde_json::Value::Null);
    let again = user.started_again();
    drop(user);
    let wrong = wrong.or_else(|| fault(&again, asking, before.as_ref(), told));
    Came { told, code, wrong }
}

/// Whether other files are there, or one that ends before its end.
fn differ(one: &BTreeMap<String, Vec<u8>>, other: &BTreeMap<String, Vec<u8>>) -> bool {
    let cut = |(name, bytes): (&String, &Vec<u8>)| {
        let end = bytes.len().saturating_sub(8);
        name.ends_with(".pdf") && !bytes[end..].windows(5).any(|at| at == b"%%EOF")
            || (bytes.is_empty() && !name.ends_with('/') && !name.ends_with("lock"))
    };
    !one.keys().eq(other.keys()) || other.iter().any(cut)
}

/// Asks one command at levels from none to as much room as it needs.
fn at_levels(prepared: &Prepared, disk: &Shrinking, asking: &Asking, levels: u64, log: &mut Log) {
    let mut whole = None;
    let mut enough = 0;
    let faster = if levels > 10 { 2 } else { 4 };
    let mut run = |left: u64, whole: &mut Option<BTreeMap<String, Vec<u8>>>| {
        let came = at_level(prepared, disk, asking, left, whole);
        log.came(asking, left, &came);
        came.told == Told::Done
    };
    while !run(enough, &mut whole) {
        enough = (enough * faster).max(PAGE);
        assert!(enough < ROOMY / 2, "{} is never done", asking.command);
    }
    let pages = enough / PAGE;
    let steps = levels.min(pages);
    for step in 1..steps {
        run(pages * step / steps * PAGE, &mut whole);
    }
}

#[derive(Default)]
struct Log {
    runs: u64,
    refused: u64,
    wrong: String,
    codes: BTreeMap<String, u64>,
    told: Option<std::fs::File>,
}

impl Log {
    fn came(&mut self, asking: &Asking, left: u64, came: &Came) {
        self.runs += 1;
        self.refused += u64::from(came.told == Told::Refused);
        if came.told == Told::Refused {
            *self.codes.entry(came.code.clone()).or_default() += 1;
        }
        let Asking { command, of, .. } = asking;
        if let Some(file) = &mut self.told {
            let line = format!(
                "{command} ({of}) {left} KiB: {:?} {} {}",
                came.told,
                came.code,
                came.wrong.as_deref().unwrap_or("")
            );
            writeln!(file, "{line}").expect("written down");
        }
        if let Some(wrong) = &came.wrong {
            let _ = writeln!(self.wrong, "{command} ({of}) with {left} KiB: {wrong}");
        } else if came.told == Told::Refused
            && !["disk_full", "not_saved"].contains(&came.code.as_str())
        {
            let _ = writeln!(
                self.wrong,
                "{command} ({of}) with {left} KiB: says {}",
                came.code
            );
        }
    }
}

/// Asks every second command, from the one at this place on: each half has a disk and a thread of its own.
fn half(test: &str, from: usize) {
    let test = format!("harmed::full_disk::{test}");
    on_own_disk(&test, ROOMY, &["TMPDIR"], |disk| {
        let disk = Shrinking(disk);
        let prepared = Prepared::shared();
        let mut log = Log {
            told: std::env::var("OTVET_FULL_DISK_LOG").ok().map(|path| {
                let path = format!("{path}.{from}");
                std::fs::File::create(path).expect("a log")
            }),
            ..Log::default()
        };
        let askings = chosen("OTVET_FULL_DISK", USUAL).into_iter();
        for (_, asking) in askings.skip(from).step_by(2) {
            at_levels(prepared, &disk, asking, number("OTVET_LEVELS", 3), &mut log);
        }
        disk.roomy();
        let Log {
            runs,
            refused,
            wrong,
            codes,
            ..
        } = log;
        assert!(
            wrong.is_empty(),
            "{runs} runs, {refused} refused {codes:?}:\n{wrong}"
        );
        assert!(
            refused > 25 || std::env::var("OTVET_FULL_DISK").is_ok(),
            "{refused} of {runs}"
        );
    });
}

#[test]
fn every_command_is_done_or_not_done_however_full_the_disk_is() {
    half(
        "every_command_is_done_or_not_done_however_full_the_disk_is",
        0,
    );
}

#[test]
fn every_other_command_is_done_or_not_done_however_full_the_disk_is() {
    half(
        "every_other_command_is_done_or_not_done_however_full_the_disk_is",
        1,
    );
}
