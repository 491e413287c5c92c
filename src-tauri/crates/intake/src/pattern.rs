//! Patterns of this room's own tables.

use regex::Regex;

/// A pattern of a table.
///
/// # Panics
/// On a slip in the table; every table is compiled by the tests.
pub(crate) fn pattern(text: &str) -> Regex {
    Regex::new(text).expect("a pattern of the tables compiles")
}
