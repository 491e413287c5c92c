//! Blocks of the text in their order: paragraphs, lists, quotations, pictures.

use std::io;

use press::{Align, Block, Marker, Paragraph, Picture, Span};

use crate::body::character_style::CharacterStyle;
use crate::body::nesting::{DEEPEST, Nesting};
use crate::body::paragraphs::{begin, paragraph, text_properties, wordless};
use crate::body::pictures::sized;
use crate::body::properties::{Border, ListMarker, ParagraphProperties};
use crate::body::state::{Body, List};
use crate::body::tables::table;
use crate::units::{mm, points, pt};

/// Blocks in their order, with what waits for the next paragraph between them.
pub(crate) fn blocks(to: &mut Body<'_>, blocks: &[Block], nesting: Nesting) -> io::Result<()> {
    marked(to, blocks, nesting, None, false)
}

/// Blocks, the first of them with the mark of a list's item. `together` keeps all
/// on one page.
fn marked(
    to: &mut Body<'_>,
    blocks: &[Block],
    nesting: Nesting,
    mut mark: Option<ListMarker>,
    together: bool,
) -> io::Result<()> {
    let last = blocks.len().saturating_sub(1);
    for (at, block) in blocks.iter().enumerate() {
        let keep = together && at < last;
        let carries_mark = match block {
            Block::Paragraph(_)
            | Block::Heading { .. }
            | Block::Space { .. }
            | Block::PageBreak => true,
            Block::List { .. }
            | Block::Table(_)
            | Block::Quote { .. }
            | Block::Picture { .. }
            | Block::Together { .. }
            | Block::Rule => false,
        };
        if !carries_mark && mark.is_some() {
            let bare = text_properties(to, nesting, mark.take());
            wordless(to, bare)?;
        }
        match block {
            Block::Paragraph(paragraph) => {
                own_paragraph(to, paragraph, nesting, mark.take(), keep)?;
            }
            Block::Heading { level, spans } => heading(to, *level, spans, nesting, mark.take())?,
            Block::List { marker, items } => list(to, *marker, items, nesting)?,
            Block::Table(content) => table(to, content, nesting)?,
            Block::Quote { blocks } => {
                let inset = if nesting.depth < DEEPEST {
                    mm(to.page.indent.max(8.0))
                } else {
                    0
                };
                let inner = Nesting {
                    quoted: true,
                    ..nesting.inside(inset)
                };
                marked(to, blocks, inner, None, keep)?;
            }
            Block::Picture {
                picture,
                align,
                caption,
            } => {
                own_picture(to, picture, *align, nesting)?;
                if let Some(caption) = caption {
                    self::blocks(to, &[Block::Paragraph(caption.clone())], nesting)?;
                }
            }
            Block::Together { blocks } => marked(to, blocks, nesting, None, true)?,
            Block::Space { mm: height } => to.space += mm(height.clamp(0.0, 1000.0)),
            Block::Rule => {
                let rule = ParagraphProperties {
                    border: Some(Border::Below),
                    leading: Some(pt(4.0)),
                    ..text_properties(to, nesting, None)
                };
                wordless(to, rule)?;
            }
            Block::PageBreak => to.new_page = true,
        }
    }
    if mark.is_some() {
        let bare = text_properties(to, nesting, mark);
        wordless(to, bare)?;
    }
    Ok(())
}

fn own_paragraph(
    to: &mut Body<'_>,
    content: &Paragraph,
    nesting: Nesting,
    mark: Option<ListMarker>,
    keep: bool,
) -> io::Result<()> {
    let mut properties = text_properties(to, nesting, mark);
    properties.align = content.align;
    properties.keep_next |= keep || content.keep_with_next;
    properties.before = pt(content.before);
    properties.after += pt(content.after);
    if mark.is_none() {
        properties.first = match content.indent {
            Some(indent) => mm(indent.clamp(0.0, 100.0)),
            None if nesting.indents && content.align == Align::Justified => mm(to.page.indent),
            None => 0,
        };
    }
    let scale = content.scale.unwrap_or(1.0).clamp(0.3, 4.0);
    properties.leading = Some(pt(to.page.leading * scale));
    paragraph(
        to,
        properties,
        &content.spans,
        CharacterStyle::scaled(scale),
    )
}

fn heading(
    to: &mut Body<'_>,
    level: u8,
    spans: &[Span],
    nesting: Nesting,
    mark: Option<ListMarker>,
) -> io::Result<()> {
    let (style, scale) = match level {
        0 | 1 => ("Heading1", 1.25),
        2 => ("Heading2", 1.1),
        _ => ("Heading3", 1.0),
    };
    let properties = ParagraphProperties {
        style: Some(style),
        align: Align::Left,
        keep_next: true,
        before: pt(to.page.leading * 0.7),
        after: pt(to.page.leading * 0.3),
        leading: Some(pt(to.page.leading * scale)),
        ..text_properties(to, nesting, mark)
    };
    let style = CharacterStyle {
        scale,
        bold: true,
        italic: level > 3,
    };
    paragraph(to, properties, spans, style)
}

fn list(
    to: &mut Body<'_>,
    marker: Marker,
    items: &[Vec<Block>],
    nesting: Nesting,
) -> io::Result<()> {
    let level = nesting.depth.min(DEEPEST);
    let (numbers, start) = match marker {
        Marker::Numbered { start } => (true, start),
        Marker::Dashed => (false, 1),
    };
    to.lists.push(List {
        numbers,
        start,
        level,
    });
    let mark = ListMarker {
        list: to.lists.len(),
        level,
    };
    let inset = match nesting.depth {
        0 => mm(to.page.indent.max(8.0)),
        at if at < DEEPEST => mm(8.0),
        _ => 0,
    };
    for item in items {
        marked(to, item, nesting.inside(inset), Some(mark), false)?;
    }
    Ok(())
}

fn own_picture(
    to: &mut Body<'_>,
    picture: &Picture,
    align: Align,
    nesting: Nesting,
) -> io::Result<()> {
    let room = points(to.page.text_height());
    let width = to.width() - nesting.left as f32 / 20.0;
    let Some(shown) = sized(picture, width, room * 0.9) else {
        return Ok(());
    };
    let properties = ParagraphProperties {
        align: match align {
            Align::Justified | Align::Centre => Align::Centre,
            Align::Left => Align::Left,
            Align::Right => Align::Right,
        },
        before: pt(4.0),
        after: pt(4.0),
        leading: None,
        ..text_properties(to, nesting, None)
    };
    begin(to, properties)?;
    let what = press::words::frame_words(to.language).picture;
    to.pictures.show(&mut to.xml, &shown, what)?;
    to.xml.close("w:p")
}
