//! The column cut into pages.

use std::ops::Range;

use crate::layout::slug::{BreakBefore, Slug};
use crate::model::PageSetup;
use crate::page::display_list::{Item, Page};
use crate::units::MM;

/// How many lines a page may be shorter so that it doesn't end within a word.
const LINES_FOR_A_WORD: usize = 3;
/// The most pages of a document that is set a little closer to save one.
const FEW_PAGES: usize = 6;
/// How much the leading gives way at most, and the larger spaces in the column.
const TIGHTER: f32 = 0.03;
const CLOSER: f32 = 0.35;
/// The smallest space that gives way, pt.
const LARGE_SPACE: f32 = 5.0;
/// In how many steps it is tried.
const STEPS: u8 = 4;

/// How large figures are set, against their own size, where that saves a page.
const SMALLER: [f32; 3] = [0.92, 0.84, 0.76];

/// The lower right corner of the first page, where something stands already.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Corner {
    /// How high it reaches above the lower margin, pt.
    pub height: f32,
    /// Its left edge, pt.
    pub from: f32,
}

/// The room of a page, pt.
#[derive(Clone, Copy)]
struct Room {
    /// For what reaches its right edge.
    wide: f32,
    /// For what leaves the corner free.
    narrow: f32,
    /// Left edge of the corner.
    from: f32,
}

impl Room {
    fn of(self, slug: &Slug) -> f32 {
        if self.narrow > self.wide && slug.ink().is_none_or(|ink| ink.1 <= self.from) {
            self.narrow
        } else {
            self.wide
        }
    }
}

/// Puts slugs on pages, each as full as its breaks allow. If setting them a little
/// closer saves a page, they are; if figures a little smaller do, those are.
pub(crate) fn paginate(slugs: &mut [Slug], setup: &PageSetup, corner: Corner) -> Vec<Page> {
    let whole = (setup.text_height() * MM).max(40.0);
    let first = Room {
        wide: (whole - corner.height).max(whole / 2.0),
        narrow: whole,
        from: corner.from,
    };
    let rest = Room {
        wide: whole,
        narrow: whole,
        from: 0.0,
    };
    let has_figures = slugs.iter().any(|slug| slug.shrinks.is_some());
    let in_order = has_figures.then(|| slugs.to_vec());
    float(slugs, first, rest);
    let mut pages = pages(slugs, first, rest, 0.0);
    if (2..=FEW_PAGES).contains(&pages.len()) {
        let fewer = (1..=STEPS)
            .map(|step| f32::from(step) / f32::from(STEPS))
            .map(|squeeze| (squeeze, self::pages(slugs, first, rest, squeeze)))
            .find(|(_, tried)| tried.len() < pages.len());
        if let Some((squeeze, fewer)) = fewer {
            slugs.iter_mut().for_each(|slug| tighten(slug, squeeze));
            pages = fewer;
        } else if let Some((smaller, fewer)) =
            in_order.and_then(|own| shrunk(&own, first, rest, pages.len()))
        {
            slugs.clone_from_slice(&smaller);
            pages = fewer;
        }
    }
    let room = |page: usize| if page == 0 { first } else { rest };
    let mut out: Vec<Page> = pages
        .into_iter()
        .enumerate()
        .map(|(page, on)| fill(&slugs[on], page > 0, setup, room(page)))
        .collect();
    if out.is_empty() {
        out.push(fill(&[], false, setup, first));
    }
    out
}

/// The slugs with figures as large as they can be on fewer pages than `count`, and those
/// pages; none where the smallest are still too large. Text is set closer before figures
/// shrink further.
fn shrunk(
    slugs: &[Slug],
    first: Room,
    rest: Room,
    count: usize,
) -> Option<(Vec<Slug>, Vec<Range<usize>>)> {
    let at = |scale: f32| {
        let mut tried = slugs.to_vec();
        tried.iter_mut().for_each(|slug| slug.shrink(scale));
        float(&mut tried, first, rest);
        tried
    };
    // Of most letters not even the smallest save a page, and nothing else need be tried.
    if pages(&at(*SMALLER.last()?), first, rest, 1.0).len() >= count {
        return None;
    }
    SMALLER.iter().find_map(|&scale| {
        let tried = at(scale);
        [0.0, 1.0].iter().find_map(|&squeeze| {
            let fewer = pages(&tried, first, rest, squeeze);
            (fewer.len() < count).then(|| {
                let mut closer = tried.clone();
                closer.iter_mut().for_each(|slug| tighten(slug, squeeze));
                (closer, fewer)
            })
        })
    })
}

/// Lets figures that a page has no room for change places with the text behind them, so that
/// they stand at the head of the next page and this one is filled.
fn float(slugs: &mut [Slug], first: Room, rest: Room) {
    let mut from = 0;
    let mut room = first;
    while from < slugs.len() {
        let end = page_end(slugs, from, room, 0.0);
        let figure = slugs.get(end).map_or(0, |slug| slug.floats);
        if figure > 0 {
            let behind = end + figure;
            let used = used(&slugs[from..end]);
            let moves = fitting(&slugs[behind.min(slugs.len())..], room.wide - used);
            if moves > 0 {
                slugs[end..behind + moves].rotate_left(figure);
                from = end + moves;
                room = rest;
                continue;
            }
        }
        from = end;
        room = rest;
    }
}

/// The height of slugs on a page that starts with the first of them, pt.
fn used(slugs: &[Slug]) -> f32 {
    let before: f32 = slugs.iter().skip(1).map(|slug| slug.before).sum();
    before + slugs.iter().map(|slug| slug.height).sum::<f32>()
}

/// How many slugs of running text, from the first on, fit in `room` points and may be parted
/// from what follows.
fn fitting(slugs: &[Slug], room: f32) -> usize {
    let mut height = 0.0;
    let mut whole = 0;
    for (at, slug) in slugs.iter().enumerate() {
        let blank = slug.items.is_empty() && slug.floats == 0;
        let flows = (slug.text || blank) && !slug.pinned && slug.head.is_none();
        if !flows || slug.break_before == BreakBefore::Always {
            break;
        }
        height += slug.before + slug.height;
        if height > room {
            break;
        }
        // Behind the last of all stands what the text must not be parted from.
        let next = slugs.get(at + 1).map(|next| next.break_before);
        if next == Some(BreakBefore::Allowed) {
            whole = at + 1;
        }
    }
    whole
}

/// Which slugs stand on which page, when they give way by `squeeze`, 0 to 1.
fn pages(slugs: &[Slug], first: Room, rest: Room, squeeze: f32) -> Vec<Range<usize>> {
    let mut pages = Vec::new();
    let mut from = 0;
    let mut room = first;
    while from < slugs.len() {
        let to = page_end(slugs, from, room, squeeze);
        pages.push(from..to);
        from = to;
        room = rest;
    }
    pages
}

/// The height of a slug and the space above it, pt, when it gives way.
fn size(slug: &Slug, squeeze: f32) -> (f32, f32) {
    let height = if slug.text {
        slug.height * (1.0 - TIGHTER * squeeze)
    } else {
        slug.height
    };
    let before = if slug.before > LARGE_SPACE && slug.gives_way {
        slug.before * (1.0 - CLOSER * squeeze)
    } else {
        slug.before
    };
    (height, before)
}

fn tighten(slug: &mut Slug, squeeze: f32) {
    let (height, before) = size(slug, squeeze);
    let up = (slug.height - height) / 2.0;
    if up > 0.0 {
        slug.items.iter_mut().for_each(|i| i.ink.shift(0.0, -up));
    }
    (slug.height, slug.before) = (height, before);
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
fn page_end(slugs: &[Slug], from: usize, room: Room, squeeze: f32) -> usize {
    let mut used = head_height(&slugs[from], from > 0);
    let mut end = from;
    while end < slugs.len() {
        let slug = &slugs[end];
        if end > from && slug.break_before == BreakBefore::Always {
            return end;
        }
        let (height, before) = size(slug, squeeze);
        let before = if end == from { 0.0 } else { before };
        let fits = |room: f32| used + before + height <= room + 0.05;
        if end > from && !fits(room.wide) && !fits(room.of(slug)) {
            break;
        }
        used += before + height;
        end += 1;
    }
    if end == slugs.len() {
        return end;
    }
    // Back to the last place where a page may end, or a little further to one
    // that breaks no word.
    let mut ends = (from + 1..=end)
        .rev()
        .filter(|&b| slugs[b].break_before != BreakBefore::Avoid);
    let Some(last) = ends.next() else {
        return end;
    };
    std::iter::once(last)
        .chain(ends)
        .take_while(|&b| last - b <= LINES_FOR_A_WORD)
        .find(|&b| !slugs[b - 1].hyphen)
        .unwrap_or(last)
}

/// A page with slugs from its top on; `continues` when it is not the first.
fn fill(slugs: &[Slug], continues: bool, setup: &PageSetup, room: Room) -> Page {
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
            y = y.max(top + room.of(slug) - slug.height);
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
