//! A letter for a word processor: the model that `press` sets, written as a
//! DOCX file with the same content in the same order.
//!
//! The few parts of WordprocessingML that a letter needs are written here with
//! `quick-xml` and packed with `zip`. The crates that build whole DOCX files
//! bring a second image decoder and their own picture of a document, and none
//! of them writes first-page headers, repeated table heads and language tags
//! together, which is most of what a letter asks for.
//!
//! No clock: times come with the document. The same document gives the same
//! bytes.

mod body;
mod error;
mod frame;
mod package;
mod units;
mod xml;

use body::blocks::blocks;
use body::nesting::Nesting;
use body::state::Body;
use frame::above_text::above_text;
use frame::below_text::below_text;

pub use error::DocxError;

/// Writes the document as a DOCX file. Pictures that can't be read are left
/// out: the words are worth more than the logo.
///
/// # Errors
/// [`DocxError`], which nothing in a document itself brings about.
pub fn docx(document: &press::Document) -> Result<Vec<u8>, DocxError> {
    let mut body = Body::new(document);
    above_text(&mut body, document)?;
    let (text, end) = document
        .body
        .split_at(document.body.len().saturating_sub(1));
    blocks(&mut body, text, Nesting::TOP)?;
    blocks(&mut body, end, Nesting::END)?;
    below_text(&mut body, document)?;
    package::packing::pack(document, body.finish())
}
