//! How the type of a run differs from the body's.

/// How the type of a run differs from the body's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct CharacterStyle {
    /// Size against the body's.
    pub scale: f32,
    pub bold: bool,
    pub italic: bool,
}

impl CharacterStyle {
    /// The body's own: regular, upright, of its size.
    pub const BODY: Self = Self {
        scale: 1.0,
        bold: false,
        italic: false,
    };

    /// The body's, larger or smaller.
    pub fn scaled(scale: f32) -> Self {
        Self {
            scale,
            ..Self::BODY
        }
    }

    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}
