//! What is to be set: plain values, serialisable, free of any idea of a page.
//!
//! Lengths are in millimetres, type sizes in points. Text is Unicode; a `\n`
//! inside a text is a forced line break. Nothing here needs to be well
//! behaved: whatever the strings hold, setting them yields pages.

mod blocks;
mod marks;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

pub use blocks::*;
pub use marks::*;

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
    /// A code at the bottom right of the first page.
    #[serde(default)]
    pub code: Option<Code>,
    /// Whether a line for who receives the letter by hand stands under the
    /// signatures: name, date, signature.
    #[serde(default)]
    pub receipt: bool,
    /// A line in the lower margin of every page, as the mark of a draft. It
    /// takes no room from the text and is no part of it.
    #[serde(default)]
    pub foot: Option<String>,
    /// Files inside the file.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
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
            code: None,
            receipt: false,
            foot: None,
            attachments: Vec::new(),
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
