//! Small questions to the register: how many, whose, which number.

use crate::error::{RegisterError, Result};
use crate::list;
use crate::register::Register;
use crate::text::blob;
use complaint::{ComplaintId, ComplaintRow, PersonId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::sync::PoisonError;

/// How many rows a condition leaves, and between which serials they lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub rows: u64,
    pub first: i64,
    pub last: i64,
}

fn data_version(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached("PRAGMA data_version")?
        .query_row([], |row| row.get(0))?)
}

impl Register {
    /// How many complaints there are, the trash not counted.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn complaints_total(&self) -> Result<u64> {
        let total: i64 = self
            .reader()
            .prepare_cached(include_str!("sql/tally_all.sql"))?
            .query_row([false], |row| row.get(0))?;
        Ok(total.try_into().unwrap_or(0))
    }

    /// The complaints of one person outside the trash: how many in all, and the
    /// newest `limit` of them, one that is looked at already left out of both.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn complaints_of(
        &self,
        person: PersonId,
        except: Option<ComplaintId>,
        limit: usize,
    ) -> Result<(u64, Vec<ComplaintRow>)> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let mut serials: Vec<i64> = tx
            .prepare_cached(include_str!("sql/person_shown.sql"))?
            .query_map([blob(person.0)], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if let Some(except) = except {
            let looked_at: Option<i64> = tx
                .prepare_cached(include_str!("sql/serial_by_id.sql"))?
                .query_row([blob(except.0)], |row| row.get(0))
                .optional()?;
            serials.retain(|serial| Some(*serial) != looked_at);
        }
        let total = serials.len() as u64;
        serials.sort_unstable_by(|a, b| b.cmp(a));
        serials.truncate(limit);
        Ok((total, list::rows(&tx, &serials)?))
    }

    /// The incoming number of a complaint.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn complaint_number(&self, id: ComplaintId) -> Result<String> {
        let conn = self.reader();
        let serial: i64 = conn
            .prepare_cached(include_str!("sql/serial_by_id.sql"))?
            .query_row([blob(id.0)], |row| row.get(0))
            .optional()?
            .ok_or(RegisterError::NotFound("complaint"))?;
        let rows = list::rows(&conn, &[serial])?;
        let row = rows.into_iter().next();
        row.map(|row| row.number)
            .ok_or(RegisterError::NotFound("complaint"))
    }

    /// The place of the newest row of the journal.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn journal_length(&self) -> Result<i64> {
        Ok(self
            .reader()
            .prepare_cached(include_str!("sql/journal_head.sql"))?
            .query_row([], |row| row.get(0))
            .optional()?
            .unwrap_or(0))
    }

    /// The answer of a statement that counts and gives the first and the last
    /// serial, remembered until the records change.
    pub(crate) fn remembered(
        &self,
        conn: &Connection,
        sql: &str,
        values: &[Value],
    ) -> Result<Extent> {
        const REMEMBERED: usize = 64;
        let version = data_version(conn)?;
        let key = format!("{sql}{values:?}");
        let mut totals = self.totals.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, extent)) = totals.get(&key).filter(|(at, _)| *at == version) {
            return Ok(*extent);
        }
        let extent = conn
            .prepare_cached(sql)?
            .query_row(params_from_iter(values), |row| {
                Ok(Extent {
                    rows: row.get::<_, i64>(0)?.try_into().unwrap_or(0),
                    first: row.get::<_, Option<i64>>(1)?.unwrap_or(0),
                    last: row.get::<_, Option<i64>>(2)?.unwrap_or(0),
                })
            })?;
        if totals.len() >= REMEMBERED {
            totals.clear();
        }
        totals.insert(key, (version, extent));
        Ok(extent)
    }
}
