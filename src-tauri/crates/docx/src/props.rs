//! How a paragraph stands.

use crate::xml::Xml;
use press::Align;
use std::io;

/// Twentieths of a point in a millimetre.
const TWIPS_MM: f32 = 1440.0 / 25.4;

/// Millimetres as twentieths of a point.
pub fn mm(mm: f32) -> i32 {
    (mm * TWIPS_MM).round() as i32
}

/// Points as twentieths of a point.
pub fn pt(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

/// The mark of a list's item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// Which list, from 1.
    pub list: usize,
    /// How deep, from 0.
    pub level: usize,
}

/// A line beside or under a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ruled {
    /// Under it, single.
    Below,
    /// Under it, a thick and a thin line: the foot of a letterhead.
    LetterheadFoot,
    /// At its left: somebody else's words.
    Quoted,
}

/// How a paragraph stands. Lengths are in twentieths of a point.
#[derive(Clone, Debug, Default)]
pub struct Props {
    /// The style it has.
    pub style: Option<&'static str>,
    /// How its lines stand.
    pub align: Align,
    /// Space at its left.
    pub left: i32,
    /// Space at its right.
    pub right: i32,
    /// The first line against the others; negative hangs out.
    pub first: i32,
    /// Space before.
    pub before: i32,
    /// Space after.
    pub after: i32,
    /// Distance of its base lines; `None` as its content asks.
    pub leading: Option<i32>,
    /// Stays with what follows.
    pub keep_next: bool,
    /// Starts a page.
    pub new_page: bool,
    /// The item's mark.
    pub numbered: Option<Numbered>,
    /// A line beside it.
    pub ruled: Option<Ruled>,
}

impl Props {
    /// Writes them, in the order that the format wants.
    pub fn write(&self, xml: &mut Xml) -> io::Result<()> {
        xml.open("w:pPr", &[])?;
        if let Some(style) = self.style {
            xml.val("w:pStyle", style)?;
        }
        if self.keep_next {
            xml.empty("w:keepNext", &[])?;
        }
        if self.new_page {
            xml.empty("w:pageBreakBefore", &[])?;
        }
        xml.empty("w:widowControl", &[])?;
        if let Some(numbered) = self.numbered {
            xml.open("w:numPr", &[])?;
            xml.val("w:ilvl", &numbered.level.to_string())?;
            xml.val("w:numId", &numbered.list.to_string())?;
            xml.close("w:numPr")?;
        }
        if let Some(ruled) = self.ruled {
            let (side, kind, thick, space) = match ruled {
                Ruled::Below => ("w:bottom", "single", "4", "1"),
                Ruled::LetterheadFoot => ("w:bottom", "thickThinSmallGap", "12", "4"),
                Ruled::Quoted => ("w:left", "single", "6", "8"),
            };
            xml.open("w:pBdr", &[])?;
            xml.empty(
                side,
                &[
                    ("w:val", kind),
                    ("w:sz", thick),
                    ("w:space", space),
                    ("w:color", "808080"),
                ],
            )?;
            xml.close("w:pBdr")?;
        }
        let (before, after) = (
            self.before.max(0).to_string(),
            self.after.max(0).to_string(),
        );
        let leading = self.leading.map(|l| l.to_string());
        let mut spacing = vec![("w:before", before.as_str()), ("w:after", after.as_str())];
        match &leading {
            Some(leading) => {
                spacing.extend([("w:line", leading.as_str()), ("w:lineRule", "exact")]);
            }
            None => spacing.extend([("w:line", "240"), ("w:lineRule", "auto")]),
        }
        xml.empty("w:spacing", &spacing)?;
        let (left, right) = (self.left.to_string(), self.right.to_string());
        let first = self.first.unsigned_abs().to_string();
        let side = if self.first < 0 {
            "w:hanging"
        } else {
            "w:firstLine"
        };
        xml.empty(
            "w:ind",
            &[("w:left", &left), ("w:right", &right), (side, &first)],
        )?;
        xml.val(
            "w:jc",
            match self.align {
                Align::Justified => "both",
                Align::Left => "left",
                Align::Right => "right",
                Align::Centre => "center",
            },
        )?;
        xml.close("w:pPr")
    }
}

/// How the type of a run differs from the body's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Size against the body's.
    pub scale: f32,
    /// Bold throughout.
    pub bold: bool,
    /// Italic throughout.
    pub italic: bool,
}

impl Type {
    /// The body's own.
    pub const BODY: Self = Self {
        scale: 1.0,
        bold: false,
        italic: false,
    };

    /// The body's, larger or smaller.
    pub fn scaled(scale: f32) -> Self {
        Self {
            scale,
            ..Self::BODY
        }
    }

    /// The same in bold.
    pub fn bold(self) -> Self {
        Self { bold: true, ..self }
    }
}
