//! What is done with finished files: they are joined, counted, read back, drawn.

pub(crate) mod binding;
pub(crate) mod closing;
mod disarming;
pub(crate) mod joining;
mod others_pages;
mod outline;
mod picture_page;
pub(crate) mod raster;
pub mod readback;
pub(crate) mod text_lines;
pub(crate) mod untrusted;
