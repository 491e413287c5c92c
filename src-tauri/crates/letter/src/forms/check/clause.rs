//! Clauses of a text, the least that says one thing.

use super::place::folded;

/// A clause: folded words, and where they begin in the text, in `char`s.
pub struct Clause {
    /// In `char`s of the text.
    pub start: usize,
    pub text: String,
}

impl Clause {
    /// One past its last character.
    pub fn end(&self) -> usize {
        self.start + self.text.chars().count()
    }
}

/// Clauses from stop to stop, a semicolon being one. A full stop behind a
/// short word ends none unless a capital follows.
pub fn clauses(text: &str) -> Vec<Clause> {
    let chars: Vec<char> = text.chars().collect();
    let low: Vec<char> = folded(text).chars().collect();
    let mut out = Vec::new();
    let mut start = 0;
    for (at, &c) in chars.iter().enumerate() {
        let next = chars[at + 1..].iter().find(|c| !c.is_whitespace());
        let gap = chars.get(at + 1).is_none_or(|c| c.is_whitespace());
        let stops = match c {
            ';' | '\n' | '!' | '?' => true,
            '.' => gap && next.is_none_or(|c| c.is_uppercase() || *c == '(' || *c == '«'),
            _ => false,
        };
        if stops || at + 1 == chars.len() {
            let end = if stops { at } else { at + 1 };
            let text: String = low.get(start..end).unwrap_or_default().iter().collect();
            if !text.trim().is_empty() {
                out.push(Clause { start, text });
            }
            start = at + 1;
        }
    }
    out
}
