//! Other forms of an answer.

pub(crate) mod stored;
