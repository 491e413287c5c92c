//! What lies in the trash, and its end.

use crate::error::Result;
use crate::office::Office;
use register::{By, Erased};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What emptying the trash erases: complaints on which no letter was issued,
/// with everything on them, and documents in the trash of other cases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TrashContents {
    /// Numbers of the complaints; they stay used.
    pub numbers: Vec<String>,
    /// Documents, those of the complaints among them.
    #[ts(type = "number")]
    pub documents: u64,
    /// Bytes of files that no record names afterwards.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Complaints that stay in the trash, because a letter was issued on them.
    #[ts(type = "number")]
    pub kept: u64,
}

impl From<Erased> for TrashContents {
    fn from(erased: Erased) -> Self {
        Self {
            numbers: erased.numbers,
            documents: erased.documents,
            bytes: erased.bytes,
            kept: erased.kept,
        }
    }
}

/// What emptying the trash would erase now. It writes nothing.
///
/// # Errors
/// Those of the register.
pub fn trash_contents(office: &Office, by: &By) -> Result<TrashContents> {
    Ok(office.register().trash_contents(by)?.into())
}

/// Erases what lies in the trash for good, where it is still what was seen of it.
///
/// # Errors
/// [`register::RegisterError::TrashChanged`] and those of the disk.
pub fn trash_empty(office: &Office, by: &By, input: TrashContents) -> Result<TrashContents> {
    let seen = Erased {
        numbers: input.numbers,
        documents: input.documents,
        bytes: input.bytes,
        kept: input.kept,
    };
    let (erased, _) = office.register().trash_empty_as_seen(by, &seen)?;
    Ok(erased.into())
}
