//! What lies in the trash, and its end.

use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use complaint::{ComplaintId, DocumentId};
use register::{By, Erased};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What emptying the trash erases: complaints on which no letter was issued,
/// with everything on them, and documents in the trash of other cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrashContents {
    /// Numbers of the complaints; they stay used.
    pub numbers: Vec<String>,
    /// Documents that lie in the trash of other cases, each with its case.
    pub single: Vec<TrashedDocument>,
    /// Documents, those of the complaints among them.
    #[ts(type = "number")]
    pub documents: u64,
    /// Bytes of files that no record names afterwards.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Complaints that stay in the trash, because a letter was issued on them.
    #[ts(type = "number")]
    pub kept: u64,
    /// Complaints, and documents of others, that stay because an order keeps the case.
    #[serde(default)]
    #[ts(type = "number")]
    pub held: u64,
    /// Complaints that stay because an act has them kept, and nobody said why they may go.
    #[serde(default)]
    #[ts(type = "number")]
    pub by_law: u64,
}

/// A document in the trash of a case that stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrashedDocument {
    pub complaint: ComplaintId,
    /// The number of its case.
    pub number: String,
    pub document: DocumentId,
    /// The name it came with.
    pub name: String,
    #[ts(type = "number")]
    pub bytes: u64,
    pub trashed_at: DateTime<FixedOffset>,
}

impl From<register::TrashedDocument> for TrashedDocument {
    fn from(found: register::TrashedDocument) -> Self {
        Self {
            complaint: found.complaint,
            number: found.number,
            document: found.document,
            name: found.name,
            bytes: found.bytes,
            trashed_at: found.trashed_at,
        }
    }
}

impl From<TrashedDocument> for register::TrashedDocument {
    fn from(seen: TrashedDocument) -> Self {
        Self {
            complaint: seen.complaint,
            number: seen.number,
            document: seen.document,
            name: seen.name,
            bytes: seen.bytes,
            trashed_at: seen.trashed_at,
            held: false,
        }
    }
}

impl From<Erased> for TrashContents {
    fn from(erased: Erased) -> Self {
        Self {
            numbers: erased.numbers,
            single: erased.single.into_iter().map(Into::into).collect(),
            documents: erased.documents,
            bytes: erased.bytes,
            kept: erased.kept,
            held: erased.held,
            by_law: erased.by_law,
        }
    }
}

/// What emptying the trash would erase now. It writes nothing.
///
/// # Errors
/// Those of the register.
pub fn trash_contents(office: &Office, by: &By) -> Result<TrashContents> {
    Ok(office
        .register()
        .trash_contents(by.now.date_naive(), &office.norms().retention.kept_kinds())?
        .into())
}

/// Erases what lies in the trash for good, where it is still what was seen of it.
///
/// # Errors
/// [`register::RegisterError::TrashChanged`] and those of the disk.
pub fn trash_empty(office: &Office, by: &By, input: TrashContents) -> Result<TrashContents> {
    let seen = Erased {
        numbers: input.numbers,
        single: input.single.into_iter().map(Into::into).collect(),
        documents: input.documents,
        bytes: input.bytes,
        kept: input.kept,
        held: input.held,
        by_law: input.by_law,
    };
    let by_law = office.norms().retention.kept_kinds();
    let (erased, _) = office.register().trash_empty_as_seen(by, &by_law, &seen)?;
    Ok(erased.into())
}
