//! An office that is locked with a password: its keys, what they do to each
//! file, and the ways from plain text to cipher text and back.

pub(crate) mod content;
pub(crate) mod conversion;
pub(crate) mod export;
pub(crate) mod keyring;
pub(crate) mod keys;
pub(crate) mod password;
pub(crate) mod placing;
pub(crate) mod way_in;
pub(crate) mod wiping;
