//! Reading the columns of a row into values, and the rowids that ids stand for.

use crate::database::value::{blob, read_time, variant};
use crate::error::{RegisterError, Result};
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ComplaintId, Money};
use rusqlite::{Connection, OptionalExtension, Row};
use uuid::Uuid;

pub(crate) fn read_id(row: &Row<'_>, column: &str) -> Result<Uuid> {
    Ok(Uuid::from_bytes(row.get(column)?))
}

pub(crate) fn read_id_opt(row: &Row<'_>, column: &str) -> Result<Option<Uuid>> {
    Ok(row
        .get::<_, Option<[u8; 16]>>(column)?
        .map(Uuid::from_bytes))
}

pub(crate) fn read_variant<T>(
    row: &Row<'_>,
    column: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Result<T> {
    variant(read, row.get_ref(column)?.as_str().unwrap_or_default())
}

pub(crate) fn read_at(row: &Row<'_>, column: &str) -> Result<DateTime<FixedOffset>> {
    read_time(row.get_ref(column)?.as_str().unwrap_or_default())
}

pub(crate) fn read_sum(kopecks: Option<i64>) -> Result<Option<Money>> {
    kopecks
        .map(Money::from_kopecks)
        .transpose()
        .map_err(|_| RegisterError::Corrupt("not a sum".into()))
}

/// All rows of a query on one complaint.
pub(crate) fn rows_of<T>(
    conn: &Connection,
    sql: &str,
    serial: i64,
    read: impl Fn(&Row<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([serial])?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        out.push(read(row)?);
    }
    Ok(out)
}

pub(crate) fn read_actor(row: &Row<'_>, column: &str) -> Result<Option<Actor>> {
    Ok(row.get::<_, Option<String>>(column)?.map(Actor))
}

pub(crate) fn serial_of(conn: &Connection, id: ComplaintId) -> Result<i64> {
    conn.prepare_cached(include_str!("serial_by_id.sql"))?
        .query_row([blob(id.0)], |row| row.get(0))
        .optional()?
        .ok_or(RegisterError::NotFound("complaint"))
}

pub(crate) fn id_of(conn: &Connection, serial: i64) -> Result<ComplaintId> {
    let id = conn
        .prepare_cached("SELECT id FROM complaint WHERE serial = ?1")?
        .query_row([serial], |row| row.get(0))?;
    Ok(ComplaintId(Uuid::from_bytes(id)))
}
