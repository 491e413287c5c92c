//! What is to be set: plain values, serialisable, free of any idea of a page.
//!
//! Lengths are in millimetres, type sizes in points. Text is Unicode; a `\n`
//! inside a text is a forced line break. Nothing here needs to be well
//! behaved: whatever the strings hold, setting them yields pages.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// The language a document is written in. It picks hyphenation, quotation
/// marks, the fixed words of a letter's frame and the PDF's `/Lang`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Russian, `ru-RU`.
    #[default]
    Ru,
    /// English, `en-GB`.
    En,
}

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meta {
    /// Title, shown in the viewer's window. Must not be empty; an empty one is
    /// replaced by the heading or by a word for "document".
    pub title: String,
    /// Who answers for the text: the office's name.
    #[serde(default)]
    pub author: String,
    /// One line about the content.
    #[serde(default)]
    pub subject: String,
    /// Language of the text.
    #[serde(default)]
    pub language: Language,
    /// Creation time, taken from the caller: setting never reads a clock.
    pub created: DateTime<FixedOffset>,
    /// Enters the file's `/ID`. Two documents of the same content and the same
    /// seed give the same bytes.
    #[serde(default)]
    pub seed: String,
}

/// The sheet and the type on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageSetup {
    /// Width of the sheet, mm.
    pub width: f32,
    /// Height of the sheet, mm.
    pub height: f32,
    /// Left margin, mm.
    pub left: f32,
    /// Right margin, mm.
    pub right: f32,
    /// Top margin, mm.
    pub top: f32,
    /// Bottom margin, mm.
    pub bottom: f32,
    /// Size of the body type, pt.
    pub size: f32,
    /// Distance between base lines of the body, pt.
    pub leading: f32,
    /// First-line indent of a justified paragraph, mm.
    pub indent: f32,
    /// Space after a paragraph, pt.
    pub paragraph_gap: f32,
    /// The family of the body type.
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
    /// The same sheet with its right margin moved so that the text is `mm`
    /// wide. The sheet grows when it is too narrow for that.
    pub fn with_text_width(mut self, mm: f32) -> Self {
        let mm = if mm.is_finite() {
            mm.clamp(20.0, 2000.0)
        } else {
            180.0
        };
        self.width = self.width.max(self.left + mm + 5.0);
        self.right = self.width - self.left - mm;
        self
    }

    /// Width of the text, mm.
    pub fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }
}

/// A family of type that is embedded in the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// PT Serif: regular, bold, italic, bold italic.
    #[default]
    Serif,
    /// PT Sans: regular, bold; italics fall back to the upright.
    Sans,
}

/// A document: a formal letter when the frame's parts are given, any other
/// paper when only `body` is.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    /// What the file says about itself.
    pub meta: Meta,
    /// The sheet.
    #[serde(default)]
    pub page: PageSetup,
    /// Who writes; on the first page.
    #[serde(default)]
    pub letterhead: Option<Letterhead>,
    /// Date, number and «На № … от …».
    #[serde(default)]
    pub reference: Option<Reference>,
    /// To whom, one string a line; upper right.
    #[serde(default)]
    pub addressee: Vec<String>,
    /// «О …»: what it is about; left, narrow.
    #[serde(default)]
    pub heading: Option<String>,
    /// The text.
    #[serde(default)]
    pub body: Vec<Block>,
    /// What is enclosed.
    #[serde(default)]
    pub enclosures: Option<Enclosures>,
    /// Who signs. Never alone on a page.
    #[serde(default)]
    pub signatures: Vec<Signature>,
    /// Who prepared the letter, one string a line; bottom left of the last
    /// page in smaller type.
    #[serde(default)]
    pub executor: Vec<String>,
}

impl Document {
    /// A document of `body` alone on the default sheet.
    pub fn new(meta: Meta, body: Vec<Block>) -> Self {
        Self {
            meta,
            page: PageSetup::default(),
            letterhead: None,
            reference: None,
            addressee: Vec::new(),
            heading: None,
            body,
            enclosures: None,
            signatures: Vec::new(),
            executor: Vec::new(),
        }
    }
}

/// The form of a letterhead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LetterheadForm {
    /// Centred over the whole width of the text, closed by a rule.
    #[default]
    Longitudinal,
    /// A block at most 80 mm wide in the upper left corner, with the reference
    /// under it and the addressee to its right.
    Corner,
}

/// Where the logo stands in a longitudinal letterhead. A corner letterhead has
/// it above the name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogoPlace {
    /// At the left of the name and the details.
    #[default]
    Left,
    /// Above the name.
    Centre,
}

/// Who writes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letterhead {
    /// Its form.
    #[serde(default)]
    pub form: LetterheadForm,
    /// Name of the organisation.
    pub name: String,
    /// A line under the name: the short name or what the firm does.
    #[serde(default)]
    pub tagline: Option<String>,
    /// Address, telephones, requisites: one string a line, filled as they come.
    #[serde(default)]
    pub details: Vec<String>,
    /// Logo.
    #[serde(default)]
    pub logo: Option<Picture>,
    /// Where the logo stands.
    #[serde(default)]
    pub logo_place: LogoPlace,
}

/// The reference line. Texts come finished («22 ноября 2026 г.», «ИСХ-2026/0001»).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reference {
    /// Date of the letter; a blank to fill in by hand when absent.
    #[serde(default)]
    pub date: Option<String>,
    /// Number of the letter; a blank when absent.
    #[serde(default)]
    pub number: Option<String>,
    /// Number of the letter that is answered. With `reply_date`, both absent
    /// leaves the line out.
    #[serde(default)]
    pub reply_number: Option<String>,
    /// Date of the letter that is answered.
    #[serde(default)]
    pub reply_date: Option<String>,
}

/// What is enclosed: «Приложение: …», or a numbered list from two items on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosures {
    /// Replaces the fixed word («Приложение», "Enclosure").
    #[serde(default)]
    pub label: Option<String>,
    /// The items, finished: «копия акта на 2 л. в 1 экз.».
    pub items: Vec<String>,
}

/// One who signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signature {
    /// Closing words above it («С уважением,»).
    #[serde(default)]
    pub closing: Option<String>,
    /// Post, at the left.
    pub post: String,
    /// Name, at the right: initials before the surname.
    pub name: String,
    /// Picture of the signature, set between post and name.
    #[serde(default)]
    pub picture: Option<Picture>,
    /// Picture of the stamp, set below, where it covers no text.
    #[serde(default)]
    pub stamp: Option<Picture>,
    /// Marks the place of a stamp («М. П.») when there is no picture of one.
    #[serde(default)]
    pub stamp_place: bool,
}

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
mod base64_bytes {
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
