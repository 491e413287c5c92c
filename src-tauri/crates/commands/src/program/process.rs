//! The running program.

use super::folder::holds_office;
use super::folders::Folders;
use super::prepared::Prepared;
use super::settings::{ProgramSettings, RememberedOffice, Settings, StoredSettings, Theme};
use super::state::{KnownOffice, ProgramState, has_keyring, is_locked};
use super::tasks::Tasks;
use super::tokens::{Files, Tokens, kept_files};
use crate::failure::Refusal;
use crate::host::Host;
use complaint::{Actor, Language, OfficeProfile};
use office::{Admission, By, CopyPlan, Failure, Office, OfficeError, RegisterError};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

/// How long an office that is to be closed may be in use yet.
const LONGEST_USE: Duration = Duration::from_secs(10);

/// What was open before it was let go.
pub(crate) enum WasOpen {
    /// The records in this folder.
    Records(PathBuf),
    /// The copy in this folder, to be looked at.
    Copy(PathBuf),
}

/// The state that all commands share.
pub struct Program {
    folders: Folders,
    pub(super) settings: Mutex<Settings>,
    pub(super) office: RwLock<Option<Arc<Office>>>,
    /// Done once, at the first question or before it.
    pub(super) reopened: OnceLock<()>,
    problem: Mutex<Option<Failure>>,
    /// Why the last copy that was made by itself failed.
    copying_failed: Mutex<Option<Failure>>,
    /// What the office is to be locked with once the recovery key is noted.
    pub(super) prepared: Mutex<Prepared>,
    /// Copies that the person gave the password of, until the records are shut.
    pub(super) admitted: Mutex<Vec<Admission>>,
    /// Passwords that were wrong, one after another.
    pub(super) wrong: Mutex<u32>,
    /// Chosen and dropped files and folders.
    pub(crate) tokens: Tokens,
    /// Long tasks under way.
    pub(crate) tasks: Tasks,
    under_way: AtomicUsize,
    /// Endings of documents that were opened on the person's word.
    opened: Mutex<BTreeSet<String>>,
    ready: AtomicBool,
}

impl Program {
    /// A program with nothing open yet; the office used last is opened at the first question.
    pub fn new(folders: Folders) -> Self {
        Self {
            settings: Mutex::new(Settings::read(&folders.config)),
            tokens: Tokens::stored_in(folders.config.join("handed_over.json")),
            folders,
            office: RwLock::default(),
            reopened: OnceLock::new(),
            problem: Mutex::default(),
            copying_failed: Mutex::default(),
            prepared: Mutex::default(),
            admitted: Mutex::default(),
            wrong: Mutex::default(),
            tasks: Tasks::default(),
            under_way: AtomicUsize::new(0),
            opened: Mutex::default(),
            ready: AtomicBool::new(false),
        }
    }

    /// Whether documents of that ending may be opened: on the person's word now
    /// or earlier while the program runs.
    pub(crate) fn opening_confirmed(&self, ending: &str, now: bool) -> bool {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        if now {
            opened.insert(ending.to_owned());
        }
        opened.contains(ending)
    }

    pub(crate) fn folders(&self) -> &Folders {
        &self.folders
    }

    pub(crate) fn settings(&self) -> ProgramSettings {
        self.stored_settings().settings
    }

    /// Takes new choices and keeps them.
    pub(crate) fn set_settings(&self, settings: ProgramSettings) -> Result<(), Refusal> {
        locked(&self.settings)
            .set(settings)
            .map_err(Refusal::Settings)
    }

    pub fn theme(&self) -> Theme {
        locked(&self.settings).stored().settings.theme
    }

    /// The language that the person reads.
    pub(crate) fn language(&self) -> Language {
        locked(&self.settings).stored().settings.language
    }

    pub(crate) fn by(&self, host: &dyn Host) -> By {
        By {
            actor: Actor::named(&self.settings().actor),
            now: host.now(),
        }
    }

    /// The open office. The first question waits until the office used last is open again.
    pub(crate) fn office(&self, host: &dyn Host) -> Result<Arc<Office>, Refusal> {
        self.reopen(host);
        self.office
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .ok_or(Refusal::NoOffice)
    }

    /// Opens the office used last, once a run.
    pub fn reopen(&self, host: &dyn Host) {
        self.reopened.get_or_init(|| {
            let Some(folder) = self.stored_settings().last_folder else {
                return;
            };
            match office::backup_in_place_finish(&folder) {
                Ok(false) => {}
                Ok(true) => log::info!("a restored copy was put in its place"),
                Err(error) => log::warn!("no restored copy can be put in place: {error}"),
            }
            self.remove_rooms();
            // A locked one waits for its password, which is asked for.
            if office::is_locked(&folder).unwrap_or(false) {
                return;
            }
            self.copy_before_migration(host, &folder);
            match Office::open(&folder, host.now()) {
                Ok(office) => {
                    self.note_in_place(host, &office);
                    self.put(Some(office));
                }
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
        host: &dyn Host,
        folder: &Path,
        profile: &OfficeProfile,
    ) -> Result<Arc<Office>, Refusal> {
        let office = Office::create(folder, &self.by(host), profile)?;
        self.take(host, office, folder)
    }

    /// The folder of the person's own office: the one used last, else the usual one.
    pub(crate) fn own_folder(&self) -> PathBuf {
        self.stored_settings()
            .own_folder
            .or_else(|| {
                let mut usual = self.folders.usual_offices().into_iter();
                usual.find(|folder| holds_office(folder))
            })
            .unwrap_or_else(|| self.folders.default_office(self.language()))
    }

    /// Opens an office; the one that was open is closed.
    pub(crate) fn open_office(
        &self,
        host: &dyn Host,
        folder: &Path,
    ) -> Result<Arc<Office>, Refusal> {
        self.copy_before_migration(host, folder);
        match Office::open(folder, host.now()) {
            Err(OfficeError::Register(RegisterError::PasswordNeeded)) => {
                self.wait_for_password(folder);
                Err(OfficeError::from(RegisterError::PasswordNeeded).into())
            }
            opened => {
                let office = opened?;
                self.note_in_place(host, &office);
                self.take(host, office, folder)
            }
        }
    }

    /// Opens records that a copy was just put in place of.
    pub(crate) fn open_in_place(
        &self,
        host: &dyn Host,
        folder: &Path,
    ) -> Result<Arc<Office>, Refusal> {
        let office = office::backup_in_place_open(folder, &self.by(host))?;
        self.take(host, office, folder)
    }

    /// An office of an earlier program is copied before this one changes its
    /// records. Where that fails, the copy of the database alone is there yet,
    /// which the register makes.
    fn copy_before_migration(&self, host: &dyn Host, folder: &Path) {
        match office::copy_before_migration(folder, &self.copy_plan(folder), host.now()) {
            Ok(false) => {}
            Ok(true) => log::info!("the records were copied before they are brought up to date"),
            Err(error) => log::warn!("no copy before the records are brought up to date: {error}"),
        }
    }

    /// Opens the sample office, which is made if need be: whole, or not at all.
    pub fn open_sample(&self, host: &dyn Host) -> Result<Arc<Office>, Refusal> {
        let folder = self.folders.sample();
        if !folder.exists() {
            let unfinished = folder.with_extension("new");
            if unfinished.exists() {
                Office::remove(&unfinished)?;
            }
            drop(office::sample_create(&unfinished, host.now())?);
            fs::rename(&unfinished, &folder).map_err(Refusal::NotSaved)?;
        }
        let office = Office::open(&folder, host.now())?;
        self.take(host, office, &folder)
    }

    /// Opens what was open before it was [let go](Self::let_go). Where that fails
    /// the records, and what keeps them from being opened is told by [`Self::state`].
    pub(crate) fn open_again(&self, host: &dyn Host, was_open: &WasOpen) {
        let opened = match was_open {
            WasOpen::Records(folder) => self.open_office(host, folder),
            WasOpen::Copy(copy) => self
                .look_at_copy(host, copy)
                .or_else(|_| self.open_office(host, &self.own_folder())),
        };
        if let Err(error) = opened {
            log::error!("what was open before can't be opened again: {error}");
            *locked(&self.problem) = Some(Failure::from(error));
        }
    }

    /// Closes the office and waits until nobody uses it any more. Says what was
    /// open, where anything was.
    pub(crate) fn let_go(&self) -> Result<Option<WasOpen>, Refusal> {
        self.tasks.cancel_all();
        let mut slot = self.office.write().unwrap_or_else(PoisonError::into_inner);
        let Some(mut office) = slot.take() else {
            return Ok(None);
        };
        let was_open = match office.copy() {
            Some(copy) => WasOpen::Copy(copy.to_owned()),
            None => WasOpen::Records(office.folder().to_owned()),
        };
        let begun = Instant::now();
        loop {
            office = match Arc::try_unwrap(office) {
                Ok(_) => {
                    self.tokens.set_secret(Files::new());
                    return Ok(Some(was_open));
                }
                Err(held) if begun.elapsed() > LONGEST_USE => {
                    *slot = Some(held);
                    return Err(OfficeError::from(RegisterError::Locked).into());
                }
                Err(held) => held,
            };
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Whether an open office is the person's own: neither the sample nor a copy.
    pub(crate) fn is_own(&self, office: &Office) -> bool {
        !office.is_copy() && office.folder() != self.folders.sample()
    }

    /// Where and how often the office in a folder is copied at this computer.
    pub(crate) fn copy_plan(&self, office: &Path) -> CopyPlan {
        let copies = self.stored_settings().copies;
        let known = copies.into_iter().find(|known| known.office == office);
        known.map(|known| known.plan).unwrap_or_default()
    }

    pub(crate) fn set_copy_plan(&self, office: &Path, plan: CopyPlan) -> Result<(), Refusal> {
        locked(&self.settings)
            .set_copies(office, plan)
            .map_err(Refusal::Settings)
    }

    /// Why the last copy that was made by itself failed, in this run.
    pub(crate) fn copying_failed(&self) -> Option<Failure> {
        locked(&self.copying_failed).clone()
    }

    pub(crate) fn set_copying_failed(&self, failure: Option<Failure>) {
        *locked(&self.copying_failed) = failure;
    }

    /// Closes the office; the next start opens it again.
    pub(crate) fn close_office(&self) -> Result<(), Refusal> {
        self.tasks.cancel_all();
        self.put(None);
        self.remove_rooms();
        Ok(())
    }

    /// Closes and deletes the sample office and goes back to the person's own, if there is one.
    pub(crate) fn delete_sample(&self, host: &dyn Host) -> Result<(), Refusal> {
        let folder = self.folders.sample();
        if !folder.exists() {
            return Err(Refusal::NoSample);
        }
        if self.is_sample_open() {
            self.let_go()?;
        }
        Office::remove(&folder)?;
        let own = self.stored_settings().own_folder.filter(|own| own.exists());
        locked(&self.settings)
            .set_last_folder(own.clone())
            .map_err(Refusal::Settings)?;
        if let Some(own) = own {
            match self.open_office(host, &own) {
                Ok(_)
                | Err(Refusal::Office(OfficeError::Register(RegisterError::PasswordNeeded))) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// What the window needs for its first screen.
    pub(crate) fn state(&self, host: &dyn Host) -> ProgramState {
        let office_open = self.office(host).is_ok();
        let stored = self.stored_settings();
        let last = stored.last_folder.as_deref();
        let ProgramSettings {
            language,
            theme,
            text_scale,
            actor,
            reminders,
            lock_after,
        } = stored.settings;
        ProgramState {
            office_open,
            locked: !office_open && last.is_some_and(is_locked),
            keyring: last.is_some_and(has_keyring),
            language,
            theme,
            text_scale,
            actor,
            reminders,
            lock_after,
            last_folder: last.map(|folder| folder.display().to_string()),
            default_folder: self.folders.default_office(language).display().to_string(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            sample_open: self.is_sample_open(),
            problem: locked(&self.problem).clone(),
            offices: self.known_offices(&stored.offices),
        }
    }

    /// The person's own offices, the one used last first, and those in the usual folders.
    fn known_offices(&self, kept: &[RememberedOffice]) -> Vec<KnownOffice> {
        let usual: Vec<RememberedOffice> = self
            .folders
            .usual_offices()
            .into_iter()
            .map(|folder| RememberedOffice {
                folder,
                name: String::new(),
            })
            .collect();
        let open = self.office.read().unwrap_or_else(PoisonError::into_inner);
        let open = open.as_ref().map(|office| office.folder().to_path_buf());
        let unlisted = usual
            .iter()
            .filter(|usual| !kept.iter().any(|one| one.folder == usual.folder));
        let listed = kept.iter().chain(unlisted);
        listed
            .filter(|one| holds_office(&one.folder))
            .map(|one| KnownOffice {
                token: self.tokens.hand_out_folder(&one.folder),
                name: one.name.clone(),
                folder: one.folder.display().to_string(),
                open: open.as_ref() == Some(&one.folder),
            })
            .collect()
    }

    /// The page has drawn its first rows.
    pub(crate) fn set_ready(&self) {
        self.ready.store(true, Ordering::Relaxed);
    }

    pub fn was_ready(&self) -> bool {
        self.ready.load(Ordering::Relaxed)
    }

    /// Counts a command as under way until what this gives is dropped.
    pub(crate) fn begin_command(&self) -> Busy<'_> {
        Busy::on(&self.under_way)
    }

    /// Asks all long tasks to stop.
    pub fn cancel_all(&self) {
        self.tasks.cancel_all();
    }

    /// Whether a command is under way.
    pub fn is_busy(&self) -> bool {
        self.under_way.load(Ordering::Acquire) > 0
    }

    pub(super) fn is_copy_open(&self) -> bool {
        let office = self.office.read().unwrap_or_else(PoisonError::into_inner);
        office.as_ref().is_some_and(|office| office.is_copy())
    }

    fn is_sample_open(&self) -> bool {
        let sample = self.folders.sample();
        let office = self.office.read().unwrap_or_else(PoisonError::into_inner);
        office
            .as_ref()
            .is_some_and(|office| office.folder() == sample)
    }

    fn take(&self, host: &dyn Host, office: Office, folder: &Path) -> Result<Arc<Office>, Refusal> {
        // A question that comes later must not bring back the office used before.
        self.reopened.get_or_init(|| ());
        self.tasks.cancel_all();
        let info = office::office_info(&office, &self.by(host));
        // The name of an office with a password is no business of whoever finds the settings.
        let name = info.ok().filter(|_| !office.has_password());
        let name = name.map(|info| info.profile.name).unwrap_or_default();
        self.put(Some(office));
        self.remove_rooms();
        *locked(&self.problem) = None;
        let own = (folder != self.folders.sample()).then(|| RememberedOffice {
            folder: folder.to_path_buf(),
            name,
        });
        self.remember(folder, own);
        self.office(host)
    }

    pub(super) fn put(&self, office: Option<Office>) {
        let kept = office.as_ref().map(kept_files).unwrap_or_default();
        self.tokens.set_secret(kept);
        crate::underlining::learn(&self.folders.config, office.as_ref());
        *self.office.write().unwrap_or_else(PoisonError::into_inner) = office.map(Arc::new);
    }

    pub(super) fn stored_settings(&self) -> StoredSettings {
        locked(&self.settings).stored().clone()
    }
}

/// Counts a command as under way while it lasts, however it ends.
pub struct Busy<'b>(&'b AtomicUsize);

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
