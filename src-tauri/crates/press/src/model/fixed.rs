//! Pages whose texts and pictures stand at given places: envelopes, labels, sheets of exhibits.

use crate::model::align::Align;
use crate::model::document::Meta;
use crate::model::page::Family;
use crate::model::picture::Picture;
use crate::model::span::Span;

/// The smallest type a text is made smaller to, pt: below it the post and
/// people stop reading.
pub const SMALLEST_TYPE: f32 = 7.0;

/// What one file holds: an envelope, or labels on as many sheets as they need.
#[derive(Debug, Clone, PartialEq)]
pub struct FixedDocument {
    /// What goes into Info and XMP.
    pub meta: Meta,
    /// What all texts are set in.
    pub family: Family,
    /// In order, each of its own size.
    pub pages: Vec<FixedPage>,
}

/// A page and what stands on it. Lengths in millimetres.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FixedPage {
    pub width: f32,
    pub height: f32,
    /// Texts, in reading order.
    pub boxes: Vec<TextBox>,
    /// Lines and borders, which no screen reader reads.
    pub rules: Vec<Rule>,
    /// Pictures, read after the texts.
    pub pictures: Vec<PlacedPicture>,
}

/// A picture as large as its place allows, in the middle of it. Lengths in millimetres.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedPicture {
    pub picture: Picture,
    /// The left edge of its place, from the paper's.
    pub x: f32,
    /// The upper edge of its place, from the paper's.
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// A text in its place. It never leaves it sideways; when it is too tall, its
/// type is made smaller, and when that does not help, a notice says so.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// Its left edge, mm from the paper's.
    pub x: f32,
    /// Its upper edge, mm from the paper's.
    pub y: f32,
    /// How wide lines may be, mm.
    pub width: f32,
    /// How much room they have below one another, mm.
    pub height: f32,
    /// Lines of text; each may be broken further.
    pub lines: Vec<BoxLine>,
    /// Whether the text stands at the bottom of its place.
    pub bottom: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct BoxLine {
    /// Its words, in runs of one style each.
    pub spans: Vec<Span>,
    /// Size of its type, pt.
    pub size: f32,
    /// How it stands between the edges of its box.
    pub align: Align,
    /// Space above it, pt; none above the first.
    pub before: f32,
}

impl BoxLine {
    /// A line of plain text, flush left. What stands on an envelope is set as
    /// it is: a name or a number must keep every sign.
    pub fn plain(text: impl Into<String>, size: f32) -> Self {
        Self {
            spans: vec![Span::name(text)],
            size,
            align: Align::Left,
            before: 0.0,
        }
    }

    /// The same in the bold face.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.spans.iter_mut().for_each(|s| s.bold = true);
        self
    }

    /// The same, standing otherwise between the edges of its box.
    #[must_use]
    pub fn aligned(mut self, align: Align) -> Self {
        self.align = align;
        self
    }

    /// The same with space above it, pt.
    #[must_use]
    pub fn after(mut self, before: f32) -> Self {
        self.before = before;
        self
    }
}

/// A filled rectangle; thin, it is a rule.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Its left edge, mm from the paper's.
    pub x: f32,
    /// Its upper edge, mm from the paper's.
    pub y: f32,
    /// How far it reaches to the right, mm.
    pub width: f32,
    /// How far it reaches down, mm.
    pub height: f32,
    /// Grey, 0 black to 1 white.
    pub grey: f32,
}

impl Rule {
    /// The four sides of a border, each `line` thick, inside the rectangle.
    #[must_use]
    pub fn border(x: f32, y: f32, width: f32, height: f32, line: f32, grey: f32) -> [Self; 4] {
        let side = |x, y, width, height| Self {
            x,
            y,
            width,
            height,
            grey,
        };
        [
            side(x, y, width, line),
            side(x, y + height - line, width, line),
            side(x, y, line, height),
            side(x + width - line, y, line, height),
        ]
    }
}
