//! What a command needs beyond the office: a person in front of a screen, a system around the program,
//! a clock. A host has them or stands in for them; what is not asked for here, no command can do.

use crate::Theme;
use chrono::{DateTime, FixedOffset};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use thiserror::Error;
use zeroize::Zeroizing;

/// One line of a dialog's list of file types: what it is called, and the endings it means.
pub type FileType<'a> = (&'a str, &'a [&'a str]);

/// Why the keyring of the person's account was of no use; holds what the system said.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyringFault {
    /// Nothing keeps secrets on this computer.
    #[error("there is no keyring: {0}")]
    Missing(String),
    /// It is shut, and the person did not open it.
    #[error("the keyring stayed shut")]
    Shut,
    #[error("the keyring: {0}")]
    Failed(String),
}

/// One job for the printer, its pages as they look on paper.
pub struct PrintJob {
    /// What the queue of the printer calls it.
    pub title: String,
    /// Each page as a PNG of [`PRINTED_DPI`] dots an inch, drawn from the very bytes that are kept.
    pub pages: Vec<Vec<u8>>,
}

/// Fine enough for small letters on any office printer.
pub const PRINTED_DPI: f32 = 300.0;

/// The surroundings of the program. A dialog that is closed without an answer gives nothing.
pub trait Host {
    /// The clock on the wall, with the offset of the place.
    fn now(&self) -> DateTime<FixedOffset>;

    /// A moment that a medium keeps, with the offset that this place had then.
    fn local(&self, moment: SystemTime) -> DateTime<FixedOffset>;

    /// Asks for files that are there; at most one unless `many`.
    fn choose_files(&self, title: &str, types: &[FileType<'_>], many: bool) -> Vec<PathBuf>;

    /// Asks for a folder, which may be made in the dialog.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;

    /// Asks where to save a file that would be called `name`.
    fn choose_where_to_save(&self, title: &str, name: &str, kind: FileType<'_>) -> Option<PathBuf>;

    /// Opens a file with the system's program for it. It is a copy that may be spoilt.
    ///
    /// # Errors
    /// What the system said, where it has no such program or can't start it.
    fn open(&self, copy: &Path) -> Result<(), String>;

    /// Keeps a secret under an id in the keyring of the person's account; one of the same id gives way.
    ///
    /// # Errors
    /// [`KeyringFault`], as for the other two.
    fn keyring_keep(&self, id: &str, secret: &Zeroizing<String>) -> Result<(), KeyringFault>;

    /// The secret of an id, if one is kept.
    fn keyring_read(&self, id: &str) -> Result<Option<Zeroizing<String>>, KeyringFault>;

    /// Removes the secret of an id; one that is not there is no error.
    fn keyring_remove(&self, id: &str) -> Result<(), KeyringFault>;

    /// Prints pages through the system's own dialog, over the window. Says whether anything was printed: whoever
    /// closes the dialog prints nothing.
    ///
    /// # Errors
    /// What the system said, where it can't print.
    fn print(&self, job: PrintJob) -> Result<bool, String>;

    /// Shows a notification of the system.
    fn notify(&self, text: &str);

    /// Whether the window has the attention of the person now.
    fn is_watched(&self) -> bool;

    /// Gives the window the colours chosen.
    fn set_theme(&self, theme: Theme);

    /// Brings the window before the person's eyes.
    fn show_window(&self);
}
