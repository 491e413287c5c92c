//! What a name tells of its bearer's grammatical gender.

use crate::name::first_names::by_first_name;
use crate::name::grammar::{Gender, Part};
use crate::name::rules::{
    FOREIGN_OV_IN, NOUNS_OVA_INA, SHORT_PATRONYMICS, SHORT_PATRONYMICS_STRESSED,
};
use crate::name::word::{listed, lower, one_syllable};

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

/// Titles of a patronymic, which stand after the father's name.
const SON: &str = "оглы оглу огли углы угли улы уулу ұлы ўғли";
const DAUGHTER: &str = "кызы кизи гызы кызи қызы қизи";

pub(super) fn is_patronymic_title(low: &str) -> bool {
    listed(SON, low) || listed(DAUGHTER, low)
}

pub(super) fn by_patronymic(low: &str) -> Option<Gender> {
    let last = low.rsplit('-').next().unwrap_or(low);
    let long = low.chars().count() > 4;
    let ends = |list: &[&str]| long && list.iter().any(|end| low.ends_with(end));
    // «Ерланулы», «Ерланкызы»: the title may be written together with the name.
    let son =
        listed(SON, last) || (low.chars().count() > 6 && ends(&["улы", "уулу", "оглы", "ұлы"]));
    let daughter = listed(DAUGHTER, last)
        || (low.chars().count() > 6 && ends(&["кызы", "кизи", "гызы", "қызы"]));
    if son
        || ends(&["ович", "евич", "ыч", "аич", "еич"])
        || listed(SHORT_PATRONYMICS, last)
        || listed(SHORT_PATRONYMICS_STRESSED, last)
    {
        Some(Gender::Male)
    } else if daughter || ends(&["овна", "евна", "ична", "ишна"]) {
        Some(Gender::Female)
    } else {
        None
    }
}

pub(super) fn by_surname(low: &str) -> Option<Gender> {
    let bearers_of_both = listed(FOREIGN_OV_IN, low) || listed(NOUNS_OVA_INA, low);
    if low.chars().count() < 5 || bearers_of_both {
        return None;
    }
    let ends = |list: &[&str]| list.iter().any(|end| low.ends_with(end));
    if ends(&[
        "ова", "ева", "ёва", "ина", "ына", "ская", "цкая", "ая", "яя",
    ]) {
        Some(Gender::Female)
    } else if ends(&["ов", "ев", "ёв", "ин", "ын"]) {
        // «Штейн» and «Грин» are borne by women too.
        (!one_syllable(low) || low == "львов").then_some(Gender::Male)
    } else if ends(&[
        "ский", "цкий", "ской", "цкой", "ый", "щий", "кий", "хий", "ший",
    ]) {
        Some(Gender::Male)
    } else {
        None
    }
}

/// Whether the ending is one that surnames have and first names don't, of either gender.
pub(super) fn looks_like_surname(low: &str) -> bool {
    by_surname(low).is_some()
        || low.chars().count() > 4
            && [
                "енко",
                "ейко",
                "чук",
                "щук",
                "юк",
                "дзе",
                "швили",
                "ян",
                "янц",
                "янс",
                "ских",
                "цких",
                "ых",
                "вич",
                "ман",
                "берг",
                "штейн",
                "айте",
                "ене",
                "юте",
            ]
            .iter()
            .any(|end| low.ends_with(end))
}
