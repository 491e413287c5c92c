//! The frame of a letter: what stands above the text and below it, where print has
//! it. What print sets side by side stands in tables without rules.

pub(crate) mod above_text;
pub(crate) mod below_text;
mod letterhead;
mod receipt;
mod signature;
mod small_type;
