//! Pages before they become a file: the display list and the structure its items
//! belong to.

pub mod display_list;
pub mod structure;
