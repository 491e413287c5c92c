//! Where things are and who asks: the only place that looks at the clock and
//! the environment.

use crate::answer::Outcome;
use crate::globals::Globals;
use chrono::{DateTime, FixedOffset, Local};
use complaint::Actor;
use office::{Admission, By, Failure, Office, WayIn};
use std::cell::OnceCell;
use std::env;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// The folder name under which the desktop program keeps its own.
const PROGRAM: &str = "ru.otvet.desktop";

/// The office asked for, the person and the time.
pub struct Invocation {
    folder: Option<PathBuf>,
    actor: Actor,
    now: Option<DateTime<FixedOffset>>,
    doubt: OnceCell<Failure>,
    password: Option<Zeroizing<String>>,
    is_recovery_key: bool,
}

impl Invocation {
    /// As the global options describe it.
    pub fn of(globals: &Globals) -> Self {
        Self {
            folder: globals.office.clone(),
            // The login of the computer's user is no name to stand in a proof.
            actor: Actor::named(globals.actor.as_deref().unwrap_or_default()),
            now: globals.now,
            doubt: OnceCell::new(),
            password: None,
            is_recovery_key: globals.recovery_key,
        }
    }

    /// With the password that was given.
    #[must_use]
    pub fn with_password(self, password: Option<Zeroizing<String>>) -> Self {
        Self { password, ..self }
    }

    /// The password, or the recovery key.
    pub fn password(&self) -> Result<&str, Failure> {
        let given = self.password.as_deref().map(String::as_str);
        given.ok_or_else(|| Failure::of("password_needed").at("password"))
    }

    /// What was given, to open a locked office with.
    pub fn way_in(&self) -> Result<WayIn, Failure> {
        let given = self.password()?;
        let way_in = if self.is_recovery_key {
            WayIn::recovery_key(given)
        } else {
            WayIn::password(given)
        };
        Ok(way_in?)
    }

    /// Admitted to the office, or the backup, in a folder, as long as this is
    /// held; nobody is where nothing was given.
    pub fn admitted(&self, folder: &Path) -> Outcome<Option<Admission>> {
        if self.password.is_none() {
            return Ok(None);
        }
        Ok(Some(Office::admit(folder, &self.way_in()?)?))
    }

    /// What has to be known of the records that were read.
    pub fn doubt(&self) -> Option<&Failure> {
        self.doubt.get()
    }

    /// The time: the one given, else the clock's.
    pub fn now(&self) -> DateTime<FixedOffset> {
        self.now.unwrap_or_else(|| Local::now().fixed_offset())
    }

    pub fn by(&self) -> By {
        By {
            actor: self.actor.clone(),
            now: self.now(),
        }
    }

    /// The office folder: the one given, else the desktop program's.
    pub fn folder(&self) -> PathBuf {
        let kept = || {
            let settings = config_home()?.join(PROGRAM).join("settings.json");
            let settings: serde_json::Value =
                serde_json::from_slice(&std::fs::read(settings).ok()?).ok()?;
            Some(PathBuf::from(settings.get("own_folder")?.as_str()?))
        };
        self.folder
            .clone()
            .or_else(kept)
            .unwrap_or_else(|| data_folder().join("office"))
    }

    /// The folder for the sample office: the one given, else the desktop program's.
    pub fn sample_folder(&self) -> PathBuf {
        self.folder
            .clone()
            .unwrap_or_else(|| data_folder().join("sample"))
    }

    /// The office that was named, open; none where none was.
    pub fn named_office(&self) -> Outcome<Option<Office>> {
        self.folder.as_ref().map(|_| self.office()).transpose()
    }

    /// The office, to give numbers in: there is nobody to ask whether a clock that stands behind is right.
    pub fn office_to_number_in(&self) -> Outcome<Office> {
        let office = self.office()?;
        office::clock_agrees(&office, &self.by())?;
        Ok(office)
    }

    pub fn office(&self) -> Outcome<Office> {
        let folder = self.folder();
        let _admitted = self.admitted(&folder)?;
        let office = Office::open(&folder, self.now())?;
        if let Some(doubt) = office.doubt() {
            // Of several offices the first is the one that was asked for.
            let _ = self.doubt.set(doubt);
        }
        Ok(office)
    }
}

fn data_folder() -> PathBuf {
    data_home().unwrap_or_default().join(PROGRAM)
}

fn home() -> Option<PathBuf> {
    env::var_os(if cfg!(windows) { "USERPROFILE" } else { "HOME" }).map(PathBuf::from)
}

fn data_home() -> Option<PathBuf> {
    place("XDG_DATA_HOME", ".local/share")
}

fn config_home() -> Option<PathBuf> {
    place("XDG_CONFIG_HOME", ".config")
}

fn place(variable: &str, beneath_home: &str) -> Option<PathBuf> {
    if cfg!(windows) {
        env::var_os("APPDATA").map(PathBuf::from)
    } else if cfg!(target_os = "macos") {
        Some(home()?.join("Library/Application Support"))
    } else {
        // A relative path there is to be ignored, says the specification of these folders.
        env::var_os(variable)
            .map(PathBuf::from)
            .filter(|path| path.is_absolute())
            .or_else(|| Some(home()?.join(beneath_home)))
    }
}
