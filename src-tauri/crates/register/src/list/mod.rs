//! What lists show of complaints.

pub(crate) mod count;
pub(crate) mod derived;
pub(crate) mod facts;
pub(crate) mod filter;
pub(crate) mod registration;
pub(crate) mod row;
pub(crate) mod summary;
pub(crate) mod to_approve;
pub(crate) mod today;
