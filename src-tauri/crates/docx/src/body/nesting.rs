//! Where blocks stand: within lists and quotations, or on the page itself.

/// Deeper lists are marked like the deepest: the format knows nine levels.
pub(crate) const DEEPEST: usize = 8;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Nesting {
    /// Space at the left, twentieths of a point.
    pub left: i32,
    /// How many lists and quotations are around.
    pub depth: usize,
    /// Whether it is a quotation.
    pub quoted: bool,
    /// Whether first lines are indented.
    pub indents: bool,
    /// Whether it stays with what follows: what is signed takes the end of the
    /// text along to its page.
    pub tied: bool,
}

impl Nesting {
    /// Text right on the page, in no list and no quotation.
    pub const TOP: Self = Self {
        left: 0,
        depth: 0,
        quoted: false,
        indents: true,
        tied: false,
    };
    /// The end of the text.
    pub const END: Self = Self {
        tied: true,
        ..Self::TOP
    };

    /// One list or quotation deeper, set in by so many twentieths of a point.
    pub fn inside(self, inset: i32) -> Self {
        Self {
            left: self.left + inset,
            depth: self.depth + 1,
            indents: false,
            ..self
        }
    }
}
