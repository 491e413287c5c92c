//! Where the elements of a document stand, in PDF coordinates.

use crate::fonts::faces::advance_of;
use crate::page::display_list::{Ink, Run, Typeset};

/// Where an element stands on the first page that it has anything on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    /// The page, from 0.
    pub page: usize,
    /// Left, lower, right and upper edge, pt from the lower left corner.
    pub sides: [f32; 4],
}

/// How far type reaches above and below its base line, in sizes of the type.
const ABOVE: f32 = 0.8;
const BELOW: f32 = 0.25;

/// The boxes of all elements that have ink of their own, by element.
pub(crate) fn boxes(typeset: &Typeset) -> Vec<Option<Place>> {
    let mut out: Vec<Option<Place>> = vec![None; typeset.structure.elements.len()];
    for (at, page) in typeset.pages.iter().enumerate() {
        for item in &page.items {
            let Some(element) = item.element else {
                continue;
            };
            let [left, top, right, bottom] = match &item.ink {
                Ink::Picture {
                    x,
                    y,
                    width,
                    height,
                    ..
                }
                | Ink::Rule {
                    x,
                    y,
                    width,
                    height,
                    ..
                } => [*x, *y, x + width, y + height],
                Ink::Run(run) => match of_run(run) {
                    Some(sides) => sides,
                    None => continue,
                },
            };
            let one = [left, page.height - bottom, right, page.height - top];
            let all = &mut out[element.0 as usize];
            match all {
                None => {
                    *all = Some(Place {
                        page: at,
                        sides: one,
                    });
                }
                Some(known) if known.page == at => {
                    let known = &mut known.sides;
                    *known = [
                        known[0].min(one[0]),
                        known[1].min(one[1]),
                        known[2].max(one[2]),
                        known[3].max(one[3]),
                    ];
                }
                Some(_) => {}
            }
        }
    }
    out
}

/// Left, upper, right and lower edge of a run, from the upper left corner.
fn of_run(run: &Run) -> Option<[f32; 4]> {
    let (first, last) = (run.glyphs.first()?, run.glyphs.last()?);
    let end = last.x + advance_of(run.face, last.id) / 1000.0 * run.size;
    let base = run.y - first.rise;
    Some([
        run.x + first.x,
        base - run.size * ABOVE,
        run.x + end,
        base + run.size * BELOW,
    ])
}
