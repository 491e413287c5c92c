//! Strips put on pages.

use crate::display::{Item, Page};
use crate::layout::{Break, MM, Strip};
use crate::model::PageSetup;

/// Puts strips on pages, each as full as its breaks allow. The first has `taken`
/// points less than the others.
pub fn paginate(strips: &[Strip], setup: &PageSetup, taken: f32) -> Vec<Page> {
    let whole = ((setup.height - setup.top - setup.bottom) * MM).max(40.0);
    let mut pages = Vec::new();
    let mut from = 0;
    let mut room = (whole - taken).max(whole / 2.0);
    while from < strips.len() {
        let to = page_end(strips, from, room);
        pages.push(fill(&strips[from..to], from > 0, setup, room));
        from = to;
        room = whole;
    }
    if pages.is_empty() {
        pages.push(fill(&[], false, setup, room));
    }
    pages
}

/// Height of the repeated head when a page starts with the strip.
fn head_height(strip: &Strip, continues: bool) -> f32 {
    if continues && strip.broken != Break::Never {
        strip.head.as_ref().map_or(0.0, |h| h.height)
    } else {
        0.0
    }
}

/// One past the last strip of the page that starts with `from`.
fn page_end(strips: &[Strip], from: usize, room: f32) -> usize {
    let mut used = head_height(&strips[from], from > 0);
    let mut end = from;
    while end < strips.len() {
        let strip = &strips[end];
        if end > from && strip.broken == Break::Always {
            return end;
        }
        let before = if end == from { 0.0 } else { strip.before };
        if end > from && used + before + strip.height > room + 0.05 {
            break;
        }
        used += before + strip.height;
        end += 1;
    }
    if end == strips.len() {
        return end;
    }
    // Back to the last place where a page may end.
    (from + 1..=end)
        .rev()
        .find(|&b| strips[b].broken != Break::Never)
        .unwrap_or(end)
}

fn fill(strips: &[Strip], continues: bool, setup: &PageSetup, room: f32) -> Page {
    let top = setup.top * MM;
    let mut items: Vec<Item> = Vec::new();
    let mut y = top;
    let push = |items: &mut Vec<Item>, item: &Item, y: f32| {
        let mut item = item.clone();
        item.ink.shift(0.0, y);
        items.push(item);
    };
    for (i, strip) in strips.iter().enumerate() {
        if i == 0 {
            if head_height(strip, continues) > 0.0
                && let Some(head) = &strip.head
            {
                head.items.iter().for_each(|item| push(&mut items, item, y));
                y += head.height;
            }
        } else {
            y += strip.before;
        }
        if strip.pinned {
            y = y.max(top + room - strip.height);
        }
        strip
            .items
            .iter()
            .for_each(|item| push(&mut items, item, y));
        y += strip.height;
    }
    Page {
        width: setup.width * MM,
        height: setup.height * MM,
        items,
    }
}
