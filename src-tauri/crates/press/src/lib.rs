//! A small typesetter. It knows paragraphs, tables, pictures and the frame of
//! a formal letter; it knows no complaint.
//!
//! Its stages, each pure: [`model`] → `normalise` → `paragraph` and `breaker`
//! → `layout` → `paginate` → [`display`] → `pdf`. No stage reads a clock, a
//! locale or a file; the same document gives the same bytes everywhere.

mod breaker;
pub mod display;
mod figure;
pub mod fonts;
mod frame;
mod hyphenation;
mod join;
mod layout;
mod line;
pub mod model;
mod normalise;
mod notes;
mod paginate;
mod paragraph;
mod pdf;
mod picture;
mod places;
mod raster;
pub mod readback;
mod set;
mod sheet;
mod spoken;
mod strangers;
mod table;
mod tidied;

pub use display::{Notice, Typeset};
pub use frame::enclosure_word;
pub use join::{AttachedFile, Joined, Part, join};
pub use model::*;
pub use paragraph::as_set;
pub use picture::{MAX_PIXELS, MAX_SIDE, PictureError, bare, dimensions};
pub use places::{PlacedLine, PlacedPage, places};
pub use raster::Raster;
pub use set::{Press, PressError, Printed, print, set, shared};
pub use sheet::{BoxLine, Mark, SMALLEST, Sheet, Sheets, TextBox};
pub use spoken::{foreign, other};
pub use strangers::page_count;
pub use tidied::tidied;
