//! Pictures as they come, with words for those who can't see them.

/// A picture's bytes and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Picture {
    /// A PNG or a JPEG file.
    pub bytes: Vec<u8>,
    /// What it shows, for those who can't see it. Empty gets a general word.
    pub alt: String,
    /// Greatest width in tenths of a millimetre; absent: as its place allows.
    pub width_tenths: Option<u32>,
}

impl Picture {
    /// A picture as wide as its place allows.
    pub fn new(bytes: Vec<u8>, alt: impl Into<String>) -> Self {
        Self {
            bytes,
            alt: alt.into(),
            width_tenths: None,
        }
    }
    /// The same, at most `mm` wide.
    #[must_use]
    pub fn width_mm(mut self, mm: f32) -> Self {
        self.width_tenths = Some((mm.clamp(0.1, 2000.0) * 10.0) as u32);
        self
    }
}
