//! Pictures: their files in the package, their places in the text.

use std::io;

use press::Picture;

use crate::units::points;
use crate::xml::Xml;

/// English metric units in a point.
const EMU_PT: f32 = 12_700.0;

/// A picture's file in the package.
pub(crate) struct Media {
    /// Its name below `word/media`.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The pictures of a document, each kept once.
#[derive(Default)]
pub(crate) struct Pictures {
    /// Their files, in the order of their first places.
    pub media: Vec<Media>,
    /// How many places they stand at.
    places: usize,
}

/// A picture with its size on the page, in points.
pub(crate) struct SizedPicture<'a> {
    pub picture: &'a Picture,
    pub width: f32,
    pub height: f32,
    /// Its file as it goes into the package: the words a camera adds stay out.
    bytes: Vec<u8>,
}

/// The picture as large as its place allows, no larger than 96 samples an inch
/// make it; `None` when it can't be read. Lengths in points.
pub(crate) fn sized(picture: &Picture, width: f32, height: f32) -> Option<SizedPicture<'_>> {
    let (across, down) = press::dimensions(&picture.bytes).ok()?;
    if across == 0 || down == 0 {
        return None;
    }
    let asked = picture.width_tenths.map(|t| points(t as f32 / 10.0));
    let mut wide = asked.unwrap_or(across as f32 * 0.75).min(width);
    let mut tall = wide * down as f32 / across as f32;
    if tall > height {
        tall = height;
        wide = tall * across as f32 / down as f32;
    }
    Some(SizedPicture {
        bytes: press::print_ready(&picture.bytes, wide).ok()?,
        picture,
        width: wide.max(1.0),
        height: tall.max(1.0),
    })
}

/// The ending of a picture's file, by its first bytes.
fn ending(bytes: &[u8]) -> &'static str {
    if bytes.starts_with(b"\x89PNG") {
        "png"
    } else {
        "jpeg"
    }
}

impl Pictures {
    /// Writes a run that shows the picture.
    pub fn show(&mut self, xml: &mut Xml, shown: &SizedPicture<'_>, alt: &str) -> io::Result<()> {
        let bytes = &shown.bytes;
        let index = match self.media.iter().position(|m| m.bytes == *bytes) {
            Some(index) => index,
            None => {
                self.media.push(Media {
                    name: format!("picture{}.{}", self.media.len() + 1, ending(bytes)),
                    bytes: bytes.clone(),
                });
                self.media.len() - 1
            }
        };
        self.places += 1;
        let id = self.places.to_string();
        let name = format!("picture {id}");
        let own = shown.picture.alt.trim();
        let alt = if own.is_empty() { alt } else { own };
        let emu = |length: f32| ((length * EMU_PT).round() as i64).to_string();
        let (cx, cy) = (emu(shown.width), emu(shown.height));
        let file = format!("rIdPicture{}", index + 1);
        xml.open("w:r", &[])?;
        xml.open("w:drawing", &[])?;
        xml.open(
            "wp:inline",
            &[
                ("distT", "0"),
                ("distB", "0"),
                ("distL", "0"),
                ("distR", "0"),
            ],
        )?;
        xml.empty("wp:extent", &[("cx", &cx), ("cy", &cy)])?;
        xml.empty("wp:docPr", &[("id", &id), ("name", &name), ("descr", alt)])?;
        xml.open("a:graphic", &[])?;
        xml.open(
            "a:graphicData",
            &[(
                "uri",
                "http://schemas.openxmlformats.org/drawingml/2006/picture",
            )],
        )?;
        xml.open("pic:pic", &[])?;
        xml.open("pic:nvPicPr", &[])?;
        xml.empty("pic:cNvPr", &[("id", &id), ("name", &name), ("descr", alt)])?;
        xml.empty("pic:cNvPicPr", &[])?;
        xml.close("pic:nvPicPr")?;
        xml.open("pic:blipFill", &[])?;
        xml.empty("a:blip", &[("r:embed", &file)])?;
        xml.open("a:stretch", &[])?;
        xml.empty("a:fillRect", &[])?;
        xml.close("a:stretch")?;
        xml.close("pic:blipFill")?;
        xml.open("pic:spPr", &[])?;
        xml.open("a:xfrm", &[])?;
        xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
        xml.empty("a:ext", &[("cx", &cx), ("cy", &cy)])?;
        xml.close("a:xfrm")?;
        xml.open("a:prstGeom", &[("prst", "rect")])?;
        xml.empty("a:avLst", &[])?;
        xml.close("a:prstGeom")?;
        xml.close("pic:spPr")?;
        xml.close("pic:pic")?;
        xml.close("a:graphicData")?;
        xml.close("a:graphic")?;
        xml.close("wp:inline")?;
        xml.close("w:drawing")?;
        xml.close("w:r")
    }
}
