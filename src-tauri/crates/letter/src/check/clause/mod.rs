//! What the rules find in the sense of clauses: who does what to whom, whether
//! it is denied, supposed or another's words, by concepts rather than words.

mod clues;
mod english;
mod features;
mod grammar;
mod lexicon;
mod orders;
mod pattern;
mod reading;
mod russian;
mod search;
mod verbs;
mod weighing;

#[cfg(test)]
pub use features::{Feature, values};
#[cfg(test)]
pub use search::features_of;
pub use search::{Judgement, is_weighed, judge};
#[cfg(test)]
pub use weighing::{FAULT_PLACES, IN_A_BYTE, LABEL_PLACES};
pub use weighing::{Weights, weights};
