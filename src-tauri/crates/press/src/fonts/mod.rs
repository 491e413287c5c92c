//! The embedded faces and the shaping of words with them.

pub(crate) mod faces;
pub(crate) mod shaping;
