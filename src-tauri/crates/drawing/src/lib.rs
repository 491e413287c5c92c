//! Pages of PDFs as pictures, drawn by a program of their own: `otvet-pages`.
//!
//! A PDF is the largest thing that strangers send, and what draws it is the largest reader of the program. So
//! it is drawn in another process, which gets the bytes of one file and gives back points. That process has a
//! cleared environment, no file but its three channels, and no way to open another one; its memory and its time
//! are bounded where the system bounds them (Linux: `otvet-pages` sets its own limits before it reads anything),
//! and its time is watched from here on every system. It ends with its input, so also when this process is killed.
//!
//! Rooms: [`shades`] (points told with few bytes) → [`protocol`] (what is said) → `program` (the process) →
//! [`Drawable`] (a file whose pages can be asked for).

mod drawable;
mod error;
mod limits;
mod permits;
mod program;
pub mod protocol;
pub mod shades;

pub use drawable::{Drawable, MOST_AT_ONCE, MOST_OF_A_FILE};
pub use error::DrawingError;
pub use limits::Limits;
