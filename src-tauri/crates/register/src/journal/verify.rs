//! Checking the journal from its first row to its last.

use crate::cipher::keys::Cipher;
use crate::database::connection::open_reader;
use crate::database::page_sums::{Look, PageSums};
use crate::database::schema::is_behind;
use crate::database::value::hex;
use crate::error::Result;
use crate::journal::anchor::anchors_in_order;
use crate::journal::chain::{Link, NOTHING, journal_head};
use crate::journal::replay::{Replayed, RowDifference, replay};
use crate::register::{DATABASE, Register};
use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};
use std::path::Path;
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalCheck {
    /// How many rows were read.
    pub rows: u64,
    /// The hash of the last row, lower-case hexadecimal.
    pub head: String,
    /// The first row that is not as it was written.
    pub broken: Option<JournalBreak>,
    /// What is wrong with the structure of the database, in its own words.
    pub structure: Option<String>,
    /// How many rows of the records were compared with the journal.
    pub compared: u64,
    /// How many were not, for the journal does not keep all that was written
    /// there: rows of programs that kept no hashes of them.
    pub uncompared: u64,
    /// The first few rows that are not as the journal says.
    pub differing: Vec<RowDifference>,
}

/// Where and how the chain breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalBreak {
    /// The first row that is wrong.
    pub seq: i64,
    pub fault: JournalFault,
}

/// What can be wrong with a journal row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JournalFault {
    /// A row is missing before this one, or at the end.
    Missing,
    /// Its content does not give its hash.
    Altered,
    /// It does not carry the hash of the row before.
    Unlinked,
    /// Its before and after are not those that were written.
    ChangesAltered,
    /// It is not the row that a backup has seen in this place.
    NotAsBackedUp,
}

impl Register {
    /// Reads the whole journal and finds the first row that is not as it was
    /// written: altered, unlinked, missing in the middle or at the end, or
    /// another than a backup has seen. It also reads every page of the database,
    /// and compares the rows of the records with what the journal says of them.
    ///
    /// # Errors
    /// Those of reading the database and the list of backups.
    pub fn journal_verify(&self) -> Result<JournalCheck> {
        // It takes a while, in which others read too.
        let mut beside = match self.unwritable {
            None => Some(open_reader(&self.dir().join(DATABASE), &self.cipher)?),
            Some(_) => None,
        };
        let check = match &mut beside {
            Some(conn) => self.checked_by(conn),
            None => self.checked_by(&mut self.reader()),
        }?;
        if check.is_whole() && self.unwritable.is_none() {
            self.changes_answered();
        }
        Ok(check)
    }

    fn checked_by(&self, conn: &mut Connection) -> Result<JournalCheck> {
        let tx = conn.transaction()?;
        let chain = chain_check(&tx, anchors_in_order(self.dir(), &self.cipher)?)?;
        let structure: String = tx.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        let pages = self.pages_altered()?;
        let Replayed {
            compared,
            uncompared,
            differing,
        } = replay(&tx)?;
        Ok(JournalCheck {
            rows: chain.rows.try_into().unwrap_or(0),
            head: hex(&chain.head),
            broken: chain.broken,
            structure: pages.or(Some(structure).filter(|found| found != "ok")),
            compared,
            uncompared,
            differing,
        })
    }

    /// What another program wrote was looked through and found whole.
    fn changes_answered(&self) {
        let head_file = self.head_file.lock();
        let head_file = head_file.unwrap_or_else(PoisonError::into_inner);
        let sums = self.sums.as_ref();
        // Where that can't be written down, it is told again.
        let _ = head_file.alone(|| sums.map(PageSums::answered));
        self.changed_outside.store(false, Ordering::SeqCst);
    }

    /// The pages of the database that are not as they were brought into it.
    fn pages_altered(&self) -> Result<Option<String>> {
        let Some(sums) = &self.sums else {
            return Ok(None);
        };
        let head_file = self
            .head_file
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let looked = head_file.alone(|| sums.look()).transpose()?;
        Ok(looked
            .filter(|looked| matches!(looked, Look::Altered { .. }))
            .map(|looked| looked.said()))
    }
}

/// What reading the chain found.
struct Chain {
    /// How many rows of the journal were read.
    rows: i64,
    /// The hash of the last.
    head: Vec<u8>,
    broken: Option<JournalBreak>,
}

fn chain_check(conn: &Connection, heads: Vec<(i64, String)>) -> Result<Chain> {
    let (last, last_hash) = journal_head(conn)?;
    let mut statement = conn.prepare_cached(include_str!("journal_all.sql"))?;
    let mut rows = statement.query([0])?;
    let (mut seq, mut prev) = (0, NOTHING.to_vec());
    let mut heads = heads.into_iter().peekable();
    let mut broken = None;
    while let Some(found) = rows.next()? {
        let this: i64 = found.get(0)?;
        let fault = check_row(found, this, seq, &prev)?;
        if let Some(fault) = fault {
            let seq = if fault == JournalFault::Missing {
                seq + 1
            } else {
                this
            };
            broken = Some(JournalBreak { seq, fault });
            break;
        }
        seq = this;
        prev = found.get(8)?;
        while heads.peek().is_some_and(|(at, _)| *at <= seq) {
            if let Some((at, hash)) = heads.next()
                && at == seq
                && hash != hex(&prev)
            {
                broken = Some(JournalBreak {
                    seq,
                    fault: JournalFault::NotAsBackedUp,
                });
            }
        }
        if broken.is_some() {
            break;
        }
    }
    if broken.is_none() && (seq != last || prev != last_hash || heads.peek().is_some()) {
        let fault = if seq < last || heads.peek().is_some() {
            JournalFault::Missing
        } else {
            JournalFault::Unlinked
        };
        broken = Some(JournalBreak {
            seq: seq + i64::from(fault == JournalFault::Missing),
            fault,
        });
    }
    Ok(Chain {
        rows: seq,
        head: prev,
        broken,
    })
}

/// Whether records of which pages are altered are whole all the same: their
/// structure, the journal's chain, and each row, of all of which the journal keeps
/// the values or a hash.
pub(crate) fn is_whole(conn: &Connection, dir: &Path, cipher: &Cipher) -> Result<bool> {
    if is_behind(conn)? {
        return Ok(false);
    }
    let structure: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if structure != "ok"
        || chain_check(conn, anchors_in_order(dir, cipher)?)?
            .broken
            .is_some()
    {
        return Ok(false);
    }
    // For a row of an earlier program, of which the journal keeps no hash, nobody can vouch.
    let replayed = replay(conn)?;
    Ok(replayed.differing.is_empty() && replayed.uncompared == 0)
}

impl JournalCheck {
    fn is_whole(&self) -> bool {
        self.broken.is_none() && self.structure.is_none() && self.differing.is_empty()
    }
}

/// What is wrong with a row that follows on the one of this place and hash.
pub(crate) fn check_row(
    row: &Row<'_>,
    this: i64,
    before: i64,
    prev: &[u8],
) -> Result<Option<JournalFault>> {
    if this != before + 1 {
        return Ok(Some(JournalFault::Missing));
    }
    let changes: Option<Vec<u8>> = row.get(6)?;
    let stored_prev: Vec<u8> = row.get(7)?;
    let link = Link {
        seq: this,
        at: row.get_ref(1)?.as_str().unwrap_or_default(),
        actor: row.get_ref(2)?.as_str().unwrap_or_default(),
        op: row.get_ref(3)?.as_str().unwrap_or_default(),
        complaint: row.get_ref(4)?.as_blob_or_null().unwrap_or_default(),
        payload: row.get_ref(5)?.as_str().unwrap_or_default(),
        changes: changes.as_deref(),
        prev: &stored_prev,
    };
    if link.hash()[..] != row.get::<_, Vec<u8>>(8)?[..] {
        return Ok(Some(JournalFault::Altered));
    }
    if stored_prev != prev {
        return Ok(Some(JournalFault::Unlinked));
    }
    let body: Option<String> = row.get(9)?;
    match (changes, body) {
        (Some(hash), Some(body)) if Sha256::digest(body.as_bytes())[..] != hash[..] => {
            Ok(Some(JournalFault::ChangesAltered))
        }
        (None, Some(_)) => Ok(Some(JournalFault::ChangesAltered)),
        _ => Ok(None),
    }
}
