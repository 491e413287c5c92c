//! Believable cases for the tests.
// The tests in the crate use others of them than those out here.
#![allow(dead_code, clippy::unwrap_used)]

mod case;
mod letters;
mod ready;

pub use case::*;
pub use letters::*;
pub use ready::*;
