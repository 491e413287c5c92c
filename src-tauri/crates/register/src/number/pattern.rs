//! Number patterns taken apart.

use crate::error::{RegisterError, Result};

/// A number pattern taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    Year,
    Counting(usize),
}

impl Pattern {
    /// Takes `{year}`, `{n}` and `{n:4}` apart from the words around them.
    ///
    /// # Errors
    /// [`RegisterError::Pattern`] without a counting number, with other braces,
    /// with control characters, or longer than 60 characters.
    pub(crate) fn parse(pattern: &str) -> Result<Self> {
        let wrong = || RegisterError::Pattern(pattern.to_owned());
        if pattern.chars().count() > 60 || pattern.chars().any(char::is_control) {
            return Err(wrong());
        }
        let mut parts = Vec::new();
        let mut rest = pattern;
        while !rest.is_empty() {
            let Some(open) = rest.find(['{', '}']) else {
                parts.push(Part::Words(rest.to_owned()));
                break;
            };
            if open > 0 {
                parts.push(Part::Words(rest[..open].to_owned()));
            }
            let close = rest[open..].find('}').ok_or_else(wrong)? + open;
            match &rest[open..=close] {
                "{year}" => parts.push(Part::Year),
                "{n}" => parts.push(Part::Counting(1)),
                other => {
                    let width = other
                        .strip_prefix("{n:")
                        .and_then(|tail| tail.strip_suffix('}'))
                        .and_then(|digits| digits.parse::<usize>().ok())
                        .filter(|width| (1..=12).contains(width))
                        .ok_or_else(wrong)?;
                    parts.push(Part::Counting(width));
                }
            }
            rest = &rest[close + 1..];
        }
        if parts.iter().any(|p| matches!(p, Part::Counting(_))) {
            Ok(Self { parts })
        } else {
            Err(wrong())
        }
    }

    /// The year a counting belongs to: 0 where the pattern does not show the
    /// year, for then starting anew would give numbers twice.
    pub(crate) fn counting_year(&self, year: i32) -> i32 {
        if self.parts.contains(&Part::Year) {
            year
        } else {
            0
        }
    }

    pub(crate) fn write(&self, year: i32, counted: i64) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) => out.push_str(words),
                Part::Year => out.push_str(&year.to_string()),
                Part::Counting(width) => out.push_str(&format!("{counted:0width$}")),
            }
        }
        out
    }
}

/// The first number that a pattern gives in a year, to show how numbers will look.
///
/// # Errors
/// [`RegisterError::Pattern`] for a pattern that gives no number.
pub fn first_number(pattern: &str, year: i32) -> Result<String> {
    Ok(Pattern::parse(pattern)?.write(year, 1))
}

/// Whether the numbers of a pattern start anew each year: they do where the year is shown.
///
/// # Errors
/// [`RegisterError::Pattern`] for a pattern that gives no number.
pub fn starts_anew(pattern: &str) -> Result<bool> {
    Ok(Pattern::parse(pattern)?.parts.contains(&Part::Year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_taken_apart_and_wrong_ones_refused() {
        for (pattern, number) in [
            ("ВХ-{year}/{n:4}", "ВХ-2026/0007"),
            ("{n}", "7"),
            ("{n:2}-{n:3}/{year}", "07-007/2026"),
        ] {
            assert_eq!(Pattern::parse(pattern).unwrap().write(2026, 7), number);
        }
        for wrong in [
            "", "ВХ", "{year}", "{n", "n}", "{n:0}", "{n:99}", "{x}{n}", "{n}\n",
        ] {
            assert!(Pattern::parse(wrong).is_err(), "{wrong}");
        }
    }
}
