//! Bringing content from one store to another, each piece read through and
//! compared with its hash, and naming what can't be brought.

use crate::document::verify::{ContentUse, content_uses};
use crate::error::{RegisterError, Result};
use crate::store::content::{Incoming, Store, StoredFile};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};

/// Why content could not be brought over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LossReason {
    /// It does not lie where it should.
    Missing,
    /// It is not what its hash says.
    Altered,
    /// The system does not give it out.
    Unreadable,
}

impl LossReason {
    /// Its name as hosts hand it on.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Altered => "altered",
            Self::Unreadable => "unreadable",
        }
    }
}

/// Content that could not be brought over, and where it is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostContent {
    /// SHA-256 of the content, lower-case hexadecimal.
    pub sha256: String,
    pub reason: LossReason,
    /// The documents and letters that name it; none for an image of the letterhead.
    pub used_by: Vec<ContentUse>,
}

/// What was brought over, and what was not.
#[derive(Default)]
pub(crate) struct Brought {
    pub documents: u64,
    pub bytes: u64,
    pub lost: Vec<LostContent>,
}

/// How much is copied before it is seen onto the disk together, and in how
/// many files at most.
const BATCH_BYTES: u64 = 128 << 20;
const BATCH_FILES: usize = 512;

/// One copies while the other waits for the disk or reads what it wrote.
const THREADS: usize = 2;

/// What became of a piece of content.
enum Piece {
    Whole(StoredFile),
    Lost(String, LossReason),
}

/// Brings all content that the records `conn` name, through files in the folder
/// `parts`, and goes on where a piece can't be brought. `progress` gets pieces
/// done and of how many.
pub(crate) fn bring_all(
    conn: &Connection,
    from: &Store,
    to: &Store,
    parts: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Brought> {
    let contents = contents(conn)?;
    let of = contents.len() as u64;
    let mut brought = Brought::default();
    if progress(0, of).is_break() {
        return Err(RegisterError::Cancelled);
    }
    let stop = AtomicBool::new(false);
    let next = Mutex::new(contents.iter());
    let (sender, receiver) = mpsc::sync_channel::<Result<Piece>>(0);
    let lost = std::thread::scope(|scope| {
        for thread in 0..THREADS {
            let (sender, next, stop) = (sender.clone(), &next, &stop);
            scope.spawn(move || {
                let thread = CopyThread {
                    from,
                    to,
                    parts,
                    thread,
                };
                if let Err(error) = thread.copy_all(next, stop, &sender) {
                    // Nobody listens only when another failed before.
                    let _ = sender.send(Err(error));
                }
            });
        }
        drop(sender);
        let outcome = counted(&receiver, of, &mut brought, progress);
        if outcome.is_err() {
            stop.store(true, Ordering::Relaxed);
        }
        drop(receiver);
        outcome
    })?;
    to.sync()?;
    for (sha256, reason) in lost {
        brought.lost.push(LostContent {
            used_by: content_uses(conn, &sha256)?,
            sha256,
            reason,
        });
    }
    complaint::order::by(&mut brought.lost, |a, b| a.sha256.cmp(&b.sha256));
    Ok(brought)
}

/// Counts what comes, and gives what is lost.
fn counted(
    receiver: &mpsc::Receiver<Result<Piece>>,
    of: u64,
    brought: &mut Brought,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Vec<(String, LossReason)>> {
    let mut lost = Vec::new();
    for (done, piece) in (1u64..).zip(receiver) {
        match piece? {
            Piece::Whole(stored) => {
                brought.documents += 1;
                brought.bytes += stored.bytes;
            }
            Piece::Lost(sha256, reason) => lost.push((sha256, reason)),
        }
        if done < of && progress(done, of).is_break() {
            return Err(RegisterError::Cancelled);
        }
    }
    Ok(lost)
}

fn contents(conn: &Connection) -> Result<Vec<StoredFile>> {
    conn.prepare(include_str!("../document/contents.sql"))?
        .query_map([], |row| {
            Ok(StoredFile {
                sha256: row.get(0)?,
                bytes: u64::try_from(row.get::<_, i64>(1)?).unwrap_or(0),
            })
        })?
        .map(|found| Ok(found?))
        .collect()
}

/// One of those who bring content at the same time.
struct CopyThread<'a> {
    from: &'a Store,
    to: &'a Store,
    parts: &'a Path,
    thread: usize,
}

impl CopyThread<'_> {
    /// Takes piece after piece until none is left or `stop` is said.
    fn copy_all(
        &self,
        next: &Mutex<std::slice::Iter<'_, StoredFile>>,
        stop: &AtomicBool,
        sender: &mpsc::SyncSender<Result<Piece>>,
    ) -> Result<()> {
        let send = |piece| sender.send(Ok(piece)).map_err(|_| RegisterError::Cancelled);
        let mut batch = Vec::new();
        loop {
            if stop.load(Ordering::Relaxed) {
                return Err(RegisterError::Cancelled);
            }
            let piece = next.lock().unwrap_or_else(PoisonError::into_inner).next();
            let Some(piece) = piece else { break };
            if self.to.holds_whole(&piece.sha256) {
                send(Piece::Whole(piece.clone()))?;
                continue;
            }
            let temp = self.parts.join(format!("{}-{}", self.thread, batch.len()));
            match self.copy(&temp, &piece.sha256)? {
                Ok(incoming) => batch.push((incoming, piece.clone())),
                Err(reason) => send(Piece::Lost(piece.sha256.clone(), reason))?,
            }
            let bytes: u64 = batch.iter().map(|(_, stored)| stored.bytes).sum();
            if bytes >= BATCH_BYTES || batch.len() >= BATCH_FILES {
                self.settle(&mut batch, &send)?;
            }
        }
        self.settle(&mut batch, &send)
    }

    /// Copies a piece. One that can't be read where it comes from is told; what
    /// fails where it goes to is an error, and so is what fails in the computer.
    fn copy(&self, temp: &Path, sha256: &str) -> Result<Result<Incoming, LossReason>> {
        let mut source = match self.from.file(sha256) {
            Ok(file) => file,
            Err(error) => return reason_of(&error).map(Err).ok_or(error),
        };
        match Store::copy_in(&mut source, temp) {
            Ok(incoming) => Ok(Ok(incoming)),
            Err(error) => match damage(self.from, sha256)? {
                Some(reason) => Ok(Err(reason)),
                None => Err(error),
            },
        }
    }

    /// Puts what was copied in its place, where it is what it should be there.
    fn settle(
        &self,
        batch: &mut Vec<(Incoming, StoredFile)>,
        send: &dyn Fn(Piece) -> Result<()>,
    ) -> Result<()> {
        if batch.is_empty() {
            return Ok(());
        }
        let whole = self.to.place_all(batch)?;
        for ((_, stored), is_whole) in batch.drain(..).zip(whole) {
            let piece = if is_whole {
                Piece::Whole(stored)
            } else if let Some(reason) = damage(self.from, &stored.sha256)? {
                Piece::Lost(stored.sha256, reason)
            } else {
                return Err(RegisterError::Altered(stored.sha256));
            };
            send(piece)?;
        }
        Ok(())
    }
}

/// Why a piece of content is not whole in a store, if it is not.
pub(crate) fn damage(store: &Store, sha256: &str) -> Result<Option<LossReason>> {
    match store.read(sha256).and_then(Store::hash_of) {
        Ok((found, _)) => Ok((found != sha256).then_some(LossReason::Altered)),
        Err(error) => match reason_of(&error) {
            Some(reason) => Ok(Some(reason)),
            None => Err(error),
        },
    }
}

/// What an error of reading says of the content itself. Nothing where it tells
/// of the computer, which may read it the next time: no more files can be
/// opened, memory is short.
fn reason_of(error: &RegisterError) -> Option<LossReason> {
    if matches!(
        error,
        RegisterError::MissingFile(_) | RegisterError::NotFound(_)
    ) {
        return Some(LossReason::Missing);
    }
    if matches!(error, RegisterError::Altered(_)) {
        return Some(LossReason::Altered);
    }
    let unreadable = if let RegisterError::Io(error) = error {
        is_of_the_medium(error)
    } else {
        matches!(error, RegisterError::Foreign(_) | RegisterError::Denied)
    };
    unreadable.then_some(LossReason::Unreadable)
}

/// Whether the medium could not give out what lies on it, or its file system is damaged.
fn is_of_the_medium(error: &std::io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let damage = [
            Errno::IO,
            // File systems with sums of their own say so of a sum that differs.
            Errno::BADMSG,
            #[cfg(target_os = "linux")]
            Errno::UCLEAN,
        ];
        Errno::from_io_error(error).is_some_and(|found| damage.contains(&found))
    }
    #[cfg(not(unix))]
    {
        // ERROR_CRC, ERROR_IO_DEVICE, ERROR_FILE_CORRUPT.
        matches!(error.raw_os_error(), Some(23 | 1117 | 1392))
    }
}
