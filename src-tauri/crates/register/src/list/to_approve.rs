//! Letters that wait for the head.

use crate::error::Result;
use crate::letter::row::letter_by_id;
use crate::list::row::complaint_rows;
use crate::register::Register;
use complaint::{LetterId, ToApprove};
use uuid::Uuid;

impl Register {
    /// Letters that wait for the head, the longest waiting first.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn letters_to_approve(&self, limit: u32) -> Result<Vec<ToApprove>> {
        let mut conn = self.reader();
        let tx = conn.transaction()?;
        let found: Vec<(i64, [u8; 16])> = tx
            .prepare_cached(include_str!("approvals_waiting.sql"))?
            .query_map([limit], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<rusqlite::Result<_>>()?;
        let mut out = Vec::with_capacity(found.len());
        for (serial, letter) in found {
            let letter = letter_by_id(&tx, LetterId(Uuid::from_bytes(letter)))?.summary;
            for row in complaint_rows(&tx, &[serial])? {
                out.push(ToApprove {
                    row,
                    letter: letter.clone(),
                });
            }
        }
        Ok(out)
    }
}
