//! Adding documents to a complaint, and putting right what is said of them.

use crate::database::value::{blob, text, text_opt, time};
use crate::document::fields::{NewDocument, provenance_columns};
use crate::document::media_type::media_type;
use crate::error::{RegisterError, Result};
use crate::journal::change::Change;
use crate::journal::op::Op;
use crate::journal::op::Precondition;
use crate::journal::row_image::Table;
use crate::register::Register;
use crate::store::content::StoredFile;
use complaint::{ComplaintId, DocumentId, Provenance, safe_file_name};
use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::json;

impl Register {
    /// Whether a complaint takes documents, to be asked before they are read.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`], and those of
    /// reading the database.
    pub fn document_expected(&self, complaint: ComplaintId) -> Result<()> {
        let trashed = self
            .reader()
            .prepare_cached("SELECT trashed_at IS NOT NULL FROM complaint WHERE id = ?1")?
            .query_row([blob(complaint.0)], |row| row.get(0))
            .optional()?;
        match trashed {
            None => Err(RegisterError::NotFound("complaint")),
            Some(true) => Err(RegisterError::Trashed),
            Some(false) => Ok(()),
        }
    }
}

impl Change<'_> {
    /// Adds a document whose content is in the store. It gets the complaint's
    /// next exhibit number.
    ///
    /// # Errors
    /// [`RegisterError::MissingFile`] or [`RegisterError::Altered`] when the
    /// content is not there as claimed; [`RegisterError::Trashed`],
    /// [`RegisterError::NotFound`].
    pub fn document_add(
        &mut self,
        complaint: ComplaintId,
        new: &NewDocument,
        stored: &StoredFile,
    ) -> Result<DocumentId> {
        let name = safe_file_name(&new.fields.name);
        let serial = self.on(complaint, Precondition::NotTrashed)?.serial;
        let claimed = new.media_type.as_deref();
        let media_type = media_type(&self.register.store, &stored.sha256, &name, claimed)?;
        self.content_note(&stored.sha256, Some(stored.bytes))?;
        let exhibit: i64 = self
            .tx
            .prepare_cached(include_str!("exhibit_take.sql"))?
            .query_row([serial], |row| row.get(0))?;
        let id = DocumentId::new();
        self.insert(
            Table::Document,
            id.0,
            vec![
                ("complaint", Value::Integer(serial)),
                ("name", text(name)),
                ("exhibit", Value::Integer(exhibit)),
                ("media_type", text(media_type)),
                ("sha256", text(stored.sha256.clone())),
                ("file_time", text_opt(new.fields.file_time.map(time))),
                ("added_at", text(time(self.by.now))),
                ("side", text(new.fields.provenance.side.as_str())),
                ("source", text(new.fields.provenance.source.clone())),
                ("unseen", Value::Integer(1)),
            ],
        )?;
        self.detail(
            Op::DocumentAdd,
            json!({ "sha256": stored.sha256.clone(), "exhibit": exhibit }),
        );
        Ok(id)
    }

    /// Changes where a document came from; never its name nor its content.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn document_edit(&mut self, id: DocumentId, provenance: &Provenance) -> Result<()> {
        self.on_owner_of(Table::Document, id.0, Precondition::NotTrashed)?;
        self.update(Table::Document, id.0, provenance_columns(provenance))?;
        Ok(())
    }

    /// Puts a document into the trash; its exhibit number stays used and its
    /// content stays until the trash is emptied.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::Trashed`].
    pub fn document_trash(&mut self, id: DocumentId) -> Result<()> {
        self.on_owner_of(Table::Document, id.0, Precondition::NotTrashed)?;
        if is_trashed(self.tx, id)? {
            return Err(RegisterError::Trashed);
        }
        self.update(
            Table::Document,
            id.0,
            vec![("trashed_at", text(time(self.by.now)))],
        )?;
        Ok(())
    }

    /// Takes a document out of the trash.
    ///
    /// # Errors
    /// [`RegisterError::NotFound`], [`RegisterError::NotTrashed`].
    pub fn document_restore(&mut self, id: DocumentId) -> Result<()> {
        self.on_owner_of(Table::Document, id.0, Precondition::NotTrashed)?;
        if !is_trashed(self.tx, id)? {
            return Err(RegisterError::NotTrashed);
        }
        self.update(Table::Document, id.0, vec![("trashed_at", Value::Null)])?;
        Ok(())
    }
}

impl Change<'_> {
    /// Enters content into the database; its file must be there already, of
    /// the length that is claimed.
    pub(crate) fn content_note(&mut self, sha256: &str, claimed: Option<u64>) -> Result<()> {
        let bytes = self.register.store.length(sha256)?;
        if claimed.is_some_and(|claimed| claimed != bytes) {
            return Err(RegisterError::Altered(sha256.to_owned()));
        }
        self.tx
            .prepare_cached(include_str!("content_add.sql"))?
            .execute(params![
                sha256,
                i64::try_from(bytes).unwrap_or(i64::MAX),
                time(self.by.now)
            ])?;
        Ok(())
    }
}

fn is_trashed(conn: &Connection, id: DocumentId) -> Result<bool> {
    conn.prepare_cached(include_str!("document_trashed.sql"))?
        .query_row([blob(id.0)], |row| row.get(0))
        .optional()?
        .ok_or(RegisterError::NotFound("document"))
}
