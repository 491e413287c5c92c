//! Opening records on a disk that takes nothing more: a medium to be read, a
//! folder of somebody else's, a disk without room.

use crate::cipher::keys::Cipher;
use crate::database::connection::open_unwritable;
use crate::database::network::file_system_of;
use crate::database::page_sums::{Look, PageSums};
use crate::database::remembered::CountCache;
use crate::database::schema::{STEPS, version};
use crate::draft::typed::drafts_in_memory;
use crate::error::Result;
use crate::journal::head::HeadFile;
use crate::journal::loss::heads_seen;
use crate::journal::lost_rows::LostRows;
use crate::opening::{good_copy, whole_all_the_same};
use crate::own_files::{DOCUMENTS, DRAFTS, LOCK, nothing_foreign};
use crate::register::{DATABASE, Opening, Register, Unwritable};
use crate::store::content::Store;
use crate::store::scratch::Scratch;
use std::fs::File;
use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Mutex, OnceLock};

impl Register {
    /// Opens an office to read and to copy it, writing nothing into its folder.
    ///
    /// # Errors
    /// What kept it from being written to, for records that would have to be
    /// brought up to date first; those of the disk.
    pub(crate) fn open_to_read(dir: &Path, cipher: &Cipher, why: Unwritable) -> Result<Self> {
        nothing_foreign(dir)?;
        let mut heads = heads_seen(dir, cipher)?;
        let database = dir.join(DATABASE);
        let sums = PageSums::open(&database, cipher)?;
        let looked = sums.look()?;
        let reader = open_unwritable(&database, cipher);
        let reader = match looked.turned() {
            None => reader?,
            Some(pages) => whole_all_the_same(reader, dir, cipher, &pages)?,
        };
        if usize::try_from(version(&reader)?).ok() != Some(STEPS.len()) {
            return Err(why.into());
        }
        let lost = heads.gone_back(&reader, dir, cipher)?;
        let head = heads.furthest();
        let lock = File::open(dir.join(LOCK)).ok();
        // Held as long as it can be, so that another program does not sweep meanwhile.
        let lock = lock.filter(|lock| lock.try_lock_shared().is_ok());
        let mut register = Self {
            dir: dir.to_owned(),
            writer: Mutex::new(open_unwritable(&database, cipher)?),
            reader: Mutex::new(reader),
            drafts: Mutex::new(drafts_in_memory(&dir.join(DRAFTS), cipher)?),
            cipher: cipher.clone(),
            store: Store::at(&dir.join(DOCUMENTS), cipher),
            scratch: Scratch::elsewhere(),
            totals: CountCache::default(),
            counter: OnceLock::new(),
            answers: OnceLock::new(),
            opening: Opening {
                network_share: file_system_of(dir),
                shared: true,
                lost_rows: lost.map(|found| LostRows {
                    found,
                    seen: head.rows,
                    copy: None,
                }),
                ..Opening::default()
            },
            head_file: Mutex::new(HeadFile::none()),
            gone_back: AtomicBool::new(lost.is_some()),
            changed_outside: AtomicBool::new(
                matches!(looked, Look::Altered { .. }) || sums.unanswered()?,
            ),
            sums: Some(sums),
            shelf: None,
            lock,
            unwritable: Some(why),
        };
        if lost.is_some() {
            let copy = good_copy(register.backup_list()?);
            if let Some(lost) = &mut register.opening.lost_rows {
                lost.copy = copy;
            }
        }
        Ok(register)
    }
}
