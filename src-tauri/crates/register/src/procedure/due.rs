//! Steps with a day of their own that has come, or is near.

use crate::error::Result;
use crate::list::row::complaint_rows_on;
use crate::procedure::kept::read_step;
use crate::register::Register;
use chrono::NaiveDate;
use complaint::{CaseStep, ComplaintRow};
use rusqlite::params;

impl Register {
    /// The open steps of open cases whose day is not behind `until`, the earliest first, at most `limit`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn steps_due(
        &self,
        today: NaiveDate,
        until: NaiveDate,
        limit: u32,
    ) -> Result<Vec<(ComplaintRow, CaseStep)>> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let mut found = Vec::new();
        {
            let mut statement = tx.prepare_cached(include_str!("steps_due.sql"))?;
            let mut rows = statement.query(params![until.to_string(), limit])?;
            while let Some(row) = rows.next()? {
                found.push((row.get::<_, i64>("serial")?, read_step(row)?));
            }
        }
        let mut out = Vec::with_capacity(found.len());
        for (serial, step) in found {
            let rows = complaint_rows_on(&tx, &[serial], today)?;
            out.extend(rows.into_iter().map(|row| (row, step.clone())));
        }
        Ok(out)
    }
}
