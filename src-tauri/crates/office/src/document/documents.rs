//! Documents of a case: stored, described, opened.

use crate::case::card::card;
use crate::case::values::Card;
use crate::error::{FieldProblem, Result, field, within};
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, Document, DocumentId, Provenance};
use register::{By, DocumentFields, NewDocument, Op};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::PathBuf;
use ts_rs::TS;

/// Characters of what is said of a document's source.
const SOURCE_LIMIT: usize = 1_000;

/// A file on its way into the store.
pub struct IncomingFile<R> {
    /// Its name; never used as a path.
    pub name: String,
    /// When it was last changed, as its medium said.
    pub file_time: Option<DateTime<FixedOffset>>,
    pub provenance: Provenance,
    pub content: R,
}

/// What is known of a document, besides its bytes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentEdit {
    pub complaint: ComplaintId,
    pub document: DocumentId,
    #[serde(flatten)]
    pub provenance: Provenance,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentRef {
    pub complaint: ComplaintId,
    pub document: DocumentId,
}

/// Stores a file of any size and adds it to a case. `progress` hears the bytes
/// stored so far and may stop it, which leaves nothing behind.
///
/// # Errors
/// [`register::RegisterError::Cancelled`], `DiskFull` and the like.
pub fn document_add<R: Read>(
    office: &Office,
    by: &By,
    complaint: ComplaintId,
    file: IncomingFile<R>,
    progress: &dyn Fn(u64) -> ControlFlow<()>,
) -> Result<Document> {
    let provenance = looked_at(file.provenance)?;
    let register = office.register();
    // A case that is closed or gone says so before two gigabytes are read.
    register.case(complaint)?;
    let stored = register.document_store(file.content, progress)?;
    let document = NewDocument {
        name: intake::safe_file_name(&file.name),
        media_type: None,
        file_time: file.file_time,
        provenance,
    };
    let (added, _) = register.transact(by, Op::DocumentAdd, |change| {
        change.document_add(complaint, &document, &stored)
    })?;
    its(office, complaint, added)
}

fn looked_at(said: Provenance) -> Result<Provenance> {
    within("source", &said.source, SOURCE_LIMIT)?;
    Ok(Provenance {
        source: said.source.trim().to_owned(),
        ..said
    })
}

fn its(office: &Office, complaint: ComplaintId, id: complaint::DocumentId) -> Result<Document> {
    let case = office.register().case(complaint)?;
    let mut all = case.documents.into_iter().chain(case.trashed_documents);
    match all.find(|d| d.id == id) {
        Some(document) => Ok(document),
        None => field("document", FieldProblem::Foreign),
    }
}

/// Puts right what is known of a document; its bytes never change.
///
/// # Errors
/// Those of the register.
pub fn document_edit(office: &Office, by: &By, input: DocumentEdit) -> Result<Card> {
    let kept = its(office, input.complaint, input.document)?;
    let fields = DocumentFields {
        name: kept.name,
        provenance: looked_at(input.provenance)?,
    };
    office.register().transact(by, Op::DocumentEdit, |change| {
        change.document_edit(input.document, None, &fields)
    })?;
    card(office, by, input.complaint)
}

/// Puts a document into the trash; its exhibit number stays used.
///
/// # Errors
/// Those of the register.
pub fn document_trash(office: &Office, by: &By, input: DocumentRef) -> Result<Card> {
    its(office, input.complaint, input.document)?;
    office
        .register()
        .transact(by, Op::DocumentTrash, |change| {
            change.document_trash(input.document)
        })?;
    card(office, by, input.complaint)
}

/// Takes a document out of the trash.
///
/// # Errors
/// Those of the register.
pub fn document_restore(office: &Office, by: &By, input: DocumentRef) -> Result<Card> {
    its(office, input.complaint, input.document)?;
    office
        .register()
        .transact(by, Op::DocumentRestore, |change| {
            change.document_restore(input.document)
        })?;
    card(office, by, input.complaint)
}

/// A read-only copy of a document in the scratch folder, for the system's own
/// program to open.
///
/// # Errors
/// [`register::RegisterError::MissingFile`], `Altered`.
pub fn document_copy(office: &Office, input: DocumentRef) -> Result<PathBuf> {
    its(office, input.complaint, input.document)?;
    Ok(office.register().document_copy_to_scratch(input.document)?)
}

/// Writes bytes under a harmless name into the scratch folder, for the system's
/// own program to open.
///
/// # Errors
/// Those of the disk.
pub fn scratch_file(office: &Office, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    Ok(office
        .register()
        .scratch_write(&intake::safe_file_name(name), bytes)?)
}
