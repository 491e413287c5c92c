//! Lines of the frame, set closer than the text and without hyphens.

use crate::layout::composition::{Area, Composition, ParagraphStyle};
use crate::layout::slug::Slug;
use crate::model::{Align, Span};
use crate::page::structure::{ElementId, Role};
use crate::sizes::LEADING;

/// The style of a line of the frame, at `scale` of the body.
pub(crate) fn small(to: &Composition<'_>, scale: f32, align: Align) -> ParagraphStyle {
    let mut style = to.style(scale, align);
    style.leading = style.characters.size * LEADING;
    style.characters.hyphenate = false;
    style
}

/// A paragraph of its own, of plain words.
pub(crate) fn line(
    to: &mut Composition<'_>,
    text: &str,
    style: ParagraphStyle,
    area: Area,
    parent: ElementId,
) -> Vec<Slug> {
    let element = to.structure.add(parent, Role::Paragraph);
    to.text(&[Span::plain(text)], style, area, element)
}

/// Those of some lines that say anything.
pub(crate) fn filled(lines: &[String]) -> impl Iterator<Item = &String> {
    lines.iter().filter(|line| !line.trim().is_empty())
}
