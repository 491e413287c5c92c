//! The embedded faces and the shaping of words with them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use harfrust::{Buffer, Direction, Font, ShapeOptions, ShaperFont};

use crate::model::Family;

/// Index of a face in [`FACES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceId(pub u8);

/// The face that lends glyphs which the text faces lack.
pub const FALLBACK: FaceId = FaceId(6);

/// What the PDF's font descriptor wants to know of a face. Lengths are in
/// thousandths of the em.
#[derive(Debug)]
pub struct FaceFacts {
    /// PostScript name.
    pub name: &'static str,
    /// The TrueType file.
    pub bytes: &'static [u8],
    /// Height above the base line.
    pub ascent: i32,
    /// Depth below it, negative.
    pub descent: i32,
    /// Height of capitals.
    pub cap_height: i32,
    /// Slope in degrees.
    pub italic_angle: i32,
    /// `/StemV`.
    pub stem: i32,
    /// `/FontBBox`.
    pub bbox: [i32; 4],
    /// `/Flags`: serif, symbolic, italic, bold bits.
    pub flags: i32,
}

const SERIF: i32 = 1 << 1;
const SYMBOLIC: i32 = 1 << 2;
const ITALIC: i32 = 1 << 6;

macro_rules! face {
    ($file:literal, $name:literal, $bbox:expr, $angle:literal, $stem:literal, $flags:expr) => {
        FaceFacts {
            name: $name,
            bytes: include_bytes!(concat!("../fonts/", $file)),
            ascent: if $flags & SERIF != 0 { 1039 } else { 1018 },
            descent: if $flags & SERIF != 0 { -286 } else { -276 },
            cap_height: 700,
            italic_angle: $angle,
            stem: $stem,
            bbox: $bbox,
            flags: $flags | SYMBOLIC,
        }
    };
}

/// The faces, by [`FaceId`].
pub static FACES: [FaceFacts; 7] = [
    face!(
        "PTSerif_400Regular.ttf",
        "PTSerif-Regular",
        [-376, -272, 1145, 1003],
        0,
        84,
        SERIF
    ),
    face!(
        "PTSerif_700Bold.ttf",
        "PTSerif-Bold",
        [-376, -285, 1216, 1026],
        0,
        140,
        SERIF
    ),
    face!(
        "PTSerif_400Regular_Italic.ttf",
        "PTSerif-Italic",
        [-274, -272, 1108, 992],
        -12,
        80,
        SERIF | ITALIC
    ),
    face!(
        "PTSerif_700Bold_Italic.ttf",
        "PTSerif-BoldItalic",
        [-261, -286, 1182, 1019],
        -12,
        136,
        SERIF | ITALIC
    ),
    face!(
        "PTSans_400Regular.ttf",
        "PTSans-Regular",
        [-355, -245, 1093, 993],
        0,
        88,
        0
    ),
    face!(
        "PTSans_700Bold.ttf",
        "PTSans-Bold",
        [-387, -273, 1191, 1010],
        0,
        144,
        0
    ),
    FaceFacts {
        name: "DejaVuSans",
        bytes: include_bytes!("../fonts/DejaVuSans.ttf"),
        ascent: 928,
        descent: -236,
        cap_height: 729,
        italic_angle: 0,
        stem: 90,
        bbox: [-1021, -463, 1793, 1232],
        flags: SYMBOLIC,
    },
];

impl FaceId {
    /// The face of a family in a style.
    pub fn of(family: Family, bold: bool, italic: bool) -> Self {
        match (family, bold, italic) {
            (Family::Serif, false, false) => Self(0),
            (Family::Serif, true, false) => Self(1),
            (Family::Serif, false, true) => Self(2),
            (Family::Serif, true, true) => Self(3),
            (Family::Sans, false, _) => Self(4),
            (Family::Sans, true, _) => Self(5),
        }
    }
    /// Its facts.
    pub fn facts(self) -> &'static FaceFacts {
        &FACES[usize::from(self.0).min(FACES.len() - 1)]
    }
}

/// What a glyph reads as.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reads {
    /// One character.
    One(char),
    /// Several, as a ligature does.
    Many(Arc<str>),
    /// Nothing of its own: a further glyph of the character before it.
    Nothing,
}

impl Reads {
    /// The text.
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
pub struct Glyph {
    /// Its face.
    pub face: FaceId,
    /// Its id in the whole font.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// Shift from the pen.
    pub shift: (f32, f32),
    /// What it reads as.
    pub reads: Reads,
    /// Byte offset of its cluster in the word.
    pub cluster: u32,
    /// Stands for a character that no face has.
    pub missing: bool,
}

struct Face {
    font: Font,
    /// Ems in a font unit.
    unit: f32,
}

fn faces() -> &'static [Option<Face>; 7] {
    static LOADED: OnceLock<[Option<Face>; 7]> = OnceLock::new();
    LOADED.get_or_init(|| {
        std::array::from_fn(|i| {
            let font = Font::new(FACES[i].bytes, 0)?;
            let unit = 1.0 / f32::from(font.units_per_em().max(1));
            Some(Face { font, unit })
        })
    })
}

fn has(face: FaceId, c: char) -> bool {
    faces()[usize::from(face.0)]
        .as_ref()
        .is_some_and(|f| f.font.charmap().map_unicode(c).is_some())
}

/// The nominal advance of a glyph, in thousandths of the em, and unrounded.
pub fn advance_of(face: FaceId, glyph: u16) -> f32 {
    faces()[usize::from(face.0)].as_ref().map_or(0.0, |f| {
        let shaper = ShaperFont::new(&f.font);
        shaper.default_glyph_h_advance(harfrust::GlyphId::new(u32::from(glyph))) as f32
            * f.unit
            * 1000.0
    })
}

fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x0300..=0x036F | 0x0483..=0x0489 | 0x0591..=0x05C7 | 0x0610..=0x061A
        | 0x064B..=0x065F | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x20D0..=0x20FF | 0xFE20..=0xFE2F)
}

type WordKey = (FaceId, bool, Box<str>);

/// Shaped words, kept between calls: a letter says the same words again and
/// again, and so does the next keystroke.
#[derive(Default)]
pub struct Shaped {
    words: Mutex<HashMap<WordKey, Arc<[Glyph]>>>,
}

/// How many different words are kept before all are forgotten.
const KEPT: usize = 20_000;

impl Shaped {
    /// The glyphs of `word` in logical order. `rtl` shapes it from right to
    /// left (the glyphs still come in logical order).
    pub fn word(&self, face: FaceId, word: &str, rtl: bool) -> Arc<[Glyph]> {
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
            if current.is_some() && is_mark(c) && current.flatten().is_some_and(|f| has(f, c)) {
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

fn shape_run(face: Option<FaceId>, text: &str, offset: usize, rtl: bool, out: &mut Vec<Glyph>) {
    let Some(face) = face else {
        out.extend(
            text.char_indices()
                .map(|(at, c)| replacement(c, offset + at)),
        );
        return;
    };
    let Some(loaded) = faces()[usize::from(face.0)].as_ref() else {
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
        let id = u16::try_from(infos[i].glyph_id).unwrap_or(0);
        if id == 0 {
            if let Some(c) = read.chars().next() {
                out.push(replacement(c, offset + from));
            }
            continue;
        }
        let p = positions[i];
        out.push(Glyph {
            face,
            id,
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
    let (id, advance) = faces()[usize::from(FALLBACK.0)]
        .as_ref()
        .and_then(|f| {
            let id = u16::try_from(f.font.charmap().map_unicode('\u{25A1}')?.to_u32()).ok()?;
            Some((id, advance_of(FALLBACK, id) / 1000.0))
        })
        .unwrap_or((1, 0.6));
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
        let glyphs = Shaped::default().word(FaceId(0), "Газета", false);
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
        let glyphs = Shaped::default().word(FaceId(0), "я𠀀λ", false);
        assert_eq!(glyphs.len(), 3);
        assert!(glyphs[1].missing && !glyphs[0].missing && !glyphs[2].missing);
        assert_eq!(glyphs[1].reads, Reads::One('𠀀'));
        assert_eq!(glyphs[2].face, FALLBACK);
    }
}
