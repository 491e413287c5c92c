//! How many complaints there are, and whose.

use crate::database::value::blob;
use crate::error::Result;
use crate::list::row::complaint_rows;
use crate::register::Register;
use complaint::{ComplaintId, ComplaintRow, PersonId};
use rusqlite::OptionalExtension;

impl Register {
    /// How many complaints there are, the trash not counted.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn complaints_total(&self) -> Result<u64> {
        let total: i64 = self
            .reader()
            .prepare_cached(include_str!("tally_all.sql"))?
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
            .prepare_cached(include_str!("person_shown.sql"))?
            .query_map([blob(person.0)], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        if let Some(except) = except {
            let looked_at: Option<i64> = tx
                .prepare_cached(include_str!("../database/serial_by_id.sql"))?
                .query_row([blob(except.0)], |row| row.get(0))
                .optional()?;
            serials.retain(|serial| Some(*serial) != looked_at);
        }
        let total = serials.len() as u64;
        serials.sort_unstable_by(|a, b| b.cmp(a));
        serials.truncate(limit);
        Ok((total, complaint_rows(&tx, &serials)?))
    }
}
