//! Patterns over folded text, written in the program and built when first used.

use super::folded::folded;
use regex::Regex;
use std::sync::OnceLock;

/// A regular expression of the program's own. One that does not build finds
/// nothing; the test of each rule shows that its patterns do.
pub struct Pattern {
    parts: &'static [&'static str],
    built: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern in one or more parts, which are put together as they stand.
    pub const fn new(parts: &'static [&'static str]) -> Self {
        Self {
            parts,
            built: OnceLock::new(),
        }
    }

    /// The expression itself, for captures.
    pub fn regex(&self) -> Option<&Regex> {
        let built = || Regex::new(&self.parts.concat()).ok();
        self.built.get_or_init(built).as_ref()
    }

    /// Whether it fits anywhere in a text that is folded already.
    pub fn fits(&self, folded: &str) -> bool {
        self.regex().is_some_and(|p| p.is_match(folded))
    }

    /// Every place in a text, in `char`s.
    pub fn places(&self, text: &str) -> Vec<(u32, u32)> {
        let Some(pattern) = self.regex() else {
            return Vec::new();
        };
        let low = folded(text);
        pattern
            .find_iter(&low)
            .map(|hit| (chars(&low, hit.start()), chars(&low, hit.end())))
            .collect()
    }

    /// The first place in a text, in `char`s.
    pub fn place(&self, text: &str) -> Option<(u32, u32)> {
        let low = folded(text);
        let hit = self.regex()?.find(&low)?;
        Some((chars(&low, hit.start()), chars(&low, hit.end())))
    }
}

/// How many `char`s stand before that byte.
pub fn chars(text: &str, byte: usize) -> u32 {
    let head = text.get(..byte).unwrap_or(text);
    u32::try_from(head.chars().count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_of_the_text_as_it_was_written() {
        static DAY: Pattern = Pattern::new(&[r"\d{1,2} ", "(?:мая|июня)"]);
        assert_eq!(DAY.places("Ещё 3 Мая и 14\u{a0}июня"), [(4, 9), (12, 19)]);
        assert_eq!(DAY.place("Ещё 3 Мая"), Some((4, 9)));
        assert!(DAY.fits("3 мая") && !DAY.fits("3 марта"));
        static BROKEN: Pattern = Pattern::new(&["("]);
        assert!(BROKEN.places("(").is_empty() && BROKEN.place("(").is_none());
    }
}
