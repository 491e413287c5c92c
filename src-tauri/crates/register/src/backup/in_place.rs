//! A backup in place of the records that are there, which are kept beside it.

use crate::backup::hold::{Hold, read_hold, write_hold};
use crate::backup::shelf::founded;
use crate::backup::store::{Backup, read_manifest, write_whole};
use crate::backup::unfinished::parts_end;
use crate::database::connection::open_reader;
use crate::database::folder::{is_plain_dir, is_plain_file, sync_dir};
use crate::error::{RegisterError, Result};
use crate::journal::anchor::{Anchor, HEADS, anchors_in, write_lines};
use crate::journal::head::HEAD_FILE;
use crate::register::{DATABASE, RESTORING, Register};
use crate::store::content::{Store, is_sha256};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::fs::{File, TryLockError};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Between the name of the office's folder and that of the backup.
const RESTORED: &str = ".restored-";

impl Register {
    /// Restores a backup beside the office in `office`. Restoring that broke
    /// off is taken up again; what broke off of another backup is removed.
    /// Gives what came back, and where.
    ///
    /// # Errors
    /// As [`Register::backup_restore`].
    pub fn backup_restore_beside(
        copy: &Path,
        office: &Path,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<(Backup, PathBuf)> {
        let (manifest, backup) = read_manifest(copy)?;
        let stamp = copy.file_name().unwrap_or_default().to_string_lossy();
        let beside = sibling(office, &format!("{RESTORED}{stamp}"))?;
        for other in restored_beside(office)? {
            if other != beside && is_plain_file(&other.join(RESTORING))? {
                restoring_remove(&other)?;
            }
        }
        let done = is_complete(&beside)?
            && read_hold(&beside)?.copy.as_ref() == Some(&manifest.journal_head);
        if done {
            return Ok((backup, beside));
        }
        let came = Self::backup_restore(copy, &beside, progress)?;
        let hold = Hold {
            restored: true,
            damaged: false,
            copy: Some(manifest.journal_head),
        };
        write_hold(&beside, &hold)?;
        Ok((came, beside))
    }

    /// Puts restored records in place of the office in `office`, which nobody
    /// has open. What was there is kept under a name with the time; gives that
    /// name. Two renamings: when the program is killed between them,
    /// [`Register::in_place_finish`] does the second.
    ///
    /// # Errors
    /// [`RegisterError::NotAnOffice`], [`RegisterError::Locked`] and those of the disk.
    pub fn put_in_place(
        restored: &Path,
        office: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<Option<PathBuf>> {
        if !is_complete(restored)? {
            return Err(RegisterError::NotAnOffice);
        }
        let kept = if is_plain_dir(office)? {
            nobody_has_it_open(office)?;
            hand_on(office, restored)?;
            let kept = unused(office, now)?;
            fs::rename(office, &kept)?;
            Some(kept)
        } else {
            None
        };
        if let Err(error) = fs::rename(restored, office) {
            if let Some(kept) = &kept {
                fs::rename(kept, office)?;
            }
            return Err(error.into());
        }
        if let Some(parent) = office.parent() {
            sync_dir(parent)?;
        }
        Ok(kept)
    }

    /// Finishes what a killed program began: where no office is, and one
    /// restored backup lies ready beside its place, that is put there. Says
    /// whether it was.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn in_place_finish(office: &Path) -> Result<bool> {
        if is_plain_dir(office)? {
            return Ok(false);
        }
        let mut ready = Vec::new();
        for beside in restored_beside(office)? {
            if is_complete(&beside)? && read_hold(&beside)?.restored {
                ready.push(beside);
            }
        }
        let [only] = &ready[..] else { return Ok(false) };
        fs::rename(only, office)?;
        if let Some(parent) = office.parent() {
            sync_dir(parent)?;
        }
        Ok(true)
    }
}

fn sibling(office: &Path, ending: &str) -> Result<PathBuf> {
    let mut name = office.file_name().ok_or(RegisterError::Denied)?.to_owned();
    name.push(ending);
    Ok(office.with_file_name(name))
}

/// A name with the time that nothing bears.
fn unused(office: &Path, now: DateTime<FixedOffset>) -> Result<PathBuf> {
    let stamp = now.format("-before-%Y-%m-%d-%H%M%S").to_string();
    let mut kept = sibling(office, &stamp)?;
    let mut again = 1;
    while kept.symlink_metadata().is_ok() {
        again += 1;
        kept = sibling(office, &format!("{stamp}-{again}"))?;
    }
    Ok(kept)
}

/// The folders beside an office's place that backups are restored into.
fn restored_beside(office: &Path) -> Result<Vec<PathBuf>> {
    let mut beginning = office
        .file_name()
        .ok_or(RegisterError::Denied)?
        .to_string_lossy()
        .into_owned();
    beginning.push_str(RESTORED);
    let parent = office.parent().ok_or(RegisterError::Denied)?;
    if !parent.is_dir() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for entry in fs::read_dir(parent)? {
        let entry = entry?;
        let ours = entry.file_name().to_string_lossy().starts_with(&beginning);
        if ours && entry.file_type()?.is_dir() {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn is_complete(restored: &Path) -> Result<bool> {
    Ok(is_plain_file(&restored.join(DATABASE))? && !is_plain_file(&restored.join(RESTORING))?)
}

/// Lets the restored records know how far those they replace had come, so that
/// no number is given again. Records of another office don't concern them.
fn hand_on(office: &Path, restored: &Path) -> Result<()> {
    let of = |dir: &Path| founded(&open_reader(&dir.join(DATABASE))?);
    if matches!((of(office), of(restored)), (Ok(one), Ok(other)) if one != other) {
        return Ok(());
    }
    let mut known = anchors_in(restored)?;
    for anchor in anchors_in(office)? {
        let told = |known: &Anchor| known.at == anchor.at && known.dir == anchor.dir;
        if !known.iter().any(told) {
            known.push(anchor);
        }
    }
    let heads = restored.join("backups").join(HEADS);
    write_whole(&heads, &write_lines(&known)?)?;
    match fs::read(office.join(HEAD_FILE)) {
        Ok(head) => write_whole(&restored.join(HEAD_FILE), &head),
        // Where it can't be read, the list of backups tells as much as there is.
        Err(_) => Ok(()),
    }
}

fn nobody_has_it_open(office: &Path) -> Result<()> {
    let lock = office.join(crate::opening::LOCK);
    if !is_plain_file(&lock)? {
        return Ok(());
    }
    match File::open(&lock)?.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(RegisterError::Locked),
        Err(TryLockError::Error(error)) => Err(error.into()),
    }
}

/// Removes what restoring that broke off left, and nothing else; the mark goes last.
fn restoring_remove(dir: &Path) -> Result<()> {
    parts_end(dir)?;
    let documents = dir.join("documents");
    if is_plain_dir(&documents)? {
        let store = Store::open(&documents)?;
        for shard in 0..=u8::MAX {
            for (name, path) in store.shard(shard)? {
                if is_sha256(&name) {
                    fs::remove_file(path)?;
                }
            }
            let _ = fs::remove_dir(documents.join(format!("{shard:02x}")));
        }
        let _ = fs::remove_dir(&documents);
    }
    let heads = dir.join("backups").join(HEADS);
    for file in [
        heads,
        dir.join(crate::backup::restore::DATABASE_PART),
        dir.join(RESTORING),
    ] {
        match fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    let _ = fs::remove_dir(dir.join("backups"));
    let _ = fs::remove_dir(dir);
    Ok(())
}
