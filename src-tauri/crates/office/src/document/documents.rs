//! Documents of a case: stored, described, opened.

use crate::case::card::card;
use crate::case::values::Card;
use crate::document::content::damaged;
use crate::document::incoming::{Enclosed, IncomingFile, stored};
use crate::document::opening_kind::{OpeningKind, opening_kind};
use crate::error::{FieldProblem, OfficeError, Result, field};
use crate::office::Office;
use complaint::{ComplaintId, Document, DocumentId, Provenance};
use register::{By, Case, Content, Op};
use serde::{Deserialize, Serialize};
use std::io::Read;
use std::ops::ControlFlow;
use std::path::PathBuf;
use ts_rs::TS;

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

/// Opens a document with the system's own program for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentOpen {
    pub complaint: ComplaintId,
    pub document: DocumentId,
    /// Whether the person was asked and said yes, for kinds that are not only looked at.
    #[serde(default)]
    pub confirmed: bool,
}

/// Stores files of any size and adds them to a case, in one change: all of them
/// or none. `progress` hears which file is being read, by its place, and the
/// bytes of it stored so far; it may stop it, which leaves nothing behind.
///
/// # Errors
/// [`register::RegisterError::Cancelled`], `NotFound`, `Trashed`, `DiskFull` and the like.
pub fn documents_add<R: Read>(
    office: &Office,
    by: &By,
    complaint: ComplaintId,
    files: Vec<IncomingFile<R>>,
    progress: &dyn Fn(usize, u64) -> ControlFlow<()>,
) -> Result<Vec<Document>> {
    documents_add_where(office, by, complaint, files, progress, |_| Ok(()))
}

/// The same where the case is such as `agreed` wants it when they are added.
///
/// # Errors
/// Those of [`documents_add`] and of `agreed`.
pub(crate) fn documents_add_where<R: Read>(
    office: &Office,
    by: &By,
    complaint: ComplaintId,
    files: Vec<IncomingFile<R>>,
    progress: &dyn Fn(usize, u64) -> ControlFlow<()>,
    agreed: impl FnOnce(&Case) -> Result<()>,
) -> Result<Vec<Document>> {
    let register = office.register();
    // A case that is gone or in the trash says so before two gigabytes are read.
    register.document_expected(complaint)?;
    let stored = stored(office, files, progress)?;
    let (added, _) = register.transact(by, Op::DocumentAdd, |change| {
        agreed(&change.case(complaint)?)?;
        let add =
            |(document, content): &Enclosed| change.document_add(complaint, document, content);
        Ok::<_, OfficeError>(
            stored
                .iter()
                .map(add)
                .collect::<register::Result<Vec<_>>>()?,
        )
    })?;
    // Those added alone: a case may have thousands.
    let kept = |id| Ok(register.document(id)?.1);
    added.into_iter().map(kept).collect()
}

/// The document, if it is this case's.
pub(crate) fn its(case: Case, id: DocumentId) -> Result<Document> {
    let mut all = case
        .contents
        .documents
        .into_iter()
        .chain(case.contents.trashed_documents);
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
    let provenance = input.provenance.checked()?;
    office.register().transact(by, Op::DocumentEdit, |change| {
        its(change.case(input.complaint)?, input.document)?;
        Ok::<_, OfficeError>(change.document_edit(input.document, &provenance)?)
    })?;
    card(office, by, input.complaint)
}

/// Puts a document into the trash; its exhibit number stays used.
///
/// # Errors
/// Those of the register.
pub fn document_trash(office: &Office, by: &By, input: DocumentRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::DocumentTrash, |change| {
            its(change.case(input.complaint)?, input.document)?;
            Ok::<_, OfficeError>(change.document_trash(input.document)?)
        })?;
    card(office, by, input.complaint)
}

/// Takes a document out of the trash.
///
/// # Errors
/// Those of the register.
pub fn document_restore(office: &Office, by: &By, input: DocumentRef) -> Result<Card> {
    office
        .register()
        .transact(by, Op::DocumentRestore, |change| {
            its(change.case(input.complaint)?, input.document)?;
            Ok::<_, OfficeError>(change.document_restore(input.document)?)
        })?;
    card(office, by, input.complaint)
}

/// A read-only copy of a document in the scratch folder, for the system's own
/// program to open. It goes when the office is closed.
///
/// # Errors
/// [`OfficeError::OnlySaved`] for what does something when it is opened,
/// [`OfficeError::OpeningAsked`] for what is neither that nor only looked at,
/// until it is confirmed; [`OfficeError::Damaged`].
pub fn document_copy(office: &Office, input: DocumentOpen) -> Result<PathBuf> {
    let register = office.register();
    let document = its(register.case(input.complaint)?, input.document)?;
    let kind = opening_kind(office, &document)
        .or_else(|error| damaged_or(office, &document.sha256, error))?;
    match kind {
        OpeningKind::OnlySaved => return Err(OfficeError::OnlySaved(document.fields.name)),
        OpeningKind::Asked(ending) if !input.confirmed => {
            return Err(OfficeError::OpeningAsked(ending));
        }
        OpeningKind::Asked(_) | OpeningKind::Looked => {}
    }
    let copied = register.document_copy_to_scratch(input.document);
    copied.or_else(|error| {
        let (_, document) = register.document(input.document)?;
        Err(damaged(office, &document.sha256, error))
    })
}

/// The name and the content of a document, read through and whole, to be saved
/// where a person says.
///
/// # Errors
/// [`OfficeError::Damaged`].
pub fn document_content(office: &Office, input: DocumentRef) -> Result<(String, Content)> {
    let register = office.register();
    let document = its(register.case(input.complaint)?, input.document)?;
    let content = register.content_checked(&document.sha256);
    match content {
        Ok(content) => Ok((document.fields.name, content)),
        Err(error) => Err(damaged(office, &document.sha256, error)),
    }
}

fn damaged_or<T>(office: &Office, sha256: &str, error: OfficeError) -> Result<T> {
    Err(if let OfficeError::Register(error) = error {
        damaged(office, sha256, error)
    } else {
        error
    })
}

/// Writes over the copies that other programs opened, and removes them.
pub fn copies_wipe(office: &Office) {
    office.register().copies_wipe();
}

/// Writes bytes under a harmless name into the scratch folder, for the system's
/// own program to open.
///
/// # Errors
/// Those of the disk.
pub fn scratch_file(office: &Office, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    Ok(office
        .register()
        .scratch_write(&complaint::safe_file_name(name), bytes)?)
}
