//! Orders that a case be kept.

pub(crate) mod order;
