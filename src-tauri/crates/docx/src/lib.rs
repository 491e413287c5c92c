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

mod blocks;
mod frame;
mod package;
mod pictures;
mod props;
mod runs;
mod xml;

use blocks::Writer;
use thiserror::Error;

/// The media type of what [`docx`] gives.
pub const MEDIA_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Why a document could not be written.
#[derive(Debug, Error)]
pub enum DocxError {
    /// XML could not be written.
    #[error("XML: {0}")]
    Xml(#[from] std::io::Error),
    /// The parts could not be packed.
    #[error("packing: {0}")]
    Pack(#[from] zip::result::ZipError),
}

/// Writes the document as a DOCX file. Pictures that can't be read are left
/// out: the words are worth more than the logo.
///
/// # Errors
/// [`DocxError`], which nothing in a document itself brings about.
pub fn docx(document: &press::Document) -> Result<Vec<u8>, DocxError> {
    let mut writer = Writer::new(document);
    writer.opening(document)?;
    let (text, end) = document
        .body
        .split_at(document.body.len().saturating_sub(1));
    writer.blocks(text, blocks::Place::TOP)?;
    writer.blocks(end, blocks::Place::END)?;
    writer.closing(document)?;
    package::pack(document, writer.finish()?)
}
