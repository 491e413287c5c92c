//! The engine: one word, or one hyphened word, by the first rule that fits.

use crate::name::gender::likely_gender_of_part;
use crate::name::grammar::{Case, Gender, Part};
use crate::name::rules::{self, FIXED, FIXED_PARTS, Paradigm, Rule, When};
use crate::name::word::{apply, is_vowel, lower};

/// Declines one part of a name: «Соколова», «Салтыков-Щедрин», «ван Гог», «Мамед оглы».
///
/// `gender: None` takes the gender the word itself suggests, and a man's where it suggests none.
/// Capitals are kept, also when the whole word is in capitals. Initials and words in other scripts
/// come back unchanged.
#[must_use]
pub fn decline_part(part: Part, text: &str, gender: Option<Gender>, case: Case) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let gender = gender
        .or_else(|| likely_gender_of_part(part, text))
        .unwrap_or(Gender::Male);
    let mut out = String::with_capacity(text.len() + 4);
    for (at, word) in text.split_inclusive(char::is_whitespace).enumerate() {
        let bare = word.trim_end();
        if at > 0 && is_fixed_part(bare)
            || (is_fixed_part(bare) && bare.len() < text.trim_end().len())
        {
            out.push_str(word);
            continue;
        }
        out.push_str(&hyphened(part, bare, gender, case));
        out.push_str(&word[bare.len()..]);
    }
    out
}

fn is_fixed_part(word: &str) -> bool {
    FIXED_PARTS.contains(&lower(word).as_str())
}

fn hyphened(part: Part, word: &str, gender: Gender, case: Case) -> String {
    let pieces: Vec<&str> = word.split('-').collect();
    if pieces.len() == 1 {
        return one_word(part, word, gender, case);
    }
    let last = pieces.len() - 1;
    let declined: Vec<String> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            // «Абдул-Кадыр», «Жан-Поль»: of a man's double first name only the end changes.
            let fixed = match part {
                Part::First => at < last && gender == Gender::Male && !ends_in_vowel(piece),
                Part::Last | Part::Middle => is_fixed_part(piece),
            };
            if fixed {
                (*piece).to_owned()
            } else {
                one_word(part, piece, gender, case)
            }
        })
        .collect();
    declined.join("-")
}

fn ends_in_vowel(word: &str) -> bool {
    lower(word).ends_with(is_vowel)
}

fn one_word(part: Part, word: &str, gender: Gender, case: Case) -> String {
    let low = lower(word);
    let paradigm = match part {
        Part::First => find(rules::FIRST, &low, gender),
        Part::Last => find(rules::LAST, &low, gender),
        Part::Middle => {
            find(rules::MIDDLE, &low, gender).or_else(|| find(rules::FIRST, &low, gender))
        }
    }
    .unwrap_or(&FIXED);
    apply(word, paradigm, case)
}

fn find(table: &'static [Rule], low: &str, gender: Gender) -> Option<&'static Paradigm> {
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
        When::Is(words) => words.contains(&low),
        When::Ends(list) => ends(list),
        When::EndsOneVowel(list) => ends(list) && vowels(low) == 1,
        When::EndsTwoVowels(list) => ends(list) && vowels(low) == 2,
        When::EndsAfter(end, letters) => low
            .strip_suffix(end)
            .and_then(|stem| stem.chars().next_back())
            .is_some_and(|c| letters.contains(c)),
        When::EndsAfterCluster(end) => low.strip_suffix(end).is_some_and(|stem| {
            let mut back = stem.chars().rev();
            match (back.next(), back.next()) {
                (Some(a), Some(b)) => {
                    matches!(a, 'н' | 'р' | 'л' | 'м' | 'в' | 'т')
                        && !is_vowel(b)
                        && !matches!(b, 'ь' | 'й')
                }
                _ => false,
            }
        }),
    }
}

fn vowels(low: &str) -> usize {
    low.chars().filter(|&c| is_vowel(c)).count()
}
