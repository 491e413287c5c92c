//! One word: its letters and its ending.

use std::borrow::Cow;

use crate::name::grammar::Case;
use crate::name::paradigm::Paradigm;

/// Lower case, letter for letter, so that positions in the word stay the same.
pub(super) fn lower(word: &str) -> String {
    word.chars()
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect()
}

pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
}

/// Whether the word in lower case has one vowel.
pub(super) fn one_syllable(low: &str) -> bool {
    low.chars().filter(|&c| is_vowel(c)).count() == 1
}

/// ё as е, letter for letter.
fn yo_folded(low: &str) -> Cow<'_, str> {
    if low.contains('ё') {
        Cow::Owned(low.replace('ё', "е"))
    } else {
        Cow::Borrowed(low)
    }
}

/// Whether a list of words between blanks has the word, ё counting as е.
pub(super) fn listed(list: &str, low: &str) -> bool {
    let folded = yo_folded(low);
    !folded.is_empty()
        && !folded.contains(char::is_whitespace)
        && list.match_indices(folded.as_ref()).any(|(at, found)| {
            let (before, after) = (&list[..at], &list[at + found.len()..]);
            before.chars().next_back().is_none_or(char::is_whitespace)
                && after.chars().next().is_none_or(char::is_whitespace)
        })
}

/// Puts the ending on in the case of letters the word has: all capitals stay all capitals.
pub(super) fn apply(word: &str, paradigm: &Paradigm, case: Case) -> String {
    let ending = match case {
        Case::Nominative => return word.to_owned(),
        Case::Genitive => paradigm.endings[0],
        Case::Dative => paradigm.endings[1],
        Case::Accusative => paradigm.endings[2],
        Case::Instrumental => paradigm.endings[3],
        Case::Prepositional => paradigm.endings[4],
    };
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let shouted =
        word.chars().filter(|c| c.is_alphabetic()).count() > 1 && letters.all(char::is_uppercase);
    let keep = word.chars().count().saturating_sub(paradigm.cut);
    let mut out: String = word.chars().take(keep).collect();
    if shouted {
        out.extend(ending.chars().flat_map(char::to_uppercase));
    } else if keep == 0 && word.starts_with(char::is_uppercase) {
        // «Ёж» — «Ежа»
        let mut rest = ending.chars();
        out.extend(rest.next().into_iter().flat_map(char::to_uppercase));
        out.push_str(rest.as_str());
    } else {
        out.push_str(ending);
    }
    out
}
