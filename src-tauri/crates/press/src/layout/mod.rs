//! From blocks to pages: blocks are set as slugs of one long column, and the
//! column is cut into pages.

pub(crate) mod blocks;
mod column_widths;
pub(crate) mod composition;
pub(crate) mod endnotes;
pub(crate) mod figure;
pub(crate) mod fixed_pages;
mod note_references;
pub(crate) mod pagination;
pub(crate) mod slug;
mod table;
