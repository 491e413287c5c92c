//! Where the journal ended at each backup, kept beside the database, so that a
//! journal that was cut off or changed since shows.

use crate::error::Result;
use crate::register::Register;
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

pub(crate) const HEADS: &str = "heads.jsonl";

/// What the office itself remembers of a backup, to see whether the journal
/// was cut off or changed since.
#[derive(Serialize, Deserialize)]
pub(crate) struct Anchor {
    pub seq: i64,
    pub hash: String,
    pub at: String,
    pub dir: PathBuf,
}

impl Register {
    pub(crate) fn anchor_add(&self, head: &Anchor) -> Result<()> {
        let mut line = serde_json::to_vec(head)?;
        line.push(b'\n');
        let mut file = File::options()
            .create(true)
            .append(true)
            .open(self.dir().join("backups").join(HEADS))?;
        file.write_all(&line)?;
        file.sync_all()?;
        Ok(())
    }

    pub(crate) fn anchors(&self) -> Result<Vec<Anchor>> {
        let text = match fs::read_to_string(self.dir().join("backups").join(HEADS)) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        // A line that a killed program left half written says nothing.
        Ok(text
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect())
    }

    /// Place and hash of the journal's end at each backup, in order of place.
    pub(crate) fn anchors_in_order(&self) -> Result<Vec<(i64, String)>> {
        let mut heads: Vec<_> = self
            .anchors()?
            .into_iter()
            .map(|head| (head.seq, head.hash))
            .collect();
        heads.sort();
        heads.dedup();
        Ok(heads)
    }
}
