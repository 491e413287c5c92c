//! Whether words are spelt as Hunspell's dictionaries have them: which words of a text are to be looked up,
//! whether they are known, and what may have been meant.
//!
//! The dictionaries are files that come along with the program. Each is read when the first word of its language
//! is looked up, which takes some tenths of a second, and kept. Nothing here knows what a letter is.

mod dictionary;
mod files;
mod suggestions;
mod words;

pub use dictionary::{Tongue, knows, lack};
pub use files::Lack;
pub use suggestions::suggestions;

use std::ops::Range;
use words::{Candidate, candidates};

/// A word that no dictionary has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelling {
    /// Where it stands, in bytes of the text.
    pub place: Range<usize>,
    /// As it stands there.
    pub word: String,
}

/// The words of a text in that language which its dictionary does not have, in their order.
///
/// Passed over are words of the other alphabet, names (what has a capital within a sentence), abbreviations,
/// what has digits in it, addresses of mail and pages, and the words that are `known` besides.
pub fn misspelt(text: &str, tongue: Tongue, known: &dyn Fn(&str) -> bool) -> Vec<Misspelling> {
    let is_right = |one: &Candidate<'_>| {
        known(one.word) || knows(one.word, tongue) || one.may_be_a_name && is_a_name(one.word)
    };
    candidates(text, tongue)
        .into_iter()
        .filter(|one| !is_right(one))
        .map(|one| Misspelling {
            place: one.place.clone(),
            word: one.word.to_owned(),
        })
        .collect()
}

/// Whether a word with a capital that begins a sentence is a name rather than a slip: nothing is near it
/// that might have been meant.
fn is_a_name(word: &str) -> bool {
    suggestions(word).is_empty()
}
