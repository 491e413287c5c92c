//! Content that the journal names: what undoing would bring back needs it.

use crate::error::Result;
use rusqlite::Connection;
use std::collections::HashSet;

/// Characters of a hash of content as it is written.
const HASH: usize = 64;

/// The hashes in the rows that the journal keeps as they were, without those of changes that `goes` says go
/// with what is erased.
pub(crate) fn named_in_journal(
    conn: &Connection,
    goes: impl Fn(i64, &str) -> bool,
) -> Result<HashSet<String>> {
    let mut named = HashSet::new();
    let mut bodies = conn.prepare_cached("SELECT seq, body FROM change")?;
    let mut rows = bodies.query([])?;
    while let Some(row) = rows.next()? {
        let body = row.get_ref(1)?.as_str().unwrap_or_default();
        let mut hashes = hashes_in(body).peekable();
        if hashes.peek().is_some() && !goes(row.get(0)?, body) {
            named.extend(hashes.map(str::to_owned));
        }
    }
    Ok(named)
}

fn hashes_in(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split(|c: char| !matches!(c, '0'..='9' | 'a'..='f'));
    parts.filter(|part| part.len() == HASH)
}
