//! Every command of the window, killed in its midst: `OTVET_KILLS` says how often each, `OTVET_KILLED` names commands by
//! their beginnings.
#![cfg(unix)]

use super::afterwards::{Told, fault};
use super::{chosen, number};
use crate::counted::TABLE;
use crate::counted::asking::Asking;
use crate::counted::prepared::Prepared;
use crate::counted::user::{Journal, User};
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// What is tried whenever tests are.
const USUAL: &str = "undo,complaint_add,mail_take,letter_issue,person_erase,backup_create,copy_restore,\
    erasures_repeat,plain_copy_remove,password_,keyring_on,recovery_key_set,office_create";
/// Names what is asked to the process that is killed: its place among the askings.
const ASKED: &str = "OTVET_TEST_ASKED";
/// Where what was prepared lies.
const PREPARED: &str = "OTVET_TEST_PREPARED";

/// What the process that is killed does; for who runs all tests, nothing.
#[test]
fn asks_what_it_is_told() {
    let (Ok(asked), Ok(prepared)) = (std::env::var(ASKED), std::env::var(PREPARED)) else {
        return;
    };
    let at: usize = asked.parse().expect("a number");
    let asking = TABLE.iter().copied().flatten().nth(at).expect("an asking");
    let prepared = Prepared::handed_on(Path::new(&prepared));
    let user = User::at(&prepared);
    let input = (asking.input)(&user);
    let journal = user.journal();
    let (folder, rows) =
        journal.map_or((String::new(), 0), |journal| (journal.folder, journal.rows));
    // What a test prints is kept back until it ends; this goes at once.
    let mut out = std::io::stdout();
    let ready = format!("\n@ready\n{}\n{folder}\n{rows}\n", user.desktop().display());
    out.write_all(ready.as_bytes()).expect("told");
    out.flush().expect("told");
    let told = user.try_ask(asking.command, &input);
    let done = if told.is_ok() {
        "@done\n"
    } else {
        "@refused\n"
    };
    out.write_all(done.as_bytes()).expect("told");
    out.flush().expect("told");
    // It is killed all the same.
    std::thread::sleep(Duration::from_secs(600));
}

struct Ended {
    told: Told,
    lasted: Duration,
    wrong: Option<String>,
}

/// Asks in a process of its own and kills it after a time; without one as soon as it has answered.
fn killed(
    prepared: &Prepared,
    written: &Path,
    at: usize,
    asking: &Asking,
    after: Option<Duration>,
) -> Ended {
    let home = tempfile::tempdir().expect("a folder");
    let mut child = Command::new(std::env::current_exe().expect("this program"))
        .args([
            "--exact",
            "harmed::killed::asks_what_it_is_told",
            "--nocapture",
        ])
        .env(ASKED, at.to_string())
        .env(PREPARED, written)
        .env("TMPDIR", home.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe"))
        .lines()
        .map_while(Result::ok);
    let begun = lines.by_ref().any(|line| line == "@ready");
    assert!(begun, "{} ({}) was not asked", asking.command, asking.of);
    let mut line = || lines.next().expect("a line");
    let (desktop, folder, rows) = (line(), line(), line());
    let before = Journal {
        folder,
        rows: rows.parse().expect("a number"),
        op: String::new(),
        complaint: serde_json::Value::Null,
    };
    let began = Instant::now();
    let mut answer = None;
    match after {
        Some(after) => std::thread::sleep(after),
        None => answer = lines.next(),
    }
    let lasted = began.elapsed();
    child.kill().expect("killed");
    child.wait().expect("gone");
    let answer = answer.or_else(|| lines.next());
    let told = match answer.as_deref() {
        Some("@done") => Told::Done,
        Some("@refused") => Told::Refused,
        _ => Told::Nothing,
    };
    let user = User::in_folder(Path::new(&desktop), prepared);
    let wrong = fault(
        &user,
        asking,
        Some(&before).filter(|before| before.rows > 0),
        told,
    );
    Ended {
        told,
        lasted,
        wrong,
    }
}

/// What came of all kills.
#[derive(Default)]
struct Log {
    kills: u64,
    /// Of programs that had not answered yet.
    amidst: u64,
    wrong: Vec<String>,
    told: Option<std::fs::File>,
}

impl Log {
    fn came(&mut self, asking: &Asking, after: Option<Duration>, lasts: Duration, ended: &Ended) {
        self.kills += 1;
        self.amidst += u64::from(ended.told == Told::Nothing);
        let line = format!(
            "{} ({}) after {after:?} of {lasts:?}: {:?} {}",
            asking.command,
            asking.of,
            ended.told,
            ended.wrong.as_deref().unwrap_or("")
        );
        if let Some(told) = &mut self.told {
            writeln!(told, "{line}").expect("written down");
        }
        if ended.wrong.is_some() {
            self.wrong.push(line);
        }
    }
}

/// So many commands are asked at a time: each has a process and a machine of its own.
const AT_A_TIME: usize = 2;

#[test]
fn every_command_is_done_or_not_done_whenever_the_program_is_killed() {
    let prepared = Prepared::shared();
    let written = tempfile::NamedTempFile::new().expect("a file");
    prepared.hand_on(written.path());
    let often = number("OTVET_KILLS", 1);
    let log = Mutex::new(Log {
        told: std::env::var("OTVET_KILLED_LOG")
            .ok()
            .map(|path| std::fs::File::create(path).expect("a log")),
        ..Log::default()
    });
    let askings = Mutex::new(chosen("OTVET_KILLED", USUAL).into_iter());
    let next = || askings.lock().expect("askings").next();
    std::thread::scope(|scope| {
        for _ in 0..AT_A_TIME {
            // Nothing of the machine on which it was prepared may be handed from thread to thread.
            scope.spawn(|| {
                let prepared = Prepared::handed_on(written.path());
                while let Some((at, asking)) = next() {
                    let kill = |after| killed(&prepared, written.path(), at, asking, after);
                    let whole = kill(None);
                    let lasts = whole.lasted;
                    let came = |after, ended: &Ended| {
                        let mut log = log.lock().expect("a log");
                        log.came(asking, after, lasts, ended);
                    };
                    came(None, &whole);
                    for n in 0..often {
                        let after = lasts * u32::try_from(2 * n + 1).expect("a number")
                            / u32::try_from(2 * often).expect("a number");
                        came(Some(after), &kill(Some(after)));
                    }
                }
            });
        }
    });
    let Log {
        kills,
        amidst,
        wrong,
        ..
    } = log.into_inner().expect("a log");
    assert!(
        wrong.is_empty(),
        "{kills} kills, {amidst} amidst:\n{}",
        wrong.join("\n")
    );
    assert!(
        amidst * 4 > kills || often == 0,
        "{amidst} of {kills} kills met it at work"
    );
}
