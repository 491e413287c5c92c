//! Backups, and getting an office back from one.

pub(crate) mod content;
pub(crate) mod create;
pub(crate) mod place;
pub(crate) mod restore;
pub(crate) mod store;
pub(crate) mod unfinished;
