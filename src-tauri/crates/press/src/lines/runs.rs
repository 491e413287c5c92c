//! A chosen line made into runs of glyphs at their places.

use crate::fonts::shaping::{Reads, ShapedWords};
use crate::lines::bidi::reorder;
use crate::lines::breaking::{Line, spread};
use crate::lines::note_marks::MARK_SCALE;
use crate::lines::paragraph::{GlyphKind, ParagraphGlyph, ShapedParagraph};
use crate::model::Align;
use crate::page::display_list::{PositionedGlyph, Run};

/// The runs of a line whose left edge is at `x` and whose base line is at 0.
pub(crate) fn runs(
    words: &ShapedWords,
    paragraph: &ShapedParagraph,
    line: &Line,
    align: Align,
    x: f32,
) -> Vec<Run> {
    let mut glyphs: Vec<ParagraphGlyph> = paragraph.glyphs[line.start..line.end].to_vec();
    if line.hyphen
        && let Some(last) = glyphs.last_mut()
    {
        let hyphen = add_hyphen(words, paragraph.size, last);
        glyphs.extend(hyphen);
    }
    if paragraph.mixed {
        reorder(&mut glyphs);
    }
    // A blank behind the line's end keeps its last word apart from the next
    // for those who read the text without its places.
    if !line.hyphen
        && let Some(blank) = paragraph
            .glyphs
            .get(line.end)
            .filter(|g| g.kind == GlyphKind::Space)
    {
        glyphs.push(blank.clone());
    } else if line.last
        && line.end < paragraph.glyphs.len()
        && let Some(last) = glyphs.last()
        && let Some(blank) = words.word(last.glyph.face, " ", false).first()
    {
        // A line that was ended by hand, too.
        let blank = ParagraphGlyph {
            advance: blank.advance * paragraph.size,
            glyph: blank.clone(),
            kind: GlyphKind::Space,
            note: None,
            ..last.clone()
        };
        glyphs.push(blank);
    }
    let slack = line.room - line.natural;
    let justified = align == Align::Justified && (!line.last || slack < 0.0);
    let (tracking, gap) = if justified {
        spread(paragraph, line)
    } else {
        (0.0, f32::NAN)
    };
    let start = match align {
        Align::Justified | Align::Left => x,
        Align::Right => x + slack.max(0.0),
        Align::Centre => x + slack.max(0.0) / 2.0,
    };
    let mut out: Vec<Run> = Vec::new();
    let mut pen = start;
    for glyph in glyphs {
        let advance = if justified && glyph.kind == GlyphKind::Space {
            gap
        } else {
            glyph.advance + tracking
        };
        let same = out.last().is_some_and(|r| {
            r.face == glyph.glyph.face && r.language == glyph.language && r.note == glyph.note
        });
        // A mark stands with its top at the height of the capitals.
        let (size, rise) = match glyph.note {
            Some(_) => (paragraph.size * MARK_SCALE, paragraph.size * 0.34),
            None => (paragraph.size, 0.0),
        };
        if !same {
            out.push(Run {
                face: glyph.glyph.face,
                size,
                x: pen,
                y: 0.0,
                tracking,
                glyphs: Vec::new(),
                language: glyph.language,
                note: glyph.note,
            });
        }
        if let Some(run) = out.last_mut() {
            run.glyphs.push(PositionedGlyph {
                id: glyph.glyph.id,
                x: pen - run.x + glyph.glyph.shift.0 * size,
                rise: rise + glyph.glyph.shift.1 * size,
                reads: glyph.glyph.reads,
            });
        }
        pen += advance;
    }
    out
}

/// The hyphen after the line's last glyph, whose advance is changed to the one
/// it has before a hyphen.
fn add_hyphen(words: &ShapedWords, size: f32, last: &mut ParagraphGlyph) -> Option<ParagraphGlyph> {
    let mut pair = String::new();
    last.glyph.reads.push_to(&mut pair);
    pair.push('-');
    let glyphs = words.word(last.glyph.face, &pair, false);
    let mut hyphen = glyphs.last()?.clone();
    let before: f32 = glyphs
        .iter()
        .take(glyphs.len() - 1)
        .map(|g| g.advance)
        .sum();
    last.advance = before * size;
    hyphen.reads = Reads::One('\u{AD}');
    Some(ParagraphGlyph {
        advance: hyphen.advance * size,
        glyph: hyphen,
        kind: GlyphKind::Ink,
        level: last.level,
        language: last.language,
        note: None,
    })
}
