//! From the model to pages.

use crate::display::{Ink, Item, Notice, Structure, Typeset};
use crate::fonts::Shaped;
use crate::frame::Modules;
use crate::layout::{Area, MM, Setter, sane};
use crate::model::{Align, Document, Language, PageSetup, Span};
use crate::paginate::paginate;
use crate::pdf::Subsets;
use crate::picture::{PictureError, Pictures};

/// How far from the sheet's lower edge a line in the margin begins at most, mm.
const FOOT: f32 = 13.0;

/// Why a document can't be printed. Text is never a reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PressError {
    /// A picture can't be used.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The code's text is too long.
    #[error("the code's text is longer than {} bytes", crate::model::MAX_CODE)]
    Code,
    /// The file can't be written or read.
    #[error("the PDF can't be made: {0}")]
    Pdf(String),
}

/// A finished file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file's bytes. The same document always gives the same bytes.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
    /// What the caller should know.
    pub notices: Vec<Notice>,
}

/// The press with what it has learnt: shaped words, decoded pictures, cut
/// fonts. Keep one for the life of the program; it may be shared by threads.
/// What is kept never changes what is printed.
#[derive(Default)]
pub struct Press {
    pub(crate) shaped: Shaped,
    pub(crate) pictures: Pictures,
    pub(crate) subsets: Subsets,
}

impl Press {
    /// A press that has learnt nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a document: model to display list.
    ///
    /// # Errors
    /// When a picture can't be used.
    pub fn set(&self, document: &Document) -> Result<Typeset, PressError> {
        let page = usable(&document.page);
        let mut meta = document.meta.clone();
        if meta.title.trim().is_empty() {
            meta.title = document
                .heading
                .clone()
                .filter(|h| !h.trim().is_empty())
                .unwrap_or_else(|| {
                    if meta.language == Language::Ru {
                        "Документ"
                    } else {
                        "Document"
                    }
                    .to_owned()
                });
        }
        let mut setter = Setter {
            shaped: &self.shaped,
            kept_pictures: &self.pictures,
            page: &page,
            language: meta.language,
            structure: Structure::default(),
            pictures: Vec::new(),
            missing: std::collections::BTreeSet::new(),
            last_level: 0,
            notes: Vec::new(),
        };
        let code = document.code.as_ref().map(Modules::of).transpose()?;
        let area = Area {
            x: page.left * MM,
            width: page.text_width() * MM,
        };
        let mut strips = setter.opening(document)?;
        strips.append(&mut setter.blocks(&document.body, area, Structure::ROOT, 0)?);
        setter.closing(document, &mut strips)?;
        let taken = code.as_ref().map_or(0.0, |c| c.takes(&page));
        let mut pages = paginate(&strips, &page, taken);
        if let (Some(code), Some(first)) = (&code, pages.first_mut()) {
            code.draw(&mut setter.structure, &page, first);
        }
        if page.numbers {
            for (i, p) in pages.iter_mut().enumerate().skip(1) {
                let number = Span::name((i + 1).to_string());
                // The upper edge of the digits is 10 mm and more from the sheet's.
                setter.running(number, 0.92, Align::Centre, 10.0 * MM, p);
            }
        }
        if let Some(foot) = document.foot.as_deref().filter(|f| !f.trim().is_empty()) {
            let y = (page.height - page.bottom.min(FOOT)) * MM;
            for p in &mut pages {
                setter.running(Span::plain(foot), 0.75, Align::Left, y, p);
            }
        }
        let mut notices = Vec::new();
        if !setter.missing.is_empty() {
            notices.push(Notice::MissingGlyphs {
                characters: setter.missing.iter().collect(),
            });
        }
        for (i, p) in pages.iter().enumerate() {
            if p.items.iter().any(|item| sticks_out(item, area)) {
                notices.push(Notice::Overfull { page: i + 1 });
            }
        }
        Ok(Typeset {
            meta,
            pages,
            structure: setter.structure,
            pictures: setter.pictures,
            attachments: document.attachments.clone(),
            notices,
        })
    }

    /// Sets and writes a document.
    ///
    /// # Errors
    /// When a picture can't be used or the file can't be written.
    pub fn print(&self, document: &Document) -> Result<Printed, PressError> {
        let typeset = self.set(document)?;
        let pdf = self.to_pdf(&typeset)?;
        Ok(Printed {
            pdf,
            pages: typeset.pages.len(),
            notices: typeset.notices,
        })
    }

    /// Writes a typeset document as a PDF.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn to_pdf(&self, typeset: &Typeset) -> Result<Vec<u8>, PressError> {
        crate::pdf::write(typeset, &self.subsets)
    }
}

fn sticks_out(item: &Item, area: Area) -> bool {
    match &item.ink {
        Ink::Run(run) => run.glyphs.last().is_some_and(|g| {
            !matches!(g.reads, crate::fonts::Reads::One(' '))
                && run.x + g.x > area.x + area.width + 3.0
        }),
        _ => false,
    }
}

/// The sheet with lengths that can be used, whatever came.
fn usable(setup: &PageSetup) -> PageSetup {
    let mut p = setup.clone();
    p.width = sane(p.width, 40.0, 2000.0);
    p.height = sane(p.height, 40.0, 2000.0);
    p.left = sane(p.left, 0.0, p.width * 0.4);
    p.right = sane(p.right, 0.0, p.width - p.left - 15.0);
    p.top = sane(p.top, 0.0, p.height * 0.4);
    p.bottom = sane(p.bottom, 0.0, p.height * 0.4);
    p.size = sane(p.size, 4.0, 72.0);
    p.leading = sane(p.leading, p.size, p.size * 4.0);
    p.indent = sane(p.indent, 0.0, 60.0);
    p.paragraph_gap = sane(p.paragraph_gap, 0.0, 100.0);
    p
}

/// The press that all callers without one of their own share.
pub fn shared() -> &'static Press {
    static SHARED: std::sync::OnceLock<Press> = std::sync::OnceLock::new();
    SHARED.get_or_init(Press::new)
}

/// Sets a document with the shared press; see [`Press::set`].
///
/// # Errors
/// When a picture can't be used.
pub fn set(document: &Document) -> Result<Typeset, PressError> {
    shared().set(document)
}

/// Sets and writes a document with the shared press; see [`Press::print`].
///
/// # Errors
/// When a picture can't be used or the file can't be written.
pub fn print(document: &Document) -> Result<Printed, PressError> {
    shared().print(document)
}
