//! The program without its window, on a machine of its own: its folders, the person before it, its clock.

use crate::sample::{SampleOffice, copy_folder};
use chrono::{DateTime, FixedOffset, Local};
use commands::{
    Answer, Copying, Dropped, Failure, FileType, Folders, Host, KeyringFault, PrintJob, Program,
    Progress, Theme,
};
use complaint::{Language, OfficeProfile};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;
use tempfile::TempDir;
use zeroize::Zeroizing;

#[derive(Clone, Copy, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Start {
    /// A program that was never opened before.
    Empty,
    /// A new office of its own, open.
    Office,
    /// The sample office, open.
    Sample,
}

/// What the person at the dialogs answers, and what the clock on their wall shows.
#[derive(Clone, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// The files they choose.
    pub files: Vec<PathBuf>,
    /// The folder they choose.
    pub folder: Option<PathBuf>,
    /// Where they save a file; in a folder it has the name that is offered.
    pub save: Option<PathBuf>,
    /// What their clock shows, where it shows no true time.
    pub now: Option<DateTime<FixedOffset>>,
}

pub struct Machine {
    program: Program,
    around: Around,
    folder: Arc<Place>,
}

/// Where a machine keeps its things.
enum Place {
    /// Goes with the machine.
    Own(TempDir),
    /// That of another process, which is gone.
    Left(PathBuf),
}

impl Place {
    fn path(&self) -> &Path {
        match self {
            Self::Own(folder) => folder.path(),
            Self::Left(folder) => folder,
        }
    }
}

/// What a command finds around it.
#[derive(Default)]
struct Around {
    person: Mutex<Person>,
    opened: Mutex<Vec<PathBuf>>,
    /// Secrets by their id, where there is a keyring. It outlives the program.
    keyring: Arc<Mutex<Option<BTreeMap<String, String>>>>,
    printed: Mutex<Vec<(String, usize)>>,
}

impl Machine {
    pub fn new(start: Start, sample: &SampleOffice) -> Self {
        let machine = Self::bare();
        let (program, around) = (&machine.program, &machine.around);
        match start {
            Start::Empty => {}
            Start::Office => {
                let folder = machine.folders().default_office(Language::Ru);
                let made = program.create_office(around, &folder, &profile());
                made.expect("a new office");
            }
            Start::Sample => {
                sample.copy_to(&machine.sample());
                program.open_sample(around).expect("the sample office");
            }
        }
        machine
    }

    /// A machine with a copy of this office, open.
    pub fn with_copy(office: &Path) -> Self {
        let machine = Self::bare();
        copy_folder(office, &machine.folders().default_office(Language::Ru));
        let opened = machine.ask("office_open", &Value::Object(Map::new()), &|_| {});
        opened.expect("a command").expect("the office opens");
        machine
    }

    fn bare() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            program: Program::new(folders_in(folder.path())),
            around: Around {
                keyring: Arc::new(Mutex::new(Some(BTreeMap::new()))),
                ..Around::default()
            },
            folder: Arc::new(Place::Own(folder)),
        }
    }

    /// The machine that a process left in this folder when it was killed. What its keyring kept went with it.
    pub fn left_in(folder: &Path) -> Self {
        Self {
            program: Program::new(folders_in(folder)),
            around: Around {
                keyring: Arc::new(Mutex::new(Some(BTreeMap::new()))),
                ..Around::default()
            },
            folder: Arc::new(Place::Left(folder.to_owned())),
        }
    }

    /// The same machine when the program was left and is started again.
    pub fn started_again(&self) -> Self {
        Self {
            program: Program::new(self.folders()),
            around: Around {
                keyring: Arc::clone(&self.around.keyring),
                ..Around::default()
            },
            folder: Arc::clone(&self.folder),
        }
    }

    fn folders(&self) -> Folders {
        folders_in(self.folder.path())
    }

    /// Where the sample office of this machine lies, once there is one.
    pub fn sample(&self) -> PathBuf {
        self.folders().sample()
    }

    /// A folder of the person's own, for files that come and go by dialogs.
    pub fn desktop(&self) -> &Path {
        self.folder.path()
    }

    /// Carries out a command of the window; nothing when there is none of this name.
    pub fn ask(
        &self,
        command: &str,
        input: &Value,
        progress: &dyn Fn(Progress),
    ) -> Option<Result<Answer, Failure>> {
        commands::answer(&self.program, &self.around, command, input, progress)
    }

    /// What the window does when it closes.
    pub fn close(&self) {
        self.program.leave_copy();
    }

    /// What the window does by itself about once a minute: copies that are due.
    pub fn tend(&self, copying: &mut Copying) {
        copying.tend(&self.program, &self.around);
    }

    /// Puts another person before the dialogs.
    pub fn seat(&self, person: Person) {
        *locked(&self.around.person) = person;
    }

    /// What the window is told when these files are let go over it.
    pub fn drop_on_window(&self, paths: &[PathBuf]) -> Dropped {
        self.program.dropped(self.around.now(), paths, None)
    }

    /// What the keyring of the person's account keeps; nothing where there is none.
    pub fn keyring(&self) -> MutexGuard<'_, Option<BTreeMap<String, String>>> {
        locked(&self.around.keyring)
    }

    /// The copies that were opened with other programs, in their order.
    pub fn opened(&self) -> Vec<PathBuf> {
        locked(&self.around.opened).clone()
    }
}

impl Host for Around {
    fn now(&self) -> DateTime<FixedOffset> {
        let fixed = locked(&self.person).now;
        fixed.unwrap_or_else(|| Local::now().fixed_offset())
    }

    fn local(&self, moment: SystemTime) -> DateTime<FixedOffset> {
        DateTime::<Local>::from(moment).fixed_offset()
    }

    fn choose_files(&self, _title: &str, _types: &[FileType<'_>], many: bool) -> Vec<PathBuf> {
        let mut files = locked(&self.person).files.clone();
        files.truncate(if many { usize::MAX } else { 1 });
        files
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        locked(&self.person).folder.clone()
    }

    fn choose_where_to_save(
        &self,
        _title: &str,
        name: &str,
        _kind: FileType<'_>,
    ) -> Option<PathBuf> {
        let save = locked(&self.person).save.clone()?;
        Some(if save.is_dir() { save.join(name) } else { save })
    }

    fn open(&self, copy: &Path) -> Result<(), String> {
        locked(&self.opened).push(copy.to_owned());
        Ok(())
    }

    fn keyring_keep(&self, id: &str, secret: &Zeroizing<String>) -> Result<(), KeyringFault> {
        let mut kept = locked(&self.keyring);
        let kept = kept.as_mut().ok_or_else(no_keyring)?;
        kept.insert(id.to_owned(), secret.to_string());
        Ok(())
    }

    fn keyring_read(&self, id: &str) -> Result<Option<Zeroizing<String>>, KeyringFault> {
        let kept = locked(&self.keyring);
        let kept = kept.as_ref().ok_or_else(no_keyring)?;
        Ok(kept.get(id).cloned().map(Zeroizing::new))
    }

    fn keyring_remove(&self, id: &str) -> Result<(), KeyringFault> {
        let mut kept = locked(&self.keyring);
        kept.as_mut().ok_or_else(no_keyring)?.remove(id);
        Ok(())
    }

    fn print(&self, job: PrintJob) -> Result<bool, String> {
        locked(&self.printed).push((job.title, job.pages.len()));
        Ok(true)
    }

    fn notify(&self, _text: &str) {}

    fn is_watched(&self) -> bool {
        true
    }

    fn set_theme(&self, _theme: Theme) {}

    fn show_window(&self) {}
}

fn no_keyring() -> KeyringFault {
    KeyringFault::Missing("there is none in this test".to_owned())
}

/// The office that a test begins with: a shop with everything that a letter needs.
fn profile() -> OfficeProfile {
    serde_json::from_str(include_str!("profile.json")).expect("the profile beside this file")
}

/// Where a program keeps its things on a machine in this folder.
fn folders_in(machine: &Path) -> Folders {
    Folders {
        config: machine.join("config"),
        data: machine.join("data"),
        documents: None,
    }
}

/// A lock that outlives a panic of another holder: what it guards is replaced whole.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
