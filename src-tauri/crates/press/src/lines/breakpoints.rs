//! The places where a paragraph may be broken, after Unicode Standard Annex 14.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::lines::paragraph::{Breakpoint, GlyphKind, ParagraphGlyph};

/// Penalty of a break after a hyphen, slash or dash that is in the text.
const WITHIN: f32 = 60.0;

/// All places to break, in order: those between words, and those `inside` them.
/// `glyph_at[b]` is the first glyph at or after byte `b` of the text.
pub(crate) fn breakpoints(
    text: &str,
    glyphs: &[ParagraphGlyph],
    glyph_at: &[u32],
    inside: Vec<Breakpoint>,
) -> Vec<Breakpoint> {
    let mut out = inside;
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
            out.push(forced_break(end, start));
        } else if start > 0 && start < count {
            let spaced = end < start;
            if spaced && before.ends_with('\u{A0}') {
                continue;
            }
            let penalty = if spaced || before.ends_with('\u{200B}') {
                0.0
            } else {
                WITHIN
            };
            out.push(Breakpoint::at(end, start, penalty));
        }
    }
    if !out.iter().any(|b| b.forced && b.start == count) {
        out.push(forced_break(count, count));
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
    kept
}

fn forced_break(end: usize, start: usize) -> Breakpoint {
    Breakpoint {
        forced: true,
        ..Breakpoint::at(end, start, 0.0)
    }
}
