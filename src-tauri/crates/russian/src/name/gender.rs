//! What a name tells of its bearer's grammatical gender.

use crate::name::first_names::{FEMALE, MALE};
use crate::name::grammar::{Gender, Part};
use crate::name::word::lower;

/// The gender one part of a name shows for certain.
#[must_use]
pub fn gender_of_part(part: Part, text: &str) -> Option<Gender> {
    let low = lower(text.trim());
    let last_word = low.rsplit([' ', '-', '\u{a0}']).next().unwrap_or("");
    match part {
        Part::Middle => by_patronymic(last_word),
        Part::First => {
            let first_word = low.split([' ', '-', '\u{a0}']).next().unwrap_or("");
            by_first_name(&low).or_else(|| by_first_name(first_word))
        }
        Part::Last => by_surname(last_word),
    }
}

/// [`gender_of_part`], or else the gender that most words with such an ending have: a consonant is a
/// man's, -а and -я a woman's. Good enough for an ending, not for a salutation.
#[must_use]
pub fn likely_gender_of_part(part: Part, text: &str) -> Option<Gender> {
    gender_of_part(part, text).or_else(|| {
        let low = lower(text.trim());
        match (part, low.chars().next_back()?) {
            (Part::First, 'а' | 'я') => Some(Gender::Female),
            (
                Part::Last | Part::First | Part::Middle,
                'б'..='д' | 'ж' | 'з' | 'й'..='н' | 'п'..='т' | 'ф'..='ь',
            ) => Some(Gender::Male),
            (Part::Last | Part::First | Part::Middle, _) => None,
        }
    })
}

pub(super) fn by_patronymic(low: &str) -> Option<Gender> {
    let long = low.chars().count() > 4;
    if matches!(low, "оглы" | "оглу" | "улы" | "уулу") || (long && low.ends_with("ич"))
    {
        Some(Gender::Male)
    } else if matches!(low, "кызы" | "гызы")
        || (long && ["вна", "чна", "шна"].iter().any(|end| low.ends_with(end)))
    {
        Some(Gender::Female)
    } else {
        None
    }
}

pub(super) fn by_first_name(low: &str) -> Option<Gender> {
    let folded = low.replace('ё', "е");
    if MALE.contains(&folded.as_str()) {
        Some(Gender::Male)
    } else if FEMALE.contains(&folded.as_str()) {
        Some(Gender::Female)
    } else {
        None
    }
}

/// Whether the word, or the first half of a double one, is a well-known first name.
pub(super) fn is_first_name(low: &str) -> bool {
    let half = low.split('-').next().unwrap_or(low);
    by_first_name(low).is_some() || by_first_name(half).is_some()
}

pub(super) fn by_surname(low: &str) -> Option<Gender> {
    if low.chars().count() < 5 {
        return None;
    }
    let ends = |list: &[&str]| list.iter().any(|end| low.ends_with(end));
    if ends(&["ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая"]) {
        Some(Gender::Female)
    } else if ends(&[
        "ов", "ев", "ёв", "ин", "ын", "ский", "цкий", "ской", "цкой", "ый",
    ]) {
        Some(Gender::Male)
    } else {
        None
    }
}
