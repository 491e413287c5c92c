//! A paragraph as a stream of glyphs with the places where it may break.

use std::collections::BTreeSet;

use unicode_linebreak::{BreakOpportunity, linebreaks};

use crate::fonts::{FaceId, Glyph, Reads, Shaped};
use crate::hyphenation::hyphenation;
use crate::model::{Family, Language, Span};
use crate::normalise::{Tagged, clean, normalise};
use crate::spoken::{foreign, other};

/// The style a paragraph's spans are set in.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Family.
    pub family: Family,
    /// Size, pt.
    pub size: f32,
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
    /// Language of spans that name none.
    pub language: Language,
    /// Whether words may be hyphenated.
    pub hyphenate: bool,
}

/// What a glyph is to the breaker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Ink.
    Glyph,
    /// A blank that stretches and shrinks, whether it may break or not.
    Space,
}

/// A glyph of the stream, in logical order. Lengths are in points.
#[derive(Debug, Clone)]
pub struct Cell {
    /// The glyph.
    pub glyph: Glyph,
    /// How far the pen moves.
    pub advance: f32,
    /// What it is to the breaker.
    pub kind: Kind,
    /// Bidi level; odd runs from right to left.
    pub level: u8,
    /// Language, where it is not the style's.
    pub language: Option<Language>,
    /// The number of the note that it is the mark of: smaller, and raised.
    pub note: Option<u32>,
}

/// A place where a line may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// One past the last cell of the line that ends here.
    pub end: usize,
    /// First cell of the line that follows.
    pub start: usize,
    /// What breaking here costs, on the scale of TeX's penalties.
    pub penalty: f32,
    /// Whether a hyphen is added.
    pub hyphen: bool,
    /// Whether the line must end here.
    pub forced: bool,
    /// What the added hyphen and the changed pair before it add in width, pt.
    pub extra: f32,
}

/// The paragraph, ready to be broken.
#[derive(Debug, Clone)]
pub struct Stream {
    /// The glyphs.
    pub cells: Vec<Cell>,
    /// The places to break, in order; the last is the paragraph's end.
    pub candidates: Vec<Candidate>,
    /// `widths[i]`: width of all cells before the i-th, pt.
    pub widths: Vec<f64>,
    /// `spaces[i]`: stretchable blanks before the i-th cell.
    pub spaces: Vec<u32>,
    /// Size, pt.
    pub size: f32,
    /// Whether any cell runs from right to left.
    pub mixed: bool,
    /// Characters no face has.
    pub missing: BTreeSet<char>,
}

/// Penalty of an automatic hyphen.
const HYPHEN: f32 = 200.0;
/// Penalty of a break after a hyphen, slash or dash that is in the text.
const WITHIN: f32 = 60.0;
/// Penalty of a break that splits a word wider than the line.
const SPLIT: f32 = 2000.0;

/// Shapes `spans` and finds the places to break. `narrow` is the width of the
/// narrowest line; words wider than it may be split anywhere.
pub fn stream(shaped: &Shaped, spans: &[Span], style: Style, narrow: f32) -> Stream {
    let tagged = tagged(spans, style.language);
    let text: String = tagged.iter().map(|t| t.0).collect();
    let levels = bidi_levels(&text);
    let stretches = foreign(&text, style.language);
    // The language of what stands at a byte: as the span says, else as its
    // letters do; none where it is the style's.
    let mut stretch = 0;
    let mut spoken = |byte: usize, span: &Span| match span.language {
        Some(named) => Some(named).filter(|&l| l != style.language),
        None => {
            while stretches.get(stretch).is_some_and(|s| s.end <= byte) {
                stretch += 1;
            }
            let within = stretches.get(stretch).is_some_and(|s| s.start <= byte);
            within.then(|| other(style.language))
        }
    };
    let mut made = Stream {
        cells: Vec::with_capacity(tagged.len()),
        candidates: Vec::new(),
        widths: Vec::new(),
        spaces: Vec::new(),
        size: style.size,
        mixed: levels.is_some(),
        missing: BTreeSet::new(),
    };
    // `cell_at[b]`: first cell at or after byte b; filled as cells are made.
    let mut cell_at: Vec<u32> = Vec::with_capacity(text.len() + 1);
    let mut hyphens: Vec<Candidate> = Vec::new();
    let mut starts_sentence = true;
    let mut byte = 0;
    let mut i = 0;
    while i < tagged.len() {
        let (c, tag) = tagged[i];
        let level = levels.as_ref().map_or(0, |l| l[byte]);
        if is_blank(c) || c == '\n' || c == '\u{200B}' {
            fill(&mut cell_at, byte, made.cells.len());
            if c != '\n' && c != '\u{200B}' {
                let mut cell = blank(shaped, c, spans, tag, style, level);
                cell.language = spoken(byte, &spans[tag as usize]);
                made.cells.push(cell);
            } else if c == '\n' {
                starts_sentence = true;
            }
            byte += c.len_utf8();
            i += 1;
            continue;
        }
        // A word in one style and direction.
        let from = byte;
        while i < tagged.len() {
            let (d, t) = tagged[i];
            if t != tag
                || is_blank(d)
                || d == '\n'
                || d == '\u{200B}'
                || levels.as_ref().is_some_and(|l| l[byte] != level)
            {
                break;
            }
            byte += d.len_utf8();
            i += 1;
        }
        let raw = &text[from..byte];
        let joins = tagged.get(i).is_some_and(|t| !is_blank(t.0) && t.0 != '\n')
            || from > 0 && !text[..from].ends_with(|c| is_blank(c) || c == '\n');
        let span = &spans[tag as usize];
        let face = face(span, style);
        let word: String;
        let soft: Vec<usize>;
        let shown = if raw.contains('\u{AD}') {
            (word, soft) = without_soft_hyphens(raw);
            word.as_str()
        } else {
            soft = Vec::new();
            raw
        };
        let first = made.cells.len();
        let language = spoken(from, span);
        if let Some(number) = mark_number(span) {
            made.cells
                .extend(mark(shaped, face, number, style.size, level));
            fill(&mut cell_at, byte.saturating_sub(1), first);
            continue;
        }
        let glyphs = shaped.word(face, shown, level % 2 == 1);
        for glyph in glyphs.iter() {
            if glyph.missing
                && let Reads::One(c) = glyph.reads
            {
                made.missing.insert(c);
            }
            made.cells.push(Cell {
                advance: glyph.advance * style.size,
                glyph: glyph.clone(),
                kind: Kind::Glyph,
                level,
                language,
                note: None,
            });
        }
        // Bytes of `raw` to cells (soft hyphens have none).
        let mut skipped = 0;
        let mut cell = first;
        for (k, d) in raw.char_indices() {
            let in_shown = k - skipped;
            while cell < made.cells.len() && (made.cells[cell].glyph.cluster as usize) < in_shown {
                cell += 1;
            }
            fill(&mut cell_at, from + k, cell);
            if d == '\u{AD}' {
                skipped += d.len_utf8();
            }
        }
        let mut points: Vec<(usize, f32)> = soft.into_iter().map(|p| (p, HYPHEN * 0.5)).collect();
        if points.is_empty() && style.hyphenate && !span.verbatim && !joins && level == 0 {
            points = hyphenation(shown, starts_sentence)
                .into_iter()
                .map(|p| (p, HYPHEN))
                .collect();
        }
        for (point, penalty) in points {
            let Some(at) = made.cells[first..]
                .iter()
                .position(|c| c.glyph.cluster as usize == point)
            else {
                continue;
            };
            let at = first + at;
            if at == first {
                continue;
            }
            hyphens.push(Candidate {
                end: at,
                start: at,
                penalty,
                hyphen: true,
                forced: false,
                extra: hyphen_extra(shaped, &made.cells[at - 1], face, style.size),
            });
        }
        let width: f32 = made.cells[first..].iter().map(|c| c.advance).sum();
        if width > narrow {
            let step = made.cells.len();
            for at in first + 1..step {
                if made.cells[at].glyph.reads != Reads::Nothing && made.cells[at].advance > 0.0 {
                    hyphens.push(Candidate {
                        end: at,
                        start: at,
                        penalty: SPLIT,
                        hyphen: false,
                        forced: false,
                        extra: 0.0,
                    });
                }
            }
        }
        let bare = shown.trim_end_matches(['»', '”', '"', ')', '“']);
        starts_sentence =
            bare.ends_with(['.', '!', '?', ':', '…', ';']) || matches!(shown, "—" | "–");
    }
    fill(&mut cell_at, text.len(), made.cells.len());
    candidates(&text, &cell_at, hyphens, &mut made);
    sums(&mut made);
    made
}

/// The text that is set for `spans`: what reading the finished file gives back,
/// but for where lines end. Against the input it lacks control characters,
/// marks of direction, joiners, variation selectors, blanks at the ends and
/// soft hyphens; runs of blanks are one; blanks that don't break, dashes,
/// quotation marks and the dots of an ellipsis are as a careful typist sets
/// them, unless the span is verbatim. No letter and no digit is added, dropped
/// or changed.
pub fn as_set(spans: &[Span], language: Language) -> String {
    tagged(spans, language)
        .into_iter()
        .map(|(c, _)| c)
        .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'))
        .map(|c| if is_blank(c) { ' ' } else { c })
        .collect()
}

pub(crate) fn tagged(spans: &[Span], language: Language) -> Vec<Tagged> {
    let mut all = clean(
        spans
            .iter()
            .enumerate()
            .flat_map(|(i, s)| s.text.chars().map(move |c| (c, i as u32))),
    );
    // A forced break at the end says nothing.
    while all.last().is_some_and(|t| t.0 == '\n') {
        all.pop();
    }
    let foreign = spans
        .iter()
        .find_map(|s| s.language)
        .filter(|_| spans.iter().all(|s| s.language.is_some()));
    normalise(&mut all, foreign.unwrap_or(language), &|tag| {
        spans.get(tag as usize).is_some_and(|s| !s.verbatim)
    });
    all
}

fn bidi_levels(text: &str) -> Option<Vec<u8>> {
    let rtl = text.chars().any(|c| matches!(u32::from(c), 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF));
    rtl.then(|| {
        unicode_bidi::BidiInfo::new(text, Some(unicode_bidi::Level::ltr()))
            .levels
            .iter()
            .map(|l| l.number())
            .collect()
    })
}

fn fill(cell_at: &mut Vec<u32>, byte: usize, cell: usize) {
    while cell_at.len() <= byte {
        cell_at.push(cell as u32);
    }
}

fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\u{A0}' | '\u{202F}' | '\u{2009}')
}

fn face(span: &Span, style: Style) -> FaceId {
    FaceId::of(
        style.family,
        style.bold || span.bold,
        style.italic || span.italic,
    )
}

fn blank(shaped: &Shaped, c: char, spans: &[Span], tag: u32, style: Style, level: u8) -> Cell {
    let span = &spans[tag as usize];
    let mut glyph = shaped
        .word(face(span, style), " ", false)
        .first()
        .cloned()
        .unwrap_or(Glyph {
            face: face(span, style),
            id: 3,
            advance: 0.25,
            shift: (0.0, 0.0),
            reads: Reads::One(' '),
            cluster: 0,
            missing: false,
        });
    glyph.reads = Reads::One(' ');
    let narrow = matches!(c, '\u{202F}' | '\u{2009}');
    let advance = if narrow { 0.2 } else { glyph.advance } * style.size;
    Cell {
        advance,
        glyph,
        kind: if narrow { Kind::Glyph } else { Kind::Space },
        level,
        language: None,
        note: None,
    }
}

/// Size of a raised mark against the text's.
pub const MARK_SCALE: f32 = 0.64;
const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// The mark of a note, as it reads.
pub fn mark_text(number: u32) -> String {
    number
        .to_string()
        .bytes()
        .map(|digit| RAISED[usize::from(digit - b'0')])
        .collect()
}

/// The number of a span that is a note's mark; see [`mark_text`].
fn mark_number(span: &Span) -> Option<u32> {
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
fn mark(shaped: &Shaped, face: FaceId, number: u32, size: f32, level: u8) -> Vec<Cell> {
    let glyphs = shaped.word(face, &number.to_string(), false);
    glyphs
        .iter()
        .zip(mark_text(number).chars())
        .map(|(glyph, reads)| Cell {
            advance: glyph.advance * size * MARK_SCALE,
            glyph: Glyph {
                reads: Reads::One(reads),
                ..glyph.clone()
            },
            kind: Kind::Glyph,
            level,
            language: None,
            note: Some(number),
        })
        .collect()
}

fn without_soft_hyphens(raw: &str) -> (String, Vec<usize>) {
    let mut word = String::with_capacity(raw.len());
    let mut points = Vec::new();
    for c in raw.chars() {
        if c == '\u{AD}' {
            points.push(word.len());
        } else {
            word.push(c);
        }
    }
    (word, points)
}

/// Width that a hyphen after `last` adds, with the pair kerned.
fn hyphen_extra(shaped: &Shaped, last: &Cell, face: FaceId, size: f32) -> f32 {
    let mut pair = String::new();
    last.glyph.reads.push_to(&mut pair);
    pair.push('-');
    let both: f32 = shaped
        .word(face, &pair, false)
        .iter()
        .map(|g| g.advance)
        .sum();
    both * size - last.advance
}

fn candidates(text: &str, cell_at: &[u32], hyphens: Vec<Candidate>, made: &mut Stream) {
    let mut out: Vec<Candidate> = hyphens;
    let count = made.cells.len();
    if !text.is_empty() {
        for (byte, opportunity) in linebreaks(text) {
            let start = (cell_at[byte.min(cell_at.len() - 1)] as usize).min(count);
            let mut end = start;
            while end > 0 && made.cells[end - 1].kind == Kind::Space {
                end -= 1;
            }
            let forced = opportunity == BreakOpportunity::Mandatory
                && (byte == text.len() || text[..byte].ends_with('\n'));
            if forced {
                out.push(Candidate {
                    end,
                    start,
                    penalty: 0.0,
                    hyphen: false,
                    forced: true,
                    extra: 0.0,
                });
            } else if start > 0 && start < count {
                let spaced = end < start;
                if spaced && text[..byte].ends_with('\u{A0}') {
                    continue;
                }
                let penalty = if spaced || text[..byte].ends_with('\u{200B}') {
                    0.0
                } else {
                    WITHIN
                };
                out.push(Candidate {
                    end,
                    start,
                    penalty,
                    hyphen: false,
                    forced: false,
                    extra: 0.0,
                });
            }
        }
    }
    if !out.iter().any(|c| c.forced && c.start == count) {
        out.push(Candidate {
            end: count,
            start: count,
            penalty: 0.0,
            hyphen: false,
            forced: true,
            extra: 0.0,
        });
    }
    out.sort_by(|a, b| {
        a.start
            .cmp(&b.start)
            .then(a.forced.cmp(&b.forced))
            .then(a.penalty.total_cmp(&b.penalty))
    });
    // At one place the cheapest way to break stays; forced ones always stay.
    let mut kept: Vec<Candidate> = Vec::with_capacity(out.len());
    for c in out {
        if !c.forced
            && kept
                .last()
                .is_some_and(|k| k.start == c.start && k.end == c.end)
        {
            continue;
        }
        kept.push(c);
    }
    made.candidates = kept;
}

fn sums(made: &mut Stream) {
    let mut width = 0.0;
    let mut spaces = 0;
    made.widths.push(0.0);
    made.spaces.push(0);
    for cell in &made.cells {
        width += f64::from(cell.advance);
        spaces += u32::from(cell.kind == Kind::Space);
        made.widths.push(width);
        made.spaces.push(spaces);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_ends_with_a_forced_break_and_keeps_its_line_breaks() {
        let style = Style {
            family: Family::Serif,
            size: 12.0,
            bold: false,
            italic: false,
            language: Language::Ru,
            hyphenate: true,
        };
        let shaped = Shaped::default();
        for text in ["", "слово", "два слова\nстрока", " \n ", "a\n\nb"] {
            let s = stream(&shaped, &[Span::plain(text)], style, 100.0);
            let last = s.candidates.last().expect("an end");
            assert!(last.forced && last.start == s.cells.len(), "{text:?}");
        }
        let s = stream(&shaped, &[Span::plain("a\n\nb")], style, 100.0);
        assert_eq!(s.candidates.iter().filter(|c| c.forced).count(), 3);
    }
}
