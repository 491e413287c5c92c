//! The year that numbers are counted in, and a computer's clock that stands behind the records.

use crate::database::connection::{fact, fact_write};
use crate::database::value::read_time;
use crate::error::Result;
use crate::register::Register;
use chrono::{DateTime, Datelike, FixedOffset, TimeDelta};
use rusqlite::{Connection, TransactionBehavior};

/// The fact that names the newest row at which somebody said that the clock is right all the same.
const ASKED: &str = "clock_asked";

/// The fact that names the year which the clock showed then.
const TRUSTED: &str = "clock_year";

/// So far behind a clock may stand that was only put right.
const PUT_RIGHT: TimeDelta = TimeDelta::hours(1);

/// The year that a number given now counts in: none before that of the last number, unless somebody said that the
/// clock is right.
pub(crate) fn counting_year(conn: &Connection, now: DateTime<FixedOffset>) -> Result<i32> {
    let year = now.year();
    let last: Option<i32> = conn
        .prepare_cached(include_str!("counter_year.sql"))?
        .query_row([], |row| row.get(0))?;
    let trusted = fact(conn, TRUSTED)?.is_some_and(|trusted| trusted == year.to_string());
    Ok(last.filter(|last| *last > year && !trusted).unwrap_or(year))
}

impl Register {
    /// When the latest of the newest rows of the journal was written, where the clock stands behind it and nobody said yet that it is
    /// right.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn clock_behind(
        &self,
        now: DateTime<FixedOffset>,
    ) -> Result<Option<DateTime<FixedOffset>>> {
        let conn = self.reader();
        let newest: Option<String> = conn
            .prepare_cached(include_str!("journal_newest.sql"))?
            .query_row([], |row| row.get(0))?;
        let Some(at) = newest.map(|at| read_time(&at)).transpose()? else {
            return Ok(None);
        };
        if at - now <= PUT_RIGHT {
            return Ok(None);
        }
        let asked = fact(&conn, ASKED)?;
        Ok(Some(at).filter(|at| asked.as_deref() != Some(at.to_rfc3339().as_str())))
    }

    /// Goes by the clock as it stands, though records are newer; where none is, nothing is done.
    ///
    /// # Errors
    /// Those of the database, and [`crate::RegisterError`] of records that can't be written.
    pub fn clock_trust(&self, now: DateTime<FixedOffset>) -> Result<()> {
        let Some(at) = self.clock_behind(now)? else {
            return Ok(());
        };
        self.writable()?;
        let mut conn = self.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        fact_write(&tx, ASKED, &at.to_rfc3339())?;
        fact_write(&tx, TRUSTED, &now.year().to_string())?;
        tx.commit()?;
        Ok(())
    }
}
