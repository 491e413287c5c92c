//! Which words of a text are looked up.

use crate::dictionary::Tongue;
use crate::suggestions::in_one_alphabet;
use std::ops::Range;

/// A word to be looked up.
#[derive(Debug)]
pub struct Candidate<'a> {
    /// In bytes of the text.
    pub place: Range<usize>,
    pub word: &'a str,
    /// It begins a sentence with a capital, so it may be somebody's name.
    pub may_be_a_name: bool,
}

/// Abbreviations behind which a full stop may be followed by a capital within the sentence.
const SHORT: &[&str] = &[
    "абз",
    "бул",
    "вв",
    "гг",
    "гл",
    "гор",
    "гр",
    "дер",
    "доп",
    "др",
    "им",
    "испр",
    "кв",
    "коп",
    "корп",
    "мин",
    "млн",
    "млрд",
    "наб",
    "напр",
    "обл",
    "оф",
    "пер",
    "пл",
    "пом",
    "пос",
    "пп",
    "пр",
    "просп",
    "прил",
    "разд",
    "рег",
    "ред",
    "рис",
    "руб",
    "сек",
    "см",
    "ст",
    "стр",
    "табл",
    "тел",
    "тыс",
    "ул",
    "утв",
    "хоз",
    "чел",
    "шт",
    "экз",
    "эл",
    "этаж",
    "art",
    "cf",
    "dr",
    "eg",
    "etc",
    "ie",
    "inc",
    "jr",
    "ltd",
    "mr",
    "mrs",
    "ms",
    "no",
    "para",
    "pp",
    "prof",
    "sec",
    "sq",
    "st",
    "tel",
    "vol",
];
/// An abbreviation that is not in the list has no more letters than this.
const SHORTEST: usize = 4;

/// The words of a text that are to be looked up in that language, in their order.
pub fn candidates(text: &str, tongue: Tongue) -> impl Iterator<Item = Candidate<'_>> {
    let (mut line, mut behind) = (0, 0);
    chunks(text).flat_map(move |chunk| {
        if let Some(end) = text[behind..chunk.start].rfind('\n') {
            line = behind + end + 1;
        }
        behind = chunk.end;
        let places = if is_an_address(&text[chunk.clone()]) {
            Vec::new()
        } else {
            words(text, chunk)
        };
        let line = line;
        let read = move |place| candidate(text, line, place, tongue);
        places.into_iter().filter_map(read)
    })
}

/// What stands between blanks.
fn chunks(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let start = text.as_ptr() as usize;
    text.split_whitespace().map(move |chunk| {
        let at = chunk.as_ptr() as usize - start;
        at..at + chunk.len()
    })
}

/// Addresses of mail and of pages, paths, and what else joins letters by signs of its own.
fn is_an_address(chunk: &str) -> bool {
    let joined = |sign: char| {
        chunk.match_indices(sign).any(|(at, _)| {
            let before = chunk[..at].chars().next_back();
            let after = chunk[at + sign.len_utf8()..].chars().next();
            before.is_some_and(char::is_alphabetic)
                && after.is_some_and(|c| c.is_ascii_alphabetic())
        })
    };
    chunk.contains(['@', '\\', '_', '{', '}', '<', '>', '#'])
        || chunk.contains("://")
        || joined('.')
}

/// Letters with the hyphens, apostrophes and digits between them.
fn words(text: &str, chunk: Range<usize>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let inner = ['-', '\u{2011}', '\'', '’'];
    for (at, c) in text[chunk.clone()].char_indices() {
        let at = chunk.start + at;
        let end = at + c.len_utf8();
        if !(c.is_alphanumeric() || inner.contains(&c) || is_mark(c)) {
            continue;
        }
        match found.last_mut() {
            Some(word) if word.end == at => word.end = end,
            _ => found.push(at..end),
        }
    }
    for word in &mut found {
        let bare = text[word.clone()].trim_start_matches(inner);
        let start = word.end - bare.len();
        *word = start..start + bare.trim_end_matches(inner).len();
    }
    found
}

/// Marks above letters, and hyphens that show at the end of a line alone.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c) || c == '\u{ad}'
}

fn candidate(
    text: &str,
    line: usize,
    place: Range<usize>,
    tongue: Tongue,
) -> Option<Candidate<'_>> {
    let word = &text[place.clone()];
    let mut letters = word.chars();
    let first = letters.next()?;
    let rest = letters.as_str();
    // Single letters, ordinals and codes, stresses, abbreviations in capitals and names like «iPhone».
    if rest.is_empty()
        || word.chars().any(|c| c.is_numeric() || is_mark(c))
        || rest.chars().any(char::is_uppercase) && !word.contains(['-', '\u{2011}'])
    {
        return None;
    }
    let own = |c: char| match tongue {
        Tongue::Russian => ('а'..='я').contains(&c) || c == 'ё',
        Tongue::English => c.is_ascii_lowercase(),
    };
    let of_tongue = word
        .chars()
        .flat_map(char::to_lowercase)
        .all(|c| own(c) || !c.is_alphabetic());
    if !of_tongue && in_one_alphabet(word).is_none() {
        return None;
    }
    let begins = begins_a_sentence(&text[line..place.start]);
    let capital = first.is_uppercase();
    if capital && !begins || word.contains('-') && rest.chars().any(char::is_uppercase) {
        return None;
    }
    if capital && names_somebody(text, &place) || !capital && is_abbreviated(text, &place) {
        return None;
    }
    Some(Candidate {
        place,
        word,
        may_be_a_name: capital,
    })
}

/// Whether a word that begins a sentence is the first of a name, as «Ухмылкина Анна» and not as «Уважаемая Анна».
fn names_somebody(text: &str, place: &Range<usize>) -> bool {
    let behind = &text[place.end..];
    let next = behind.trim_start_matches([' ', '\u{a0}']);
    let word = &text[place.clone()];
    let describes = ["ый", "ий", "ая", "яя", "ое", "ее", "ые", "ие"];
    next.len() < behind.len()
        && next.starts_with(char::is_uppercase)
        && !describes.iter().any(|ending| word.ends_with(ending))
}

/// Whether a capital stands there because a sentence, a line or an item begins,
/// behind that part of its line.
fn begins_a_sentence(line: &str) -> bool {
    let before = line.trim_end_matches(|c: char| {
        c.is_whitespace() || ['«', '„', '“', '"', '(', '–', '—', '-', '•'].contains(&c)
    });
    let Some(sign) = before.chars().next_back() else {
        return true;
    };
    if sign != '.' {
        return ['!', '?', '…'].contains(&sign);
    }
    let last = before
        .trim_end_matches('.')
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    let is_number = last.chars().all(char::is_numeric);
    // «1. Вернуть деньги»: the number of an item begins its line.
    let is_mark_of_item = is_number && before.trim_start().len() == last.len() + 1;
    let is_long = last.chars().count() > 1 && !SHORT.contains(&last.to_lowercase().as_str());
    is_mark_of_item || is_long
}

/// Whether a full stop behind a short word shortens it rather than ends the sentence.
fn is_abbreviated(text: &str, place: &Range<usize>) -> bool {
    let word = &text[place.clone()];
    let Some(behind) = text[place.end..].strip_prefix('.') else {
        return false;
    };
    if SHORT.contains(&word) {
        return true;
    }
    let next = behind.trim_start().chars().next();
    let goes_on =
        next.is_some_and(|c| c.is_lowercase() || c.is_numeric() || [',', ';', ')'].contains(&c));
    word.chars().count() <= SHORTEST && goes_on
}
