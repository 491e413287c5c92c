//! Sheets whose texts stand at given places: envelopes, labels. They go
//! through the same display list as letters and come out as the same archival
//! PDF, one page a sheet, each of its own size.

use crate::display::{Ink, Item, Notice, Page, Role, Structure, Typeset};
use crate::layout::{Area, Look, MM, Setter, sane};
use crate::model::{Align, Family, Language, Meta, PageSetup, Span};
use crate::set::{Press, PressError, Printed};

/// The smallest type a text is made smaller to, pt: below it the post and
/// people stop reading.
pub const SMALLEST: f32 = 7.0;

/// Sheets of one file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheets {
    /// What the file says about itself.
    pub meta: Meta,
    /// The family of the type.
    pub family: Family,
    /// The sheets, one page each.
    pub sheets: Vec<Sheet>,
}

/// A sheet and what stands on it. Lengths in millimetres.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sheet {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Texts, in reading order.
    pub boxes: Vec<TextBox>,
    /// Rules and frames.
    pub marks: Vec<Mark>,
}

/// A text in its place. It never leaves it sideways; when it is too tall, its
/// type is made smaller, and when that does not help, a notice says so.
#[derive(Debug, Clone, PartialEq)]
pub struct TextBox {
    /// Left edge, mm.
    pub x: f32,
    /// Upper edge, mm.
    pub y: f32,
    /// Width, mm.
    pub width: f32,
    /// Height, mm.
    pub height: f32,
    /// Lines of text; each may be broken further.
    pub lines: Vec<BoxLine>,
    /// Whether the text stands at the bottom of its place.
    pub bottom: bool,
}

/// A line of a text box.
#[derive(Debug, Clone, PartialEq)]
pub struct BoxLine {
    /// Its text.
    pub spans: Vec<Span>,
    /// Size of its type, pt.
    pub size: f32,
    /// How it stands.
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

    /// The same, bold.
    #[must_use]
    pub fn bold(mut self) -> Self {
        self.spans.iter_mut().for_each(|s| s.bold = true);
        self
    }

    /// The same, standing otherwise.
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
pub struct Mark {
    /// Left edge, mm.
    pub x: f32,
    /// Upper edge, mm.
    pub y: f32,
    /// Width, mm.
    pub width: f32,
    /// Height, mm.
    pub height: f32,
    /// Grey, 0 black to 1 white.
    pub grey: f32,
}

impl Mark {
    /// The four sides of a frame, each `line` thick, inside the rectangle.
    pub fn frame(x: f32, y: f32, width: f32, height: f32, line: f32, grey: f32) -> [Self; 4] {
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

impl Press {
    /// Sets sheets: model to display list.
    ///
    /// # Errors
    /// None in practice; kept for what a later sheet may hold.
    pub fn set_sheets(&self, sheets: &Sheets) -> Result<Typeset, PressError> {
        let mut meta = sheets.meta.clone();
        if meta.title.trim().is_empty() {
            meta.title = match meta.language {
                Language::Ru => "Документ",
                Language::En => "Document",
            }
            .to_owned();
        }
        let page = PageSetup {
            family: sheets.family,
            hyphenate: false,
            numbers: false,
            ..PageSetup::default()
        };
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
        let mut pages = Vec::with_capacity(sheets.sheets.len());
        let mut notices = Vec::new();
        for (at, sheet) in sheets.sheets.iter().enumerate() {
            let (made, overfull) = one(&mut setter, sheet);
            pages.push(made);
            if overfull {
                notices.push(Notice::Overfull { page: at + 1 });
            }
        }
        if !setter.missing.is_empty() {
            let characters = setter.missing.iter().collect();
            notices.insert(0, Notice::MissingGlyphs { characters });
        }
        Ok(Typeset {
            meta,
            pages,
            structure: setter.structure,
            pictures: setter.pictures,
            attachments: Vec::new(),
            notices,
        })
    }

    /// Sets and writes sheets.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn print_sheets(&self, sheets: &Sheets) -> Result<Printed, PressError> {
        let typeset = self.set_sheets(sheets)?;
        Ok(Printed {
            pdf: self.to_pdf(&typeset)?,
            pages: typeset.pages.len(),
            notices: typeset.notices,
        })
    }
}

/// One page, and whether a text found no room on it.
fn one(setter: &mut Setter<'_>, sheet: &Sheet) -> (Page, bool) {
    let width = sane(sheet.width, 20.0, 2000.0);
    let height = sane(sheet.height, 20.0, 2000.0);
    let mut items: Vec<Item> = sheet
        .marks
        .iter()
        .map(|mark| Item {
            element: None,
            ink: Ink::Rule {
                x: mark.x * MM,
                y: mark.y * MM,
                width: mark.width * MM,
                height: mark.height * MM,
                grey: mark.grey,
            },
        })
        .collect();
    let mut overfull = false;
    for text in &sheet.boxes {
        overfull |= put(setter, text, &mut items);
    }
    let page = Page {
        width: width * MM,
        height: height * MM,
        items,
    };
    (page, overfull)
}

/// Puts a text into its place; whether it found no room.
fn put(setter: &mut Setter<'_>, text: &TextBox, items: &mut Vec<Item>) -> bool {
    let area = Area {
        x: text.x * MM,
        width: text.width * MM,
    };
    let room = text.height * MM;
    let largest = text.lines.iter().map(|l| l.size).fold(SMALLEST, f32::max);
    // Trials go into a structure of their own, so that none of them is left behind.
    let mut scale = 1.0f32;
    loop {
        let kept = std::mem::take(&mut setter.structure);
        let (height, wide) = lay(setter, text, area, scale, &mut Vec::new());
        setter.structure = kept;
        let smaller = scale - 0.05;
        if (height <= room + 0.05 && !wide) || smaller * largest < SMALLEST {
            break;
        }
        scale = smaller;
    }
    let mut made = Vec::new();
    let (height, wide) = lay(setter, text, area, scale, &mut made);
    let top = text.y * MM
        + if text.bottom {
            (room - height).max(0.0)
        } else {
            0.0
        };
    for mut item in made {
        item.ink.shift(0.0, top);
        items.push(item);
    }
    wide || height > room + 0.05
}

/// Sets the lines from the top; their height and whether one is too wide.
fn lay(
    setter: &mut Setter<'_>,
    text: &TextBox,
    area: Area,
    scale: f32,
    items: &mut Vec<Item>,
) -> (f32, bool) {
    let (mut y, mut wide) = (0.0, false);
    for (at, line) in text.lines.iter().enumerate() {
        if line.spans.iter().all(|s| s.text.trim().is_empty()) {
            continue;
        }
        let size = (sane(line.size, SMALLEST, 200.0) * scale).max(SMALLEST);
        let mut look: Look = setter.look(1.0, line.align);
        look.style.size = size;
        look.style.hyphenate = false;
        look.leading = size * 1.2;
        if at > 0 {
            y += sane(line.before, 0.0, 200.0) * scale;
        }
        let element = setter.structure.add(Structure::ROOT, Role::Paragraph);
        for strip in setter.text(&line.spans, look, area, element) {
            for mut item in strip.items {
                if let Ink::Run(run) = &item.ink {
                    wide |= run
                        .glyphs
                        .last()
                        .is_some_and(|g| run.x + g.x > area.x + area.width + 1.0);
                }
                item.ink.shift(0.0, y);
                items.push(item);
            }
            y += strip.height;
        }
    }
    (y, wide)
}
