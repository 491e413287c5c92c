//! Content streams, written by printpdf: its operators put ink on the page and
//! mark which element it belongs to.
//!
//! Two of ours it has no operator for, and they pass through it as unknown ones:
//! `re` for a rectangle that shares its path with the next (its own paints each at
//! once, and touching rules then show a seam), and `Tj` and `TJ` (its own writes a
//! string for each glyph and a real number for each adjustment: the same words in
//! twice the bytes).

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Color, DictItem, FontId, Greyscale, Mm, Op, PaintMode, PdfDocument, PdfFontHandle, PdfPage,
    PdfSaveOptions, Pt, Rect, TextMatrix, XObjectId, XObjectTransform,
};

use crate::error::PressError;
use crate::page::display_list::{Ink, Item, Page, Run, Typeset};
use crate::page::structure::ElementId;
use crate::pdf::fonts::{Codes, resource};
use crate::pdf::roles::role_name;

pub(crate) struct PageContent {
    /// The content stream, not packed.
    pub stream: Vec<u8>,
    /// `elements[mcid]`: the element each marked content belongs to.
    pub elements: Vec<ElementId>,
    pub pictures: BTreeSet<usize>,
}

/// Draws all pages.
///
/// # Errors
/// When printpdf gives other pages than were asked for.
pub(crate) fn contents(typeset: &Typeset, codes: &Codes) -> Result<Vec<PageContent>, PressError> {
    let mut pdf = PdfDocument::new("");
    let mut out = Vec::with_capacity(typeset.pages.len());
    for page in &typeset.pages {
        let mut ops = PageOps::new(page.height, codes);
        ops.page(page, typeset);
        // Of printpdf's page only the content stream is taken; its size says nothing.
        pdf.pages.push(PdfPage::new(Mm(210.0), Mm(297.0), ops.ops));
        out.push(PageContent {
            stream: Vec::new(),
            elements: ops.elements,
            pictures: ops.pictures,
        });
    }
    // Unknown operators are written as they are: all of them come from here.
    let options = PdfSaveOptions {
        secure: false,
        optimize: false,
        subset_fonts: false,
        image_optimization: None,
    };
    let written = pdf.to_lopdf_document(&options, &mut Vec::new());
    let ids = written.get_pages();
    if ids.len() != out.len() {
        return Err(PressError::Pdf("a page is missing".into()));
    }
    for (contents, id) in out.iter_mut().zip(ids.values()) {
        contents.stream = written.get_page_content(*id);
    }
    Ok(out)
}

/// Name of a picture among a page's resources.
pub(crate) fn picture_resource(picture: usize) -> String {
    format!("Im{picture}")
}

/// The operators of a page, with the graphics state they have led to.
struct PageOps<'a> {
    ops: Vec<Op>,
    /// The page's height: PDF counts from below.
    height: f32,
    codes: &'a Codes,
    elements: Vec<ElementId>,
    pictures: BTreeSet<usize>,
    font: Option<(u8, u32)>,
    tracking: f32,
    grey: f32,
}

/// A coordinate to a thousandth of a point. Nought has no sign.
fn rounded(v: f32) -> f32 {
    (v * 1000.0).round() / 1000.0 + 0.0
}

fn unknown(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown {
        key: key.to_owned(),
        value,
    }
}

impl<'a> PageOps<'a> {
    fn new(height: f32, codes: &'a Codes) -> Self {
        Self {
            ops: Vec::new(),
            height,
            codes,
            elements: Vec::new(),
            pictures: BTreeSet::new(),
            font: None,
            tracking: 0.0,
            grey: 0.0,
        }
    }

    fn page(&mut self, page: &Page, typeset: &Typeset) {
        for items in page.items.chunk_by(|a, b| a.element == b.element) {
            let (tag, key, value) = match items[0].element {
                Some(id) => {
                    let mcid = self.elements.len() as i64;
                    self.elements.push(id);
                    let role = typeset.structure.elements[id.0 as usize].role;
                    (role_name(role), "MCID", DictItem::Int(mcid))
                }
                None => {
                    let text = items.iter().any(|x| matches!(x.ink, Ink::Run(_)));
                    let kind = if text { "Pagination" } else { "Layout" };
                    ("Artifact", "Type", DictItem::Name(kind.into()))
                }
            };
            self.ops.push(Op::BeginMarkedContentWithProperties {
                tag: tag.to_owned(),
                properties: DictItem::Dict {
                    map: BTreeMap::from([(key.to_owned(), value)]),
                },
            });
            self.items(items);
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn items(&mut self, items: &[Item]) {
        let mut in_text = false;
        for (at, item) in items.iter().enumerate() {
            let is_text = matches!(item.ink, Ink::Run(_));
            if is_text != in_text {
                self.ops.push(if is_text {
                    Op::StartTextSection
                } else {
                    Op::EndTextSection
                });
                in_text = is_text;
            }
            match &item.ink {
                Ink::Run(run) => self.run(run),
                Ink::Rule {
                    x,
                    y,
                    width,
                    height,
                    grey,
                } => {
                    self.grey(*grey);
                    // Rules of one grey are one path, filled at once: no seam between
                    // those that touch.
                    let next = items.get(at + 1).map(|item| &item.ink);
                    let goes_on = matches!(next, Some(Ink::Rule { grey: g, .. }) if g == grey);
                    let y = self.height - y - height;
                    self.rule([*x, y, *width, *height].map(rounded), goes_on);
                }
                Ink::Picture {
                    picture,
                    x,
                    y,
                    width,
                    height,
                } => {
                    self.pictures.insert(*picture);
                    self.ops.push(Op::UseXobject {
                        id: XObjectId(picture_resource(*picture)),
                        transform: XObjectTransform {
                            translate_x: Some(Pt(rounded(*x))),
                            translate_y: Some(Pt(rounded(self.height - y - height))),
                            scale_x: Some(rounded(*width)),
                            scale_y: Some(rounded(*height)),
                            no_auto_scale: true,
                            ..XObjectTransform::default()
                        },
                    });
                }
            }
        }
        if in_text {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn grey(&mut self, grey: f32) {
        if self.grey != grey {
            self.grey = grey;
            self.ops.push(Op::SetFillColor {
                col: Color::Greyscale(Greyscale::new(rounded(grey), None)),
            });
        }
    }

    /// A filled rectangle (left, lower edge, width, height), or one more of a path
    /// that is filled later.
    fn rule(&mut self, [x, y, width, height]: [f32; 4], goes_on: bool) {
        self.ops.push(if goes_on {
            unknown("re", [x, y, width, height].map(DictItem::Real).to_vec())
        } else {
            Op::DrawRectangle {
                rectangle: Rect {
                    x: Pt(x),
                    y: Pt(y),
                    width: Pt(width),
                    height: Pt(height),
                    mode: Some(PaintMode::Fill),
                    winding_order: None,
                },
            }
        });
    }

    fn run(&mut self, run: &Run) {
        if run.glyphs.is_empty() {
            return;
        }
        self.grey(0.0);
        let font = (run.face.0, run.size.to_bits());
        if self.font != Some(font) {
            self.font = Some(font);
            self.ops.push(Op::SetFont {
                font: PdfFontHandle::External(FontId(resource(run.face))),
                size: Pt(rounded(run.size)),
            });
        }
        let tracking = (run.tracking * 10_000.0).round() / 10_000.0;
        if self.tracking != tracking {
            self.tracking = tracking;
            self.ops.push(Op::SetCharacterSpacing {
                multiplier: tracking,
            });
        }
        let mut from = 0;
        for glyphs in run.glyphs.chunk_by(|a, b| a.rise == b.rise) {
            let to = from + glyphs.len();
            self.glyphs(run, from, to, tracking);
            from = to;
        }
    }

    /// One `Tm` and one `TJ` for glyphs of equal rise. The pen is reckoned with
    /// the numbers as they are written, so rounding doesn't add up.
    fn glyphs(&mut self, run: &Run, from: usize, to: usize, tracking: f32) {
        let size = f64::from(run.size);
        let first = &run.glyphs[from];
        let x = run.x + first.x;
        let y = self.height - run.y + first.rise;
        self.ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Translate(Pt(rounded(x)), Pt(rounded(y))),
        });
        let mut pieces: Vec<DictItem> = Vec::new();
        let mut string: Vec<u8> = Vec::new();
        let mut pen = f64::from(first.x);
        for glyph in &run.glyphs[from..to] {
            let off = (pen - f64::from(glyph.x)) * 1000.0 / size;
            let adjust = off.round();
            if adjust.abs() >= 1.0 {
                if !string.is_empty() {
                    pieces.push(shown(std::mem::take(&mut string)));
                }
                pieces.push(DictItem::Int(adjust as i64));
                pen -= adjust * size / 1000.0;
            }
            let (code, width) = self.codes.code(run.face, glyph.id, &glyph.reads);
            string.extend_from_slice(&code.to_be_bytes());
            pen += f64::from(width) * size / 1000.0 + f64::from(tracking);
        }
        if !string.is_empty() {
            pieces.push(shown(string));
        }
        self.ops.push(if pieces.len() == 1 {
            unknown("Tj", pieces)
        } else {
            unknown("TJ", vec![DictItem::Array(pieces)])
        });
    }
}

/// A string of codes, two bytes each.
fn shown(data: Vec<u8>) -> DictItem {
    DictItem::String {
        data,
        literal: false,
    }
}
