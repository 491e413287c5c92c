//! The second and the third door: the document store, where content lies under
//! its SHA-256, and the scratch folder, where content is put to be looked at.

mod name;
mod scratch;
mod store;

pub(crate) use name::{extension_type, safe_name};
pub(crate) use scratch::Scratch;
pub(crate) use store::{Store, is_sha256, sync_dir};
