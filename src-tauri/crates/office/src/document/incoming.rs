//! Files on their way into the store.

use crate::error::Result;
use crate::office::Office;
use complaint::DocumentFields;
use register::{NewDocument, StoredFile};
use std::io::Read;
use std::ops::ControlFlow;

/// A file on its way into the store.
pub struct IncomingFile<R> {
    pub fields: DocumentFields,
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
            fields: file.fields.checked()?,
            media_type: None,
        };
        let store = office.register();
        let content = store.document_store(file.content, &|done| progress(place, done))?;
        stored.push((document, content));
    }
    Ok(stored)
}
