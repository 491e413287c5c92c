//! The raised numbers of notes.

use crate::fonts::faces::FaceId;
use crate::fonts::shaping::{Glyph, Reads, ShapedWords};
use crate::lines::paragraph::{GlyphKind, ParagraphGlyph};
use crate::model::Span;

/// Size of a raised mark against the text's.
pub(crate) const MARK_SCALE: f32 = 0.64;
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The mark of a note, as it reads.
pub(crate) fn mark_text(number: u32) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| RAISED[usize::from(digit - b'0')])
        .collect()
}

/// The number of a span that is a note's mark; see [`mark_text`].
pub(crate) fn mark_number(span: &Span) -> Option<u32> {
    span.note.as_ref()?;
    let digits: Option<String> = span
        .text
        .chars()
        .map(|c| {
            Some(char::from(
                b'0' + RAISED.iter().position(|r| *r == c)? as u8,
            ))
        })
        .collect();
    digits?.parse().ok()
}

/// The glyphs of a mark: digits of the text's face, which has no raised ones
/// from four on, that read as raised ones.
pub(crate) fn mark(
    words: &ShapedWords,
    face: FaceId,
    number: u32,
    size: f32,
    level: u8,
) -> Vec<ParagraphGlyph> {
    let glyphs = words.word(face, &number.to_string(), false);
    glyphs
        .iter()
        .zip(mark_text(number).chars())
        .map(|(glyph, reads)| ParagraphGlyph {
            advance: glyph.advance * size * MARK_SCALE,
            glyph: Glyph {
                reads: Reads::One(reads),
                ..glyph.clone()
            },
            kind: GlyphKind::Ink,
            level,
            language: None,
            note: Some(number),
        })
        .collect()
}
