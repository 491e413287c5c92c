//! Russian as an office writes it: search normal form, sums in words, plural forms, dates,
//! case endings of names and posts, and the check digits of requisites.
//!
//! Nothing here knows what a complaint is, and nothing here reads a clock, a file or a locale:
//! every function is a pure function of its arguments and none of them panics on any input.

pub mod amount;
pub mod date;
mod homoglyphs;
pub mod name;
mod plural;
pub mod requisites;
pub mod spelled;
pub mod stem;

pub use homoglyphs::cyrillic_homoglyph;
pub use plural::plural;
