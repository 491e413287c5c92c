//! Sweeping the document store of files that nothing names.

use crate::error::Result;
use crate::register::Register;
use chrono::{DateTime, FixedOffset};
use rusqlite::OptionalExtension;

/// How many of the 256 folders of the store are swept at each opening.
const SWEPT_AT_ONCE: u8 = 16;

/// A file that nothing names is swept once it is this many seconds old.
const SWEPT_AFTER: i64 = 24 * 60 * 60;

impl Register {
    pub(crate) fn is_named(&self, sha256: &str) -> Result<bool> {
        let known: bool = self
            .reader()
            .prepare_cached(include_str!("content_known.sql"))?
            .query_row([sha256], |row| row.get(0))?;
        Ok(known || self.drafts_mention(sha256)?)
    }

    /// Sweeps a few folders of the store, others each time: files older than a
    /// day that neither a record nor a draft names.
    pub(crate) fn sweep_some(&self, now: DateTime<FixedOffset>) -> Result<u64> {
        let from = self.sweep_from()?;
        let mut removed = 0;
        for step in 0..SWEPT_AT_ONCE {
            removed += self.sweep_shard(from.wrapping_add(step), now.timestamp())?;
        }
        self.sweep_next(from.wrapping_add(SWEPT_AT_ONCE))?;
        Ok(removed)
    }

    pub(crate) fn sweep_shard(&self, shard: u8, now: i64) -> Result<u64> {
        let mut removed = 0;
        for (name, path) in self.store.shard(shard)? {
            let changed = path.metadata()?.modified()?;
            let changed = DateTime::<chrono::Utc>::from(changed).timestamp();
            let Some(sha256) = self.store.hash_of_name(&name) else {
                continue;
            };
            if now - changed > SWEPT_AFTER && !self.is_named(&sha256)? {
                self.store.wipe(&sha256)?;
                removed += 1;
            }
        }
        Ok(removed)
    }

    /// The folder of the document store to sweep next. It stands here because
    /// it is no record.
    pub(crate) fn sweep_from(&self) -> Result<u8> {
        Ok(self
            .draft_store()
            .prepare_cached("SELECT next FROM sweep")?
            .query_row([], |row| row.get(0))
            .optional()?
            .unwrap_or(0))
    }

    pub(crate) fn sweep_next(&self, shard: u8) -> Result<()> {
        self.draft_store()
            .prepare_cached(include_str!("sweep_next.sql"))?
            .execute([shard])?;
        Ok(())
    }
}
