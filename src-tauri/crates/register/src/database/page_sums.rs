//! A sum of each page of the database, kept beside it, so that a bit that
//! turned on the disk is told before anything of the page is shown.
//!
//! What it promises: the pages in the file are those that were last brought into
//! it, each looked at when the records are opened. What still stands in the
//! database's log alone has sums of SQLite's own there, and rows that are lost
//! with it are told by [`crate::journal::head`]. Pages are brought into the file
//! nowhere but within [`PageSums::around`], which names them as unknown on the
//! disk first and lets nobody write until their sums are taken: a kill leaves a
//! page without a sum, never with a wrong one, and so does another program.
//!
//! The sums are of the kind that finds accidents. Whoever means harm is told by
//! the journal's chain.

use crate::cipher::keys::Cipher;
use crate::database::connection::open_beside;
use crate::database::folder::{private_file, sync_dir};
use crate::database::log_pages::{InLog, pages_in_log};
use crate::database::stored_sums::{LookedAt, StoredSums, UNKNOWN, read_sums, sum};
use crate::error::Result;
use rusqlite::TransactionBehavior;
use std::fs::{self, File};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::{SystemTime, UNIX_EPOCH};

pub(crate) const SUMS: &str = "office.sums";

/// What is being written, until it is whole.
pub(crate) const SUMS_PART: &str = "office.sums.part";

/// Bytes of a log that is brought in before its turn.
const LONG_LOG: u64 = 4 << 20;

/// How much is read at a time; a multiple of every size of page.
const CHUNK: usize = 1 << 20;

/// So many altered pages are named.
const NAMED: usize = 10;

/// What looking at every page found.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// There are no sums, or they can't be read.
    NoSums,
    Whole,
    /// Pages that are not as they were brought in, the first few, from 1.
    Altered {
        pages: Vec<u32>,
        /// Whether the file was written to since, as its time says: another
        /// program did that, and no bit turned by itself.
        written: bool,
    },
}

impl Look {
    /// The pages that are altered though nobody wrote to the file.
    pub(crate) fn turned(&self) -> Option<String> {
        matches!(self, Self::Altered { written: false, .. }).then(|| self.said())
    }

    /// Which pages are altered, in words for whoever looks after the computer.
    pub(crate) fn said(&self) -> String {
        match self {
            Self::NoSums | Self::Whole => String::new(),
            Self::Altered { pages, .. } => {
                let pages: Vec<String> = pages.iter().map(u32::to_string).collect();
                format!("page {}", pages.join(", "))
            }
        }
    }
}

/// The file of the database, to read its pages.
pub(crate) struct PageSums {
    database: PathBuf,
    path: PathBuf,
    file: Arc<Mutex<File>>,
    cipher: Cipher,
    /// How far the journal was found whole at this opening, to be written with the sums: by itself that is no reason
    /// to write.
    looked: Mutex<Option<LookedAt>>,
}

/// Databases whose pages are read. To close a file takes away the locks that
/// this program holds on it, those of SQLite too, so each is opened once and
/// stays open as long as anybody reads it.
static OPEN: Mutex<Vec<(PathBuf, Weak<Mutex<File>>)>> = Mutex::new(Vec::new());

fn shared(path: &Path) -> Result<Arc<Mutex<File>>> {
    let path = fs::canonicalize(path)?;
    let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    open.retain(|(_, file)| file.strong_count() > 0);
    let known = open.iter().find(|(known, _)| *known == path);
    if let Some(file) = known.and_then(|(_, file)| file.upgrade()) {
        return Ok(file);
    }
    let file = Arc::new(Mutex::new(File::open(&path)?));
    open.push((path, Arc::downgrade(&file)));
    Ok(file)
}

fn since_1970(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_nanos()).unwrap_or(u64::MAX)
}

impl PageSums {
    /// The sums of a database; those of an encrypted one are of its pages as
    /// they lie there.
    pub(crate) fn open(database: &Path, cipher: &Cipher) -> Result<Self> {
        Ok(Self {
            cipher: cipher.clone(),
            path: database.with_file_name(SUMS),
            file: shared(database)?,
            database: database.to_owned(),
            looked: Mutex::default(),
        })
    }

    /// Compares every page with its sum.
    pub(crate) fn look(&self) -> Result<Look> {
        let Some(stored) = self.stored()? else {
            return Ok(Look::NoSums);
        };
        let found = self.of_all(stored.page)?;
        let mut pages = Vec::new();
        for at in 0..stored.sums.len().max(found.len()) {
            let expected = stored.sums.get(at).copied();
            if expected != Some(UNKNOWN) && expected != found.get(at).copied() {
                pages.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
            }
            if pages.len() == NAMED {
                break;
            }
        }
        if pages.is_empty() {
            return Ok(Look::Whole);
        }
        let written = self.written()? != stored.written;
        Ok(Look::Altered { pages, written })
    }

    /// Sums up every page as it is now, in place of what was known; `altered`
    /// where that was something else.
    pub(crate) fn take_anew(&self, altered: bool) -> Result<()> {
        let Some(page) = self.page_size()? else {
            return Ok(());
        };
        let known = self.stored()?;
        let stored = StoredSums {
            page,
            written: self.written()?,
            checked: known.as_ref().map_or(0, |known| known.checked),
            looked: known
                .as_ref()
                .map_or_else(LookedAt::default, |known| known.looked),
            unanswered: altered || known.is_some_and(|known| known.unanswered),
            sums: self.of_all(page)?,
        };
        self.store(&stored)
    }

    /// Has pages brought from the log into the file, and sums them up.
    pub(crate) fn around(&self, checkpoint: impl FnOnce()) -> Result<()> {
        // What another program adds to the log meanwhile would be brought in unlisted.
        let mut beside = open_beside(&self.database, &self.cipher)?;
        let _held = beside.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let InLog { pages, length } = pages_in_log(&self.log())?;
        let Some(mut stored) = self.stored()? else {
            checkpoint();
            return self.take_anew(false);
        };
        if pages.is_empty() {
            return Ok(());
        }
        let places: Vec<usize> = pages.iter().map(|page| *page as usize - 1).collect();
        // Those that the file gets, and those that it loses, are no other than those that change.
        // A damaged log may name any page, and a change writes nearly all of those that it adds.
        let known = stored.sums.len();
        let furthest = places.iter().max().map_or(0, |place| place + 1);
        let added = furthest.min(length).min(known + 2 * places.len());
        stored.sums.resize(known.max(added), UNKNOWN);
        for place in places.iter().copied().chain(length..stored.sums.len()) {
            if let Some(sum) = stored.sums.get_mut(place) {
                *sum = UNKNOWN;
            }
        }
        if let Err(error) = self.store(&stored) {
            // Better no sums than wrong ones.
            let _ = fs::remove_file(&self.path);
            checkpoint();
            return Err(error);
        }
        checkpoint();
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let length = file.metadata()?.len() / u64::from(stored.page);
        let length = usize::try_from(length).unwrap_or(usize::MAX);
        stored.sums.resize(length, UNKNOWN);
        let mut page = vec![0; stored.page as usize];
        for place in places.into_iter().filter(|place| *place < length) {
            file.seek(SeekFrom::Start(place as u64 * u64::from(stored.page)))?;
            file.read_exact(&mut page)?;
            stored.sums[place] = sum(&page);
        }
        drop(file);
        stored.written = self.written()?;
        self.store(&stored)
    }

    /// Whether pages were found altered since the records were last found whole.
    pub(crate) fn unanswered(&self) -> Result<bool> {
        Ok(self.stored()?.is_some_and(|stored| stored.unanswered))
    }

    /// The records are found whole.
    pub(crate) fn answered(&self) -> Result<()> {
        self.keep_unanswered(false)
    }

    /// The records are not as their journal says, though no page was altered behind the sums.
    pub(crate) fn differs(&self) -> Result<()> {
        self.keep_unanswered(true)
    }

    fn keep_unanswered(&self, unanswered: bool) -> Result<()> {
        match self.stored()? {
            Some(stored) if stored.unanswered != unanswered => self.store(&StoredSums {
                unanswered,
                ..stored
            }),
            Some(_) | None => Ok(()),
        }
    }

    /// When the structure of the database was last checked, in seconds since 1970.
    pub(crate) fn checked(&self) -> Result<Option<u64>> {
        let stored = self.stored()?;
        Ok(stored.map(|stored| stored.checked).filter(|at| *at > 0))
    }

    pub(crate) fn checked_now(&self, now: u64) -> Result<()> {
        match self.stored()? {
            Some(stored) => self.store(&StoredSums {
                checked: now,
                ..stored
            }),
            None => Ok(()),
        }
    }

    /// How far the journal was found whole at an opening before.
    pub(crate) fn looked_at(&self) -> Result<Option<LookedAt>> {
        let stored = self.stored()?;
        Ok(stored.map(|stored| stored.looked).filter(|at| at.seq > 0))
    }

    /// The journal is whole up to there.
    pub(crate) fn look_from(&self, place: LookedAt) {
        *self.looked.lock().unwrap_or_else(PoisonError::into_inner) = Some(place);
    }

    /// Whether so much stands in the log that it takes room from the disk.
    pub(crate) fn log_is_long(&self) -> bool {
        fs::metadata(self.log()).is_ok_and(|log| log.len() > LONG_LOG)
    }

    fn log(&self) -> PathBuf {
        let mut log = self.database.as_os_str().to_owned();
        log.push("-wal");
        log.into()
    }

    fn written(&self) -> Result<u64> {
        let file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(since_1970(file.metadata()?.modified()?))
    }

    fn page_size(&self) -> Result<Option<u32>> {
        let page = self.cipher.page_size();
        if page.is_some() {
            return Ok(page);
        }
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        let mut head = [0; 18];
        file.seek(SeekFrom::Start(0))?;
        match file.read_exact(&mut head) {
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
            read => read?,
        }
        // 65536 does not fit and stands there as 1.
        Ok(Some(match u16::from_be_bytes([head[16], head[17]]) {
            1 => 1 << 16,
            size if size.is_power_of_two() && size >= 512 => size.into(),
            _ => return Ok(None),
        }))
    }

    fn of_all(&self, page: u32) -> Result<Vec<u32>> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(0))?;
        let mut sums = Vec::new();
        let mut chunk = vec![0; CHUNK];
        loop {
            let mut filled = 0;
            while filled < CHUNK {
                match file.read(&mut chunk[filled..]) {
                    Ok(0) => break,
                    Ok(read) => filled += read,
                    Err(error) if error.kind() == ErrorKind::Interrupted => {}
                    Err(error) => return Err(error.into()),
                }
            }
            sums.extend(chunk[..filled].chunks(page as usize).map(sum));
            if filled < CHUNK {
                return Ok(sums);
            }
        }
    }

    /// The sums in their file; none where it is missing or damaged itself.
    fn stored(&self) -> Result<Option<StoredSums>> {
        match fs::read(&self.path) {
            Ok(bytes) => Ok(read_sums(&bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn store(&self, stored: &StoredSums) -> Result<()> {
        let looked = *self.looked.lock().unwrap_or_else(PoisonError::into_inner);
        let bytes = stored.bytes(looked.unwrap_or(stored.looked));
        let part = self.path.with_file_name(SUMS_PART);
        let mut file = private_file(&part)?;
        file.set_len(0)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(&part, &self.path)?;
        sync_dir(self.path.parent().unwrap_or(&self.path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    fn write(conn: &Connection, words: &str) -> rusqlite::Result<usize> {
        conn.execute("INSERT INTO a VALUES (?1)", [words.repeat(3_000)])
    }

    /// Brings in what stands in the log, and gives what is found of the files as a kill leaves them right after it.
    fn killed_after(sums: &PageSums, conn: &Connection) -> Look {
        let left = tempfile::tempdir().unwrap();
        sums.around(|| {
            conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
                .unwrap();
            for file in [&sums.database, &sums.path] {
                fs::copy(file, left.path().join(file.file_name().unwrap())).unwrap();
            }
        })
        .unwrap();
        let database = left.path().join(sums.database.file_name().unwrap());
        PageSums::open(&database, &Cipher::default())
            .unwrap()
            .look()
            .unwrap()
    }

    #[test]
    fn a_kill_while_the_database_grows_or_shrinks_is_no_alteration() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.sqlite");
        let conn = Connection::open(&path).unwrap();
        conn.pragma_update(None, "journal_mode", "WAL").unwrap();
        conn.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
        conn.execute_batch("CREATE TABLE a (x)").unwrap();
        write(&conn, "сначала").unwrap();
        let sums = PageSums::open(&path, &Cipher::default()).unwrap();
        sums.around(|| {
            conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
                .unwrap();
        })
        .unwrap();
        for _ in 0..5 {
            write(&conn, "больше").unwrap();
        }
        assert_eq!(killed_after(&sums, &conn), Look::Whole);
        assert_eq!(sums.look().unwrap(), Look::Whole);
        conn.execute_batch("DELETE FROM a WHERE rowid > 1; VACUUM")
            .unwrap();
        assert_eq!(killed_after(&sums, &conn), Look::Whole);
        assert_eq!(sums.look().unwrap(), Look::Whole);
        let pages = fs::metadata(&path).unwrap().len() / 4096;
        assert!(pages < 30, "{pages} pages are left");
    }

    #[test]
    fn what_another_program_writes_while_pages_are_brought_in_is_summed_up_too() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.sqlite");
        let conn = Connection::open(&path).unwrap();
        conn.pragma_update(None, "journal_mode", "WAL").unwrap();
        conn.execute_batch("CREATE TABLE a (x)").unwrap();
        for _ in 0..5 {
            write(&conn, "до").unwrap();
        }
        let sums = PageSums::open(&path, &Cipher::default()).unwrap();
        let bring_in = |conn: &Connection| {
            conn.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
                .unwrap();
        };
        sums.around(|| bring_in(&conn)).unwrap();
        assert_eq!(sums.look().unwrap(), Look::Whole);

        write(&conn, "после").unwrap();
        let other = Connection::open(&path).unwrap();
        other.busy_timeout(std::time::Duration::ZERO).unwrap();
        let mut written = false;
        sums.around(|| {
            // On a slow disk there is time for it between the list and the sums.
            written = write(&other, "другая").is_ok();
            bring_in(&conn);
        })
        .unwrap();
        assert_eq!(sums.look().unwrap(), Look::Whole);
        assert!(!written, "it waits");
        write(&other, "другая").unwrap();
        sums.around(|| bring_in(&conn)).unwrap();
        assert_eq!(sums.look().unwrap(), Look::Whole);
    }
}
