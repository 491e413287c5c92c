//! Pictures: others' PNG and JPEG files made into what a page can show, or
//! refused. A photograph's scan is kept as it is where it can be; what a camera
//! notes about place, time and owner never goes into a letter.

pub(crate) mod bitmap;
pub(crate) mod cache;
mod decoding;
mod error;
mod jpeg;
mod line_art;
pub(crate) mod photograph;
mod predictors;
mod print_ready;
pub(crate) mod reading;
mod resampling;

pub use error::PictureError;
pub use print_ready::{print_ready, redrawn};
pub use reading::{dimensions, whole_picture};
