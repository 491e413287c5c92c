//! Founding an office and opening one.

use crate::backup::hold::hold_damaged_in;
use crate::backup::looked_at::{is_looked_at, looked_at_begin};
use crate::backup::shelf::in_use;
use crate::backup::store::{Backup, database_is_whole, database_of, is_backup, read_manifest};
use crate::backup::unfinished::is_marked;
use crate::cipher::keys::Cipher;
use crate::cipher::placing::take_up;
use crate::cipher::way_in::cipher_of;
use crate::database::connection::{open_reader, open_writer};
use crate::database::folder::{
    is_filled, is_plain_dir, is_plain_file, is_unicode, private_dir, private_file, set_aside,
    shut_file, shut_if_empty,
};
use crate::database::migration::bring_up_to_date;
use crate::database::network::file_system_of;
use crate::database::page_sums::{Look, PageSums};
use crate::database::remembered::CountCache;
use crate::database::schema::version;
use crate::database::value::text;
use crate::draft::typed::drafts_open;
use crate::error::{RegisterError, Result};
use crate::holding::hold_beside_others;
use crate::journal::anchor::{HEADS, mend_anchors};
use crate::journal::chain::journal_head;
use crate::journal::head::{HEAD_FILE, HeadFile, StoredHead, head_of, read_head};
use crate::journal::loss::heads_seen;
use crate::journal::lost_rows::LostRows;
use crate::journal::op::{By, Op};
use crate::journal::row_image::Table;
use crate::journal::since_last::whole_since;
use crate::journal::verify::is_whole;
use crate::office::profile::{OFFICE_ROW, check_patterns};
use crate::own_files::{
    BACKUPS, DOCUMENTS, DRAFTS, KEYS, LOCK, is_copy_before, nothing_foreign, own_files,
};
use crate::register::{CopyOf, DATABASE, Opening, RESTORING, Register, Unwritable};
use crate::store::content::Store;
use crate::store::scratch::{SCRATCH, Scratch, former_remove};
use chrono::{DateTime, FixedOffset};
use complaint::OfficeProfile;
use rusqlite::Connection;
use serde_json::json;
use std::cmp::Reverse;
use std::fs;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, OnceLock};
use std::time::Duration;
use uuid::Uuid;

/// How long an opening waits for another program that opens the same office, or sweeps what it opened.
const LOCK_WAIT: Duration = Duration::from_secs(5);

impl Register {
    /// Founds an office in a folder that holds none; the folder is made if need be.
    /// A founding that broke off there is taken up again.
    ///
    /// # Errors
    /// [`RegisterError::AlreadyExists`], [`RegisterError::NotUnicode`], [`RegisterError::Pattern`] for a wrong
    /// number pattern, [`RegisterError::Foreign`] where something of somebody
    /// else's bears a name that the office needs, and those of the disk.
    pub fn create(dir: &Path, by: &By, profile: &OfficeProfile) -> Result<Self> {
        is_unicode(dir)?;
        let taken_up = begun_and_broken_off(dir)?;
        if !taken_up && (dir.join(DATABASE).exists() || dir.join(RESTORING).exists()) {
            return Err(RegisterError::AlreadyExists);
        }
        // Its database may be gone; the numbers it gave are not.
        if matches!(read_head(dir, &Cipher::default())?, StoredHead::Read(head) if head.rows > 0) {
            return Err(RegisterError::AlreadyExists);
        }
        check_patterns(profile)?;
        private_dir(dir)?;
        shut_if_empty(dir)?;
        if !taken_up && let Err(foreign) = nothing_filled(dir) {
            // Another program may have founded it between the look and now.
            return Err(if dir.join(DATABASE).exists() {
                RegisterError::AlreadyExists
            } else {
                foreign
            });
        }
        let register = Self::open_folder(dir, &Cipher::default(), by.now, Opened::New)?;
        register.transact(by, Op::OfficeCreate, |change| {
            // Another program may have founded it between the look and now.
            if journal_begun(change.tx)? {
                return Err(RegisterError::AlreadyExists);
            }
            // Two offices founded alike in the same second are two all the same.
            let detail = json!({ "name": profile.name, "office": Uuid::now_v7() });
            change.detail(Op::OfficeCreate, detail);
            let profile = serde_json::to_string(profile)?;
            change.insert(Table::Office, OFFICE_ROW, vec![("profile", text(profile))])
        })?;
        Ok(register)
    }

    /// Opens the office in a folder: brings the records up to date, empties
    /// the scratch folder and sweeps a part of the document store, unless
    /// another program has the office open. Records that lost rows are opened
    /// to be read, which [`Register::lost_rows`] says, and so are those on a disk
    /// that takes nothing more, which [`Register::unwritable`] says.
    ///
    /// # Errors
    /// [`RegisterError::NotAnOffice`], [`RegisterError::IsABackup`], [`RegisterError::TooNew`],
    /// [`RegisterError::TooOld`], [`RegisterError::Corrupt`],
    /// [`RegisterError::PasswordNeeded`] for a locked office to which nobody is
    /// [admitted](Register::admit),
    /// [`RegisterError::Locked`], [`RegisterError::Foreign`] for a link or
    /// something else of somebody's in the office,
    /// [`RegisterError::ForeignSchema`], and those of the disk.
    pub fn open(dir: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        take_up(dir)?;
        if !dir.join(DATABASE).is_file() {
            return Err(RegisterError::NotAnOffice);
        }
        if is_backup(dir)? || is_marked(dir) || is_looked_at(dir) {
            return Err(RegisterError::IsABackup);
        }
        nothing_foreign(dir)?;
        let cipher = cipher_of(dir)?;
        let to_read = |why| Self::open_to_read(dir, &cipher, why);
        let register = match Self::open_folder(dir, &cipher, now, Opened::Records) {
            Err(RegisterError::Denied) => to_read(Unwritable::Denied)?,
            Err(RegisterError::DiskFull) => to_read(Unwritable::DiskFull)?,
            Err(damage @ RegisterError::Corrupt(_)) => {
                // Old copies are wanted now. Where that can't be written down, it is told all the same.
                let _ = hold_damaged_in(dir);
                return Err(damage);
            }
            opened => opened?,
        };
        if !journal_begun(&register.reader())? {
            return Err(RegisterError::NotAnOffice);
        }
        Ok(register)
    }

    /// Opens a backup to be looked at beside the records it was made of: a copy
    /// of its database in the folder `room`, which is new, with its documents
    /// where they lie. Whatever would change it is refused.
    ///
    /// # Errors
    /// [`RegisterError::NotABackup`], [`RegisterError::NotEmpty`],
    /// [`RegisterError::Altered`] for a damaged database, and those of the disk.
    pub fn open_backup(copy: &Path, room: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        let cipher = cipher_of(copy)?;
        let shelf = copy.parent().ok_or(RegisterError::NotABackup)?;
        read_manifest(copy)?;
        let in_use = in_use(shelf)?;
        let (manifest, backup) = read_manifest(copy)?;
        if is_filled(room)? {
            return Err(RegisterError::NotEmpty(room.to_owned()));
        }
        private_dir(room)?;
        let lock = private_file(&room.join(LOCK))?;
        lock.lock()?;
        looked_at_begin(room)?;
        let database = room.join(DATABASE);
        std::io::copy(&mut database_of(copy)?, &mut private_file(&database)?)?;
        if Store::hash_of(File::open(&database)?)?.0 != manifest.database_sha256 {
            fs::remove_file(&database)?;
            return Err(RegisterError::Altered(manifest.database_sha256));
        }
        let looked_at = Opened::Backup {
            documents: shelf.join(DOCUMENTS),
            of: CopyOf {
                dir: copy.to_owned(),
                at: backup.at,
            },
        };
        if cipher.is_locked() {
            fs::copy(copy.join(KEYS), room.join(KEYS))?;
        }
        // Held until here, so that nobody removes what is being copied.
        lock.unlock()?;
        let mut register = Self::open_folder(room, &cipher, now, looked_at)?;
        register.shelf = in_use;
        Ok(register)
    }

    fn open_folder(
        dir: &Path,
        cipher: &Cipher,
        now: DateTime<FixedOffset>,
        opened: Opened,
    ) -> Result<Self> {
        let new = matches!(opened, Opened::New);
        nothing_foreign(dir)?;
        shut_files(dir)?;
        let lock = private_file(&dir.join(LOCK))?;
        let alone = lock.try_lock().is_ok();
        let backups = dir.join(BACKUPS);
        if new {
            // SQLite gives what it puts beside the database the same rights.
            private_file(&dir.join(DATABASE))?;
        }
        // Read before the database is, so that what another program writes
        // meanwhile is not missed.
        let mut aside = damaged_heads(dir, cipher, alone, now)?;
        let mut heads = heads_seen(dir, cipher)?;
        let mut head_file = HeadFile::open(dir, cipher)?;
        let sums = PageSums::open(&dir.join(DATABASE), cipher)?;
        let looked = head_file.alone(|| sums.look()).transpose()?;
        let turned = looked.as_ref().and_then(Look::turned);
        let writer = open_writer(&dir.join(DATABASE), new, cipher);
        let mut writer = match &turned {
            None => writer?,
            Some(pages) => whole_all_the_same(writer, dir, cipher, pages)?,
        };
        private_dir(&backups)?;
        let migrated = bring_up_to_date(&mut writer, (!new).then_some(&*backups), now)?;
        let gone_back = heads.gone_back(&writer, dir, cipher)?;
        let head = heads.furthest();
        head_file.accepted(head.accepted);
        let reader = open_reader(&dir.join(DATABASE), cipher)?;
        let altered = matches!(looked, Some(Look::Altered { .. }));
        if altered {
            structure_whole(&writer, "integrity_check")?;
        }
        if looked.is_some_and(|looked| looked != Look::Whole) {
            // Without them the next opening looks at nothing.
            let _ = head_file.alone(|| sums.take_anew(altered));
        }
        let mut changed_outside = altered || sums.unanswered()?;
        if gone_back.is_none() {
            // Whatever can't be read there is told as what differs: it keeps nobody from the rest.
            match whole_since(&writer, sums.looked_at()?.as_ref()) {
                Ok(Some(place)) => sums.look_from(place),
                Err(
                    error @ (RegisterError::Denied
                    | RegisterError::DiskFull
                    | RegisterError::Locked),
                ) => return Err(error),
                Ok(None) | Err(_) => {
                    changed_outside = true;
                    // Told until the whole is found right, however much is done meanwhile.
                    let _ = head_file.alone(|| sums.differs());
                }
            }
        }
        if alone {
            check_in_turn(&writer, &sums, now)?;
        }
        let (drafts, damaged) = drafts_open(&dir.join(DRAFTS), cipher, alone, now)?;
        aside.extend(damaged);
        let (store, copy_of) = match opened {
            Opened::New | Opened::Records => (Store::open(&dir.join(DOCUMENTS), cipher)?, None),
            Opened::Backup { documents, of } => (Store::at(&documents, cipher), Some(of)),
        };
        let sweeps = alone && gone_back.is_none() && copy_of.is_none();
        let scratch_dir = dir.join(SCRATCH);
        let renamed = !is_plain_dir(&scratch_dir)?;
        let scratch = Scratch::open(&scratch_dir, alone)?;
        if alone && !new {
            // What can't go now is in nobody's way.
            let _ = former_remove(dir, renamed);
        }
        let mut register = Self {
            dir: dir.to_owned(),
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            drafts: Mutex::new(drafts),
            cipher: cipher.clone(),
            store,
            scratch,
            totals: CountCache::default(),
            counter: OnceLock::new(),
            answers: OnceLock::new(),
            opening: Opening {
                network_share: file_system_of(dir),
                migrated,
                search_rebuilt: false,
                orphans_removed: 0,
                shared: !alone,
                lost_rows: gone_back.map(|found| LostRows {
                    found,
                    seen: head.rows,
                    copy: None,
                }),
                copy_of,
                set_aside: aside,
            },
            head_file: Mutex::new(head_file),
            sums: Some(sums),
            gone_back: AtomicBool::new(gone_back.is_some()),
            shelf: None,
            changed_outside: AtomicBool::new(changed_outside),
            lock: None,
            unwritable: None,
        };
        // Of pages that altered by themselves some may hold what is derived.
        register.opening.search_rebuilt = register.rebuild_derived(turned.is_some())?;
        if gone_back.is_some() {
            let copy = good_copy(register.backup_list()?);
            if let Some(lost) = &mut register.opening.lost_rows {
                lost.copy = copy;
            }
        } else {
            let reader = register.reader();
            if head_of(&reader)?.rows != head.rows {
                register.store_head(&reader);
            }
        }
        if sweeps {
            register.opening.orphans_removed = register.sweep_some(now)?;
            // What can't be removed now is removed another time.
            let _ = register.traces_remove();
        }
        if alone {
            lock.unlock()?;
        }
        hold_beside_others(&lock, LOCK_WAIT)?;
        still_there(&lock, &dir.join(LOCK))?;
        register.lock = Some(lock);
        Ok(register)
    }
}

/// A folder by what it is taken for.
enum Opened {
    /// An office that is being founded.
    New,
    Records,
    /// A backup to be looked at, with the store of the shelf it lies on.
    Backup {
        documents: PathBuf,
        of: CopyOf,
    },
}

/// Refuses an office that was moved away, or that another was put in place of,
/// while it was being opened.
fn still_there(lock: &File, path: &Path) -> Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let held = lock.metadata()?;
        let there = fs::symlink_metadata(path);
        if !there.is_ok_and(|there| (there.dev(), there.ino()) == (held.dev(), held.ino())) {
            return Err(RegisterError::Locked);
        }
    }
    #[cfg(not(unix))]
    let _ = (lock, path);
    Ok(())
}

/// Shuts the files of an office to all but their owner, those of an office made
/// before that among them, where the file system knows owners.
fn shut_files(dir: &Path) -> Result<()> {
    for file in own_files(dir) {
        shut_file(&file)?;
    }
    let backups = dir.join(BACKUPS);
    if is_plain_dir(&backups)? {
        for entry in fs::read_dir(&backups)? {
            let entry = entry?;
            let name = entry.file_name();
            if name == HEADS || is_copy_before(&name.to_string_lossy()) {
                shut_file(&entry.path())?;
            }
        }
    }
    Ok(())
}

/// How long the structure of the database goes without a check.
const CHECKED_FOR: u64 = 7 * 24 * 60 * 60;

/// Checks the structure of the database where that was last done long ago.
fn check_in_turn(conn: &Connection, sums: &PageSums, now: DateTime<FixedOffset>) -> Result<()> {
    let now = u64::try_from(now.timestamp()).unwrap_or_default();
    let checked = sums.checked()?.unwrap_or_default();
    if checked <= now && now - checked < CHECKED_FOR {
        return Ok(());
    }
    structure_whole(conn, "quick_check")?;
    // What can't be written down is checked again.
    let _ = sums.checked_now(now);
    Ok(())
}

/// Records of which pages are not as they were brought into the file, though
/// nobody wrote there: the file's sums may be the wrong ones. Opened where all
/// that can be told of them is whole.
pub(crate) fn whole_all_the_same(
    opened: Result<Connection>,
    dir: &Path,
    cipher: &Cipher,
    pages: &str,
) -> Result<Connection> {
    let whole = opened.and_then(|conn| Ok(is_whole(&conn, dir, cipher)?.then_some(conn)));
    match whole {
        Ok(Some(conn)) => Ok(conn),
        Err(error @ (RegisterError::Denied | RegisterError::DiskFull | RegisterError::Locked)) => {
            Err(error)
        }
        Ok(None) | Err(_) => Err(RegisterError::Corrupt(format!("{DATABASE}: {pages}"))),
    }
}

fn structure_whole(conn: &Connection, how: &str) -> Result<()> {
    let pragma = format!("PRAGMA {how}(1)");
    let found: String = conn.query_row(&pragma, [], |row| row.get(0))?;
    match &*found {
        "ok" => Ok(()),
        _ => Err(RegisterError::Corrupt(format!("{DATABASE}: {found}"))),
    }
}

/// Puts aside what says where the journal ended and can't be read, while no
/// other program writes there.
fn damaged_heads(
    dir: &Path,
    cipher: &Cipher,
    alone: bool,
    now: DateTime<FixedOffset>,
) -> Result<Vec<PathBuf>> {
    let mut aside = Vec::new();
    if alone {
        aside.extend(mend_anchors(dir, cipher, now)?);
        if matches!(read_head(dir, cipher)?, StoredHead::Damaged) {
            aside.push(set_aside(&dir.join(HEAD_FILE), now)?);
        }
    }
    Ok(aside)
}

/// The backup that goes furthest of those whose database is whole, the newest
/// of several: one made of records that had gone back goes less far.
pub(crate) fn good_copy(mut backups: Vec<Backup>) -> Option<PathBuf> {
    complaint::order::by_key(&mut backups, |backup| Reverse(backup.journal_rows));
    let whole = |backup: &Backup| database_is_whole(&backup.dir).unwrap_or(false);
    backups.into_iter().find(whole).map(|backup| backup.dir)
}

/// Whether a founding broke off in a folder: the files are those of an office,
/// its lock the first of them, and its journal has no row.
fn begun_and_broken_off(dir: &Path) -> Result<bool> {
    let database = dir.join(DATABASE);
    if dir.join(RESTORING).exists() || !is_plain_file(&dir.join(LOCK))? {
        return Ok(false);
    }
    if !is_plain_file(&database)? {
        return Ok(false);
    }
    nothing_foreign(dir)?;
    if is_backup(dir)? || is_marked(dir) || is_looked_at(dir) {
        return Ok(false);
    }
    match open_writer(&database, true, &Cipher::default()) {
        Ok(conn) => Ok(version(&conn)? == 0 || !journal_begun(&conn)?),
        Err(RegisterError::NotAnOffice) => Ok(false),
        Err(error) => Err(error),
    }
}

fn journal_begun(conn: &Connection) -> Result<bool> {
    Ok(journal_head(conn)?.0 > 0)
}

/// Refuses a folder in which somebody keeps what a new office would take for its own.
fn nothing_filled(dir: &Path) -> Result<()> {
    for name in [DOCUMENTS, BACKUPS, SCRATCH] {
        if is_filled(&dir.join(name))? {
            return Err(RegisterError::Foreign(dir.join(name)));
        }
    }
    if is_plain_file(&dir.join(DRAFTS))? {
        return Err(RegisterError::Foreign(dir.join(DRAFTS)));
    }
    Ok(())
}
