//! Restoring a backup.

use crate::backup::content::{Brought, bring_all};
use crate::backup::hold::{Hold, write_hold};
use crate::backup::place::apart_from;
use crate::backup::shelf::in_use;
use crate::backup::store::{
    Backup, Manifest, PART, database_of, manifest_bytes, read_manifest, write_whole,
};
use crate::backup::unfinished::{parts_begin, parts_end};
use crate::cipher::keys::Cipher;
use crate::cipher::way_in::cipher_of;
use crate::database::connection::open_copy;
use crate::database::folder::{
    is_plain_dir, is_plain_file, is_unicode, private_dir, private_file, read_bounded, read_small,
    sync_dir,
};
use crate::database::value::hex;
use crate::erasure::undone::note_undone_by_shelf;
use crate::error::{RegisterError, Result};
use crate::journal::anchor::HEADS;
use crate::journal::chain::journal_head;
use crate::own_files::KEYS;
use crate::register::{DATABASE, RESTORING, Register};
use crate::store::content::Store;
use std::fs;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The database under another name until all is there, so that half an office
/// never opens.
pub(crate) const DATABASE_PART: &str = "restoring.sqlite";

/// Bytes that the list of the backups before may have.
const HEADS_MOST: u64 = 64 << 20;

impl Register {
    /// Restores a backup into a folder that is new or empty, reading every
    /// piece again, and gives what came back whole and what is lost. Restoring
    /// that broke off is taken up again by restoring the same backup into the
    /// same folder; nothing of a target is removed. Neither the backup nor the
    /// office it was made of is touched, and nothing is thinned meanwhile. Erasures that a later backup
    /// on the shelf knows of are kept with it (see [`Register::erasures_undone`]).
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`], [`RegisterError::Nested`],
    /// [`RegisterError::PasswordNeeded`] for a locked one to which nobody is admitted,
    /// [`RegisterError::NotEmpty`], [`RegisterError::Altered`] when the
    /// database itself is damaged, [`RegisterError::DiskFull`] and others of
    /// the disk.
    pub fn backup_restore(
        from: &Path,
        to: &Path,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        restore(from, to, Purpose::Office, progress)
    }
}

/// What a backup is restored for.
#[derive(Clone, Copy)]
pub(crate) enum Purpose<'h> {
    /// To see whether it can be.
    Trial,
    /// An office of its own.
    Office,
    /// To take the place of records. It carries that from the moment on at which it is an office; one that is
    /// whole there already is read through again.
    InPlace(&'h Hold),
}

/// Restores a backup as [`Register::backup_restore`] does.
pub(crate) fn restore(
    from: &Path,
    to: &Path,
    purpose: Purpose<'_>,
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Backup> {
    let from = std::path::absolute(from)?;
    is_unicode(to)?;
    let shelf = from.parent().ok_or(RegisterError::NotABackup)?;
    read_manifest(&from)?;
    let to = apart_from(&from, to)?;
    apart_from(&shelf.join("documents"), &to)?;
    let _in_use = in_use(shelf)?;
    let (manifest, backup) = read_manifest(&from)?;
    if Store::hash_of(database_of(&from)?)?.0 != manifest.database_sha256 {
        return Err(RegisterError::Altered(manifest.database_sha256));
    }
    let cipher = cipher_of(&from)?;
    private_dir(&to)?;
    let stage = stage(&from, &to)?.ok_or_else(|| RegisterError::NotEmpty(to.clone()))?;
    if stage == Stage::Whole && !matches!(purpose, Purpose::InPlace(_)) {
        return Err(RegisterError::NotEmpty(to));
    }
    if stage == Stage::New {
        remove_half_mark(&to)?;
        write_whole(&to.join(RESTORING), &manifest_bytes(&from)?)?;
    }
    let places = (&*from, shelf, &*to);
    let brought = restore_into(places, &cipher, &manifest, (purpose, stage), progress)?;
    Ok(Backup {
        documents: brought.documents,
        bytes: manifest.database_bytes.saturating_add(brought.bytes),
        lost: brought.lost,
        ..backup
    })
}

/// How far restoring a backup into a folder has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// The folder is empty.
    New,
    Begun,
    /// Its database is there; what broke off could not take its mark away.
    Marked,
    /// It is the office that the backup holds, and nothing was written in it.
    Whole,
}

/// Whether a backup can be restored into a folder: into an empty one, or one it
/// was restored into already, by half or whole.
pub(crate) fn takes(from: &Path, to: &Path) -> Result<bool> {
    Ok(is_plain_dir(to).unwrap_or(false) && stage(from, to)?.is_some())
}

/// Nothing where something else lies in the folder.
fn stage(from: &Path, to: &Path) -> Result<Option<Stage>> {
    let manifest = manifest_bytes(from)?;
    let there = is_plain_file(&to.join(DATABASE))?;
    if let Some(marked) = read_small(&to.join(RESTORING))? {
        let stage = if there { Stage::Marked } else { Stage::Begun };
        return Ok((marked == manifest).then_some(stage));
    }
    if there {
        return Ok(is_of(from, to).then_some(Stage::Whole));
    }
    for entry in fs::read_dir(to)? {
        if entry?.path() != half_mark(to) {
            return Ok(None);
        }
    }
    let half = read_small(&half_mark(to))?;
    let ours = half.is_none_or(|half| manifest.starts_with(&half));
    Ok(ours.then_some(Stage::New))
}

/// Whether a folder holds the records of a backup, and nothing was written since.
fn is_of(from: &Path, to: &Path) -> bool {
    let conn = cipher_of(to).and_then(|cipher| open_copy(&to.join(DATABASE), &cipher));
    let head = conn.and_then(|conn| journal_head(&conn));
    let (Ok((rows, hash)), Ok((manifest, _))) = (head, read_manifest(from)) else {
        return false;
    };
    rows == manifest.journal_rows && hex(&hash) == manifest.journal_head
}

fn half_mark(to: &Path) -> PathBuf {
    to.join(RESTORING).with_added_extension(PART)
}

/// Removes what a kill leaves of a mark that is being written.
fn remove_half_mark(to: &Path) -> Result<()> {
    if is_plain_file(&half_mark(to))? {
        fs::remove_file(half_mark(to))?;
    }
    Ok(())
}

fn restore_into(
    (from, shelf, to): (&Path, &Path, &Path),
    cipher: &Cipher,
    manifest: &Manifest,
    (purpose, stage): (Purpose<'_>, Stage),
    progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
) -> Result<Brought> {
    let there = matches!(stage, Stage::Marked | Stage::Whole);
    let database = to.join(if there { DATABASE } else { DATABASE_PART });
    if !there {
        let mut file = private_file(&database)?;
        file.set_len(0)?;
        std::io::copy(&mut database_of(from)?, &mut file)?;
        file.sync_all()?;
        drop(file);
        if Store::hash_of(File::open(&database)?)?.0 != manifest.database_sha256 {
            return Err(RegisterError::Altered(manifest.database_sha256.clone()));
        }
    }
    let conn = match open_copy(&database, cipher) {
        // Nobody takes up what is refused.
        Err(error @ RegisterError::ForeignSchema(_)) if !there => {
            fs::remove_file(&database)?;
            fs::remove_file(to.join(RESTORING))?;
            return Err(error);
        }
        opened => opened?,
    };
    // Opened without being made: the backup is left as it is.
    let kept = Store::at(&shelf.join("documents"), cipher);
    let store = Store::open(&to.join("documents"), cipher)?;
    let parts = parts_begin(to)?;
    let mut brought = bring_all(&conn, &kept, &store, &parts, progress)?;
    parts_end(to)?;
    for lost in &mut brought.lost {
        // What was lost when the copy was made is not missed only now.
        if let Some(then) = manifest.lost.iter().find(|l| l.sha256 == lost.sha256) {
            lost.reason = then.reason;
        }
    }
    drop(conn);
    let backups = to.join("backups");
    private_dir(&backups)?;
    if !there && let Some(heads) = read_bounded(&from.join(HEADS), HEADS_MOST)? {
        write_whole(&backups.join(HEADS), &heads)?;
    }
    if let Purpose::InPlace(hold) = purpose {
        write_hold(to, hold)?;
    }
    if !there && cipher.is_locked() {
        write_whole(&to.join(KEYS), &fs::read(from.join(KEYS))?)?;
    }
    if !there {
        fs::rename(&database, to.join(DATABASE))?;
    }
    // While the mark is there it is no office yet, and what breaks off is taken up again.
    if !matches!(purpose, Purpose::Trial) {
        note_undone_by_shelf(from, to)?;
    }
    if stage != Stage::Whole {
        fs::remove_file(to.join(RESTORING))?;
    }
    sync_dir(to)?;
    Ok(brought)
}
