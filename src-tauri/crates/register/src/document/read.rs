//! Documents and their content, to be read or looked at.

use crate::cipher::content::Content;
use crate::database::value::blob;
use crate::document::fields::read_document;
use crate::document::verify::{ContentUse, content_uses};
use crate::error::{RegisterError, Result};
use crate::register::Register;
use crate::store::content::{Store, StoredFile};
use complaint::{ComplaintId, Document, DocumentId};
use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::PathBuf;
use uuid::Uuid;

impl Register {
    /// Takes content of any size into the document store, from which a
    /// document or a letterhead can name it. `progress` gets the bytes taken
    /// so far, about once a mebibyte, and may stop it; then nothing is left.
    /// Content that no record names is swept after a day.
    ///
    /// # Errors
    /// [`RegisterError::ACopy`], [`RegisterError::Cancelled`], [`RegisterError::DiskFull`],
    /// [`RegisterError::Denied`], and what
    /// reading `from` gives, as [`RegisterError::Io`].
    pub fn document_store(
        &self,
        from: impl Read,
        progress: &dyn Fn(u64) -> ControlFlow<()>,
    ) -> Result<StoredFile> {
        self.writable()?;
        if self.opening().copy_of.is_some() {
            return Err(RegisterError::ACopy);
        }
        self.store.take(from, &self.scratch.fresh(), progress)
    }

    /// One document and the complaint it belongs to.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`].
    pub fn document(&self, id: DocumentId) -> Result<(ComplaintId, Document)> {
        let conn = self.reader();
        let mut statement = conn.prepare_cached(include_str!("document_by_id.sql"))?;
        let mut rows = statement.query([blob(id.0)])?;
        let row = rows.next()?.ok_or(RegisterError::NotFound("document"))?;
        let complaint = ComplaintId(Uuid::from_bytes(row.get("complaint_id")?));
        Ok((complaint, read_document(row)?))
    }

    /// Opens content for reading, by its SHA-256, whether it is whole or not:
    /// to look into. What is handed on is read with [`Register::content_whole`].
    ///
    /// # Errors
    /// [`RegisterError::MissingFile`], [`RegisterError::NotFound`] for what is no SHA-256.
    pub fn content_read(&self, sha256: &str) -> Result<Content> {
        self.store.read(sha256)
    }

    /// Opens content of any size for reading, after it was read through and is
    /// what the SHA-256 says.
    ///
    /// # Errors
    /// As [`Register::content_whole`].
    pub fn content_checked(&self, sha256: &str) -> Result<Content> {
        if Store::hash_of(self.store.read(sha256)?)?.0 == sha256 {
            self.store.read(sha256)
        } else {
            Err(RegisterError::Altered(sha256.to_owned()))
        }
    }

    /// All bytes of content, which are what the SHA-256 says.
    ///
    /// # Errors
    /// [`RegisterError::MissingFile`], [`RegisterError::Altered`],
    /// [`RegisterError::NotFound`] for what is no SHA-256.
    pub fn content_whole(&self, sha256: &str) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = self.store.read(sha256)?.read_to_end(&mut bytes);
        read.map_err(|error| RegisterError::from(error).of_content(sha256))?;
        if Store::hash_of(bytes.as_slice())?.0 == sha256 {
            Ok(bytes)
        } else {
            Err(RegisterError::Altered(sha256.to_owned()))
        }
    }

    /// The documents and letters that name content.
    ///
    /// # Errors
    /// Those of reading the database.
    pub fn content_used_by(&self, sha256: &str) -> Result<Vec<ContentUse>> {
        content_uses(&self.reader(), sha256)
    }

    /// Puts a read-only copy of a document into the scratch folder under a
    /// harmless form of its name, to be opened with the system's program.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::MissingFile`],
    /// [`RegisterError::Altered`], [`RegisterError::DiskFull`].
    pub fn document_copy_to_scratch(&self, id: DocumentId) -> Result<PathBuf> {
        let (_, document) = self.document(id)?;
        self.content_copy_to_scratch(&document.sha256, &document.fields.name)
    }

    /// Writes over the copies that other programs opened, and removes them.
    pub fn copies_wipe(&self) {
        self.scratch.wipe();
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
        let copied = self.scratch.copy(self.store.read(sha256)?, name);
        let copy = copied.map_err(|error| error.of_content(sha256))?;
        if Store::hash_of(File::open(&copy)?)?.0 == sha256 {
            return Ok(copy);
        }
        std::fs::remove_file(&copy)?;
        Err(RegisterError::Altered(sha256.to_owned()))
    }
}
