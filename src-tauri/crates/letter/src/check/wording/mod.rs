//! The rules about words.

mod normalised;
mod rules;
mod search;

pub use search::check;
