//! Every way in which a command can fail, as the one value that the window gets.

use office::{Failure, OfficeError};
use std::io;
use thiserror::Error;

/// Why a command did not do as asked.
#[derive(Debug, Error)]
pub enum ShellError {
    /// A use case of the office refused or failed.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// No office is open.
    #[error("no office is open")]
    NoOffice,
    /// The token was not handed out in this run.
    #[error("no such token")]
    NoToken,
    /// A chosen or dropped file can't be read.
    #[error("the file can't be read: {0}")]
    Unreadable(#[source] io::Error),
    /// A message is larger than any message is.
    #[error("the message is too large")]
    TooLarge,
    /// A file can't be saved where the person wants it.
    #[error("the file can't be saved: {0}")]
    NotSaved(#[source] io::Error),
    /// The person closed the dialog without an answer.
    #[error("the dialog was cancelled")]
    Cancelled,
    /// The system has no program for the file, or refused to start it.
    #[error("the system can't open it: {0}")]
    NotOpened(String),
    /// The settings can't be kept.
    #[error("the settings can't be kept: {0}")]
    Settings(#[source] io::Error),
    /// A sample office is to be deleted, and there is none.
    #[error("there is no sample office")]
    NoSample,
    /// The work ended in a way that is a fault of the program itself.
    #[error("the program failed: {0}")]
    Broken(String),
}

/// What a command answers.
pub type Answer<T> = Result<T, Failure>;

impl From<ShellError> for Failure {
    fn from(error: ShellError) -> Self {
        match error {
            ShellError::Office(error) => Self::from(error),
            ShellError::NoOffice => Self::of("no_office"),
            ShellError::NoToken => Self::of("unknown_token"),
            ShellError::Unreadable(reason)
            | ShellError::NotSaved(reason)
            | ShellError::Settings(reason) => file_failure(&reason),
            ShellError::TooLarge => Self::of("mail").with("too_large"),
            ShellError::Cancelled => Self::of("cancelled"),
            ShellError::NotOpened(reason) => Self::of("no_program").with(reason),
            ShellError::NoSample => Self::of("not_an_office"),
            ShellError::Broken(what) => Self::of("unexpected").with(what),
        }
    }
}

/// What the system said of a file outside the office, in the register's words for the same thing.
fn file_failure(reason: &io::Error) -> Failure {
    use io::ErrorKind as Kind;
    match reason.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Failure::of("disk_full"),
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Failure::of("denied"),
        _ => Failure::of("io").with(reason),
    }
}
