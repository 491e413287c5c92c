//! The rules about words.

pub(in crate::check) mod normalised;
mod rules;
pub(in crate::check) mod search;

pub use search::check;
