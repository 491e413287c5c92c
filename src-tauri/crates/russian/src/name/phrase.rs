//! Noun phrases in the nominative: agreeing adjectives and the noun they lead to.

use crate::name::grammar::{Case, Gender};
use crate::name::nouns::NOUN;
use crate::name::paradigm::{
    A_HARD, A_HUSHING, A_TS, A_VELAR, ADJ_AYA, ADJ_AYA_HUSHING, ADJ_KIJ, ADJ_NEUTER,
    ADJ_NEUTER_KIJ, ADJ_NEUTER_SOFT, ADJ_SOFT, ADJ_YAYA, ADJ_YJ, IY_NOUN, IYA, NEUTER_IE, NEUTER_O,
    NEUTER_SHCHE, Paradigm, THIRD, YA, YA_STRESSED,
};
use crate::name::tables::find;
use crate::name::word::{apply, listed};

/// The gender of a noun, which its adjectives follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Agreement {
    Masculine,
    Feminine,
    Neuter,
}

/// How an adjective in the nominative singular declines; `None` for any other word.
pub(super) fn adjective(low: &str) -> Option<(Agreement, &'static Paradigm)> {
    use Agreement::{Feminine, Masculine, Neuter};
    if low.chars().count() < 4 {
        return None;
    }
    let before = low.chars().rev().nth(2)?;
    let velar = matches!(before, 'г' | 'к' | 'х');
    let hushing = matches!(before, 'ж' | 'ш' | 'ч' | 'щ');
    let ending = low.char_indices().rev().nth(1).map(|(at, _)| &low[at..])?;
    Some(match ending {
        "ый" => (Masculine, &ADJ_YJ),
        "ой" if low.chars().count() < 5 || listed(NOUNS_OJ, low) => return None,
        "ой" if velar || hushing => (Masculine, &ADJ_KIJ),
        "ой" => (Masculine, &ADJ_YJ),
        "ий" if velar => (Masculine, &ADJ_KIJ),
        "ий" if hushing || before == 'н' => (Masculine, &ADJ_SOFT),
        "ая" if hushing => (Feminine, &ADJ_AYA_HUSHING),
        "ая" => (Feminine, &ADJ_AYA),
        "яя" => (Feminine, &ADJ_YAYA),
        "ое" if velar || hushing => (Neuter, &ADJ_NEUTER_KIJ),
        "ое" => (Neuter, &ADJ_NEUTER),
        "ее" => (Neuter, &ADJ_NEUTER_SOFT),
        _ => return None,
    })
}

/// Nouns in -ой.
const NOUNS_OJ: &str = "герой ковбой китобой зверобой конвой плейбой";

/// Feminine nouns with the stress on -жа, -ша.
const STRESSED_HUSHING: &str = "госпожа ханжа";
const STRESSED_YA: &str = "судья швея";

/// How a noun of this gender declines; `None` when its ending is not one of the gender's.
pub(super) fn noun(low: &str, of: Agreement) -> Option<&'static Paradigm> {
    match of {
        Agreement::Masculine if low.ends_with("ий") => Some(&IY_NOUN),
        Agreement::Masculine => find(NOUN, low, Gender::Male),
        Agreement::Neuter if low.ends_with("ие") => Some(&NEUTER_IE),
        Agreement::Neuter if low.ends_with('о') => Some(&NEUTER_O),
        Agreement::Neuter => low.ends_with("ще").then_some(&NEUTER_SHCHE),
        Agreement::Feminine => a_noun(low),
    }
}

/// A noun in -а, -я or a feminine one in -ь.
fn a_noun(low: &str) -> Option<&'static Paradigm> {
    let mut back = low.chars().rev();
    let (last, before) = (back.next()?, back.next()?);
    Some(match (before, last) {
        ('г' | 'к' | 'х', 'а') => &A_VELAR,
        ('ж' | 'ш' | 'ч' | 'щ', 'а') if listed(STRESSED_HUSHING, low) => &A_VELAR,
        ('ж' | 'ш' | 'ч' | 'щ', 'а') => &A_HUSHING,
        ('ц', 'а') => &A_TS,
        (_, 'а') => &A_HARD,
        ('и', 'я') => &IYA,
        (_, 'я') if listed(STRESSED_YA, low) => &YA_STRESSED,
        (_, 'я') => &YA,
        (_, 'ь') => &THIRD,
        _ => return None,
    })
}

/// A word in a case. What has no life keeps the nominative in the accusative, except feminine words.
pub(super) fn inflect(
    word: &str,
    paradigm: &Paradigm,
    of: Agreement,
    alive: bool,
    case: Case,
) -> String {
    let as_nominative = case == Case::Accusative && !alive && of == Agreement::Masculine;
    if as_nominative {
        word.to_owned()
    } else {
        apply(word, paradigm, case)
    }
}
