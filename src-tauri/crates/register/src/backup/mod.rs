//! Backups, and getting an office back from one.

pub(crate) mod create;
pub(crate) mod restore;
pub(crate) mod store;
