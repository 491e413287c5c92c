//! The shaping of words: characters made into glyphs with their advances.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use harfrust::{Buffer, Direction, ShapeOptions, ShaperFont};

use crate::fonts::faces::{FALLBACK, FaceId, advance_of, face, glyph_of, has};

#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reads {
    One(char),
    /// Several, as a ligature does.
    Many(Arc<str>),
    /// Nothing of its own: a further glyph of the character before it.
    Nothing,
}

impl Reads {
    /// Appends it to a text.
    pub fn push_to(&self, to: &mut String) {
        match self {
            Self::One(c) => to.push(*c),
            Self::Many(s) => to.push_str(s),
            Self::Nothing => {}
        }
    }
}

/// A shaped glyph. Lengths are in ems.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Glyph {
    pub face: FaceId,
    /// Counts in the whole font, not in what the PDF gets of it.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// Shift from the pen.
    pub shift: (f32, f32),
    pub reads: Reads,
    /// Byte offset of its cluster in the word.
    pub cluster: u32,
    /// Stands for a character that no face has.
    pub missing: bool,
}

/// Accents and the like, which stay with the letter before them.
fn is_combining(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05C7 | 0x0610..=0x061A
        | 0x064B..=0x065F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

type WordKey = (FaceId, bool, Box<str>);

/// ShapedWords words, kept between calls: a letter says the same words again and
/// again, and so does the next keystroke.
#[derive(Default)]
pub(crate) struct ShapedWords {
    words: Mutex<HashMap<WordKey, Arc<[Glyph]>>>,
}

/// How many different words are kept before all are forgotten.
const KEPT: usize = 20_000;

impl ShapedWords {
    /// The glyphs of `word` in logical order. `rtl` shapes it from right to
    /// left (the glyphs still come in logical order).
    pub(crate) fn word(&self, face: FaceId, word: &str, rtl: bool) -> Arc<[Glyph]> {
        let key: WordKey = (face, rtl, word.into());
        if let Ok(words) = self.words.lock()
            && let Some(found) = words.get(&key)
        {
            return Arc::clone(found);
        }
        let made: Arc<[Glyph]> = shape(face, word, rtl).into();
        if let Ok(mut words) = self.words.lock() {
            if words.len() >= KEPT {
                words.clear();
            }
            words.insert(key, Arc::clone(&made));
        }
        made
    }
}

fn shape(face: FaceId, word: &str, rtl: bool) -> Vec<Glyph> {
    let mut out = Vec::with_capacity(word.len());
    // Runs of characters that one face has.
    let mut start = 0;
    let mut current: Option<Option<FaceId>> = None;
    for (at, c) in word.char_indices() {
        let wanted =
            if current.is_some() && is_combining(c) && current.flatten().is_some_and(|f| has(f, c))
            {
                current.flatten()
            } else if has(face, c) {
                Some(face)
            } else if has(FALLBACK, c) {
                Some(FALLBACK)
            } else {
                None
            };
        match current {
            Some(run) if run == wanted => {}
            Some(run) => {
                shape_run(run, &word[start..at], start, rtl, &mut out);
                start = at;
                current = Some(wanted);
            }
            None => current = Some(wanted),
        }
    }
    if let Some(run) = current {
        shape_run(run, &word[start..], start, rtl, &mut out);
    }
    out
}

fn shape_run(id: Option<FaceId>, text: &str, offset: usize, rtl: bool, out: &mut Vec<Glyph>) {
    let Some(id) = id else {
        out.extend(
            text.char_indices()
                .map(|(at, c)| replacement(c, offset + at)),
        );
        return;
    };
    let Some(loaded) = face(id) else {
        return;
    };
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.guess_segment_properties();
    buffer.set_direction(if rtl {
        Direction::RightToLeft
    } else {
        Direction::LeftToRight
    });
    buffer.set_cluster_level(harfrust::ClusterLevel::MonotoneCharacters);
    if harfrust::shape(
        &ShaperFont::new(&loaded.font),
        &mut buffer,
        ShapeOptions::new(),
    )
    .is_err()
    {
        out.extend(
            text.char_indices()
                .map(|(at, c)| replacement(c, offset + at)),
        );
        return;
    }
    let infos = buffer.glyph_infos();
    let positions = buffer.glyph_positions();
    let order: Vec<usize> = if rtl {
        (0..infos.len()).rev().collect()
    } else {
        (0..infos.len()).collect()
    };
    let mut last = None;
    for (k, &i) in order.iter().enumerate() {
        let from = infos[i].cluster as usize;
        let to = order[k + 1..]
            .iter()
            .map(|&j| infos[j].cluster as usize)
            .find(|&c| c > from)
            .unwrap_or(text.len());
        let read = text.get(from..to).unwrap_or("");
        let reads = if last == Some(from) {
            Reads::Nothing
        } else {
            let mut chars = read.chars();
            match (chars.next(), chars.next()) {
                (Some(c), None) => Reads::One(c),
                (Some(_), Some(_)) => Reads::Many(read.into()),
                (None, _) => Reads::Nothing,
            }
        };
        last = Some(from);
        let glyph = u16::try_from(infos[i].glyph_id).unwrap_or(0);
        if glyph == 0 {
            if let Some(c) = read.chars().next() {
                out.push(replacement(c, offset + from));
            }
            continue;
        }
        let p = positions[i];
        out.push(Glyph {
            face: id,
            id: glyph,
            advance: p.x_advance as f32 * loaded.unit,
            shift: (
                p.x_offset as f32 * loaded.unit,
                p.y_offset as f32 * loaded.unit,
            ),
            reads,
            cluster: (offset + from) as u32,
            missing: false,
        });
    }
}

/// The box that stands for a character no face has. It reads as that character.
fn replacement(c: char, at: usize) -> Glyph {
    let (id, advance) = glyph_of(FALLBACK, '\u{25A1}')
        .map_or((1, 0.6), |id| (id, advance_of(FALLBACK, id) / 1000.0));
    Glyph {
        face: FALLBACK,
        id,
        advance,
        shift: (0.0, 0.0),
        reads: Reads::One(c),
        cluster: at as u32,
        missing: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn russian_words_are_shaped_with_kerning_and_read_back() {
        let glyphs = ShapedWords::default().word(FaceId(0), "Газета", false);
        let mut read = String::new();
        glyphs.iter().for_each(|g| g.reads.push_to(&mut read));
        assert_eq!(read, "Газета");
        let nominal: f32 = glyphs
            .iter()
            .map(|g| advance_of(g.face, g.id) / 1000.0)
            .sum();
        let real: f32 = glyphs.iter().map(|g| g.advance).sum();
        assert!(
            real < nominal,
            "the pair Га is kerned: {real} against {nominal}"
        );
    }

    #[test]
    fn what_no_face_has_is_a_box_that_reads_as_itself() {
        let glyphs = ShapedWords::default().word(FaceId(0), "я𠀀λ", false);
        assert_eq!(glyphs.len(), 3);
        assert!(glyphs[1].missing && !glyphs[0].missing && !glyphs[2].missing);
        assert_eq!(glyphs[1].reads, Reads::One('𠀀'));
        assert_eq!(glyphs[2].face, FALLBACK);
    }
}
