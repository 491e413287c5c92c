//! The list of the exhibits that the text rests on, by their numbers.

use crate::layout::composition::{Area, Composition};
use crate::layout::slug::{BreakBefore, Slug};
use crate::model::{Align, Span};
use crate::page::display_list::Item;
use crate::page::structure::{Role, Structure};
use crate::sizes::{CLOSE_LEADING, NOTES_SCALE};
use crate::units::MM;

/// The list, under a short rule; the composition forgets the exhibits.
pub(crate) fn endnotes(
    to: &mut Composition<'_>,
    enclosed: &[(String, usize)],
    area: Area,
) -> Vec<Slug> {
    let exhibits = std::mem::take(&mut to.notes);
    if exhibits.is_empty() {
        return Vec::new();
    }
    let mut line = Slug::empty(5.0);
    line.before = to.page.leading * 0.9;
    let width = (50.0 * MM).min(area.width / 2.0);
    line.items.push(Item::rule((area.x, 1.0), width, 0.5, 0.0));
    let mut out = vec![line];
    let mut style = to.style(NOTES_SCALE, Align::Left);
    style.leading = style.characters.size * CLOSE_LEADING;
    let widest = format!("{}.", exhibits.len());
    let hang = to.width_of(&widest, style.characters) + 0.5 * style.characters.size;
    let beside = Area {
        x: area.x,
        width: hang,
    };
    for (i, exhibit) in exhibits.iter().enumerate() {
        let number = i as u32 + 1;
        let note = to.structure.add(Structure::ROOT, Role::Note(number));
        for (_, mark) in to.marks.iter().filter(|(of, _)| *of == number) {
            to.structure.lead(*mark, note);
        }
        let label = to.structure.add(note, Role::Label);
        let words = Span::name(format!("{number}."));
        let mark = to.text(&[words], style, beside, label);
        let mut body = to.structure.add(note, Role::Paragraph);
        if let Some((_, at)) = enclosed.iter().find(|(of, _)| of.trim() == exhibit) {
            body = to.structure.add(body, Role::Link);
            to.to_enclosures.push((*at, body));
        }
        let words = Span::plain(exhibit.as_str());
        let mut lines = to.text(&[words], style, area.inset(hang), body);
        if let (Some(first), Some(mark)) = (lines.first_mut(), mark.into_iter().next()) {
            first.items.splice(0..0, mark.items);
            if i == 0 {
                first.break_before = BreakBefore::Avoid;
            }
        }
        out.append(&mut lines);
    }
    out.iter_mut().for_each(|s| s.text = false);
    out
}
