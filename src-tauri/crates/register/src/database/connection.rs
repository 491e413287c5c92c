//! The first door: the database file, and how it is opened.

use crate::database::schema::{distrust, expect_own};
use crate::error::{RegisterError, Result};
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::path::Path;
use std::time::Duration;

/// «OTVT»: says whose file it is.
pub(crate) const APPLICATION_ID: i64 = 0x4f54_5654;

/// How long a writer waits for another program's change.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

const STATEMENTS_KEPT: usize = 128;

/// Opens the connection that writes, to records of the program's own schema.
pub(crate) fn open_writer(path: &Path, new: bool) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if new {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags)?;
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    check_owner(&conn, new)?;
    expect_own(&conn)?;
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
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    configure(&conn)?;
    Ok(conn)
}

/// Opens a finished copy to look at, without writing a byte beside it.
///
/// # Errors
/// [`RegisterError::ForeignSchema`] and those of the disk.
pub(crate) fn open_copy(path: &Path) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    expect_own(&conn)?;
    Ok(conn)
}

fn configure(conn: &Connection) -> Result<()> {
    conn.pragma_update(None, "foreign_keys", true)?;
    usual_cache(conn)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
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

pub(crate) fn fact(conn: &Connection, name: &str) -> Result<Option<String>> {
    Ok(conn
        .prepare_cached(include_str!("fact_read.sql"))?
        .query_row([name], |row| row.get(0))
        .optional()?)
}

/// Writes down what is known of how the derived rows were made.
pub(crate) fn fact_write(conn: &Connection, name: &str, value: &str) -> Result<()> {
    conn.prepare_cached(include_str!("fact_write.sql"))?
        .execute(params![name, value])?;
    Ok(())
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
