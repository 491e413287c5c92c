//! What happens to words before they are shaped: they are cleaned, normalised,
//! told by their language, and given the places where they may be hyphenated.

mod clean;
pub(crate) mod foreign;
pub(crate) mod hyphenation;
pub(crate) mod no_break;
pub(crate) mod normalise;
mod numbers;
mod punctuation;
pub(crate) mod tagged;
pub(crate) mod unset;
