//! The command line, run as a script would run it.
//!
//! One program for all of them: linking is what tests cost most.

mod clock;
mod clocks;
mod erasure;
mod failures;
mod handed_on;
mod help;
mod killed;
mod letter_rooms;
mod locking;
mod mailboxes;
mod matrix;
mod office_day;
mod oracles;
mod public;
mod steps;
mod terminal;
