//! The year that numbers are counted in, and a computer's clock that stands behind the records.

use crate::database::connection::{fact, fact_write};
use crate::database::value::read_time;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::register::Register;
use chrono::{DateTime, Datelike, FixedOffset, TimeDelta};
use rusqlite::Connection;
use serde_json::json;

/// The fact that names the newest row at which somebody said that the clock is right all the same.
const ASKED: &str = "clock_asked";

/// The fact that names the year which the clock showed then.
const TRUSTED: &str = "clock_year";

/// So far behind a clock may stand that was only put right.
const PUT_RIGHT: TimeDelta = TimeDelta::hours(1);

/// The year that a number given now counts in: none before that of the last number, unless somebody said that the
/// clock is right.
pub(crate) fn counting_year(conn: &Connection, now: DateTime<FixedOffset>) -> Result<i32> {
    match year_ahead(conn, now)? {
        Some(ahead) if unanswered(conn, now)?.is_some() => Ok(ahead),
        Some(_) | None => Ok(now.year()),
    }
}

/// The year of the last number, where it is after that of the clock.
fn year_ahead(conn: &Connection, now: DateTime<FixedOffset>) -> Result<Option<i32>> {
    let last: Option<i32> = conn
        .prepare_cached(include_str!("counter_year.sql"))?
        .query_row([], |row| row.get(0))?;
    Ok(last.filter(|last| *last > now.year()))
}

/// The time that the clock stands behind, of which nobody said yet that the clock is right all the same. While numbers
/// count in a later year it is that of the latest row of the whole journal, else that of the latest of its newest
/// rows.
fn unanswered(
    conn: &Connection,
    now: DateTime<FixedOffset>,
) -> Result<Option<DateTime<FixedOffset>>> {
    let ahead = year_ahead(conn, now)?.is_some();
    let latest = if ahead {
        include_str!("journal_latest.sql")
    } else {
        include_str!("journal_newest.sql")
    };
    let latest: Option<String> = conn
        .prepare_cached(latest)?
        .query_row([], |row| row.get(0))?;
    let Some(at) = latest.map(|at| read_time(&at)).transpose()? else {
        return Ok(None);
    };
    if !ahead && at - now <= PUT_RIGHT {
        return Ok(None);
    }
    let asked = fact(conn, ASKED)?.is_some_and(|asked| asked == at.to_rfc3339());
    // Said of one year, it holds for those after it: time goes on.
    let trusted = fact(conn, TRUSTED)?.and_then(|year| year.parse().ok());
    let holds = trusted.is_some_and(|year: i32| year <= now.year());
    Ok((!(asked && holds)).then_some(at))
}

impl Register {
    /// When the latest row was written that the clock stands behind, where nobody said yet that the clock is right:
    /// one of the newest of the journal, or of all of it as long as numbers count in a later year.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn clock_behind(
        &self,
        now: DateTime<FixedOffset>,
    ) -> Result<Option<DateTime<FixedOffset>>> {
        unanswered(&self.reader(), now)
    }

    /// Refuses a number that would count in another year than the clock shows: for callers that nobody stands behind
    /// who could be asked.
    ///
    /// # Errors
    /// [`RegisterError::ClockBehind`] and those of reading the database.
    pub fn clock_agrees(&self, now: DateTime<FixedOffset>) -> Result<()> {
        match counting_year(&self.reader(), now)? {
            year if year == now.year() => Ok(()),
            year => Err(RegisterError::ClockBehind(year)),
        }
    }
}

impl Change<'_> {
    /// Goes by the clock as it stands, though records are newer; where none is, nothing is done. It holds for the row
    /// that was asked about: what is written after it is asked about anew.
    ///
    /// # Errors
    /// Those of the database.
    pub fn clock_trust(&mut self) -> Result<()> {
        let now = self.by.now;
        let Some(at) = unanswered(self.tx, now)? else {
            return Ok(());
        };
        fact_write(self.tx, ASKED, &at.to_rfc3339())?;
        fact_write(self.tx, TRUSTED, &now.year().to_string())?;
        self.detail(Op::ClockTrust, json!({ "latest": at, "year": now.year() }));
        Ok(())
    }
}
