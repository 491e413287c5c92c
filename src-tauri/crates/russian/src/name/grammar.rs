//! The grammar of names: gender, case, and the parts of a name.

use serde::{Deserialize, Serialize};
use std::str::FromStr;
use ts_rs::TS;

/// Grammatical gender of a person's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Gender {
    /// «Уважаемый»
    #[serde(rename = "m")]
    Male,
    /// «Уважаемая»
    #[serde(rename = "f")]
    Female,
}

/// The six cases of Russian grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Case {
    /// Именительный: кто?
    Nominative,
    /// Родительный: от кого?
    Genitive,
    /// Дательный: кому?
    Dative,
    /// Винительный: кого?
    Accusative,
    /// Творительный: кем?
    Instrumental,
    /// Предложный: о ком?
    Prepositional,
}

impl Case {
    /// All six, in the order of the grammar.
    pub const ALL: [Self; 6] = [
        Self::Nominative,
        Self::Genitive,
        Self::Dative,
        Self::Accusative,
        Self::Instrumental,
        Self::Prepositional,
    ];
}

/// A part of a person's full name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Фамилия: «Соколова», «Салтыков-Щедрин».
    Last,
    /// Имя: «Марина», «Анна-Мария».
    First,
    /// Отчество: «Львовна», «Мамед оглы».
    Middle,
}

/// A word that names none of the expected values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("unknown word")]
pub struct UnknownWord;

impl FromStr for Gender {
    type Err = UnknownWord;

    /// Reads «m» and «f».
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        match word {
            "m" => Ok(Self::Male),
            "f" => Ok(Self::Female),
            _ => Err(UnknownWord),
        }
    }
}

impl FromStr for Case {
    type Err = UnknownWord;

    /// Reads «nom gen dat acc ins pre» and the full English names.
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        Ok(match word {
            "nom" | "nominative" => Self::Nominative,
            "gen" | "genitive" => Self::Genitive,
            "dat" | "dative" => Self::Dative,
            "acc" | "accusative" => Self::Accusative,
            "ins" | "instrumental" => Self::Instrumental,
            "pre" | "prepositional" => Self::Prepositional,
            _ => return Err(UnknownWord),
        })
    }
}

impl FromStr for Part {
    type Err = UnknownWord;

    /// Reads «last first middle».
    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        match word {
            "last" => Ok(Self::Last),
            "first" => Ok(Self::First),
            "middle" => Ok(Self::Middle),
            _ => Err(UnknownWord),
        }
    }
}
