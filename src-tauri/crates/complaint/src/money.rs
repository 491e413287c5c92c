//! Sums of roubles, kept in kopecks.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;
use thiserror::Error;
use ts_rs::TS;

/// A non-negative sum in kopecks. On the wire it is a string with two
/// decimals (`"4590.00"`), so that no reader rounds it through a float.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, TS)]
#[ts(type = "string")]
pub struct Money(i64);

/// Why a text is not a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum MoneyError {
    /// Not digits with at most two decimals.
    #[error("not a sum")]
    NotASum,
    #[error("a sum can't be negative")]
    Negative,
    /// Above 9 999 999 999 999.99, which is a typing slip in a small business.
    #[error("the sum is too large")]
    TooLarge,
}

/// What people write behind a sum, the longer before what it begins with.
pub const ROUBLE_WORDS: &[&str] = &["рублей", "рубля", "рубль", "руб.", "руб", "р.", "р", "₽"];

/// What stands before the part of a number that is less than one.
pub const DECIMAL_SIGNS: [char; 2] = [',', '.'];
/// The most digits behind it.
pub const DECIMALS: usize = 2;

/// The largest sum, in kopecks.
const CEILING_KOPECKS: i64 = 999_999_999_999_999;

impl Money {
    /// The largest sum there is.
    pub const CEILING: Self = Self(CEILING_KOPECKS);

    /// A sum of that many kopecks.
    ///
    /// # Errors
    /// [`MoneyError::Negative`] below zero, [`MoneyError::TooLarge`] above the ceiling.
    pub fn from_kopecks(kopecks: i64) -> Result<Self, MoneyError> {
        if kopecks < 0 {
            Err(MoneyError::Negative)
        } else if kopecks > CEILING_KOPECKS {
            Err(MoneyError::TooLarge)
        } else {
            Ok(Self(kopecks))
        }
    }

    /// The sum in kopecks.
    pub fn kopecks(self) -> i64 {
        self.0
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads what people type: `4590`, `4 590,5`, `4590.00`, with any kind of
    /// space between the digits and an optional rouble word or sign behind.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim();
        if text.starts_with(['-', '−']) {
            return Err(MoneyError::Negative);
        }
        let text = ROUBLE_WORDS
            .iter()
            .find_map(|tail| text.strip_suffix(tail))
            .unwrap_or(text);
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let (whole, part) = plain
            .split_once(DECIMAL_SIGNS)
            .map_or((plain.as_str(), ""), |(whole, part)| (whole, part));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(part) || part.len() > DECIMALS {
            return Err(MoneyError::NotASum);
        }
        if whole.len() > 13 {
            return Err(MoneyError::TooLarge);
        }
        let roubles: i64 = whole.parse().map_err(|_| MoneyError::TooLarge)?;
        let kopecks: i64 = format!("{part:0<DECIMALS$}")
            .parse()
            .map_err(|_| MoneyError::NotASum)?;
        Self::from_kopecks(roubles * 100 + kopecks)
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?
            .parse()
            .map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_printed_reads_back(kopecks in 0..=CEILING_KOPECKS) {
            let sum = Money::from_kopecks(kopecks).unwrap();
            prop_assert_eq!(sum.to_string().parse::<Money>().unwrap(), sum);
        }

        #[test]
        fn no_text_panics(text in ".{0,40}") {
            let _ = text.parse::<Money>();
        }
    }

    #[test]
    fn reads_what_people_type() {
        for (typed, kopecks) in [
            ("4590", 459_000),
            ("4 590,5", 459_050),
            ("4\u{a0}590.05 ₽", 459_005),
            ("68 000 руб.", 6_800_000),
        ] {
            assert_eq!(
                typed.parse::<Money>().unwrap().kopecks(),
                kopecks,
                "{typed}"
            );
        }
        for wrong in ["", "-5", "1.234", "12a", "1,2,3", "99999999999999"] {
            assert!(wrong.parse::<Money>().is_err(), "{wrong}");
        }
    }
}
