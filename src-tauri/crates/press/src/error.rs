//! Why a document can't be printed.

use crate::pictures::PictureError;
use drawing::DrawingError;

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
    /// The program that draws pages is missing; holds where it is looked for, and what to do.
    #[error("{0}")]
    NoDrawing(String),
    /// The system does not start the program that draws pages; holds what it said.
    #[error("{0}")]
    DrawingNotStarted(String),
    /// The program that draws pages is of another version than this one; holds what to do.
    #[error("{0}")]
    DrawingOutdated(String),
}

impl From<DrawingError> for PressError {
    fn from(error: DrawingError) -> Self {
        match error {
            DrawingError::NoProgram(_) => Self::NoDrawing(error.to_string()),
            DrawingError::NotStarted { .. } => Self::DrawingNotStarted(error.to_string()),
            DrawingError::OtherVersion(_) => Self::DrawingOutdated(error.to_string()),
            DrawingError::Refused(_)
            | DrawingError::BrokeOff
            | DrawingError::Overtime
            | DrawingError::Nonsense
            | DrawingError::TooLarge => Self::Pdf(error.to_string()),
        }
    }
}
