//! The counting that leaves no gap and gives no number twice.

use crate::error::Result;
use crate::number::pattern::Pattern;
use rusqlite::{OptionalExtension, Transaction, params};
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Which counting a number belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Series {
    Incoming,
    Outgoing,
    Paper,
}

impl Series {
    fn as_str(&self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
            Self::Paper => "paper",
        }
    }

    fn taken(self) -> &'static str {
        match self {
            Self::Incoming => include_str!("incoming_taken.sql"),
            // Letters and papers share the column, so no number is given twice.
            Self::Outgoing | Self::Paper => include_str!("outgoing_taken.sql"),
        }
    }
}

/// Where a counting stands: the last number given by year.
#[derive(Default)]
pub(crate) struct SeriesCounter {
    last: HashMap<i32, i64>,
}

impl SeriesCounter {
    /// The next number of a series. One that an earlier pattern has given
    /// already is passed over.
    pub(crate) fn next(
        &mut self,
        tx: &Transaction<'_>,
        series: Series,
        pattern: &Pattern,
        year: i32,
    ) -> Result<(String, i64)> {
        let counting_year = pattern.counting_year(year);
        let last = match self.last.entry(counting_year) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(unknown) => unknown.insert(
                tx.prepare_cached(include_str!("counter_read.sql"))?
                    .query_row(params![series.as_str(), counting_year], |row| row.get(0))
                    .optional()?
                    .unwrap_or(0),
            ),
        };
        loop {
            *last += 1;
            let number = pattern.write(year, *last);
            let taken: bool = tx
                .prepare_cached(series.taken())?
                .query_row([&number], |row| row.get(0))?;
            if !taken {
                return Ok((number, *last));
            }
        }
    }

    /// Writes down where the counting stands.
    pub(crate) fn keep(&self, tx: &Transaction<'_>, series: Series) -> Result<()> {
        for (year, last) in &self.last {
            tx.prepare_cached(include_str!("counter_write.sql"))?
                .execute(params![series.as_str(), year, last])?;
        }
        Ok(())
    }
}

/// The next number of a series. It is taken when the transaction commits; one
/// that does not commit leaves no gap.
pub(crate) fn number_take(
    tx: &Transaction<'_>,
    series: Series,
    pattern: &Pattern,
    year: i32,
) -> Result<(String, i64)> {
    let mut counting = SeriesCounter::default();
    let taken = counting.next(tx, series, pattern, year)?;
    counting.keep(tx, series)?;
    Ok(taken)
}
