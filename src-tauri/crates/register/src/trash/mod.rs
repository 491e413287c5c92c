//! The trash, and its emptying.

pub(crate) mod complaint;
pub(crate) mod empty;
