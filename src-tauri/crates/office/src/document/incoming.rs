//! Files on their way into the store.

use crate::error::Result;
use crate::office::Office;
use chrono::{DateTime, FixedOffset};
use complaint::Provenance;
use register::{NewDocument, StoredFile};
use std::io::Read;
use std::ops::ControlFlow;

/// A file on its way into the store.
pub struct IncomingFile<R> {
    /// Its name; never used as a path.
    pub name: String,
    /// When it was last changed, as its medium said.
    pub file_time: Option<DateTime<FixedOffset>>,
    pub provenance: Provenance,
    pub content: R,
}

/// A document to be, its content stored already.
pub(crate) type Enclosed = (NewDocument, StoredFile);

/// Stores files of any size, in their order. `progress` hears which file is being read, by its place, and the
/// bytes of it stored so far; it may stop it.
///
/// # Errors
/// [`register::RegisterError::Cancelled`], `DiskFull` and the like.
pub(crate) fn stored<R: Read>(
    office: &Office,
    files: Vec<IncomingFile<R>>,
    progress: &dyn Fn(usize, u64) -> ControlFlow<()>,
) -> Result<Vec<Enclosed>> {
    let mut stored = Vec::with_capacity(files.len());
    for (place, file) in files.into_iter().enumerate() {
        let document = NewDocument {
            name: intake::safe_file_name(&file.name),
            media_type: None,
            file_time: file.file_time,
            provenance: file.provenance.checked()?,
        };
        let store = office.register();
        let content = store.document_store(file.content, &|done| progress(place, done))?;
        stored.push((document, content));
    }
    Ok(stored)
}
