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

/// How many more words may be searched for what is near them; a search takes some hundredths of a second.
///
/// One is spent on each word that may be a name. When none is left, such words are taken for names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchesLeft(pub usize);

impl SearchesLeft {
    /// Whether a word with a capital that begins a sentence is a name rather than a slip: nothing is near it
    /// that might have been meant.
    fn is_a_name(&mut self, word: &str) -> bool {
        let Some(left) = self.0.checked_sub(1) else {
            return true;
        };
        self.0 = left;
        suggestions(word).is_empty()
    }
}

/// The words of a text in that language which its dictionary does not have, in their order, sought one by one as
/// they are asked for.
///
/// Passed over are words of the other alphabet, names (what has a capital within a sentence), abbreviations,
/// what has digits in it, addresses of mail and pages, and the words that are `known` besides.
pub fn misspelt(
    text: &str,
    tongue: Tongue,
    known: impl Fn(&str) -> bool,
    searches: &mut SearchesLeft,
) -> impl Iterator<Item = Misspelling> {
    let mut is_right = move |one: &Candidate<'_>| {
        known(one.word)
            || knows(one.word, tongue)
            || one.may_be_a_name && searches.is_a_name(one.word)
    };
    candidates(text, tongue)
        .filter(move |one| !is_right(one))
        .map(|one| Misspelling {
            place: one.place,
            word: one.word.to_owned(),
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use suggestions::SEARCHES;

    #[test]
    fn a_long_list_of_names_costs_no_more_searches_than_are_left() {
        if lack(Tongue::Russian).is_some() {
            prerequisites::skip("there is no Russian dictionary");
            return;
        }
        let (consonants, vowels) = (["жм", "хр", "бдз", "щ", "фл"], ["ы", "у", "ю", "э"]);
        let syllable = |n: usize| format!("{}{}", consonants[n % 5], vowels[n / 5 % 4]);
        let names = (0..5000).map(|n| {
            let word = [n, n / 20, n / 400].map(syllable).concat();
            format!("Ъ{word}\n")
        });
        let text: String = names.collect();
        let before = SEARCHES.get();
        let mut left = SearchesLeft(40);
        misspelt(&text, Tongue::Russian, |_| false, &mut left).for_each(drop);
        assert_eq!(left, SearchesLeft(0));
        assert_eq!(SEARCHES.get() - before, 40);
    }

    #[test]
    fn words_behind_the_one_that_is_asked_for_are_not_searched() {
        if lack(Tongue::Russian).is_some() {
            prerequisites::skip("there is no Russian dictionary");
            return;
        }
        let mut left = SearchesLeft(40);
        let text = "Мы извеняемся.\nУвожаемая.\nУвожаемый.";
        let first = misspelt(text, Tongue::Russian, |_| false, &mut left).next();
        assert_eq!(first.map(|one| one.word).as_deref(), Some("извеняемся"));
        assert_eq!(left, SearchesLeft(40));
    }
}
