//! Slugs. In metal, a slug is a line cast in one piece; here it is whatever stands
//! in the column as one piece and never breaks: a line of text, a row of a table,
//! a picture.

use std::sync::Arc;

use crate::fonts::faces::advance_of;
use crate::fonts::shaping::Reads;
use crate::page::display_list::{Ink, Item, PositionedGlyph};

/// Whether a page may end before a slug.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BreakBefore {
    Allowed,
    /// Only if nothing else is possible.
    Avoid,
    Always,
}

/// The head of a table, drawn again on each page the table goes on to.
#[derive(Debug)]
pub(crate) struct RepeatedHead {
    /// Its ink, as artifacts, from its upper edge.
    pub items: Vec<Item>,
    /// Height in points, without the space above it.
    pub height: f32,
}

/// A picture that stands out above and below the slug it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Over {
    /// Its left and its right edge, pt.
    pub x: (f32, f32),
    /// How far it stands out, pt.
    pub above: f32,
    /// The same below the slug.
    pub below: f32,
}

/// A piece of the column of text.
#[derive(Debug, Clone)]
pub(crate) struct Slug {
    /// Height in points, without the space above it.
    pub height: f32,
    /// Its ink: x from the paper's left edge, y from the slug's upper edge.
    pub items: Vec<Item>,
    /// Space above, pt; none at the top of a page.
    pub before: f32,
    /// Whether the space above may be less to save a page.
    pub gives_way: bool,
    pub break_before: BreakBefore,
    /// The head of the table it continues.
    pub head: Option<Arc<RepeatedHead>>,
    /// Whether it is a line of running text.
    pub text: bool,
    /// Whether it ends within a word.
    pub hyphen: bool,
    /// Whether it stands at the bottom of its page.
    pub pinned: bool,
    /// Pictures that are taller than it.
    pub over: Vec<Over>,
    /// Where from its left edge to its right one, 0 to 1, a picture stays when it is made smaller
    /// to save a page; none for what keeps its size.
    pub shrinks: Option<f32>,
    /// How many slugs from this one on are a figure, which may move behind the text that
    /// follows it; none of any other.
    pub floats: usize,
}

impl Slug {
    pub fn empty(height: f32) -> Self {
        Self {
            height,
            items: Vec::new(),
            before: 0.0,
            gives_way: true,
            break_before: BreakBefore::Allowed,
            head: None,
            text: false,
            hyphen: false,
            pinned: false,
            over: Vec::new(),
            shrinks: None,
            floats: 0,
        }
    }

    /// Space that vanishes at a page's edge and ends no page itself.
    pub fn gap(before: f32) -> Self {
        Self {
            before,
            break_before: BreakBefore::Avoid,
            ..Self::empty(0.0)
        }
    }

    /// Scales its picture, where it may be made smaller, and the room that it takes.
    pub fn shrink(&mut self, scale: f32) {
        let Some(stays) = self.shrinks else {
            return;
        };
        for item in &mut self.items {
            if let Ink::Picture {
                x, width, height, ..
            } = &mut item.ink
            {
                *x += *width * (1.0 - scale) * stays;
                self.height -= *height * (1.0 - scale);
                *width *= scale;
                *height *= scale;
            }
        }
    }

    /// Where its ink begins and ends from the left, pt; none when it has none.
    pub fn ink(&self) -> Option<(f32, f32)> {
        let edges = self.items.iter().filter_map(|item| match &item.ink {
            Ink::Run(run) => {
                let seen = |g: &&PositionedGlyph| g.reads != Reads::One(' ');
                let last = run.glyphs.iter().rfind(seen)?;
                let advance = advance_of(run.face, last.id) / 1000.0 * run.size;
                Some((run.x, run.x + last.x + advance))
            }
            Ink::Rule { x, width, .. } | Ink::Picture { x, width, .. } => Some((*x, x + width)),
        });
        edges.reduce(|all, one| (all.0.min(one.0), all.1.max(one.1)))
    }

    /// Takes in the ink of others, one below the other from `y` on; where the last
    /// ends.
    pub fn put(&mut self, slugs: Vec<Self>, y: f32) -> f32 {
        let mut below = y;
        for slug in slugs {
            for mut item in slug.items {
                item.ink.shift(0.0, below);
                self.items.push(item);
            }
            below += slug.height;
        }
        below
    }

    /// Grows by others below it, `gap` points apart from what it holds.
    pub fn put_below(&mut self, slugs: Vec<Self>, gap: f32) {
        let gap = if slugs.is_empty() { 0.0 } else { gap };
        self.height = self.put(slugs, self.height + gap);
    }

    /// Cut into slugs of about `step` points, for when it is too tall for a page.
    pub fn pieces(self, step: f32) -> Vec<Self> {
        let top = |item: &Item| match &item.ink {
            Ink::Run(r) => r.y - r.size,
            Ink::Rule { y, .. } | Ink::Picture { y, .. } => *y,
        };
        let mut items = self.items;
        items.sort_by(|a, b| top(a).total_cmp(&top(b)));
        let mut out: Vec<Self> = Vec::new();
        let mut from = 0.0f32;
        let mut rest = items.into_iter().peekable();
        while let Some(next) = rest.peek() {
            let mut slug = Self::empty(step);
            let start = top(next).max(from);
            while let Some(mut item) = rest.next_if(|i| top(i) < start + step) {
                if let Ink::Picture { y, height, .. } = &item.ink {
                    slug.height = slug.height.max(y + height - start);
                }
                item.ink.shift(0.0, -start);
                slug.items.push(item);
            }
            from = start + step;
            out.push(slug);
        }
        out
    }
}

/// Keeps slugs together: no page ends between them if it can be helped.
pub(crate) fn keep_together(slugs: &mut [Slug]) {
    for slug in slugs.iter_mut().skip(1) {
        slug.break_before = BreakBefore::Avoid;
    }
}

/// Opens the column as far as its pictures that stand out need it, so that they
/// cover nothing: they may reach over blanks, and beside what is short.
pub(crate) fn make_room(slugs: &mut Vec<Slug>) {
    /// Least space between a picture and other ink, pt.
    const CLEAR: f32 = 2.5;
    for at in 0..slugs.len() {
        for over in slugs[at].over.clone() {
            let beside = |slug: &Slug| {
                slug.ink()
                    .is_none_or(|ink| ink.1 + CLEAR < over.x.0 || ink.0 > over.x.1 + CLEAR)
            };
            let mut need = over.above + CLEAR - slugs[at].before;
            let mut up = at;
            while need > 0.0 && up > 0 && beside(&slugs[up - 1]) {
                up -= 1;
                need -= slugs[up].height + slugs[up].before;
            }
            slugs[up..=at].iter_mut().for_each(|s| s.gives_way = false);
            slugs[at].before += need.max(0.0);
            let mut need = over.below + CLEAR;
            let mut down = at + 1;
            while let Some(below) = slugs.get_mut(down) {
                below.gives_way = false;
                need -= below.before;
                if need <= 0.0 || !beside(below) {
                    break;
                }
                need -= below.height;
                down += 1;
            }
            if need > 0.0 {
                // What is pinned to the foot of its page is the last.
                let pinned = slugs
                    .last()
                    .filter(|last| last.pinned && down == slugs.len());
                match pinned.map_or(down, |_| slugs.len() - 1) {
                    k if k < slugs.len() => slugs[k].before += need,
                    _ => slugs.push(Slug {
                        break_before: BreakBefore::Avoid,
                        ..Slug::empty(need)
                    }),
                }
            }
        }
        slugs[at].over.clear();
    }
}
