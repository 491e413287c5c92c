//! Every way in which a command can fail, as the one value that the window gets.

use crate::host::KeyringFault;
use office::{Failure, NotRead, NotWritten, OfficeError};
use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a command did not do as asked.
#[derive(Debug, Error)]
pub enum Refusal {
    /// A use case of the office refused or failed.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The same of the office that is open, in this folder.
    #[error("{}: {error}", folder.display())]
    OpenOffice { folder: PathBuf, error: OfficeError },
    #[error("no office is open")]
    NoOffice,
    /// Nobody has said where copies are to lie.
    #[error("copies have no place")]
    NoPlace,
    /// The token was not handed out in this run.
    #[error("no such token")]
    NoToken,
    /// A chosen or dropped file can't be read.
    #[error("the file can't be read: {0}")]
    Unreadable(#[from] NotRead),
    /// One of several files can't be read.
    #[error("{name}: {reason}")]
    NotHandedOver { name: String, reason: NotRead },
    /// A file can't be saved where the person wants it.
    #[error("the file can't be saved: {0}")]
    NotSaved(#[source] io::Error),
    /// A file can't be written there.
    #[error("{}: {reason}", path.display())]
    NotWritten { path: PathBuf, reason: NotWritten },
    /// The person closed the dialog without an answer.
    #[error("the dialog was cancelled")]
    Cancelled,
    /// The system has no program for the file, or did not start it.
    #[error("the system can't open it: {0}")]
    NotOpened(String),
    /// The system can't print, or the printer refused.
    #[error("it can't be printed: {0}")]
    NotPrinted(String),
    /// The settings can't be kept.
    #[error("the settings can't be kept: {0}")]
    Settings(#[source] io::Error),
    /// A sample office is to be deleted, and there is none.
    #[error("there is no sample office")]
    NoSample,
    /// A password is to be changed, or was to be set, and there is none.
    #[error("there is no password")]
    NoPassword,
    /// The keyring of the person's account did not do it.
    #[error(transparent)]
    Keyring(#[from] KeyringFault),
    /// A password can be found by trying; the field is named.
    #[error("the password is too short")]
    PasswordShort(&'static str),
    /// The input is not of the shape that the command takes.
    #[error("the input: {0}")]
    Input(#[from] serde_path_to_error::Error<serde_json::Error>),
    /// The command ended in a way that is a fault of the program itself.
    #[error("the program failed: {0}")]
    Broken(String),
}

impl From<Refusal> for Failure {
    fn from(error: Refusal) -> Self {
        match error {
            Refusal::Office(error) => Self::from(error),
            Refusal::OpenOffice { folder, error } => Self::from(error).of_records_in(&folder),
            Refusal::NoOffice => Self::of("no_office"),
            Refusal::NoPlace => Self::of("no_place"),
            Refusal::NoToken => Self::of("unknown_token"),
            Refusal::Unreadable(reason) => read_failure(&reason, None),
            Refusal::NotHandedOver { name, reason } => read_failure(&reason, Some(&name)),
            Refusal::NotSaved(reason) | Refusal::Settings(reason) => file_failure(&reason),
            Refusal::NotWritten { path, reason } => write_failure(&path, &reason),
            Refusal::Cancelled => Self::of("cancelled"),
            Refusal::NotOpened(reason) => Self::of("no_program").with(reason),
            Refusal::NotPrinted(reason) => Self::of("not_printed").with(reason),
            Refusal::NoPassword => Self::of("no_password"),
            Refusal::Keyring(KeyringFault::Missing(what)) => Self::of("no_keyring").with(what),
            Refusal::Keyring(KeyringFault::Shut) => Self::of("keyring_shut"),
            Refusal::Keyring(KeyringFault::Failed(what)) => Self::of("keyring_failed").with(what),
            Refusal::PasswordShort(field) => Self::of("password_short").at(field),
            Refusal::NoSample => Self::of("not_an_office"),
            Refusal::Input(wrong) => input_failure(&wrong),
            Refusal::Broken(what) => Self::of("unexpected").with(what),
        }
    }
}

/// The place in the input that is not as it should be, named as a field that a use case refuses is: `demands.0.amount`.
fn input_failure(wrong: &serde_path_to_error::Error<serde_json::Error>) -> Failure {
    use serde_path_to_error::Segment;
    let place = wrong.path().iter().map(|segment| match segment {
        Segment::Seq { index } => index.to_string(),
        Segment::Map { key } => key.clone(),
        Segment::Enum { variant } => variant.clone(),
        Segment::Unknown => "?".to_owned(),
    });
    let place: Vec<String> = place.collect();
    let failure = Failure::of("unexpected").with(wrong.inner());
    if place.is_empty() {
        failure
    } else {
        failure.at(place.join("."))
    }
}

/// Why a file that was handed over is not read; its name, where several were.
fn read_failure(reason: &NotRead, name: Option<&str>) -> Failure {
    let failure = match reason {
        NotRead::NotAFile => Failure::of("not_a_file"),
        NotRead::TooLarge => return Failure::of("mail").with("too_large"),
        NotRead::Io(reason) if reason.kind() == io::ErrorKind::NotFound => Failure::of("file_gone"),
        NotRead::Io(reason) => file_failure(reason),
    };
    match name {
        Some(name) => failure.with(name),
        None => failure,
    }
}

/// Why a file is not where the person wants it: the folder or the file is named.
fn write_failure(path: &Path, reason: &NotWritten) -> Failure {
    // Where to is not said: the name of a file may be that of a person.
    log::warn!("a file can't be written where it was to be saved: {reason}");
    let reason = match reason {
        NotWritten::AmongRecords => return Failure::of("among_records").with(path.display()),
        NotWritten::NotAFile => return Failure::of("not_a_file").with(path.display()),
        NotWritten::Io(reason) => reason,
    };
    if reason.kind() == io::ErrorKind::NotFound {
        let folder = path.parent().unwrap_or(path);
        return Failure::of("folder_gone").with(folder.display());
    }
    match file_failure(reason) {
        failure if failure.code == "io" => Failure::of("not_saved").with(path.display()),
        failure => failure.with(path.display()),
    }
}

/// What the system said of a file outside the office, in the register's words for the same thing.
#[allow(
    clippy::wildcard_enum_match_arm,
    reason = "the kinds of the system's errors are the standard library's, which adds to them"
)]
fn file_failure(reason: &io::Error) -> Failure {
    use io::ErrorKind as Kind;
    match reason.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Failure::of("disk_full"),
        Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Failure::of("denied"),
        _ => Failure::of("io").with(reason),
    }
}
