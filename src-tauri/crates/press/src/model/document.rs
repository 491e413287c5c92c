//! A whole document and what its file says about itself.

use chrono::{DateTime, FixedOffset};

use crate::model::attachment::Attachment;
use crate::model::block::Block;
use crate::model::code::Code;
use crate::model::language::Language;
use crate::model::letter::{Enclosures, Letterhead, PaperTitle, Reference, Signature};
use crate::model::page::PageSetup;

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meta {
    /// Shown in the title bar of a viewer. An empty one is replaced by the
    /// heading or by a word for "document": PDF/UA asks for one.
    pub title: String,
    /// Who answers for the text: the office's name. Left out when empty.
    pub author: String,
    /// One line about the content. Left out when empty.
    pub subject: String,
    /// What the text is written in, but for words that say otherwise.
    pub language: Language,
    /// Creation time, taken from the caller: setting never reads a clock.
    pub created: DateTime<FixedOffset>,
    /// Enters the file's `/ID`. Two documents of the same content and the same
    /// seed give the same bytes.
    pub seed: String,
}

/// A document: a formal letter when the frame's parts are given, any other
/// paper when only `body` is.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What goes into Info and XMP.
    pub meta: Meta,
    /// The paper, the margins and the body's type.
    pub page: PageSetup,
    /// Who writes; on the first page.
    pub letterhead: Option<Letterhead>,
    /// Date, number and «На № … от …».
    pub reference: Option<Reference>,
    /// To whom, one string a line; upper right.
    pub addressee: Vec<String>,
    /// What kind of paper it is and where it was made, of one that is no letter: an act, an
    /// agreement. Its date and number stand under its title, and its heading in the middle.
    pub paper: Option<PaperTitle>,
    /// «О …»: what it is about; left, narrow.
    pub heading: Option<String>,
    /// The text between the parts of the frame.
    pub body: Vec<Block>,
    /// «Приложение: …», under the text.
    pub enclosures: Option<Enclosures>,
    /// Notes of [`crate::Span::note`] that name what is enclosed, each with its place among the
    /// enclosures, to which it leads.
    pub enclosed_notes: Vec<(String, usize)>,
    /// Who signs. Never alone on a page.
    pub signatures: Vec<Signature>,
    /// Who prepared the letter, one string a line; bottom left of the last
    /// page in smaller type.
    pub executor: Vec<String>,
    /// A QR code at the bottom right of the first page.
    pub code: Option<Code>,
    /// Whether a line for who receives the letter by hand stands under the
    /// signatures: name, date, signature.
    pub receipt: bool,
    /// A line at the upper right of every page, in bold, with `{sheet}` and `{sheets}` filled in:
    /// which sheet of how many. It takes no room from the text and is no part of it.
    pub head: Option<String>,
    /// A line in the lower margin of every page, as the mark of a draft. It
    /// takes no room from the text and is no part of it.
    pub foot: Option<String>,
    /// Files inside the file; with one, it keeps PDF/A-3a instead of PDF/A-2a.
    pub attachments: Vec<Attachment>,
}

impl Document {
    /// A document of `body` alone on the default sheet.
    #[must_use]
    pub fn new(meta: Meta, body: Vec<Block>) -> Self {
        Self {
            meta,
            page: PageSetup::default(),
            letterhead: None,
            reference: None,
            addressee: Vec::new(),
            paper: None,
            heading: None,
            body,
            enclosures: None,
            enclosed_notes: Vec::new(),
            signatures: Vec::new(),
            executor: Vec::new(),
            code: None,
            receipt: false,
            head: None,
            foot: None,
            attachments: Vec::new(),
        }
    }
}
