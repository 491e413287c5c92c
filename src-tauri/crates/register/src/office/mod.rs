//! What an office says of itself.

pub(crate) mod profile;
