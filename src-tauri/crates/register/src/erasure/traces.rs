//! What erased records leave beside the rows: content in the document store, drafts, copies in the scratch
//! folder, pages that the database no longer uses, and its log. It goes once the change stands on the disk;
//! what a killed program left of it, when the office is opened next.

use crate::database::connection::{fact, fact_write};
use crate::error::Result;
use crate::register::Register;
use rusqlite::{Connection, TransactionBehavior};
use serde::{Deserialize, Serialize};

/// The fact that names what is still to be removed.
pub(crate) const LEFT: &str = "erased_left";

/// The fact that says that no page of the database holds what was deleted before deleting began to
/// overwrite.
const OVERWRITTEN: &str = "overwritten";

/// What is still to be removed beside the database.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Left {
    /// Hashes of content.
    pub contents: Vec<String>,
    /// Keys of drafts.
    pub drafts: Vec<String>,
    /// Tokens of files that were handed over.
    #[serde(default)]
    pub files: Vec<String>,
}

impl Left {
    /// What is to be removed by what stands in the records.
    pub(crate) fn read(conn: &Connection) -> Result<Option<Self>> {
        let left = fact(conn, LEFT)?.filter(|left| !left.is_empty());
        Ok(left.map(|left| serde_json::from_str(&left)).transpose()?)
    }

    /// Takes up what an erasure before could not remove.
    pub(crate) fn extend(&mut self, before: Self) {
        for (to, from) in [
            (&mut self.contents, before.contents),
            (&mut self.drafts, before.drafts),
            (&mut self.files, before.files),
        ] {
            to.extend(from);
            complaint::order::ascending(to);
            to.dedup();
        }
    }
}

impl Register {
    /// Removes what the last erasure left beside the records, if it left anything.
    ///
    /// # Errors
    /// Those of the database and the disk; what is left is then removed another time.
    pub(crate) fn traces_remove(&self) -> Result<()> {
        let left = Left::read(&self.writer())?;
        let Some(left) = left else { return Ok(()) };
        self.handed_over_forget(&left.files)?;
        self.drafts_forget(&left.drafts)?;
        self.remove_unnamed(&left.contents)?;
        self.scratch.forget_copies();
        let writer = self.writer();
        if fact(&writer, OVERWRITTEN)?.is_none() {
            writer.execute_batch("VACUUM")?;
        }
        // Nobody reads in the log while it is brought in and begun anew.
        let _reader = self.reader();
        self.log_bring_in(&writer);
        // The first write of a new log cuts off what stood in it.
        fact_write(&writer, OVERWRITTEN, "1")?;
        fact_write(&writer, LEFT, "")?;
        self.log_bring_in(&writer);
        Ok(())
    }

    /// Removes content that no record names any more: after the change that
    /// freed it is on the disk, and while nobody can add a record that names
    /// it anew.
    fn remove_unnamed(&self, contents: &[String]) -> Result<()> {
        let mut conn = self.writer();
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for sha256 in contents {
            let named: bool = tx
                .prepare_cached(include_str!("../document/content_known.sql"))?
                .query_row([sha256], |row| row.get(0))?;
            if !named && !self.drafts_mention(sha256)? {
                self.store.wipe(sha256)?;
            }
        }
        Ok(())
    }
}
