//! What the window may ask for: one file a screen.

pub mod names;
pub mod window;
