//! The check of everything in the document store.

use crate::error::{RegisterError, Result};
use crate::register::Register;
use crate::store::content::Store;
use complaint::ComplaintId;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;
use uuid::Uuid;

/// What a check of the document store found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentsCheck {
    /// How many pieces of content were read.
    pub checked: u64,
    /// How many bytes were read.
    pub bytes: u64,
    /// Content that records name and that is not there.
    pub missing: Vec<DamagedContent>,
    /// Content that is not what its name says.
    pub altered: Vec<DamagedContent>,
    /// Files that no record names.
    pub orphans: Vec<String>,
}

/// Damaged content, and where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedContent {
    /// The name it lies under, lower-case hexadecimal.
    pub sha256: String,
    /// The documents and letters that name it.
    pub used_by: Vec<ContentUse>,
}

/// Where a record names content.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContentUse {
    /// Whose document or letter it is.
    pub complaint: ComplaintId,
    /// The incoming number of that complaint.
    pub number: String,
    /// The document's name, or the letter's outgoing number.
    pub name: String,
}

/// How far a check of the store has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckProgress {
    /// Pieces of content read so far.
    pub done: u64,
    /// Pieces that records name.
    pub of: u64,
}

impl Register {
    /// Reads everything in the document store again and finds what is missing,
    /// altered, or named by nothing.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], and those of the disk.
    pub fn documents_verify(
        &self,
        progress: &dyn Fn(CheckProgress) -> ControlFlow<()>,
    ) -> Result<DocumentsCheck> {
        let contents: Vec<(String, i64)> = self
            .reader()
            .prepare_cached(include_str!("contents.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let of = contents.len() as u64;
        let mut check = DocumentsCheck::default();
        for (sha256, bytes) in &contents {
            let damaged = |used_by| DamagedContent {
                sha256: sha256.clone(),
                used_by,
            };
            match self.store.read(sha256).and_then(Store::hash_of) {
                Err(RegisterError::MissingFile(_)) => {
                    check
                        .missing
                        .push(damaged(content_uses(&self.reader(), sha256)?));
                }
                // A link may lead to the same bytes today and to others tomorrow.
                Err(RegisterError::Foreign(_) | RegisterError::Altered(_)) => {
                    check
                        .altered
                        .push(damaged(content_uses(&self.reader(), sha256)?));
                }
                Err(error) => return Err(error),
                Ok((found, length)) => {
                    check.bytes += length;
                    if found != *sha256 || i64::try_from(length) != Ok(*bytes) {
                        check
                            .altered
                            .push(damaged(content_uses(&self.reader(), sha256)?));
                    }
                }
            }
            check.checked += 1;
            if progress(CheckProgress {
                done: check.checked,
                of,
            })
            .is_break()
            {
                return Err(RegisterError::Cancelled);
            }
        }
        for shard in 0..=u8::MAX {
            for (name, _) in self.store.shard(shard)? {
                let named = match self.store.hash_of_name(&name) {
                    Some(sha256) => self.is_named(&sha256)?,
                    None => false,
                };
                if !named {
                    check.orphans.push(name);
                }
            }
        }
        Ok(check)
    }
}

pub(crate) fn content_uses(conn: &Connection, sha256: &str) -> Result<Vec<ContentUse>> {
    conn.prepare_cached(include_str!("content_uses.sql"))?
        .query_map([sha256], |row| {
            Ok(ContentUse {
                complaint: ComplaintId(Uuid::from_bytes(row.get(0)?)),
                number: row.get(1)?,
                name: row.get(2)?,
            })
        })?
        .map(|found| Ok(found?))
        .collect()
}
