//! Pieces of a text: paragraphs, headings, lists, quotations.

use crate::model::align::Align;
use crate::model::picture::Picture;
use crate::model::span::Span;
use crate::model::table::Table;

/// Words that are broken into lines, and how those stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Paragraph {
    /// Its words, in runs of one style each.
    pub spans: Vec<Span>,
    /// How its lines stand between the margins.
    pub align: Align,
    /// First-line indent, mm; absent: the page's for justified text, else 0.
    pub indent: Option<f32>,
    /// Stays on the page of the first lines of what follows.
    pub keep_with_next: bool,
    /// The bold words that it begins with are a heading of this level, set on the line of
    /// the text that follows it: a run-in heading.
    pub run_in: Option<u8>,
    /// Size against the body's, 1 = the same.
    pub scale: Option<f32>,
    /// Space before it, pt (none at the top of a page).
    pub before: f32,
    /// Space after it, pt, on top of the page's paragraph gap.
    pub after: f32,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marker {
    /// Items are counted: `1.`, `2.` and so on.
    Numbered {
        /// The number of the first item; the others count on from it.
        start: u32,
    },
    /// A dash, as long as the language has it.
    Dashed,
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// The usual piece of a text.
    Paragraph(Paragraph),
    /// A heading inside the text, kept with what follows.
    Heading {
        /// From 1, the greatest, to 6; a level that skips one is raised.
        level: u8,
        /// Its words, set bold whatever they say.
        spans: Vec<Span>,
    },
    /// Items under one another, each behind its mark.
    List {
        /// What stands before each item.
        marker: Marker,
        items: Vec<Vec<Block>>,
    },
    /// Rows and columns, ruled.
    Table(Table),
    /// Somebody else's words, set in from the left.
    Quote {
        /// What they said, whatever its shape.
        blocks: Vec<Block>,
    },
    /// A picture, and under it on the same page the words that say what it is.
    Picture {
        /// What is shown, and how wide at most.
        picture: Picture,
        /// Where it stands; justified means centred here.
        align: Align,
        /// Set as it says; none where the picture speaks for itself. See [`Block::figure`].
        caption: Option<Paragraph>,
    },
    /// Blocks that stay on one page if a page can hold them.
    Together { blocks: Vec<Block> },
    /// Empty space; none at the top of a page.
    Space { mm: f32 },
    /// A thin line across the text.
    Rule,
    /// What follows starts a new page.
    PageBreak,
}

impl Block {
    /// A justified paragraph in one style.
    pub fn text(text: impl Into<String>) -> Self {
        Self::spans(vec![Span::plain(text)])
    }
    /// A justified paragraph in several styles.
    #[must_use]
    pub fn spans(spans: Vec<Span>) -> Self {
        Self::Paragraph(Paragraph {
            spans,
            ..Paragraph::default()
        })
    }
    /// A paragraph that stands as `align` says, without an indent.
    #[must_use]
    pub fn aligned(align: Align, spans: Vec<Span>) -> Self {
        Self::Paragraph(Paragraph {
            spans,
            align,
            indent: Some(0.0),
            ..Paragraph::default()
        })
    }
    /// A picture with a line under it that says what it is, on one page.
    pub fn figure(picture: Picture, caption: impl Into<String>) -> Self {
        let caption = Paragraph {
            spans: vec![Span::plain(caption)],
            align: Align::Centre,
            indent: Some(0.0),
            scale: Some(0.83),
            after: 6.0,
            ..Paragraph::default()
        };
        Self::Picture {
            picture,
            align: Align::Centre,
            caption: Some(caption),
        }
    }
    /// A salutation: centred, with a line of space around it, kept with what follows.
    pub fn salutation(text: impl Into<String>) -> Self {
        Self::Paragraph(Paragraph {
            spans: vec![Span::plain(text)],
            align: Align::Centre,
            indent: Some(0.0),
            keep_with_next: true,
            before: 6.0,
            after: 6.0,
            ..Paragraph::default()
        })
    }
}
