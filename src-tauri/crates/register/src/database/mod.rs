//! The first door: the database file. How it is opened, brought up to date,
//! and how what is derived in it is built anew.

mod migration;

pub(crate) use migration::{bring_up_to_date, copy_into};

use crate::error::{RegisterError, Result};
use crate::{listing, words};
use complaint::{Channel, ClockKind, Kind, LetterKind, NextStep, Status};
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior, params};
use std::path::Path;
use std::time::Duration;

/// «OTVT»: says whose file it is.
pub(crate) const APPLICATION_ID: i64 = 0x4f54_5654;
/// How long a writer waits for another program's change.
const PATIENCE: Duration = Duration::from_secs(10);
const STATEMENTS_KEPT: usize = 128;

/// Opens the connection that writes.
pub(crate) fn open_writer(path: &Path, new: bool) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if new {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(PATIENCE)?;
    check_owner(&conn, new)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    configure(&conn)?;
    Ok(conn)
}

/// Opens the connection that lists and searches.
pub(crate) fn open_reader(path: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(PATIENCE)?;
    configure(&conn)?;
    Ok(conn)
}

/// Opens a finished copy to look at, without writing a byte beside it.
pub(crate) fn open_copy(path: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    conn.busy_timeout(PATIENCE)?;
    Ok(conn)
}

fn configure(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "foreign_keys", true)?;
    usual_cache(conn)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // Stored text can't smuggle functions or altered schema in.
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    Ok(())
}

/// Sixty-four mebibytes of pages.
pub(crate) fn usual_cache(conn: &Connection) -> Result<()> {
    Ok(conn.pragma_update(None, "cache_size", -65_536)?)
}

/// Another program's database is not touched.
fn check_owner(conn: &Connection, new: bool) -> Result<()> {
    let id: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if id == APPLICATION_ID || (new && id == 0 && tables == 0) {
        Ok(())
    } else {
        Err(RegisterError::NotAnOffice)
    }
}

/// The vocabularies whose places `listing` keeps, in one line. When a word is
/// added or moved, the listing is built anew.
fn vocabularies() -> String {
    let words = |words: Vec<&str>| words.join(" ");
    [
        words(Status::ALL.iter().map(|w| w.word()).collect()),
        words(NextStep::ALL.iter().map(|w| w.word()).collect()),
        words(Channel::ALL.iter().map(|w| w.word()).collect()),
        words(Kind::ALL.iter().map(|w| w.word()).collect()),
        words(LetterKind::ALL.iter().map(|w| w.word()).collect()),
        words(ClockKind::ALL.iter().map(|w| w.word()).collect()),
    ]
    .join("|")
}

/// Builds the listing and the search index anew where the program derives them
/// otherwise than the one that wrote them. Says whether the index was rebuilt.
pub(crate) fn rebuild_derived(conn: &mut Connection) -> Result<bool> {
    let normaliser = russian::stem::NORMALISER_VERSION.to_string();
    let vocabularies = vocabularies();
    if fact(conn, "normaliser")?.as_ref() == Some(&normaliser)
        && fact(conn, "vocabularies")?.as_ref() == Some(&vocabularies)
    {
        return Ok(false);
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let reword = fact(&tx, "normaliser")?.as_ref() != Some(&normaliser);
    let relist = fact(&tx, "vocabularies")?.as_ref() != Some(&vocabularies);
    if reword {
        tx.execute("INSERT INTO words (words) VALUES ('delete-all')", [])?;
        tx.execute("DELETE FROM stem", [])?;
    }
    if relist {
        crate::clocks::settle_backlog(&tx)?;
    }
    let mut last = i64::MIN;
    loop {
        let serials: Vec<i64> = tx
            .prepare_cached(include_str!("../sql/serials_after.sql"))?
            .query_map([last], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let Some(&end) = serials.last() else { break };
        for serial in serials {
            if relist {
                listing::refresh(&tx, serial)?;
            }
            if reword {
                words::rewrite(&tx, serial)?;
            }
        }
        last = end;
    }
    for (name, value) in [("normaliser", &normaliser), ("vocabularies", &vocabularies)] {
        tx.prepare_cached(include_str!("../sql/fact_write.sql"))?
            .execute(params![name, value])?;
    }
    tx.commit()?;
    Ok(reword)
}

fn fact(conn: &Connection, name: &str) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached(include_str!("../sql/fact_read.sql"))?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

/// How the database would go about a statement.
#[cfg(test)]
pub(crate) fn plan(conn: &Connection, sql: &str) -> String {
    let mut statement = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let nulls = vec![rusqlite::types::Null; statement.parameter_count()];
    statement
        .query_map(rusqlite::params_from_iter(nulls), |row| {
            row.get::<_, String>("detail")
        })
        .unwrap()
        .collect::<rusqlite::Result<Vec<_>>>()
        .unwrap()
        .join("; ")
}
