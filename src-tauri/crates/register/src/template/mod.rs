//! Templates of letters.

pub(crate) mod steps;
pub(crate) mod version;
