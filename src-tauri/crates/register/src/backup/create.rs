//! Making a backup.

use crate::backup::content::bring_all;
use crate::backup::place::apart_from;
use crate::backup::shelf::{content_list, count_of, founded, shelf_lock};
use crate::backup::store::{
    Backup, CONTENTS, FORMAT, MANIFEST, Manifest, read_manifest, seal_lost, write_whole,
};
use crate::backup::unfinished::{begin, clear_unfinished, parts_begin, parts_end};
use crate::cipher::keys::Cipher;
use crate::cipher::way_in::cipher_of;
use crate::database::connection::{open_copy, open_reader};
use crate::database::folder::{is_plain_file, is_unicode, private_dir, sync_dir};
use crate::database::migration::copy_into;
use crate::database::schema::is_behind;
use crate::database::value::time;
use crate::error::{RegisterError, Result};
use crate::journal::anchor::{Anchor, HEADS, anchor_add_in, anchors_in, write_lines};
use crate::journal::head::{JournalHead, head_of};
use crate::journal::loss::heads_seen;
use crate::own_files::{KEYS, nothing_foreign};
use crate::register::{DATABASE, Register};
use crate::store::content::Store;
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::PoisonError;

impl Register {
    /// Makes a backup in `to`: all that can be read whole, with a list of what
    /// can't. Every piece is read there and compared with its hash before it
    /// is called done, those that an earlier backup has put there too.
    /// `progress` gets pieces of content done and of how many, and may stop
    /// it. What is left of a backup that failed or was killed is removed, that
    /// of a killed one with the next backup to the same place.
    ///
    /// # Errors
    /// [`RegisterError::Nested`] for a place in the office, or around it,
    /// [`RegisterError::NotUnicode`],
    /// [`RegisterError::Cancelled`], [`RegisterError::DiskFull`] and others of
    /// the disk copied to; [`RegisterError::Corrupt`] for a damaged database.
    pub fn backup_create(
        &self,
        to: &Path,
        now: DateTime<FixedOffset>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        if self.opening().copy_of.is_some() {
            return Err(RegisterError::ACopy);
        }
        let lost = match self.lost_rows() {
            Some(_) => Some(heads_seen(self.dir(), &self.cipher)?.furthest()),
            None => None,
        };
        let source = Source {
            dir: self.dir(),
            store: &self.store,
            lost,
            cipher: &self.cipher,
        };
        let copy_records = |database: &Path| copy_into(&self.reader(), database);
        let backup = source.backup(to, now, &copy_records, progress)?;
        let _ = self
            .head_file
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .sync();
        Ok(backup)
    }

    /// Makes a backup of an office that nobody has opened yet, if this program
    /// would bring its records up to date on opening it: with all their
    /// documents as they were before. Nothing where there is nothing to be
    /// brought up to date.
    ///
    /// # Errors
    /// As [`Register::backup_create`]; [`RegisterError::NotAnOffice`].
    pub fn backup_before_migration(
        office: &Path,
        to: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<Option<Backup>> {
        nothing_foreign(office)?;
        let database = office.join(DATABASE);
        if !is_plain_file(&database)? {
            return Err(RegisterError::NotAnOffice);
        }
        let cipher = cipher_of(office)?;
        let records = open_reader(&database, &cipher)?;
        if !is_behind(&records)? {
            return Ok(None);
        }
        let mut heads = heads_seen(office, &cipher)?;
        let gone_back = heads.gone_back(&records, office, &cipher)?;
        let source = Source {
            dir: office,
            store: &Store::at(&office.join("documents"), &cipher),
            cipher: &cipher,
            lost: gone_back.map(|_| heads.furthest()),
        };
        let copy_records = |copy: &Path| copy_into(&records, copy);
        let go = |_: u64, _: u64| ControlFlow::Continue(());
        source.backup(to, now, &copy_records, &go).map(Some)
    }
}

/// What a backup is made of.
struct Source<'a> {
    dir: &'a Path,
    store: &'a Store,
    /// How far records that went back had come: what comes of their copy must know it, for it would give the
    /// lost numbers again.
    lost: Option<JournalHead>,
    cipher: &'a Cipher,
}

impl Source<'_> {
    fn backup(
        &self,
        to: &Path,
        now: DateTime<FixedOffset>,
        copy_records: &dyn Fn(&Path) -> Result<()>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        is_unicode(to)?;
        let to = apart_from(self.dir, to)?;
        private_dir(&to)?;
        // While it is held, nothing is dropped from the shelf.
        let in_use = shelf_lock(&to)?;
        clear_unfinished(&to, in_use.try_lock().is_ok())?;
        in_use.lock_shared()?;
        let unfinished = begin(&to, now)?;
        match self.backup_into(&to, &unfinished.dir, now, copy_records, progress) {
            Ok(backup) => {
                unfinished.finished();
                Ok(backup)
            }
            Err(error) => {
                unfinished.broken_off();
                Err(error)
            }
        }
    }

    fn backup_into(
        &self,
        to: &Path,
        dir: &Path,
        now: DateTime<FixedOffset>,
        copy_records: &dyn Fn(&Path) -> Result<()>,
        progress: &dyn Fn(u64, u64) -> ControlFlow<()>,
    ) -> Result<Backup> {
        let database = dir.join(DATABASE);
        copy_records(&database)?;
        let copy = open_copy(&database, self.cipher)?;
        let found: String = copy.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if found != "ok" {
            return Err(RegisterError::Corrupt(found));
        }
        let head = head_of(&copy)?;
        if head.rows == 0 {
            return Err(RegisterError::NotAnOffice);
        }
        let office = founded(&copy)?;
        let complaints = count_of(&copy, "SELECT count(*) FROM complaint")?;
        let store = Store::open(&to.join("documents"), self.cipher)?;
        let parts = parts_begin(dir)?;
        let brought = bring_all(&copy, self.store, &store, &parts, progress)?;
        parts_end(dir)?;
        let contents = content_list(&copy, self.cipher)?;
        drop(copy);
        write_whole(&dir.join(CONTENTS), contents.as_bytes())?;
        let (contents_sha256, _) = Store::hash_of(contents.as_bytes())?;
        let (database_sha256, database_bytes) = Store::hash_of(File::open(&database)?)?;
        let of = brought.documents + brought.lost.len() as u64;
        let manifest = Manifest {
            format: FORMAT,
            at: time(now),
            journal_rows: head.rows,
            journal_head: head.hash.clone(),
            database_sha256,
            database_bytes,
            documents: brought.documents,
            document_bytes: brought.bytes,
            sealed_lost: seal_lost(self.cipher, &brought.lost)?,
            lost: if self.cipher.is_locked() {
                Vec::new()
            } else {
                brought.lost
            },
            office: Some(office),
            complaints: Some(complaints),
            contents_sha256: Some(contents_sha256),
        };
        let anchor = Anchor {
            head,
            at: manifest.at.clone(),
            dir: dir.to_owned(),
            anew: false,
        };
        let mut anchors = anchors_in(self.dir, self.cipher)?;
        anchors.extend(self.lost.clone().map(|head| Anchor {
            head,
            ..anchor.clone()
        }));
        anchors.push(anchor.clone());
        write_whole(&dir.join(HEADS), &write_lines(&anchors, self.cipher)?)?;
        if self.cipher.is_locked() {
            write_whole(&dir.join(KEYS), &fs::read(self.dir.join(KEYS))?)?;
        }
        write_whole(&dir.join(MANIFEST), &serde_json::to_vec_pretty(&manifest)?)?;
        sync_dir(dir)?;
        sync_dir(to)?;
        // The copy is whole even where the office's own disk can't take a line more.
        let _ = anchor_add_in(self.dir, self.cipher, &anchor);
        let _ = progress(of, of);
        Ok(read_manifest(dir)?.1)
    }
}

impl Register {
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

    /// The newest backup made of this office that holds this content whole.
    ///
    /// # Errors
    /// Those of reading the office's own list.
    pub fn backup_with(&self, sha256: &str) -> Result<Option<Backup>> {
        let mut backups = self.backup_list()?.into_iter();
        Ok(backups.find(|backup| {
            let shelf = backup.dir.parent().map(|shelf| shelf.join("documents"));
            let cipher = cipher_of(&backup.dir);
            shelf
                .zip(cipher.ok())
                .is_some_and(|(shelf, cipher)| Store::at(&shelf, &cipher).holds_whole(sha256))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::connection::APPLICATION_ID;
    use crate::database::schema::{STEPS, version};
    use rusqlite::{Connection, params};
    use std::fs;

    #[test]
    fn an_office_of_an_earlier_program_is_copied_whole_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        let (office, shelf) = (home.path().join("office"), home.path().join("shelf"));
        fs::create_dir_all(office.join("backups")).unwrap();
        let then = STEPS.len() - 1;
        let now = DateTime::parse_from_rfc3339("2026-11-22T10:00:00+03:00").unwrap();
        let (sha256, _) = Store::hash_of(&b"one"[..]).unwrap();
        let shard = office.join("documents").join(&sha256[..2]);
        fs::create_dir_all(&shard).unwrap();
        fs::write(shard.join(&sha256), b"one").unwrap();
        let conn = Connection::open(office.join(DATABASE)).unwrap();
        conn.execute_batch(&STEPS[..then].concat()).unwrap();
        conn.pragma_update(None, "application_id", APPLICATION_ID)
            .unwrap();
        let version_then = i64::try_from(then).unwrap();
        conn.pragma_update(None, "user_version", version_then)
            .unwrap();
        conn.execute(
            "INSERT INTO content (sha256, bytes, kept_at) VALUES (?1, 3, '')",
            [&sha256],
        )
        .unwrap();
        let link = params![
            1,
            "",
            "",
            "office_create",
            None::<Vec<u8>>,
            "{}",
            None::<Vec<u8>>,
            [0_u8; 32],
            [7_u8; 32]
        ];
        conn.execute(include_str!("../journal/journal_append.sql"), link)
            .unwrap();
        conn.execute(
            include_str!("../journal/journal_head_write.sql"),
            params![1, [7_u8; 32]],
        )
        .unwrap();
        drop(conn);

        let made = Register::backup_before_migration(&office, &shelf, now).unwrap();
        let made = made.unwrap();
        assert_eq!((made.documents, made.lost.len()), (1, 0));
        let back = home.path().join("back");
        let go = |_: u64, _: u64| ControlFlow::Continue(());
        Register::backup_restore(&made.dir, &back, &go).unwrap();
        let kept = Connection::open(back.join(DATABASE)).unwrap();
        assert_eq!(version(&kept).unwrap(), version_then);

        let conn = Connection::open(office.join(DATABASE)).unwrap();
        conn.execute_batch(STEPS[then]).unwrap();
        conn.pragma_update(None, "user_version", version_then + 1)
            .unwrap();
        drop(conn);
        let none = Register::backup_before_migration(&office, &shelf, now).unwrap();
        assert_eq!(none, None, "records of today are not copied for it");
        let elsewhere = Register::backup_before_migration(&shelf, &back, now);
        assert!(matches!(elsewhere, Err(RegisterError::NotAnOffice)));
    }
}
