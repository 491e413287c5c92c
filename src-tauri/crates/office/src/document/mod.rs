//! Documents of a case and their bytes.

pub(crate) mod content;
pub(crate) mod documents;
pub(crate) mod evidence;
pub(crate) mod handed_over;
pub(crate) mod incoming;
pub(crate) mod sheets;

pub use content::{image_bytes, image_store};
pub use documents::{
    DocumentEdit, DocumentRef, document_copy, document_edit, document_restore, document_trash,
    documents_add, scratch_file,
};
pub use handed_over::{NotRead, file_open};
pub use incoming::IncomingFile;
