//! Blocks set one below the other.

use crate::layout::composition::{Area, Composition, NARROWEST_COLUMN, ParagraphStyle};
use crate::layout::figure::figure_slug;
use crate::layout::slug::{BreakBefore, Slug, keep_together};
use crate::layout::table::table;
use crate::model::{Align, Block, Marker, Paragraph, Picture, Span};
use crate::page::display_list::Item;
use crate::page::structure::{ElementId, Role};
use crate::pictures::PictureError;
use crate::units::{MM, usable};

/// How deep lists and quotes are set in; deeper ones stand where the last does.
const DEEPEST: u32 = 8;
/// The narrowest column that lists and quotes are set in from, pt.
const WIDE_ENOUGH: f32 = 160.0;

/// Blocks in `area`; `depth` is how many lists and quotes are around them.
///
/// # Errors
/// When a picture can't be read.
pub(crate) fn blocks(
    to: &mut Composition<'_>,
    blocks: &[Block],
    area: Area,
    parent: ElementId,
    depth: u32,
) -> Result<Vec<Slug>, PictureError> {
    let mut out: Vec<Slug> = Vec::new();
    let mut keep = false;
    let mut space = 0.0;
    let mut new_page = false;
    for block in blocks {
        let mut slugs = match block {
            Block::Space { mm } => {
                space += usable(*mm, 0.0, 1000.0) * MM;
                continue;
            }
            Block::PageBreak => {
                new_page = true;
                continue;
            }
            Block::Paragraph(p) => paragraph(to, p, area, parent),
            Block::Heading { level, spans } => heading(to, *level, spans, area, parent),
            Block::List { marker, items } => list(to, *marker, items, area, parent, depth)?,
            Block::Table(t) => table(to, t, area, parent),
            Block::Quote { blocks } => quote(to, blocks, area, parent, depth)?,
            Block::Picture {
                picture: p,
                align,
                caption,
            } => picture(to, p, *align, caption.as_ref(), area, parent)?,
            Block::Together { blocks: inner } => {
                let mut slugs = self::blocks(to, inner, area, parent, depth)?;
                keep_together(&mut slugs);
                slugs
            }
            Block::Rule => vec![rule(area)],
        };
        if let Some(first) = slugs.first_mut() {
            first.before += space;
            if new_page {
                first.break_before = BreakBefore::Always;
            } else if keep {
                first.break_before = BreakBefore::Avoid;
            }
            space = 0.0;
            new_page = false;
            keep = matches!(block, Block::Heading { .. })
                || matches!(block, Block::Paragraph(p) if p.keep_with_next);
        }
        out.append(&mut slugs);
    }
    Ok(out)
}

fn paragraph(to: &mut Composition<'_>, p: &Paragraph, area: Area, parent: ElementId) -> Vec<Slug> {
    let begins_bold = p.spans.first().is_some_and(|s| s.bold);
    let run_in = p.run_in.filter(|_| begins_bold).map(|level| {
        let level = level.clamp(1, 6).min(to.last_level + 1);
        to.last_level = level;
        to.structure.add(parent, Role::Heading(level))
    });
    let element = to.structure.add(parent, Role::Paragraph);
    let style = paragraph_style(to, p);
    let mut slugs = to.text_behind(run_in, &p.spans, style, area, element);
    if let Some(first) = slugs.first_mut() {
        first.before += usable(p.before, 0.0, 1000.0);
    }
    gap_after(to, &mut slugs, usable(p.after, 0.0, 1000.0));
    slugs
}

fn paragraph_style(to: &Composition<'_>, p: &Paragraph) -> ParagraphStyle {
    let mut style = to.style(p.scale.unwrap_or(1.0), p.align);
    style.indent = match p.indent {
        Some(mm) => usable(mm, -200.0, 200.0) * MM,
        None if p.align == Align::Justified => to.page.indent * MM,
        None => 0.0,
    };
    style
}

/// A picture and its caption, on one page and within one figure.
fn picture(
    to: &mut Composition<'_>,
    shown: &Picture,
    align: Align,
    caption: Option<&Paragraph>,
    area: Area,
    parent: ElementId,
) -> Result<Vec<Slug>, PictureError> {
    let (slug, figure) = figure_slug(to, shown, align, area, parent)?;
    let mut out = vec![slug];
    if let Some(caption) = caption {
        let element = to.structure.add(figure, Role::Caption);
        let style = paragraph_style(to, caption);
        let mut lines = to.text(&caption.spans, style, area, element);
        if let Some(first) = lines.first_mut() {
            first.before += usable(caption.before, 0.0, 1000.0);
        }
        out.append(&mut lines);
        gap_after(to, &mut out, usable(caption.after, 0.0, 1000.0));
        keep_together(&mut out);
    }
    let count = out.len();
    if let Some(first) = out.first_mut() {
        first.floats = count;
    }
    Ok(out)
}

fn gap_after(to: &Composition<'_>, slugs: &mut Vec<Slug>, after: f32) {
    let gap = after + to.page.paragraph_gap;
    if gap > 0.0 {
        slugs.push(Slug::gap(gap));
    }
}

fn heading(
    to: &mut Composition<'_>,
    level: u8,
    spans: &[Span],
    area: Area,
    parent: ElementId,
) -> Vec<Slug> {
    let level = level.clamp(1, 6).min(to.last_level + 1);
    to.last_level = level;
    let element = to.structure.add(parent, Role::Heading(level));
    let scale = match level {
        1 => 1.25,
        2 => 1.1,
        _ => 1.0,
    };
    let mut style = to.style(scale, Align::Left);
    style.characters.bold = true;
    style.characters.italic = level > 3;
    let mut slugs = to.text(spans, style, area, element);
    if let Some(first) = slugs.first_mut() {
        first.before += to.page.leading * 0.7;
    }
    keep_together(&mut slugs);
    gap_after(to, &mut slugs, to.page.leading * 0.3);
    slugs
}

fn list(
    to: &mut Composition<'_>,
    marker: Marker,
    items: &[Vec<Block>],
    area: Area,
    parent: ElementId,
    depth: u32,
) -> Result<Vec<Slug>, PictureError> {
    let numbered = matches!(marker, Marker::Numbered { .. });
    let list = to.structure.add(parent, Role::List(numbered));
    let marks: Vec<String> = (0..items.len() as u64)
        .map(|i| match marker {
            Marker::Numbered { start } => format!("{}.", u64::from(start) + i),
            Marker::Dashed => to.language.dash().to_string(),
        })
        .collect();
    let mut style = to.style(1.0, Align::Left);
    style.characters.hyphenate = false;
    let size = style.characters.size;
    let widest = marks
        .iter()
        .map(|m| to.width_of(m, style.characters))
        .fold(0.0, f32::max);
    let lead = if depth == 0 {
        (to.page.indent * MM - widest - 0.4 * size).clamp(0.0, area.width / 4.0)
    } else {
        0.0
    };
    let hang = widest + 0.5 * size;
    let inset = if depth < DEEPEST && area.width > WIDE_ENOUGH {
        lead + hang
    } else {
        hang.min(area.width / 4.0)
    };
    let inner = Area {
        x: area.x + inset,
        width: (area.width - inset).max(NARROWEST_COLUMN),
    };
    let beside = Area {
        x: area.x + inset - hang,
        width: hang,
    };
    let mut out = Vec::new();
    for (mark, item) in marks.iter().zip(items) {
        let element = to.structure.add(list, Role::Item);
        let label = to.structure.add(element, Role::Label);
        let body = to.structure.add(element, Role::Body);
        let mut mark = to.text(&[Span::name(mark.as_str())], style, beside, label);
        let mut slugs = blocks(to, &without_indent(item), inner, body, depth + 1)?;
        // The mark stands on the first line, or above what is no line.
        if let (Some(first), Some(mark)) = (slugs.first_mut(), mark.first_mut())
            && first.text
        {
            mark.items.append(&mut first.items);
            first.items = std::mem::take(&mut mark.items);
        } else {
            slugs.splice(0..0, mark).for_each(drop);
        }
        out.append(&mut slugs);
    }
    Ok(out)
}

fn quote(
    to: &mut Composition<'_>,
    quoted: &[Block],
    area: Area,
    parent: ElementId,
    depth: u32,
) -> Result<Vec<Slug>, PictureError> {
    let element = to.structure.add(parent, Role::Quote);
    let inset = if depth < DEEPEST && area.width > WIDE_ENOUGH {
        to.page.indent * MM
    } else {
        0.0
    };
    let inner = area.inset(inset);
    let mut slugs = blocks(to, &without_indent(quoted), inner, element, depth + 1)?;
    for slug in &mut slugs {
        // A thin rule at the left says who speaks.
        let beside = (area.x + inset * 0.7, 0.0);
        slug.items.push(Item::rule(beside, 0.8, slug.height, 0.55));
    }
    if let Some(first) = slugs.first_mut() {
        first.before += to.page.leading * 0.3;
    }
    gap_after(to, &mut slugs, to.page.leading * 0.3);
    Ok(slugs)
}

fn rule(area: Area) -> Slug {
    let mut slug = Slug::empty(6.0);
    slug.items
        .push(Item::rule((area.x, 2.75), area.width, 0.5, 0.0));
    slug
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
