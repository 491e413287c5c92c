//! The handle on one office's records, and the folder they lie in.

use crate::cipher::keys::Cipher;
use crate::clock::term::{AnswerLaw, TermCounter};
use crate::database::connection::structure_whole;
use crate::database::page_sums::PageSums;
use crate::database::remembered::CountCache;
use crate::error::{RegisterError, Result};
use crate::journal::head::HeadFile;
use crate::journal::lost_rows::LostRows;
use crate::store::content::Store;
use crate::store::scratch::Scratch;
use chrono::{DateTime, FixedOffset, Utc};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use ts_rs::TS;

/// One office's records: one connection that writes, one that only reads, the
/// document store and the scratch folder. It may be shared between threads.
pub struct Register {
    pub(crate) dir: PathBuf,
    // It is let go before the connection that writes: the last to close brings
    // what stands in the log into the file, and one that only reads can't.
    pub(crate) reader: Mutex<Connection>,
    pub(crate) writer: Mutex<Connection>,
    pub(crate) drafts: Mutex<Connection>,
    pub(crate) cipher: Cipher,
    pub(crate) store: Store,
    pub(crate) scratch: Scratch,
    pub(crate) totals: CountCache,
    pub(crate) counter: OnceLock<Box<TermCounter>>,
    pub(crate) answers: OnceLock<Box<AnswerLaw>>,
    pub(crate) opening: Opening,
    /// `journal.head`, where the end of the journal is written a second time.
    pub(crate) head_file: Mutex<HeadFile>,
    /// The records lost rows, and nobody has taken them as they are.
    pub(crate) gone_back: AtomicBool,
    /// Pages of the database are not as this program left them, and no check
    /// has found the records whole since.
    pub(crate) changed_outside: AtomicBool,
    /// The pages of the database, let go after the connections.
    pub(crate) sums: Option<PageSums>,
    /// Held shared while the office is open, so that another program that
    /// opens it knows not to sweep.
    pub(crate) lock: Option<File>,
    /// Held while a backup is looked at, whose documents lie there.
    pub(crate) shelf: Option<File>,
    /// Why nothing can be written.
    pub(crate) unwritable: Option<Unwritable>,
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
    /// Rows that were seen and are not there. Until somebody takes the records
    /// as they are, nothing is written, numbered or swept.
    pub lost_rows: Option<LostRows>,
    /// The backup whose records these are, to be looked at only: nothing is
    /// written, numbered or swept.
    pub copy_of: Option<CopyOf>,
    /// Damaged files that can be done without, as they are named now that
    /// others were made in their place.
    pub set_aside: Vec<PathBuf>,
}

/// A backup that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOf {
    pub dir: PathBuf,
    /// When it was made.
    pub at: DateTime<FixedOffset>,
}

/// Why nothing can be written, so that the records can only be read, printed and copied elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Unwritable {
    /// The medium or the folder takes nothing from this user.
    Denied,
    /// The disk has no room left, not even for what opening needs.
    DiskFull,
}

impl From<Unwritable> for RegisterError {
    fn from(why: Unwritable) -> Self {
        match why {
            Unwritable::Denied => Self::Denied,
            Unwritable::DiskFull => Self::DiskFull,
        }
    }
}

pub(crate) const DATABASE: &str = "office.sqlite";

/// Says that a backup is being restored into the folder.
pub(crate) const RESTORING: &str = "restoring.json";

impl Register {
    /// The folder the office is kept in.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// What was found and done at opening.
    pub fn opening(&self) -> &Opening {
        &self.opening
    }

    /// When the structure of the database was last checked.
    pub fn structure_checked(&self) -> Option<DateTime<Utc>> {
        let at = self.sums.as_ref()?.checked().ok()??;
        DateTime::from_timestamp(i64::try_from(at).ok()?, 0)
    }

    /// Whether another program wrote to the database, or its pages altered by
    /// themselves, and no check has found the records whole since.
    pub fn changed_outside(&self) -> bool {
        self.changed_outside.load(Ordering::SeqCst)
    }

    /// Why nothing can be written, if nothing can.
    pub fn unwritable(&self) -> Option<Unwritable> {
        self.unwritable
    }

    /// Refuses to write where nothing can be written.
    pub(crate) fn writable(&self) -> Result<()> {
        self.unwritable.map_or(Ok(()), |why| Err(why.into()))
    }

    /// Whether a password locks the records.
    pub fn has_password(&self) -> bool {
        self.cipher.is_locked()
    }

    /// What is lost, until the records are taken as they are.
    pub fn lost_rows(&self) -> Option<&LostRows> {
        let gone_back = self.gone_back.load(Ordering::SeqCst);
        self.opening.lost_rows.as_ref().filter(|_| gone_back)
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn reader(&self) -> MutexGuard<'_, Connection> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn draft_store(&self) -> MutexGuard<'_, Connection> {
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says how terms are counted. Without it the days of clocks that are
    /// counted stay unknown.
    pub fn set_term_counter(&self, counter: Box<TermCounter>) {
        // A second way of counting would be a mistake of the host; the first stands.
        let _ = self.counter.set(counter);
    }

    /// Reads every page of the database and checks its own structure; slow on
    /// a large office.
    ///
    /// # Errors
    /// [`RegisterError::Corrupt`] with what was found.
    pub fn integrity_check(&self) -> Result<()> {
        structure_whole(&self.reader())
    }
}
