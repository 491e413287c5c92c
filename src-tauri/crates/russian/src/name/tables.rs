//! What a rule asks of a word, and the search for the first one that fits.

use crate::name::first_names::by_first_name;
use crate::name::grammar::Gender::{self, Female, Male};
use crate::name::paradigm::Paradigm;
use crate::name::word::{is_vowel, listed, one_syllable};

/// What a rule asks of a word in lower case.
#[derive(Debug)]
pub(super) enum When {
    /// One of the words, which stand between blanks with ё as е.
    Is(&'static str),
    Ends(&'static [&'static str]),
    EndsOneVowel(&'static [&'static str]),
    EndsTwoVowels(&'static [&'static str]),
    /// Three vowels or more.
    EndsLong(&'static [&'static str]),
    /// The ending, and before it one of these letters.
    EndsAfter(&'static str, &'static str),
    /// The ending on a word of two vowels, and before it a consonant that another one precedes.
    EndsAfterCluster(&'static str),
    /// The ending, on a word that is a man's first name too.
    EndsFirstName(&'static [&'static str]),
}

/// One line of a table.
#[derive(Debug)]
pub(super) struct Rule {
    pub gender: Option<Gender>,
    pub when: When,
    pub then: &'static Paradigm,
}

pub(super) const fn both(when: When, then: &'static Paradigm) -> Rule {
    Rule {
        gender: None,
        when,
        then,
    }
}

pub(super) const fn male(when: When, then: &'static Paradigm) -> Rule {
    Rule {
        gender: Some(Male),
        when,
        then,
    }
}

pub(super) const fn female(when: When, then: &'static Paradigm) -> Rule {
    Rule {
        gender: Some(Female),
        when,
        then,
    }
}

/// The paradigm of a word in lower case by the first rule that fits; none for other scripts.
pub(super) fn find(table: &[Rule], low: &str, gender: Gender) -> Option<&'static Paradigm> {
    if !low.ends_with(|c| matches!(c, 'а'..='я' | 'ё')) {
        return None;
    }
    table
        .iter()
        .find(|rule| rule.gender.is_none_or(|g| g == gender) && fits(&rule.when, low))
        .map(|rule| rule.then)
}

fn fits(when: &When, low: &str) -> bool {
    let ends = |list: &[&str]| list.iter().any(|end| low.ends_with(end));
    match when {
        When::Is(words) => listed(words, low),
        When::Ends(list) => ends(list),
        When::EndsOneVowel(list) => ends(list) && one_syllable(low),
        When::EndsTwoVowels(list) => ends(list) && vowels(low) == 2,
        When::EndsLong(list) => ends(list) && vowels(low) > 2,
        When::EndsAfter(end, letters) => low
            .strip_suffix(end)
            .and_then(|stem| stem.chars().next_back())
            .is_some_and(|c| letters.contains(c)),
        When::EndsAfterCluster(end) => low.strip_suffix(end).is_some_and(|stem| {
            let mut back = stem.chars().rev();
            match (back.next(), back.next()) {
                (Some(a), Some(b)) => {
                    vowels(low) == 2
                        && matches!(a, 'н' | 'р' | 'л' | 'м' | 'в' | 'д')
                        && !is_vowel(b)
                        && !matches!(b, 'ь' | 'й')
                }
                _ => false,
            }
        }),
        When::EndsFirstName(list) => ends(list) && by_first_name(low) == Some(Male),
    }
}

fn vowels(low: &str) -> usize {
    low.chars().filter(|&c| is_vowel(c)).count()
}
