//! The text: paragraphs, lists, tables, quotations, pictures.

use crate::pictures::{Pictures, sized};
use crate::props::{Numbered, Props, Ruled, Type, mm, pt};
use crate::xml::Xml;
use press::{
    Align, Block, Cell, Column, Document, Language, Marker, PageSetup, Paragraph, Picture, Span,
    Table, Width,
};
use std::io;

/// Deeper lists are marked like the deepest.
pub const DEEPEST: usize = 8;
/// Most columns that a table has.
const MOST_COLUMNS: usize = 40;

/// Where blocks stand: within lists, quotations, cells.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Space at the left, twentieths of a point.
    pub left: i32,
    /// How many lists are around.
    pub depth: usize,
    /// Whether it is a quotation.
    pub quoted: bool,
    /// Whether first lines are indented.
    indents: bool,
    /// Whether it stays with what follows: what is signed takes the end of the
    /// text along to its page.
    tied: bool,
}

impl Place {
    /// The page itself.
    pub const TOP: Self = Self {
        left: 0,
        depth: 0,
        quoted: false,
        indents: true,
        tied: false,
    };
    /// The end of the text.
    pub const END: Self = Self {
        tied: true,
        ..Self::TOP
    };
}

/// A list that was begun: how it is marked, from which number, at which level.
pub struct List {
    /// Whether its marks are numbers; else dashes.
    pub numbers: bool,
    /// The first number.
    pub start: u32,
    /// Its level.
    pub level: usize,
}

/// What was written: the body and what it refers to.
pub struct Written {
    /// The content of `w:body`, without the section's properties.
    pub body: Vec<u8>,
    /// Its pictures.
    pub pictures: Pictures,
    /// Its lists, the first having number 1.
    pub lists: Vec<List>,
}

/// Writes the body.
pub struct Writer<'a> {
    pub(crate) xml: Xml,
    pub(crate) page: &'a PageSetup,
    pub(crate) language: Language,
    pub(crate) pictures: Pictures,
    lists: Vec<List>,
    /// The exhibits that the text rests on, in the order of their numbers.
    pub(crate) notes: Vec<String>,
    /// Space that waits for the next paragraph.
    space: i32,
    /// Whether the next paragraph starts a page.
    new_page: bool,
}

impl<'a> Writer<'a> {
    pub fn new(document: &'a Document) -> Self {
        Self {
            xml: Xml::fragment(),
            page: &document.page,
            language: document.meta.language,
            pictures: Pictures::default(),
            lists: Vec::new(),
            notes: Vec::new(),
            space: 0,
            new_page: false,
        }
    }

    pub fn finish(self) -> io::Result<Written> {
        Ok(Written {
            body: self.xml.into_bytes(),
            pictures: self.pictures,
            lists: self.lists,
        })
    }

    /// The width of the text, points.
    pub(crate) fn width(&self) -> f32 {
        self.page.text_width() * 72.0 / 25.4
    }

    pub(crate) fn word(&self, ru: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Ru => ru,
            Language::En => en,
        }
    }

    /// Blocks in their order.
    pub fn blocks(&mut self, blocks: &[Block], place: Place) -> io::Result<()> {
        self.marked(blocks, place, None, false)
    }

    /// Blocks, the first of them with the mark of a list's item.
    fn marked(
        &mut self,
        blocks: &[Block],
        place: Place,
        mut mark: Option<Numbered>,
        together: bool,
    ) -> io::Result<()> {
        let last = blocks.len().saturating_sub(1);
        for (at, block) in blocks.iter().enumerate() {
            let keep = together && at < last;
            let carries_mark = matches!(
                block,
                Block::Paragraph(_)
                    | Block::Heading { .. }
                    | Block::Space { .. }
                    | Block::PageBreak
            );
            if !carries_mark && mark.is_some() {
                let bare = self.body(place, mark.take());
                self.paragraph(bare, &[], Type::BODY)?;
            }
            match block {
                Block::Paragraph(paragraph) => {
                    self.own_paragraph(paragraph, place, mark.take(), keep)?;
                }
                Block::Heading { level, spans } => {
                    self.heading(*level, spans, place, mark.take())?;
                }
                Block::List { marker, items } => self.list(*marker, items, place)?,
                Block::Table(table) => self.table(table, place)?,
                Block::Quote { blocks } => {
                    let inset = if place.depth < DEEPEST {
                        mm(self.page.indent.max(8.0))
                    } else {
                        0
                    };
                    let inner = Place {
                        left: place.left + inset,
                        depth: place.depth + 1,
                        quoted: true,
                        indents: false,
                        ..place
                    };
                    self.marked(blocks, inner, None, keep)?;
                }
                Block::Picture { picture, align } => self.image(picture, *align, place)?,
                Block::Together { blocks } => self.marked(blocks, place, None, true)?,
                Block::Space { mm: height } => self.space += mm(height.clamp(0.0, 1000.0)),
                Block::Rule => {
                    let rule = Props {
                        ruled: Some(Ruled::Below),
                        leading: Some(pt(4.0)),
                        ..self.body(place, None)
                    };
                    self.paragraph(rule, &[], Type::BODY)?;
                }
                Block::PageBreak => self.new_page = true,
            }
        }
        if let Some(mark) = mark {
            let bare = self.body(place, Some(mark));
            self.paragraph(bare, &[], Type::BODY)?;
        }
        Ok(())
    }

    /// A paragraph's properties as the page sets them.
    pub(crate) fn body(&self, place: Place, numbered: Option<Numbered>) -> Props {
        Props {
            left: place.left,
            leading: Some(pt(self.page.leading)),
            after: pt(self.page.paragraph_gap),
            first: if numbered.is_some() {
                -mm(6.0).min(place.left)
            } else {
                0
            },
            numbered,
            ruled: place.quoted.then_some(Ruled::Quoted),
            keep_next: place.tied,
            ..Props::default()
        }
    }

    fn own_paragraph(
        &mut self,
        paragraph: &Paragraph,
        place: Place,
        mark: Option<Numbered>,
        keep: bool,
    ) -> io::Result<()> {
        let mut props = self.body(place, mark);
        props.align = paragraph.align;
        props.keep_next |= keep || paragraph.keep_with_next;
        props.before = pt(paragraph.before);
        props.after += pt(paragraph.after);
        if mark.is_none() {
            props.first = match paragraph.indent {
                Some(indent) => mm(indent.clamp(0.0, 100.0)),
                None if place.indents && paragraph.align == Align::Justified => {
                    mm(self.page.indent)
                }
                None => 0,
            };
        }
        let scale = paragraph.scale.unwrap_or(1.0).clamp(0.3, 4.0);
        props.leading = Some(pt(self.page.leading * scale));
        self.paragraph(props, &paragraph.spans, Type::scaled(scale))
    }

    fn heading(
        &mut self,
        level: u8,
        spans: &[Span],
        place: Place,
        mark: Option<Numbered>,
    ) -> io::Result<()> {
        let (style, scale) = match level {
            0 | 1 => ("Heading1", 1.25),
            2 => ("Heading2", 1.1),
            _ => ("Heading3", 1.0),
        };
        let props = Props {
            style: Some(style),
            align: Align::Left,
            keep_next: true,
            before: pt(self.page.leading * 0.7),
            after: pt(self.page.leading * 0.3),
            leading: Some(pt(self.page.leading * scale)),
            ..self.body(place, mark)
        };
        let look = Type {
            scale,
            bold: true,
            italic: level > 3,
        };
        self.paragraph(props, spans, look)
    }

    fn list(&mut self, marker: Marker, items: &[Vec<Block>], place: Place) -> io::Result<()> {
        let level = place.depth.min(DEEPEST);
        self.lists.push(match marker {
            Marker::Numbered { start } => List {
                numbers: true,
                start,
                level,
            },
            Marker::Dashed => List {
                numbers: false,
                start: 1,
                level,
            },
        });
        let mark = Numbered {
            list: self.lists.len(),
            level,
        };
        let inset = match place.depth {
            0 => mm(self.page.indent.max(8.0)),
            at if at < DEEPEST => mm(8.0),
            _ => 0,
        };
        let inner = Place {
            left: place.left + inset,
            depth: place.depth + 1,
            indents: false,
            ..place
        };
        for item in items {
            self.marked(item, inner, Some(mark), false)?;
        }
        Ok(())
    }

    fn image(&mut self, picture: &Picture, align: Align, place: Place) -> io::Result<()> {
        let room = (self.page.height - self.page.top - self.page.bottom) * 72.0 / 25.4;
        let Some(shown) = sized(picture, self.width() - place.left as f32 / 20.0, room * 0.9)
        else {
            return Ok(());
        };
        let props = Props {
            align: if align == Align::Justified {
                Align::Centre
            } else {
                align
            },
            before: pt(4.0),
            after: pt(4.0),
            leading: None,
            ..self.body(place, None)
        };
        self.begin(props)?;
        let alt = self.word("Изображение", "Picture");
        self.pictures.show(&mut self.xml, &shown, alt)?;
        self.xml.close("w:p")
    }

    /// Opens a paragraph, with the space and the page that waited for it.
    pub(crate) fn begin(&mut self, mut props: Props) -> io::Result<()> {
        props.before += std::mem::take(&mut self.space);
        props.new_page |= std::mem::take(&mut self.new_page);
        self.xml.open("w:p", &[])?;
        props.write(&mut self.xml)
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self, props: Props, spans: &[Span], look: Type) -> io::Result<()> {
        self.begin(props)?;
        self.runs(spans, look)?;
        self.xml.close("w:p")
    }

    /// A paragraph of one line of words.
    pub(crate) fn line(&mut self, props: Props, text: &str, look: Type) -> io::Result<()> {
        self.paragraph(props, &[Span::plain(text)], look)
    }

    fn table(&mut self, table: &Table, place: Place) -> io::Result<()> {
        let longest = table.head.iter().chain(&table.rows).map(Vec::len).max();
        let count = match table.columns.len() {
            0 => longest.unwrap_or(0),
            some => some,
        }
        .min(MOST_COLUMNS);
        if count == 0 {
            return Ok(());
        }
        let room = pt(self.width()) - place.left;
        let widths = widths(table, count, room);
        self.spacer(0.4)?;
        self.xml.open("w:tbl", &[])?;
        table_properties(&mut self.xml, place.left, true, &widths)?;
        for (rows, is_head) in [(&table.head, true), (&table.rows, false)] {
            for row in rows {
                self.row(row, &table.columns, &widths, is_head)?;
            }
        }
        self.xml.close("w:tbl")?;
        self.spacer(0.4)
    }

    /// A narrow empty paragraph: two tables that touch would become one.
    pub(crate) fn spacer(&mut self, lines: f32) -> io::Result<()> {
        let props = Props {
            leading: Some(pt(self.page.leading * lines)),
            ..Props::default()
        };
        self.paragraph(props, &[], Type::BODY)
    }

    fn row(
        &mut self,
        row: &[Cell],
        columns: &[Column],
        widths: &[i32],
        is_head: bool,
    ) -> io::Result<()> {
        self.xml.open("w:tr", &[])?;
        self.xml.open("w:trPr", &[])?;
        if is_head {
            self.xml.empty("w:cantSplit", &[])?;
            self.xml.empty("w:tblHeader", &[])?;
        }
        self.xml.close("w:trPr")?;
        for (at, width) in widths.iter().enumerate() {
            let mut spans = row.get(at).map(|c| c.spans.clone()).unwrap_or_default();
            if at + 1 == widths.len() {
                for more in row.iter().skip(at + 1) {
                    spans.push(Span::plain(" "));
                    spans.extend(more.spans.iter().cloned());
                }
            }
            self.open_cell(*width)?;
            let align = match columns.get(at).map(|c| c.align) {
                None | Some(Align::Justified) => Align::Left,
                Some(align) => align,
            };
            let props = Props {
                align,
                leading: Some(pt(self.page.leading)),
                keep_next: is_head,
                ..Props::default()
            };
            let look = if is_head {
                Type::BODY.bold()
            } else {
                Type::BODY
            };
            self.paragraph(props, &spans, look)?;
            self.xml.close("w:tc")?;
        }
        self.xml.close("w:tr")
    }

    pub(crate) fn open_cell(&mut self, width: i32) -> io::Result<()> {
        self.xml.open("w:tc", &[])?;
        self.xml.open("w:tcPr", &[])?;
        self.xml
            .empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")])?;
        self.xml.close("w:tcPr")
    }
}

/// Opens a table's properties and its grid.
pub fn table_properties(xml: &mut Xml, left: i32, ruled: bool, widths: &[i32]) -> io::Result<()> {
    let whole: i32 = widths.iter().sum();
    xml.open("w:tblPr", &[])?;
    xml.empty("w:tblW", &[("w:w", &whole.to_string()), ("w:type", "dxa")])?;
    xml.empty("w:tblInd", &[("w:w", &left.to_string()), ("w:type", "dxa")])?;
    xml.open("w:tblBorders", &[])?;
    let kind = if ruled { "single" } else { "nil" };
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.empty(
            &format!("w:{side}"),
            &[
                ("w:val", kind),
                ("w:sz", "4"),
                ("w:space", "0"),
                ("w:color", "auto"),
            ],
        )?;
    }
    xml.close("w:tblBorders")?;
    xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
    let pad = if ruled { "80" } else { "0" };
    xml.open("w:tblCellMar", &[])?;
    for side in ["left", "right"] {
        xml.empty(&format!("w:{side}"), &[("w:w", pad), ("w:type", "dxa")])?;
    }
    xml.close("w:tblCellMar")?;
    xml.close("w:tblPr")?;
    xml.open("w:tblGrid", &[])?;
    for width in widths {
        xml.empty("w:gridCol", &[("w:w", &width.to_string())])?;
    }
    xml.close("w:tblGrid")
}

/// Widths of a table's columns in `room`: fixed ones first, then shares and
/// what the words ask for.
fn widths(table: &Table, count: usize, room: i32) -> Vec<i32> {
    let least = room / (2 * count as i32).max(1);
    let asked = |at: usize| {
        let rows = table.head.iter().chain(&table.rows);
        let cells = rows.filter_map(|row| row.get(at));
        let longest = cells.map(|cell| {
            let chars: usize = cell.spans.iter().map(|s| s.text.chars().count()).sum();
            chars.clamp(4, 60)
        });
        longest.max().unwrap_or(4) as f32
    };
    let mut fixed = 0;
    let mut weights = vec![0.0f32; count];
    let mut out = vec![0i32; count];
    for at in 0..count {
        match table.columns.get(at).map(|c| c.width) {
            Some(Width::Mm(width)) => {
                out[at] = mm(width.clamp(1.0, 400.0)).min(room);
                fixed += out[at];
            }
            Some(Width::Share(share)) => weights[at] = share.clamp(0.01, 100.0) * 20.0,
            Some(Width::Auto) | None => weights[at] = asked(at),
        }
    }
    let whole: f32 = weights.iter().sum();
    let rest = (room - fixed).max(least);
    for (width, weight) in out.iter_mut().zip(&weights) {
        if *weight > 0.0 {
            *width = ((rest as f32 * weight / whole) as i32).max(least / 2);
        }
    }
    out
}

/// Half points, as the format counts type.
pub fn half_points(size: f32) -> String {
    ((size * 2.0).round() as i32).max(2).to_string()
}

/// The tag of a language.
pub fn tag(language: Language) -> &'static str {
    match language {
        Language::Ru => "ru-RU",
        Language::En => "en-GB",
    }
}
