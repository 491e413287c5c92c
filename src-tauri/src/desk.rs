//! What the shell holds while the program runs: the open office, the settings,
//! the tokens handed out, the work under way.

use crate::failure::{Answer, ShellError};
use crate::progress::Works;
use crate::settings::{Kept, Settings};
use crate::tokens::Tokens;
use crate::wire::{ProgramSettings, ProgramState};
use chrono::{DateTime, FixedOffset, Local};
use complaint::{Actor, OfficeProfile};
use office::{By, Failure, Office};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use tauri::{AppHandle, Manager};

/// The folders that are the program's own.
#[derive(Clone, Debug)]
pub struct Folders {
    /// Settings.
    pub config: PathBuf,
    /// Offices that are kept nowhere else.
    pub data: PathBuf,
}

impl Folders {
    /// Where a new office is kept unless another folder is chosen.
    pub fn default_office(&self) -> PathBuf {
        self.data.join("office")
    }

    /// Where the sample office is kept.
    pub fn sample(&self) -> PathBuf {
        self.data.join("sample")
    }
}

/// The shell's state.
pub struct Desk {
    folders: Folders,
    settings: Mutex<Settings>,
    office: RwLock<Option<Arc<Office>>>,
    /// Done once, at the first question or before it.
    reopened: OnceLock<()>,
    problem: Mutex<Option<Failure>>,
    /// Chosen and dropped files and folders.
    pub tokens: Tokens,
    /// Long work under way.
    pub works: Works,
    busy: AtomicUsize,
    ready: AtomicBool,
}

impl Desk {
    /// A desk with nothing open yet.
    pub fn new(folders: Folders) -> Self {
        Self {
            settings: Mutex::new(Settings::read(&folders.config)),
            folders,
            office: RwLock::default(),
            reopened: OnceLock::new(),
            problem: Mutex::default(),
            tokens: Tokens::default(),
            works: Works::default(),
            busy: AtomicUsize::new(0),
            ready: AtomicBool::new(false),
        }
    }

    /// The program's folders.
    pub fn folders(&self) -> &Folders {
        &self.folders
    }

    /// The person's choices.
    pub fn settings(&self) -> ProgramSettings {
        self.kept().settings
    }

    /// Takes new choices and keeps them.
    pub fn set_settings(&self, settings: ProgramSettings) -> Result<(), ShellError> {
        locked(&self.settings)
            .set(settings)
            .map_err(ShellError::Settings)
    }

    /// Who acts, and when.
    pub fn by(&self) -> By {
        By {
            actor: Actor::named(&self.settings().actor),
            now: now(),
        }
    }

    /// The open office. The first question waits until the office used last is open again.
    pub fn office(&self) -> Result<Arc<Office>, ShellError> {
        self.reopen();
        self.office
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .ok_or(ShellError::NoOffice)
    }

    /// Opens the office used last, once a run.
    pub fn reopen(&self) {
        self.reopened.get_or_init(|| {
            let Some(folder) = self.kept().last_folder else {
                return;
            };
            match Office::open(&folder, now()) {
                Ok(office) => self.put(Some(office)),
                Err(error) => {
                    log::error!("the office used last can't be opened: {error}");
                    *locked(&self.problem) = Some(Failure::from(error));
                }
            }
        });
    }

    /// Makes an office and opens it.
    pub fn create_office(
        &self,
        folder: &Path,
        profile: &OfficeProfile,
    ) -> Result<Arc<Office>, ShellError> {
        let office = Office::create(folder, &self.by(), profile)?;
        self.take(office, folder)
    }

    /// The folder of the person's own office: the one used last, else the usual one.
    pub fn own_folder(&self) -> PathBuf {
        self.kept()
            .own_folder
            .unwrap_or_else(|| self.folders.default_office())
    }

    /// Opens an office; the one that was open is closed.
    pub fn open_office(&self, folder: &Path) -> Result<Arc<Office>, ShellError> {
        let office = Office::open(folder, now())?;
        self.take(office, folder)
    }

    /// Opens the sample office, which is made if need be: whole, or not at all.
    pub fn open_sample(&self) -> Result<Arc<Office>, ShellError> {
        let folder = self.folders.sample();
        if !folder.exists() {
            let unfinished = folder.with_extension("new");
            if unfinished.exists() {
                fs::remove_dir_all(&unfinished).map_err(ShellError::NotSaved)?;
            }
            drop(office::sample_create(&unfinished, now())?);
            fs::rename(&unfinished, &folder).map_err(ShellError::NotSaved)?;
        }
        let office = Office::open(&folder, now())?;
        self.take(office, &folder)
    }

    /// Closes the office.
    pub fn close_office(&self) -> Result<(), ShellError> {
        self.works.cancel_all();
        self.put(None);
        locked(&self.settings)
            .set_last_folder(None)
            .map_err(ShellError::Settings)
    }

    /// Closes and deletes the sample office and goes back to the person's own, if there is one.
    pub fn delete_sample(&self) -> Result<(), ShellError> {
        let folder = self.folders.sample();
        if !folder.exists() {
            return Err(ShellError::NoSample);
        }
        if self.is_sample_open() {
            self.works.cancel_all();
            self.put(None);
        }
        fs::remove_dir_all(&folder).map_err(ShellError::NotSaved)?;
        let own = self.kept().own_folder.filter(|own| own.exists());
        locked(&self.settings)
            .set_last_folder(own.clone())
            .map_err(ShellError::Settings)?;
        if let Some(own) = own {
            self.open_office(&own)?;
        }
        Ok(())
    }

    /// What the window needs for its first screen.
    pub fn state(&self) -> ProgramState {
        let office_open = self.office().is_ok();
        let kept = self.kept();
        let ProgramSettings {
            language,
            theme,
            text_scale,
            actor,
            reminders,
        } = kept.settings;
        ProgramState {
            office_open,
            language,
            theme,
            text_scale,
            actor,
            reminders,
            last_folder: kept.last_folder.map(|folder| folder.display().to_string()),
            default_folder: self.folders.default_office().display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            sample_open: self.is_sample_open(),
            problem: locked(&self.problem).clone(),
        }
    }

    /// The page has drawn its first rows.
    pub fn set_ready(&self) {
        self.ready.store(true, Ordering::Relaxed);
    }

    /// Whether it has.
    pub fn was_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }

    /// Whether a command is under way.
    pub fn is_busy(&self) -> bool {
        self.busy.load(Ordering::Acquire) > 0
    }

    fn is_sample_open(&self) -> bool {
        let sample = self.folders.sample();
        let office = self.office.read().unwrap_or_else(PoisonError::into_inner);
        office
            .as_ref()
            .is_some_and(|office| office.folder() == sample)
    }

    fn take(&self, office: Office, folder: &Path) -> Result<Arc<Office>, ShellError> {
        // A question that comes later must not bring back the office used before.
        self.reopened.get_or_init(|| ());
        self.works.cancel_all();
        self.put(Some(office));
        *locked(&self.problem) = None;
        let mut settings = locked(&self.settings);
        settings
            .set_last_folder(Some(folder.to_path_buf()))
            .map_err(ShellError::Settings)?;
        if folder != self.folders.sample() {
            settings
                .set_own_folder(folder.to_path_buf())
                .map_err(ShellError::Settings)?;
        }
        drop(settings);
        self.office()
    }

    fn put(&self, office: Option<Office>) {
        *self.office.write().unwrap_or_else(PoisonError::into_inner) = office.map(Arc::new);
    }

    fn kept(&self) -> Kept {
        locked(&self.settings).kept().clone()
    }
}

/// Runs a command away from the window's thread and from the few threads that
/// hand commands on, so that neither ever waits for a disk or for a person.
pub async fn work<T, F>(app: AppHandle, what: F) -> Answer<T>
where
    T: Send + 'static,
    F: FnOnce(&AppHandle, &Desk) -> Result<T, ShellError> + Send + 'static,
{
    let done = tauri::async_runtime::spawn_blocking(move || {
        let desk = app.state::<Desk>();
        let _busy = Busy::on(&desk.busy);
        what(&app, &desk)
    });
    match done.await {
        Ok(answer) => answer.map_err(Failure::from),
        Err(panic) => {
            log::error!("a command broke off: {panic}");
            Err(ShellError::Broken(panic.to_string()).into())
        }
    }
}

/// Counts a command as under way while it lasts, however it ends.
struct Busy<'b>(&'b AtomicUsize);

impl<'b> Busy<'b> {
    fn on(count: &'b AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::AcqRel);
        Self(count)
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// A lock that outlives a panic of another holder: what it guards is replaced whole.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The clock on the wall, with the offset of the place.
fn now() -> DateTime<FixedOffset> {
    #[cfg(feature = "dialog-answers")]
    if let Some(fixed) = std::env::var("OTVET_NOW")
        .ok()
        .and_then(|text| DateTime::parse_from_rfc3339(&text).ok())
    {
        return fixed;
    }
    Local::now().fixed_offset()
}
