//! The body of the text: blocks as paragraphs, runs, tables, drawings.

pub(crate) mod blocks;
pub(crate) mod character_style;
pub(crate) mod nesting;
pub(crate) mod notes;
pub(crate) mod paragraphs;
pub(crate) mod pictures;
pub(crate) mod properties;
mod runs;
pub(crate) mod state;
pub(crate) mod tables;
