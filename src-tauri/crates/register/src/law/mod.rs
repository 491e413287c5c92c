//! What an office has changed of the rules it counts by.

pub(crate) mod norm;
pub(crate) mod terms;
