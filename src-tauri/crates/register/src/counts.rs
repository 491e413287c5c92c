//! Small questions to the register: how many, whose, which number.

use crate::error::{RegisterError, Result};
use crate::list;
use crate::register::Register;
use crate::text::blob;
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
            .prepare_cached(include_str!("sql/tally_all.sql"))?
            .query_row([false], |row| row.get(0))?;
        Ok(total.try_into().unwrap_or(0))
    }

    /// The complaints of one person: how many in all, and the newest `limit` of
    /// them, one that is looked at already left out of both.
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
            .prepare_cached(include_str!("sql/person_complaints.sql"))?
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
}
