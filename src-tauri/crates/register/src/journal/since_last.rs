//! What the journal got since the records were opened last, looked through when they are opened: its chain, and the
//! rows that those changes wrote. It costs in proportion to what was done meanwhile, for the place up to which the
//! chain was found whole stands with the sums of the pages.

use crate::database::stored_sums::LookedAt;
use crate::error::Result;
use crate::journal::chain::journal_head;
use crate::journal::replay::replay_since;
use crate::journal::verify::check_row;
use rusqlite::{Connection, OptionalExtension};

/// So many rows of the journal are compared with the records at most, and so many of its chain where nobody knows how
/// far it was looked through: the rest waits for the check of the whole, which each trial of a copy makes too.
const MOST: i64 = 1_000;

/// The journal's end, where all behind the place of before is whole; none where a row is not as it was written, or the
/// records are not as it says.
///
/// # Errors
/// Those of reading the database.
pub(crate) fn whole_since(
    conn: &Connection,
    before: Option<&LookedAt>,
) -> Result<Option<LookedAt>> {
    let moment = conn.unchecked_transaction()?;
    let (last, _) = journal_head(&moment)?;
    let known = match before {
        Some(before) => of(&moment, before.seq)?.filter(|found| found == before),
        None => None,
    };
    // Records that a copy took the place of had another journal; there is nothing to go on from.
    let begin = match known {
        Some(known) => known,
        None => of(&moment, last - MOST)?.unwrap_or_default(),
    };
    let compared_from = begin.seq.max(last - MOST);
    let mut looked = begin;
    let mut statement = moment.prepare(include_str!("journal_all.sql"))?;
    let mut rows = statement.query([looked.seq])?;
    while let Some(row) = rows.next()? {
        let this = row.get(0)?;
        if check_row(row, this, looked.seq, &looked.hash)?.is_some() {
            return Ok(None);
        }
        looked = LookedAt {
            seq: this,
            hash: row.get(8)?,
        };
    }
    let whole = looked.seq == last && replay_since(&moment, compared_from)?.is_empty();
    Ok(whole.then_some(looked))
}

/// A place of the journal with the hash of its row.
fn of(conn: &Connection, seq: i64) -> Result<Option<LookedAt>> {
    let hash = conn
        .prepare_cached("SELECT hash FROM journal WHERE seq = ?1")?
        .query_row([seq], |row| row.get(0))
        .optional()?;
    Ok(hash.map(|hash| LookedAt { seq, hash }))
}
