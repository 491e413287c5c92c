//! Blocks made into strips: pieces of a page's height that never break.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::breaker::{Room, lines};
use crate::display::{ElementId, Ink, Item, Role, Structure};
use crate::fonts::Shaped;
use crate::line::runs;
use crate::model::{Align, Block, Language, Marker, PageSetup, Paragraph, Span};
use crate::paragraph::{Style, stream};
use crate::picture::{Bitmap, PictureError, Pictures};

/// Points in a millimetre.
pub const MM: f32 = 72.0 / 25.4;

/// Whether a page may end before a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// It may.
    Free,
    /// Only if nothing else is possible.
    Never,
    /// It must.
    Always,
}

/// The head of a table, drawn again on each page the table goes on to.
#[derive(Debug)]
pub struct Head {
    /// Its ink, as artifacts, from its upper edge.
    pub items: Vec<Item>,
    /// Its height, pt.
    pub height: f32,
}

/// A piece of the column of text.
#[derive(Debug, Clone)]
pub struct Strip {
    /// Height, pt.
    pub height: f32,
    /// Its ink: x from the sheet's left edge, y from the strip's upper edge.
    pub items: Vec<Item>,
    /// Space above, pt; none at the top of a page.
    pub before: f32,
    /// Whether a page may end before it.
    pub broken: Break,
    /// The head of the table it continues.
    pub head: Option<Arc<Head>>,
    /// Whether it is a line of running text.
    pub text: bool,
    /// Whether it stands at the bottom of its page.
    pub pinned: bool,
}

impl Strip {
    /// Empty height.
    pub fn empty(height: f32) -> Self {
        Self {
            height,
            items: Vec::new(),
            before: 0.0,
            broken: Break::Free,
            head: None,
            text: false,
            pinned: false,
        }
    }
}

/// Where blocks are set: left edge and width, pt.
#[derive(Debug, Clone, Copy)]
pub struct Area {
    /// Left edge on the sheet.
    pub x: f32,
    /// Width.
    pub width: f32,
}

/// How deep lists and quotes are set in; deeper ones stand where the last does.
const DEEPEST: u32 = 8;
/// The narrowest column, pt.
pub const NARROWEST_COLUMN: f32 = 24.0;

/// The state of setting one document.
pub struct Setter<'a> {
    /// Shaped words.
    pub shaped: &'a Shaped,
    /// Decoded pictures.
    pub kept_pictures: &'a Pictures,
    /// The sheet.
    pub page: &'a PageSetup,
    /// The document's language.
    pub language: Language,
    /// The structure made so far.
    pub structure: Structure,
    /// The pictures used so far.
    pub pictures: Vec<Arc<Bitmap>>,
    /// Characters no face has.
    pub missing: BTreeSet<char>,
    /// Level of the last heading: levels are not skipped.
    pub last_level: u8,
    /// The exhibits that the text rests on, in the order of their numbers.
    pub notes: Vec<String>,
}

/// A paragraph's look.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Style of its glyphs.
    pub style: Style,
    /// Distance of base lines, pt.
    pub leading: f32,
    /// How its lines stand.
    pub align: Align,
    /// First-line indent, pt; negative hangs.
    pub indent: f32,
}

impl Setter<'_> {
    /// The body's look at `scale`.
    pub fn look(&self, scale: f32, align: Align) -> Look {
        let scale = if scale.is_finite() {
            scale.clamp(0.3, 6.0)
        } else {
            1.0
        };
        Look {
            style: Style {
                family: self.page.family,
                size: self.page.size * scale,
                bold: false,
                italic: false,
                language: self.language,
                hyphenate: self.page.hyphenate && align == Align::Justified,
            },
            leading: self.page.leading * scale,
            align,
            indent: 0.0,
        }
    }

    /// Lines of `spans` in `area`, as strips of the element.
    pub fn text(
        &mut self,
        spans: &[Span],
        look: Look,
        area: Area,
        element: ElementId,
    ) -> Vec<Strip> {
        let width = area.width.max(NARROWEST_COLUMN);
        let indent = look.indent.clamp(-width / 2.0, width / 2.0);
        let room = Room {
            first: width - indent.max(0.0),
            rest: width + indent.min(0.0),
            justified: look.align == Align::Justified,
            indent: indent.abs(),
        };
        let with_marks;
        let spans = if spans.iter().any(|s| s.note.is_some()) {
            with_marks = self.marked(spans);
            &with_marks
        } else {
            spans
        };
        let stream = stream(self.shaped, spans, look.style, room.first.min(room.rest));
        self.missing.extend(&stream.missing);
        let chosen = lines(&stream, room);
        let count = chosen.len();
        let base = (look.leading + 0.53 * look.style.size) / 2.0;
        let mut foreign = None;
        chosen
            .iter()
            .enumerate()
            .map(|(i, line)| {
                let x = area.x
                    + if i == 0 {
                        indent.max(0.0)
                    } else {
                        -indent.min(0.0)
                    };
                let (made, _) = runs(self.shaped, &stream, line, look.align, x);
                let items = made
                    .into_iter()
                    .map(|mut run| {
                        run.y = base;
                        let element = match run.language {
                            None if run.note.is_some() => {
                                foreign = None;
                                self.structure.add(element, Role::Reference)
                            }
                            None => {
                                foreign = None;
                                element
                            }
                            Some(l) => match foreign {
                                Some((k, e)) if k == l => e,
                                _ => {
                                    let e = self.structure.add(element, Role::Span(l));
                                    foreign = Some((l, e));
                                    e
                                }
                            },
                        };
                        Item {
                            element: Some(element),
                            ink: Ink::Run(run),
                        }
                    })
                    .collect();
                Strip {
                    height: look.leading,
                    items,
                    before: 0.0,
                    broken: if i > 0 && (i == 1 || i + 1 == count) {
                        Break::Never
                    } else {
                        Break::Free
                    },
                    head: None,
                    text: true,
                    pinned: false,
                }
            })
            .collect()
    }

    /// Blocks in `area`.
    ///
    /// # Errors
    /// When a picture can't be read.
    pub fn blocks(
        &mut self,
        blocks: &[Block],
        area: Area,
        parent: ElementId,
        depth: u32,
    ) -> Result<Vec<Strip>, PictureError> {
        let mut out: Vec<Strip> = Vec::new();
        let mut keep = false;
        let mut space = 0.0;
        let mut new_page = false;
        for block in blocks {
            let mut strips = match block {
                Block::Space { mm } => {
                    space += sane(*mm, 0.0, 1000.0) * MM;
                    continue;
                }
                Block::PageBreak => {
                    new_page = true;
                    continue;
                }
                Block::Paragraph(p) => self.paragraph(p, area, parent),
                Block::Heading { level, spans } => self.heading(*level, spans, area, parent),
                Block::List { marker, items } => self.list(*marker, items, area, parent, depth)?,
                Block::Table(table) => self.table(table, area, parent),
                Block::Quote { blocks } => self.quote(blocks, area, parent, depth)?,
                Block::Image { picture, align } => vec![self.image(picture, *align, area, parent)?],
                Block::Together { blocks } => {
                    let mut inner = self.blocks(blocks, area, parent, depth)?;
                    inner
                        .iter_mut()
                        .skip(1)
                        .for_each(|s| s.broken = Break::Never);
                    inner
                }
                Block::Rule => vec![rule(area)],
            };
            if let Some(first) = strips.first_mut() {
                first.before += space;
                if new_page {
                    first.broken = Break::Always;
                } else if keep {
                    first.broken = Break::Never;
                }
                space = 0.0;
                new_page = false;
                keep = matches!(block, Block::Heading { .. })
                    || matches!(block, Block::Paragraph(p) if p.keep_with_next);
            }
            out.append(&mut strips);
        }
        Ok(out)
    }

    fn paragraph(&mut self, p: &Paragraph, area: Area, parent: ElementId) -> Vec<Strip> {
        let element = self.structure.add(parent, Role::Paragraph);
        let mut look = self.look(p.scale.unwrap_or(1.0), p.align);
        look.indent = match p.indent {
            Some(mm) => sane(mm, -200.0, 200.0) * MM,
            None if p.align == Align::Justified => self.page.indent * MM,
            None => 0.0,
        };
        let mut strips = self.text(&p.spans, look, area, element);
        if let Some(first) = strips.first_mut() {
            first.before += sane(p.before, 0.0, 1000.0);
        }
        self.gap_after(&mut strips, sane(p.after, 0.0, 1000.0));
        strips
    }

    /// A gap below is an empty strip that vanishes at a page's edge.
    fn gap_after(&self, strips: &mut Vec<Strip>, after: f32) {
        let gap = after + self.page.paragraph_gap;
        if gap > 0.0 {
            let mut strip = Strip::empty(0.0);
            strip.before = gap;
            strip.broken = Break::Never;
            strips.push(strip);
        }
    }

    fn heading(&mut self, level: u8, spans: &[Span], area: Area, parent: ElementId) -> Vec<Strip> {
        let level = level.clamp(1, 6).min(self.last_level + 1);
        self.last_level = level;
        let element = self.structure.add(parent, Role::Heading(level));
        let scale = match level {
            1 => 1.25,
            2 => 1.1,
            _ => 1.0,
        };
        let mut look = self.look(scale, Align::Left);
        look.style.bold = true;
        look.style.italic = level > 3;
        let mut strips = self.text(spans, look, area, element);
        if let Some(first) = strips.first_mut() {
            first.before += self.page.leading * 0.7;
        }
        strips
            .iter_mut()
            .skip(1)
            .for_each(|s| s.broken = Break::Never);
        self.gap_after(&mut strips, self.page.leading * 0.3);
        strips
    }

    fn list(
        &mut self,
        marker: Marker,
        items: &[Vec<Block>],
        area: Area,
        parent: ElementId,
        depth: u32,
    ) -> Result<Vec<Strip>, PictureError> {
        let list = self.structure.add(
            parent,
            Role::List(matches!(marker, Marker::Numbered { .. })),
        );
        let marks: Vec<String> = (0..items.len())
            .map(|i| match marker {
                Marker::Numbered { start } => format!("{}.", u64::from(start) + i as u64),
                Marker::Dashed => if self.language == Language::Ru {
                    "—"
                } else {
                    "–"
                }
                .to_owned(),
            })
            .collect();
        let mut look = self.look(1.0, Align::Left);
        look.style.hyphenate = false;
        let widest = marks
            .iter()
            .map(|m| self.width_of(m, look.style))
            .fold(0.0, f32::max);
        let lead = if depth == 0 {
            (self.page.indent * MM - widest - 0.4 * look.style.size).clamp(0.0, area.width / 4.0)
        } else {
            0.0
        };
        let hang = widest + 0.5 * look.style.size;
        let inset = if depth < DEEPEST && area.width > 160.0 {
            lead + hang
        } else {
            hang.min(area.width / 4.0)
        };
        let inner = Area {
            x: area.x + inset,
            width: (area.width - inset).max(NARROWEST_COLUMN),
        };
        let mut out = Vec::new();
        for (mark, blocks) in marks.iter().zip(items) {
            let item = self.structure.add(list, Role::Item);
            let label = self.structure.add(item, Role::Label);
            let body = self.structure.add(item, Role::Body);
            let at = Area {
                x: area.x + inset - hang,
                width: hang,
            };
            let mut marked = self.text(&[Span::name(mark.as_str())], look, at, label);
            let set_in = without_indent(blocks);
            let mut strips = self.blocks(&set_in, inner, body, depth + 1)?;
            match strips.first_mut() {
                Some(first) if first.text => {
                    if let Some(m) = marked.first_mut() {
                        m.items.append(&mut first.items);
                        first.items = std::mem::take(&mut m.items);
                    }
                }
                _ => strips.splice(0..0, marked).for_each(drop),
            }
            out.append(&mut strips);
        }
        Ok(out)
    }

    fn quote(
        &mut self,
        blocks: &[Block],
        area: Area,
        parent: ElementId,
        depth: u32,
    ) -> Result<Vec<Strip>, PictureError> {
        let element = self.structure.add(parent, Role::Quote);
        let inset = if depth < DEEPEST && area.width > 160.0 {
            self.page.indent * MM
        } else {
            0.0
        };
        let inner = Area {
            x: area.x + inset,
            width: area.width - inset,
        };
        let mut strips = self.blocks(&without_indent(blocks), inner, element, depth + 1)?;
        for strip in &mut strips {
            // A thin rule at the left says who speaks.
            strip.items.push(Item {
                element: None,
                ink: Ink::Rule {
                    x: area.x + inset * 0.7,
                    y: 0.0,
                    width: 0.8,
                    height: strip.height,
                    grey: 0.55,
                },
            });
        }
        if let Some(first) = strips.first_mut() {
            first.before += self.page.leading * 0.3;
        }
        self.gap_after(&mut strips, self.page.leading * 0.3);
        Ok(strips)
    }

    /// Natural width of a text on one line, pt.
    pub fn width_of(&self, text: &str, style: Style) -> f32 {
        let s = stream(self.shaped, &[Span::name(text)], style, f32::MAX);
        s.widths.last().copied().unwrap_or(0.0) as f32
    }
}

fn rule(area: Area) -> Strip {
    let mut strip = Strip::empty(6.0);
    strip.items.push(Item {
        element: None,
        ink: Ink::Rule {
            x: area.x,
            y: 2.75,
            width: area.width,
            height: 0.5,
            grey: 0.0,
        },
    });
    strip
}

/// Paragraphs in a list or a quote have no first-line indent of their own.
fn without_indent(blocks: &[Block]) -> Vec<Block> {
    let mut out = blocks.to_vec();
    for block in &mut out {
        if let Block::Paragraph(p) = block
            && p.indent.is_none()
        {
            p.indent = Some(0.0);
        }
    }
    out
}

/// A length that came from outside, made usable.
pub fn sane(value: f32, least: f32, most: f32) -> f32 {
    if value.is_finite() {
        value.clamp(least, most)
    } else {
        least.max(0.0)
    }
}
