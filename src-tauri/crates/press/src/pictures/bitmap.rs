//! A picture as the PDF holds it.

/// How a picture's samples are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// Deflated (zlib), with PNG predictors.
    Deflated,
    Jpeg,
}

/// A picture ready for the page.
#[derive(Debug)]
pub struct Bitmap {
    pub(crate) width: u32,
    pub(crate) height: u32,
    /// Whether a sample is one grey byte (else three: red, green, blue).
    pub(crate) grey: bool,
    pub(crate) encoding: Encoding,
    /// The stream's bytes, encoded.
    pub(crate) samples: Vec<u8>,
    /// Opacity, one byte a sample, deflated with PNG predictors.
    pub(crate) opacity: Option<Vec<u8>>,
}
