//! The papers of a case put together for those outside: one PDF, a folder, files for a court or the post.

pub(crate) mod closed_words;
pub(crate) mod closing;
pub(crate) mod course;
pub(crate) mod filing;
pub(crate) mod folder;
pub(crate) mod gathered;
pub(crate) mod laying_down;
pub(crate) mod make;
pub(crate) mod one_file;
pub(crate) mod page;
pub(crate) mod piece;
pub(crate) mod printing;
pub(crate) mod values;

pub use laying_down::bundle_write;
pub use make::{bundle_look, bundle_make, bundle_name};
pub use values::{
    Bundle, BundleContent, BundleFile, BundleForm, BundleLine, BundleMake, BundleNote, BundlePaper,
    BundleView, ExhibitRedaction, ExhibitShown, Redaction, SheetArea,
};
