//! A small typesetter. It knows paragraphs, tables, pictures and the frame of
//! a formal letter; it knows no complaint.
//!
//! Its rooms, each leaning only on those before it: `model` (what is to be set) →
//! `text` (words cleaned, normalised, hyphenated) and `fonts` (words shaped) →
//! `lines` (paragraphs broken) → `layout` and `letter_frame` (blocks set, cut into
//! pages) → [`page`] (the display list) → `pdf` (the file); `finished` is what is done
//! with files. No stage reads a clock, a locale or a file; the same document gives
//! the same bytes everywhere.

mod deflate;
mod error;
mod finished;
mod fonts;
mod layout;
mod letter_frame;
mod lines;
mod model;
pub mod page;
mod pdf;
mod pictures;
mod press;
pub mod sizes;
mod text;
mod units;
pub mod words;

pub use error::PressError;
pub use finished::binding::{Bound, Part, bind};
pub use finished::closing::{CloseRules, ClosedPage, PictureArea, closed_pages, closed_picture};
pub use finished::raster::Raster;
pub use finished::readback;
pub use finished::text_lines::{TextLine, TextPage, text_lines};
pub use finished::untrusted::page_count;
pub use fonts::faces::{FaceId, advance_of};
pub use fonts::shaping::Reads;
pub use model::*;
pub use page::display_list::{Typeset, Warning};
pub use pictures::{PictureError, dimensions, print_ready, redrawn, whole_picture};
pub use press::{Press, Printed, print, shared, typeset};
pub use text::foreign::foreign_runs;
pub use text::normalise::{as_set, normalised};
pub use text::unset::unset;
pub use words::enclosure_word;
