//! The display list as a PDF that keeps PDF/A-2a (with files inside it, PDF/A-3a)
//! and PDF/UA-1; the same input gives the same bytes.
//!
//! printpdf writes the content streams. Everything around them is made here with
//! lopdf, which it rests on, because it can't make it as those standards ask, or not
//! twice alike (0.12.8):
//!
//! - Fonts: it embeds whole files unless its layout engine is built in, codes are
//!   glyph ids, so one glyph can't read as two characters (a hyphen, and one that was
//!   added at a line's end), and widths are cut to whole numbers.
//! - Pictures: it packs decoded samples, so a photograph's scan is lost; what it
//!   passes through as an external stream has its keys in another order, which makes
//!   other bytes and gains nothing.
//! - Structure: its catalogue and pages have no tree, no `/MarkInfo`, no `/Lang`, no
//!   `/StructParents`.
//! - Metadata: its XMP names PDF/X only and has no place for PDF/A's and PDF/UA's
//!   marks; its output intent is a printer's CMYK profile under a key that PDF/A
//!   doesn't know; Info has fields that XMP doesn't.
//! - `/ID` is random.

pub(crate) mod attachments;
mod boxes;
mod content;
pub(crate) mod fonts;
mod icc;
pub(crate) mod identity;
mod images;
mod links;
pub(crate) mod objects;
mod roles;
mod structure;
mod unhinted;
pub(crate) mod writing;
mod xmp;
