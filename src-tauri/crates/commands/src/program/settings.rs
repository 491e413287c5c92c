//! The program's own small file of settings: `settings.json` in its configuration folder.

use complaint::Language;
use office::CopyPlan;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Light, dark, or as the system has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// What the person at this computer has chosen; it belongs to the program, not to an office.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ProgramSettings {
    pub language: Language,
    pub theme: Theme,
    /// Size of the text, 1.0 to 2.0.
    pub text_scale: f64,
    /// Who sits here: the name that the journal writes beside each change.
    pub actor: String,
    /// Whether the system says what today holds.
    pub reminders: bool,
    /// Minutes without a key or a pointer after which an office with a password is shut; 0 for never.
    pub lock_after: u32,
}

impl Default for ProgramSettings {
    fn default() -> Self {
        Self {
            language: Language::Ru,
            theme: Theme::System,
            text_scale: 1.0,
            actor: String::new(),
            reminders: true,
            lock_after: 10,
        }
    }
}

/// Offices that are remembered, the newest ones.
const MOST_OFFICES: usize = 12;

/// An office of the person's own that was open once.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RememberedOffice {
    pub folder: PathBuf,
    /// What it was called when it was opened last.
    pub name: String,
}

/// What the file holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredSettings {
    #[serde(flatten)]
    pub settings: ProgramSettings,
    /// The folder of the office to open next time.
    pub last_folder: Option<PathBuf>,
    /// The folder of the person's own office used last, which the sample office gives way to.
    pub own_folder: Option<PathBuf>,
    /// Where and how often each office is copied at this computer: another one
    /// has other disks, so this goes with none of the offices.
    pub copies: Vec<OfficeCopies>,
    /// The person's own offices, the one used last first.
    pub offices: Vec<RememberedOffice>,
}

/// The plan for the copies of the office in a folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeCopies {
    pub office: PathBuf,
    pub plan: CopyPlan,
}

/// Settings and the file they are kept in.
#[derive(Debug)]
pub struct Settings {
    file: PathBuf,
    stored: StoredSettings,
}

impl Settings {
    /// Reads the file; a missing one gives the defaults, and so does a broken
    /// one, which is set aside under another name: a program that won't start
    /// over its settings helps nobody.
    pub fn read(folder: &Path) -> Self {
        let file = folder.join("settings.json");
        let stored = match fs::read(&file) {
            Ok(text) => serde_json::from_slice(&text).unwrap_or_else(|reason| {
                let aside = file.with_added_extension("damaged");
                let moved = fs::rename(&file, &aside);
                log::warn!(
                    "the settings can't be read and start anew: {reason}; {aside:?}: {moved:?}"
                );
                StoredSettings::default()
            }),
            Err(_) => StoredSettings::default(),
        };
        let mut read = Self { file, stored };
        read.stored.settings = within_bounds(read.stored.settings.clone());
        read
    }

    pub fn stored(&self) -> &StoredSettings {
        &self.stored
    }

    /// Takes new choices of the person and keeps them.
    pub fn set(&mut self, settings: ProgramSettings) -> io::Result<()> {
        self.stored.settings = within_bounds(settings);
        self.write()
    }

    /// Remembers the office to open next time.
    pub fn set_last_folder(&mut self, folder: Option<PathBuf>) -> io::Result<()> {
        self.stored.last_folder = folder;
        self.write()
    }

    /// Remembers where and how often an office is copied.
    pub fn set_copies(&mut self, office: &Path, plan: CopyPlan) -> io::Result<()> {
        self.stored.copies.retain(|known| known.office != office);
        self.stored.copies.push(OfficeCopies {
            office: office.to_owned(),
            plan,
        });
        self.write()
    }

    /// Remembers the person's own office, before all others.
    pub fn set_own_office(&mut self, office: RememberedOffice) -> io::Result<()> {
        self.stored.own_folder = Some(office.folder.clone());
        let offices = &mut self.stored.offices;
        offices.retain(|other| other.folder != office.folder);
        offices.insert(0, office);
        offices.truncate(MOST_OFFICES);
        self.write()
    }

    /// Writes the file so that a power cut leaves the old or the new one, never half of it.
    fn write(&self) -> io::Result<()> {
        let folder = self.file.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let fresh = self.file.with_extension("json.new");
        let mut file = File::create(&fresh)?;
        file.write_all(&serde_json::to_vec_pretty(&self.stored)?)?;
        file.sync_all()?;
        fs::rename(&fresh, &self.file)?;
        File::open(folder)?.sync_all()
    }
}

/// The code of the language that the settings in a folder choose, as systems know it.
#[must_use]
pub fn language_kept(folder: &Path) -> &'static str {
    match Settings::read(folder).stored().settings.language {
        Language::Ru => "ru",
        Language::En => "en",
    }
}

/// Minutes of a day: longer is never.
const LONGEST_IDLE: u32 = 24 * 60;

fn within_bounds(mut settings: ProgramSettings) -> ProgramSettings {
    let scale = settings.text_scale;
    settings.text_scale = if scale.is_finite() {
        scale.clamp(1.0, 2.0)
    } else {
        1.0
    };
    settings.lock_after = settings.lock_after.min(LONGEST_IDLE);
    settings.actor = settings.actor.trim().chars().take(200).collect();
    settings
}

#[cfg(test)]
mod tests {
    use super::{ProgramSettings, Settings, Theme};

    #[test]
    fn are_found_again_as_they_were_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let config = folder.path().join("not/yet/there");
        let mut settings = Settings::read(&config);
        assert_eq!(settings.stored().settings, ProgramSettings::default());
        let chosen = ProgramSettings {
            theme: Theme::Dark,
            text_scale: 1.5,
            actor: "Анна".into(),
            ..ProgramSettings::default()
        };
        settings.set(chosen.clone()).expect("written");
        settings
            .set_last_folder(Some("/somewhere/офис".into()))
            .expect("written");

        let again = Settings::read(&config);
        assert_eq!(again.stored().settings, chosen);
        assert_eq!(
            again.stored().last_folder.as_deref(),
            Some("/somewhere/офис".as_ref())
        );
    }

    #[test]
    fn a_broken_file_or_a_wild_value_gives_something_usable() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("settings.json"), "{\"theme\": ").expect("written");
        assert_eq!(
            Settings::read(folder.path()).stored().settings,
            ProgramSettings::default()
        );
        let aside = std::fs::read(folder.path().join("settings.json.damaged"));
        assert_eq!(aside.expect("set aside"), b"{\"theme\": ");

        std::fs::write(
            folder.path().join("settings.json"),
            "{\"text_scale\": 900, \"later\": 1}",
        )
        .expect("written");
        assert_eq!(
            Settings::read(folder.path()).stored().settings.text_scale,
            2.0
        );
    }
}
