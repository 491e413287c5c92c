//! The QR code of a letter.

/// A QR code at the bottom right of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// What it says; at most [`MAX_CODE`] bytes.
    pub text: String,
    /// What it is, for those who can't see it.
    pub alt: String,
    /// What it is for, beside it in small type; none when empty.
    pub caption: String,
}

/// The greatest length of a code's text, bytes: more would make modules too
/// small for a telephone's camera.
pub const MAX_CODE: usize = 1000;
