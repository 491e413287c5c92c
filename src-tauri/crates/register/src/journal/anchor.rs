//! Where the journal ended at each backup, kept beside the database, so that a
//! journal that was cut off or changed since shows.

use crate::database::folder::private_file;
use crate::error::Result;
use crate::register::Register;
use serde::{Deserialize, Serialize};
use std::fs;
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

/// The list in its folder: the office's `backups`, and each backup's own.
pub(crate) const HEADS: &str = "heads.jsonl";

/// What the office itself remembers of a backup, to see whether the journal
/// was cut off or changed since.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Anchor {
    pub seq: i64,
    pub hash: String,
    pub at: String,
    pub dir: PathBuf,
}

/// One line of JSON for each.
pub(crate) fn write_lines(anchors: &[Anchor]) -> Result<Vec<u8>> {
    let mut lines = Vec::new();
    for anchor in anchors {
        serde_json::to_writer(&mut lines, anchor)?;
        lines.push(b'\n');
    }
    Ok(lines)
}

impl Register {
    pub(crate) fn anchor_add(&self, head: &Anchor) -> Result<()> {
        let line = write_lines(std::slice::from_ref(head))?;
        let heads = self.dir().join("backups").join(HEADS);
        private_file(&heads)?;
        let mut file = File::options().append(true).open(heads)?;
        file.write_all(&line)?;
        file.sync_all()?;
        Ok(())
    }

    pub(crate) fn anchors(&self) -> Result<Vec<Anchor>> {
        let lines = match fs::read(self.dir().join("backups").join(HEADS)) {
            Ok(lines) => lines,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error.into()),
        };
        // A line that a killed program left half written says nothing, and no
        // more does one that is damaged.
        Ok(lines
            .split(|byte| *byte == b'\n')
            .filter_map(|line| serde_json::from_slice(line).ok())
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
