//! What is done with finished files: they are bound, counted, read back, drawn.

pub(crate) mod binding;
pub(crate) mod closing;
mod outline;
pub(crate) mod raster;
pub mod readback;
pub(crate) mod text_lines;
pub(crate) mod untrusted;
