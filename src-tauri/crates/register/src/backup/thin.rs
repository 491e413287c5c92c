//! Taking from a shelf what the rule of thinning lets go.

use crate::backup::shelf::{DOCUMENTS, content_list, shelf_lock};
use crate::backup::store::{CONTENTS, database_of, read_manifest};
use crate::backup::thinning::{Dated, Keep, staying};
use crate::backup::unfinished::{clear_unfinished, is_marked, withdraw};
use crate::database::connection::open_copy;
use crate::database::folder::read_bounded;
use crate::error::{RegisterError, Result};
use crate::register::{DATABASE, Register};
use crate::store::content::{Store, is_sha256};
use chrono::{DateTime, FixedOffset};
use std::collections::HashSet;
use std::fs;
use std::fs::TryLockError;
use std::path::Path;

/// Bytes that the list of a backup's content may have: two million pieces.
const CONTENTS_MOST: u64 = 130 << 20;

/// What was taken from a shelf.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Thinned {
    /// Backups of this office.
    pub backups: u64,
    /// Documents that no backup on the shelf names any more.
    pub documents: u64,
}

impl Register {
    /// Removes the backups of this office that the rule lets go, and then the
    /// documents that provably no backup on the shelf names, of whatever
    /// office. Where a backup can't be read as it was made, no document goes;
    /// while another program uses the shelf, nothing does; while records are
    /// lost or backups held back ([`Register::hold`]), nothing does either.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn shelf_thin(
        &self,
        shelf: &Path,
        now: DateTime<FixedOffset>,
        keep: Keep,
    ) -> Result<Thinned> {
        let mut thinned = Thinned::default();
        if self.lost_rows().is_some() || self.hold()?.any() {
            return Ok(thinned);
        }
        let alone = shelf_lock(shelf)?;
        match alone.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(thinned),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let own = self.office_fingerprint()?;
        let mut backups = Self::shelf_list(shelf)?;
        backups.retain(|backup| backup.office.as_ref() == Some(&own));
        let dated: Vec<Dated> = backups
            .iter()
            .map(|backup| Dated {
                at: backup.at,
                whole: backup.is_whole(),
            })
            .collect();
        for (backup, stays) in backups.iter().zip(staying(&dated, now, keep)) {
            if !stays {
                withdraw(&backup.dir)?;
                thinned.backups += 1;
            }
        }
        if thinned.backups > 0
            && let Ok(needed) = needed(shelf)
        {
            thinned.documents = drop_others(shelf, &needed)?;
        }
        Ok(thinned)
    }
}

/// All content that the backups on a shelf name.
///
/// # Errors
/// Whatever leaves a doubt: a backup that is being made, one that is not as it
/// was made, a database that nobody knows.
fn needed(shelf: &Path) -> Result<HashSet<String>> {
    clear_unfinished(shelf, true)?;
    let mut needed = HashSet::new();
    for entry in fs::read_dir(shelf)? {
        let dir = entry?.path();
        if dir.join(DATABASE).symlink_metadata().is_err() && !is_marked(&dir) {
            continue;
        }
        let (manifest, _) = read_manifest(&dir)?;
        let list = match manifest.contents_sha256 {
            Some(sha256) => {
                let list = read_bounded(&dir.join(CONTENTS), CONTENTS_MOST)?;
                let list = list.ok_or(RegisterError::NotABackup)?;
                if Store::hash_of(&list[..])?.0 != sha256 {
                    return Err(RegisterError::Altered(sha256));
                }
                String::from_utf8(list).map_err(|_| RegisterError::Altered(sha256))?
            }
            None => {
                let database = dir.join(DATABASE);
                if Store::hash_of(database_of(&dir)?)?.0 != manifest.database_sha256 {
                    return Err(RegisterError::Altered(manifest.database_sha256));
                }
                content_list(&open_copy(&database)?)?
            }
        };
        needed.extend(list.lines().map(str::to_owned));
    }
    Ok(needed)
}

fn drop_others(shelf: &Path, needed: &HashSet<String>) -> Result<u64> {
    let store = Store::open(&shelf.join(DOCUMENTS))?;
    let mut dropped = 0;
    for shard in 0..=u8::MAX {
        for (name, _) in store.shard(shard)? {
            if is_sha256(&name) && !needed.contains(&name) {
                store.remove(&name)?;
                dropped += 1;
            }
        }
    }
    Ok(dropped)
}
