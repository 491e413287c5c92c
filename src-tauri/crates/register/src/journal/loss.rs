//! Records that have gone back to an earlier state: told before anything else,
//! and taken as they are only when somebody says so.

use crate::database::value::{hex, time};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::{Anchor, heads_at_backups};
use crate::journal::chain::journal_head;
use crate::journal::head::{JournalHead, LastNumber, StoredHead, head_of, read_head};
use crate::journal::op::{By, Op};
use crate::register::Register;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::sync::PoisonError;
use std::sync::atomic::Ordering;

/// The furthest head of `journal.head` and the backups, with the highest numbers of all.
pub(crate) fn furthest(dir: &Path) -> Result<JournalHead> {
    let mut heads = heads_at_backups(dir)?;
    if let StoredHead::Read(written) = read_head(dir)? {
        heads.push(written);
    }
    Ok(furthest_of(heads))
}

/// The one that goes furthest, with the highest numbers of all.
pub(crate) fn furthest_of(heads: Vec<JournalHead>) -> JournalHead {
    let mut numbers: Vec<LastNumber> = Vec::new();
    for number in heads.iter().flat_map(|head| &head.numbers) {
        let same =
            |known: &&mut LastNumber| known.series == number.series && known.year == number.year;
        match numbers.iter_mut().find(same) {
            Some(known) => known.last = known.last.max(number.last),
            None => numbers.push(number.clone()),
        }
    }
    let last = heads.into_iter().max_by_key(|head| head.rows);
    JournalHead {
        numbers,
        ..last.unwrap_or_default()
    }
}

/// How many rows the journal has, if it does not go through this head.
pub(crate) fn gone_back(conn: &Connection, head: &JournalHead) -> Result<Option<i64>> {
    if head.rows == 0 {
        return Ok(None);
    }
    let (found, _) = journal_head(conn)?;
    let there: Option<Vec<u8>> = conn
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row([head.rows], |row| row.get(0))
        .optional()?;
    let goes_through = found >= head.rows && there.is_some_and(|hash| hex(&hash) == head.hash);
    Ok((!goes_through).then_some(found))
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
        let head = furthest(self.dir())?;
        self.transact_as_they_are(by, Op::LossAccept, |change| {
            for number in &head.numbers {
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
        self.anchor_add(&Anchor {
            head: head_of(&self.reader())?,
            at: time(by.now),
            dir: PathBuf::new(),
            anew: true,
        })?;
        // Only now, that the numbers stand in the records.
        self.head_file
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear()?;
        self.store_head(&self.reader());
        self.gone_back.store(false, Ordering::SeqCst);
        Ok(())
    }
}
