//! The column cut into pages.

use crate::layout::slug::{BreakBefore, Slug};
use crate::model::PageSetup;
use crate::page::display_list::{Item, Page};
use crate::units::MM;

/// Puts slugs on pages, each as full as its breaks allow. The first has `taken`
/// points less than the others.
pub(crate) fn paginate(slugs: &[Slug], setup: &PageSetup, taken: f32) -> Vec<Page> {
    let whole = (setup.text_height() * MM).max(40.0);
    let mut pages = Vec::new();
    let mut from = 0;
    let mut room = (whole - taken).max(whole / 2.0);
    while from < slugs.len() {
        let to = page_end(slugs, from, room);
        pages.push(fill(&slugs[from..to], from > 0, setup, room));
        from = to;
        room = whole;
    }
    if pages.is_empty() {
        pages.push(fill(&[], false, setup, room));
    }
    pages
}

/// Height of the repeated head when a page starts with the slug.
fn head_height(slug: &Slug, continues: bool) -> f32 {
    if continues && slug.break_before != BreakBefore::Avoid {
        slug.head.as_ref().map_or(0.0, |h| h.height)
    } else {
        0.0
    }
}

/// One past the last slug of the page that starts with `from`.
fn page_end(slugs: &[Slug], from: usize, room: f32) -> usize {
    let mut used = head_height(&slugs[from], from > 0);
    let mut end = from;
    while end < slugs.len() {
        let slug = &slugs[end];
        if end > from && slug.break_before == BreakBefore::Always {
            return end;
        }
        let before = if end == from { 0.0 } else { slug.before };
        if end > from && used + before + slug.height > room + 0.05 {
            break;
        }
        used += before + slug.height;
        end += 1;
    }
    if end == slugs.len() {
        return end;
    }
    // Back to the last place where a page may end.
    (from + 1..=end)
        .rev()
        .find(|&b| slugs[b].break_before != BreakBefore::Avoid)
        .unwrap_or(end)
}

/// A page with slugs from its top on; `continues` when it is not the first.
fn fill(slugs: &[Slug], continues: bool, setup: &PageSetup, room: f32) -> Page {
    let top = setup.top * MM;
    let mut items: Vec<Item> = Vec::new();
    let mut y = top;
    let push = |items: &mut Vec<Item>, item: &Item, y: f32| {
        let mut item = item.clone();
        item.ink.shift(0.0, y);
        items.push(item);
    };
    for (i, slug) in slugs.iter().enumerate() {
        if i == 0 {
            if head_height(slug, continues) > 0.0
                && let Some(head) = &slug.head
            {
                head.items.iter().for_each(|item| push(&mut items, item, y));
                y += head.height;
            }
        } else {
            y += slug.before;
        }
        if slug.pinned {
            y = y.max(top + room - slug.height);
        }
        slug.items.iter().for_each(|item| push(&mut items, item, y));
        y += slug.height;
    }
    Page {
        width: setup.width * MM,
        height: setup.height * MM,
        items,
    }
}
