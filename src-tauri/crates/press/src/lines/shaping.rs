//! Words of a paragraph made into glyphs, with the places to break them.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::fonts::shaping::{Glyph, Reads, ShapedWords};
use crate::lines::bidi;
use crate::lines::breakpoints::{breakpoints, hanging};
use crate::lines::note_marks::{mark, mark_number};
use crate::lines::paragraph::{
    Breakpoint, CharacterStyle, GlyphKind, ParagraphGlyph, ShapedParagraph,
};
use crate::lines::too_wide::broken;
use crate::model::{Language, Span};
use crate::text::foreign::foreign_runs;
use crate::text::hyphenation::hyphenation_points;
use crate::text::normalise::tagged;
use crate::text::tagged::{NBSP, Tagged, is_blank};

/// Penalty of an automatic hyphen.
const HYPHEN: f32 = 300.0;

/// Penalty of a break between initials and the surname: better than a line with
/// holes, and than a name with a hyphen.
const BEHIND_INITIALS: f32 = 3000.0;

/// Shapes `spans` and finds the places to break. `narrow` is the width of the
/// narrowest line; what is wider than it may be broken where else nothing is.
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
                // Behind «ул.» stands a name, and no sentence begins.
                starts_sentence &= c != NBSP;
                let language = languages.at(byte, span);
                let next = tagged.get(i + 1).map_or(' ', |t| t.0);
                if c == NBSP && next.is_uppercase() && ends_with_initial(&text[..byte]) {
                    let at = shaping.glyphs.len();
                    shaping
                        .inside
                        .push(Breakpoint::at(at, at + 1, BEHIND_INITIALS));
                }
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
        // A word of which another span or direction has a part is not hyphenated, nor
        // one that a number is held to: «статьи 6».
        let char_at = |k: usize| tagged.get(k).map_or('\n', |t| t.0);
        let numbered = char_at(i) == NBSP && char_at(i + 1).is_ascii_digit();
        let joins = numbered
            || tagged.get(i).is_some_and(|t| !is_blank(t.0) && t.0 != '\n')
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
    let inside = std::mem::take(&mut shaping.inside);
    let places = breakpoints(&text, &shaping.glyphs, &shaping.glyph_at, inside);
    let sums = Sums::of(&shaping.glyphs);
    let breakpoints = broken(
        places.sure,
        &places.weak,
        &shaping.glyphs,
        &sums.widths,
        narrow,
        |at| shaping.hyphen_at(at, HYPHEN),
    );
    ShapedParagraph {
        glyphs: shaping.glyphs,
        breakpoints,
        widths: sums.widths,
        spaces: sums.spaces,
        blanks: sums.blanks,
        size: style.size,
        mixed: levels.is_some(),
        missing: shaping.missing,
    }
}

/// What stands between words: a blank, a line's end, a place to break unseen.
fn parts_words(c: char) -> bool {
    is_blank(c) || matches!(c, '\n' | '\u{200B}')
}

/// Whether the text ends with one capital and a dot.
fn ends_with_initial(text: &str) -> bool {
    let mut back = text.chars().rev();
    back.next() == Some('.')
        && back.next().is_some_and(char::is_uppercase)
        && back
            .next()
            .is_none_or(|c| is_blank(c) || c == '.' || c == '\n')
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
                let place = self.hyphen_at(at, penalty);
                self.inside.push(place);
            }
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

    /// A break with a hyphen behind the glyph before `at`, whose pair is kerned.
    fn hyphen_at(&self, at: usize, penalty: f32) -> Breakpoint {
        let last = &self.glyphs[at - 1];
        let mut pair = String::new();
        last.glyph.reads.push_to(&mut pair);
        pair.push('-');
        let glyphs = self.words.word(last.glyph.face, &pair, false);
        let both: f32 = glyphs.iter().map(|g| g.advance).sum();
        let hyphen = glyphs.last().map_or(0.0, |g| g.advance);
        Breakpoint {
            hyphen: true,
            extra: both * self.style.size - last.advance,
            hang: hyphen * self.style.size * hanging('-'),
            ..Breakpoint::at(at, at, penalty)
        }
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

/// What stands before each glyph, and before the end.
struct Sums {
    widths: Vec<f64>,
    spaces: Vec<u32>,
    blanks: Vec<f64>,
}

impl Sums {
    fn of(glyphs: &[ParagraphGlyph]) -> Self {
        let mut sums = Self {
            widths: vec![0.0],
            spaces: vec![0],
            blanks: vec![0.0],
        };
        let (mut width, mut spaces, mut blanks) = (0.0, 0, 0.0);
        for glyph in glyphs {
            width += f64::from(glyph.advance);
            if glyph.kind == GlyphKind::Space {
                spaces += 1;
                blanks += f64::from(glyph.advance);
            }
            sums.widths.push(width);
            sums.spaces.push(spaces);
            sums.blanks.push(blanks);
        }
        sums
    }
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
