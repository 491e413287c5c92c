//! What may have been meant by a word that is not in the dictionary.

use crate::dictionary::{Tongue, knows, of};
use russian::cyrillic_homoglyph;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// So many are told of.
const MOST: usize = 5;
/// So many words' suggestions are remembered: those of a letter are asked for at each keystroke.
const REMEMBERED: usize = 1000;

#[cfg(test)]
thread_local! {
    /// How many words this thread has searched for what is near them.
    pub(crate) static SEARCHES: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Up to five words that may have been meant, the likeliest first; none where nothing is near.
#[must_use]
pub fn suggestions(word: &str) -> Vec<String> {
    static FOUND: Mutex<BTreeMap<String, Vec<String>>> = Mutex::new(BTreeMap::new());
    let found = || FOUND.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = found().get(word) {
        return known.clone();
    }
    // Nobody waits for another's search.
    let near = near(word);
    let mut found = found();
    if found.len() >= REMEMBERED {
        found.clear();
    }
    found.insert(word.to_owned(), near.clone());
    near
}

fn near(word: &str) -> Vec<String> {
    #[cfg(test)]
    SEARCHES.set(SEARCHES.get() + 1);
    if let Some(cyrillic) = in_one_alphabet(word) {
        return vec![cyrillic];
    }
    let is_latin = word.chars().any(|c| c.is_ascii_alphabetic());
    let tongue = if is_latin {
        Tongue::English
    } else {
        Tongue::Russian
    };
    let Some(dictionary) = of(tongue) else {
        return Vec::new();
    };
    let mut near = Vec::new();
    // Words that merely look alike as a whole are seldom meant, and finding them takes a fifth of a second.
    let suggester = dictionary.suggester().with_ngram_suggestions(false);
    suggester.suggest(word, &mut near);
    let first = word.chars().next();
    // The first letter is seldom wrong.
    near.sort_by_key(|other: &String| {
        let parts = other.contains(' ') || other.contains('-') && !word.contains('-');
        (parts, other.chars().next() != first)
    });
    near.truncate(MOST);
    near
}

/// A Russian word that has Latin letters in it which look like its own, all in Cyrillic.
#[must_use]
pub(crate) fn in_one_alphabet(word: &str) -> Option<String> {
    let cyrillic = |c: char| ('а'..='я').contains(&c) || c == 'ё';
    let low = word.to_lowercase();
    if !low.chars().any(|c| c.is_ascii_alphabetic()) || !low.chars().any(cyrillic) {
        return None;
    }
    let letter = |c: char| match cyrillic_homoglyph(c.to_ascii_lowercase()) {
        Some(double) if c.is_ascii_uppercase() => double.to_uppercase().next(),
        Some(double) => Some(double),
        None if c.is_ascii_alphabetic() => None,
        None => Some(c),
    };
    let whole: String = word.chars().map(letter).collect::<Option<_>>()?;
    knows(&whole, Tongue::Russian).then_some(whole)
}
