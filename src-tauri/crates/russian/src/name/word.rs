//! One word: its letters and its ending.

use crate::name::grammar::Case;
use crate::name::rules::Paradigm;

/// Lower case, letter for letter, so that positions in the word stay the same.
pub(super) fn lower(word: &str) -> String {
    word.chars()
        .map(|c| c.to_lowercase().next().unwrap_or(c))
        .collect()
}

pub(super) fn is_vowel(c: char) -> bool {
    matches!(c, 'а' | 'е' | 'ё' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я')
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
    } else {
        out.push_str(ending);
    }
    out
}
