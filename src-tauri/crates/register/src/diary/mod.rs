//! The incident diary and the internal notes of a case.

pub(crate) mod entry;
pub(crate) mod note;
