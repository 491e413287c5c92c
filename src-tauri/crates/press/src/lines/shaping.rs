//! Words of a paragraph made into glyphs, with the places to break them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::fonts::faces::FaceId;
use crate::fonts::shaping::{Glyph, Reads, ShapedWords};
use crate::lines::bidi;
use crate::lines::breakpoints::breakpoints;
use crate::lines::note_marks::{mark, mark_number};
use crate::lines::paragraph::{
    Breakpoint, CharacterStyle, GlyphKind, ParagraphGlyph, ShapedParagraph,
};
use crate::model::{Language, Span};
use crate::text::foreign::foreign_runs;
use crate::text::hyphenation::hyphenation_points;
use crate::text::normalise::tagged;
use crate::text::tagged::{Tagged, is_blank};

/// Penalty of an automatic hyphen.
const HYPHEN: f32 = 200.0;
/// Penalty of a break that splits a word wider than the line.
const SPLIT: f32 = 2000.0;

/// Shapes `spans` and finds the places to break. `narrow` is the width of the
/// narrowest line; words wider than it may be split anywhere.
pub(crate) fn shape(
    words: &ShapedWords,
    spans: &[Span],
    style: CharacterStyle,
    narrow: f32,
) -> ShapedParagraph {
    let tagged = tagged(spans, style.language);
    let text: String = tagged.iter().map(|t| t.0).collect();
    let levels = bidi::levels(&text);
    let mut languages = Languages::of(&text, style.language);
    let mut shaping = Shaping {
        words,
        style,
        narrow,
        glyphs: Vec::with_capacity(tagged.len()),
        glyph_at: Vec::with_capacity(text.len() + 1),
        inside: Vec::new(),
        missing: BTreeSet::new(),
    };
    let mut starts_sentence = true;
    let mut byte = 0;
    let mut i = 0;
    while i < tagged.len() {
        let (c, tag) = tagged[i];
        let span = &spans[tag as usize];
        let level = levels.as_ref().map_or(0, |l| l[byte]);
        if parts_words(c) {
            shaping.reach(byte, shaping.glyphs.len());
            if is_blank(c) {
                let language = languages.at(byte, span);
                shaping.blank(c, span, level, language);
            } else if c == '\n' {
                starts_sentence = true;
            }
            byte += c.len_utf8();
            i += 1;
            continue;
        }
        let from = byte;
        let of_the_word = |&(d, t): &Tagged, at: usize| {
            t == tag && !parts_words(d) && levels.as_ref().is_none_or(|l| l[at] == level)
        };
        while let Some(next) = tagged.get(i).filter(|next| of_the_word(next, byte)) {
            byte += next.0.len_utf8();
            i += 1;
        }
        let language = languages.at(from, span);
        if let Some(number) = mark_number(span) {
            shaping.mark(number, span, level, byte);
            continue;
        }
        // A word of which another span or direction has a part is not hyphenated.
        let joins = tagged.get(i).is_some_and(|t| !is_blank(t.0) && t.0 != '\n')
            || from > 0 && !text[..from].ends_with(|c| is_blank(c) || c == '\n');
        let word = Word {
            raw: &text[from..byte],
            at: from,
            span,
            level,
            language,
            may_hyphenate: style.hyphenate && !span.verbatim && !joins && level == 0,
            starts_sentence,
        };
        starts_sentence = shaping.word(&word);
    }
    shaping.reach(text.len(), shaping.glyphs.len());
    let breakpoints = breakpoints(&text, &shaping.glyphs, &shaping.glyph_at, shaping.inside);
    let (widths, spaces) = sums(&shaping.glyphs);
    ShapedParagraph {
        glyphs: shaping.glyphs,
        breakpoints,
        widths,
        spaces,
        size: style.size,
        mixed: levels.is_some(),
        missing: shaping.missing,
    }
}

/// What stands between words: a blank, a line's end, a place to break unseen.
fn parts_words(c: char) -> bool {
    is_blank(c) || matches!(c, '\n' | '\u{200B}')
}

/// The language of what stands at a byte: as its span says, else as its letters
/// do; none where it is the style's.
struct Languages {
    own: Language,
    foreign: Vec<Range<usize>>,
    /// Runs that lie before the last byte asked for.
    passed: usize,
}

impl Languages {
    fn of(text: &str, own: Language) -> Self {
        Self {
            own,
            foreign: foreign_runs(text, own),
            passed: 0,
        }
    }

    /// Bytes are asked for in order.
    fn at(&mut self, byte: usize, span: &Span) -> Option<Language> {
        if let Some(named) = span.language {
            return (named != self.own).then_some(named);
        }
        while self
            .foreign
            .get(self.passed)
            .is_some_and(|run| run.end <= byte)
        {
            self.passed += 1;
        }
        let run = self.foreign.get(self.passed)?;
        (run.start <= byte).then(|| self.own.other())
    }
}

/// A word in one style and direction.
struct Word<'a> {
    /// Its characters, soft hyphens included.
    raw: &'a str,
    /// The byte it begins at.
    at: usize,
    span: &'a Span,
    level: u8,
    language: Option<Language>,
    may_hyphenate: bool,
    starts_sentence: bool,
}

struct Shaping<'a> {
    words: &'a ShapedWords,
    style: CharacterStyle,
    narrow: f32,
    glyphs: Vec<ParagraphGlyph>,
    /// `glyph_at[b]`: first glyph at or after byte b.
    glyph_at: Vec<u32>,
    /// Places to break inside words.
    inside: Vec<Breakpoint>,
    missing: BTreeSet<char>,
}

impl Shaping<'_> {
    /// All bytes up to this one that have no glyph yet have this one.
    fn reach(&mut self, byte: usize, glyph: usize) {
        while self.glyph_at.len() <= byte {
            self.glyph_at.push(glyph as u32);
        }
    }

    fn blank(&mut self, c: char, span: &Span, level: u8, language: Option<Language>) {
        let face = self.style.face(span);
        let shaped = self.words.word(face, " ", false);
        let mut glyph = shaped.first().cloned().unwrap_or(Glyph {
            face,
            id: 3,
            advance: 0.25,
            shift: (0.0, 0.0),
            reads: Reads::One(' '),
            cluster: 0,
            missing: false,
        });
        glyph.reads = Reads::One(' ');
        let narrow = matches!(c, '\u{202F}' | '\u{2009}');
        let advance = if narrow { 0.2 } else { glyph.advance } * self.style.size;
        self.glyphs.push(ParagraphGlyph {
            advance,
            glyph,
            kind: if narrow {
                GlyphKind::Ink
            } else {
                GlyphKind::Space
            },
            level,
            language,
            note: None,
        });
    }

    /// The raised number of a note, whose text ends at a byte.
    fn mark(&mut self, number: u32, span: &Span, level: u8, end: usize) {
        let first = self.glyphs.len();
        let face = self.style.face(span);
        let glyphs = mark(self.words, face, number, self.style.size, level);
        self.glyphs.extend(glyphs);
        self.reach(end.saturating_sub(1), first);
    }

    /// A word's glyphs and its places to break; whether the next one starts a
    /// sentence.
    fn word(&mut self, word: &Word<'_>) -> bool {
        let face = self.style.face(word.span);
        let (shown, soft) = without_soft_hyphens(word.raw);
        let first = self.glyphs.len();
        for glyph in self.words.word(face, &shown, word.level % 2 == 1).iter() {
            if glyph.missing
                && let Reads::One(c) = glyph.reads
            {
                self.missing.insert(c);
            }
            self.glyphs.push(ParagraphGlyph {
                advance: glyph.advance * self.style.size,
                glyph: glyph.clone(),
                kind: GlyphKind::Ink,
                level: word.level,
                language: word.language,
                note: None,
            });
        }
        self.reach_word(word, first);
        let points: Vec<(usize, f32)> = if !soft.is_empty() {
            soft.into_iter().map(|p| (p, HYPHEN * 0.5)).collect()
        } else if word.may_hyphenate {
            let points = hyphenation_points(&shown, word.starts_sentence);
            points.into_iter().map(|p| (p, HYPHEN)).collect()
        } else {
            Vec::new()
        };
        for (point, penalty) in points {
            let at = self.glyphs[first..]
                .iter()
                .position(|g| g.glyph.cluster as usize == point)
                .map(|at| first + at)
                .filter(|at| *at > first);
            if let Some(at) = at {
                self.inside.push(Breakpoint {
                    hyphen: true,
                    extra: self.hyphen_extra(&self.glyphs[at - 1], face),
                    ..Breakpoint::at(at, at, penalty)
                });
            }
        }
        let width: f32 = self.glyphs[first..].iter().map(|g| g.advance).sum();
        if width > self.narrow {
            let ends = first + 1..self.glyphs.len();
            self.inside.extend(
                ends.filter(|&at| {
                    let next = &self.glyphs[at];
                    next.glyph.reads != Reads::Nothing && next.advance > 0.0
                })
                .map(|at| Breakpoint::at(at, at, SPLIT)),
            );
        }
        let bare = shown.trim_end_matches(['»', '”', '"', ')', '“']);
        bare.ends_with(['.', '!', '?', ':', '…', ';']) || matches!(shown.as_ref(), "—" | "–")
    }

    /// Tells for each byte of a word its glyph; soft hyphens have none.
    fn reach_word(&mut self, word: &Word<'_>, first: usize) {
        let mut skipped = 0;
        let mut glyph = first;
        for (k, d) in word.raw.char_indices() {
            let in_shown = k - skipped;
            while self
                .glyphs
                .get(glyph)
                .is_some_and(|g| (g.glyph.cluster as usize) < in_shown)
            {
                glyph += 1;
            }
            self.reach(word.at + k, glyph);
            if d == '\u{AD}' {
                skipped += d.len_utf8();
            }
        }
    }

    /// Width that a hyphen after `last` adds, with the pair kerned.
    fn hyphen_extra(&self, last: &ParagraphGlyph, face: FaceId) -> f32 {
        let mut pair = String::new();
        last.glyph.reads.push_to(&mut pair);
        pair.push('-');
        let both: f32 = self
            .words
            .word(face, &pair, false)
            .iter()
            .map(|g| g.advance)
            .sum();
        both * self.style.size - last.advance
    }
}

/// The word without its soft hyphens, and where in it they stood.
fn without_soft_hyphens(raw: &str) -> (std::borrow::Cow<'_, str>, Vec<usize>) {
    if !raw.contains('\u{AD}') {
        return (raw.into(), Vec::new());
    }
    let mut word = String::with_capacity(raw.len());
    let mut points = Vec::new();
    for c in raw.chars() {
        if c == '\u{AD}' {
            points.push(word.len());
        } else {
            word.push(c);
        }
    }
    (word.into(), points)
}

/// Widths and stretchable blanks before each glyph, and behind the last.
fn sums(glyphs: &[ParagraphGlyph]) -> (Vec<f64>, Vec<u32>) {
    let (mut width, mut spaces) = (0.0, 0);
    let mut sums = (vec![width], vec![spaces]);
    for glyph in glyphs {
        width += f64::from(glyph.advance);
        spaces += u32::from(glyph.kind == GlyphKind::Space);
        sums.0.push(width);
        sums.1.push(spaces);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Family;

    #[test]
    fn a_paragraph_ends_with_a_forced_break_and_keeps_its_line_breaks() {
        let style = CharacterStyle {
            family: Family::Serif,
            size: 12.0,
            bold: false,
            italic: false,
            language: Language::Ru,
            hyphenate: true,
        };
        let words = ShapedWords::default();
        for text in ["", "слово", "два слова\nстрока", " \n ", "a\n\nb"] {
            let shaped = shape(&words, &[Span::plain(text)], style, 100.0);
            let last = shaped.breakpoints.last().expect("an end");
            assert!(last.forced && last.start == shaped.glyphs.len(), "{text:?}");
        }
        let shaped = shape(&words, &[Span::plain("a\n\nb")], style, 100.0);
        assert_eq!(shaped.breakpoints.iter().filter(|b| b.forced).count(), 3);
    }
}
