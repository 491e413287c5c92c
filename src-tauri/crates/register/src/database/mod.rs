//! The first door: the database file, and how values stand in it.

pub(crate) mod connection;
pub(crate) mod folder;
pub(crate) mod log_pages;
pub(crate) mod migration;
pub(crate) mod network;
pub(crate) mod page_sums;
pub(crate) mod remembered;
pub(crate) mod row;
pub(crate) mod schema;
pub(crate) mod stored_sums;
pub(crate) mod value;
