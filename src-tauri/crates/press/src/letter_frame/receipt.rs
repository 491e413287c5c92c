//! The line of one who receives the letter by hand: name, date, signature.

use crate::layout::composition::{Area, Composition};
use crate::layout::slug::{BreakBefore, Slug};
use crate::letter_frame::small_type::{line, small};
use crate::model::Align;
use crate::page::display_list::Item;
use crate::page::structure::{Role, Structure};
use crate::sizes::RECEIPT_SCALE;
use crate::units::MM;
use crate::words::frame_words;

/// How the room behind the first word is shared among name, date and signature.
const SHARES: [f32; 3] = [0.5, 0.22, 0.28];

/// The line, with small words under what is to be filled in.
pub(crate) fn receipt(to: &mut Composition<'_>, area: Area) -> Slug {
    let part = to.structure.add(Structure::ROOT, Role::Division);
    let words = frame_words(to.language);
    let style = small(to, 1.0, Align::Left);
    let lead = to.width_of(words.received, style.characters) + 2.0 * MM;
    let mut caption = small(to, RECEIPT_SCALE, Align::Centre);
    caption.leading = caption.characters.size * 1.15;
    let base = style.leading;
    let mut slug = Slug::empty(0.0);
    slug.put_below(line(to, words.received, style, area, part), 0.0);
    let gap = 5.0 * MM;
    let room = area.width - lead - 2.0 * gap;
    let mut x = area.x + lead;
    for (share, words) in SHARES.into_iter().zip(words.receipt) {
        let width = room * share;
        slug.items.push(Item::rule((x, base), width, 0.5, 0.0));
        let under = line(to, words, caption, Area { x, width }, part);
        let bottom = slug.put(under, base + 1.5);
        slug.height = slug.height.max(bottom);
        x += width + gap;
    }
    slug.before = 9.0 * MM;
    slug.break_before = BreakBefore::Avoid;
    slug
}
