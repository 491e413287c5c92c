//! Why a document could not be written.

use thiserror::Error;

/// Why a document could not be written.
#[derive(Debug, Error)]
pub enum DocxError {
    /// XML could not be written; holds what the writer said.
    #[error("XML: {0}")]
    Xml(#[from] std::io::Error),
    /// The parts could not be packed into one ZIP file.
    #[error("packing: {0}")]
    Pack(#[from] zip::result::ZipError),
}
