//! Why a document can't be printed.

use crate::pictures::PictureError;

/// Why a document can't be printed. Text is never a reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// A picture can't be used.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The code's text is too long.
    #[error("the code's text is longer than {} bytes", crate::model::MAX_CODE)]
    Code,
    /// The file can't be written or read; holds what the reader or writer said.
    #[error("the PDF can't be made: {0}")]
    Pdf(String),
}
