//! A database written anew under another key, or under none.

use crate::cipher::keys::{Cipher, DatabaseKind};
use crate::database::connection::{APPLICATION_ID, open_whole};
use crate::database::folder::fresh_file;
use crate::database::schema::version;
use crate::error::{RegisterError, Result};
use rusqlite::Connection;
use rusqlite::types::Value;
use std::fs;
use std::fs::File;
use std::io;
use std::io::Read;
use std::path::Path;

/// Bytes that SQLite needs beside a database while it writes it and sorts its indexes.
const ROOM: u64 = 256 << 10;

/// Writes the database `from` to the new file `to`, and reads it there, row by
/// row, beside the one it came from.
///
/// # Errors
/// [`RegisterError::Corrupt`] where the copy is not the same, and those of the disk.
pub(crate) fn export(
    from: (&Path, &Cipher),
    to: (&Path, &Cipher),
    kind: DatabaseKind,
) -> Result<()> {
    let conn = open_whole(from.0, from.1, kind)?;
    let name = to.0.to_str().ok_or(RegisterError::Denied)?;
    fresh_file(to.0)?;
    let key = to.1.database_key(kind);
    conn.execute("ATTACH ?1 AS copy KEY ?2", [name, key.as_str()])?;
    let exported = conn.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()));
    exported.map_err(|error| why_not(error.into(), from.0, to.0))?;
    // What the export leaves out: the version of the schema, and whose file it is.
    conn.pragma_update(Some("copy"), "user_version", version(&conn)?)?;
    let owner: i64 = conn.query_row("PRAGMA main.application_id", [], |row| row.get(0))?;
    if owner == APPLICATION_ID {
        conn.pragma_update(Some("copy"), "application_id", owner)?;
    }
    conn.execute_batch("DETACH copy")?;
    File::open(to.0)?.sync_all()?;
    same(&conn, &open_whole(to.0, to.1, kind)?)
}

/// Why an export failed: it gives one code for everything. Where the new file, which goes anyway, does not get twice as
/// long as the old one, which leaves room for what is sorted on the way, the disk is full.
fn why_not(error: RegisterError, from: &Path, to: &Path) -> RegisterError {
    let room = || -> io::Result<()> {
        let bytes = fs::metadata(from)?.len();
        let wanted = 2 * bytes + ROOM;
        let mut file = File::options().append(true).open(to)?;
        let there = file.metadata()?.len();
        let more = wanted.saturating_sub(there);
        io::copy(&mut io::repeat(0).take(more), &mut file)?;
        file.sync_all()
    };
    match (room().map_err(RegisterError::from), error) {
        (Err(full @ RegisterError::DiskFull), RegisterError::Sqlite(_)) => full,
        (_, error) => error,
    }
}

/// Sees that two databases hold the same, and that the second is sound.
fn same(one: &Connection, other: &Connection) -> Result<()> {
    let differ = |what: &str| RegisterError::Corrupt(format!("the copy differs in {what}"));
    let found: String = other.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(RegisterError::Corrupt(found));
    }
    for pragma in ["user_version", "application_id"] {
        let read = |conn: &Connection| -> rusqlite::Result<i64> {
            conn.query_row(&format!("PRAGMA {pragma}"), [], |row| row.get(0))
        };
        if read(one)? != read(other)? {
            return Err(differ(pragma));
        }
    }
    let schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name";
    if !same_rows(one, other, schema)? {
        return Err(differ("its schema"));
    }
    let tables: Vec<String> = one
        .prepare(
            "SELECT name FROM sqlite_schema
             WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
        )?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for table in tables {
        let rows = format!("SELECT * FROM \"{}\"", table.replace('"', "\"\""));
        if !same_rows(one, other, &rows)? {
            return Err(differ(&table));
        }
    }
    Ok(())
}

fn same_rows(one: &Connection, other: &Connection, sql: &str) -> Result<bool> {
    let (mut one, mut other) = (one.prepare(sql)?, other.prepare(sql)?);
    let columns = one.column_count();
    let (mut one, mut other) = (one.query([])?, other.query([])?);
    loop {
        match (one.next()?, other.next()?) {
            (None, None) => return Ok(true),
            (Some(a), Some(b)) => {
                for at in 0..columns {
                    if a.get::<_, Value>(at)? != b.get::<_, Value>(at)? {
                        return Ok(false);
                    }
                }
            }
            _ => return Ok(false),
        }
    }
}
