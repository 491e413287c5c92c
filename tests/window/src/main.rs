//! The window of the program with a stand-in for the person before it. Of the shell nothing is different but who
//! answers the dialogs; see [`answers`] for what a test writes.

mod answers;

use answers::{GRANTED_TO_NOBODY, Person, fixed_time};
use chrono::{DateTime, FixedOffset};
use commands::{FileType, Host, KeyringFault, PrintJob, Theme};
use shell::{Desktop, Outside};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;
use zeroize::Zeroizing;

fn main() -> ExitCode {
    shell::run(Outside {
        host: |app| Box::new(StoodIn(Desktop(app))),
        begun: Person::sit_down,
        answers: |command| command == GRANTED_TO_NOBODY,
    })
}

/// The desktop, but for what a test answers.
struct StoodIn(Desktop);

impl Host for StoodIn {
    fn now(&self) -> DateTime<FixedOffset> {
        fixed_time().unwrap_or_else(|| self.0.now())
    }

    fn local(&self, moment: SystemTime) -> DateTime<FixedOffset> {
        self.0.local(moment)
    }

    fn choose_files(&self, title: &str, types: &[FileType<'_>], many: bool) -> Vec<PathBuf> {
        match Person::of_this_run() {
            Some(person) => person.open_files(title, many),
            None => self.0.choose_files(title, types, many),
        }
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        match Person::of_this_run() {
            Some(person) => person.choose_folder(title),
            None => self.0.choose_folder(title),
        }
    }

    fn choose_where_to_save(&self, title: &str, name: &str, kind: FileType<'_>) -> Option<PathBuf> {
        match Person::of_this_run() {
            Some(person) => person.save_file(title, name),
            None => self.0.choose_where_to_save(title, name, kind),
        }
    }

    fn open(&self, copy: &Path) -> Result<(), String> {
        match Person::of_this_run() {
            Some(person) => {
                person.was_shown(copy);
                Ok(())
            }
            None => self.0.open(copy),
        }
    }

    fn keyring_keep(&self, id: &str, secret: &Zeroizing<String>) -> Result<(), KeyringFault> {
        self.0.keyring_keep(id, secret)
    }

    fn keyring_read(&self, id: &str) -> Result<Option<Zeroizing<String>>, KeyringFault> {
        self.0.keyring_read(id)
    }

    fn keyring_remove(&self, id: &str) -> Result<(), KeyringFault> {
        self.0.keyring_remove(id)
    }

    fn print(&self, job: PrintJob) -> Result<bool, String> {
        match Person::of_this_run() {
            Some(person) => Ok(person.print(&job.title, job.pages.len())),
            None => self.0.print(job),
        }
    }

    fn notify(&self, text: &str) {
        self.0.notify(text);
    }

    fn is_watched(&self) -> bool {
        self.0.is_watched()
    }

    fn set_theme(&self, theme: Theme) {
        self.0.set_theme(theme);
    }

    fn show_window(&self) {
        self.0.show_window();
    }
}
