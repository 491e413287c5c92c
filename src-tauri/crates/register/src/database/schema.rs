//! The shape of the records, version by version. A file that has another shape
//! than the program gave it is not used: a trigger or a view in it would be
//! obeyed by SQLite as if it were the program's own.

use crate::error::{RegisterError, Result};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use std::collections::BTreeSet;

// `STEPS: &[&str]`, the texts of `migrations` in their order; step `n` brings records from version `n` to `n + 1`.
include!(concat!(env!("OUT_DIR"), "/steps.rs"));

/// What SQLite itself keeps about the contents of tables, if it was asked to.
const STATISTICS: [&str; 2] = ["sqlite_stat1", "sqlite_stat4"];

/// Kind, name and definition of each table, index and trigger.
type Schema = BTreeSet<(String, String, String)>;

pub(crate) fn version(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Whether records are of a version that this program brings up to date.
pub(crate) fn is_behind(conn: &Connection) -> Result<bool> {
    let found = version(conn)?;
    Ok(found > 0 && usize::try_from(found).is_ok_and(|found| found < STEPS.len()))
}

/// The columns that a table had in records of a version; none where this
/// program does not know the version.
pub(crate) fn columns_at(found: i64, table: &str) -> Result<Option<BTreeSet<String>>> {
    let steps = usize::try_from(found).ok();
    let Some(steps) = steps.and_then(|found| STEPS.get(..found)) else {
        return Ok(None);
    };
    let conn = Connection::open_in_memory()?;
    conn.execute_batch(&steps.concat())?;
    let mut statement = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let columns = statement.query_map([table], |row| row.get(0))?;
    Ok(Some(columns.collect::<rusqlite::Result<_>>()?))
}

/// Lets a connection trust nothing that a file says of its own schema, nor
/// write to it by other ways than statements.
pub(crate) fn distrust(conn: &Connection) -> Result<()> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    Ok(())
}

/// Refuses records whose schema is not the one this program gives records of
/// their version. Records of versions it does not know are not its to judge.
///
/// # Errors
/// [`RegisterError::ForeignSchema`] with what is added, altered or missing.
pub(crate) fn expect_own(conn: &Connection) -> Result<()> {
    // Version and schema are of one moment, should another program migrate now.
    let moment = conn.unchecked_transaction()?;
    let steps = usize::try_from(version(&moment)?).ok();
    let Some(steps) = steps.and_then(|version| STEPS.get(..version)) else {
        return Ok(());
    };
    expect(&moment, &steps.concat())
}

/// Refuses a database that holds another schema than these statements make.
///
/// # Errors
/// [`RegisterError::ForeignSchema`] with what is added, altered or missing.
pub(crate) fn expect(conn: &Connection, statements: &str) -> Result<()> {
    let own = Connection::open_in_memory()?;
    own.execute_batch(statements)?;
    let (own, found) = (schema(&own)?, schema(conn)?);
    match found.symmetric_difference(&own).next() {
        None => Ok(()),
        Some((kind, name, _)) => Err(RegisterError::ForeignSchema(format!("{kind} {name}"))),
    }
}

fn schema(conn: &Connection) -> Result<Schema> {
    let mut schema = Schema::new();
    let mut statement = conn.prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (kind, name, table): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if kind == "table" && STATISTICS.contains(&name.as_str()) {
            continue;
        }
        let sql: Option<String> = row.get(3)?;
        schema.insert((kind, name, format!("{table}: {}", plain(sql.as_deref()))));
    }
    Ok(schema)
}

/// A definition without differences that mean nothing: SQLite's versions space
/// an added column differently, and checkouts end lines differently. Line ends
/// stay, for they end comments.
fn plain(sql: Option<&str>) -> String {
    let mut plain = String::new();
    for c in sql.unwrap_or_default().chars().filter(|&c| c != '\r') {
        let blank = matches!(c, ' ' | '\t');
        if !blank {
            plain.push(c);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain
}
