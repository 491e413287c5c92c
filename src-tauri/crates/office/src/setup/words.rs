//! Words that are spelt right although no dictionary has them: the office's own.

use super::profile::{OfficeInfo, office_info};
use crate::error::{FieldProblem, Result, field};
use crate::office::Office;
use complaint::OfficeProfile;
use register::{By, Op};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Characters of a word; longer ones no dictionary looks up.
const LONGEST: usize = 100;
/// Words that an office may have of its own.
const MOST: usize = 10_000;

/// One word of the office's own, as it is to be spelt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnWord {
    /// In any of its forms: the others are known by it.
    pub word: String,
}

/// The office's own words, in the order of the alphabet.
///
/// # Errors
/// Those of the register.
pub fn own_words(office: &Office) -> Result<Vec<String>> {
    Ok(office.register().profile()?.own_words)
}

/// Takes a word among the office's own; one that is there already is kept once.
///
/// # Errors
/// [`OfficeError::Field`](crate::OfficeError::Field) where it is no single word; those of the register.
pub fn word_add(office: &Office, by: &By, input: &OwnWord) -> Result<OfficeInfo> {
    let word = checked(&input.word)?;
    change(office, by, |words| match words.binary_search(&word) {
        Ok(_) => Ok(false),
        Err(_) if words.len() >= MOST => field("word", FieldProblem::TooMany),
        Err(at) => {
            words.insert(at, word.clone());
            Ok(true)
        }
    })
}

/// Takes a word out of the office's own; one that is not among them is none the less gone.
///
/// # Errors
/// Those of the register.
pub fn word_remove(office: &Office, by: &By, input: &OwnWord) -> Result<OfficeInfo> {
    change(office, by, |words| {
        let before = words.len();
        words.retain(|word| *word != input.word);
        Ok(words.len() < before)
    })
}

/// Changes the list in one change; where it stays as it is, nothing is written.
fn change(
    office: &Office,
    by: &By,
    mut step: impl FnMut(&mut Vec<String>) -> Result<bool>,
) -> Result<OfficeInfo> {
    let mut words = office.register().profile()?.own_words;
    if step(&mut words)? {
        office
            .register()
            .transact(by, Op::OwnWordsChange, |change| {
                let mut profile: OfficeProfile = change.profile()?;
                if step(&mut profile.own_words)? {
                    change.profile_save(&profile)?;
                }
                Ok::<_, crate::OfficeError>(())
            })?;
    }
    office_info(office, by)
}

/// A single word of letters, with hyphens and apostrophes within it.
fn checked(word: &str) -> Result<String> {
    let word = word.trim();
    if word.is_empty() {
        return field("word", FieldProblem::Missing);
    }
    if word.chars().count() > LONGEST {
        return field("word", FieldProblem::TooLong);
    }
    let inner = ['-', '\u{2011}', '\'', '’'];
    let is_word = word
        .chars()
        .all(|c| c.is_alphabetic() || inner.contains(&c))
        && word.starts_with(char::is_alphabetic)
        && word.ends_with(char::is_alphabetic);
    if !is_word {
        return field("word", FieldProblem::NotOneWord);
    }
    Ok(word.to_owned())
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn a_word_is_a_single_one() {
        for (word, kept) in [
            (" фудтрак ", "фудтрак"),
            ("чек-ин", "чек-ин"),
            ("O’Neil", "O’Neil"),
        ] {
            assert_eq!(checked(word).unwrap(), kept);
        }
        for word in [
            "",
            "  ",
            "два слова",
            "-а",
            "п. 4",
            "а\nб",
            &"а".repeat(101),
        ] {
            assert!(checked(word).is_err(), "{word:?}");
        }
    }
}
