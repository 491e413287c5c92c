//! The rules about words.

mod kept;
mod rules;
mod search;

pub use search::check;
#[cfg(test)]
pub use search::check_by;
#[cfg(test)]
pub use search::features;
