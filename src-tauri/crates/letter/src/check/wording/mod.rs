//! The rules about words.

mod rules;
mod search;

pub use search::check;
#[cfg(test)]
pub use search::clues;
