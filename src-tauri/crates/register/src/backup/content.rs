//! Bringing content from one store to another, each piece read through and
//! compared with its hash, and naming what can't be brought.

use crate::document::verify::{ContentUse, content_uses};
use crate::error::{RegisterError, Result};
use crate::store::content::Store;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::cell::Cell;
use std::io;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::Path;

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
    /// The word hosts hand on.
    pub fn word(self) -> &'static str {
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
    /// SHA-256, lower-case hexadecimal.
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

/// Brings all content that the records `conn` name, through the file `temp`
/// beside `to`, and goes on where a piece can't be brought.
pub(crate) fn bring_all(
    conn: &Connection,
    from: &Store,
    to: &Store,
    temp: &Path,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Brought> {
    let contents = contents(conn)?;
    let of = contents.len() as u64;
    let mut brought = Brought::default();
    for (done, (sha256, bytes)) in (0u64..).zip(contents) {
        if progress(done, of).is_break() {
            return Err(RegisterError::Cancelled);
        }
        match bring(from, to, temp, &sha256)? {
            None => {
                brought.documents += 1;
                brought.bytes += bytes;
            }
            Some(reason) => brought.lost.push(LostContent {
                used_by: content_uses(conn, &sha256)?,
                sha256,
                reason,
            }),
        }
    }
    Ok(brought)
}

fn contents(conn: &Connection) -> Result<Vec<(String, u64)>> {
    conn.prepare(include_str!("../document/contents.sql"))?
        .query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?)))?
        .map(|found| found.map(|(sha, bytes)| (sha, u64::try_from(bytes).unwrap_or(0))))
        .collect::<Result<_, _>>()
        .map_err(Into::into)
}

/// Sees that `to` holds the content, whatever lies there under its name: a
/// whole copy stays, another is replaced. A piece that is damaged where it
/// comes from is told; what fails where it goes to is an error.
fn bring(from: &Store, to: &Store, temp: &Path, sha256: &str) -> Result<Option<LossReason>> {
    if to.holds_whole(sha256) {
        return Ok(None);
    }
    let source = match from.read(sha256) {
        Ok(file) => file,
        Err(RegisterError::MissingFile(_) | RegisterError::NotFound(_)) => {
            return Ok(Some(LossReason::Missing));
        }
        Err(_) => return Ok(Some(LossReason::Unreadable)),
    };
    let failed = Cell::new(false);
    let source = Watched {
        source,
        failed: &failed,
    };
    match to.take_known(source, temp, sha256) {
        Ok(false) => Ok(Some(LossReason::Altered)),
        Ok(true) if to.holds_whole(sha256) => Ok(None),
        Ok(true) => Err(RegisterError::Altered(sha256.to_owned())),
        Err(_) if failed.get() => Ok(Some(LossReason::Unreadable)),
        Err(error) => Err(error),
    }
}

/// Tells a failure of reading from one of writing.
struct Watched<'a, R> {
    source: R,
    failed: &'a Cell<bool>,
}

impl<R: Read> Read for Watched<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer);
        if let Err(error) = &read {
            self.failed.set(error.kind() != io::ErrorKind::Interrupted);
        }
        read
    }
}
