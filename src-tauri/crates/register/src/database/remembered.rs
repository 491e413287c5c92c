//! Counts that cost a walk, remembered until the records change.

use crate::error::Result;
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// How many rows a condition leaves, and between which serials they lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub rows: u64,
    pub first: i64,
    pub last: i64,
}

/// So many answers are kept before it begins anew.
const MOST: usize = 64;

/// Answers of statements that count, by statement and values, each with the
/// version of the data it was given at.
#[derive(Default)]
pub(crate) struct CountCache(Mutex<HashMap<String, (i64, Extent)>>);

fn data_version(conn: &Connection) -> Result<i64> {
    Ok(conn
        .prepare_cached("PRAGMA data_version")?
        .query_row([], |row| row.get(0))?)
}

impl CountCache {
    /// The answer of a statement that counts and gives the first and the last serial.
    pub(crate) fn count(&self, conn: &Connection, sql: &str, values: &[Value]) -> Result<Extent> {
        let version = data_version(conn)?;
        let key = format!("{sql}{values:?}");
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, extent)) = answers.get(&key).filter(|(at, _)| *at == version) {
            return Ok(*extent);
        }
        let extent = conn
            .prepare_cached(sql)?
            .query_row(params_from_iter(values), |row| {
                Ok(Extent {
                    rows: row.get::<_, i64>(0)?.try_into().unwrap_or(0),
                    first: row.get::<_, Option<i64>>(1)?.unwrap_or(0),
                    last: row.get::<_, Option<i64>>(2)?.unwrap_or(0),
                })
            })?;
        if answers.len() >= MOST {
            answers.clear();
        }
        answers.insert(key, (version, extent));
        Ok(extent)
    }
}
