//! A small typesetter. It knows paragraphs, tables, pictures and the frame of
//! a formal letter; it knows no complaint.

pub mod model;

pub use model::*;
