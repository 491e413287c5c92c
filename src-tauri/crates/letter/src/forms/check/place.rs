//! Places in the parts of a form.

use crate::check::Place;
use crate::forms::form::Form;
use crate::words::folded;
use crate::words::pattern::chars;
use regex::Regex;

/// A place in a part of a form, in `char`s.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartPlace {
    pub part: usize,
    pub start: u32,
    /// One past its last.
    pub end: u32,
}

impl PartPlace {
    /// A place given in `char`s.
    pub fn chars(part: usize, from: usize, to: usize) -> Self {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self {
            part,
            start: count(from),
            end: count(to),
        }
    }

    /// A place given in bytes of `text`.
    pub fn bytes(part: usize, text: &str, from: usize, to: usize) -> Self {
        Self {
            part,
            start: chars(text, from),
            end: chars(text, to),
        }
    }
}

impl Form {
    /// The place as findings name it: by the id of the part.
    pub(super) fn place(&self, at: PartPlace) -> Place {
        let id = self.parts.get(at.part).map(|part| part.id.as_str());
        Place::chars(id, (at.start, at.end))
    }
}

/// Folded text in which every dash is one sign, for lists use them alike.
pub fn folded(text: &str) -> String {
    folded::folded(text).replace('–', "—")
}

/// Places where a pattern over the folded text fits.
pub fn places(part: usize, text: &str, pattern: &Regex) -> Vec<PartPlace> {
    let low = folded(text);
    pattern
        .find_iter(&low)
        .map(|hit| PartPlace::bytes(part, &low, hit.start(), hit.end()))
        .collect()
}
