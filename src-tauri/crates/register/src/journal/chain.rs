//! The hash chain: each row of the journal carries the hash of the one before,
//! so that an altered, missing or cut-off row shows.

use crate::database::value::time;
use crate::error::Result;
use crate::journal::op::{By, Op};
use complaint::ComplaintId;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

/// The hash before the first row.
pub(crate) const NOTHING: [u8; 32] = [0; 32];

/// What of a journal row goes into its hash, and so can't be altered unseen.
pub(crate) struct Link<'a> {
    pub seq: i64,
    pub at: &'a str,
    pub actor: &'a str,
    pub op: &'a str,
    pub complaint: Option<&'a [u8]>,
    pub payload: &'a str,
    pub changes: Option<&'a [u8]>,
    pub prev: &'a [u8],
}

impl Link<'_> {
    /// Each field goes in with its length before it, so that no two rows that
    /// differ give the same bytes.
    pub(crate) fn hash(&self) -> [u8; 32] {
        let mut sha = Sha256::new();
        let mut field = |bytes: Option<&[u8]>| match bytes {
            None => sha.update([0]),
            Some(bytes) => {
                sha.update([1]);
                sha.update((bytes.len() as u64).to_be_bytes());
                sha.update(bytes);
            }
        };
        field(Some(b"otvet journal row 1"));
        field(Some(&self.seq.to_be_bytes()));
        field(Some(self.at.as_bytes()));
        field(Some(self.actor.as_bytes()));
        field(Some(self.op.as_bytes()));
        field(self.complaint);
        field(Some(self.payload.as_bytes()));
        field(self.changes);
        field(Some(self.prev));
        sha.finalize().into()
    }
}

/// Where the journal ends: the last row's place and hash.
pub(crate) fn journal_head(conn: &Connection) -> Result<(i64, Vec<u8>)> {
    Ok(conn
        .prepare_cached(include_str!("journal_head.sql"))?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?
        .unwrap_or((0, NOTHING.to_vec())))
}

/// One row to append.
pub(crate) struct Entry<'a> {
    pub by: &'a By,
    pub op: Op,
    pub complaint: Option<ComplaintId>,
    pub payload: &'a str,
    pub changes: Option<&'a str>,
}

/// Appends a row behind `head` and gives the new head.
pub(crate) fn append_after(
    tx: &Transaction<'_>,
    head: (i64, Vec<u8>),
    entry: &Entry<'_>,
) -> Result<(i64, Vec<u8>)> {
    let seq = head.0 + 1;
    let at = time(entry.by.now);
    let changes_hash = entry.changes.map(|body| Sha256::digest(body.as_bytes()));
    let link = Link {
        seq,
        at: &at,
        actor: &entry.by.actor.0,
        op: entry.op.as_str(),
        complaint: entry.complaint.as_ref().map(|id| &id.0.as_bytes()[..]),
        payload: entry.payload,
        changes: changes_hash.as_ref().map(|h| &h[..]),
        prev: &head.1,
    };
    let hash = link.hash();
    tx.prepare_cached(include_str!("journal_append.sql"))?
        .execute(params![
            seq,
            link.at,
            link.actor,
            link.op,
            link.complaint,
            link.payload,
            link.changes,
            link.prev,
            &hash[..]
        ])?;
    if let Some(body) = entry.changes {
        tx.prepare_cached(include_str!("change_add.sql"))?
            .execute(params![seq, body])?;
    }
    Ok((seq, hash.to_vec()))
}

pub(crate) fn write_journal_head(tx: &Transaction<'_>, head: &(i64, Vec<u8>)) -> Result<()> {
    tx.prepare_cached(include_str!("journal_head_write.sql"))?
        .execute(params![head.0, head.1])?;
    Ok(())
}
