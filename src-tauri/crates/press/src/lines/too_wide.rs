//! Stretches wider than their line, which are broken where else no line would
//! end: better seen broken than printed over itself or off the sheet.

use crate::fonts::shaping::Reads;
use crate::lines::paragraph::{Breakpoint, GlyphKind, ParagraphGlyph};

/// Penalty of a break after a hyphen or a slash that is in the text.
const WITHIN: f32 = 300.0;
/// Penalty of a break at a blank that holds together.
const HELD: f32 = 1000.0;
/// Penalty of a break that splits a word anywhere.
const SPLIT: f32 = 2000.0;

/// Adds places to break to those stretches between `sure` ones that are wider than
/// `room`, pt: where they hold `weak` places, there; what is too wide even so, at
/// blanks that hold together; and a word that is, between its letters, as
/// `hyphenated` says. `widths[i]` is what all glyphs before the i-th take, pt.
pub(crate) fn broken(
    sure: Vec<Breakpoint>,
    weak: &[Breakpoint],
    glyphs: &[ParagraphGlyph],
    widths: &[f64],
    room: f32,
    hyphenated: impl Fn(usize) -> Breakpoint,
) -> Vec<Breakpoint> {
    let fits = |from: usize, to: usize, extra: f32| {
        widths[to.max(from)] - widths[from] + f64::from(extra) <= f64::from(room) + 0.01
    };
    let mut from = 0;
    let too_wide = |from: &mut usize, b: &Breakpoint| {
        let start = std::mem::replace(from, b.start);
        (!fits(start, b.end, b.extra)).then_some((start, b.end))
    };
    if !sure.iter().any(|b| too_wide(&mut from, b).is_some()) {
        return sure;
    }
    let within = |places: Vec<Breakpoint>, more: &dyn Fn(usize, usize) -> Vec<Breakpoint>| {
        let mut from = 0;
        let mut out = Vec::with_capacity(places.len());
        for b in places {
            if let Some((start, end)) = too_wide(&mut from, &b) {
                out.extend(more(start, end));
            }
            out.push(b);
        }
        out
    };
    let weak = within(sure, &|start, end| {
        let here = weak.iter().filter(|w| w.end > start && w.start < end);
        here.map(|w| Breakpoint {
            penalty: WITHIN,
            ..*w
        })
        .collect()
    });
    let held = within(weak, &|start, end| {
        let blank = |at: &usize| {
            glyphs[*at].kind == GlyphKind::Space || glyphs[*at].glyph.reads == Reads::One(' ')
        };
        let inside = (start + 1..end.max(1) - 1).filter(blank);
        inside.map(|at| Breakpoint::at(at, at + 1, HELD)).collect()
    });
    within(held, &|start, end| {
        let word = glyphs.get(start..end).unwrap_or_default();
        let beside = |glyph: Option<&ParagraphGlyph>| {
            glyph.is_none_or(|g| g.kind == GlyphKind::Space || is_letter(g))
        };
        // A hyphen in an address or a number would be read as its own.
        let letters = word.iter().all(is_letter)
            && beside(start.checked_sub(1).and_then(|at| glyphs.get(at)))
            && beside(glyphs.get(end));
        let splits = (start + 1..end).filter(|&at| {
            let next = &glyphs[at];
            next.glyph.reads != Reads::Nothing && next.advance > 0.0
        });
        splits
            .map(|at| Breakpoint {
                penalty: SPLIT,
                ..if letters {
                    hyphenated(at)
                } else {
                    Breakpoint::at(at, at, SPLIT)
                }
            })
            .collect()
    })
}

/// Whether a hyphen may stand behind it.
fn is_letter(glyph: &ParagraphGlyph) -> bool {
    glyph.level == 0
        && !glyph.glyph.missing
        && match glyph.glyph.reads {
            Reads::One(c) => c.is_lowercase() || c.is_uppercase() || ".,;:!?»".contains(c),
            Reads::Many(_) | Reads::Nothing => true,
        }
}
