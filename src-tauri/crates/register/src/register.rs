//! The handle on one office's records, and the folder they lie in.

use crate::clocks::{AnswerLaw, Counter};
use crate::database;
use crate::documents::Scratch;
use crate::documents::Store;
use crate::error::{RegisterError, Result};
use crate::image::Table;
use crate::journal::Op;
use crate::text::{blob, text};
use crate::values::{By, Done};
use crate::{drafts, number, share};
use chrono::{DateTime, FixedOffset};
use complaint::OfficeProfile;
use rusqlite::{Connection, OptionalExtension};
use std::collections::HashMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use uuid::Uuid;

/// One office's records: one connection that writes, one that only reads, the
/// document store and the scratch folder. It may be shared between threads.
pub struct Register {
    dir: PathBuf,
    writer: Mutex<Connection>,
    reader: Mutex<Connection>,
    pub(crate) drafts: Mutex<Connection>,
    pub(crate) store: Store,
    pub(crate) scratch: Scratch,
    pub(crate) totals: Mutex<HashMap<String, (i64, crate::counts::Extent)>>,
    pub(crate) counter: OnceLock<Box<Counter>>,
    pub(crate) answers: OnceLock<Box<AnswerLaw>>,
    opening: Opening,
    /// Held shared while the office is open, so that another program that
    /// opens it knows not to sweep.
    _lock: File,
}

/// What was found and done when the records were opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opening {
    /// The file system's name when the folder lies on a network share, where
    /// a database can be damaged; the host warns.
    pub network_share: Option<String>,
    /// The version the records were brought up from, and the copy made before.
    pub migrated: Option<(i64, PathBuf)>,
    /// Whether the search index was built anew.
    pub search_rebuilt: bool,
    /// How many unreferenced files were removed from the document store.
    pub orphans_removed: u64,
    /// Whether another program has this office open.
    pub shared: bool,
}

pub(crate) const DATABASE: &str = "office.sqlite";
const LOCK: &str = "office.lock";
const OFFICE_ROW: Uuid = Uuid::nil();

/// Makes a folder that only its owner can enter. One that is there already
/// stays as its owner set it up: it may be the root of a medium.
pub(crate) fn private_dir(dir: &Path) -> Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    Ok(builder.create(dir)?)
}

/// Shuts an empty folder, chosen for an office, to all but its owner, where
/// the file system knows owners.
fn shut_if_empty(dir: &Path) -> Result<()> {
    #[cfg(unix)]
    if fs::read_dir(dir)?.next().is_none() {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(dir, fs::Permissions::from_mode(0o700));
    }
    #[cfg(not(unix))]
    let _ = dir;
    Ok(())
}

impl Register {
    /// Founds an office in a folder that holds none; the folder is made if need be.
    ///
    /// # Errors
    /// [`RegisterError::AlreadyExists`], [`RegisterError::Pattern`] for a wrong
    /// number pattern, and those of the disk.
    pub fn create(dir: &Path, by: &By, profile: &OfficeProfile) -> Result<Self> {
        if dir.join(DATABASE).exists() {
            return Err(RegisterError::AlreadyExists);
        }
        check_patterns(profile)?;
        private_dir(dir)?;
        shut_if_empty(dir)?;
        let register = Self::open_folder(dir, by.now, true)?;
        register.change(by, Op::OfficeCreate, |work| {
            // Another program may have founded it between the look and now.
            if journal_begun(work.tx)? {
                return Err(RegisterError::AlreadyExists);
            }
            work.tell("name", profile.name.clone());
            let profile = serde_json::to_string(profile)?;
            work.insert(Table::Office, OFFICE_ROW, vec![("profile", text(profile))])
        })?;
        Ok(register)
    }

    /// Opens the office in a folder: brings the records up to date, empties
    /// the scratch folder and sweeps a part of the document store, unless
    /// another program has the office open.
    ///
    /// # Errors
    /// [`RegisterError::NotAnOffice`], [`RegisterError::TooNew`],
    /// [`RegisterError::TooOld`], [`RegisterError::Corrupt`],
    /// [`RegisterError::Locked`] and those of the disk.
    pub fn open(dir: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        if !dir.join(DATABASE).is_file() {
            return Err(RegisterError::NotAnOffice);
        }
        let register = Self::open_folder(dir, now, false)?;
        if !journal_begun(&register.reader())? {
            return Err(RegisterError::NotAnOffice);
        }
        Ok(register)
    }

    fn open_folder(dir: &Path, now: DateTime<FixedOffset>, new: bool) -> Result<Self> {
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(dir.join(LOCK))?;
        let alone = lock.try_lock().is_ok();
        let backups = dir.join("backups");
        let mut writer = database::open_writer(&dir.join(DATABASE), new)?;
        private_dir(&backups)?;
        let migrated = database::bring_up_to_date(&mut writer, &backups, now)?;
        let search_rebuilt = database::rebuild_derived(&mut writer)?;
        let reader = database::open_reader(&dir.join(DATABASE))?;
        let drafts = drafts::open(&dir.join("drafts.sqlite"))?;
        let store = Store::open(&dir.join("documents"))?;
        let scratch = Scratch::open(&dir.join("scratch"), alone)?;
        let mut register = Self {
            dir: dir.to_owned(),
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            drafts: Mutex::new(drafts),
            store,
            scratch,
            totals: Mutex::new(HashMap::new()),
            counter: OnceLock::new(),
            answers: OnceLock::new(),
            opening: Opening {
                network_share: share::file_system_of(dir),
                migrated,
                search_rebuilt,
                orphans_removed: 0,
                shared: !alone,
            },
            _lock: lock,
        };
        if alone {
            register.opening.orphans_removed = register.sweep_some(now)?;
            register._lock.unlock()?;
        }
        register._lock.lock_shared()?;
        Ok(register)
    }

    /// The folder the office is kept in.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What was found and done at opening.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the office says of itself.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn profile(&self) -> Result<OfficeProfile> {
        profile(&self.reader())
    }

    /// Changes what the office says of itself. Images it names must lie in the
    /// document store.
    ///
    /// # Errors
    /// [`RegisterError::Pattern`], [`RegisterError::MissingFile`].
    pub fn profile_save(&self, by: &By, profile: &OfficeProfile) -> Result<Done> {
        check_patterns(profile)?;
        let done = self.change(by, Op::ProfileSave, |work| {
            for image in images(profile) {
                self.store.note_content(work, image, None)?;
            }
            let profile = serde_json::to_string(profile)?;
            work.update(Table::Office, OFFICE_ROW, vec![("profile", text(profile))])
        })?;
        Ok(done.1)
    }

    /// Reads every page of the database and checks its own structure; slow on
    /// a large office.
    ///
    /// # Errors
    /// [`RegisterError::Corrupt`] with what was found.
    pub fn integrity_check(&self) -> Result<()> {
        let found: String = self
            .reader()
            .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if found == "ok" {
            Ok(())
        } else {
            Err(RegisterError::Corrupt(found))
        }
    }
}

fn images(profile: &OfficeProfile) -> impl Iterator<Item = &str> {
    let head = &profile.letterhead;
    [&head.logo, &head.stamp, &head.signature]
        .into_iter()
        .filter_map(|image| image.as_deref())
}

/// The content that the letterhead shows.
pub(crate) fn images_in_use(conn: &Connection) -> Result<Vec<String>> {
    Ok(images(&profile(conn)?).map(str::to_owned).collect())
}

fn check_patterns(profile: &OfficeProfile) -> Result<()> {
    number::Pattern::parse(&profile.numbering.incoming)?;
    number::Pattern::parse(&profile.numbering.outgoing)?;
    number::Pattern::parse(&profile.numbering.paper)?;
    Ok(())
}

fn journal_begun(conn: &Connection) -> Result<bool> {
    Ok(crate::journal::head(conn)?.0 > 0)
}

pub(crate) fn profile(conn: &Connection) -> Result<OfficeProfile> {
    let profile: String = conn
        .prepare_cached(include_str!("sql/office_profile.sql"))?
        .query_row([blob(OFFICE_ROW)], |row| row.get(0))
        .optional()?
        .ok_or(RegisterError::NotAnOffice)?;
    Ok(serde_json::from_str(&profile)?)
}
