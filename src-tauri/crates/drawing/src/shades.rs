//! Points of a page, told with no more bytes than show it.

/// A page drawn: white paper, and what is on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    pub points: Points,
}

/// The points, line by line from the upper left corner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Points {
    /// Sixteen greys, white first and black last, two points a byte, the left one in the upper half; each line
    /// begins with a byte.
    Greys(Vec<u8>),
    /// A byte a point: its place in the palette, of 1 to 256 colours.
    Colours {
        palette: Vec<[u8; 3]>,
        samples: Vec<u8>,
    },
    /// Red, green, blue.
    Rgb(Vec<u8>),
    /// Red, green, blue, opacity.
    Rgba(Vec<u8>),
}

impl Picture {
    /// A picture in shades as fine as an eye tells apart, and no finer: sixteen greys when it has no colour, up
    /// to 256 colours when it has few, as text with a stamp, else all of them. White is the first colour, so that
    /// paper is noughts. `rgba` is taken for opaque.
    #[must_use]
    pub fn shaded(width: u32, height: u32, rgba: &[u8]) -> Self {
        let points = greys(width, height, rgba)
            .map(Points::Greys)
            .or_else(|| few_colours(rgba))
            .unwrap_or_else(|| Points::Rgb(opaque(rgba)));
        Self {
            width,
            height,
            points,
        }
    }
}

/// The points without their opacity.
#[must_use]
pub fn opaque(rgba: &[u8]) -> Vec<u8> {
    rgba.chunks_exact(4)
        .flat_map(|p| [p[0], p[1], p[2]])
        .collect()
}

/// Bytes of a line of sixteen greys.
pub(crate) fn packed(width: u32) -> usize {
    width.div_ceil(2) as usize
}

/// The page in sixteen greys, if it has no colour.
fn greys(width: u32, height: u32, rgba: &[u8]) -> Option<Vec<u8>> {
    // Rounded to the nearest of sixteen; the blackest would not fit a byte.
    let level = |p: &[u8; 4]| {
        (p[0] == p[1] && p[1] == p[2]).then(|| ((255 - u16::from(p[0]) + 8) / 17) as u8)
    };
    let packed = packed(width);
    let mut samples = vec![0; packed * height as usize];
    if samples.is_empty() {
        return Some(samples);
    }
    let lines = rgba.chunks_exact(width as usize * 4);
    for (line, out) in lines.zip(samples.chunks_exact_mut(packed)) {
        for (two, out) in line.chunks(8).zip(out) {
            // Most of a page is paper.
            if *two == [255; 8] {
                continue;
            }
            let (points, _) = two.as_chunks::<4>();
            for (point, shift) in points.iter().zip([4, 0]) {
                *out |= level(point)? << shift;
            }
        }
    }
    Some(samples)
}

/// The page in colours of 32 shades a channel, if there are not more than 256.
fn few_colours(rgba: &[u8]) -> Option<Points> {
    const NONE: u16 = u16::MAX;
    let mut known = vec![NONE; 1 << 15];
    let mut palette = vec![[255; 3]];
    known[(1 << 15) - 1] = 0;
    let mut samples = Vec::with_capacity(rgba.len() / 4);
    for p in rgba.chunks_exact(4) {
        let key =
            usize::from(p[0] >> 3) << 10 | usize::from(p[1] >> 3) << 5 | usize::from(p[2] >> 3);
        if known[key] == NONE {
            let next = palette.len();
            if next == 256 {
                return None;
            }
            known[key] = next as u16;
            palette.push([p[0], p[1], p[2]].map(|c| c & 0xF8 | c >> 5));
        }
        samples.push(known[key] as u8);
    }
    Some(Points::Colours { palette, samples })
}
