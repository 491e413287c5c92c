//! How lines stand between the edges of their column.

/// How a block's lines stand between its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    /// Flush with both edges, but for the last line.
    #[default]
    Justified,
    /// Flush left, ragged right.
    Left,
    /// Flush right, ragged left: names of signers.
    Right,
    /// In the middle, ragged on both sides.
    Centre,
}

impl Align {
    /// The same for text that isn't spread, as in a table's cells: justified becomes
    /// left.
    #[must_use]
    pub fn ragged(self) -> Self {
        match self {
            Self::Justified | Self::Left => Self::Left,
            Self::Right => Self::Right,
            Self::Centre => Self::Centre,
        }
    }
}
