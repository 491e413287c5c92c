//! A backup in place of the records that are there, which are kept beside it.

use crate::backup::hold::{HOLD, Hold, read_hold, write_hold};
use crate::backup::restore::{Purpose, restore, takes};
use crate::backup::shelf::founded;
use crate::backup::store::{Backup, PART, read_manifest, write_whole};
use crate::backup::taking_over::{Taking, is_taking_over, no_longer};
use crate::backup::unfinished::parts_end;
use crate::cipher::keys::Cipher;
use crate::cipher::way_in::cipher_of;
use crate::cipher::wiping::wipe;
use crate::database::connection::open_reader;
use crate::database::folder::{is_plain_dir, is_plain_file, private_file, sync_dir};
use crate::database::value::hex;
use crate::erasure::undone::{erasures_told, note_undone};
use crate::error::{RegisterError, Result};
use crate::holding::hold_alone;
use crate::journal::anchor::{Anchor, HEADS, anchors_in, heads_at_backups, write_lines};
use crate::journal::chain::journal_head;
use crate::journal::head::{HeadFile, StoredHead, head_of, read_head};
use crate::journal::loss::furthest_of;
use crate::own_files::{KEYRING, KEYS, LOCK};
use crate::register::{DATABASE, RESTORING, Register};
use crate::removal::{RemoveFile, unlink};
use crate::store::content::Store;
use crate::store::stored_name::is_stored_name;
use chrono::{DateTime, FixedOffset, NaiveDateTime};
use std::fs;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Between the name of the office's folder and that of the backup.
const RESTORED: &str = ".restored-";

/// Between the name of the office's folder and the time at which a backup took its place.
const BEFORE: &str = "-before-";
/// How that time is written.
const STAMP: &str = "%Y-%m-%d-%H%M%S";
const STAMPED: usize = "2026-11-30-101500".len();

/// What became of the records that a backup took the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InPlace {
    /// Where they lie now, if there were any.
    pub kept: Option<PathBuf>,
    /// Neither they nor what stands beside them say which numbers they gave
    /// last: some that they gave after the backup may be given again.
    pub numbers_unknown: bool,
    /// They could not say what they had erased: some of it may be back unseen.
    pub erasures_unknown: bool,
}

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
        let (manifest, _) = read_manifest(copy)?;
        let beside = beside_for(copy, office)?;
        for other in restored_beside(office)? {
            if other != beside && is_plain_file(&other.join(RESTORING))? {
                restoring_remove(&other, unlink)?;
            }
        }
        let hold = Hold {
            restored: true,
            damaged: false,
            documents: false,
            copy: Some(manifest.journal_head),
            left: None,
        };
        let came = restore(copy, &beside, Purpose::InPlace(&hold), progress)?;
        Ok((came, beside))
    }

    /// Puts restored records in place of the office in `office`, which nobody
    /// has open. What was there is kept under a name with the time. Two
    /// renamings, during which nobody can open it: when the program is killed
    /// between them, [`Register::in_place_finish`] does the second.
    ///
    /// # Errors
    /// [`RegisterError::NotAnOffice`], [`RegisterError::Locked`] and those of the disk.
    pub fn put_in_place(
        restored: &Path,
        office: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<InPlace> {
        if !is_complete(restored)? {
            return Err(RegisterError::NotAnOffice);
        }
        parts_end(restored)?;
        let mut done = InPlace::default();
        let mut alone = None;
        if is_plain_dir(office)? {
            alone = Some(held_alone(office)?);
            let handed_on = hand_on(office, restored)?;
            done.numbers_unknown = !handed_on.numbers;
            done.erasures_unknown = !handed_on.erasures;
            mark_left(office);
            // The copy may open by the same keys: moved back beside it, what opened these would open it too.
            let _ = wipe(&office.join(KEYRING));
            done.kept = Some(unused(office, now)?);
        }
        let taking = Taking::begin(restored, done.kept.as_deref())?;
        if cfg!(windows) {
            // There a folder with an open file keeps its name.
            alone = None;
        }
        if let Some(kept) = &done.kept {
            fs::rename(office, kept)?;
        }
        if let Err(error) = fs::rename(restored, office) {
            if let Some(kept) = &done.kept {
                fs::rename(kept, office)?;
            }
            return Err(error.into());
        }
        taking.done(office);
        if let Some(parent) = office.parent() {
            sync_dir(parent)?;
        }
        drop(alone);
        Ok(done)
    }

    /// Finishes what a killed program began: where no office is, and one
    /// restored backup beside its place was being put there. Says whether it
    /// was. A backup that was only restored stays where it is, whoever moved
    /// the office away.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn in_place_finish(office: &Path) -> Result<bool> {
        if is_plain_dir(office)? {
            no_longer(office)?;
            return Ok(false);
        }
        let mut ready = Vec::new();
        for beside in restored_beside(office)? {
            if is_complete(&beside)? && is_taking_over(&beside)? {
                ready.push(beside);
            }
        }
        let [only] = &ready[..] else { return Ok(false) };
        fs::rename(only, office)?;
        no_longer(office)?;
        if let Some(parent) = office.parent() {
            sync_dir(parent)?;
        }
        Ok(true)
    }
}

/// The folder beside an office's place that a backup is restored into: one that
/// it was restored into already, by half or whole, or else a new one.
fn beside_for(copy: &Path, office: &Path) -> Result<PathBuf> {
    let stamp = copy.file_name().unwrap_or_default().to_string_lossy();
    let mut beside = sibling(office, &format!("{RESTORED}{stamp}"))?;
    let mut again = 1;
    while beside.symlink_metadata().is_ok() && !takes(copy, &beside)? {
        again += 1;
        beside = sibling(office, &format!("{RESTORED}{stamp}-{again}"))?;
    }
    Ok(beside)
}

fn sibling(office: &Path, ending: &str) -> Result<PathBuf> {
    let mut name = office.file_name().ok_or(RegisterError::Denied)?.to_owned();
    name.push(ending);
    Ok(office.with_file_name(name))
}

/// A name with the time that nothing bears.
fn unused(office: &Path, now: DateTime<FixedOffset>) -> Result<PathBuf> {
    let stamp = format!("{BEFORE}{}", now.format(STAMP));
    let mut kept = sibling(office, &stamp)?;
    let mut again = 1;
    while kept.symlink_metadata().is_ok() {
        again += 1;
        kept = sibling(office, &format!("{stamp}-{again}"))?;
    }
    Ok(kept)
}

/// The folders beside an office's place that backups are restored into.
pub(crate) fn restored_beside(office: &Path) -> Result<Vec<PathBuf>> {
    beside(office, RESTORED)
}

impl Register {
    /// Whether the records are those of a backup that took the place of others, and nothing was written in them since:
    /// what they lack is what the backup lacked.
    ///
    /// # Errors
    /// Those of the disk and the database.
    pub fn is_just_in_place(&self) -> Result<bool> {
        let hold = self.hold()?;
        let head = hex(&journal_head(&self.reader())?.1);
        Ok(hold.restored && hold.copy == Some(head))
    }

    /// The folders beside the office that hold records of its own: those that a backup took the place of, and
    /// backups that were restored and took no place.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn left_beside(&self) -> Result<Vec<PathBuf>> {
        let mut found = beside(&self.dir, BEFORE)?;
        complaint::order::ascending(&mut found);
        found.extend(restored_beside(&self.dir)?);
        Ok(found)
    }
}

/// The records beside an office that a backup took the place of, the earliest first. Those in which somebody worked
/// since are an office of its own and not among them.
pub(crate) fn former_records(office: &Path) -> Result<Vec<PathBuf>> {
    let mut beginning = office.file_name().unwrap_or_default().to_owned();
    beginning.push(BEFORE);
    let beginning = beginning.to_string_lossy();
    let mut found = beside(office, BEFORE)?;
    found.retain(|dir| {
        let name = dir.file_name().unwrap_or_default().to_string_lossy();
        let stamp = name.strip_prefix(&*beginning);
        stamp.is_some_and(is_stamp)
            && is_complete(dir).unwrap_or(false)
            && !went_on(dir).unwrap_or(false)
    });
    complaint::order::ascending(&mut found);
    Ok(found)
}

/// A time, with a number behind it where something bore that name already.
fn is_stamp(name: &str) -> bool {
    let Some((stamp, behind)) = name.split_at_checked(STAMPED) else {
        return false;
    };
    let again = behind.strip_prefix('-');
    let is_number = again.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    (behind.is_empty() || is_number) && NaiveDateTime::parse_from_str(stamp, STAMP).is_ok()
}

/// Writes down in records that a backup takes the place of where their journal ends. In damaged ones that may fail.
fn mark_left(office: &Path) {
    let (Ok(head), Ok(hold)) = (head_in(office), read_hold(office)) else {
        return;
    };
    let left = Some(head);
    let _ = write_hold(office, &Hold { left, ..hold });
}

/// Whether something was written in records since a backup took their place.
fn went_on(kept: &Path) -> Result<bool> {
    match read_hold(kept)?.left {
        Some(left) => Ok(head_in(kept)? != left),
        None => Ok(false),
    }
}

fn head_in(dir: &Path) -> Result<String> {
    let conn = open_reader(&dir.join(DATABASE), &cipher_of(dir)?)?;
    Ok(hex(&journal_head(&conn)?.1))
}

/// The folders beside an office that are called as it is, with this behind.
fn beside(office: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut beginning = office
        .file_name()
        .ok_or(RegisterError::Denied)?
        .to_string_lossy()
        .into_owned();
    beginning.push_str(ending);
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

pub(crate) fn is_complete(restored: &Path) -> Result<bool> {
    Ok(is_plain_file(&restored.join(DATABASE))? && !is_plain_file(&restored.join(RESTORING))?)
}

/// What could be read of records that a backup takes the place of.
struct HandedOn {
    /// How far they had come: in themselves, or where they write it a second time; the list of backups alone tells no
    /// more than the last of them.
    numbers: bool,
    /// What they had erased.
    erasures: bool,
}

/// Lets the restored records know how far those they replace had come, so that
/// no number is given again, and what those had erased. Records of another office don't concern them. Of a
/// locked office to which nobody is admitted nothing can be read.
fn hand_on(office: &Path, restored: &Path) -> Result<HandedOn> {
    let (own_cipher, cipher) = (cipher_of(office).unwrap_or_default(), cipher_of(restored)?);
    let records = open_reader(&office.join(DATABASE), &own_cipher);
    let theirs = || founded(&open_reader(&restored.join(DATABASE), &cipher)?);
    let ours = records.as_ref().ok().and_then(|conn| founded(conn).ok());
    if matches!((&ours, theirs()), (Some(one), Ok(other)) if *one != other) {
        return Ok(HandedOn {
            numbers: true,
            erasures: true,
        });
    }
    // Damaged ones are just what a backup is to take the place of.
    let told = records.as_ref().ok().map(erasures_told);
    let erasures_known = matches!(told, Some(Ok(_)));
    if let Some(Ok(told)) = told {
        note_undone(told, restored)?;
    }
    let mut heads = heads_at_backups(office, &own_cipher).unwrap_or_default();
    let at_backups = heads.len();
    heads.extend(records.ok().and_then(|conn| head_of(&conn).ok()));
    if let Ok(StoredHead::Read(written)) = read_head(office, &own_cipher) {
        heads.push(written);
    }
    let known = heads.len() > at_backups;
    let mut anchors = anchors_in(restored, &cipher)?;
    for anchor in anchors_in(office, &own_cipher).unwrap_or_default() {
        let told = |known: &Anchor| known.at == anchor.at && known.dir == anchor.dir;
        if !anchors.iter().any(told) {
            anchors.push(anchor);
        }
    }
    let list = restored.join("backups").join(HEADS);
    write_whole(&list, &write_lines(&anchors, &cipher)?)?;
    let furthest = furthest_of(heads);
    if furthest.rows > 0 {
        let mut file = HeadFile::open(restored, &cipher)?;
        file.clear()?;
        file.write(&furthest)?;
        file.sync()?;
    }
    Ok(HandedOn {
        numbers: known,
        erasures: erasures_known,
    })
}

/// Takes the office for this program alone, so that nobody opens it until that is let go.
fn held_alone(office: &Path) -> Result<File> {
    let lock = office.join(LOCK);
    let lock = if is_plain_file(&lock)? {
        File::open(&lock)?
    } else {
        private_file(&lock)?
    };
    hold_alone(&lock)?;
    Ok(lock)
}

/// Removes what restoring that broke off left, and nothing else; the mark goes last.
pub(crate) fn restoring_remove(dir: &Path, remove: RemoveFile) -> Result<()> {
    parts_end(dir)?;
    let documents = dir.join("documents");
    if is_plain_dir(&documents)? {
        let store = Store::open(&documents, &Cipher::default())?;
        for shard in 0..=u8::MAX {
            for (name, path) in store.shard(shard)? {
                if is_stored_name(&name) {
                    remove(&path)?;
                }
            }
            let _ = fs::remove_dir(documents.join(format!("{shard:02x}")));
        }
        let _ = fs::remove_dir(&documents);
    }
    let backups = dir.join("backups");
    for file in [
        backups.join(HEADS),
        backups.join(HOLD),
        dir.join(KEYS),
        dir.join(crate::backup::restore::DATABASE_PART),
        dir.join(RESTORING),
    ] {
        for file in [file.with_added_extension(PART), file] {
            remove(&file)?;
        }
    }
    let _ = fs::remove_dir(backups);
    let _ = fs::remove_dir(dir);
    Ok(())
}
