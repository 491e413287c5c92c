//! Records that have gone back to an earlier state: told before anything else,
//! and taken as they are only when somebody says so.

use crate::database::value::{hex, time};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::{Anchor, seen_at_backups};
use crate::journal::chain::journal_head;
use crate::journal::op::{By, Op};
use crate::journal::seen::{LastNumber, Seen, Written, read_seen};
use crate::register::Register;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

/// The furthest that was seen, with the highest numbers of all.
pub(crate) fn furthest(dir: &Path) -> Result<Seen> {
    let mut seen = seen_at_backups(dir)?;
    if let Written::Seen(written) = read_seen(dir)? {
        seen.push(written);
    }
    let mut numbers: Vec<LastNumber> = Vec::new();
    for number in seen.iter().flat_map(|seen| &seen.numbers) {
        let same =
            |known: &&mut LastNumber| known.series == number.series && known.year == number.year;
        match numbers.iter_mut().find(same) {
            Some(known) => known.last = known.last.max(number.last),
            None => numbers.push(number.clone()),
        }
    }
    let last = seen.into_iter().max_by_key(|seen| seen.rows);
    Ok(Seen {
        numbers,
        ..last.unwrap_or_default()
    })
}

/// How many rows are there, if they are not those that were seen.
pub(crate) fn gone_back(conn: &Connection, seen: &Seen) -> Result<Option<i64>> {
    if seen.rows == 0 {
        return Ok(None);
    }
    let (found, _) = journal_head(conn)?;
    let there: Option<Vec<u8>> = conn
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row([seen.rows], |row| row.get(0))
        .optional()?;
    let as_seen = found >= seen.rows && there.is_some_and(|hash| hex(&hash) == seen.hash);
    Ok((!as_seen).then_some(found))
}

impl Register {
    /// Goes on with records that have lost rows, as they are: the journal says
    /// so, and numbers go on behind the last that were ever given. Where nothing
    /// is lost, nothing is done.
    ///
    /// # Errors
    /// Those of the database and the disk.
    pub fn loss_accept(&self, by: &By) -> Result<()> {
        let Some(lost) = self.lost_rows() else {
            return Ok(());
        };
        self.writable()?;
        let seen = furthest(self.dir())?;
        self.transact_as_they_are(by, Op::LossAccept, |change| {
            for number in &seen.numbers {
                change
                    .tx
                    .prepare_cached(include_str!("number_raise.sql"))?
                    .execute(params![number.series, number.year, number.last])?;
            }
            change.detail(
                Op::LossAccept,
                json!({ "found": lost.found, "seen": lost.seen }),
            );
            Ok::<_, RegisterError>(())
        })?;
        let (seq, hash) = journal_head(&self.reader())?;
        self.anchor_add(&Anchor {
            seq,
            hash: hex(&hash),
            at: time(by.now),
            dir: PathBuf::new(),
            numbers: seen.numbers,
            anew: true,
        })?;
        // Only now, that the numbers stand in the records.
        self.seen
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear()?;
        self.head_seen(&self.reader());
        self.gone_back.store(false, Ordering::SeqCst);
        Ok(())
    }
}
