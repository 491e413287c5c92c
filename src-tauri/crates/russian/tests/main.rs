//! Names, stems and marks against published tables.
//!
//! One program for all of them: linking is what tests cost most.

mod names;
mod oracles;
mod tracking;
mod traders;
