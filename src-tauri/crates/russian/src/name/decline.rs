//! The engine: one word, or one hyphened word, by the first rule that fits.

use crate::name::gender::{by_patronymic, likely_gender_of_part};
use crate::name::grammar::{Case, Gender, Part};
use crate::name::nouns::NOUN;
use crate::name::paradigm::{FIXED, Paradigm};
use crate::name::rules::{self, FIXED_PARTS, FIXED_TITLES};
use crate::name::tables::find;
use crate::name::word::{apply, is_vowel, listed, lower};

/// Declines one part of a name: «Соколова», «Салтыков-Щедрин», «ван Гог».
///
/// `gender: None` takes the gender the word itself suggests, and a man's where it suggests none.
/// Capitals are kept, also when the whole word is in capitals. Initials and words in other scripts
/// come back unchanged, and so does a patronymic with a title: «Гасан оглы».
#[must_use]
pub fn decline_part(part: Part, text: &str, gender: Option<Gender>, case: Case) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let gender = gender
        .or_else(|| likely_gender_of_part(part, text))
        .unwrap_or(Gender::Male);
    if part == Part::Middle && text.split_whitespace().any(is_title) {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len() + 4);
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if is_fixed_part(bare) && bare.len() < text.trim_end().len() {
            out.push_str(word);
            continue;
        }
        out.push_str(&hyphened(part, bare, gender, case));
        out.push_str(&word[bare.len()..]);
    }
    out
}

/// A word that stays when it is one of several.
fn is_fixed_part(word: &str) -> bool {
    listed(FIXED_PARTS, &lower(word)) || is_title(word)
}

fn is_title(word: &str) -> bool {
    listed(FIXED_TITLES, &lower(word))
}

/// First halves of men's double first names that decline along: «Карла-Густава», but «Жан-Поля».
const DECLINING_HALVES: &str = "карл ганс иоганн иван петр павел александр андрей николай георг \
    вильгельм эрнст антон марк иоанн юрий михаил сергей станислав владимир алексей";

fn hyphened(part: Part, word: &str, gender: Gender, case: Case) -> String {
    let pieces: Vec<&str> = word.split('-').collect();
    let last = pieces.len() - 1;
    if last == 0 {
        return one_word(part, word, gender, case);
    }
    // «Гасан-оглы», «Керим-заде»
    if is_title(pieces[last]) {
        return word.to_owned();
    }
    let declined: Vec<String> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| {
            let low = lower(piece);
            let fixed = at < last
                && match part {
                    // «Абдул-Кадыр», «Жан-Поль»: of a man's double first name only the end changes.
                    Part::First => {
                        gender == Gender::Male
                            && !low.ends_with(is_vowel)
                            && !listed(DECLINING_HALVES, &low)
                    }
                    Part::Last => is_fixed_part(piece),
                    // «Магомед-Расулович», but «Георгиевна-Авраамовна»
                    Part::Middle => by_patronymic(&low).is_none(),
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

fn one_word(part: Part, word: &str, gender: Gender, case: Case) -> String {
    let low = lower(word);
    if low.chars().filter(|c| c.is_alphabetic()).count() < 2 {
        return word.to_owned();
    }
    apply(word, paradigm(part, &low, gender).unwrap_or(&FIXED), case)
}

fn paradigm(part: Part, low: &str, gender: Gender) -> Option<&'static Paradigm> {
    match part {
        Part::First => find(rules::FIRST, low, gender),
        Part::Last => find(rules::LAST, low, gender).or_else(|| find(NOUN, low, gender)),
        Part::Middle => {
            find(rules::MIDDLE, low, gender).or_else(|| find(rules::FIRST, low, gender))
        }
    }
}
