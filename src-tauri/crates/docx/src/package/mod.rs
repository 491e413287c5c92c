//! The package: parts around the text, and the ZIP file that holds them all.

mod margins;
mod namespaces;
mod numbering;
pub(crate) mod packing;
mod properties;
mod relations;
mod styles;
mod text;
