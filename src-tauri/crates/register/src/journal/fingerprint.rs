//! What the journal keeps of rows whose values it does not keep, those of changes
//! that are never undone: a salted hash of each row as it stood after the change.
//!
//! The salt lies with the hashes in the body of the journal's row, of which the
//! chain holds the hash. Where the data of a person are erased the body goes, salt
//! and all, and what stays in the chain tells nothing of what was hashed: the salt
//! is as long as a key.
//!
//! A step of the schema that rewrites a column of these tables makes their rows
//! differ; one that adds or drops a column does not, for the version is kept.

use crate::database::value::hex;
use crate::error::Result;
use crate::journal::row_image::{RowImage, Table, beside_the_journal, row_image};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use uuid::Uuid;

/// Bytes of a hash that are kept.
const KEPT: usize = 16;

/// The body of a journal row.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Fingerprints {
    /// Random, lower-case hexadecimal.
    salt: String,
    /// The version of the records: it says which columns a row had.
    pub version: i64,
    /// Of each row that [`hashed`] names, in its order; empty for one that is gone.
    pub rows: Vec<String>,
    /// What a person said of the change in words of their own.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub said: Map<String, Json>,
}

/// The rows that a change wrote, each once, as they came; without those that
/// the journal says nothing of.
pub(crate) fn hashed(written: impl Iterator<Item = (Table, Uuid)>) -> Vec<(Table, Uuid)> {
    let mut known = HashSet::new();
    written
        .filter(|(table, _)| !beside_the_journal(*table, ""))
        .filter(|row| known.insert(*row))
        .collect()
}

/// Hashes rows as they stand now; nothing where there are none and nothing was said.
pub(crate) fn fingerprints(
    conn: &Connection,
    rows: &[(Table, Uuid)],
    said: &Map<String, Json>,
) -> Result<Option<String>> {
    if rows.is_empty() && said.is_empty() {
        return Ok(None);
    }
    let salt: Vec<u8> = conn
        .prepare_cached("SELECT randomblob(32)")?
        .query_row([], |row| row.get(0))?;
    let version = conn
        .prepare_cached("PRAGMA user_version")?
        .query_row([], |row| row.get(0))?;
    let mut kept = Fingerprints {
        salt: hex(&salt),
        version,
        rows: Vec::with_capacity(rows.len()),
        said: said.clone(),
    };
    for (table, id) in rows {
        let image = row_image(conn, *table, *id)?;
        let hash = image.map(|image| kept.hash(*table, *id, &image));
        kept.rows.push(hash.unwrap_or_default());
    }
    Ok(Some(serde_json::to_string(&kept)?))
}

impl Fingerprints {
    /// The hash of a row with these values: each with its name before it, both
    /// with their lengths. What changes beside the journal is left out.
    pub(crate) fn hash(&self, table: Table, id: Uuid, image: &RowImage) -> String {
        let mut sha = Sha256::new();
        let mut field = |bytes: &[u8]| {
            sha.update((bytes.len() as u64).to_be_bytes());
            sha.update(bytes);
        };
        field(b"otvet row 1");
        field(self.salt.as_bytes());
        field(table.as_str().as_bytes());
        field(id.as_bytes());
        let mut columns: Vec<_> = image
            .iter()
            .filter(|(name, _)| *name != "id" && !beside_the_journal(table, name))
            .collect();
        complaint::order::by_key(&mut columns, |(name, _)| *name);
        for (name, value) in columns {
            field(name.as_bytes());
            field(value.to_string().as_bytes());
        }
        hex(&sha.finalize()[..KEPT])
    }
}
