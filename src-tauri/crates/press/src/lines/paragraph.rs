//! A shaped paragraph: its glyphs, and the places where it may be broken.

use std::collections::BTreeSet;

use crate::fonts::faces::FaceId;
use crate::fonts::shaping::Glyph;
use crate::model::{Family, Language, Span};

/// The character style that a paragraph's spans are set in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CharacterStyle {
    pub family: Family,
    /// Size of the type, in points.
    pub size: f32,
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
    /// Language of spans that name none.
    pub language: Language,
    /// Whether words may be hyphenated.
    pub hyphenate: bool,
}

impl CharacterStyle {
    pub fn face(self, span: &Span) -> FaceId {
        FaceId::of(
            self.family,
            self.bold || span.bold,
            self.italic || span.italic,
        )
    }
}

/// What a glyph is to the line breaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum GlyphKind {
    /// Of fixed width; a thin blank counts as one too.
    Ink,
    /// A blank that stretches and shrinks, whether it may break or not.
    Space,
}

/// A glyph of a paragraph, in logical order. Lengths are in points.
#[derive(Debug, Clone)]
pub(crate) struct ParagraphGlyph {
    pub glyph: Glyph,
    /// How far the pen moves.
    pub advance: f32,
    pub kind: GlyphKind,
    /// Bidi level; odd runs from right to left.
    pub level: u8,
    /// Language, where it is not the style's.
    pub language: Option<Language>,
    /// The number of the note that it is the mark of: smaller, and raised.
    pub note: Option<u32>,
}

/// A place where a line may end: a feasible breakpoint, as Knuth and Plass call
/// it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Breakpoint {
    /// One past the last glyph of the line that ends here.
    pub end: usize,
    /// First glyph of the line that follows.
    pub start: usize,
    /// What breaking here costs, on the scale of TeX's penalties.
    pub penalty: f32,
    /// Whether a hyphen is added.
    pub hyphen: bool,
    /// Whether the line must end here.
    pub forced: bool,
    /// What the added hyphen and the changed pair before it add in width, pt.
    pub extra: f32,
    /// How far the line's last glyph may stand out into the margin, pt.
    pub hang: f32,
}

impl Breakpoint {
    /// A break between two glyphs that adds nothing.
    pub fn at(end: usize, start: usize, penalty: f32) -> Self {
        Self {
            end,
            start,
            penalty,
            hyphen: false,
            forced: false,
            extra: 0.0,
            hang: 0.0,
        }
    }
}

/// The paragraph, ready to be broken.
#[derive(Debug, Clone)]
pub(crate) struct ShapedParagraph {
    pub glyphs: Vec<ParagraphGlyph>,
    /// The places to break, in order; the last is the paragraph's end.
    pub breakpoints: Vec<Breakpoint>,
    /// `widths[i]`: width of all glyphs before the i-th, pt.
    pub widths: Vec<f64>,
    /// `spaces[i]`: stretchable blanks before the i-th glyph.
    pub spaces: Vec<u32>,
    /// `blanks[i]`: width of those blanks, pt.
    pub blanks: Vec<f64>,
    /// Size of the type, in points.
    pub size: f32,
    /// Whether any glyph runs from right to left.
    pub mixed: bool,
    /// Characters no face has.
    pub missing: BTreeSet<char>,
}
