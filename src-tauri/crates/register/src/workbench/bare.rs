//! The rivals a bench needs: the plainest statements that could answer the
//! same questions with a number, a name and a subject a row. No filter, no
//! demands, no snippet, no total.

use crate::database::value::count_value;
use crate::error::Result;
use crate::register::Register;
use rusqlite::types::Value;

impl Register {
    /// How many of the newest complaints the bare full-text index names for one
    /// stem; letters and digits only, as the normaliser makes it.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn bare_search(&self, stem: &str, limit: u32) -> Result<u64> {
        let quoted = format!("\"{}\"", stem.replace('"', ""));
        self.bare(
            "SELECT complaint.number, listing.name, listing.subject FROM words \
             CROSS JOIN listing ON listing.serial = words.rowid \
             CROSS JOIN complaint ON complaint.serial = words.rowid \
             WHERE words MATCH ?1 ORDER BY words.rowid DESC LIMIT ?2",
            &[Value::Text(quoted), Value::Integer(limit.into())],
        )
    }

    /// How many rows a bare walk of the index by time of receipt gives.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn bare_page(&self, offset: u64, limit: u32) -> Result<u64> {
        self.bare(
            "SELECT complaint.number, listing.name, listing.subject FROM ( \
                 SELECT serial FROM listing INDEXED BY listing_received WHERE trashed = 0 \
                 ORDER BY received DESC, serial DESC LIMIT ?1 OFFSET ?2) AS page \
             CROSS JOIN listing ON listing.serial = page.serial \
             CROSS JOIN complaint ON complaint.serial = page.serial",
            &[Value::Integer(limit.into()), count_value(offset)],
        )
    }

    fn bare(&self, sql: &str, values: &[Value]) -> Result<u64> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(values))?;
        let mut count = 0;
        while let Some(row) = rows.next()? {
            for column in 0..3 {
                std::hint::black_box(row.get::<_, String>(column)?);
            }
            count += 1;
        }
        Ok(count)
    }
}
