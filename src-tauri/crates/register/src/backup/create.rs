//! Making a backup.

use crate::backup::store::{
    Backup, FORMAT, MANIFEST, Manifest, contents, copy_content, read_manifest, write_new,
};
use crate::database::connection::open_copy;
use crate::database::folder::{private_dir, sync_dir};
use crate::database::migration::copy_into;
use crate::database::value::{hex, time};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::Anchor;
use crate::journal::chain::journal_head;
use crate::register::{DATABASE, Register};
use crate::store::content::Store;
use crate::store::scratch::{SCRATCH, Scratch};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

impl Register {
    /// Makes a backup in `to`. `progress` gets pieces of content done and of
    /// how many, and may stop it; an unfinished backup is removed again.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], [`RegisterError::DiskFull`],
    /// [`RegisterError::MissingFile`] or [`RegisterError::Altered`] when the
    /// store itself is damaged.
    pub fn backup_create(
        &self,
        to: &Path,
        now: DateTime<FixedOffset>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        private_dir(to)?;
        let stamp = now.format("%Y-%m-%d-%H%M%S").to_string();
        let mut dir = to.join(&stamp);
        let mut again = 1;
        while dir.exists() {
            again += 1;
            dir = to.join(format!("{stamp}-{again}"));
        }
        private_dir(&dir)?;
        let made = self.backup_into(to, &dir, now, progress);
        if made.is_err() {
            // The documents that were copied serve the next backup.
            let _ = fs::remove_dir_all(&dir);
        }
        made
    }

    fn backup_into(
        &self,
        to: &Path,
        dir: &Path,
        now: DateTime<FixedOffset>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        let database = dir.join(DATABASE);
        copy_into(&self.reader(), &database)?;
        let copy = open_copy(&database)?;
        let (seq, hash) = journal_head(&copy)?;
        let contents = contents(&copy)?;
        drop(copy);
        let store = Store::open(&to.join("documents"))?;
        let scratch = Scratch::open(&dir.join(SCRATCH), false)?;
        let of = contents.len() as u64;
        for (done, (sha256, bytes)) in (0u64..).zip(&contents) {
            if progress(done, of).is_break() {
                return Err(RegisterError::Cancelled);
            }
            copy_content(&self.store, &store, &scratch, sha256, *bytes)?;
        }
        fs::remove_dir_all(dir.join(SCRATCH))?;
        let (database_sha256, database_bytes) = Store::hash_of(File::open(&database)?)?;
        let manifest = Manifest {
            format: FORMAT,
            at: time(now),
            journal_rows: seq,
            journal_head: hex(&hash),
            database_sha256,
            database_bytes,
            documents: of,
            document_bytes: contents.iter().map(|(_, bytes)| bytes).sum(),
        };
        write_new(&dir.join(MANIFEST), &serde_json::to_vec_pretty(&manifest)?)?;
        sync_dir(dir)?;
        sync_dir(to)?;
        self.anchor_add(&Anchor {
            seq,
            hash: manifest.journal_head.clone(),
            at: manifest.at.clone(),
            dir: dir.to_owned(),
        })?;
        let _ = progress(of, of);
        Ok(read_manifest(dir)?.1)
    }

    /// The backups made of this office that can be found now, newest first.
    ///
    /// # Errors
    /// Those of reading the office's own list.
    pub fn backup_list(&self) -> Result<Vec<Backup>> {
        let mut found: Vec<Backup> = self
            .anchors()?
            .into_iter()
            .filter_map(|head| read_manifest(&head.dir).ok())
            .map(|(_, backup)| backup)
            .collect();
        found.reverse();
        Ok(found)
    }
}
