//! The second and the third door: the document store, where content lies under
//! its SHA-256, and the scratch folder, where content is put to be looked at.

pub(crate) mod content;
pub(crate) mod scratch;
pub(crate) mod stored_name;
