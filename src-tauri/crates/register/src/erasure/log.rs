//! The log of deletions: the rows of the journal by which records went for good. It says what sort, how
//! many, when, by whom and on what ground, and holds nothing of the records.

use crate::database::value::{hex, read_time};
use crate::error::Result;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use complaint::{Actor, ErasureGround};
use serde_json::Value as Json;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedErasure {
    /// Its place in the journal.
    pub seq: i64,
    pub at: DateTime<FixedOffset>,
    pub actor: Actor,
    pub ground: ErasureGround,
    /// Incoming numbers of the cases; they stay used.
    pub numbers: Vec<String>,
    /// Letters that were issued on them.
    pub letters: u64,
    pub documents: u64,
    /// Complainants of whom nothing is kept any more.
    pub persons: u64,
    /// Bytes of content that went with them.
    pub bytes: u64,
    /// Of cases that stayed: their numbers, and how many documents went.
    pub documents_of: Vec<(String, u64)>,
    /// Whether nobody looked through it before.
    pub by_itself: bool,
    /// The hash of its row, lower-case hexadecimal.
    pub hash: String,
}

impl Register {
    /// What was erased, the latest first, at most `limit`.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn erasures(&self, limit: u32) -> Result<Vec<LoggedErasure>> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("erasures.sql"))?;
        let mut rows = statement.query([limit])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let payload: Json = serde_json::from_str(row.get_ref(3)?.as_str().unwrap_or_default())?;
            let count = |name: &str| payload.get(name).and_then(Json::as_u64).unwrap_or(0);
            let word = payload.get("ground").and_then(Json::as_str);
            let numbers = payload.get("numbers").and_then(Json::as_array);
            let numbers = numbers.into_iter().flatten().filter_map(Json::as_str);
            out.push(LoggedErasure {
                seq: row.get(0)?,
                at: read_time(&row.get::<_, String>(1)?)?,
                actor: Actor(row.get(2)?),
                // Emptyings of earlier programs say no ground, which is the trash.
                ground: word
                    .and_then(ErasureGround::parse)
                    .unwrap_or(ErasureGround::Trash),
                numbers: numbers.map(str::to_owned).collect(),
                letters: count("letters"),
                documents: count("documents"),
                persons: count("persons"),
                bytes: count("bytes"),
                documents_of: documents_of(&payload),
                by_itself: payload.get("by_itself").and_then(Json::as_bool) == Some(true),
                hash: hex(&row.get::<_, Vec<u8>>(4)?),
            });
        }
        Ok(out)
    }
}

fn documents_of(payload: &Json) -> Vec<(String, u64)> {
    let of = payload.get("documents_of").and_then(Json::as_object);
    let of = of.into_iter().flatten();
    of.map(|(number, count)| (number.clone(), count.as_u64().unwrap_or(0)))
        .collect()
}
