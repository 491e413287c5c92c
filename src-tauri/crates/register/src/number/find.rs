//! Finding a complaint or a letter by its number.

use crate::database::value::{blob, number_key};
use crate::error::{RegisterError, Result};
use crate::list::row::complaint_rows;
use crate::number::typed::{TypedNumber, the_one};
use crate::register::Register;
use complaint::{ComplaintId, LetterId};
use rusqlite::OptionalExtension;
use uuid::Uuid;

impl Register {
    /// The complaint with that number, whatever its case, punctuation and
    /// zeros: «вх 2026/1» means «ВХ-2026/0001», and so may «1».
    ///
    /// # Errors
    /// [`RegisterError::Ambiguous`] when zeros were left out and several may be
    /// meant; those of reading the database.
    pub fn complaint_by_number(&self, number: &str) -> Result<Option<ComplaintId>> {
        let conn = self.reader();
        let by_key = |number: &str| -> Result<Option<ComplaintId>> {
            Ok(conn
                .prepare_cached(include_str!("id_by_number.sql"))?
                .query_row([number, &number_key(number)], |row| {
                    Ok(ComplaintId(Uuid::from_bytes(row.get(0)?)))
                })
                .optional()?)
        };
        if let Some(found) = by_key(number)? {
            return Ok(Some(found));
        }
        let Some(typed) = TypedNumber::of(number) else {
            return Ok(None);
        };
        match the_one(typed.complaints(&conn)?)? {
            Some(number) => by_key(&number),
            None => Ok(None),
        }
    }

    /// The letter with that outgoing number, typed as that of a complaint may be.
    ///
    /// # Errors
    /// As [`Register::complaint_by_number`].
    pub fn letter_by_number(&self, number: &str) -> Result<Option<LetterId>> {
        let conn = self.reader();
        let exactly = |number: &str| -> Result<Option<LetterId>> {
            Ok(conn
                .prepare_cached(include_str!("letter_by_number.sql"))?
                .query_row([number], |row| Ok(LetterId(Uuid::from_bytes(row.get(0)?))))
                .optional()?)
        };
        if let Some(found) = exactly(number)? {
            return Ok(Some(found));
        }
        let Some(typed) = TypedNumber::of(number) else {
            return Ok(None);
        };
        match the_one(typed.of_letters(&conn)?)? {
            Some(number) => exactly(&number),
            None => Ok(None),
        }
    }

    /// The incoming number of a complaint.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn complaint_number(&self, id: ComplaintId) -> Result<String> {
        let conn = self.reader();
        let serial: Option<i64> = conn
            .prepare_cached(include_str!("../database/serial_by_id.sql"))?
            .query_row([blob(id.0)], |row| row.get(0))
            .optional()?;
        let Some(serial) = serial else {
            return conn
                .prepare_cached("SELECT number FROM spent_number WHERE complaint = ?1")?
                .query_row([blob(id.0)], |row| row.get(0))
                .optional()?
                .ok_or(RegisterError::NotFound("complaint"));
        };
        let rows = complaint_rows(&conn, &[serial])?;
        let row = rows.into_iter().next();
        row.map(|row| row.number)
            .ok_or(RegisterError::NotFound("complaint"))
    }
}
