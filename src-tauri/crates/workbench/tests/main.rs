//! The lint and the program.
//!
//! One program for all of them: linking is what tests cost most.

mod fuzz;
mod joined;
mod lint;
mod program;
