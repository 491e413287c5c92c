//! What the office and the drawing program say to each other, over standard input and output.
//!
//! Either says one thing at a time: the length of its head as two bytes, the lower first; the head as JSON; and
//! the bytes that the head tells the number of. The office asks ([`Ask`]), the drawing program answers each asking
//! once ([`Answer`]), and the office believes none of it: a head is short, a picture is no larger than pictures
//! are, and a number that can't be is the end of the talk.

use crate::shades::{Picture, Points, packed};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::io::{Error, ErrorKind, Read, Result, Write};
use thiserror::Error as ThisError;

/// The version of what is said, which goes up with each change of [`Ask`] and [`Answer`]. It is the first word that
/// the drawing program is started with.
pub const VERSION: u64 = 1;
/// What the drawing program ends with when it does not know the words it was started with, or their version.
pub const OTHER_VERSION: u8 = 2;

/// Longest side of a picture, points.
pub const WIDEST: u32 = 8000;
/// Bytes of a file that is drawn.
pub const MOST_BYTES: u64 = 512 << 20;
/// Pages of a file that is drawn: a count beyond this is a mistake or a trick.
pub const MOST_PAGES: u32 = 9_999;
/// Dots per inch that can be asked for, from the least to the most.
pub const DPI: [f32; 2] = [10.0, 1200.0];

/// What the office asks for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Ask {
    /// To draw from the file that follows, of so many bytes.
    Open { bytes: u64 },
    /// A page of the file, counted from 0, at so many dots per inch.
    Page { page: u32, dpi: f32, form: Form },
}

/// How the points of a page are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// For a screen: [`Picture::shaded`].
    Screen,
    /// Each point as it was drawn.
    Points,
}

/// What the drawing program answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// The file is open, and has so many pages.
    Opened {
        pages: u32,
    },
    /// The points follow.
    Page {
        width: u32,
        height: u32,
        kind: PointsKind,
    },
    Refused {
        why: Refusal,
    },
}

/// Why there is no answer to what was asked. Words of the drawing program are nowhere shown, so it has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ThisError)]
pub enum Refusal {
    #[error("it is no PDF that can be read")]
    NoPdf,
    #[error("the PDF is locked")]
    Locked,
    #[error("there is no such page")]
    NoPage,
}

/// Which points follow, as [`Points`] has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PointsKind {
    Greys,
    /// The palette of so many colours comes before the samples, three bytes each.
    Colours {
        colours: u16,
    },
    Rgb,
    Rgba,
}

/// Says an asking, or an answer.
///
/// # Errors
/// Those of the channel.
pub fn say(to: &mut impl Write, head: &impl Serialize) -> Result<()> {
    let head = serde_json::to_vec(head)?;
    let length = u16::try_from(head.len()).map_err(|_| ErrorKind::InvalidInput)?;
    to.write_all(&length.to_le_bytes())?;
    to.write_all(&head)
}

/// Hears what was said.
///
/// # Errors
/// [`ErrorKind::UnexpectedEof`] when the other is gone, `InvalidData` for what is no head, and those of the channel.
pub fn hear<T: DeserializeOwned>(from: &mut impl Read) -> Result<T> {
    let mut length = [0; 2];
    from.read_exact(&mut length)?;
    let head = bytes(from, u64::from(u16::from_le_bytes(length)))?;
    serde_json::from_slice(&head).map_err(|_| ErrorKind::InvalidData.into())
}

/// Takes so many bytes that follow a head.
///
/// # Errors
/// As [`hear`].
pub fn bytes(from: &mut impl Read, length: u64) -> Result<Vec<u8>> {
    let expected = usize::try_from(length).map_err(|_| ErrorKind::InvalidData)?;
    let mut read = Vec::with_capacity(expected);
    if from.take(length).read_to_end(&mut read)? < expected {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    Ok(read)
}

/// Says a page.
///
/// # Errors
/// Those of the channel.
pub fn say_page(to: &mut impl Write, picture: &Picture) -> Result<()> {
    let (kind, palette, samples) = match &picture.points {
        Points::Greys(samples) => (PointsKind::Greys, &[][..], samples),
        Points::Colours { palette, samples } => {
            let colours = palette.len() as u16;
            (PointsKind::Colours { colours }, &palette[..], samples)
        }
        Points::Rgb(samples) => (PointsKind::Rgb, &[][..], samples),
        Points::Rgba(samples) => (PointsKind::Rgba, &[][..], samples),
    };
    let (width, height) = (picture.width, picture.height);
    let head = Answer::Page {
        width,
        height,
        kind,
    };
    say(to, &head)?;
    to.write_all(palette.as_flattened())?;
    to.write_all(samples)
}

/// Hears the points of a page whose head was heard.
///
/// # Errors
/// [`ErrorKind::InvalidData`] for a page that can't be, and as [`hear`].
pub fn hear_page(
    from: &mut impl Read,
    width: u32,
    height: u32,
    kind: PointsKind,
) -> Result<Picture> {
    let nonsense = || Error::from(ErrorKind::InvalidData);
    let sides = 1..=WIDEST;
    if !sides.contains(&width) || !sides.contains(&height) {
        return Err(nonsense());
    }
    let all = u64::from(width) * u64::from(height);
    let points = match kind {
        PointsKind::Greys => {
            let length = packed(width) as u64 * u64::from(height);
            Points::Greys(bytes(from, length)?)
        }
        PointsKind::Colours { colours } => {
            if !(1..=256).contains(&colours) {
                return Err(nonsense());
            }
            let palette = bytes(from, u64::from(colours) * 3)?;
            let samples = bytes(from, all)?;
            if samples.iter().any(|sample| u16::from(*sample) >= colours) {
                return Err(nonsense());
            }
            let palette = palette.as_chunks::<3>().0.to_vec();
            Points::Colours { palette, samples }
        }
        PointsKind::Rgb => Points::Rgb(bytes(from, all * 3)?),
        PointsKind::Rgba => Points::Rgba(bytes(from, all * 4)?),
    };
    Ok(Picture {
        width,
        height,
        points,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(said: &[u8]) -> Result<Picture> {
        let from = &mut &said[..];
        match hear(from)? {
            Answer::Page {
                width,
                height,
                kind,
            } => hear_page(from, width, height, kind),
            Answer::Opened { .. } | Answer::Refused { .. } => panic!("a page was said"),
        }
    }

    #[test]
    fn each_kind_of_points_comes_through_and_no_part_of_it_is_taken_for_the_whole() {
        let kinds = [
            Points::Greys(vec![1, 2, 3, 4]),
            Points::Colours {
                palette: vec![[255; 3], [1, 2, 3]],
                samples: vec![0, 1, 1, 0, 1, 0],
            },
            Points::Rgb((0..18).collect()),
            Points::Rgba((0..24).collect()),
        ];
        for points in kinds {
            let picture = Picture {
                width: 3,
                height: 2,
                points,
            };
            let mut said = Vec::new();
            say_page(&mut said, &picture).unwrap();
            assert_eq!(heard(&said).unwrap(), picture);
            for length in 0..said.len() {
                let cut = heard(&said[..length]).unwrap_err();
                assert_eq!(cut.kind(), ErrorKind::UnexpectedEof, "{length}");
            }
        }
    }

    #[test]
    fn a_page_that_can_not_be_is_refused_before_its_points_are_taken() {
        let kinds = [PointsKind::Greys, PointsKind::Rgb, PointsKind::Rgba];
        let beyond = [(0, 1), (1, 0), (WIDEST + 1, 1), (1, u32::MAX)];
        for ((width, height), kind) in beyond.iter().flat_map(|side| kinds.map(|k| (*side, k))) {
            let refused = hear_page(&mut std::io::repeat(0), width, height, kind).unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::InvalidData);
        }
        for colours in [0, 257, u16::MAX] {
            let kind = PointsKind::Colours { colours };
            let refused = hear_page(&mut std::io::repeat(0), 1, 1, kind).unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::InvalidData);
        }
        // A sample beyond its palette of two.
        let kind = PointsKind::Colours { colours: 2 };
        let refused = hear_page(&mut std::io::repeat(2), 1, 1, kind).unwrap_err();
        assert_eq!(refused.kind(), ErrorKind::InvalidData);
    }

    #[test]
    fn what_is_said_is_that_of_the_version() {
        let (page, dpi, form) = (3, 96.0, Form::Screen);
        let (width, height, colours) = (200, 100, 7);
        let asked = [
            Ask::Open { bytes: 9 },
            Ask::Page { page, dpi, form },
            Ask::Page {
                page,
                dpi,
                form: Form::Points,
            },
        ];
        let kinds = [
            PointsKind::Greys,
            PointsKind::Colours { colours },
            PointsKind::Rgb,
            PointsKind::Rgba,
        ];
        let pages = kinds.map(|kind| Answer::Page {
            width,
            height,
            kind,
        });
        let refused = [Refusal::NoPdf, Refusal::Locked, Refusal::NoPage];
        let answered = [Answer::Opened { pages: 2 }]
            .into_iter()
            .chain(pages)
            .chain(refused.map(|why| Answer::Refused { why }));
        let said = serde_json::to_string(&(asked, answered.collect::<Vec<_>>())).unwrap();
        // Whoever changes this raises the version: an older program would not understand it.
        let of_version_1 = r#"[[{"Open":{"bytes":9}},{"Page":{"page":3,"dpi":96.0,"form":"Screen"}},{"Page":{"page":3,"dpi":96.0,"form":"Points"}}],[{"Opened":{"pages":2}},{"Page":{"width":200,"height":100,"kind":"Greys"}},{"Page":{"width":200,"height":100,"kind":{"Colours":{"colours":7}}}},{"Page":{"width":200,"height":100,"kind":"Rgb"}},{"Page":{"width":200,"height":100,"kind":"Rgba"}},{"Refused":{"why":"NoPdf"}},{"Refused":{"why":"Locked"}},{"Refused":{"why":"NoPage"}}]]"#;
        assert_eq!((VERSION, &*said), (1, of_version_1));
    }

    #[test]
    fn a_head_that_is_none_is_refused() {
        for said in [&b"\x02\x00{}"[..], b"\x00\x00", b"\x03\x00\xff\xff\xff"] {
            let refused = hear::<Answer>(&mut &said[..]).unwrap_err();
            assert_eq!(refused.kind(), ErrorKind::InvalidData);
        }
    }
}
