//! Slugs. In metal, a slug is a line cast in one piece; here it is whatever stands
//! in the column as one piece and never breaks: a line of text, a row of a table,
//! a picture.

use std::sync::Arc;

use crate::page::display_list::{Ink, Item};

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

/// A piece of the column of text.
#[derive(Debug, Clone)]
pub(crate) struct Slug {
    /// Height in points, without the space above it.
    pub height: f32,
    /// Its ink: x from the paper's left edge, y from the slug's upper edge.
    pub items: Vec<Item>,
    /// Space above, pt; none at the top of a page.
    pub before: f32,
    pub break_before: BreakBefore,
    /// The head of the table it continues.
    pub head: Option<Arc<RepeatedHead>>,
    /// Whether it is a line of running text.
    pub text: bool,
    /// Whether it stands at the bottom of its page.
    pub pinned: bool,
}

impl Slug {
    pub fn empty(height: f32) -> Self {
        Self {
            height,
            items: Vec::new(),
            before: 0.0,
            break_before: BreakBefore::Allowed,
            head: None,
            text: false,
            pinned: false,
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
