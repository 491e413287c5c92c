//! Mail and pasted text, gentle and hostile.
//!
//! One program for all of them: linking is what tests cost most.

mod fixtures;
mod hostile;
mod kinds;
mod letters;
mod neighbours;
mod public;
mod samples;
