//! Use cases, each over an office of its own.
//!
//! One program for all of them: linking is what tests cost most.

mod bundle;
mod damaged;
mod exhibits;
mod journal;
mod letterhead;
mod posting;
mod sample;
mod signature;
