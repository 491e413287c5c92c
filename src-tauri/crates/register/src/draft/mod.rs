//! What is being typed and is no record yet.

pub(crate) mod typed;
