//! Register numbers: patterns, counting, and finding by what is typed.

pub(crate) mod counting;
pub(crate) mod find;
pub(crate) mod pattern;
pub(crate) mod typed;
pub(crate) mod year;
