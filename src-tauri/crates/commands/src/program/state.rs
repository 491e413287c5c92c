//! What the window is told of the program.

use super::settings::Theme;
use complaint::Language;
use office::Failure;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;
use uuid::Uuid;

/// An office of the person's own that can be opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct KnownOffice {
    /// Names it in [`OfficeOpen`].
    pub token: Uuid,
    /// What it was called when it was opened last; empty when it never was.
    pub name: String,
    /// The path, for showing only.
    pub folder: String,
    /// Whether it is the one that is open.
    pub open: bool,
}

/// What the window needs to draw its first screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct ProgramState {
    /// Whether an office is open; if not, the first-run screen is shown.
    pub office_open: bool,
    /// Whether the office used last waits for its password.
    pub locked: bool,
    /// Whether a secret in the keyring of the person's account opens the office used last.
    pub keyring: bool,
    pub language: Language,
    pub theme: Theme,
    /// Size of the text, 1.0 to 2.0.
    pub text_scale: f64,
    pub actor: String,
    /// Whether the system says what today holds.
    pub reminders: bool,
    /// Minutes without a key or a pointer after which a locked office is shut; 0 for never.
    pub lock_after: u32,
    /// The folder of the office used last, for showing only.
    pub last_folder: Option<String>,
    /// Where a new office is kept unless another folder is chosen, for showing only.
    pub default_folder: String,
    pub version: String,
    /// Whether the open office is the sample.
    pub sample_open: bool,
    /// Why the office used last could not be opened, if so.
    pub problem: Option<Failure>,
    /// The person's own offices, the one used last first; those whose folder is there.
    pub offices: Vec<KnownOffice>,
}

/// Whether a password locks the office in a folder.
pub(super) fn is_locked(folder: &Path) -> bool {
    office::is_locked(folder).unwrap_or(false)
}

/// Whether a secret in the keyring of the person's account may open the office in a folder.
pub(super) fn has_keyring(folder: &Path) -> bool {
    office::keyring_id(folder).is_ok_and(|id| id.is_some())
}
