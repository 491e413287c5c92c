//! Documents of a complaint, and the check of everything in the store.

use crate::documents::{Store, extension_type, is_sha256, safe_name};
use crate::error::{RegisterError, Result};
use crate::image::Table;
use crate::journal::Op;
use crate::read;
use crate::register::Register;
use crate::text::{blob, text, text_opt, time};
use crate::values::{Added, By, DocumentFields, Done, NewDocument, StoredFile};
use crate::work::Gate;
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, Document, DocumentId};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::PathBuf;
use uuid::Uuid;

/// What a check of the document store found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentsCheck {
    /// How many pieces of content were read.
    pub checked: u64,
    /// How many bytes were read.
    pub bytes: u64,
    /// Content that records name and that is not there.
    pub missing: Vec<DamagedContent>,
    /// Content that is not what its name says.
    pub altered: Vec<DamagedContent>,
    /// Files that no record names.
    pub orphans: Vec<String>,
}

/// Damaged content, and where it is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DamagedContent {
    /// Its SHA-256.
    pub sha256: String,
    /// The documents and letters that name it.
    pub used_by: Vec<ContentUse>,
}

/// A use of content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentUse {
    /// The complaint.
    pub complaint: ComplaintId,
    /// Its incoming number.
    pub number: String,
    /// The document's name, or the letter's outgoing number.
    pub name: String,
}

/// How far a check of the store has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckProgress {
    /// Pieces read.
    pub done: u64,
    /// Pieces there are.
    pub of: u64,
}

/// How many of the 256 folders of the store are swept at each opening.
const SWEPT_AT_ONCE: u8 = 16;
/// A file that nothing names is swept once it is this many seconds old.
const SWEPT_AFTER: i64 = 24 * 60 * 60;

impl Register {
    /// Takes content of any size into the document store, from which a
    /// document or a letterhead can name it. `progress` gets the bytes taken
    /// so far, about once a mebibyte, and may stop it; then nothing is left.
    /// Content that no record names is swept after a day.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], [`RegisterError::DiskFull`], and what
    /// reading `from` gives, as [`RegisterError::Io`].
    pub fn document_store(
        &self,
        from: impl Read,
        progress: &dyn Fn(u64) -> ControlFlow<()>,
    ) -> Result<StoredFile> {
        self.store.take(from, &self.scratch.fresh(), progress)
    }

    /// Adds a document whose content is in the store. It gets the complaint's
    /// next exhibit number.
    ///
    /// # Errors
    /// [`RegisterError::MissingFile`] or [`RegisterError::Altered`] when the
    /// content is not there as claimed; [`RegisterError::Trashed`],
    /// [`RegisterError::NotFound`].
    pub fn document_add(
        &self,
        by: &By,
        complaint: ComplaintId,
        new: &NewDocument,
        stored: &StoredFile,
    ) -> Result<Added<DocumentId>> {
        let name = safe_name(&new.name);
        let media_type = self.media_type(&stored.sha256, &name, new.media_type.as_deref())?;
        let (id, done) = self.change(by, Op::DocumentAdd, |work| {
            let serial = work.on(complaint, Gate::Kept, None)?.serial;
            self.store
                .note_content(work, &stored.sha256, Some(stored.bytes))?;
            let exhibit: i64 = work
                .tx
                .prepare_cached(include_str!("sql/exhibit_take.sql"))?
                .query_row([serial], |row| row.get(0))?;
            let id = DocumentId::new();
            work.insert(
                Table::Document,
                id.0,
                vec![
                    ("complaint", Value::Integer(serial)),
                    ("name", text(name)),
                    ("exhibit", Value::Integer(exhibit)),
                    ("media_type", text(media_type)),
                    ("sha256", text(stored.sha256.clone())),
                    ("file_time", text_opt(new.file_time.map(time))),
                    ("added_at", text(time(by.now))),
                    ("side", text(new.side.word())),
                    ("source", text(new.source.clone())),
                ],
            )?;
            work.tell("sha256", stored.sha256.clone());
            work.tell("exhibit", exhibit);
            Ok::<_, RegisterError>(id)
        })?;
        Ok(Added { id, done })
    }

    /// The media type: by content, else by the name's ending, else as claimed.
    fn media_type(&self, sha256: &str, name: &str, claimed: Option<&str>) -> Result<String> {
        let mut head = Vec::new();
        self.store.read(sha256)?.take(8192).read_to_end(&mut head)?;
        let sniffed = infer::get(&head).map(|kind| kind.mime_type());
        let named = extension_type(name);
        // Office files are archives, and a mail is a text: the name says more.
        let told = match (sniffed, named) {
            (
                Some("application/zip" | "application/x-ole-storage" | "text/xml" | "text/html"),
                Some(named),
            ) => Some(named),
            (Some(sniffed), _) => Some(sniffed),
            (None, named) => named,
        };
        let is_type = |claimed: &&str| {
            claimed.len() <= 127
                && claimed
                    .split_once('/')
                    .is_some_and(|(a, b)| !a.is_empty() && !b.is_empty())
                && claimed
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"/.+-_".contains(&b))
        };
        let is_text = !head.is_empty() && !head.contains(&0) && is_utf8_beginning(&head);
        Ok(told
            .or(claimed.filter(is_type))
            .unwrap_or(if is_text {
                "text/plain"
            } else {
                "application/octet-stream"
            })
            .to_lowercase())
    }

    /// Changes what is said of a document; never its content.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`], [`RegisterError::Conflict`].
    pub fn document_edit(
        &self,
        by: &By,
        id: DocumentId,
        expected: Option<i64>,
        fields: &DocumentFields,
    ) -> Result<Done> {
        let done = self.change(by, Op::DocumentEdit, |work| {
            work.on_owner_of(Table::Document, id.0, Gate::Kept, expected)?;
            work.update(
                Table::Document,
                id.0,
                vec![
                    ("name", text(safe_name(&fields.name))),
                    ("side", text(fields.side.word())),
                    ("source", text(fields.source.clone())),
                ],
            )
        })?;
        Ok(done.1)
    }

    /// Puts a document into the trash; its exhibit number stays used and its
    /// content stays until the trash is emptied.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn document_trash(&self, by: &By, id: DocumentId) -> Result<Done> {
        let done = self.change(by, Op::DocumentTrash, |work| {
            work.on_owner_of(Table::Document, id.0, Gate::Kept, None)?;
            if is_trashed(work.tx, id)? {
                return Err(RegisterError::Trashed);
            }
            work.update(
                Table::Document,
                id.0,
                vec![("trashed_at", text(time(by.now)))],
            )
        })?;
        Ok(done.1)
    }

    /// Takes a document out of the trash.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::NotTrashed`].
    pub fn document_restore(&self, by: &By, id: DocumentId) -> Result<Done> {
        let done = self.change(by, Op::DocumentRestore, |work| {
            work.on_owner_of(Table::Document, id.0, Gate::Kept, None)?;
            if !is_trashed(work.tx, id)? {
                return Err(RegisterError::NotTrashed);
            }
            work.update(Table::Document, id.0, vec![("trashed_at", Value::Null)])
        })?;
        Ok(done.1)
    }

    /// One document and the complaint it belongs to.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn document(&self, id: DocumentId) -> Result<(ComplaintId, Document)> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("sql/document_by_id.sql"))?;
        let mut rows = statement.query([blob(id.0)])?;
        let row = rows.next()?.ok_or(RegisterError::NotFound("document"))?;
        let complaint = ComplaintId(Uuid::from_bytes(row.get("complaint_id")?));
        Ok((complaint, read::document(row)?))
    }

    /// Opens content for reading, by its SHA-256.
    ///
    /// # Errors
    /// [`RegisterError::MissingFile`], [`RegisterError::NotFound`] for what is no SHA-256.
    pub fn content_read(&self, sha256: &str) -> Result<File> {
        self.store.read(sha256)
    }

    /// Puts a read-only copy of a document into the scratch folder under a
    /// harmless form of its name, to be opened with the system's program.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::MissingFile`], [`RegisterError::DiskFull`].
    pub fn document_copy_to_scratch(&self, id: DocumentId) -> Result<PathBuf> {
        let (_, document) = self.document(id)?;
        self.content_copy_to_scratch(&document.sha256, &document.name)
    }

    /// Writes bytes under a harmless form of a name into the scratch folder, for
    /// another program to open.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn scratch_write(&self, name: &str, bytes: &[u8]) -> Result<PathBuf> {
        self.scratch.copy(bytes, name)
    }

    /// The same for any content: an issued letter under its number, for one.
    ///
    /// # Errors
    /// As [`Register::document_copy_to_scratch`].
    pub fn content_copy_to_scratch(&self, sha256: &str, name: &str) -> Result<PathBuf> {
        self.scratch.copy(self.store.read(sha256)?, name)
    }

    /// Reads everything in the document store again and finds what is missing,
    /// altered, or named by nothing.
    ///
    /// # Errors
    /// [`RegisterError::Cancelled`], and those of the disk.
    pub fn documents_verify(
        &self,
        progress: &dyn Fn(CheckProgress) -> ControlFlow<()>,
    ) -> Result<DocumentsCheck> {
        let contents: Vec<(String, i64)> = self
            .reader()
            .prepare_cached(include_str!("sql/contents.sql"))?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let of = contents.len() as u64;
        let mut check = DocumentsCheck::default();
        for (sha256, bytes) in &contents {
            let damaged = |used_by| DamagedContent {
                sha256: sha256.clone(),
                used_by,
            };
            match self.store.read(sha256) {
                Err(RegisterError::MissingFile(_)) => {
                    check.missing.push(damaged(uses(&self.reader(), sha256)?));
                }
                Err(error) => return Err(error),
                Ok(file) => {
                    let (found, length) = Store::hash_of(file)?;
                    check.bytes += length;
                    if found != *sha256 || i64::try_from(length) != Ok(*bytes) {
                        check.altered.push(damaged(uses(&self.reader(), sha256)?));
                    }
                }
            }
            check.checked += 1;
            if progress(CheckProgress {
                done: check.checked,
                of,
            })
            .is_break()
            {
                return Err(RegisterError::Cancelled);
            }
        }
        for shard in 0..=u8::MAX {
            for (name, _) in self.store.shard(shard)? {
                if !is_sha256(&name) || !self.is_named(&name)? {
                    check.orphans.push(name);
                }
            }
        }
        Ok(check)
    }

    fn is_named(&self, sha256: &str) -> Result<bool> {
        let known: bool = self
            .reader()
            .prepare_cached(include_str!("sql/content_known.sql"))?
            .query_row([sha256], |row| row.get(0))?;
        Ok(known || self.drafts_mention(sha256)?)
    }

    /// Sweeps a few folders of the store, others each time: files older than a
    /// day that neither a record nor a draft names.
    pub(crate) fn sweep_some(&self, now: DateTime<FixedOffset>) -> Result<u64> {
        let from = self.sweep_from()?;
        let mut removed = 0;
        for step in 0..SWEPT_AT_ONCE {
            removed += self.sweep_shard(from.wrapping_add(step), now.timestamp())?;
        }
        self.sweep_next(from.wrapping_add(SWEPT_AT_ONCE))?;
        Ok(removed)
    }

    pub(crate) fn sweep_shard(&self, shard: u8, now: i64) -> Result<u64> {
        let mut removed = 0;
        for (name, path) in self.store.shard(shard)? {
            let changed = path.metadata()?.modified()?;
            let changed = DateTime::<chrono::Utc>::from(changed).timestamp();
            if is_sha256(&name) && now - changed > SWEPT_AFTER && !self.is_named(&name)? {
                self.store.remove(&name)?;
                removed += 1;
            }
        }
        Ok(removed)
    }
}

/// Whether bytes are UTF-8 but for a character cut off at the end.
fn is_utf8_beginning(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) => error.error_len().is_none(),
    }
}

fn is_trashed(conn: &Connection, id: DocumentId) -> Result<bool> {
    conn.prepare_cached(include_str!("sql/document_trashed.sql"))?
        .query_row([blob(id.0)], |row| row.get(0))
        .optional()?
        .ok_or(RegisterError::NotFound("document"))
}

fn uses(conn: &Connection, sha256: &str) -> Result<Vec<ContentUse>> {
    conn.prepare_cached(include_str!("sql/content_uses.sql"))?
        .query_map([sha256], |row| {
            Ok(ContentUse {
                complaint: ComplaintId(Uuid::from_bytes(row.get(0)?)),
                number: row.get(1)?,
                name: row.get(2)?,
            })
        })?
        .map(|found| Ok(found?))
        .collect()
}
