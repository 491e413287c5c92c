//! What is to be set: plain values, free of any idea of a page.
//!
//! Lengths are in millimetres, type sizes in points. Text is Unicode; a `\n`
//! inside a text is a forced line break. Nothing here needs to be well
//! behaved: whatever the strings hold, setting them yields pages.

mod align;
mod attachment;
mod block;
mod code;
mod document;
mod fixed;
mod language;
mod letter;
mod page;
mod picture;
mod span;
mod table;

pub use align::Align;
pub use attachment::{Attachment, Relationship};
pub use block::{Block, Marker, Paragraph};
pub use code::{Code, MAX_CODE};
pub use document::{Document, Meta};
pub use fixed::{BoxLine, FixedDocument, FixedPage, PlacedPicture, Rule, SMALLEST_TYPE, TextBox};
pub use language::Language;
pub use letter::{
    Enclosures, Letterhead, LetterheadForm, LogoPlace, PaperTitle, Reference, Signature,
};
pub use page::{Family, PageSetup};
pub use picture::Picture;
pub use span::Span;
pub use table::{Cell, Column, Table, Width};
