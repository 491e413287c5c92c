//! What comes out of the press.
//!
//! One program for all of them: linking is what tests cost most.

mod anything;
mod closing;
mod extras;
mod margins;
mod page_counts;
mod pictures;
mod print;
mod public;
mod quarters;
mod room;
mod spacing;
mod untrusted;
