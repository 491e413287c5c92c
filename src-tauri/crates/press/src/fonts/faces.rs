//! The embedded faces and what their files say of them.

use std::sync::OnceLock;

use harfrust::{Font, ShaperFont};

use crate::model::Family;

/// One of the embedded faces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FaceId(pub(crate) u8);

impl FaceId {
    /// Whether it is a bold one of its family.
    pub(crate) fn is_bold(self) -> bool {
        matches!(self.0, 1 | 3 | 5)
    }
}

/// The face that lends glyphs which the text faces lack.
pub(crate) const FALLBACK: FaceId = FaceId(6);

/// What the PDF's font descriptor wants to know of a face. Lengths are in
/// thousandths of the em.
#[derive(Debug)]
pub(crate) struct FaceMetrics {
    /// PostScript name: what the PDF calls the font.
    pub name: &'static str,
    /// The TrueType file, packed by the build.
    packed: &'static [u8],
    /// Height above the base line.
    pub ascent: i32,
    /// Depth below it, negative.
    pub descent: i32,
    /// In units of the font.
    pub cap_height: i32,
    /// Slope in degrees as PDF counts it: negative leans to the right.
    pub italic_angle: i32,
    /// `/StemV`: thickness of the stems in thousandths of an em.
    pub stem: i32,
    /// `/FontBBox`: left, bottom, right and top of all glyphs in thousandths of an em.
    pub bbox: [i32; 4],
    /// `/Flags`: serif, symbolic, italic, bold bits.
    pub flags: i32,
}

const SERIF: i32 = 1 << 1;
const SYMBOLIC: i32 = 1 << 2;
const ITALIC: i32 = 1 << 6;

macro_rules! packed {
    ($file:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".zz"))
    };
}

macro_rules! face {
    ($file:literal, $name:literal, $bbox:expr, $angle:literal, $stem:literal, $flags:expr) => {
        FaceMetrics {
            name: $name,
            packed: packed!($file),
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
static FACES: [FaceMetrics; 7] = [
    face!(
        "PTSerif_400Regular",
        "PTSerif-Regular",
        [-376, -272, 1145, 1003],
        0,
        84,
        SERIF
    ),
    face!(
        "PTSerif_700Bold",
        "PTSerif-Bold",
        [-376, -285, 1216, 1026],
        0,
        140,
        SERIF
    ),
    face!(
        "PTSerif_400Regular_Italic",
        "PTSerif-Italic",
        [-274, -272, 1108, 992],
        -12,
        80,
        SERIF | ITALIC
    ),
    face!(
        "PTSerif_700Bold_Italic",
        "PTSerif-BoldItalic",
        [-261, -286, 1182, 1019],
        -12,
        136,
        SERIF | ITALIC
    ),
    face!(
        "PTSans_400Regular",
        "PTSans-Regular",
        [-355, -245, 1093, 993],
        0,
        88,
        0
    ),
    face!(
        "PTSans_700Bold",
        "PTSans-Bold",
        [-387, -273, 1191, 1010],
        0,
        144,
        0
    ),
    FaceMetrics {
        name: "DejaVuSans",
        packed: packed!("DejaVuSans"),
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
    pub(crate) fn of(family: Family, bold: bool, italic: bool) -> Self {
        match (family, bold, italic) {
            (Family::Serif, false, false) => Self(0),
            (Family::Serif, true, false) => Self(1),
            (Family::Serif, false, true) => Self(2),
            (Family::Serif, true, true) => Self(3),
            (Family::Sans, false, _) => Self(4),
            (Family::Sans, true, _) => Self(5),
        }
    }
    /// The face that plain text is set in.
    pub(crate) fn of_text() -> Self {
        Self::of(Family::default(), false, false)
    }

    /// What the font descriptor says of it.
    pub(crate) fn metrics(self) -> &'static FaceMetrics {
        &FACES[usize::from(self.0).min(FACES.len() - 1)]
    }
}

/// A face as the shaper reads it.
pub(crate) struct Face {
    pub font: Font,
    /// Ems in a font unit.
    pub unit: f32,
}

/// The TrueType file of a face, unpacked at first use; empty when it can't be.
pub(crate) fn file(id: FaceId) -> &'static [u8] {
    static FILES: [OnceLock<Vec<u8>>; FACES.len()] = [const { OnceLock::new() }; FACES.len()];
    let place = usize::from(id.0).min(FACES.len() - 1);
    FILES[place].get_or_init(|| packed::unpacked(FACES[place].packed).unwrap_or_default())
}

/// A face, loaded at first use; none when its file can't be read.
pub(crate) fn face(id: FaceId) -> Option<&'static Face> {
    static LOADED: [OnceLock<Option<Face>>; FACES.len()] = [const { OnceLock::new() }; FACES.len()];
    let loaded = LOADED.get(usize::from(id.0))?.get_or_init(|| {
        let font = Font::new(file(id), 0)?;
        let unit = 1.0 / f32::from(font.units_per_em().max(1));
        Some(Face { font, unit })
    });
    loaded.as_ref()
}

/// The glyph that a face has for a character.
pub(crate) fn glyph_of(id: FaceId, c: char) -> Option<u16> {
    u16::try_from(face(id)?.font.charmap().map_unicode(c)?.to_u32()).ok()
}

/// Whether a face has a glyph for a character.
pub(crate) fn has(id: FaceId, c: char) -> bool {
    c != char::REPLACEMENT_CHARACTER
        && face(id).is_some_and(|f| f.font.charmap().map_unicode(c).is_some())
}

/// The nominal advance of a glyph, in thousandths of the em, and unrounded.
#[must_use]
pub fn advance_of(id: FaceId, glyph: u16) -> f32 {
    face(id).map_or(0.0, |f| {
        let shaper = ShaperFont::new(&f.font);
        shaper.default_glyph_h_advance(harfrust::GlyphId::new(u32::from(glyph))) as f32
            * f.unit
            * 1000.0
    })
}
