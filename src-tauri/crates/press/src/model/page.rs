//! The sheet, its margins and the type of the body.

/// The sheet and the type on it.
#[derive(Debug, Clone, PartialEq)]
pub struct PageSetup {
    /// Width of the paper, mm.
    pub width: f32,
    /// Height of the paper, mm.
    pub height: f32,
    /// Margin between the paper's left edge and the text, mm.
    pub left: f32,
    /// Margin between the text and the paper's right edge, mm.
    pub right: f32,
    /// Margin above the text, mm. The page number stands within it.
    pub top: f32,
    /// Margin below the text, mm. The foot line and, as far as it fits, the code
    /// stand within it.
    pub bottom: f32,
    /// Size of the body type, pt.
    pub size: f32,
    /// Distance between base lines of the body, pt.
    pub leading: f32,
    /// First-line indent of a justified paragraph, mm.
    pub indent: f32,
    /// Space after a paragraph, pt.
    pub paragraph_gap: f32,
    /// What the body is set in; its bold and italic are of the same family.
    pub family: Family,
    /// Whether pages from the second on carry their number, top centre.
    pub numbers: bool,
    /// Whether a break may hyphenate a word.
    pub hyphenate: bool,
}

impl Default for PageSetup {
    /// A4 with the margins, type and indent of ГОСТ Р 7.0.97-2025.
    fn default() -> Self {
        Self {
            width: 210.0,
            height: 297.0,
            left: 20.0,
            right: 10.0,
            top: 20.0,
            bottom: 20.0,
            size: 12.0,
            leading: 15.0,
            indent: 12.5,
            paragraph_gap: 0.0,
            family: Family::Serif,
            numbers: true,
            hyphenate: true,
        }
    }
}

impl PageSetup {
    /// Width between the margins, mm.
    #[must_use]
    pub fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }

    /// Height between the margins, mm.
    #[must_use]
    pub fn text_height(&self) -> f32 {
        self.height - self.top - self.bottom
    }
}

/// A family of type that is embedded in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Family {
    /// PT Serif: regular, bold, italic, bold italic.
    #[default]
    Serif,
    /// PT Sans: regular, bold; italics fall back to the upright.
    Sans,
}
