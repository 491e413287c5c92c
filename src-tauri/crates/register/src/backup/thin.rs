//! Taking from a shelf what the rule of thinning lets go.

use crate::backup::shelf::{DOCUMENTS, content_list, shelf_lock};
use crate::backup::store::{CONTENTS, database_of, read_manifest, write_whole};
use crate::backup::thinning::{Dated, Keep, staying};
use crate::backup::unfinished::{clear_unfinished, is_marked, withdraw};
use crate::cipher::keys::Cipher;
use crate::cipher::way_in::cipher_of;
use crate::cipher::wiping::wipe;
use crate::database::connection::open_copy;
use crate::database::folder::{read_bounded, read_small};
use crate::error::{RegisterError, Result};
use crate::register::{DATABASE, Register};
use crate::store::content::Store;
use crate::store::stored_name::is_stored_name;
use chrono::{DateTime, FixedOffset};
use std::collections::HashSet;
use std::fs;
use std::fs::TryLockError;
use std::path::{Path, PathBuf};

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
        let (thinned, left) = match self.thin(shelf, now, keep) {
            Ok(done) => done,
            Err(error) => {
                self.left_write(Some(shelf));
                return Err(error);
            }
        };
        match left {
            Left::Nothing => self.left_write(None),
            Left::This(folder) => self.left_write(Some(&folder)),
            Left::NotLooked => {}
        }
        Ok(thinned)
    }

    /// What stood in the way of thinning the last time, if it is still there: a
    /// folder that may be a backup and can't be read as one, a backup that can't
    /// be removed, or the whole shelf.
    pub fn thinning_left(&self) -> Option<PathBuf> {
        let note = read_small(&self.dir().join("backups").join(LEFT)).ok()??;
        let folder: PathBuf = serde_json::from_slice(&note).ok()?;
        folder.exists().then_some(folder)
    }

    pub(crate) fn left_write(&self, folder: Option<&Path>) {
        let note = self.dir().join("backups").join(LEFT);
        // What can't be written down is found again the next time.
        let _ = match folder {
            Some(folder) => serde_json::to_vec(folder)
                .map_err(RegisterError::from)
                .and_then(|bytes| write_whole(&note, &bytes)),
            None => fs::remove_file(&note).map_err(RegisterError::from),
        };
    }

    fn thin(
        &self,
        shelf: &Path,
        now: DateTime<FixedOffset>,
        keep: Keep,
    ) -> Result<(Thinned, Left)> {
        let mut thinned = Thinned::default();
        if self.lost_rows().is_some() || self.hold()?.any() {
            return Ok((thinned, Left::NotLooked));
        }
        let alone = shelf_lock(shelf)?;
        match alone.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok((thinned, Left::NotLooked)),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let own = self.office_fingerprint()?;
        let mut backups = Self::shelf_list(shelf)?;
        backups.retain(|backup| backup.office.as_ref() == Some(&own));
        let tried = self.rehearsal_last()?;
        let against = |backup| tried.as_ref().is_some_and(|tried| tried.is_against(backup));
        let dated: Vec<Dated> = backups
            .iter()
            .map(|backup| Dated {
                at: backup.at,
                whole: backup.is_whole() && !against(backup),
            })
            .collect();
        let mut left = Left::NotLooked;
        for (backup, stays) in backups.iter().zip(staying(&dated, now, keep)) {
            if stays {
                continue;
            }
            if withdraw(&backup.dir)? {
                thinned.backups += 1;
            } else {
                left = Left::This(backup.dir.clone());
            }
        }
        let again = self.dir().join("backups").join(LEFT).exists();
        if thinned.backups > 0 || again {
            // What a locked office leaves there may have been made in plain text.
            let remove = |path: &Path| match self.has_password() {
                true => wipe(path),
                false => Ok(fs::remove_file(path)?),
            };
            match needed(shelf) {
                Ok(needed) => {
                    thinned.documents = drop_others(shelf, &needed, &remove)?;
                    if left == Left::NotLooked {
                        left = Left::Nothing;
                    }
                }
                Err((doubt, _)) => left = Left::This(doubt),
            }
        }
        Ok((thinned, left))
    }
}

/// What stood in the way of thinning.
#[derive(PartialEq, Eq)]
enum Left {
    Nothing,
    This(PathBuf),
    /// Nothing was to go, or nothing could.
    NotLooked,
}

/// In the office's own folder of backups: what [`Register::thinning_left`] gives.
pub(crate) const LEFT: &str = "not_thinned.json";

/// All content that the backups on a shelf name.
///
/// # Errors
/// Whatever leaves a doubt, with its folder: a backup that is being made, one
/// that is not as it was made, a database that nobody knows.
pub(crate) fn needed(shelf: &Path) -> Result<HashSet<String>, (PathBuf, RegisterError)> {
    let of_shelf = |error: RegisterError| (shelf.to_owned(), error);
    clear_unfinished(shelf, true).map_err(of_shelf)?;
    let mut needed = HashSet::new();
    for entry in fs::read_dir(shelf).map_err(|error| of_shelf(error.into()))? {
        let dir = entry.map_err(|error| of_shelf(error.into()))?.path();
        named_by(&dir, &mut needed).map_err(|error| (dir, error))?;
    }
    Ok(needed)
}

/// Adds the content that a folder on the shelf names, if it is a backup.
fn named_by(dir: &Path, needed: &mut HashSet<String>) -> Result<()> {
    if dir.join(DATABASE).symlink_metadata().is_err() && !is_marked(dir) {
        return Ok(());
    }
    let (manifest, _) = read_manifest(dir)?;
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
            if Store::hash_of(database_of(dir)?)?.0 != manifest.database_sha256 {
                return Err(RegisterError::Altered(manifest.database_sha256));
            }
            let cipher = cipher_of(dir)?;
            content_list(&open_copy(&database, &cipher)?, &cipher)?
        }
    };
    needed.extend(list.lines().map(str::to_owned));
    Ok(())
}

/// Removes the content on a shelf that is not needed, in the way given; how many pieces.
pub(crate) fn drop_others(
    shelf: &Path,
    needed: &HashSet<String>,
    remove: &dyn Fn(&Path) -> Result<()>,
) -> Result<u64> {
    let store = Store::open(&shelf.join(DOCUMENTS), &Cipher::default())?;
    let mut dropped = 0;
    for shard in 0..=u8::MAX {
        for (name, path) in store.shard(shard)? {
            if is_stored_name(&name) && !needed.contains(&name) {
                remove(&path)?;
                dropped += 1;
            }
        }
    }
    Ok(dropped)
}
