//! From the model to pages, and from pages to a file.

use std::sync::OnceLock;

use crate::error::PressError;
use crate::fonts::shaping::{Reads, ShapedWords};
use crate::layout::blocks::blocks;
use crate::layout::composition::{Area, Composition};
use crate::layout::fixed_pages::typeset_fixed;
use crate::layout::pagination::paginate;
use crate::letter_frame::above_text::above_text;
use crate::letter_frame::below_text::below_text;
use crate::letter_frame::code::Modules;
use crate::letter_frame::running::running_line;
use crate::model::{Align, Document, FixedDocument, PageSetup, Span};
use crate::page::display_list::{Ink, Item, Typeset, Warning};
use crate::page::structure::Structure;
use crate::pdf::fonts::SubsetCache;
use crate::pdf::writing::write;
use crate::pictures::cache::PictureCache;
use crate::sizes::{DETAILS_SCALE, PAGE_NUMBER_SCALE};
use crate::units::{MM, usable};
use crate::words::frame_words;

/// How far from the paper's lower edge a line in the margin begins at most, mm.
const FOOT: f32 = 13.0;

/// A file that was written, and what there is to say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file's bytes. The same document always gives the same bytes.
    pub pdf: Vec<u8>,
    pub pages: usize,
    /// What went otherwise than asked.
    pub warnings: Vec<Warning>,
}

/// The press with what it has learnt: shaped words, decoded pictures, subsets
/// of fonts. Keep one for the life of the program; it may be shared by threads.
/// What is kept never changes what is printed.
#[derive(Default)]
pub struct Press {
    words: ShapedWords,
    pictures: PictureCache,
    subsets: SubsetCache,
}

impl Press {
    /// A press that has learnt nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a document: model to display list.
    ///
    /// # Errors
    /// When a picture can't be used.
    pub fn typeset(&self, document: &Document) -> Result<Typeset, PressError> {
        let page = usable_page(&document.page);
        let mut meta = document.meta.clone();
        if meta.title.trim().is_empty() {
            let heading = document.heading.clone().filter(|h| !h.trim().is_empty());
            meta.title = heading.unwrap_or_else(|| frame_words(meta.language).document.to_owned());
        }
        let mut composition = Composition::new(&self.words, &self.pictures, &page, meta.language);
        let code = document.code.as_ref().map(Modules::of).transpose()?;
        let area = Area::between_margins(&page);
        let mut slugs = above_text(&mut composition, document)?;
        let body = blocks(&mut composition, &document.body, area, Structure::ROOT, 0)?;
        slugs.extend(body);
        below_text(&mut composition, document, &mut slugs)?;
        let taken = code.as_ref().map(|c| c.takes(&page));
        let mut pages = paginate(&mut slugs, &page, taken.unwrap_or_default());
        if let (Some(code), Some(first)) = (&code, pages.first_mut()) {
            code.draw(&mut composition, first);
        }
        if page.numbers {
            for (i, p) in pages.iter_mut().enumerate().skip(1) {
                let number = Span::name((i + 1).to_string());
                // The upper edge of the digits is 10 mm and more from the paper's.
                let y = 10.0 * MM;
                running_line(
                    &mut composition,
                    number,
                    PAGE_NUMBER_SCALE,
                    Align::Centre,
                    y,
                    p,
                );
            }
        }
        if let Some(head) = document.head.as_deref() {
            let sheets = pages.len().to_string();
            for (i, p) in pages.iter_mut().enumerate() {
                let words = head
                    .replace("{sheets}", &sheets)
                    .replace("{sheet}", &(i + 1).to_string());
                let words = Span {
                    bold: true,
                    ..Span::name(words)
                };
                let y = 8.0 * MM;
                let line = (area.x, 14.0 * MM);
                p.items.insert(0, Item::rule(line, area.width, 0.5, 0.5));
                running_line(
                    &mut composition,
                    words,
                    PAGE_NUMBER_SCALE,
                    Align::Right,
                    y,
                    p,
                );
            }
        }
        if let Some(foot) = document.foot.as_deref().filter(|f| !f.trim().is_empty()) {
            let y = (page.height - page.bottom.min(FOOT)) * MM;
            for p in &mut pages {
                let words = Span::plain(foot);
                running_line(&mut composition, words, DETAILS_SCALE, Align::Left, y, p);
            }
        }
        let mut warnings = Vec::new();
        if !composition.missing.is_empty() {
            warnings.push(Warning::MissingGlyphs {
                characters: composition.missing.iter().collect(),
            });
        }
        for (i, p) in pages.iter().enumerate() {
            if p.items.iter().any(|item| sticks_out(item, area)) {
                warnings.push(Warning::Overfull { page: i + 1 });
            }
        }
        Ok(Typeset {
            meta,
            pages,
            structure: composition.structure,
            pictures: composition.pictures,
            attachments: document.attachments.clone(),
            warnings,
        })
    }

    /// Sets and writes a document.
    ///
    /// # Errors
    /// When a picture can't be used or the file can't be written.
    pub fn print(&self, document: &Document) -> Result<Printed, PressError> {
        self.printed(self.typeset(document)?)
    }

    /// Sets pages whose texts stand at given places.
    ///
    /// # Errors
    /// When a picture can't be used.
    pub fn typeset_fixed(&self, document: &FixedDocument) -> Result<Typeset, PressError> {
        Ok(typeset_fixed(&self.words, &self.pictures, document)?)
    }

    /// Sets and writes pages whose texts stand at given places.
    ///
    /// # Errors
    /// When a picture can't be used or the file can't be written.
    pub fn print_fixed(&self, document: &FixedDocument) -> Result<Printed, PressError> {
        self.printed(self.typeset_fixed(document)?)
    }

    /// Whether a file is a picture that can be shown: a damaged one stops the document that it
    /// stands in. What was found is kept.
    #[must_use]
    pub fn shows(&self, picture: &[u8]) -> bool {
        self.pictures.is_whole(picture)
    }

    fn printed(&self, typeset: Typeset) -> Result<Printed, PressError> {
        Ok(Printed {
            pdf: self.to_pdf(&typeset)?,
            pages: typeset.pages.len(),
            warnings: typeset.warnings,
        })
    }

    /// Writes a typeset document as a PDF.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn to_pdf(&self, typeset: &Typeset) -> Result<Vec<u8>, PressError> {
        write(typeset, &self.subsets)
    }
}

/// Whether a line is wider than its place: the pen stands behind the margin before
/// a glyph that is no blank.
fn sticks_out(item: &Item, area: Area) -> bool {
    match &item.ink {
        Ink::Run(run) => run
            .glyphs
            .last()
            .is_some_and(|g| g.reads != Reads::One(' ') && run.x + g.x > area.x + area.width + 3.0),
        Ink::Rule { .. } | Ink::Picture { .. } => false,
    }
}

/// The page with lengths that can be used, whatever came.
fn usable_page(setup: &PageSetup) -> PageSetup {
    let mut p = setup.clone();
    p.width = usable(p.width, 40.0, 2000.0);
    p.height = usable(p.height, 40.0, 2000.0);
    p.left = usable(p.left, 0.0, p.width * 0.4);
    p.right = usable(p.right, 0.0, p.width - p.left - 15.0);
    p.top = usable(p.top, 0.0, p.height * 0.4);
    p.bottom = usable(p.bottom, 0.0, p.height * 0.4);
    p.size = usable(p.size, 4.0, 72.0);
    p.leading = usable(p.leading, p.size, p.size * 4.0);
    p.indent = usable(p.indent, 0.0, 60.0);
    p.paragraph_gap = usable(p.paragraph_gap, 0.0, 100.0);
    p
}

/// The press that all callers without one of their own share.
#[must_use]
pub fn shared() -> &'static Press {
    static SHARED: OnceLock<Press> = OnceLock::new();
    SHARED.get_or_init(Press::new)
}

/// Sets a document with the shared press; see [`Press::typeset`].
///
/// # Errors
/// When a picture can't be used.
pub fn typeset(document: &Document) -> Result<Typeset, PressError> {
    shared().typeset(document)
}

/// Sets and writes a document with the shared press; see [`Press::print`].
///
/// # Errors
/// When a picture can't be used or the file can't be written.
pub fn print(document: &Document) -> Result<Printed, PressError> {
    shared().print(document)
}
