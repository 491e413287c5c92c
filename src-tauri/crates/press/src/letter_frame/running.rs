//! Running heads and feet, as typographers call what stands outside the text on each page: page numbers, the foot line.

use crate::layout::composition::{Area, Composition};
use crate::model::{Align, Span};
use crate::page::display_list::Page;
use crate::page::structure::Structure;

/// Sets a line `y` points from the paper's upper edge that belongs to no part of
/// the document. It is read before the text, as page numbers are.
pub(crate) fn running_line(
    to: &mut Composition<'_>,
    words: Span,
    scale: f32,
    align: Align,
    y: f32,
    page: &mut Page,
) {
    let mut style = to.style(scale, align);
    style.characters.hyphenate = false;
    let area = Area::between_margins(to.page);
    let lines = to.text(&[words], style, area, Structure::ROOT);
    let items = lines.into_iter().take(1).flat_map(|line| line.items);
    for (at, mut item) in items.enumerate() {
        item.ink.shift(0.0, y);
        item.element = None;
        page.items.insert(at, item);
    }
}
