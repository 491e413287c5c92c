//! Backups, and getting an office back from one.

pub(crate) mod compare;
pub(crate) mod content;
pub(crate) mod create;
pub(crate) mod hold;
pub(crate) mod in_place;
pub(crate) mod leftover;
pub(crate) mod looked_at;
pub(crate) mod place;
pub(crate) mod plain;
pub(crate) mod rehearsal;
pub(crate) mod restore;
pub(crate) mod shelf;
pub(crate) mod store;
pub(crate) mod taking_over;
pub(crate) mod target;
pub(crate) mod thin;
pub(crate) mod thinning;
pub(crate) mod unfinished;
