//! Messages that are kept already, known by their bytes or by what stands in them.

use crate::database::value::time;
use crate::error::Result;
use crate::list::row::complaint_rows;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::ComplaintRow;
use rusqlite::params;

impl Register {
    /// Complaints outside the trash that hold this message, newest first: a document of the same bytes, or a message
    /// of the same moment that `is_same` knows by its SHA-256.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn message_kept(
        &self,
        sha256: &str,
        sent: Option<DateTime<FixedOffset>>,
        is_same: &dyn Fn(&str) -> bool,
    ) -> Result<Vec<ComplaintRow>> {
        let found: Vec<(i64, String)> = {
            let conn = self.reader();
            let mut statement = conn.prepare_cached(include_str!("kept_messages.sql"))?;
            let rows = statement.query_map(params![sha256, sent.map(time)], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?;
            rows.collect::<rusqlite::Result<_>>()?
        };
        let mut serials: Vec<i64> = Vec::new();
        for (serial, kept) in found {
            if !serials.contains(&serial) && (kept == sha256 || is_same(&kept)) {
                serials.push(serial);
            }
        }
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        complaint_rows(&tx, &serials)
    }
}
