//! The stand-in for the person in front of native dialogs: WebDriver can't reach
//! a native dialog, a drop from another window, or the program that opens a
//! document.
//!
//! `OTVET_DIALOG_ANSWERS` names a file of JSON lines that a test appends to:
//! `{"dialog":"open_files","paths":[…]}`, `{"dialog":"choose_folder","path":…}`,
//! `{"dialog":"save_file","path":…}` answer the next dialog of that kind;
//! `{"dialog":"drop","paths":[…]}` drops files on the window at once, and
//! `{"dialog":"close"}` asks the window to close, as the button of its frame does.
//! Beside it, `….asked` tells the test what was asked and what was opened.

use chrono::{DateTime, FixedOffset};
use serde::Deserialize;
use serde_json::{Value, json};
use shell::AppHandle;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

#[derive(Debug, Deserialize)]
struct Answer {
    dialog: String,
    #[serde(default)]
    path: Option<PathBuf>,
    #[serde(default)]
    paths: Vec<PathBuf>,
}

/// A command that is handled and granted to nobody: what a test asks for to
/// see that the window is refused it.
pub const GRANTED_TO_NOBODY: &str = "nobody_granted_this";

/// The time that `OTVET_NOW` names, at which the clock of a test stands.
pub fn fixed_time() -> Option<DateTime<FixedOffset>> {
    DateTime::parse_from_rfc3339(&std::env::var("OTVET_NOW").ok()?).ok()
}

/// Chooses in dialogs in place of a person, as a file says that a test writes.
#[derive(Debug)]
pub struct Person {
    file: PathBuf,
    /// Lines of the file that were used already.
    used: Mutex<Vec<usize>>,
}

/// The stand-in of this run, if there is one.
static PERSON: OnceLock<Person> = OnceLock::new();

impl Person {
    /// The stand-in of this run, if the environment named a file for one.
    pub fn of_this_run() -> Option<&'static Self> {
        PERSON.get()
    }

    /// Sits down in front of the program when the environment says so.
    pub fn sit_down(app: AppHandle) {
        let Some(file) = std::env::var_os("OTVET_DIALOG_ANSWERS") else {
            return;
        };
        let person = PERSON.get_or_init(|| Self {
            file: file.into(),
            used: Mutex::default(),
        });
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_millis(50));
                if let Some(drop) = person.next("drop") {
                    shell::dropped(&app, drop.paths, None);
                }
                if person.next("close").is_some()
                    && let Err(reason) = shell::ask_to_close(&app)
                {
                    log::error!("the window was not asked to close: {reason}");
                }
            }
        });
    }

    /// Answers a dialog for files.
    pub fn open_files(&self, title: &str, many: bool) -> Vec<PathBuf> {
        self.note(&json!({ "asked": "open_files", "title": title, "many": many }));
        self.next("open_files")
            .map(|answer| answer.paths)
            .unwrap_or_default()
    }

    /// Answers a dialog for a folder.
    pub fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.note(&json!({ "asked": "choose_folder", "title": title }));
        self.next("choose_folder")?.path
    }

    /// Answers a dialog for a place to save.
    pub fn save_file(&self, title: &str, name: &str) -> Option<PathBuf> {
        self.note(&json!({ "asked": "save_file", "title": title, "name": name }));
        self.next("save_file")?.path
    }

    /// Takes note of what would now come out of a printer. Answers the dialog for printing, which is confirmed unless
    /// the next answer for it has no path.
    pub fn print(&self, title: &str, pages: usize) -> bool {
        self.note(&json!({ "asked": "print", "title": title, "pages": pages }));
        self.next("print")
            .is_none_or(|answer| answer.path.is_some())
    }

    /// Takes note of a file that would now be open in another program.
    pub fn was_shown(&self, path: &Path) {
        self.note(&json!({ "asked": "opened", "path": path }));
    }

    /// The first answer of this kind that was not used yet; without one the dialog is cancelled.
    fn next(&self, kind: &str) -> Option<Answer> {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        let text = fs::read_to_string(&self.file).unwrap_or_default();
        let (at, answer) = text
            .lines()
            .enumerate()
            .filter(|(at, _)| !used.contains(at))
            .filter_map(|(at, line)| Some((at, serde_json::from_str::<Answer>(line).ok()?)))
            .find(|(_, answer)| answer.dialog == kind)?;
        used.push(at);
        Some(answer)
    }

    fn note(&self, what: &Value) {
        let file = self.file.with_extension("asked");
        let written = OpenOptions::new()
            .create(true)
            .append(true)
            .open(file)
            .and_then(|mut file| file.write_all(format!("{what}\n").as_bytes()));
        if let Err(reason) = written {
            log::error!("the test can't be told: {reason}");
        }
    }
}
