//! Counting, the law packs and what they cite.
//!
//! One program for all of them: linking is what tests cost most.

mod citations;
mod counting;
mod exposure;
mod law;
mod pack_texts;
mod packs;
mod pauses;
mod vignettes;
