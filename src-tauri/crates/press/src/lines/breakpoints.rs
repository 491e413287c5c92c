//! The places where a paragraph may be broken, after Unicode Standard Annex 14.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::fonts::shaping::Reads;
use crate::lines::paragraph::{Breakpoint, GlyphKind, ParagraphGlyph};

/// The share of its own width by which a sign at a line's end stands out into
/// the margin: so little ink does not hold the edge, and a column with all of it
/// inside looks ragged there.
pub(crate) fn hanging(c: char) -> f32 {
    match c {
        '-' | '\u{AD}' | '\u{2010}' | '.' | ',' => 0.6,
        '–' | ':' | ';' | '»' | '”' | '“' | '’' => 0.3,
        '—' | '!' | '?' | ')' => 0.15,
        _ => 0.0,
    }
}

/// How far a glyph that ends a line stands out, pt.
fn hang(last: Option<&ParagraphGlyph>) -> f32 {
    match last {
        Some(ParagraphGlyph {
            glyph,
            advance,
            level: 0,
            note: None,
            ..
        }) => match glyph.reads {
            Reads::One(c) => advance * hanging(c),
            Reads::Many(_) | Reads::Nothing => 0.0,
        },
        Some(_) | None => 0.0,
    }
}

/// Places to break, in order.
pub(crate) struct Places {
    /// Between words, and those inside them that were given.
    pub sure: Vec<Breakpoint>,
    /// Behind a hyphen, a slash or a dash that is in the text: an address, a number
    /// or a range is not broken there while it fits on a line, and what is read
    /// back from the file is whole.
    pub weak: Vec<Breakpoint>,
}

/// All places to break. `inside` are those inside words;
/// `glyph_at[b]` is the first glyph at or after byte `b` of the text.
pub(crate) fn breakpoints(
    text: &str,
    glyphs: &[ParagraphGlyph],
    glyph_at: &[u32],
    inside: Vec<Breakpoint>,
) -> Places {
    let mut out = inside;
    let mut weak = Vec::new();
    let count = glyphs.len();
    let opportunities = (!text.is_empty()).then(|| linebreaks(text));
    for (byte, opportunity) in opportunities.into_iter().flatten() {
        let start = (glyph_at[byte.min(glyph_at.len() - 1)] as usize).min(count);
        let mut end = start;
        while end > 0 && glyphs[end - 1].kind == GlyphKind::Space {
            end -= 1;
        }
        let before = &text[..byte];
        let forced = opportunity == BreakOpportunity::Mandatory
            && (byte == text.len() || before.ends_with('\n'));
        if forced {
            out.push(forced_break(end, start, glyphs));
        } else if start > 0 && start < count {
            let spaced = end < start;
            if spaced && before.ends_with('\u{A0}') {
                continue;
            }
            let hang = hang(end.checked_sub(1).and_then(|last| glyphs.get(last)));
            let place = Breakpoint {
                hang,
                ..Breakpoint::at(end, start, 0.0)
            };
            let behind_a_sign = !spaced
                && before
                    .chars()
                    .next_back()
                    .is_some_and(|c| c != '\u{200B}' && !c.is_alphabetic());
            if behind_a_sign {
                weak.push(place);
            } else {
                out.push(place);
            }
        }
    }
    if !out.iter().any(|b| b.forced && b.start == count) {
        out.push(forced_break(count, count, glyphs));
    }
    out.sort_by(|a, b| {
        a.start
            .cmp(&b.start)
            .then(a.forced.cmp(&b.forced))
            .then(a.penalty.total_cmp(&b.penalty))
    });
    // At one place the cheapest way to break stays; forced ones always stay.
    let mut kept: Vec<Breakpoint> = Vec::with_capacity(out.len());
    for b in out {
        let known = kept
            .last()
            .is_some_and(|k| k.start == b.start && k.end == b.end);
        if b.forced || !known {
            kept.push(b);
        }
    }
    Places { sure: kept, weak }
}

fn forced_break(end: usize, start: usize, glyphs: &[ParagraphGlyph]) -> Breakpoint {
    Breakpoint {
        forced: true,
        hang: hang(end.checked_sub(1).and_then(|last| glyphs.get(last))),
        ..Breakpoint::at(end, start, 0.0)
    }
}
