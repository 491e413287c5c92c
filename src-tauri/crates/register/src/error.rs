//! What can go wrong in the register, precisely enough to be worded.

use crate::journal::lost_rows::LostRows;
use rusqlite::{ErrorCode, ffi};
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// Why the register did not do as asked. Nothing was changed.
#[derive(Debug, Error)]
pub enum RegisterError {
    /// There is no such thing; the word names its sort: `complaint`, `letter`, …
    #[error("no such {0}")]
    NotFound(&'static str),
    /// Several numbers may be meant by what was typed; they are named.
    #[error("it may mean {0}")]
    Ambiguous(String),
    /// A complaint with that id was written down already, under this number.
    #[error("recorded already as {0}")]
    AlreadyRecorded(String),
    /// Somebody changed the complaint since it was read.
    #[error("expected version {expected}, found {found}")]
    Conflict {
        /// The version the caller had read.
        expected: i64,
        /// The version it has now.
        found: i64,
    },
    /// A case can't be closed as answered: no final letter is issued, or a demand is undecided.
    #[error("the complaint is not answered")]
    NotAnswered(complaint::Unanswered),
    /// This reason for closing without an answer must be said in words.
    #[error("the reason must be said in words")]
    WordsNeeded,
    /// The case is closed; reopen it first.
    #[error("the complaint is closed")]
    Closed,
    #[error("the complaint is not closed")]
    NotClosed,
    /// It lies in the trash; restore it first.
    #[error("it lies in the trash")]
    Trashed,
    #[error("it does not lie in the trash")]
    NotTrashed,
    /// Something else lies in the trash than what was agreed to go.
    #[error("something else lies in the trash")]
    TrashChanged,
    /// An order keeps the complaint of this number: it is not erased.
    #[error("an order keeps {0}")]
    Held(String),
    /// It is not due to be erased, or no longer.
    #[error("it is not due to be erased")]
    NotDue,
    /// Something else would be erased than what was agreed to.
    #[error("something else would be erased")]
    ErasureChanged,
    /// Nothing is left to undo it by: what it wrote was erased.
    #[error("what it wrote was erased")]
    Erased,
    /// An issued letter can't be changed, only superseded.
    #[error("an issued letter is frozen")]
    Frozen,
    /// The letter is not issued yet, or is superseded already.
    #[error("the letter is not issued")]
    NotIssued,
    /// The letter waits for the head's approval already.
    #[error("the letter waits for approval already")]
    Waiting,
    /// The letter does not wait for approval, or no approval stands.
    #[error("the letter does not wait for approval")]
    NotWaiting,
    /// No request for information is open.
    #[error("no question is open")]
    NoQuestion,
    /// A number pattern without a counting number, or with unknown braces.
    #[error("not a number pattern: {0}")]
    Pattern(String),
    #[error("nothing to undo")]
    NothingToUndo,
    /// A change of this sort is never undone; the word names the operation.
    #[error("{0} is never undone")]
    NotReversible(&'static str),
    /// Later changes touched the same facts; undo those first.
    #[error("later changes stand in the way of undoing {0}")]
    UndoConflict(i64),
    /// An office is kept in this folder already.
    #[error("an office is kept here already")]
    AlreadyExists,
    /// Something that is not the office's own bears one of its names: a link, a
    /// device, a folder in place of a file, or a folder that somebody else filled.
    #[error("{} is not the office's own", .0.display())]
    Foreign(PathBuf),
    /// The records have another schema than the program gives records of their
    /// version; the first thing that is added, altered or missing is named.
    #[error("the schema of the records is not the program's: {0}")]
    ForeignSchema(String),
    /// No office is kept in this folder.
    #[error("no office is kept here")]
    NotAnOffice,
    /// The records were written by a newer program.
    #[error("the records are of version {found}, this program knows up to {known}")]
    TooNew {
        /// Version of the records.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The clock follows from facts; they are to be changed instead.
    #[error("the clock follows from facts")]
    OfFacts,
    #[error("the clock has ended")]
    ClockEnded,
    /// The clock stands still on some of these days already.
    #[error("the clock stands still on these days")]
    ClockPaused,
    /// The records are of a version this program can no longer bring up to date.
    #[error("the records are of version {found}, this program takes from {oldest}")]
    TooOld {
        /// Version of the records.
        found: i64,
        /// The oldest version this program takes.
        oldest: i64,
    },
    /// The office is locked with a password, and none was given.
    #[error("a password is needed")]
    PasswordNeeded,
    #[error("the password is wrong")]
    WrongPassword,
    /// The recovery key is well written, but of another office, or an earlier one.
    #[error("the recovery key is another one")]
    WrongRecoveryKey,
    /// A number would count in this year, after that of the clock.
    #[error("numbers count in {0}, the clock stands behind")]
    ClockBehind(i32),
    /// What the system keeps does not open the records: another secret, or one of before the password was changed.
    #[error("what the keyring keeps opens nothing")]
    KeyringVoid,
    /// A backup that would be removed is the last good one.
    #[error("it is the only copy")]
    OnlyCopy,
    /// A recovery key has eight groups of five digits, this has not.
    #[error("a recovery key has 8 groups of 5 digits")]
    RecoveryKeyLength,
    /// A group of the recovery key, counted from 1, is mistyped.
    #[error("group {0} of the recovery key is mistyped")]
    RecoveryKeyGroup(usize),
    /// The office is locked with a password already.
    #[error("the office has a password")]
    HasPassword,
    /// Locking the office, or taking its password off, broke off, and the
    /// folder in which that was done no longer tells how far it came. Nothing
    /// in it is touched; a backup put in place keeps it beside.
    #[error("how far the conversion in {} came can't be read", .0.display())]
    ConversionUnread(PathBuf),
    /// The office is not locked with a password.
    #[error("the office has no password")]
    NoPassword,
    /// Another program is writing; trying again may help.
    #[error("another program is writing to the records")]
    Locked,
    /// No room on the disk, or a limit of the file system.
    #[error("no room on the disk")]
    DiskFull,
    /// The system does not allow reading or writing there.
    #[error("the system does not allow it")]
    Denied,
    /// Rows that were seen are not there; nothing is written until somebody
    /// takes the records as they are.
    #[error("{} rows are there, {} were seen", .0.found, .0.seen)]
    RowsLost(LostRows),
    /// The records are damaged.
    #[error("the records are damaged: {0}")]
    Corrupt(String),
    /// Content that a record names is not in the document store.
    #[error("content {0} is missing")]
    MissingFile(String),
    /// Content in the document store is not what its name says.
    #[error("content {0} was altered")]
    Altered(String),
    /// Stopped as asked; nothing is left behind.
    #[error("stopped")]
    Cancelled,
    /// A folder that had to be new or empty is neither.
    #[error("{} is not empty", .0.display())]
    NotEmpty(PathBuf),
    /// A folder whose name is no Unicode text: SQLite does not write there.
    #[error("{} is no Unicode text", .0.display())]
    NotUnicode(PathBuf),
    /// A folder to copy into lies in what is to be copied, or the other way round.
    #[error("{} and what is copied lie within one another", .0.display())]
    Nested(PathBuf),
    /// A backup lies there, which is restored before it is used.
    #[error("a backup is kept here, not an office")]
    IsABackup,
    /// The records are those of a backup, to be looked at only.
    #[error("this is a copy to be looked at")]
    ACopy,
    /// A folder is no finished backup.
    #[error("not a finished backup")]
    NotABackup,
    /// Reading or writing a file failed.
    #[error("file: {0}")]
    Io(#[source] io::Error),
    /// The database failed in a way that has no word of its own here.
    #[error("database: {0}")]
    Sqlite(#[source] rusqlite::Error),
}

/// What the register gives back.
pub type Result<T, E = RegisterError> = std::result::Result<T, E>;

// Kinds of errors that others define, and add to.
#[allow(clippy::wildcard_enum_match_arm)]
impl From<rusqlite::Error> for RegisterError {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Locked,
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => {
                    Self::Corrupt(error.to_string())
                }
                // The index of the log finds no room.
                ErrorCode::SystemIoFailure
                    if [ffi::SQLITE_IOERR_SHMSIZE, ffi::SQLITE_IOERR_SHMMAP]
                        .contains(&failure.extended_code) =>
                {
                    Self::DiskFull
                }
                ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
                    Self::Denied
                }
                _ => Self::Sqlite(error),
            },
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::Utf8Error(..)
            | rusqlite::Error::IntegralValueOutOfRange(..) => Self::Corrupt(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}

// Kinds of errors that others define, and add to.
#[allow(clippy::wildcard_enum_match_arm)]
impl From<io::Error> for RegisterError {
    fn from(error: io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        if vault::VaultError::is_altered(&error) {
            return Self::Altered(String::new());
        }
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge => Self::DiskFull,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem => Self::Denied,
            _ => Self::Io(error),
        }
    }
}

impl From<serde_json::Error> for RegisterError {
    fn from(error: serde_json::Error) -> Self {
        Self::Corrupt(error.to_string())
    }
}
