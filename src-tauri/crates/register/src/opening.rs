//! Founding an office and opening one.

use crate::database::connection::{open_reader, open_writer};
use crate::database::folder::{private_dir, shut_if_empty};
use crate::database::migration::bring_up_to_date;
use crate::database::network::file_system_of;
use crate::database::remembered::CountCache;
use crate::database::value::text;
use crate::draft::typed::drafts_open;
use crate::error::{RegisterError, Result};
use crate::journal::chain::journal_head;
use crate::journal::op::{By, Op};
use crate::journal::row_image::Table;
use crate::office::profile::{OFFICE_ROW, check_patterns};
use crate::register::{DATABASE, Opening, Register};
use crate::store::content::Store;
use crate::store::scratch::Scratch;
use chrono::{DateTime, FixedOffset};
use complaint::OfficeProfile;
use rusqlite::Connection;
use serde_json::json;
use std::fs::File;
use std::path::Path;
use std::sync::{Mutex, OnceLock};

const LOCK: &str = "office.lock";

impl Register {
    /// Founds an office in a folder that holds none; the folder is made if need be.
    ///
    /// # Errors
    /// [`RegisterError::AlreadyExists`], [`RegisterError::Pattern`] for a wrong
    /// number pattern, and those of the disk.
    pub fn create(dir: &Path, by: &By, profile: &OfficeProfile) -> Result<Self> {
        if dir.join(DATABASE).exists() {
            return Err(RegisterError::AlreadyExists);
        }
        check_patterns(profile)?;
        private_dir(dir)?;
        shut_if_empty(dir)?;
        let register = Self::open_folder(dir, by.now, true)?;
        register.transact(by, Op::OfficeCreate, |change| {
            // Another program may have founded it between the look and now.
            if journal_begun(change.tx)? {
                return Err(RegisterError::AlreadyExists);
            }
            change.detail(Op::OfficeCreate, json!({ "name": profile.name }));
            let profile = serde_json::to_string(profile)?;
            change.insert(Table::Office, OFFICE_ROW, vec![("profile", text(profile))])
        })?;
        Ok(register)
    }

    /// Opens the office in a folder: brings the records up to date, empties
    /// the scratch folder and sweeps a part of the document store, unless
    /// another program has the office open.
    ///
    /// # Errors
    /// [`RegisterError::NotAnOffice`], [`RegisterError::TooNew`],
    /// [`RegisterError::TooOld`], [`RegisterError::Corrupt`],
    /// [`RegisterError::Locked`] and those of the disk.
    pub fn open(dir: &Path, now: DateTime<FixedOffset>) -> Result<Self> {
        if !dir.join(DATABASE).is_file() {
            return Err(RegisterError::NotAnOffice);
        }
        let register = Self::open_folder(dir, now, false)?;
        if !journal_begun(&register.reader())? {
            return Err(RegisterError::NotAnOffice);
        }
        Ok(register)
    }

    fn open_folder(dir: &Path, now: DateTime<FixedOffset>, new: bool) -> Result<Self> {
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(dir.join(LOCK))?;
        let alone = lock.try_lock().is_ok();
        let backups = dir.join("backups");
        let mut writer = open_writer(&dir.join(DATABASE), new)?;
        private_dir(&backups)?;
        let migrated = bring_up_to_date(&mut writer, &backups, now)?;
        let reader = open_reader(&dir.join(DATABASE))?;
        let drafts = drafts_open(&dir.join("drafts.sqlite"))?;
        let store = Store::open(&dir.join("documents"))?;
        let scratch = Scratch::open(&dir.join("scratch"), alone)?;
        let mut register = Self {
            dir: dir.to_owned(),
            writer: Mutex::new(writer),
            reader: Mutex::new(reader),
            drafts: Mutex::new(drafts),
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
            },
            lock,
        };
        register.opening.search_rebuilt = register.rebuild_derived()?;
        if alone {
            register.opening.orphans_removed = register.sweep_some(now)?;
            register.lock.unlock()?;
        }
        register.lock.lock_shared()?;
        Ok(register)
    }
}

fn journal_begun(conn: &Connection) -> Result<bool> {
    Ok(journal_head(conn)?.0 > 0)
}
