//! The first door: the database file, and how it is opened.

use crate::cipher::keys::{Cipher, DatabaseKind};
use crate::database::schema::{distrust, expect_own};
use crate::error::{RegisterError, Result};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::fs;
use std::path::Path;
use std::time::Duration;

/// «OTVT»: says whose file it is.
pub(crate) const APPLICATION_ID: i64 = 0x4f54_5654;

/// How long a writer waits for another program's change.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

const STATEMENTS_KEPT: usize = 128;

/// Opens the connection that writes, to records of the program's own schema.
pub(crate) fn open_writer(path: &Path, new: bool, cipher: &Cipher) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if new {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags)?;
    cipher.give(&conn, DatabaseKind::Records)?;
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    check_owner(&conn, new)?;
    expect_own(&conn)?;
    conn.pragma_update(None, "journal_mode", "WAL")?;
    conn.pragma_update(None, "synchronous", "FULL")?;
    // What is deleted is overwritten.
    conn.pragma_update(None, "secure_delete", true)?;
    // The log is brought into the file where its pages are summed up alone.
    conn.pragma_update(None, "wal_autocheckpoint", 0)?;
    // What was brought in is cut off, so that the length of the log says how much stands there.
    conn.pragma_update(None, "journal_size_limit", 0)?;
    closes_log(&conn, false)?;
    configure(&conn)?;
    Ok(conn)
}

/// Whether closing the last connection brings in what stands in the log, and
/// removes it.
pub(crate) fn closes_log(conn: &Connection, closes: bool) -> Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, !closes)?;
    Ok(())
}

/// Opens the connection that lists and searches.
pub(crate) fn open_reader(path: &Path, cipher: &Cipher) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    cipher.give(&conn, DatabaseKind::Records)?;
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    configure(&conn)?;
    Ok(conn)
}

/// Opens one more connection to records that are open, to hold other writers off.
pub(crate) fn open_beside(path: &Path, cipher: &Cipher) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    cipher.give(&conn, DatabaseKind::Records)?;
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    closes_log(&conn, false)?;
    Ok(conn)
}

/// Opens a finished copy to look at, without writing a byte beside it.
///
/// # Errors
/// [`RegisterError::ForeignSchema`] and those of the disk.
pub(crate) fn open_copy(path: &Path, cipher: &Cipher) -> Result<Connection> {
    let conn = Connection::open_with_flags(
        path,
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX,
    )?;
    cipher.give(&conn, DatabaseKind::Records)?;
    distrust(&conn)?;
    conn.busy_timeout(BUSY_TIMEOUT)?;
    expect_own(&conn)?;
    Ok(conn)
}

/// Reads every page of a database and checks its own structure.
///
/// # Errors
/// [`RegisterError::Corrupt`] with what was found.
pub(crate) fn structure_whole(conn: &Connection) -> Result<()> {
    let found: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    match &*found {
        "ok" => Ok(()),
        _ => Err(RegisterError::Corrupt(found)),
    }
}

/// Opens records on a disk that takes nothing more, to be read alone. Where
/// SQLite can make or read its index of the log, it does; else the file is taken
/// as it is, with its log if there is one, for nobody else writes there either.
///
/// # Errors
/// [`RegisterError::NotAnOffice`], [`RegisterError::ForeignSchema`] and those of the disk.
pub(crate) fn open_unwritable(path: &Path, cipher: &Cipher) -> Result<Connection> {
    let usual = open_reader(path, cipher).and_then(|conn| {
        check_owner(&conn, false)?;
        Ok(conn)
    });
    let conn = match usual {
        Err(RegisterError::NotAnOffice) => return Err(RegisterError::NotAnOffice),
        Ok(conn) => conn,
        Err(_) => {
            let conn = open_alone(path, cipher, DatabaseKind::Records)?;
            check_owner(&conn, false)?;
            configure(&conn)?;
            conn
        }
    };
    expect_own(&conn)?;
    Ok(conn)
}

/// Opens a database without locks and without anything written beside it.
pub(crate) fn open_alone(path: &Path, cipher: &Cipher, kind: DatabaseKind) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = if has_log(path) {
        let without_locks = if cfg!(windows) {
            c"win32-none"
        } else {
            c"unix-none"
        };
        let conn = Connection::open_with_flags_and_vfs(path, flags, without_locks)?;
        cipher.give(&conn, kind)?;
        // The index of the log is kept in memory then.
        conn.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        conn
    } else {
        let path = unchanging(path)?;
        let conn = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_URI)?;
        cipher.give(&conn, kind)?;
        conn
    };
    closes_log(&conn, false)?;
    distrust(&conn)?;
    Ok(conn)
}

/// Whether something stands in the log beside a database.
fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    fs::metadata(log).is_ok_and(|about| about.len() > 0)
}

/// The address of a file that nobody changes, as SQLite wants it.
fn unchanging(path: &Path) -> Result<String> {
    let path = std::path::absolute(path)?;
    let text = path
        .to_str()
        .ok_or_else(|| RegisterError::NotUnicode(path.clone()))?;
    let text = if cfg!(windows) {
        format!("/{}", text.replace('\\', "/"))
    } else {
        text.to_owned()
    };
    let escaped = text
        .replace('%', "%25")
        .replace('?', "%3f")
        .replace('#', "%23");
    Ok(format!("file:{escaped}?immutable=1"))
}

/// Opens a database of the office's that nobody else has open, to write it anew
/// elsewhere, whatever its schema.
pub(crate) fn open_whole(path: &Path, cipher: &Cipher, kind: DatabaseKind) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let closes = !has_log(path);
    let conn = Connection::open_with_flags(path, flags)?;
    cipher.give(&conn, kind)?;
    conn.pragma_update(None, "temp_store", "MEMORY")?;
    // Pages are brought into the file where they are summed up alone.
    closes_log(&conn, closes)?;
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
