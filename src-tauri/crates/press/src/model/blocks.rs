//! Pieces of a text: spans, paragraphs, lists, tables, pictures.

use serde::{Deserialize, Serialize};

use super::Language;

/// How a block's lines stand between its edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// Flush with both edges.
    #[default]
    Justified,
    /// Flush left, ragged right.
    Left,
    /// Flush right.
    Right,
    /// Centred.
    Centre,
}

/// A run of text in one style.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// The text; `\n` is a forced line break.
    pub text: String,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italic.
    #[serde(default)]
    pub italic: bool,
    /// Set as it is: neither normalised nor hyphenated. For names, numbers and
    /// quotations that must keep every sign.
    #[serde(default)]
    pub verbatim: bool,
    /// Language, where it is not the document's.
    #[serde(default)]
    pub language: Option<Language>,
    /// The exhibit that these words rest on. They get a raised number, and the
    /// exhibits are listed by their numbers under the text; those of the same
    /// words have the same number.
    #[serde(default)]
    pub note: Option<String>,
}

impl Span {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }
    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Self {
        Self {
            bold: true,
            ..Self::plain(text)
        }
    }
    /// Italic text.
    pub fn italic(text: impl Into<String>) -> Self {
        Self {
            italic: true,
            ..Self::plain(text)
        }
    }
    /// A name or a number: never hyphenated, never changed.
    pub fn name(text: impl Into<String>) -> Self {
        Self {
            verbatim: true,
            ..Self::plain(text)
        }
    }
}

impl Span {
    /// The same, resting on an exhibit.
    pub fn resting_on(mut self, exhibit: impl Into<String>) -> Self {
        self.note = Some(exhibit.into());
        self
    }
}

impl From<&str> for Span {
    fn from(text: &str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Span {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Paragraph {
    /// Its text.
    pub spans: Vec<Span>,
    /// How its lines stand.
    #[serde(default)]
    pub align: Align,
    /// First-line indent, mm; absent: the page's for justified text, else 0.
    #[serde(default)]
    pub indent: Option<f32>,
    /// Stays on the page of the first lines of what follows.
    #[serde(default)]
    pub keep_with_next: bool,
    /// Size against the body's, 1 = the same.
    #[serde(default)]
    pub scale: Option<f32>,
    /// Space before it, pt (none at the top of a page).
    #[serde(default)]
    pub before: f32,
    /// Space after it, pt, on top of the page's paragraph gap.
    #[serde(default)]
    pub after: f32,
}

/// How the items of a list are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "style")]
pub enum Marker {
    /// `1.`, `2.` …
    Numbered {
        /// The first number.
        start: u32,
    },
    /// A dash.
    Dashed,
}

/// Width of a table's column.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Width {
    /// Fixed, mm.
    Mm(f32),
    /// A share of what the fixed columns leave.
    Share(f32),
    /// As its content asks, within what is left.
    Auto,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// Its width.
    pub width: Width,
    /// How its cells stand; justified means left here, cells are ragged.
    #[serde(default)]
    pub align: Align,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cell {
    /// Its text.
    pub spans: Vec<Span>,
}

impl<T: Into<Span>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            spans: vec![text.into()],
        }
    }
}

/// A ruled table. Rows shorter than `columns` are filled with empty cells; the
/// text of longer ones is appended to their last cell.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Columns; when empty, as many automatic ones as the widest row has.
    #[serde(default)]
    pub columns: Vec<Column>,
    /// Head rows, bold, repeated on each page.
    #[serde(default)]
    pub head: Vec<Vec<Cell>>,
    /// Rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A picture's bytes and what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Picture {
    /// A PNG or a JPEG file. In JSON: base64.
    #[serde(with = "base64_bytes")]
    pub bytes: Vec<u8>,
    /// What it shows, for those who can't see it. Empty gets a general word.
    #[serde(default)]
    pub alt: String,
    /// Greatest width in tenths of a millimetre; absent: as its place allows.
    #[serde(default)]
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
    pub fn width_mm(mut self, mm: f32) -> Self {
        self.width_tenths = Some((mm.clamp(0.1, 2000.0) * 10.0) as u32);
        self
    }
}

/// A piece of the text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "block")]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A heading inside the text; `level` 1 to 6.
    Heading {
        /// 1 is the greatest.
        level: u8,
        /// Its text.
        spans: Vec<Span>,
    },
    /// A list.
    List {
        /// How items are marked.
        marker: Marker,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// A table.
    Table(Table),
    /// Somebody else's words, set in from the left.
    Quote {
        /// The words.
        blocks: Vec<Block>,
    },
    /// A picture in the text.
    Image {
        /// The picture.
        picture: Picture,
        /// Where it stands; justified means centred here.
        #[serde(default)]
        align: Align,
    },
    /// Blocks that stay on one page if a page can hold them.
    Together {
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// Empty space, mm; none at the top of a page.
    Space {
        /// Its height.
        mm: f32,
    },
    /// A rule across the text.
    Rule,
    /// What follows starts a new page.
    PageBreak,
}

impl Block {
    /// A justified paragraph of plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::spans(vec![Span::plain(text)])
    }
    /// A justified paragraph.
    pub fn spans(spans: Vec<Span>) -> Self {
        Self::Paragraph(Paragraph {
            spans,
            ..Paragraph::default()
        })
    }
    /// A paragraph that stands as `align` says, without an indent.
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
        Self::Together {
            blocks: vec![
                Self::Image {
                    picture,
                    align: Align::Centre,
                },
                Self::Paragraph(caption),
            ],
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

/// Bytes as base64 text in formats made for people.
pub(super) mod base64_bytes {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    use serde::{Deserialize, Deserializer, Serializer};

    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&STANDARD.encode(bytes))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        let text = String::deserialize(from)?;
        STANDARD
            .decode(text.as_bytes())
            .map_err(serde::de::Error::custom)
    }
}
