//! Content streams, written by printpdf.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{DictItem, Mm, Op, PdfDocument, PdfPage, PdfSaveOptions};

use crate::error::PressError;
use crate::page::display_list::{Ink, Page, Run, Typeset};
use crate::page::structure::ElementId;
use crate::pdf::fonts::{Codes, resource};
use crate::pdf::roles::role_name;

/// The ink of a page.
pub(crate) struct PageContent {
    /// The content stream, not packed.
    pub stream: Vec<u8>,
    /// `elements[mcid]`: the element each marked content belongs to.
    pub elements: Vec<ElementId>,
    /// The pictures it shows.
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
        pdf.pages.push(PdfPage::new(Mm(210.0), Mm(297.0), ops.ops));
        out.push(PageContent {
            stream: Vec::new(),
            elements: ops.elements,
            pictures: ops.pictures,
        });
    }
    // Its own operators are written as they are: all of them come from here.
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

struct PageOps<'a> {
    ops: Vec<Op>,
    height: f32,
    codes: &'a Codes,
    elements: Vec<ElementId>,
    pictures: BTreeSet<usize>,
    font: Option<(u8, u32)>,
    tracking: f32,
    grey: f32,
}

fn op(key: &str, value: Vec<DictItem>) -> Op {
    Op::Unknown {
        key: key.to_owned(),
        value,
    }
}

/// A coordinate to a thousandth of a point.
fn real(v: f32) -> DictItem {
    let v = (v * 1000.0).round() / 1000.0;
    if v.fract() == 0.0 {
        DictItem::Int(v as i64)
    } else {
        DictItem::Real(v)
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
        let mut i = 0;
        while i < page.items.len() {
            let element = page.items[i].element;
            let end = page.items[i..]
                .iter()
                .position(|x| x.element != element)
                .map_or(page.items.len(), |n| i + n);
            let items = &page.items[i..end];
            match element {
                Some(id) => {
                    let mcid = self.elements.len() as i64;
                    self.elements.push(id);
                    let role = typeset.structure.elements[id.0 as usize].role;
                    let map = BTreeMap::from([("MCID".to_owned(), DictItem::Int(mcid))]);
                    self.ops.push(op(
                        "BDC",
                        vec![
                            DictItem::Name(role_name(role).into()),
                            DictItem::Dict { map },
                        ],
                    ));
                }
                None => {
                    let text = items.iter().any(|x| matches!(x.ink, Ink::Run(_)));
                    let kind = if text { "Pagination" } else { "Layout" };
                    let map = BTreeMap::from([("Type".to_owned(), DictItem::Name(kind.into()))]);
                    self.ops.push(op(
                        "BDC",
                        vec![DictItem::Name(b"Artifact".to_vec()), DictItem::Dict { map }],
                    ));
                }
            }
            self.items(items.iter().map(|x| &x.ink));
            self.ops.push(op("EMC", vec![]));
            i = end;
        }
    }

    fn items<'b>(&mut self, items: impl Iterator<Item = &'b Ink>) {
        let mut in_text = false;
        let mut open = false;
        for ink in items {
            // Rules of one grey are one path, filled at once: no seam between
            // those that touch.
            let joins = matches!(ink, Ink::Rule { grey, .. } if *grey == self.grey);
            if open && !joins {
                self.ops.push(op("f", vec![]));
                open = false;
            }
            let is_text = matches!(ink, Ink::Run(_));
            if is_text != in_text {
                self.ops.push(op(if is_text { "BT" } else { "ET" }, vec![]));
                in_text = is_text;
            }
            match ink {
                Ink::Run(run) => self.run(run),
                Ink::Rule {
                    x,
                    y,
                    width,
                    height,
                    grey,
                } => {
                    if self.grey != *grey {
                        self.grey = *grey;
                        self.ops.push(op("g", vec![real(*grey)]));
                    }
                    let y = self.height - y - height;
                    self.ops.push(op(
                        "re",
                        vec![real(*x), real(y), real(*width), real(*height)],
                    ));
                    open = true;
                }
                Ink::Picture {
                    picture,
                    x,
                    y,
                    width,
                    height,
                } => {
                    self.pictures.insert(*picture);
                    let y = self.height - y - height;
                    self.ops.push(op("q", vec![]));
                    let zero = || DictItem::Int(0);
                    self.ops.push(op(
                        "cm",
                        vec![
                            real(*width),
                            zero(),
                            zero(),
                            real(*height),
                            real(*x),
                            real(y),
                        ],
                    ));
                    self.ops.push(op(
                        "Do",
                        vec![DictItem::Name(picture_resource(*picture).into_bytes())],
                    ));
                    self.ops.push(op("Q", vec![]));
                }
            }
        }
        if open {
            self.ops.push(op("f", vec![]));
        }
        if in_text {
            self.ops.push(op("ET", vec![]));
        }
    }

    fn run(&mut self, run: &Run) {
        if run.glyphs.is_empty() {
            return;
        }
        if self.grey != 0.0 {
            self.grey = 0.0;
            self.ops.push(op("g", vec![DictItem::Int(0)]));
        }
        let font = (run.face.0, run.size.to_bits());
        if self.font != Some(font) {
            self.font = Some(font);
            self.ops.push(op(
                "Tf",
                vec![
                    DictItem::Name(resource(run.face).into_bytes()),
                    real(run.size),
                ],
            ));
        }
        let tracking = (run.tracking * 10_000.0).round() / 10_000.0;
        if self.tracking != tracking {
            self.tracking = tracking;
            self.ops.push(op("Tc", vec![DictItem::Real(tracking)]));
        }
        let mut from = 0;
        while from < run.glyphs.len() {
            let rise = run.glyphs[from].rise;
            let to = run.glyphs[from..]
                .iter()
                .position(|g| g.rise != rise)
                .map_or(run.glyphs.len(), |n| from + n);
            self.glyphs(run, from, to, rise, tracking);
            from = to;
        }
    }

    /// One `Tm` and one `TJ` for glyphs of equal rise. The pen is reckoned with
    /// the numbers as they are written, so rounding doesn't add up.
    fn glyphs(&mut self, run: &Run, from: usize, to: usize, rise: f32, tracking: f32) {
        let size = f64::from(run.size);
        let start = f64::from(run.glyphs[from].x);
        let one = || DictItem::Int(1);
        let zero = || DictItem::Int(0);
        let x = run.x + run.glyphs[from].x;
        let y = self.height - run.y + rise;
        self.ops.push(op(
            "Tm",
            vec![one(), zero(), zero(), one(), real(x), real(y)],
        ));
        let mut pieces: Vec<DictItem> = Vec::new();
        let mut string: Vec<u8> = Vec::new();
        let mut pen = start;
        for glyph in &run.glyphs[from..to] {
            let off = (pen - f64::from(glyph.x)) * 1000.0 / size;
            let adjust = off.round();
            if adjust.abs() >= 1.0 {
                if !string.is_empty() {
                    pieces.push(DictItem::String {
                        data: std::mem::take(&mut string),
                        literal: false,
                    });
                }
                pieces.push(DictItem::Int(adjust as i64));
                pen -= adjust * size / 1000.0;
            }
            let (code, width) = self.codes.code(run.face, glyph.id, &glyph.reads);
            string.extend_from_slice(&code.to_be_bytes());
            pen += f64::from(width) * size / 1000.0 + f64::from(tracking);
        }
        if !string.is_empty() {
            pieces.push(DictItem::String {
                data: string,
                literal: false,
            });
        }
        if pieces.len() == 1
            && let Some(only) = pieces.pop()
        {
            self.ops.push(op("Tj", vec![only]));
        } else {
            self.ops.push(op("TJ", vec![DictItem::Array(pieces)]));
        }
    }
}
