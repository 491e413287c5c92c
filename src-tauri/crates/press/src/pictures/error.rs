//! Why a picture is refused.

/// Why a picture is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PictureError {
    /// Neither a PNG nor a JPEG.
    #[error("the picture is neither PNG nor JPEG")]
    Format,
    /// More samples than are taken.
    #[error("the picture is too large")]
    TooLarge,
    /// Its bytes end early or contradict themselves; holds what the reader said.
    #[error("the picture can't be read: {0}")]
    Broken(String),
}

impl From<image::ImageError> for PictureError {
    fn from(error: image::ImageError) -> Self {
        match error {
            image::ImageError::Limits(_) => Self::TooLarge,
            image::ImageError::Decoding(_)
            | image::ImageError::Encoding(_)
            | image::ImageError::Parameter(_)
            | image::ImageError::Unsupported(_)
            | image::ImageError::IoError(_) => Self::Broken(error.to_string()),
        }
    }
}
