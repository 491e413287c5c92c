//! From words to lines: a paragraph is shaped, the best breaks are chosen for
//! all of it at once, and each line becomes runs of glyphs at their places.

pub(crate) mod bidi;
pub(crate) mod breaking;
mod breakpoints;
pub(crate) mod note_marks;
pub(crate) mod paragraph;
pub(crate) mod runs;
pub(crate) mod shaping;
mod too_wide;
