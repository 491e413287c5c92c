//! Documents of a case and their bytes.

pub(crate) mod content;
pub(crate) mod documents;
pub(crate) mod evidence;
pub(crate) mod handed_out;
pub(crate) mod handed_over;
pub(crate) mod incoming;
pub(crate) mod opening_kind;
pub(crate) mod sheets;
pub(crate) mod view;
pub(crate) mod viewed;

pub use content::{image_bytes, image_store};
pub use documents::{
    DocumentEdit, DocumentOpen, DocumentRef, copies_wipe, document_content, document_copy,
    document_edit, document_restore, document_trash, documents_add, scratch_file,
};
pub use handed_out::{NotWritten, file_write, write_private, write_whole};
pub use handed_over::{NotRead, WaitingFile, file_open, message_from, message_read};
pub use incoming::IncomingFile;
pub use view::{DocumentPage, DocumentView, MessageView, document_page, document_view};
